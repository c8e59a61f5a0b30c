/* Loading a JSON file: regular files of a sensible size only, strict JSON,
 * nothing twice in one object. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files_read.h"
#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "orefolio/study/sweep.h"
#include "read/formats/json_node.h"

static ore_status refuse(const ore_json_file *file, ore_status status,
                         const char *why)
{
    const ore_where where = {file->path, 0, 0};

    ore_error(file->diags, where, "cannot read '%s': %s", ore_shown(file->path),
              _(why));
    return status;
}

/* Fill text with what `fd` has, up to `size` bytes. */
static bool read_bytes(int fd, char *text, size_t size, size_t *length)
{
    for (*length = 0; *length < size;) {
        const ssize_t got = read(fd, text + *length, size - *length);

        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return false;
        }
        if (got == 0) {
            break;
        }
        *length += (size_t)got;
    }
    return true;
}

static ore_status load_text(ore_json_file *file, size_t *length)
{
    struct stat state;
    /* Not blocking, so that a pipe is refused instead of waited for. */
    const int fd = open(file->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    ore_status status = ORE_OK;

    if (fd < 0) {
        return refuse(file, ORE_NO_INPUT, strerror(errno));
    }
    if (fstat(fd, &state) != 0) {
        status = refuse(file, ORE_NO_INPUT, strerror(errno));
    } else if (!S_ISREG(state.st_mode)) {
        status = refuse(file, ORE_NO_INPUT, "it is not a regular file");
    } else if (state.st_size > ORE_LARGEST_JSON) {
        status = refuse(file, ORE_BAD_INPUT, "it is larger than 64 MiB");
    } else {
        const size_t size = (size_t)state.st_size;

        ore_note_read(fd);
        file->text = ore_alloc((int)size + 1, 1);
        if (!read_bytes(fd, file->text, size, length)) {
            status = refuse(file, ORE_NO_INPUT, strerror(errno));
        }
    }
    close(fd);
    return status;
}

static ore_status parse(ore_json_file *file, json_t **value)
{
    size_t length = 0;
    json_error_t error;
    const ore_status status = load_text(file, &length);

    if (status != ORE_OK) {
        return status;
    }
    *value = json_loadb(file->text, length, JSON_REJECT_DUPLICATES, &error);
    if (!*value) {
        const ore_where where = {file->path, error.line,
                                 error.column > 0 ? error.column : 1};

        ore_error(file->diags, where, "no JSON that can be read: %s",
                  ore_shown(error.text));
        return ORE_BAD_INPUT;
    }
    return ORE_OK;
}

ore_status ore_json_read(const char *path, ore_diags *diags,
                         void (*read)(const ore_json_node *root, void *data),
                         void *data)
{
    ore_json_file file = {path, NULL, diags};
    json_t *value = NULL;
    const int errors = ore_diags_errors(diags);
    ore_status status = parse(&file, &value);

    if (status == ORE_OK) {
        const ore_json_node root = {&file, NULL, NULL, -1, value};

        read(&root, data);
        json_decref(value);
        status = ore_diags_errors(diags) > errors ? ORE_BAD_INPUT : ORE_OK;
    }
    free(file.text);
    return status;
}
