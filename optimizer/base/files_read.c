/* See files_read.h. */
#include "base/files_read.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "orefolio/memory.h"

typedef struct file {
    dev_t device;
    ino_t inode;
} file;

/* Shared state, because what is read is known far from what is written. Lives
 * as long as the process. */
static struct {
    file *files; /* [count] each once */
    int count, room;
} all;

bool ore_was_read(const struct stat *state)
{
    for (int i = 0; i < all.count; i++) {
        if (all.files[i].inode == state->st_ino &&
            all.files[i].device == state->st_dev) {
            return true;
        }
    }
    return false;
}

static void note(const struct stat *state)
{
    if (S_ISREG(state->st_mode) && !ore_was_read(state)) {
        all.files =
            ore_grow(all.files, all.count, &all.room, sizeof *all.files);
        all.files[all.count++] = (file){state->st_dev, state->st_ino};
    }
}

char *ore_real_path(const char *path)
{
    char *real = realpath(path, NULL);

    if (!real && errno == ENOMEM) {
        ore_out_of_memory();
    }
    return real;
}

void ore_note_read(int fd)
{
    struct stat state;

    if (fstat(fd, &state) == 0) {
        note(&state);
    }
}

void ore_note_read_path(const char *path)
{
    struct stat state;

    if (strcmp(path, "-") == 0) {
        ore_note_read(STDIN_FILENO);
    } else if (stat(path, &state) == 0) {
        note(&state);
    }
}
