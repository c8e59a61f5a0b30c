/* What differs between the baseline and the result. */
#include "write/book/changes.h"

#include <math.h>

static const double written_m = 1e-6; /* faces are written this finely */

ore_change ore_change_of(const ore_round *round, const ore_result *result,
                         int p)
{
    const ore_baseline *before = &round->baseline;
    const ore_project *project = &round->projects[p];

    if (before->option[p] < 0) {
        return result->option[p] < 0 ? ORE_CHANGE_NONE : ORE_CHANGE_ADDED;
    }
    if (result->option[p] < 0) {
        return ORE_CHANGE_DROPPED;
    }
    if (result->option[p] != before->option[p]) {
        return ORE_CHANGE_OPTION;
    }
    if (result->year[p] != before->year[p]) {
        return ORE_CHANGE_YEAR;
    }
    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        if (fabs(result->face_m[f] - before->face_m[f]) > written_m) {
            return ORE_CHANGE_MONEY;
        }
    }
    return ORE_CHANGE_NONE;
}

double ore_change_baseline_m(const ore_round *round, int p)
{
    const ore_project *project = &round->projects[p];
    double sum_m = 0.0;

    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        sum_m += round->baseline.face_m[f];
    }
    return sum_m;
}
