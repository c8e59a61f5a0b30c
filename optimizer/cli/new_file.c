/* See new_file.h. */
#include "cli/new_file.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/atomic.h"
#include "orefolio/memory.h"

ore_status ore_write_new(const char *dir, const char *name, const void *bytes,
                         size_t size, ore_diags *diags)
{
    char *path = ore_print("%s/%s", dir, name);
    ore_output *output = ore_output_open(path, diags);
    ore_status status = ORE_NO_OUTPUT;

    if (output) {
        /* A short write leaves its mark on the stream, and finishing looks. */
        (void)fwrite(bytes, 1, size, ore_output_stream(output));
        status = ore_output_finish(output, diags);
    }
    free(path);
    return status;
}
