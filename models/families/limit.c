/* limit: a goal that must not end worse than the round says: the steps of an
 * efficient frontier are rounds that differ in such a limit alone (the
 * epsilon-constraint method; Y. Haimes, L. Lasdon, D. Wismer, IEEE Transactions
 * on Systems, Man, and Cybernetics 1 (1971) 296-297).
 *
 *   goal[g] <= limit[g]     all goals g with a limit that are minimised
 *   goal[g] >= limit[g]     those that are maximised
 *
 * It holds whether the goal is in the order or not. */
#include <math.h>

#include "registry.h"

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int i = 0; i < round->n_limits; i++) {
        const ore_objective *use = round->limits[i];
        const bool is_floor = ore_objective_is_maximised(use);

        const ore_row row = ore_model_add_row(
            model, use->where, is_floor ? use->limit : -HUGE_VAL,
            is_floor ? HUGE_VAL : use->limit, "limit(%s)", use->name);
        ore_model_row_limit(model, row, "`limit` of goal %s = %.10g", use->name,
                            use->limit);
        ore_model_row_amount(model, row, 0.0);
        const ore_expression sum = {model, -1, row, 1.0};

        ore_objective_goal(use)->emit(round, variables, use, &sum);
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int i = 0; i < round->n_limits; i++) {
        const ore_objective *use = round->limits[i];

        const double value = ore_objective_goal(use)->value(round, result, use);

        if (ore_objective_is_maximised(use)) {
            ore_expect_ge(report, value, use->limit, use->where,
                          "limit of goal %s", use->name);
        } else {
            ore_expect_le(report, value, use->limit, use->where,
                          "limit of goal %s", use->name);
        }
    }
}

static void list_limits(const ore_round *round, const ore_result *result,
                        ore_limits *limits)
{
    for (int i = 0; i < round->n_limits; i++) {
        const ore_objective *use = round->limits[i];

        ore_limits_add(limits,
                       (ore_limit){.figure = "goal limit",
                                   .of = i,
                                   .s = -1,
                                   .id = use->name,
                                   .unit = ORE_LIMIT_OBJECTIVE,
                                   .objective = use,
                                   .is_floor = ore_objective_is_maximised(use),
                                   .limit = use->limit,
                                   .used = ore_objective_goal(use)->value(
                                       round, result, use),
                                   .step = ore_limit_step(use->limit),
                                   .where = use->where});
    }
}

static void relax(ore_round *edited, const ore_limit *limit)
{
    const ore_objective **limits =
        ore_round_own(edited, edited->limits, edited->n_limits,
                      sizeof(const ore_objective *));
    ore_objective *use =
        ore_round_own(edited, limits[limit->of], 1, sizeof *use);

    use->limit += limit->is_floor ? -limit->step : limit->step;
    limits[limit->of] = use;
    edited->limits = limits;
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    for (int i = 0; i < round->n_limits; i++) {
        ore_notes_add(notes, (ore_note_line){.text = "Limit of a goal",
                                             .objective = round->limits[i],
                                             .where = round->limits[i]->where});
    }
}

const ore_family ore_family_limit = {
    .name = "limit",
    .summary = "Goals no worse than their limits",
    .scope = ORE_SCOPE_PORTFOLIO,
    .reason = "the limit of a goal",
    .limit_label = "Limit of a goal",
    .emit = emit,
    .check = check,
    .list_limits = list_limits,
    .relax = relax,
    .list_unfollowed = list_unfollowed,
};
