/* Points of a frontier (study/study.h): which of them stand for themselves, and
 * where the line between them bends. */
#include <math.h>
#include <string.h>

#include "orefolio/goal.h"
#include "orefolio/study/study.h"
#include "orefolio/tolerances.h"

double ore_lead(const ore_objective *use, double a, double b)
{
    const double better = ore_objective_is_maximised(use) ? a - b : b - a;

    return fabs(better) <= ORE_TOLERANCE_EQUAL * fmax(1.0, fabs(b)) ? 0.0
                                                                    : better;
}

/* How run i stands to run k. */
static ore_standing compare(const ore_round *round,
                            const ore_frontier *frontier, int i, int k)
{
    const ore_run *own = &frontier->runs[i], *other = &frontier->runs[k];

    if (i == k || !own->has_portfolio || !other->has_portfolio) {
        return ORE_OF_ITS_OWN;
    }
    const double first = ore_lead(&round->goals[0], other->value, own->value);
    const double second = ore_lead(frontier->other, other->other, own->other);

    if (first == 0.0 && second == 0.0) {
        const bool is_same =
            memcmp(own->goes, other->goes,
                   (size_t)round->n_projects * sizeof *own->goes) == 0;

        /* Of equal ones the first stands. */
        return k > i ? ORE_OF_ITS_OWN : is_same ? ORE_SAME : ORE_NO_BETTER;
    }
    return first >= 0.0 && second >= 0.0 ? ORE_NO_BETTER : ORE_OF_ITS_OWN;
}

ore_standing ore_frontier_standing(const ore_round *round,
                                   const ore_frontier *frontier, int i, int *by)
{
    ore_standing found = ORE_OF_ITS_OWN;

    for (int k = 0; k < frontier->n_runs && found != ORE_SAME; k++) {
        const ore_standing own = compare(round, frontier, i, k);

        if (own == ORE_SAME ||
            (own == ORE_NO_BETTER && found == ORE_OF_ITS_OWN)) {
            found = own;
            *by = k;
        }
    }
    return found;
}

/* How far the run is on the better side of the line between the ends, as a part
 * of what lies between them in each goal: 0 on the line, 1 at the point that is
 * as good as the better end in both. */
static double depth_of(const ore_run *run, const ore_run *low,
                       const ore_run *high)
{
    return (run->value - low->value) / (high->value - low->value) -
           (run->other - low->other) / (high->other - low->other);
}

int ore_frontier_knee(const ore_round *round, const ore_frontier *frontier)
{
    static const double least_depth = 0.01;
    const ore_run *low = NULL, *high = NULL;
    double most = least_depth;
    int knee = -1, by = 0;

    for (int i = 0; i < frontier->n_runs; i++) {
        const ore_run *run = &frontier->runs[i];

        if (run->has_portfolio &&
            ore_frontier_standing(round, frontier, i, &by) == ORE_OF_ITS_OWN) {
            low = low ? low : run;
            high = run;
        }
    }
    for (int i = 0; high != low && i < frontier->n_runs; i++) {
        const ore_run *run = &frontier->runs[i];

        if (run->has_portfolio && run != low && run != high &&
            depth_of(run, low, high) > most) {
            most = depth_of(run, low, high);
            knee = i;
        }
    }
    return knee;
}

bool ore_frontier_is_complete(const ore_frontier *frontier)
{
    bool is_complete = frontier->may_be && frontier->is_first_proven &&
                       frontier->is_last_proven;

    for (int i = 0; i < frontier->n_runs && is_complete; i++) {
        is_complete = isnan(frontier->may_be[i]);
    }
    return is_complete;
}
