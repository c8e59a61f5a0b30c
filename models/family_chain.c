/* chain: materials flow from secured supply and projects to projects and
 * markets; nobody can use what nobody makes. For every moment j:
 *
 *   run[o,j] <= sum over s of capacity_share[o,s,j] start[o,s]
 *   open supply[m,j] + sum out run + sum release
 *       >= sum in run + sum buy + sum over markets pooled + sum sell
 *
 * A plant without feed cannot run, so an end product counts only when its
 * whole chain is there. Scrap and recycling are materials like any other. */
#include <math.h>

#include "orefolio/timing.h"
#include "registry.h"
#include "sums.h"

static void emit_capacity(const ore_plan *plan, const ore_vars *vars,
                          ore_model *model, int o, int j)
{
    const ore_option *option = &plan->options[o];
    const ore_col run = vars->run[o * plan->n_moments + j];

    if (run.at < 0) {
        return;
    }
    const ore_row row = ore_add_row(
        model, option->where, -HUGE_VAL, 0.0, "chain_capacity(%s,%s,%s)",
        plan->projects[option->project].id, option->id, plan->moments[j].name);

    ore_put(model, row, 1.0, run);
    for (int s = 0; s < plan->n_commit; s++) {
        ore_put(model, row,
                -ore_moment_share(plan, o, plan->commit.first + s, j),
                vars->start[o * plan->n_commit + s]);
    }
}

static void put_flows(const ore_plan *plan, const ore_vars *vars,
                      ore_model *model, ore_row row, int m, int j)
{
    for (int o = 0; o < plan->n_options; o++) {
        const ore_option *option = &plan->options[o];

        for (int i = 0; i < option->n_flows; i++) {
            const ore_flow *flow = &option->flows[i];

            if (flow->material == m) {
                ore_put(model, row, flow->output_tpa - flow->input_tpa,
                        vars->run[o * plan->n_moments + j]);
            }
        }
    }
}

static void put_stocks(const ore_plan *plan, const ore_vars *vars,
                       ore_model *model, ore_row row, int m, int j)
{
    for (int h = 0; h < plan->n_stockpiles; h++) {
        if (plan->stockpiles[h].material != m) {
            continue;
        }
        ore_put(model, row, 1.0, vars->release[h * plan->n_moments + j]);
        if (plan->moments[j].disruption < 0) {
            ore_put(model, row, -1.0,
                    vars->buy[h * plan->n_years + plan->moments[j].t]);
        }
    }
}

static void emit_balance(const ore_plan *plan, const ore_vars *vars,
                         ore_model *model, int m, int j)
{
    const ore_material *material = &plan->materials[m];
    const ore_row row = ore_add_row(
        model, material->where, -ore_open_supply_tpa(plan, m, j), HUGE_VAL,
        "chain_balance(%s,%s)", material->id, plan->moments[j].name);

    put_flows(plan, vars, model, row, m, j);
    put_stocks(plan, vars, model, row, m, j);
    for (int i = 0; i < plan->n_targets; i++) {
        if (plan->targets[i].material == m) {
            ore_put(model, row, -1.0, vars->pooled[i * plan->n_moments + j]);
        }
    }
    for (int k = 0; k < plan->n_sales; k++) {
        if (plan->sales[k].material == m) {
            ore_put(model, row, -1.0, vars->sell[k * plan->n_moments + j]);
        }
    }
}

/* What option o adds to the supply of material m in moment j when committed in
 * commitment year s and run as fully as it can, t/yr. */
static double supplied_tpa(const ore_plan *plan, int o, int s, int m, int j)
{
    const ore_option *option = &plan->options[o];
    double sum_tpa = 0.0;

    for (int i = 0; i < option->n_flows; i++) {
        if (option->flows[i].material == m) {
            sum_tpa += option->flows[i].output_tpa;
        }
    }
    return sum_tpa * ore_moment_share(plan, o, plan->commit.first + s, j);
}

/* Markets can take no more than `asked` of the material, so a project counts
 * at most for what is lacking: with it, deliveries reach `asked`. */
