/* See rule_limits.h. */
#include "rules/rule_limits.h"

#include <math.h>

#include "orefolio/rules.h"

static const char *const figures[ORE_RULE_LIMITS] = {
    [ORE_RULE_MAX] = "rule max",
    [ORE_RULE_MAX_SHARE] = "rule max_share",
    [ORE_RULE_MIN_SHARE] = "rule min_share",
    [ORE_RULE_MIN] = "rule min",
};

static bool is_share(ore_rule_limit key)
{
    return key == ORE_RULE_MAX_SHARE || key == ORE_RULE_MIN_SHARE;
}

static double *figure_of(ore_rule *rule, ore_rule_limit key)
{
    switch (key) {
    case ORE_RULE_MAX: return &rule->max;
    case ORE_RULE_MAX_SHARE: return &rule->max_share;
    case ORE_RULE_MIN_SHARE: return &rule->min_share;
    case ORE_RULE_MIN:
    case ORE_RULE_LIMITS: break;
    }
    return &rule->min;
}

static ore_limit_unit unit_of(const ore_rule *rule, ore_rule_limit key)
{
    return is_share(key) ? ORE_LIMIT_SHARE
           : rule->per   ? ORE_LIMIT_SCORE
                         : rule->measure->unit;
}

static double step_of(const ore_rule *rule, ore_rule_limit key, double limit)
{
    const ore_limit_unit unit = unit_of(rule, key);

    return unit == ORE_LIMIT_SHARE   ? ore_limit_share_step
           : unit == ORE_LIMIT_COUNT ? 1.0
                                     : ore_limit_step(limit);
}

/* What is used of the limit: of shares and ratios that which the base is
 * divided into; NAN where there is nothing to divide, and of a cap on each
 * value of something those that have nothing. */
static double used_of(const ore_round *round, const ore_result *result,
                      const ore_demand *demand)
{
    const ore_demanded value = ore_demand_value(round, result, demand);
    const double used = value.base > 0.0 ? value.have / value.base : nan("");

    return round->rules[demand->rule].each & ~(unsigned)ORE_EACH_YEAR &&
                   !demand->is_floor && !(used > 0.0)
               ? nan("")
               : used;
}

/* The limit of the demands [n] of all its years, by the one that comes closest
 * to it. */
static void add_limit(const ore_round *round, const ore_result *result,
                      const ore_demand *demands, int n, ore_limits *limits)
{
    const ore_demand *first = &demands[0];
    const ore_rule *rule = &round->rules[first->rule];
    double closest = HUGE_VAL;
    ore_limit limit = {.figure = figures[first->key],
                       .of = first->rule,
                       .part = (int)first->key,
                       .s = -1,
                       .id = rule->id,
                       .label = rule->label,
                       .label_ja = rule->label_ja,
                       .unit = unit_of(rule, first->key),
                       .is_floor = first->is_floor,
                       .penalty = ore_rule_is_soft(rule) ? rule->penalty : 0.0,
                       .limit = first->limit,
                       .used = nan(""),
                       .step = step_of(rule, first->key, first->limit),
                       .where = rule->where};

    for (int w = 0; w < ORE_FILTER_WORDS; w++) {
        limit.only[w] = first->named.only[w];
    }
    for (int i = 0; i < n; i++) {
        const double used = used_of(round, result, &demands[i]);
        const double left =
            limit.is_floor ? used - limit.limit : limit.limit - used;

        limit.breach += ore_demand_value(round, result, &demands[i]).breach;
        if (left < closest) {
            closest = left;
            limit.used = used;
            limit.year = demands[i].year;
        }
    }
    ore_limits_add(limits, limit);
}

void ore_rule_list_limits(const ore_round *round, const ore_result *result,
                          ore_limits *limits)
{
    ore_demands demands = ore_demands_of(round);

    for (int i = 0, next = 0; i < demands.n; i = next) {
        while (next < demands.n &&
               ore_demand_is_of_year(&demands.list[i], &demands.list[next])) {
            next++;
        }
        if (ore_rule_in_force(&round->rules[demands.list[i].rule], result)) {
            add_limit(round, result, &demands.list[i], next - i, limits);
        }
    }
    ore_demands_free(&demands);
}

void ore_rule_relax(ore_round *edited, const ore_limit *limit)
{
    ore_rule *rules =
        ore_round_own(edited, edited->rules, edited->n_rules, sizeof *rules);
    double *figure = figure_of(&rules[limit->of], (ore_rule_limit)limit->part);

    *figure += limit->is_floor ? -limit->step : limit->step;
    if (is_share((ore_rule_limit)limit->part)) {
        *figure = fmin(1.0, fmax(0.0, *figure));
    }
    edited->rules = rules;
}
