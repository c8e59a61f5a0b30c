/* Random portfolio rules for random rounds: every measure, split in every way,
 * absolute, as shares and as ratios, hard and soft. */
#ifndef TESTS_RANDOM_RULES_H
#define TESTS_RANDOM_RULES_H

#include "orefolio/rules.h"
#include "random_projects.h"

/* What a rule may hold for each of. */
static inline unsigned random_each(const ore_measure *measure,
                                   random_state state)
{
    static const unsigned words[] = {
        ORE_WORD_BIT(COUNTRY), ORE_WORD_BIT(STAGE),  ORE_WORD_BIT(MATERIAL),
        ORE_WORD_BIT(MARKET),  ORE_WORD_BIT(FUNDER), ORE_WORD_BIT(PROJECT)};
    unsigned each = chance(state, 0.1) ? ORE_EACH_YEAR : 0;

    for (int i = 0; i < ORE_COUNT_OF(words); i++) {
        if (measure->words & words[i] && chance(state, 0.15)) {
            each |= words[i];
        }
    }
    return measure->each_target && chance(state, 0.7) ? ORE_EACH_TARGET : each;
}

static inline ore_years random_span(const ore_round *round,
                                    const ore_measure *measure)
{
    return ore_measure_is_yearly(measure) ? round->horizon : round->commit;
}

static inline int count_measures(void)
{
    int n = 0;

    while (ore_measures[n]) {
        n++;
    }
    return n;
}

static inline ore_rule random_rule(const ore_round *round, int i,
                                   random_state state)
{
    static const char *const mines[] = {"mine"}, *const oxide[] = {"oxide"};
    const ore_measure *measure =
        ore_measures[pick(state, 0, count_measures() - 1)];
    const bool is_flow = measure->unit == ORE_LIMIT_FLOW;
    const bool is_share = measure->unit == ORE_LIMIT_SHARE;
    ore_rule rule = {.id = i ? "r1" : "r0",
                     .measure = measure,
                     .years = random_span(round, measure),
                     .each = random_each(measure, state),
                     .is_share_of_target = is_flow && chance(state, 0.3),
                     .min = nan(""),
                     .max = nan(""),
                     .min_share = nan(""),
                     .max_share = nan(""),
                     .per_attribute = 0,
                     .penalty =
                         chance(state, 0.3) ? pick(state, 1, 9) : nan("")};

    if (is_share) {
        rule.min = chance(state, 0.5) ? 0.1 * pick(state, 0, 5) : nan("");
        rule.max = chance(state, 0.3) ? 0.1 * pick(state, 6, 9) : nan("");
    } else if (chance(state, 0.25)) {
        rule.per = ore_measures[pick(state, 0, count_measures() - 1)];
        rule.per_years = random_span(round, rule.per);
        rule.each &= ORE_EACH_YEAR;
        rule.max = 0.5 * pick(state, 1, 20);
    } else {
        rule.max = chance(state, 0.4) ? pick(state, 1, 100) : nan("");
        rule.max_share = chance(state, 0.6) ? 0.1 * pick(state, 4, 9) : nan("");
    }
    if (rule.penalty > 0.0 && !is_share && !rule.per) {
        rule.min = pick(state, 1, 300);
    }
    if (measure->words & ORE_WORD_BIT(STAGE) && chance(state, 0.5)) {
        ore_filter_values *stage = &rule.of.words[ORE_FILTER_STAGE];

        *stage = chance(state, 0.5)
                     ? (ore_filter_values){.count = 1, .values = mines}
                     : (ore_filter_values){.n_excluded = 1, .excluded = mines};
    }
    if (measure->words & ORE_WORD_BIT(MATERIAL) && chance(state, 0.5)) {
        rule.of.words[ORE_FILTER_MATERIAL] =
            (ore_filter_values){.count = 1, .values = oxide};
    }
    rule.whole = ore_rule_whole(&rule);
    return rule;
}

static inline void random_rules(ore_round *round, random_state state)
{
    ore_rule *rules = ore_alloc(2, sizeof *rules);

    for (int i = 0; i < 2; i++) {
        rules[i] = random_rule(round, i, state);
        if (chance(state, 0.3)) {
            int *conditional = ore_alloc(1, sizeof *conditional);

            *conditional = pick(state, 0, round->n_projects - 1);
            rules[i].n_conditional = 1;
            rules[i].conditional = conditional;
        }
    }
    round->n_rules = 2;
    round->rules = rules;
}

#endif
