#ifndef __APPLE__
#define _GNU_SOURCE
#endif
#include "CSystemFiles.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

int huddle_sync_data(int descriptor) {
#ifdef __APPLE__
  if (fcntl(descriptor, F_FULLFSYNC) == 0) return 0;
  if (errno != ENOTSUP && errno != EINVAL && errno != ENOTTY) return -1;
  return fsync(descriptor);
#else
  return fdatasync(descriptor);
#endif
}

int huddle_sync_directory(int descriptor) {
#ifdef __APPLE__
  if (fcntl(descriptor, F_FULLFSYNC) == 0) return 0;
  if (errno != ENOTSUP && errno != EINVAL && errno != ENOTTY) return -1;
#endif
  return fsync(descriptor);
}

int huddle_lock_alone(int descriptor) { return flock(descriptor, LOCK_EX | LOCK_NB); }

void huddle_ignore_file_size_signal(void) { signal(SIGXFSZ, SIG_IGN); }
