/* See output_names.h. */
#include "cli/output_names.h"

#include <string.h>

#include "orefolio/memory.h"

int ore_output_count(const ore_options *options)
{
    return options->n_languages > 1 ? options->n_languages : 1;
}

/* Where the name of a language is put into a path: before the extension of a
 * file, behind a folder. */
static int end_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');
    int length = (int)strlen(path);

    if (dot && (!slash || dot > slash + 1) && dot != path) {
        return (int)(dot - path);
    }
    while (length > 1 && path[length - 1] == '/') {
        length--;
    }
    return length;
}

char *ore_output_name(const ore_options *options, const char *path, int i)
{
    if (ore_output_count(options) == 1) {
        return ore_copy(path);
    }
    const int end = end_of(path);
    const char *rest = path[end] == '/' ? "" : path + end;

    return ore_print("%.*s.%s%s", end, path, options->languages[i], rest);
}
