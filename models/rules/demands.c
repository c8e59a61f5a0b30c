/* What rules demand: a rule is one inequality for each of its limits, for each
 * value of whatever it holds for each of, for each year. */
#include "orefolio/rules.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "rules/values.h"

const char *const ore_rule_limit_words[ORE_RULE_LIMITS] = {
    [ORE_RULE_MAX] = "max",
    [ORE_RULE_MAX_SHARE] = "max_share",
    [ORE_RULE_MIN_SHARE] = "min_share",
    [ORE_RULE_MIN] = "min",
};

/* A list of demands while rule `i` is added to it, for the values chosen. */
typedef struct building {
    const ore_round *round;
    ore_demands *demands;
    int i;
    const ore_rule *rule;
    const char *only[ORE_FILTER_WORDS];
} building;

static bool is_share(ore_rule_limit key)
{
    return key == ORE_RULE_MAX_SHARE || key == ORE_RULE_MIN_SHARE;
}

static double limit_of(const ore_rule *rule, ore_rule_limit key)
{
    switch (key) {
    case ORE_RULE_MAX: return rule->max;
    case ORE_RULE_MAX_SHARE: return rule->max_share;
    case ORE_RULE_MIN_SHARE: return rule->min_share;
    case ORE_RULE_MIN:
    case ORE_RULE_LIMITS: break;
    }
    return rule->min;
}

ore_filter ore_rule_whole(const ore_rule *rule)
{
    ore_filter whole = {0};

    for (int w = 0; w < ORE_FILTER_WORDS; w++) {
        if (rule->measure->kept & 1u << w) {
            whole.words[w] = rule->of.words[w];
        }
    }
    return whole;
}

/* Narrow the selection to the values chosen for the words of `words`. */
static void narrow(const building *b, unsigned words, ore_selection *selection)
{
    for (int w = 0; w < ORE_FILTER_WORDS; w++) {
        selection->only[w] = words & 1u << w ? b->only[w] : NULL;
    }
}

static void add_demand(const building *b, ore_rule_limit key, int year)
{
    const ore_rule *rule = b->rule;
    const ore_years one = {year, year};
    const unsigned all = ~0u;
    ore_demand demand = {.rule = b->i,
                         .key = key,
                         .is_floor =
                             key == ORE_RULE_MIN || key == ORE_RULE_MIN_SHARE,
                         .limit = limit_of(rule, key),
                         .named = {.of = &rule->of,
                                   .years = year ? one : rule->years,
                                   .attribute = rule->attribute},
                         .year = year};

    narrow(b, all, &demand.named);
    demand.base = demand.named;
    if (rule->per && !is_share(key)) {
        demand.base.of = &rule->per_of;
        demand.base.attribute = rule->per_attribute;
        demand.base.years = year && ore_measure_is_yearly(rule->per) ==
                                        ore_measure_is_yearly(rule->measure)
                                ? one
                                : rule->per_years;
    } else if (is_share(key) && !rule->is_share_of_target) {
        demand.base.of = &rule->whole;
        narrow(b, rule->measure->kept, &demand.base);
    }
    b->demands->list = ore_grow(b->demands->list, b->demands->n,
                                &b->demands->room, sizeof *b->demands->list);
    b->demands->list[b->demands->n++] = demand;
}

/* Whether the rule holds in each year by itself: it says so, or both sides are
 * flows. */
static bool is_yearly(const ore_rule *rule)
{
    return rule->each & ORE_EACH_YEAR ||
           (rule->measure->span == ORE_SPAN_EACH_YEAR &&
            (!rule->per || rule->per->span == ORE_SPAN_EACH_YEAR));
}

/* Whether anything is asked for, where a target is the denominator. */
static bool has_target(const building *b, int year)
{
    const ore_rule *rule = b->rule;
    const ore_years one = {year, year};
    ore_selection named = {.of = &rule->of, .years = year ? one : rule->years};

    narrow(b, ~0u, &named);
    return rule->measure->span != ORE_SPAN_TOGETHER ||
           ore_largest_measure(rule->measure, b->round, &named) > 0.0;
}

static void add_limits(const building *b)
{
    for (ore_rule_limit key = ORE_RULE_MAX; key < ORE_RULE_LIMITS; key++) {
        const bool each_year = is_yearly(b->rule);

        if (!isfinite(limit_of(b->rule, key))) {
            continue;
        }
        for (int year = b->rule->years.first;
             each_year && year <= b->rule->years.last; year++) {
            if (has_target(b, year)) {
                add_demand(b, key, year);
            }
        }
        if (!each_year && has_target(b, 0)) {
            add_demand(b, key, 0);
        }
    }
}

/* Choose a value for each word of `each` from word w on, then add the limits
 * for them. */
static void choose(building *b, int w)
{
    while (w < ORE_FILTER_WORDS && !(b->rule->each & 1u << w)) {
        w++;
    }
    if (w == ORE_FILTER_WORDS) {
        add_limits(b);
        return;
    }
    ore_values values = ore_values_of(b->round, (ore_filter_word)w);

    for (int i = 0; i < values.n; i++) {
        if (ore_filter_has(&b->rule->of, (ore_filter_word)w, values.list[i])) {
            b->only[w] = values.list[i];
            choose(b, w + 1);
        }
    }
    b->only[w] = NULL;
    ore_values_free(&values);
}

/* The same for each target. */
static void add_targets(building *b)
{
    const ore_selection named = {.of = &b->rule->of};

    for (int i = 0; i < b->round->n_targets; i++) {
        const ore_target *target = &b->round->targets[i];

        if (ore_selects_target(&named, b->round, i)) {
            b->only[ORE_FILTER_MATERIAL] =
                b->round->materials[target->material].id;
            b->only[ORE_FILTER_MARKET] = b->round->markets[target->market].id;
            choose(b, 0);
        }
    }
}

ore_demands ore_demands_of(const ore_round *round)
{
    ore_demands demands = {0};

    for (int i = 0; i < round->n_rules; i++) {
        building b = {.round = round,
                      .demands = &demands,
                      .i = i,
                      .rule = &round->rules[i]};

        if (b.rule->each & ORE_EACH_TARGET) {
            add_targets(&b);
        } else {
            choose(&b, 0);
        }
    }
    return demands;
}

void ore_demands_free(ore_demands *demands)
{
    free(demands->list);
    *demands = (ore_demands){0};
}

bool ore_demand_is_of_year(const ore_demand *a, const ore_demand *b)
{
    bool same = a->rule == b->rule && a->key == b->key;

    for (int w = 0; w < ORE_FILTER_WORDS; w++) {
        same = same && a->named.only[w] == b->named.only[w];
    }
    return same;
}
