#include "CSystem.h"

#include <sys/types.h>
#include <zlib.h>
#ifdef __APPLE__
#include <CommonCrypto/CommonDigest.h>
#else
#include <sha2.h>
#endif

uint32_t huddle_crc32(const uint8_t *bytes, size_t count) {
  return (uint32_t)crc32_z(0, bytes, count);
}

void huddle_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]) {
#ifdef __APPLE__
  CC_SHA256(bytes, (CC_LONG)count, digest);
#else
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, bytes, count);
  SHA256Final(digest, &context);
#endif
}
