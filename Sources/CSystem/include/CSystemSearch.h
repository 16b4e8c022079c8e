// Looking for a few bytes among many.
#ifndef HUDDLE_CSYSTEM_SEARCH_H
#define HUDDLE_CSYSTEM_SEARCH_H

#include <stddef.h>

// Where the word stands first, in bytes from the beginning, or -1. A door because Glibc's Swift
// module hides memmem, and a loop in Swift over a playbook of each of many sessions is slower.
long huddle_find(const void *bytes, size_t count, const void *word, size_t word_count);

#endif
