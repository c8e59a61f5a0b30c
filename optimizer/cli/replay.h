/* A run of before, read from its result file and held against the round as it
 * is now. */
#ifndef OPTIMIZER_CLI_REPLAY_H
#define OPTIMIZER_CLI_REPLAY_H

#include "base/diagnostics.h"
#include "cli/options.h"
#include "orefolio/result.h"
#include "orefolio/round.h"
#include "orefolio/statistics.h"
#include "orefolio/study/reliability.h"
#include "orefolio/study/tree_study.h"
#include "read/read.h"

/** What was read and verified. */
typedef struct ore_replayed {
    ore_result_head head;
    ore_round *round;        /**< as the run read it */
    ore_scenario_tree *tree; /**< of a round with events; NULL */
    ore_result *result;      /**< has a portfolio */
    ore_tree_study study;    /**< of the tree: what is worth what is not known
                              */
    ore_reliability *reliability; /**< drawn again; NULL = the run had none */
    ore_statistics statistics;    /**< of the program and of the verifier */
    char *unchecked; /**< "trade_offs, frontier": parts of the file that were
                          found by solving again; "" */
} ore_replayed;

/** Whether the files of the round are those that the run of the result has
 * read. Each that is not is told: as an error and ORE_BAD_INPUT, or as a
 * warning with --changed-inputs. */
ORE_MUST_USE ore_status ore_check_stamps(const ore_options *options,
                                         const ore_round *round,
                                         const ore_result_head *head,
                                         ore_diags *diags);

/** Read the round and the result that the command line names, verify the
 * portfolio in exact arithmetic and every figure of the file that follows from
 * it. Files of the round that have changed since the run are errors, and
 * warnings with --changed-inputs. ORE_OK, or a status with diagnostics; the
 * caller ends with ore_replay_close in any case. */
ORE_MUST_USE ore_status ore_replay_open(const ore_options *options,
                                        ore_diags *diags, ore_replayed *run);
void ore_replay_close(ore_replayed *run);

#endif
