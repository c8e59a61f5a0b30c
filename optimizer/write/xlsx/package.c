/* Making a package in a process of its own, whole or not at all. */
#include "write/xlsx/package.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/atomic.h"
#include "base/child_exit.h"
#include "base/text.h"
#include "orefolio/memory.h"
#include "write/xlsx/zip_check.h"

FILE *lxw_tmpfile(char *folder)
{
    const int fd = memfd_create("member", MFD_CLOEXEC);

    (void)folder;
    return fd < 0 ? NULL : fdopen(fd, "w+");
}

/* The child: no core file, dies with its parent, says what goes wrong into the
 * pipe. Never returns, so nothing of the parent's is flushed or freed twice. */
static void run_child(bool (*build)(const void *data, const char *file),
                      const void *data, int package, int voice)
{
    const struct rlimit none = {0, 0};
    char *file = ore_print("/proc/self/fd/%d", package);

    (void)setrlimit(RLIMIT_CORE, &none);
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (dup2(voice, STDERR_FILENO) < 0) {
        ore_exit_child(ORE_INTERNAL);
    }
    ore_exit_child(build(data, file) ? ORE_OK : ORE_NO_OUTPUT);
}

/* What the child says until it ends, cut to `size`. */
static void listen_to(int voice, char *said, size_t size)
{
    char chunk[512];
    size_t used = 0;

    for (;;) {
        const ssize_t n = read(voice, chunk, sizeof chunk);

        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            break;
        }
        const size_t room = size - 1 - used;
        const size_t kept = (size_t)n < room ? (size_t)n : room;

        memcpy(said + used, chunk, kept);
        used += kept;
    }
    said[used] = '\0';
    said[strcspn(said, "\n")] = '\0';
}

/* How the child ended. Its library tells of memory by a word. */
static ore_status end_of(pid_t child, const char *said)
{
    int state = 0;

    while (waitpid(child, &state, 0) < 0) {
        if (errno != EINTR) {
            return ORE_INTERNAL;
        }
    }
    if (strcasestr(said, "memory") ||
        (WIFEXITED(state) && WEXITSTATUS(state) == ORE_NO_MEMORY)) {
        return ORE_NO_MEMORY;
    }
    if (!WIFEXITED(state) || WEXITSTATUS(state) == ORE_INTERNAL) {
        return ORE_INTERNAL;
    }
    return WEXITSTATUS(state) == ORE_OK && !*said ? ORE_OK : ORE_NO_OUTPUT;
}

/* What the system did not give for a process of its own. */
static ore_status refused(const char *what, char *said, size_t size)
{
    const int fault = errno;

    (void)snprintf(said, size, "no %s: %s", what, strerror(fault));
    return fault == ENOMEM ? ORE_NO_MEMORY : ORE_INTERNAL;
}

/* Fill the file behind `package`; on failure `said` tells why. */
static ore_status make(bool (*build)(const void *data, const char *file),
                       const void *data, int package, char *said, size_t size)
{
    int voice[2];

    if (pipe2(voice, O_CLOEXEC) != 0) {
        return refused("pipe", said, size);
    }
    /* What waits to be printed is printed once. */
    fflush(stdout);
    const pid_t child = fork();

    if (child == 0) {
        run_child(build, data, package, voice[1]);
    }
    if (child < 0) {
        const ore_status status = refused("process", said, size);

        (void)close(voice[0]);
        (void)close(voice[1]);
        return status;
    }
    (void)close(voice[1]);
    listen_to(voice[0], said, size);
    (void)close(voice[0]);
    return end_of(child, said);
}

static ore_status publish(const char *path, const unsigned char *bytes,
                          size_t size, ore_diags *diags)
{
    ore_output *output = ore_output_open(path, diags);

    if (!output) {
        return ORE_NO_OUTPUT;
    }
    /* A short write leaves its mark on the stream, and finishing looks. */
    (void)fwrite(bytes, 1, size, ore_output_stream(output));
    return ore_output_finish(output, diags);
}

ore_status ore_write_package(const char *path,
                             bool (*build)(const void *data, const char *file),
                             const void *data, ore_diags *diags)
{
    const ore_where nowhere = {0};
    const int package = memfd_create("package", MFD_CLOEXEC);
    struct stat state = {0};
    char said[200] = "";
    void *bytes = MAP_FAILED;
    ore_status status = package >= 0
                            ? make(build, data, package, said, sizeof said)
                            : refused("file in memory", said, sizeof said);

    if (status == ORE_OK && fstat(package, &state) == 0 && state.st_size > 0) {
        bytes = mmap(NULL, (size_t)state.st_size, PROT_READ, MAP_SHARED,
                     package, 0);
        if (bytes == MAP_FAILED) {
            status = refused("view of it", said, sizeof said);
        }
    }
    if (bytes != MAP_FAILED && ore_zip_is_whole(bytes, (size_t)state.st_size)) {
        status = publish(path, bytes, (size_t)state.st_size, diags);
    } else {
        status = status == ORE_OK ? ORE_NO_OUTPUT : status;
        ore_error(diags, nowhere, "cannot write '%s': %s", ore_shown(path),
                  *said                     ? ore_shown(said)
                  : status == ORE_NO_MEMORY ? "out of memory"
                  : status == ORE_INTERNAL  ? "its process broke down"
                                            : "the workbook did not come out "
                                              "whole");
    }
    if (bytes != MAP_FAILED) {
        (void)munmap(bytes, (size_t)state.st_size);
    }
    if (package >= 0) {
        (void)close(package);
    }
    return status;
}
