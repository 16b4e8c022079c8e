// Signals as bytes in a pipe, so that one poll can wait for keys, signals and deadlines alike.
#ifndef HUDDLE_CSYSTEM_SIGNALS_H
#define HUDDLE_CSYSTEM_SIGNALS_H

#include <stddef.h>

// Opens the pipe and returns the end to read from, or -1. Always the same pipe in one process.
// A door because a signal handler must be C: Swift code may allocate or take a lock.
int huddle_signals_open(void);
// Sends this signal to the pipe from now on, instead of to what it did before; 0 on success.
int huddle_signals_relay(int signal);
// Gives the signal back its default action.
void huddle_signals_restore(int signal);

#endif
