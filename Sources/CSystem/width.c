#ifndef __APPLE__
#define _GNU_SOURCE
#endif
#include "CSystem.h"

#include <locale.h>
#include <wchar.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

static locale_t utf8_locale(void) {
  static locale_t kept = (locale_t)0;
  if (kept == (locale_t)0) {
    const char *names[] = {"C.UTF-8", "UTF-8", "en_US.UTF-8"};
    for (int i = 0; i < 3 && kept == (locale_t)0; i++)
      kept = newlocale(LC_CTYPE_MASK, names[i], (locale_t)0);
  }
  return kept;
}

int huddle_scalar_width(uint32_t scalar) {
  if (scalar < 0x7f) return scalar >= 0x20 ? 1 : -1;
  locale_t locale = utf8_locale();
  if (locale == (locale_t)0) return scalar < 0xa0 ? -1 : 1;
  locale_t before = uselocale(locale);
  int width = wcwidth((wchar_t)scalar);
  uselocale(before);
  return width;
}
