/* chain: materials flow from secured supply and projects to projects and
 * markets; nobody can use what nobody makes.
 *
 *   run[o,t] <= sum over s of capacity_share[o,s,t] start[o,s]
 *   open supply[m,t] + sum out run + sum reserved
 *       >= sum in run + sum over markets deliver                all m, t
 *   reserved <= deliver         (its bound is the supply that is reserved)
 *
 * A plant without feed cannot run, so an end product counts only when its
 * whole chain is there. Scrap and recycling are materials like any other. */
#include <math.h>

#include "orefolio/timing.h"
#include "registry.h"
#include "sums.h"

static void emit_capacity(const ore_plan *plan, const ore_vars *vars,
                          ore_model *model, int o, int t)
{
    const ore_option *option = &plan->options[o];
    const ore_col run = vars->run[o * plan->n_years + t];

    if (run.at < 0) {
        return;
    }
    const ore_row row = ore_add_row(model, option->where, -HUGE_VAL, 0.0,
                                    "chain_capacity(%s,%s,%d)",
                                    plan->projects[option->project].id,
                                    option->id, plan->horizon.first + t);

    ore_put(model, row, 1.0, run);
    for (int s = 0; s < plan->n_commit; s++) {
        ore_put(model, row,
                -ore_capacity_share(plan, option, plan->commit.first + s,
                                    plan->horizon.first + t),
                vars->start[o * plan->n_commit + s]);
    }
}

static void put_flows(const ore_plan *plan, const ore_vars *vars,
                      ore_model *model, ore_row row, int m, int t)
{
    for (int o = 0; o < plan->n_options; o++) {
        const ore_option *option = &plan->options[o];

        for (int i = 0; i < option->n_flows; i++) {
            const ore_flow *flow = &option->flows[i];

            if (flow->material == m) {
                ore_put(model, row, flow->output_tpa - flow->input_tpa,
                        vars->run[o * plan->n_years + t]);
            }
        }
    }
}

static void emit_balance(const ore_plan *plan, const ore_vars *vars,
                         ore_model *model, int m, int t)
{
    const ore_material *material = &plan->materials[m];
    const int year = plan->horizon.first + t;
    const ore_row row =
        ore_add_row(model, material->where, -ore_open_supply_tpa(plan, m, t),
                    HUGE_VAL, "chain_balance(%s,%d)", material->id, year);

    put_flows(plan, vars, model, row, m, t);
    for (int i = 0; i < plan->n_targets; i++) {
        const int at = i * plan->n_years + t;

        if (plan->targets[i].material != m || vars->deliver[at].at < 0) {
            continue;
        }
        ore_put(model, row, -1.0, vars->deliver[at]);
        if (vars->reserved[at].at >= 0) {
            const ore_row within =
                ore_add_row(model, plan->targets[i].where, -HUGE_VAL, 0.0,
                            "chain_reserved(%s,%s,%d)", material->id,
                            plan->markets[plan->targets[i].market].id, year);

            ore_put(model, row, 1.0, vars->reserved[at]);
            ore_put(model, within, 1.0, vars->reserved[at]);
            ore_put(model, within, -1.0, vars->deliver[at]);
        }
    }
}

/* What option o adds to the supply of material m in year t when committed in
 * commitment year s and run as fully as it can, t/yr. */
static double supplied_tpa(const ore_plan *plan, int o, int s, int m, int t)
{
    const ore_option *option = &plan->options[o];
    double sum_tpa = 0.0;

    for (int i = 0; i < option->n_flows; i++) {
        if (option->flows[i].material == m) {
            sum_tpa += option->flows[i].output_tpa;
        }
    }
    return sum_tpa * ore_capacity_share(plan, option, plan->commit.first + s,
                                        plan->horizon.first + t);
}

/* Markets can take no more than `asked` of the material, so a project counts
 * at most for what is lacking: with it, deliveries reach `asked`. */
