/* The files that this run has read, by device and inode: whatever a file is
 * called and however many links lead to it, no output may replace it. */
#ifndef OPTIMIZER_BASE_FILES_READ_H
#define OPTIMIZER_BASE_FILES_READ_H

#include <stdbool.h>
#include <sys/stat.h>

/** The file behind the descriptor is an input; what is no regular file is not
 * noted. */
void ore_note_read(int fd);
/** The same by name; "-" is standard input. One that is not there is not
 * noted. */
void ore_note_read_path(const char *path);

/** The path without links; NULL with errno = it leads nowhere. Want of memory
 * is not among the reasons. The caller frees. */
char *ore_real_path(const char *path);

/** Whether it is an input. */
bool ore_was_read(const struct stat *state);

#endif
