/* What every portfolio of a comparison is worth in every other case. */
#ifndef OPTIMIZER_STUDY_SWEEP_REGRET_TABLE_H
#define OPTIMIZER_STUDY_SWEEP_REGRET_TABLE_H

#include "study/settings.h"

/** Values [n * n] of the first goal: row i is what the projects of case i are
 * worth in every case, NAN = not possible, HUGE_VAL = not known in the time,
 * which ends at `until_s` on the clock of ore_now_s. Equal portfolios are
 * looked at once in each case; `jobs` looks at a time. The caller frees. */
double *ore_regret_table_new(const ore_study_settings *settings, int jobs,
                             int n, ore_round *const *rounds,
                             ore_result *const *results, double until_s);

#endif
