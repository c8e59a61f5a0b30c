/* The leaves of a round with events, read from its files. */
#ifndef OPTIMIZER_STUDY_EVENTS_OPEN_TREE_H
#define OPTIMIZER_STUDY_EVENTS_OPEN_TREE_H

#include "base/diagnostics.h"
#include "orefolio/scenario_tree.h"
#include "read/read.h"

/** Read the round at `path` once for each leaf of its events, as it was read
 * itself. Every leaf has the projects, instruments, targets and goals of the
 * round: an outcome may change their figures. NULL with diagnostics and *status
 * when that is not so. The caller frees. */
ore_scenario_tree *ore_scenario_tree_open(const ore_read_options *asked,
                                          const char *path,
                                          const ore_round *round,
                                          ore_diags *diags, ore_status *status);

#endif
