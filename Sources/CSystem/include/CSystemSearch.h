// Looking for a few bytes among many.
#ifndef HUDDLE_CSYSTEM_SEARCH_H
#define HUDDLE_CSYSTEM_SEARCH_H

#include <stddef.h>

// Where the word stands first, in bytes from the beginning, or -1. A door because Glibc's Swift
// module hides memmem, and a loop in Swift over a playbook of each of many sessions is slower.
long huddle_find(const void *bytes, size_t count, const void *word, size_t word_count);

// The same for a word in small letters of ASCII, whose capitals are as good: other bytes of the word
// have to stand as they are. A door because only a compiler for C is known to make its loop wide.
long huddle_find_caseless(
    const void *bytes, size_t count, const void *word, size_t word_count);

#endif
