/* `diff` of two result files. */
#ifndef OPTIMIZER_CLI_DIFF_RESULTS_H
#define OPTIMIZER_CLI_DIFF_RESULTS_H

#include "base/diagnostics.h"
#include "cli/options.h"
#include "read/read.h"

/** The rounds that two results are of. */
typedef struct ore_rounds_of {
    ore_result_head heads[2];
    char *paths[2]; /**< owned; NULL = not at hand */
    char *why;      /**< why one of them is not: a sentence; owned; NULL */
} ore_rounds_of;

/** Look for the rounds of the results that the command line names: beside each
 * of them, every file as its run has read it, and both read with the same
 * scenario and changes, which are then in *reading. Unless ORE_OK there are
 * diagnostics; the caller ends with ore_rounds_of_free in any case. */
ore_status ore_rounds_of_find(const ore_options *options,
                              ore_read_options *reading, ore_diags *diags,
                              ore_rounds_of *rounds);
void ore_rounds_of_free(ore_rounds_of *rounds);

/** Print and write what differs in the files themselves, and why there are no
 * causes. */
ore_status ore_diff_results(const ore_options *options, const char *why,
                            ore_diags *diags);

#endif
