/* chain: materials flow from secured supply and projects to projects and
 * markets; nobody can use what nobody makes. For every state j:
 *
 *   run[o,j] <= sum over s of capacity_share[o,s,j] start[o,s]
 *   unreserved supply[m,j] + sum taken + sum out run + sum release
 *       >= sum in run + sum buy + sum over markets pooled + sum sell
 *
 * A plant without feed cannot run, so an end product counts only when its
 * whole chain is there. Scrap and recycling are materials like any other. */
#include <math.h>

#include "economics/charges.h"
#include "orefolio/timing.h"
#include "registry.h"

static void emit_capacity(const ore_round *round,
                          const ore_variables *variables, ore_model *model,
                          int o, int j)
{
    const ore_option *option = &round->options[o];
    const ore_col run = variables->utilisation[ore_at_state(round, o, j)];

    if (run.at < 0) {
        return;
    }
    const ore_row row = ore_model_add_row(
        model, option->where, -HUGE_VAL, 0.0, "chain_capacity(%s,%s,%s)",
        round->projects[option->project].id, option->id, round->states[j].name);

    ore_model_add_coef(model, row, 1.0, run);
    for (int s = 0; s < round->n_commit; s++) {
        ore_model_add_coef(
            model, row, -ore_state_share(round, o, round->commit.first + s, j),
            variables->start[ore_at_commit(round, o, s)]);
    }
}

static void put_flows(const ore_round *round, const ore_variables *variables,
                      ore_model *model, ore_row row, int m, int j)
{
    for (int o = 0; o < round->n_options; o++) {
        const ore_option *option = &round->options[o];

        for (int i = 0; i < option->n_flows; i++) {
            const ore_flow *flow = &option->flows[i];

            if (flow->material == m) {
                ore_model_add_coef(
                    model, row, flow->output_tpa - flow->input_tpa,
                    variables->utilisation[ore_at_state(round, o, j)]);
            }
        }
    }
}

static void put_stocks(const ore_round *round, const ore_variables *variables,
                       ore_model *model, ore_row row, int m, int j)
{
    for (int h = 0; h < round->n_stockpiles; h++) {
        if (round->stockpiles[h].material != m) {
            continue;
        }
        ore_model_add_coef(model, row, 1.0,
                           variables->release[ore_at_state(round, h, j)]);
        ore_model_add_coef(model, row, 1.0,
                           variables->lend[ore_at_state(round, h, j)]);
        if (j < round->n_years) {
            ore_model_add_coef(model, row, -1.0,
                               variables->repay[ore_at_year(round, h, j)]);
        }
        if (round->states[j].disruption < 0) {
            ore_model_add_coef(
                model, row, -1.0,
                variables->buy[h * round->n_years + round->states[j].t]);
        }
    }
}

static void emit_balance(const ore_round *round, const ore_variables *variables,
                         ore_model *model, int m, int j)
{
    const ore_material *material = &round->materials[m];
    const ore_row row = ore_model_add_row(
        model, material->where, -ore_unreserved_supply_tpa(round, m, j),
        HUGE_VAL, "chain_balance(%s,%s)", material->id, round->states[j].name);
    const ore_expression sum = {
        .model = model, .goal = -1, .row = row, .scale = 1.0};

    put_flows(round, variables, model, row, m, j);
    put_stocks(round, variables, model, row, m, j);
    ore_expression_add_taken(round, variables, &sum, 1.0, m, -1, j);
    for (int i = 0; i < round->n_targets; i++) {
        if (round->targets[i].material == m) {
            ore_model_add_coef(model, row, -1.0,
                               variables->pooled[ore_at_state(round, i, j)]);
        }
    }
    for (int k = 0; k < round->n_sales; k++) {
        if (round->sales[k].material == m) {
            ore_model_add_coef(model, row, -1.0,
                               variables->sell[ore_at_state(round, k, j)]);
        }
    }
}

/* What option o adds to the supply of material m in state j when committed in
 * commitment year s and run as fully as it can, t/yr. */
static double supplied_tpa(const ore_round *round, int o, int s, int m, int j)
{
    const ore_option *option = &round->options[o];
    double sum_tpa = 0.0;

    for (int i = 0; i < option->n_flows; i++) {
        if (option->flows[i].material == m) {
            sum_tpa += option->flows[i].output_tpa;
        }
    }
    return sum_tpa * ore_state_share(round, o, round->commit.first + s, j);
}

/* Markets can take no more than `asked` of the material, so a project counts
 * at most for what is lacking: with it, deliveries reach `asked`. */
