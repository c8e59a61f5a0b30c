/* Sums over columns that several families write. */
#include "sums.h"

void ore_put_starts(const ore_plan *plan, const ore_vars *vars,
                    ore_model *model, ore_row row, double coef, int p, int from,
                    int to)
{
    const ore_project *project = &plan->projects[p];

    for (int i = 0; i < project->n_options; i++) {
        const int o = project->first_option + i;

        for (int s = from; s <= to; s++) {
            ore_put(model, row, coef, vars->start[o * plan->n_commit + s]);
        }
    }
}

int ore_start_index(const ore_plan *plan, const ore_result *result, int p)
{
    return result->year[p] - plan->commit.first;
}

double ore_charge_m(const ore_plan *plan, const ore_result *result, int f)
{
    return plan->offers[f].subsidy_rate * result->face_m[f];
}
