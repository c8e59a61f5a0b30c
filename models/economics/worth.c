/* See worth.h. */
#include "economics/worth.h"

#include <math.h>

#include "economics/charges.h"
#include "orefolio/accounting.h"

double ore_discount_at(const ore_objective *use, int s)
{
    return pow(1.0 + use->discount_rate, -s);
}

/* The commitment year, from 0, that horizon year t is: money is worth what it
 * is worth in the first of them. */
static int due_in(const ore_round *round, int t)
{
    return round->horizon.first + t - round->commit.first;
}

/* What a missing tonne of target i costs in horizon year t, M. */
static double missing_cost_m(const ore_round *round, const ore_objective *use,
                             int i, int t)
{
    const double cost_m_per_t =
        round->materials[round->targets[i].material].gap_cost_m_per_t;

    return isnan(cost_m_per_t)
               ? 0.0
               : cost_m_per_t * ore_discount_at(use, due_in(round, t));
}

void ore_expression_add_gap_cost(const ore_round *round,
                                 const ore_variables *variables,
                                 const ore_objective *use,
                                 const ore_expression *sum, double coef)
{
    for (int i = 0; i < round->n_targets; i++) {
        for (int t = 0; t < round->n_years; t++) {
            ore_expression_add(sum, coef * missing_cost_m(round, use, i, t),
                               variables->unmet[ore_at_state(round, i, t)]);
        }
    }
}

double ore_gap_cost_m(const ore_round *round, const ore_result *result,
                      const ore_objective *use)
{
    double sum_m = 0.0;

    for (int t = 0; t < round->n_years; t++) {
        for (int i = 0; i < round->n_targets; i++) {
            sum_m += missing_cost_m(round, use, i, t) *
                     result->shortfall_tpa[ore_at_state(round, i, t)];
        }
    }
    return sum_m;
}

double ore_gap_cost_before_m(const ore_round *round, const ore_objective *use)
{
    double sum_m = 0.0;

    for (int t = 0; t < round->n_years; t++) {
        for (int i = 0; i < round->n_targets; i++) {
            sum_m += missing_cost_m(round, use, i, t) *
                     ore_figure_gap_before_tpa(round, i, t);
        }
    }
    return sum_m;
}

void ore_expression_add_budget_cost(const ore_round *round,
                                    const ore_variables *variables,
                                    const ore_objective *use,
                                    const ore_expression *sum, double coef)
{
    for (int f = 0; f < round->n_pairs; f++) {
        const ore_project *project = &round->projects[round->pairs[f].project];

        for (int i = 0; i < project->n_options * round->n_commit; i++) {
            const int o = project->first_option + i / round->n_commit;
            const int s = i % round->n_commit;

            ore_expression_add(sum,
                               coef * ore_discount_at(use, s) *
                                   ore_charge_rate(round, f, o, s),
                               variables->award[variables->award_first[f] + i]);
        }
    }
    ore_expression_add_synergies(round, variables, sum, -coef);
    for (int i = 0; i < ore_count_purchases(round); i++) {
        const ore_purchase purchase = ore_purchase_at(round, variables, i);

        if (purchase.budget >= 0) {
            ore_expression_add(
                sum,
                coef *
                    ore_discount_at(use, purchase.year - round->commit.first) *
                    purchase.cost_m,
                purchase.col);
        }
    }
}

double ore_budget_cost_m(const ore_round *round, const ore_result *result,
                         const ore_objective *use)
{
    double sum_m = -ore_synergy_m(round, result);

    for (int f = 0; f < round->n_pairs; f++) {
        const int p = round->pairs[f].project;

        if (result->option[p] >= 0) {
            sum_m += ore_charge_m(round, result, f) *
                     ore_discount_at(use, ore_start_index(round, result, p));
        }
    }
    for (int y = 0; y < round->n_budget_years; y++) {
        sum_m +=
            ore_purchase_charge_m(round, result, -1, round->commit.first + y) *
            ore_discount_at(use, y);
    }
    return sum_m;
}
