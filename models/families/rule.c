/* rule: what planners ask of the whole portfolio. With M(F) the measure over
 * what the filter F names (for `each = country`: F and the country, for every
 * country), in the rule's years:
 *
 *   min <= M(F) <= max
 *   min_share M(all) <= M(F) <= max_share M(all)
 *
 * count, face, budget_cost, capex, value and x_NAME are sums over projects
 * committed in those years. supply is secured and new t/yr, in every year by
 * itself, and its `all` is all supply of the same materials. Shares are linear:
 * M(F) - share M(all) has no fixed denominator. A rule that projects have as
 * their condition holds only while one of them goes ahead: one row for each of
 * them, relaxed while it does not. */
#include <math.h>
#include <stdlib.h>

#include "economics/charges.h"
#include "orefolio/filter.h"
#include "orefolio/memory.h"
#include "orefolio/rules.h"
#include "orefolio/timing.h"
#include "registry.h"
#include "rules/rule_limits.h"

/* A row under construction, and the rule it belongs to. */
typedef struct line {
    const ore_round *round;
    const ore_variables *variables;
    ore_model *model;
    const ore_rule *rule;
    ore_row row;
    const char *country; /* of `each = country`; NULL */
    int t;               /* horizon year, for supply */
    int p;               /* project whose condition it is; -1 */
} line;

static double per_start(const ore_rule *rule, const ore_option *option)
{
    switch (rule->measure) {
    case ORE_MEASURE_COUNT: return 1.0;
    case ORE_MEASURE_CAPEX: return option->capex_m;
    case ORE_MEASURE_VALUE: return option->value;
    case ORE_MEASURE_ATTRIBUTE: return option->attributes[rule->attribute];
    case ORE_MEASURE_FACE:
    case ORE_MEASURE_BUDGET_COST:
    case ORE_MEASURE_SUPPLY: break;
    }
    return 0.0;
}

static void put_block(const line *l, double share, int o, int s)
{
    const ore_round *round = l->round;
    const ore_option *option = &round->options[o];
    const ore_project *project = &round->projects[option->project];
    const bool is_money = l->rule->measure == ORE_MEASURE_FACE ||
                          l->rule->measure == ORE_MEASURE_BUDGET_COST;

    if (!is_money) {
        const double named =
            ore_rule_names_option(round, l->rule, l->country, o) ? 1.0 : 0.0;

        ore_model_add_coef(l->model, l->row,
                           (named - share) * per_start(l->rule, option),
                           l->variables->start[ore_at_commit(round, o, s)]);
        return;
    }
    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        const bool named =
            ore_rule_names_option(round, l->rule, l->country, o) &&
            ore_filter_pair(&l->rule->of, round, &round->pairs[f]);
        const double unit = l->rule->measure == ORE_MEASURE_FACE
                                ? 1.0
                                : ore_charge_rate(round, f, o, s);

        ore_model_add_coef(l->model, l->row,
                           ((named ? 1.0 : 0.0) - share) * unit,
                           ore_variables_award(round, l->variables, f, o, s));
    }
}

/* M(F) - share M(all) of the secured supply, t/yr. */
static double secured(const line *l, double share)
{
    const ore_round *round = l->round;
    double sum_tpa = 0.0;

    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];

        if (ore_filter_material(&l->rule->of,
                                &round->materials[supply->material])) {
            sum_tpa +=
                ((ore_rule_names_supply(round, l->rule, l->country, i) ? 1.0
                                                                       : 0.0) -
                 share) *
                ore_supply_tpa(round, i, l->t);
        }
    }
    return sum_tpa;
}

/* Add M(F) - share M(all) of the portfolio's supply to the row. */
static void put_supply(const line *l, double share)
{
    const ore_round *round = l->round;

    for (int o = 0; o < round->n_options; o++) {
        const double named =
            ore_rule_names_option(round, l->rule, l->country, o) ? 1.0 : 0.0;

        for (int i = 0; i < round->options[o].n_flows; i++) {
            const ore_flow *flow = &round->options[o].flows[i];

            if (ore_filter_material(&l->rule->of,
                                    &round->materials[flow->material])) {
                ore_model_add_coef(
                    l->model, l->row, (named - share) * flow->output_tpa,
                    l->variables->utilisation[o * round->n_states + l->t]);
            }
        }
    }
}

/* Let the row hold only while the project whose condition it is goes ahead. */
static void relax(const line *l)
{
    const ore_round *round = l->round;

    if (l->p >= 0) {
        const ore_project *project = &round->projects[l->p];

        ore_model_relax_row(
            l->model, l->row,
            &l->variables->start[project->first_option * round->n_commit],
            project->n_options * round->n_commit);
    }
}

/* Say what the row of the line enforces. */
static void state(const line *l, double share, double limit, double secured_tpa,
                  const char *what)
{
    char *year = l->rule->measure == ORE_MEASURE_SUPPLY
                     ? ore_print(", %d", l->round->horizon.first + l->t)
                     : ore_copy("");

    ore_model_row_limit(l->model, l->row, "`%s` of rule %s%s%s%s = %.10g%s%s",
                        what, l->rule->id, l->country ? ", country " : "",
                        l->country ? l->country : "", year, limit,
                        l->p >= 0 ? ", a condition of project " : "",
                        l->p >= 0 ? l->round->projects[l->p].id : "");
    free(year);
    if (share == 0.0) {
        ore_model_row_amount(l->model, l->row, secured_tpa);
    }
}

