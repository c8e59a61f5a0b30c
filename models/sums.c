/* Sums over columns that several families write. */
#include "sums.h"

void ore_put_starts(const ore_plan *plan, const ore_vars *vars,
                    ore_model *model, ore_row row, double coef, int p,
                    ore_years years)
{
    const ore_project *project = &plan->projects[p];

    for (int i = 0; i < project->n_options; i++) {
        const int o = project->first_option + i;

        for (int s = years.first; s <= years.last; s++) {
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

double ore_bonus_m(const ore_plan *plan, const ore_result *result)
{
    double sum_m = 0.0;

    for (int i = 0; i < plan->n_links; i++) {
        const ore_link *link = &plan->links[i];

        if (link->kind == ORE_LINK_BONUS &&
            result->option[link->project] >= 0 &&
            result->option[link->other] >= 0) {
            sum_m += link->value_m;
        }
    }
    return sum_m;
}

void ore_put_bonus_goal(const ore_plan *plan, const ore_vars *vars,
                        ore_model *model, int g, double coef)
{
    for (int i = 0; i < plan->n_links; i++) {
        ore_put_goal(model, g, coef * plan->links[i].value_m, vars->both[i]);
    }
}

void ore_put_awards_goal(const ore_plan *plan, const ore_vars *vars,
                         ore_model *model, int g, bool at_cost)
{
    for (int f = 0; f < plan->n_offers; f++) {
        const ore_project *project = &plan->projects[plan->offers[f].project];
        const double unit = at_cost ? plan->offers[f].subsidy_rate : 1.0;

        for (int i = 0; i < project->n_options * plan->n_commit; i++) {
            ore_put_goal(model, g, unit, vars->award[vars->award_first[f] + i]);
        }
    }
}
