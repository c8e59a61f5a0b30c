/* Output files: a temporary one in the same folder, synced, then renamed. */
#include "base/atomic.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files_read.h"
#include "base/temporary.h"
#include "base/text.h"
#include "orefolio/memory.h"

enum { MAX_LINKS = 40 };

struct ore_output {
    char *path;   /* final place, links resolved */
    char *folder; /* it is in; NULL = written straight */
    ore_temporary temporary;
    FILE *stream;
};

static void say(ore_diags *diags, const char *path, const char *what)
{
    const ore_where nowhere = {0};

    ore_error(diags, nowhere, "cannot write '%s': %s", ore_shown(path), what);
}

static void release(ore_output *output)
{
    free(output->path);
    free(output->folder);
    free(output->temporary.name);
    free(output);
}

static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return !slash          ? ore_copy(".")
           : slash == path ? ore_copy("/")
                           : ore_print("%.*s", (int)(slash - path), path);
}

/* What the link at `path` says, as a path from here; NULL = no link. */
static char *link_of(const char *path)
{
    struct stat state;

    if (lstat(path, &state) != 0 || !S_ISLNK(state.st_mode)) {
        return NULL;
    }
    const int room = 1 << 13;
    char *text = ore_alloc(room, 1);
    const ssize_t length = readlink(path, text, (size_t)room - 1);

    if (length <= 0) {
        free(text);
        return NULL;
    }
    if (text[0] == '/') {
        return text;
    }
    char *folder = folder_of(path);
    char *whole = ore_print("%s/%s", folder, text);

    free(folder);
    free(text);
    return whole;
}

char *ore_output_place(const char *path)
{
    char *place = ore_real_path(path);

    if (place) {
        return place;
    }
    place = ore_copy(path);
    for (int i = 0; i < MAX_LINKS; i++) {
        char *next = link_of(place);

        if (!next) {
            break;
        }
        free(place);
        place = next;
    }
    return place;
}

/* Whether a regular file may be replaced. The superuser may do everything, so
 * the file's own word is asked, too. */
static bool may_replace(const char *path, const struct stat *state)
{
    errno = EACCES;
    return (state->st_mode & 0222) != 0 &&
           faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0;
}

static const char *why(int fault)
{
    return fault == EACCES ? "it may not be written (permission denied)"
                           : strerror(fault);
}

/* Mode and owner of the file that is replaced, as far as they can be kept. */
static void keep_rights(int fd, const struct stat *state)
{
    if (fchown(fd, state->st_uid, state->st_gid) != 0) {
        errno = 0;
    }
    (void)fchmod(fd, state->st_mode & 0777);
}

/* A stream beside the place; NULL with errno. */
static FILE *open_beside(ore_output *output, const struct stat *replaced)
{
    output->folder = folder_of(output->path);
    if (!ore_temporary_open(output->folder, &output->temporary)) {
        return NULL;
    }
    if (replaced) {
        keep_rights(output->temporary.fd, replaced);
    }
    FILE *stream = fdopen(output->temporary.fd, "wb");

    if (!stream) {
        const int fault = errno;

        (void)close(output->temporary.fd);
        if (output->temporary.name) {
            (void)unlink(output->temporary.name);
        }
        errno = fault;
    }
    return stream;
}

ore_output *ore_output_open(const char *path, ore_diags *diags)
{
    ore_output *output = ore_alloc(1, sizeof *output);
    struct stat state;

    if (strcmp(path, "-") == 0) {
        output->path = ore_copy("standard output");
        output->stream = stdout;
        return output;
    }
    output->path = ore_output_place(path);
    if (stat(output->path, &state) != 0) {
        output->stream = open_beside(output, NULL);
    } else if (!S_ISREG(state.st_mode)) {
        output->stream = fopen(output->path, "wb");
    } else if (may_replace(output->path, &state)) {
        output->stream = open_beside(output, &state);
    }
    if (!output->stream) {
        const int fault = errno;

        if (fault == ENOMEM) {
            ore_out_of_memory();
        }
        say(diags, path, why(fault));
        release(output);
        return NULL;
    }
    return output;
}

FILE *ore_output_stream(const ore_output *output)
{
    return output->stream;
}

/* A rename is lasting only when its folder is on the disk. Some file systems
 * cannot sync folders; the file itself is then safe all the same. */
static void sync_folder(const char *folder)
{
    const int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
}

/* Everything on the disk, under a name that can be renamed. */
static bool settle(ore_output *output)
{
    return !output->folder ||
           (fsync(fileno(output->stream)) == 0 &&
            (output->temporary.name ||
             ore_temporary_name(output->folder, &output->temporary)));
}

ore_status ore_output_finish(ore_output *output, ore_diags *diags)
{
    bool good = !ferror(output->stream) && fflush(output->stream) == 0 &&
                settle(output);
    int fault = errno;
    /* The lock of the temporary file is held until it has its last name. */
    const int held = output->folder ? dup(fileno(output->stream)) : -1;

    if (output->stream != stdout) {
        if (fclose(output->stream) != 0 && good) {
            good = false;
            fault = errno;
        }
        output->stream = NULL;
    }
    if (good && output->folder) {
        good = rename(output->temporary.name, output->path) == 0;
        fault = errno;
        if (good) {
            sync_folder(output->folder);
        }
    }
    if (!good) {
        /* A reader who has seen enough needs no message. */
        if (fault != EPIPE || output->folder) {
            say(diags, output->path, strerror(fault));
        }
        if (output->temporary.name) {
            (void)unlink(output->temporary.name);
        }
    }
    if (held >= 0) {
        close(held);
    }
    release(output);
    return good ? ORE_OK : ORE_NO_OUTPUT;
}

void ore_output_drop(ore_output *output)
{
    if (!output) {
        return;
    }
    if (output->temporary.name) {
        (void)unlink(output->temporary.name);
    }
    if (output->stream != stdout) {
        (void)fclose(output->stream);
    }
    release(output);
}

/* Opening a pipe would wait for its reader, and closing it end him. */
static ore_status try_straight(const char *path, const struct stat *state,
                               ore_diags *diags)
{
    if (S_ISDIR(state->st_mode)) {
        errno = EISDIR;
    } else if (faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0) {
        return ORE_OK;
    }
    say(diags, path, why(errno));
    return ORE_NO_OUTPUT;
}

ore_status ore_output_try(const char *path, ore_diags *diags)
{
    struct stat state;

    if (strcmp(path, "-") == 0) {
        if (fcntl(STDOUT_FILENO, F_GETFL) >= 0) {
            return ORE_OK;
        }
        say(diags, "standard output", strerror(errno));
        return ORE_NO_OUTPUT;
    }
    if (stat(path, &state) == 0 && !S_ISREG(state.st_mode)) {
        return try_straight(path, &state, diags);
    }
    ore_output *output = ore_output_open(path, diags);

    ore_output_drop(output);
    return output ? ORE_OK : ORE_NO_OUTPUT;
}
