// libmd: SHA-256 on Linux. macOS brings its own (CommonCrypto); CSystem hides the difference.
#include <sys/types.h>
#include <sha2.h>
