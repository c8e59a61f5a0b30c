/* rule: what planners ask of the whole portfolio. With M the rule's measure
 * over what it names, for each value of `each` and in each year where it holds
 * in each by itself:
 *
 *   min <= M(named) <= max
 *   min N(named) <= M(named) <= max N(named)              `per = N`
 *   min_share M(all) <= M(named) <= max_share M(all)
 *   min_share target <= M(named) <= max_share target      `share_of = target`
 *
 * Shares and ratios are linear so: no denominator is divided by. A soft rule
 * (`penalty`) may be broken: breach × scale is added on the side that lacks. A
 * rule that projects have as their condition holds only while one of them goes
 * ahead: one row for each of them, relaxed while it does not. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "orefolio/rules.h"
#include "registry.h"
#include "rules/rule_limits.h"

/* A row under construction, and what demands it. */
typedef struct line {
    const ore_round *round;
    const ore_variables *variables;
    ore_model *model;
    const ore_demand *demand;
    const ore_rule *rule;
    ore_col breach;
    int p; /* project whose condition it is; -1 */
} line;

/* "all", or the values that it is about: "AU,ndfeb". The caller frees. */
static char *instance_of(const ore_demand *demand, const char *between)
{
    char *text = ore_copy("");

    for (int w = 0; w < ORE_FILTER_WORDS; w++) {
        const char *only = demand->named.only[w];

        if (only) {
            char *longer =
                ore_print("%s%s%s", text, *text ? between : "", only);

            free(text);
            text = longer;
        }
    }
    return text;
}

/* Say which figure of the input the row enforces. */
static void state(const line *l, ore_row row, double constant)
{
    const ore_demand *demand = l->demand;
    char *instance = instance_of(demand, " ");
    char *year = demand->year ? ore_print(", %d", demand->year) : ore_copy("");

    ore_model_row_limit(
        l->model, row,
        l->p >= 0 ? "`%s` of rule %s%s%s%s = %.10g, a condition of project %s"
                  : "`%s` of rule %s%s%s%s = %.10g",
        ore_rule_limit_words[demand->key], l->rule->id, *instance ? ", " : "",
        instance, year, demand->limit,
        l->p >= 0 ? l->round->projects[l->p].id : "");
    if (!ore_demand_per(l->round, demand)) {
        ore_model_row_amount(l->model, row, constant);
    }
    free(instance);
    free(year);
}

static ore_row add_row(const line *l)
{
    const ore_demand *demand = l->demand;
    const double base =
        ore_demand_per(l->round, demand)
            ? 0.0
            : demand->limit * ore_demand_fixed_base(l->round, demand);
    char *instance = instance_of(demand, ",");
    char *year = demand->year ? ore_print(",%d", demand->year) : ore_copy("");
    const ore_row row = ore_model_add_row(
        l->model, l->rule->where, demand->is_floor ? base : -HUGE_VAL,
        demand->is_floor ? HUGE_VAL : base, "rule_%s(%s,%s%s%s%s)",
        ore_rule_limit_words[demand->key], l->rule->id,
        *instance ? instance : "all", year, l->p >= 0 ? "," : "",
        l->p >= 0 ? l->round->projects[l->p].id : "");

    free(instance);
    free(year);
    return row;
}

/* Let the row hold only while the project whose condition it is goes ahead. */
static void relax(const line *l, ore_row row)
{
    const ore_round *round = l->round;

    if (l->p >= 0) {
        const ore_project *project = &round->projects[l->p];

        ore_model_relax_row(
            l->model, row,
            &l->variables->start[project->first_option * round->n_commit],
            project->n_options * round->n_commit);
    }
}

static void add_demand(const line *l)
{
    const ore_demand *demand = l->demand;
    const ore_measure *per = ore_demand_per(l->round, demand);
    const ore_row row = add_row(l);
    ore_expression sum = {
        .model = l->model, .goal = -1, .row = row, .scale = 1.0};
    double constant = ore_emit_measure(l->rule->measure, l->round, l->variables,
                                       &demand->named, &sum);

    if (per) {
        sum.scale = -demand->limit;
        constant += sum.scale * ore_emit_measure(per, l->round, l->variables,
                                                 &demand->base, &sum);
    }
    ore_model_row_constant(l->model, row, constant);
    if (l->breach.at >= 0) {
        const double scale = ore_demand_scale(l->round, demand);

        ore_model_add_coef(l->model, row, demand->is_floor ? scale : -scale,
                           l->breach);
    } else {
        state(l, row, constant);
    }
    relax(l, row);
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    ore_demands demands = ore_demands_of(round);

    for (int i = 0; i < demands.n; i++) {
        const ore_rule *rule = &round->rules[demands.list[i].rule];
        line l = {.round = round,
                  .variables = variables,
                  .model = model,
                  .demand = &demands.list[i],
                  .rule = rule,
                  .breach = variables->breach[i],
                  .p = -1};

        if (rule->n_conditional == 0) {
            add_demand(&l);
        }
        for (int k = 0; k < rule->n_conditional; k++) {
            l.p = rule->conditional[k];
            add_demand(&l);
        }
    }
    ore_demands_free(&demands);
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    ore_demands demands = ore_demands_of(round);

    for (int i = 0; i < demands.n; i++) {
        const ore_demand *demand = &demands.list[i];
        const ore_rule *rule = &round->rules[demand->rule];

        if (ore_rule_is_soft(rule) || !ore_rule_in_force(rule, result)) {
            continue;
        }
        const ore_demanded value = ore_demand_value(round, result, demand);
        char *instance = instance_of(demand, " ");

        (demand->is_floor ? ore_expect_ge : ore_expect_le)(
            report, value.have, demand->limit * value.base, rule->where,
            "%s of rule %s%s%s %d", ore_rule_limit_words[demand->key], rule->id,
            *instance ? " " : "", instance,
            demand->year ? demand->year : rule->years.last);
        free(instance);
    }
    ore_demands_free(&demands);
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    for (int i = 0; i < round->n_rules; i++) {
        ore_notes_add(notes,
                      (ore_note_line){.text = "Rule",
                                      .label = round->rules[i].label,
                                      .label_ja = round->rules[i].label_ja,
                                      .where = round->rules[i].where});
    }
}

const ore_family ore_family_rule = {
    .name = "rule",
    .summary = "Portfolio rules of the round",
    .scope = ORE_SCOPE_PORTFOLIO,
    .reason = "a portfolio rule",
    .limit_label = "Portfolio rule",
    .emit = emit,
    .check = check,
    .list_limits = ore_rule_list_limits,
    .relax = ore_rule_relax,
    .list_unfollowed = list_unfollowed,
};
