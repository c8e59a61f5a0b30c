/* Deliveries to the targets of a selection. */
#include "economics/deliveries.h"

void ore_sum_deliveries(const ore_round *round, const ore_variables *variables,
                        const ore_selection *selection,
                        const ore_expression *sum)
{
    for (int i = 0; i < round->n_targets; i++) {
        if (!ore_selects_target(selection, round, i)) {
            continue;
        }
        for (int t = 0; t < round->n_years; t++) {
            if (ore_selects_year(selection, round->horizon.first + t)) {
                ore_expression_add(
                    sum, 1.0, variables->deliver[ore_at_state(round, i, t)]);
            }
        }
    }
}

/* Sum a figure of the selection's targets over its years. */
static double sum_of(const ore_round *round, const ore_selection *selection,
                     double (*figure)(const ore_round *round,
                                      const ore_result *result, int i, int t),
                     const ore_result *result)
{
    double sum_t = 0.0;

    for (int t = 0; t < round->n_years; t++) {
        for (int i = 0; i < round->n_targets; i++) {
            if (ore_selects_year(selection, round->horizon.first + t) &&
                ore_selects_target(selection, round, i)) {
                sum_t += figure(round, result, i, t);
            }
        }
    }
    return sum_t;
}

static double delivered(const ore_round *round, const ore_result *result, int i,
                        int t)
{
    return result->delivered_tpa[ore_at_state(round, i, t)];
}

static double asked(const ore_round *round, const ore_result *result, int i,
                    int t)
{
    (void)result;
    return round->targets[i].target_tpa[t];
}

double ore_delivered_t(const ore_round *round, const ore_result *result,
                       const ore_selection *selection)
{
    return sum_of(round, selection, delivered, result);
}

double ore_asked_t(const ore_round *round, const ore_selection *selection)
{
    return sum_of(round, selection, asked, NULL);
}
