/* breaches: how far soft rules are missed, by their penalties.
 *
 *   minimise  sum over soft rules of  penalty × breach        (families/rule.c)
 */
#include "orefolio/rules.h"
#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 const ore_objective *use, const ore_expression *sum)
{
    ore_demands demands = ore_demands_of(round);

    (void)use;
    for (int i = 0; i < demands.n; i++) {
        const ore_rule *rule = &round->rules[demands.list[i].rule];

        if (ore_rule_is_soft(rule)) {
            ore_expression_add(sum, rule->penalty, variables->breach[i]);
        }
    }
    ore_demands_free(&demands);
}

static double value(const ore_round *round, const ore_result *result,
                    const ore_objective *use)
{
    (void)use;
    return ore_breaches(round, result);
}

const ore_goal ore_goal_breaches = {
    .name = "breaches",
    .label = "Breaches of soft rules",
    .unit = "penalty",
    .summary = "soft rules that are broken, by penalty; 1 = a limit with "
               "penalty 1 missed entirely",
    .emit = emit,
    .value = value,
};
