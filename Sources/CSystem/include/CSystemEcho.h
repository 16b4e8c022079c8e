// The terminal's echo, which must come back however the process ends.
#ifndef HUDDLE_CSYSTEM_ECHO_H
#define HUDDLE_CSYSTEM_ECHO_H

// Turns the echo of a terminal off, or on again; at exit it is turned on in any case. While it is
// off, keys wait as they were typed, and the terminal edits nothing by itself. A door because only
// atexit sees every way out, and Swift's globals are never taken down.
void huddle_set_echo(int descriptor, int is_on);

#endif
