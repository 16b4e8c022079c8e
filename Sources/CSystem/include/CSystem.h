// CSystem: one-line doors to the C library and to the digests. Each says why Swift cannot go there
// itself.
#ifndef HUDDLE_CSYSTEM_H
#define HUDDLE_CSYSTEM_H

#include <stddef.h>
#include <stdint.h>

#include "CSystemFiles.h"
#include "CSystemEcho.h"
#include "CSystemSearch.h"
#include "CSystemSignals.h"

// Columns that a terminal gives to a Unicode scalar: 0, 1 or 2, and -1 for a control character.
// Glibc's Swift module hides wcwidth, and wcwidth itself depends on the locale; this one asks in a
// UTF-8 locale of its own, whatever the process has set.
int huddle_scalar_width(uint32_t scalar);

// CRC-32 (IEEE 802.3) of the bytes, by zlib. A door because zlib's macro types differ by platform.
uint32_t huddle_crc32(const uint8_t *bytes, size_t count);

// SHA-256 (FIPS 180-4) of the bytes into 32 bytes: libmd on Linux, CommonCrypto on macOS.
void huddle_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]);

#endif
