/* Output files that appear under their name only when they are complete. */
#ifndef OPTIMIZER_BASE_ATOMIC_H
#define OPTIMIZER_BASE_ATOMIC_H

#include <stdio.h>

#include "base/diag.h"

/** A file being written beside its final place. */
typedef struct ore_output ore_output;

/** Start writing `path` ("-" = standard output). What is not a regular file
 * (a device, a pipe) is written straight. Returns NULL after a diagnostic when
 * that is not possible. End with ore_output_finish or ore_output_drop. */
ore_output *ore_output_open(const char *path, ore_diags *diags);

/** The stream to write to; owned by `output`. */
FILE *ore_output_stream(const ore_output *output);

/** Bring everything to the disk and put the file in its place. Frees `output`.
 * On ORE_NO_OUTPUT (with a diagnostic) what was there before is intact. */
ORE_MUST_USE ore_status ore_output_finish(ore_output *output, ore_diags *diags);

/** Forget what was written; NULL is allowed. */
void ore_output_drop(ore_output *output);

#endif
