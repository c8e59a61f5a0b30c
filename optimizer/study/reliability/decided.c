/* See decided.h. */
#include "study/reliability/decided.h"

#include <math.h>
#include <string.h>

#include "orefolio/goal.h"
#include "orefolio/rules.h"
#include "read/read.h"
#include "study/edited_round.h"
#include "study/response/rounds.h"

ore_objective ore_plan_loss(const ore_round *round)
{
    const ore_objective *own = ore_objective_named(round, "shortfall");
    const ore_objective usual = {
        .name = "shortfall", .attribute = -1, .gap = nan(""), .limit = nan("")};

    return own ? *own : usual;
}

/* What rules promise markets, and nothing else: no country is cut back because
 * another one has failed. */
static void keep_promises(ore_round *round)
{
    ore_rule *rules =
        ore_round_own(round, round->rules, round->n_rules, sizeof *rules);
    int n = 0;

    for (int i = 0; i < round->n_rules; i++) {
        if (ore_rule_is_promise(&rules[i])) {
            rules[n] = rules[i];
            rules[n].max = rules[n].max_share = nan("");
            n++;
        }
    }
    round->rules = rules;
    round->n_rules = n;
}

ore_round *ore_decided_round(const ore_plan *plan, int disruption,
                             bool keeps_promises)
{
    const ore_objective loss = ore_plan_loss(plan->round);
    ore_round *round = ore_round_as_decided(plan->round, plan->result);

    round->respond = disruption;
    round->outputs_expected = false;
    round->goals = ore_round_own(round, &loss, 1, sizeof loss);
    round->n_goals = 1;
    round->n_limits = 0;
    ore_edit_drop_cost_shares(round);
    keep_promises(round);
    if (!keeps_promises) {
        round->n_rules = 0;
        round->may_buy_less = true;
        ore_edit_drop_sharing(round);
    }
    ore_round_make_states(round);
    return round;
}

void ore_decided_point(const ore_plan *plan, const ore_program *program,
                       double *point)
{
    const ore_round *round = program->round;
    const ore_result *from = plan->result;
    ore_result *to = ore_result_new(round);
    const size_t projects = (size_t)round->n_projects;
    const size_t supplies = (size_t)round->n_supplies;

    to->has_portfolio = true;
    memcpy(to->option, from->option, projects * sizeof *to->option);
    memcpy(to->year, from->year, projects * sizeof *to->year);
    memcpy(to->equity_m, from->equity_m, projects * sizeof *to->equity_m);
    memcpy(to->debt_m, from->debt_m, projects * sizeof *to->debt_m);
    memcpy(to->face_m, from->face_m,
           (size_t)round->n_pairs * sizeof *to->face_m);
    memcpy(to->answer, from->answer, supplies * sizeof *to->answer);
    memcpy(to->taken_tpa, from->taken_tpa,
           supplies * (size_t)round->n_years * sizeof *to->taken_tpa);
    memcpy(to->bought_t, from->bought_t,
           (size_t)(round->n_stockpiles * round->n_years) *
               sizeof *to->bought_t);
    ore_program_point(program, to, point);
    ore_result_free(to);
}
