/* Reads every .jsonl file of a folder and counts its lines: the least that a scan can cost. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int count, char **words) {
  if (count != 2 || chdir(words[1]) != 0) return 66;
  DIR *folder = opendir(".");
  if (!folder) return 66;
  static char buffer[4 << 20];
  long lines = 0;
  for (struct dirent *entry; (entry = readdir(folder));) {
    size_t length = strlen(entry->d_name);
    if (length < 6 || strcmp(entry->d_name + length - 6, ".jsonl") != 0) continue;
    int file = open(entry->d_name, O_RDONLY);
    if (file < 0) return 66;
    ssize_t got, size = 0;
    while ((got = read(file, buffer + size, sizeof buffer - size)) > 0) size += got;
    close(file);
    for (char *at = buffer, *end = buffer + size; (at = memchr(at, '\n', end - at)); at++) lines++;
  }
  printf("%ld\n", lines);
  return 0;
}
