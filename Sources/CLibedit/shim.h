// libedit: the line editor. Its variadic calls are reached through CEditLine.
#include <histedit.h>
