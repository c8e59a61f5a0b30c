/* The limits of portfolio rules, for the family `rule`. */
#ifndef MODELS_RULES_RULE_LIMITS_H
#define MODELS_RULES_RULE_LIMITS_H

#include "orefolio/limits.h"

/** List the limits of every rule in force: of a rule on each country, those of
 * each country. Of a supply rule the year stands that comes closest to the
 * limit. */
void ore_rule_list_limits(const ore_round *round, const ore_result *result,
                          ore_limits *limits);

/** Move the limit by its step, in all its years and countries. */
void ore_rule_relax(ore_round *edited, const ore_limit *limit);

#endif
