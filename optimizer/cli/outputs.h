/* What a command is asked to write, looked at before it computes anything. */
#ifndef OPTIMIZER_CLI_OUTPUTS_H
#define OPTIMIZER_CLI_OUTPUTS_H

#include "base/diagnostics.h"
#include "cli/options.h"

/** Whether the outputs of the command line can be written, and lose nothing: no
 * output is an input of this run (what has been read so far and what the
 * command line names), another output, part of a sweep, or named as another
 * format. It is asked before anything is read and again when all is read,
 * before the first search. ORE_USAGE and ORE_NO_OUTPUT come with diagnostics.
 */
ORE_MUST_USE ore_status ore_check_outputs(const ore_options *options,
                                          ore_diags *diags);

/** Whether --output, --html or --json is standard output: nothing else may be
 * said there. */
bool ore_stdout_is_taken(const ore_options *options);

#endif
