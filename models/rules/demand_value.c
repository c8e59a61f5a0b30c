/* Both sides of what rules demand, for a written result. */
#include <math.h>

#include "economics/deliveries.h"
#include "orefolio/rules.h"

static const ore_rule *rule_of(const ore_round *round, const ore_demand *demand)
{
    return &round->rules[demand->rule];
}

static bool is_share(const ore_demand *demand)
{
    return demand->key == ORE_RULE_MAX_SHARE ||
           demand->key == ORE_RULE_MIN_SHARE;
}

const ore_measure *ore_demand_per(const ore_round *round,
                                  const ore_demand *demand)
{
    const ore_rule *rule = rule_of(round, demand);

    if (is_share(demand)) {
        return rule->is_share_of_target ? NULL : rule->measure;
    }
    return rule->per;
}

double ore_demand_fixed_base(const ore_round *round, const ore_demand *demand)
{
    return is_share(demand) ? ore_asked_t(round, &demand->named) : 1.0;
}

double ore_demand_scale(const ore_round *round, const ore_demand *demand)
{
    const ore_measure *per = ore_demand_per(round, demand);
    const double base = per ? ore_largest_measure(per, round, &demand->base)
                            : ore_demand_fixed_base(round, demand);
    const double scale = fabs(demand->limit) * base;

    return scale > 0.0 && isfinite(scale) ? scale : 1.0;
}

ore_demanded ore_demand_value(const ore_round *round, const ore_result *result,
                              const ore_demand *demand)
{
    const ore_measure *per = ore_demand_per(round, demand);
    ore_demanded value = {
        .have = ore_evaluate_measure(rule_of(round, demand)->measure, round,
                                     result, &demand->named),
        .base = per ? ore_evaluate_measure(per, round, result, &demand->base)
                    : ore_demand_fixed_base(round, demand)};
    const double need = demand->limit * value.base;
    const double missed =
        demand->is_floor ? need - value.have : value.have - need;

    value.breach = fmax(0.0, missed) / ore_demand_scale(round, demand);
    return value;
}

bool ore_rule_in_force(const ore_rule *rule, const ore_result *result)
{
    for (int i = 0; i < rule->n_conditional; i++) {
        if (result->option[rule->conditional[i]] >= 0) {
            return true;
        }
    }
    return rule->n_conditional == 0;
}

double ore_breaches(const ore_round *round, const ore_result *result)
{
    ore_demands demands = ore_demands_of(round);
    double sum = 0.0;

    for (int i = 0; i < demands.n; i++) {
        const ore_rule *rule = rule_of(round, &demands.list[i]);

        if (ore_rule_is_soft(rule) && ore_rule_in_force(rule, result)) {
            sum += rule->penalty *
                   ore_demand_value(round, result, &demands.list[i]).breach;
        }
    }
    ore_demands_free(&demands);
    return sum;
}