static void emit_cover(const ore_plan *plan, const ore_vars *vars,
                       ore_model *model, int m, int j)
{
    double asked_tpa = 0.0, secured_tpa = ore_open_supply_tpa(plan, m, j);

    for (int i = 0; i < plan->n_targets; i++) {
        if (plan->targets[i].material == m) {
            const double target_tpa =
                plan->targets[i].target_tpa[plan->moments[j].t];

            asked_tpa += target_tpa;
            secured_tpa +=
                fmin(target_tpa,
                     ore_reserved_supply_tpa(plan, &plan->targets[i], j));
        }
    }
    const double lacking_tpa = asked_tpa - secured_tpa;

    if (asked_tpa <= 0.0 || lacking_tpa <= 0.0) {
        return;
    }
    const ore_row row = ore_add_row(
        model, plan->materials[m].where, -HUGE_VAL, secured_tpa,
        "chain_cover(%s,%s)", plan->materials[m].id, plan->moments[j].name);

    for (int i = 0; i < plan->n_targets; i++) {
        if (plan->targets[i].material == m) {
            ore_put(model, row, 1.0, vars->deliver[i * plan->n_moments + j]);
        }
    }
    for (int h = 0; h < plan->n_stockpiles; h++) {
        if (plan->stockpiles[h].material == m) {
            ore_put(model, row, -1.0, vars->release[h * plan->n_moments + j]);
        }
    }
    for (int o = 0; o < plan->n_options; o++) {
        for (int s = 0; s < plan->n_commit; s++) {
            ore_put(model, row,
                    -fmin(lacking_tpa, supplied_tpa(plan, o, s, m, j)),
                    vars->start[o * plan->n_commit + s]);
        }
    }
}

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model)
{
    for (int j = 0; j < plan->n_moments; j++) {
        for (int o = 0; o < plan->n_options; o++) {
            emit_capacity(plan, vars, model, o, j);
        }
        for (int m = 0; m < plan->n_materials; m++) {
            emit_balance(plan, vars, model, m, j);
            emit_cover(plan, vars, model, m, j);
        }
    }
}

/* What projects make of a material in moment j, and what they use, t/yr. */
static void sum_flows(const ore_plan *plan, const ore_result *result, int m,
                      int j, double *made_tpa, double *used_tpa)
{
    for (int p = 0; p < plan->n_projects; p++) {
        if (result->option[p] < 0) {
            continue;
        }
        const ore_option *option = &plan->options[result->option[p]];
        const double use = result->use[p * plan->n_moments + j];

        for (int i = 0; i < option->n_flows; i++) {
            if (option->flows[i].material == m) {
                *made_tpa += option->flows[i].output_tpa * use;
                *used_tpa += option->flows[i].input_tpa * use;
            }
        }
    }
}

static void check_balance(const ore_plan *plan, const ore_result *result,
                          ore_report *report, int m, int j)
{
    double in_tpa = ore_open_supply_tpa(plan, m, j), out_tpa = 0.0;

    sum_flows(plan, result, m, j, &in_tpa, &out_tpa);
    for (int h = 0; h < plan->n_stockpiles; h++) {
        if (plan->stockpiles[h].material == m) {
            in_tpa += result->released_t[h * plan->n_moments + j];
            out_tpa +=
                plan->moments[j].disruption < 0
                    ? result->bought_t[h * plan->n_years + plan->moments[j].t]
                    : 0.0;
        }
    }
    for (int k = 0; k < plan->n_sales; k++) {
        if (plan->sales[k].material == m) {
            out_tpa += result->sold_tpa[k * plan->n_moments + j];
        }
    }
    for (int i = 0; i < plan->n_targets; i++) {
        if (plan->targets[i].material == m) {
            out_tpa += ore_pooled_tpa(plan, result, i, j);
        }
    }
    ore_expect_ge(report, in_tpa, out_tpa, plan->materials[m].where,
                  "balance of %s in %s", plan->materials[m].id,
                  plan->moments[j].name);
}

static void check_capacity(const ore_plan *plan, const ore_result *result,
                           ore_report *report, int p, int j)
{
    const double use = result->use[p * plan->n_moments + j];
    const int o = result->option[p];
    const double able =
        o < 0 ? 0.0 : ore_moment_share(plan, o, result->year[p], j);

    ore_expect_ge(report, use, 0.0, plan->projects[p].where,
                  "utilisation of %s in %s", plan->projects[p].id,
                  plan->moments[j].name);
    ore_expect_le(report, use, able, plan->projects[p].where,
                  "capacity of %s in %s", plan->projects[p].id,
                  plan->moments[j].name);
}

static void check(const ore_plan *plan, const ore_result *result,
                  ore_report *report)
{
    for (int j = 0; j < plan->n_moments; j++) {
        for (int p = 0; p < plan->n_projects; p++) {
            check_capacity(plan, result, report, p, j);
        }
        for (int m = 0; m < plan->n_materials; m++) {
            check_balance(plan, result, report, m, j);
        }
    }
}

const ore_family ore_family_chain = {
    .name = "chain",
    .summary = "Capacity, feed and material balances",
    .summary_ja = "生産能力・原料・物質収支",
    .emit = emit,
    .check = check,
};
