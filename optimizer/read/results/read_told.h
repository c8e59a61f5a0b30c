/* Result files as they are written, without their rounds. */
#ifndef OPTIMIZER_READ_RESULTS_READ_TOLD_H
#define OPTIMIZER_READ_RESULTS_READ_TOLD_H

#include "base/diagnostics.h"
#include "orefolio/study/told_results.h"

/** Read both files and find what differs. Unless ORE_OK there are diagnostics
 * and nothing to free. */
ORE_MUST_USE ore_status ore_told_results_read(const char *before,
                                              const char *after,
                                              ore_diags *diags,
                                              ore_told_results *results);
void ore_told_results_free(ore_told_results *results);

#endif
