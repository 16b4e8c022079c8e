// Doors to the file system that differ by platform.
#ifndef HUDDLE_CSYSTEM_FILES_H
#define HUDDLE_CSYSTEM_FILES_H

// Puts a file's data on the medium: fdatasync on Linux; F_FULLFSYNC on macOS, whose fsync leaves
// the data in the drive's own cache (and plain fsync where a file system knows no full one).
// 0, or -1 with errno. A door because the calls and their constants differ by platform.
int huddle_sync_data(int descriptor);

// The same for a directory, whose entries are metadata. 0, or -1 with errno.
int huddle_sync_directory(int descriptor);

// Takes the one writer's lock on an open file without waiting: 0, or -1 with errno (EWOULDBLOCK
// where another holds it). A door because in Swift the struct `flock` hides the function.
int huddle_lock_alone(int descriptor);

// Lets a write past the limit on file sizes fail with EFBIG, as any other failed write does,
// instead of ending the process (SIGXFSZ).
void huddle_ignore_file_size_signal(void);

#endif
