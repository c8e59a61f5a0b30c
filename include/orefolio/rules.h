/* What the portfolio rules of a round demand. */
#ifndef OREFOLIO_RULES_H
#define OREFOLIO_RULES_H

#include "orefolio/measure.h"

/** Which key of a rule limits, in the order of reports. */
typedef enum ore_rule_limit {
    ORE_RULE_MAX,
    ORE_RULE_MAX_SHARE,
    ORE_RULE_MIN_SHARE,
    ORE_RULE_MIN,
    ORE_RULE_LIMITS
} ore_rule_limit;

/** "max", "max_share", … [ORE_RULE_LIMITS] */
extern const char *const ore_rule_limit_words[];

/** One inequality that a rule stands for: one of its limits, on one value of
 * whatever it holds for each of, in one year where it holds in each.
 *
 *   measure(named) >= limit × base     or     <= for a cap
 *
 * The base is 1; what the targets ask for; the measure over everything; or the
 * measure that the rule is `per`. Texts are borrowed from the round. */
typedef struct ore_demand {
    int rule; /**< index into rules */
    ore_rule_limit key;
    bool is_floor;
    double limit;
    ore_selection named;
    ore_selection base; /**< of the denominator, where there is one */
    int year;           /**< calendar; 0 = all its years together */
} ore_demand;

typedef struct ore_demands {
    int n, room;
    ore_demand *list; /**< [n] */
} ore_demands;

/** Everything that the rules demand: by rule, by the values of `each`, by key,
 * by year. The caller ends it with ore_demands_free. */
ore_demands ore_demands_of(const ore_round *round);
void ore_demands_free(ore_demands *demands);

/** Whether b is the same demand as a in another year. */
bool ore_demand_is_of_year(const ore_demand *a, const ore_demand *b);

/** Whether it is a share of something, or so much per something, that the
 * portfolio decides; NULL = it is not, else the measure of that. */
const ore_measure *ore_demand_per(const ore_round *round,
                                  const ore_demand *demand);

/** What the base is as far as the round decides it: 1, or t of targets. */
double ore_demand_fixed_base(const ore_round *round, const ore_demand *demand);

/** What a breach of 1 is, in the measure's unit: the limit at the largest base
 * that the round allows, or 1 for a limit of 0. */
double ore_demand_scale(const ore_round *round, const ore_demand *demand);

/** Both sides, for the written result. */
typedef struct ore_demanded {
    double have, base; /**< measure(named), and the base */
    double breach;     /**< >= 0: how far it is missed, over the scale */
} ore_demanded;
ore_demanded ore_demand_value(const ore_round *round, const ore_result *result,
                              const ore_demand *demand);

/** What of the rule's filter also narrows what its shares are of. */
ore_filter ore_rule_whole(const ore_rule *rule);

/** Whether the rule must hold in the result: it always does, unless only some
 * projects' conditions ask for it and none of them goes ahead. */
bool ore_rule_in_force(const ore_rule *rule, const ore_result *result);

/** Whether breaking it is a matter of goal `breaches`. */
static inline bool ore_rule_is_soft(const ore_rule *rule)
{
    return rule->penalty > 0.0;
}

/** Whether it promises markets something: a hard floor of what they receive. */
static inline bool ore_rule_is_promise(const ore_rule *rule)
{
    return !ore_rule_is_soft(rule) &&
           rule->measure->words & ORE_WORD_BIT(MARKET) &&
           (rule->min > 0.0 || rule->min_share > 0.0);
}

/** Whether there are any. */
static inline bool ore_has_soft_rules(const ore_round *round)
{
    bool any = false;

    for (int i = 0; i < round->n_rules; i++) {
        any = any || ore_rule_is_soft(&round->rules[i]);
    }
    return any;
}

/** What the breaches of all soft rules in force add up to, by penalty. */
double ore_breaches(const ore_round *round, const ore_result *result);

#endif