/* One limit: lo <= M(F) - share M(all) <= hi. */
static void add_limit(line l, double share, double lo, double hi,
                      const char *what)
{
    const double limit = share > 0.0 ? share : isfinite(hi) ? hi : lo;
    const int year = l.round->horizon.first + l.t;
    const char *country = l.country ? l.country : "all";
    const char *when = l.p >= 0 ? l.round->projects[l.p].id : "";
    const char *comma = l.p >= 0 ? "," : "";

    if (l.rule->measure == ORE_MEASURE_SUPPLY) {
        const double secured_tpa = secured(&l, share);

        l.row = ore_model_add_row(l.model, l.rule->where, lo - secured_tpa,
                                  hi - secured_tpa, "rule_%s(%s,%s,%d%s%s)",
                                  what, l.rule->id, country, year, comma, when);
        state(&l, share, limit, secured_tpa, what);
        put_supply(&l, share);
        relax(&l);
        return;
    }
    l.row =
        ore_model_add_row(l.model, l.rule->where, lo, hi, "rule_%s(%s,%s%s%s)",
                          what, l.rule->id, country, comma, when);
    state(&l, share, limit, 0.0, what);
    for (int o = 0; o < l.round->n_options; o++) {
        for (int s = 0; s < l.round->n_commit; s++) {
            if (ore_rule_counts_year(l.rule, l.round->commit.first + s)) {
                put_block(&l, share, o, s);
            }
        }
    }
    relax(&l);
}

static void emit_limits(line l)
{
    const ore_rule *rule = l.rule;

    if (isfinite(rule->min)) {
        add_limit(l, 0.0, rule->min, HUGE_VAL, "min");
    }
    if (isfinite(rule->max)) {
        add_limit(l, 0.0, -HUGE_VAL, rule->max, "max");
    }
    if (isfinite(rule->min_share)) {
        add_limit(l, rule->min_share, 0.0, HUGE_VAL, "min_share");
    }
    if (isfinite(rule->max_share)) {
        add_limit(l, rule->max_share, -HUGE_VAL, 0.0, "max_share");
    }
}

static void emit_years(line l)
{
    if (l.rule->measure != ORE_MEASURE_SUPPLY) {
        emit_limits(l);
        return;
    }
    for (l.t = 0; l.t < l.round->n_years; l.t++) {
        if (ore_rule_counts_year(l.rule, l.round->horizon.first + l.t)) {
            emit_limits(l);
        }
    }
}

static void emit_rule(line l)
{
    if (!l.rule->each_country) {
        emit_years(l);
        return;
    }
    while ((l.country = ore_country_after(l.round, l.country))) {
        emit_years(l);
    }
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int i = 0; i < round->n_rules; i++) {
        const ore_rule *rule = &round->rules[i];
        line l = {.round = round,
                  .variables = variables,
                  .model = model,
                  .rule = rule,
                  .p = -1};

        if (rule->n_conditional == 0) {
            emit_rule(l);
        }
        for (int k = 0; k < rule->n_conditional; k++) {
            l.p = rule->conditional[k];
            emit_rule(l);
        }
    }
}

static void check_limits(const ore_rule *rule, ore_report *report, double named,
                         double all, const char *text, int year)
{
    const ore_where where = rule->where;

    if (isfinite(rule->min)) {
        ore_expect_ge(report, named, rule->min, where, "min of %s %d", text,
                      year);
    }
    if (isfinite(rule->max)) {
        ore_expect_le(report, named, rule->max, where, "max of %s %d", text,
                      year);
    }
    if (isfinite(rule->min_share)) {
        ore_expect_ge(report, named, rule->min_share * all, where,
                      "min_share of %s %d", text, year);
    }
    if (isfinite(rule->max_share)) {
        ore_expect_le(report, named, rule->max_share * all, where,
                      "max_share of %s %d", text, year);
    }
}

static void check_country(const ore_round *round, const ore_result *result,
                          ore_report *report, const ore_rule *rule,
                          const char *country)
{
    const bool yearly = rule->measure == ORE_MEASURE_SUPPLY;

    for (int t = 0; t < (yearly ? round->n_years : 1); t++) {
        const int year = round->horizon.first + t;

        if (!yearly || ore_rule_counts_year(rule, year)) {
            double all = 0.0;
            const double named =
                ore_rule_measure(round, result, rule, country, t, &all);
            char *text = ore_print("rule %s%s%s", rule->id, country ? " " : "",
                                   country ? country : "");

            check_limits(rule, report, named, all, text,
                         yearly ? year : round->commit.last);
            free(text);
        }
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int i = 0; i < round->n_rules; i++) {
        const ore_rule *rule = &round->rules[i];
        const char *country = NULL;

        if (!ore_rule_in_force(rule, result)) {
            continue;
        }
        if (!rule->each_country) {
            check_country(round, result, report, rule, NULL);
            continue;
        }
        while ((country = ore_country_after(round, country))) {
            check_country(round, result, report, rule, country);
        }
    }
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
