/* See gaps.h. */
#include "economics/gaps.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"

static double weight_of(const ore_round *round, const ore_objective *use, int i,
                        int t)
{
    const ore_target *target = &round->targets[i];

    return target->target_tpa[t] > 0.0
               ? target->weight[t] * pow(1.0 + use->discount_rate, -t)
               : 0.0;
}

static bool are_together(const ore_round *round, const ore_objective *use,
                         int i, int k)
{
    const ore_target *a = &round->targets[i], *b = &round->targets[k];

    switch (use->over) {
    case ORE_OVER_MARKET: return a->market == b->market;
    case ORE_OVER_MATERIAL: return a->material == b->material;
    case ORE_OVER_TARGET: break;
    }
    return i == k;
}

ore_gap_groups ore_gap_groups_of(const ore_round *round,
                                 const ore_objective *use)
{
    ore_gap_groups groups = {
        .of_target = ore_alloc(round->n_targets, sizeof *groups.of_target),
        .weight = ore_alloc(round->n_targets, sizeof *groups.weight)};

    for (int i = 0; i < round->n_targets; i++) {
        double weight = 0.0;
        int first = 0;

        for (int t = 0; t < round->n_years; t++) {
            weight += weight_of(round, use, i, t);
        }
        while (first < i && !(are_together(round, use, first, i) &&
                              groups.of_target[first] >= 0)) {
            first++;
        }
        groups.of_target[i] = weight <= 0.0 ? -1
                              : first < i   ? groups.of_target[first]
                                            : groups.n++;
        if (weight > 0.0) {
            groups.weight[groups.of_target[i]] += weight;
        }
    }
    return groups;
}

void ore_gap_groups_free(ore_gap_groups *groups)
{
    free(groups->of_target);
    free(groups->weight);
    *groups = (ore_gap_groups){0};
}

void ore_expression_add_gap(const ore_round *round,
                            const ore_variables *variables,
                            const ore_objective *use,
                            const ore_gap_groups *groups, int g,
                            const ore_expression *sum, double coef)
{
    for (int i = 0; i < round->n_targets; i++) {
        for (int t = 0; t < round->n_years && groups->of_target[i] == g; t++) {
            const double weight = weight_of(round, use, i, t);

            if (weight > 0.0) {
                ore_expression_add(sum,
                                   coef * weight / groups->weight[g] /
                                       round->targets[i].target_tpa[t],
                                   variables->unmet[ore_at_state(round, i, t)]);
            }
        }
    }
}

double *ore_gaps(const ore_round *round, const ore_result *result,
                 const ore_objective *use, const ore_gap_groups *groups)
{
    double *gaps = ore_alloc(groups->n, sizeof *gaps);

    for (int t = 0; t < round->n_years; t++) {
        for (int i = 0; i < round->n_targets; i++) {
            const double weight = weight_of(round, use, i, t);

            if (weight > 0.0) {
                gaps[groups->of_target[i]] +=
                    weight * result->shortfall_tpa[ore_at_state(round, i, t)] /
                    round->targets[i].target_tpa[t];
            }
        }
    }
    for (int g = 0; g < groups->n; g++) {
        gaps[g] /= groups->weight[g];
    }
    return gaps;
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return (x < y) - (x > y);
}

double *ore_gaps_sorted(const ore_round *round, const ore_result *result,
                        const ore_objective *use, const ore_gap_groups *groups)
{
    double *gaps = ore_gaps(round, result, use, groups);

    if (groups->n > 0) {
        qsort(gaps, (size_t)groups->n, sizeof *gaps, by_size);
    }
    return gaps;
}
