/* The fields of [goals] and [goal NAME]. */
#include "read/round/goal_fields.h"

#include "read/round/fields.h"

const char ore_default_order[] = "shortfall budget_cost";

const ore_field ore_goals_fields[] = {
    ORE_FIELD("order", OTHER, 0,
              "goals, the most important first, separated by blanks",
              .fallback = ore_default_order),
    ORE_FIELD("weight_steps", OTHER, 0,
              "of all targets without their own: 0.3:1 0.4:2 1:4 = the first "
              "30 % of a target that is missing weighs 1, the next 40 % weigh "
              "2, the rest 4"),
    {0},
};

static const char *const senses[] = {"max", "min", NULL};
static const char *const overs[] = {[ORE_OVER_TARGET] = "target",
                                    [ORE_OVER_MATERIAL] = "material",
                                    [ORE_OVER_MARKET] = "market",
                                    NULL};
enum { BY_COMMITMENT, BY_OUTPUT };
static const char *const dues[] = {
    [BY_COMMITMENT] = "commitment", [BY_OUTPUT] = "output", NULL};

#define USE(field) offsetof(ore_goal_settings, use.field)

const ore_field ore_goal_fields[] = {
    ORE_FIELD("tolerance", NUMBER, USE(tolerance),
              "of its best value that later goals may give away", .min = 0.0,
              .max = 1.0, .fallback = "0", .unit = "share"),
    ORE_FIELD(
        "gap", NUMBER, USE(gap),
        "relative gap at which this goal is done; default: that of [solver]",
        .min = 0.0, .max = 1.0, .unit = "share"),
    ORE_FIELD("limit", NUMBER, USE(limit),
              "the worst that this goal may be: at most for goals that are "
              "minimised, at least for those that are maximised",
              .min = -ORE_NO_LIMIT, .max = ORE_NO_LIMIT, .unit = "as the goal"),
    ORE_FIELD("discount_rate", NUMBER, USE(discount_rate),
              "later years count less; default: the round's, but 0 for value "
              "and budget_cost",
              .min = 0.0, .max = 1.0, .unit = "per year"),
    ORE_FIELD("discount_by", WORD, offsetof(ore_goal_settings, discount_by),
              "of value: the year of commitment or of first output",
              .fallback = "commitment", .choices = dues),
    ORE_FIELD(
        "level", NUMBER, USE(level),
        "of cvar_shortfall: the mean of the worst 1 - level of all worlds "
        "(0.9); of targets_met: the coverage at which a target is met (1)",
        .min = 0.0, .max = 1.0, .unit = "share"),
    ORE_FIELD("over", WORD, USE(over),
              "of largest_gap and leximin_gap: what is compared",
              .fallback = "target", .choices = overs),
    ORE_FIELD("levels", WHOLE, offsetof(ore_goal_settings, levels),
              "of leximin_gap: how many of the largest gaps are looked at in "
              "turn; default: all",
              .min = 1, .max = 1000),
    ORE_FIELD("sense", WORD, offsetof(ore_goal_settings, sense),
              "of a goal x_NAME: whether more or less of it is better",
              .fallback = "max", .choices = senses),
    ORE_FIELD("blend", OTHER, 0,
              "makes a goal of others: shortfall:1 budget_cost:0.002"),
    {0},
};
