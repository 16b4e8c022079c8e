// zlib: its CRC-32 guards every line of a journal.
#include <zlib.h>