static void emit_cover(const ore_round *round, const ore_variables *variables,
                       ore_model *model, int m, int j)
{
    double asked_tpa = 0.0,
           secured_tpa = ore_unreserved_supply_tpa(round, m, j);

    for (int i = 0; i < round->n_targets; i++) {
        if (round->targets[i].material == m) {
            const double target_tpa =
                round->targets[i].target_tpa[round->states[j].t];

            asked_tpa += target_tpa;
            secured_tpa +=
                fmin(target_tpa,
                     ore_reserved_supply_tpa(round, &round->targets[i], j));
        }
    }
    const double lacking_tpa = asked_tpa - secured_tpa;

    if (asked_tpa <= 0.0 || lacking_tpa <= 0.0) {
        return;
    }
    const ore_row row = ore_model_add_row(
        model, round->materials[m].where, -HUGE_VAL, secured_tpa,
        "chain_cover(%s,%s)", round->materials[m].id, round->states[j].name);
    const ore_expression sum = {
        .model = model, .goal = -1, .row = row, .scale = 1.0};

    for (int i = 0; i < round->n_targets; i++) {
        if (round->targets[i].material == m) {
            ore_model_add_coef(model, row, 1.0,
                               variables->deliver[ore_at_state(round, i, j)]);
        }
    }
    for (int h = 0; h < round->n_stockpiles; h++) {
        if (round->stockpiles[h].material == m) {
            ore_model_add_coef(model, row, -1.0,
                               variables->release[ore_at_state(round, h, j)]);
            ore_model_add_coef(model, row, -1.0,
                               variables->lend[ore_at_state(round, h, j)]);
        }
    }
    for (int r = -1; r < round->n_markets; r++) {
        ore_expression_add_taken(round, variables, &sum, -1.0, m, r, j);
    }
    for (int o = 0; o < round->n_options; o++) {
        for (int s = 0; s < round->n_commit; s++) {
            ore_model_add_coef(
                model, row, -fmin(lacking_tpa, supplied_tpa(round, o, s, m, j)),
                variables->start[ore_at_commit(round, o, s)]);
        }
    }
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int j = 0; j < round->n_states; j++) {
        for (int o = 0; o < round->n_options; o++) {
            emit_capacity(round, variables, model, o, j);
        }
        for (int m = 0; m < round->n_materials; m++) {
            emit_balance(round, variables, model, m, j);
            emit_cover(round, variables, model, m, j);
        }
    }
}

/* What projects make of a material in state j, and what they use, t/yr. */
static void sum_flows(const ore_round *round, const ore_result *result, int m,
                      int j, double *made_tpa, double *used_tpa)
{
    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] < 0) {
            continue;
        }
        const ore_option *option = &round->options[result->option[p]];
        const double use = result->utilisation[ore_at_state(round, p, j)];

        for (int i = 0; i < option->n_flows; i++) {
            if (option->flows[i].material == m) {
                *made_tpa += option->flows[i].output_tpa * use;
                *used_tpa += option->flows[i].input_tpa * use;
            }
        }
    }
}

static void check_balance(const ore_round *round, const ore_result *result,
                          ore_report *report, int m, int j)
{
    double in_tpa = ore_unreserved_supply_tpa(round, m, j) +
                    ore_taken_tpa(round, result, m, -1, j),
           out_tpa = 0.0;

    sum_flows(round, result, m, j, &in_tpa, &out_tpa);
    for (int h = 0; h < round->n_stockpiles; h++) {
        if (round->stockpiles[h].material == m) {
            in_tpa += result->released_t[ore_at_state(round, h, j)] +
                      result->lent_t[ore_at_state(round, h, j)];
            out_tpa += j < round->n_years
                           ? result->repaid_t[ore_at_year(round, h, j)]
                           : 0.0;
            out_tpa +=
                round->states[j].disruption < 0
                    ? result->bought_t[h * round->n_years + round->states[j].t]
                    : 0.0;
        }
    }
    for (int k = 0; k < round->n_sales; k++) {
        if (round->sales[k].material == m) {
            out_tpa += result->sold_tpa[ore_at_state(round, k, j)];
        }
    }
    for (int i = 0; i < round->n_targets; i++) {
        if (round->targets[i].material == m) {
            out_tpa += ore_pooled_tpa(round, result, i, j);
        }
    }
    ore_expect_ge(report, in_tpa, out_tpa, round->materials[m].where,
                  "balance of %s in %s", round->materials[m].id,
                  round->states[j].name);
}

static void check_capacity(const ore_round *round, const ore_result *result,
                           ore_report *report, int p, int j)
{
    const double use = result->utilisation[ore_at_state(round, p, j)];
    const int o = result->option[p];
    const double able =
        o < 0 ? 0.0 : ore_state_share(round, o, result->year[p], j);

    ore_expect_ge(report, use, 0.0, round->projects[p].where,
                  "utilisation of %s in %s", round->projects[p].id,
                  round->states[j].name);
    ore_expect_le(report, use, able, round->projects[p].where,
                  "capacity of %s in %s", round->projects[p].id,
                  round->states[j].name);
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int j = 0; j < round->n_states; j++) {
        for (int p = 0; p < round->n_projects; p++) {
            check_capacity(round, result, report, p, j);
        }
        for (int m = 0; m < round->n_materials; m++) {
            check_balance(round, result, report, m, j);
        }
    }
}

static bool has_inputs(const ore_round *round)
{
    for (int o = 0; o < round->n_options; o++) {
        for (int i = 0; i < round->options[o].n_flows; i++) {
            if (round->options[o].flows[i].input_tpa > 0.0) {
                return true;
            }
        }
    }
    return false;
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    if (has_inputs(round)) {
        ore_notes_add(
            notes, (ore_note_line){.text = "Chains: scarce feed goes to users "
                                           "in the order of the portfolio"});
    }
}

const ore_family ore_family_chain = {
    .name = "chain",
    .summary = "Capacity, feed and material balances",
    .scope = ORE_SCOPE_SHARED,
    .emit = emit,
    .check = check,
    .list_unfollowed = list_unfollowed,
};