static void emit_cover(const ore_plan *plan, const ore_vars *vars,
                       ore_model *model, int m, int t)
{
    double asked_tpa = 0.0, secured_tpa = ore_open_supply_tpa(plan, m, t);

    for (int i = 0; i < plan->n_targets; i++) {
        const int at = i * plan->n_years + t;

        if (plan->targets[i].material == m && vars->deliver[at].at >= 0) {
            asked_tpa += plan->targets[i].target_tpa[t];
            secured_tpa +=
                fmin(plan->targets[i].target_tpa[t],
                     ore_reserved_supply_tpa(plan, &plan->targets[i], t));
        }
    }
    const double lacking_tpa = asked_tpa - secured_tpa;

    if (lacking_tpa <= 0.0) {
        return;
    }
    const ore_row row = ore_add_row(
        model, plan->materials[m].where, -HUGE_VAL, secured_tpa,
        "chain_cover(%s,%d)", plan->materials[m].id, plan->horizon.first + t);

    for (int i = 0; i < plan->n_targets; i++) {
        if (plan->targets[i].material == m) {
            ore_put(model, row, 1.0, vars->deliver[i * plan->n_years + t]);
        }
    }
    for (int o = 0; o < plan->n_options; o++) {
        for (int s = 0; s < plan->n_commit; s++) {
            ore_put(model, row,
                    -fmin(lacking_tpa, supplied_tpa(plan, o, s, m, t)),
                    vars->start[o * plan->n_commit + s]);
        }
    }
}

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model)
{
    for (int t = 0; t < plan->n_years; t++) {
        for (int o = 0; o < plan->n_options; o++) {
            emit_capacity(plan, vars, model, o, t);
        }
        for (int m = 0; m < plan->n_materials; m++) {
            emit_balance(plan, vars, model, m, t);
            emit_cover(plan, vars, model, m, t);
        }
    }
}

/* What is left of a material in a year: made and secured, less used and
 * delivered, t/yr. `moved` becomes the sum of all of it. */
static double left_tpa(const ore_plan *plan, const ore_result *result, int m,
                       int t, double *moved)
{
    double in_tpa = ore_open_supply_tpa(plan, m, t), out_tpa = 0.0;

    for (int p = 0; p < plan->n_projects; p++) {
        if (result->option[p] < 0) {
            continue;
        }
        const ore_option *option = &plan->options[result->option[p]];
        const double use = result->use[p * plan->n_years + t];

        for (int i = 0; i < option->n_flows; i++) {
            if (option->flows[i].material == m) {
                in_tpa += option->flows[i].output_tpa * use;
                out_tpa += option->flows[i].input_tpa * use;
            }
        }
    }
    for (int i = 0; i < plan->n_targets; i++) {
        const ore_target *target = &plan->targets[i];

        if (target->material == m) {
            const double got_tpa = result->delivered_tpa[i * plan->n_years + t];

            out_tpa += got_tpa;
            in_tpa += fmin(got_tpa, ore_reserved_supply_tpa(plan, target, t));
        }
    }
    *moved = in_tpa;
    return in_tpa - out_tpa;
}

static void check_capacity(const ore_plan *plan, const ore_result *result,
                           ore_report *report, int p, int t)
{
    const double use = result->use[p * plan->n_years + t];
    const int o = result->option[p], year = plan->horizon.first + t;
    const double able = o < 0 ? 0.0
                              : ore_capacity_share(plan, &plan->options[o],
                                                   result->year[p], year);

    ore_expect_ge(report, use, 0.0, plan->projects[p].where,
                  "utilisation of %s in %d", plan->projects[p].id, year);
    ore_expect_le(report, use, able, plan->projects[p].where,
                  "capacity of %s in %d", plan->projects[p].id, year);
}

static void check(const ore_plan *plan, const ore_result *result,
                  ore_report *report)
{
    for (int t = 0; t < plan->n_years; t++) {
        for (int p = 0; p < plan->n_projects; p++) {
            check_capacity(plan, result, report, p, t);
        }
        for (int m = 0; m < plan->n_materials; m++) {
            double moved_tpa = 0.0;
            const double rest_tpa = left_tpa(plan, result, m, t, &moved_tpa);

            ore_expect_ge(report, moved_tpa, moved_tpa - rest_tpa,
                          plan->materials[m].where, "balance of %s in %d",
                          plan->materials[m].id, plan->horizon.first + t);
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
