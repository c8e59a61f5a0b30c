/* Fuzzer: bytes as a round. Up to the first line "#= NAME" they are round.ini,
 * and after each such line the file of that name. Whatever they are, there is a
 * plan of which a program can be made, or a message. */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>

#include "fuzz/files.h"
#include "orefolio/memory.h"
#include "program/program.h"
#include "read/read.h"

enum { MOST_FILES = 8, LONGEST_NAME = 32, MOST_COLUMNS = 20000 };

static const char mark[] = "\n#= ";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A folder in memory where there is one, for the life of the process. */
static char folder[] = "/dev/shm/orefolio-fuzz-XXXXXX";
static char names[MOST_FILES][LONGEST_NAME + 1];
static int n_names;

static void clean(void)
{
    for (int i = 0; i < n_names; i++) {
        (void)unlink(names[i]);
    }
    n_names = 0;
}

static void leave(void)
{
    clean();
    (void)rmdir(folder);
}

static void enter(void)
{
    static bool is_there;

    if (!is_there && (!mkdtemp(folder) || chdir(folder) != 0)) {
        abort();
    }
    if (!is_there) {
        (void)atexit(leave);
    }
    is_there = true;
}

static void write_file(const char *name, const char *bytes, size_t size)
{
    const int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

    if (fd < 0 || write(fd, bytes, size) != (ssize_t)size) {
        abort();
    }
    (void)close(fd);
    (void)strcpy(names[n_names++], name);
}

/* Names of files here only: letters, digits, points and lines. */
static bool take_name(const char *at, size_t length, char *name)
{
    static const char good[] = "abcdefghijklmnopqrstuvwxyz0123456789._-";

    if (length == 0 || length > LONGEST_NAME) {
        return false;
    }
    memcpy(name, at, length);
    name[length] = '\0';
    return strspn(name, good) == length && *name != '.';
}

static void write_files(const char *text, size_t size)
{
    const char *const end = text + size;
    char name[LONGEST_NAME + 1] = "round.ini";

    while (n_names < MOST_FILES) {
        const char *next = memmem(text, (size_t)(end - text), mark, 4);

        write_file(name, text, (size_t)((next ? next + 1 : end) - text));
        if (!next) {
            return;
        }
        const char *line = next + 4;
        const char *stop = memchr(line, '\n', (size_t)(end - line));

        if (!stop || !take_name(line, (size_t)(stop - line), name)) {
            return;
        }
        text = stop + 1;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const ore_read_options none = {0};
    ore_diags *diags = ore_diags_new();
    ore_round *round = NULL;

    enter();
    write_files((const char *)data, size);
    const ore_status status =
        ore_read_round_file("round.ini", &none, diags, &round);

    if ((status == ORE_OK) != (ore_diags_errors(diags) == 0)) {
        abort();
    }
    /* Of a large one the making takes long and finds nothing more. */
    if (status == ORE_OK &&
        (long)round->n_options * round->n_states < MOST_COLUMNS) {
        ore_program_free(ore_program_new(round));
    }
    ore_round_free(round);
    ore_diags_free(diags);
    clean();
    return 0;
}
