/* A result file held against the round as it is now. */
#ifndef OPTIMIZER_CLI_REPLAY_H
#define OPTIMIZER_CLI_REPLAY_H

#include "base/diagnostics.h"
#include "cli/options.h"
#include "orefolio/round.h"
#include "read/read.h"

/** Whether the files of the round are those that the run of the result has
 * read. Each that is not is told: as an error and ORE_BAD_INPUT, or as a
 * warning with --changed-inputs. */
ORE_MUST_USE ore_status ore_check_stamps(const ore_options *options,
                                         const ore_round *round,
                                         const ore_result_head *head,
                                         ore_diags *diags);

#endif
