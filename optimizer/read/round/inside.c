/* Which files a round may name: those of its own folder. A round comes from
 * others, and what is read shows in messages and reports. */
#include <stdlib.h>
#include <string.h>

#include "base/files_read.h"
#include "base/text.h"
#include "orefolio/memory.h"
#include "read/round/reader.h"

const char *ore_beside(const ore_reader *reader, const ore_source_cell *cell)
{
    /* Positions on the command line are no files. */
    const char *file = cell->where.line > 0 ? cell->where.file : reader->file;
    const char *slash = strrchr(file, '/');
    const int folder =
        slash && cell->text[0] != '/' ? (int)(slash + 1 - file) : 0;

    return ore_store_keep(reader->store,
                          ore_print("%.*s%s", folder, file, cell->text));
}

/* The folder of the round file as it really is; the caller frees. */
static char *folder_of(const char *file)
{
    const char *slash = strrchr(file, '/');
    char *folder = slash ? ore_print("%.*s", (int)(slash + 1 - file), file)
                         : ore_copy(".");
    char *real = ore_real_path(folder);

    free(folder);
    return real;
}

static bool is_below(const char *folder, const char *path)
{
    const size_t length = strlen(folder);

    return strcmp(folder, "/") == 0 ||
           (strncmp(path, folder, length) == 0 &&
            (path[length] == '/' || path[length] == '\0'));
}

bool ore_may_read(const ore_reader *reader, const ore_source_cell *cell,
                  const char *path)
{
    char *real = reader->asked->allow_outside ? NULL : ore_real_path(path);

    if (!real) {
        return true; /* one that is not there is told when it is opened */
    }
    char *folder = folder_of(reader->file);
    const bool good = folder && is_below(folder, real);

    free(folder);
    free(real);
    if (!good) {
        ore_error(reader->diags, cell->where,
                  "'%s' is outside of the round's folder: move it there, or "
                  "allow it with --allow-outside",
                  ore_shown(cell->text));
    }
    return good;
}
