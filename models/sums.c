/* Sums over columns that several families write. */
#include "sums.h"

#include <math.h>

#include "orefolio/instrument.h"
#include "orefolio/timing.h"

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
    const int p = plan->offers[f].project;

    return result->option[p] < 0
               ? 0.0
               : ore_charge_rate(plan, f, result->option[p],
                                 ore_start_index(plan, result, p)) *
                     result->face_m[f];
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

void ore_sum_bonuses(const ore_plan *plan, const ore_vars *vars,
                     const ore_sum *sum, double coef)
{
    for (int i = 0; i < plan->n_links; i++) {
        ore_sum_put(sum, coef * plan->links[i].value_m, vars->both[i]);
    }
}

void ore_sum_awards(const ore_plan *plan, const ore_vars *vars,
                    const ore_sum *sum, bool at_cost)
{
    for (int f = 0; f < plan->n_offers; f++) {
        const ore_project *project = &plan->projects[plan->offers[f].project];

        for (int i = 0; i < project->n_options * plan->n_commit; i++) {
            const int o = project->first_option + i / plan->n_commit;
            const double unit =
                at_cost ? ore_charge_rate(plan, f, o, i % plan->n_commit) : 1.0;

            ore_sum_put(sum, unit, vars->award[vars->award_first[f] + i]);
        }
    }
}

double ore_own_tpa(const ore_plan *plan, const ore_result *result, int i, int j)
{
    double own_tpa = ore_reserved_supply_tpa(plan, &plan->targets[i], j);

    for (int k = 0; k < plan->n_sales; k++) {
        if (plan->sales[k].target == i) {
            own_tpa += result->sold_tpa[k * plan->n_moments + j];
        }
    }
    return own_tpa;
}

double ore_pooled_tpa(const ore_plan *plan, const ore_result *result, int i,
                      int j)
{
    return fmax(0.0, result->delivered_tpa[i * plan->n_moments + j] -
                         ore_own_tpa(plan, result, i, j));
}

double ore_stock_charge_m(const ore_plan *plan, const ore_result *result, int b,
                          int t)
{
    double sum_m = 0.0;

    for (int h = 0; h < plan->n_stockpiles; h++) {
        const ore_stockpile *stockpile = &plan->stockpiles[h];

        if (b < 0 || stockpile->budget == b) {
            sum_m += ore_stock_cost_m(plan, stockpile, t) *
                     result->bought_t[h * plan->n_years + t];
        }
    }
    return sum_m;
}

double ore_funder_charge_m(const ore_plan *plan, const ore_result *result,
                           int u)
{
    double sum_m = 0.0;

    for (int f = 0; f < plan->n_offers; f++) {
        if (u < 0 ||
            plan->instruments[plan->offers[f].instrument].funder == u) {
            sum_m += ore_charge_m(plan, result, f);
        }
    }
    for (int b = 0; b < plan->n_budgets; b++) {
        for (int t = 0; t < plan->n_years; t++) {
            if (u < 0 || plan->budgets[b].funder == u) {
                sum_m += ore_stock_charge_m(plan, result, b, t);
            }
        }
    }
    return sum_m;
}
