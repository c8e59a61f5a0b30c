/* Reading files whole: regular files of a sensible size only. */
#include "read/formats/input.h"

#include <errno.h>
#include <fcntl.h>
#include <sha256.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files_read.h"
#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"

enum { FIRST_READ = 1 << 16 };

/* One file on its way in. */
typedef struct job {
    ore_where where, named;
    long largest;
    ore_diags *diags;
    ore_input_text *text;
} job;

static ore_status refuse(const job *j, ore_status status, const char *why)
{
    ore_error(j->diags, j->named, "cannot read '%s': %s",
              ore_shown(j->where.file), _(why));
    return status;
}

static ore_status too_large(const job *j)
{
    ore_error(j->diags, j->named, "'%s' is larger than %ld MiB",
              ore_shown(j->where.file), j->largest >> 20);
    return ORE_BAD_INPUT;
}

static ore_status read_all(const job *j, int fd, long expected)
{
    long room = expected > 0 ? expected + 2 : FIRST_READ;
    char *text = ore_alloc((int)room, 1);
    long length = 0;

    for (;;) {
        if (length + 1 == room) {
            room = room < j->largest / 2 ? 2 * room : j->largest + 2;
            text = ore_resize(text, (int)room, 1);
        }
        const ssize_t got =
            read(fd, text + length, (size_t)(room - length - 1));

        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            free(text);
            return refuse(j, ORE_NO_INPUT, strerror(errno));
        }
        length += got;
        if (got == 0) {
            break;
        }
        if (length > j->largest) {
            free(text);
            return too_large(j);
        }
    }
    text[length] = '\0';
    j->text->text = text;
    j->text->length = length;
    return ORE_OK;
}

static ore_status read_file(const job *j)
{
    struct stat state;
    /* Not blocking, so that a pipe is refused instead of waited for. */
    const int fd =
        open(j->where.file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    ore_status status;

    if (fd < 0) {
        return refuse(j, ORE_NO_INPUT, strerror(errno));
    }
    if (fstat(fd, &state) != 0) {
        status = refuse(j, ORE_NO_INPUT, strerror(errno));
    } else if (S_ISDIR(state.st_mode)) {
        status = refuse(j, ORE_NO_INPUT, "it is a directory");
    } else if (!S_ISREG(state.st_mode)) {
        status = refuse(j, ORE_NO_INPUT, "it is not a regular file");
    } else if (state.st_size > j->largest) {
        status = too_large(j);
    } else {
        ore_note_read(fd);
        status = read_all(j, fd, (long)state.st_size);
    }
    close(fd);
    return status;
}

ore_status ore_load_bytes(ore_where where, ore_where named, long largest,
                          ore_diags *diags, ore_input_text *bytes)
{
    const job j = {where, named, largest, diags, bytes};
    const ore_status status = strcmp(where.file, "-") == 0
                                  ? read_all(&j, STDIN_FILENO, 0)
                                  : read_file(&j);

    if (status == ORE_OK) {
        SHA256Data((const uint8_t *)bytes->text, (size_t)bytes->length,
                   bytes->sha256);
    }
    return status;
}

ore_status ore_load_text(ore_where where, ore_where named,
                         ore_encoding encoding, long largest, ore_diags *diags,
                         ore_input_text *text)
{
    const ore_status status =
        ore_load_bytes(where, named, largest, diags, text);

    if (status != ORE_OK) {
        return status;
    }
    return ore_clean_text(where, encoding, diags, text) ? ORE_OK
                                                        : ORE_BAD_INPUT;
}
