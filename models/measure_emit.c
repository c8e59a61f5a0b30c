/* What measures are in a program. */
#include "economics/project_sums.h"
#include "orefolio/measure.h"

double ore_emit_measure(const ore_measure *measure, const ore_round *round,
                        const ore_variables *variables,
                        const ore_selection *selection,
                        const ore_expression *sum)
{
    if (measure->per_option) {
        ore_sum_starts(round, variables, selection, sum, measure->per_option);
    } else if (measure->per_face) {
        ore_sum_awards(round, variables, selection, sum, measure->per_face);
    }
    return measure->emit ? measure->emit(round, variables, selection, sum)
                         : 0.0;
}
