#define _GNU_SOURCE
#include "CSystemSearch.h"

#include <string.h>

long huddle_find(const void *bytes, size_t count, const void *word, size_t word_count) {
  const char *found = memmem(bytes, count, word, word_count);
  return found ? found - (const char *)bytes : -1;
}
