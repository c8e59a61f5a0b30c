/* Output files: a temporary name in the same folder, synced, then renamed. */
#include "base/atomic.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "orefolio/memory.h"

struct ore_output {
    char *path;      /* final place, links resolved */
    char *temporary; /* NULL = written straight */
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
    free(output->temporary);
    free(output);
}

static FILE *open_temporary(ore_output *output)
{
    output->temporary = ore_print("%s.%ld.tmp", output->path, (long)getpid());
    const int fd =
        open(output->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

    return fd < 0 ? NULL : fdopen(fd, "wb");
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
    if (stat(path, &state) != 0) {
        output->path = ore_copy(path);
        output->stream = open_temporary(output);
    } else if (S_ISREG(state.st_mode)) {
        /* A link stays a link: the file behind it is replaced. */
        char *resolved = realpath(path, NULL);

        output->path = ore_copy(resolved ? resolved : path);
        free(resolved);
        output->stream = open_temporary(output);
    } else {
        output->path = ore_copy(path);
        output->stream = fopen(path, "wb");
    }
    if (!output->stream) {
        say(diags, path, strerror(errno));
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
static void sync_folder(const char *path)
{
    char *copy = ore_copy(path);
    const int fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
    free(copy);
}

ore_status ore_output_finish(ore_output *output, ore_diags *diags)
{
    bool good = !ferror(output->stream) && fflush(output->stream) == 0;

    if (output->temporary) {
        good = good && fsync(fileno(output->stream)) == 0;
    }
    int fault = errno;

    if (output->stream != stdout) {
        if (fclose(output->stream) != 0 && good) {
            good = false;
            fault = errno;
        }
        output->stream = NULL;
    }
    if (good && output->temporary) {
        good = rename(output->temporary, output->path) == 0;
        fault = errno;
        if (good) {
            sync_folder(output->path);
        }
    }
    if (!good) {
        say(diags, output->path, strerror(fault));
        if (output->temporary) {
            (void)unlink(output->temporary);
        }
    }
    release(output);
    return good ? ORE_OK : ORE_NO_OUTPUT;
}

void ore_output_drop(ore_output *output)
{
    if (!output) {
        return;
    }
    if (output->stream != stdout) {
        (void)fclose(output->stream);
    }
    if (output->temporary) {
        (void)unlink(output->temporary);
    }
    release(output);
}
