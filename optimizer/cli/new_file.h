/* Files of a starter round. */
#ifndef OPTIMIZER_CLI_NEW_FILE_H
#define OPTIMIZER_CLI_NEW_FILE_H

#include <stddef.h>

#include "base/diagnostics.h"

/** Write DIR/name, which is not there yet. */
ORE_MUST_USE ore_status ore_write_new(const char *dir, const char *name,
                                      const void *bytes, size_t size,
                                      ore_diags *diags);

#endif
