/* Output files that appear under their name only when they are complete. */
#ifndef OPTIMIZER_BASE_ATOMIC_H
#define OPTIMIZER_BASE_ATOMIC_H

#include <stdio.h>

#include "base/diagnostics.h"

/** A file being written beside its final place: without a name where the file
 * system has such files, else as ".orefolio-HOST-RANDOM.tmp". */
typedef struct ore_output ore_output;

/** Start writing `path` ("-" = standard output). Links stay: what they lead to
 * is written, also when it is not there yet. A file that is replaced keeps its
 * mode; one that is read-only is not replaced. What is not a regular file (a
 * device, a pipe) is written straight. Returns NULL after a diagnostic when
 * that is not possible. End with ore_output_finish or ore_output_drop. */
ore_output *ore_output_open(const char *path, ore_diags *diags);

/** The stream to write to; owned by `output`. */
FILE *ore_output_stream(const ore_output *output);

/** Bring everything to the disk and put the file in its place. Frees `output`.
 * On ORE_NO_OUTPUT (with a diagnostic) what was there before is intact. */
ORE_MUST_USE ore_status ore_output_finish(ore_output *output, ore_diags *diags);

/** Forget what was written; NULL is allowed. */
void ore_output_drop(ore_output *output);

/** Whether `path` can be written now, told before anything is computed for it;
 * leaves nothing behind. ORE_NO_OUTPUT comes with a diagnostic. */
ORE_MUST_USE ore_status ore_output_try(const char *path, ore_diags *diags);

/** Where `path` leads when all links are followed, the last one also to what is
 * not there. The caller frees. */
char *ore_output_place(const char *path);

#endif
