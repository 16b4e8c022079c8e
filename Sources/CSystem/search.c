#define _GNU_SOURCE
#include "CSystemSearch.h"

#include <stdint.h>
#include <string.h>

long huddle_find(const void *bytes, size_t count, const void *word, size_t word_count) {
  const char *found = memmem(bytes, count, word, word_count);
  return found ? found - (const char *)bytes : -1;
}

// Small letters of ASCII from capitals; every other byte stays itself.
static uint8_t small(uint8_t byte) { return byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte; }

static int stands_at(const uint8_t *place, const uint8_t *word, size_t word_count) {
  for (size_t i = 0; i < word_count; i++)
    if (small(place[i]) != word[i]) return 0;
  return 1;
}

// How seldom a byte is in text: what is not among the commonest letters is rarer than all of them.
static size_t rarity(uint8_t byte) {
  static const char common[] = " etaoinsrhldcumfpgwybvk";
  const char *place = memchr(common, byte, sizeof common - 1);
  return place ? (size_t)(place - common) : sizeof common;
}

long huddle_find_caseless(const void *bytes, size_t count, const void *word, size_t word_count) {
  const uint8_t *text = bytes, *wanted = word;
  if (word_count == 0 || word_count > count) return word_count == 0 ? 0 : -1;
  // The two rarest bytes of the word are looked for together, 64 places at a time, in a loop that
  // the compiler makes into a few wide instructions; with bit 5 set a capital is its small letter.
  size_t one = 0, two = 0;
  for (size_t i = 1; i < word_count; i++) {
    if (rarity(wanted[i]) >= rarity(wanted[one])) two = one, one = i;
    else if (two == one || rarity(wanted[i]) > rarity(wanted[two])) two = i;
  }
  const uint8_t first = wanted[one] | 0x20, second = wanted[two] | 0x20;
  const size_t places = count - word_count + 1;
  size_t place = 0;
  for (; place + 64 <= places; place += 64) {
    const uint8_t *at_first = text + place + one, *at_second = text + place + two;
    uint8_t may_be = 0;
    for (size_t i = 0; i < 64; i++)
      may_be |= ((at_first[i] | 0x20) == first) & ((at_second[i] | 0x20) == second);
    if (!may_be) continue;
    for (size_t i = 0; i < 64; i++)
      if (stands_at(text + place + i, wanted, word_count)) return (long)(place + i);
  }
  for (; place < places; place++)
    if (stands_at(text + place, wanted, word_count)) return (long)place;
  return -1;
}
