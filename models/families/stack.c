/* stack: who may carry how much of a project's capital cost. For every option
 * and year, with K = capex * start, e sponsor equity, d bank debt, all in M:
 *
 *   sponsor   e >= sponsor_share_min K,  e <= sponsor_equity_max start
 *   debt      loans + d <= min(debt_share_max K, debt_capacity start)
 *   grant     grants <= grant_share_max K
 *   public    grants + loans + equity + sum coverage guaranteed
 *                 <= public_share_max K
 *   stake(k)  (1 - stake_max[k]) a[k] <= stake_max[k] (e + other public equity)
 *   bank      d <= bank_debt_max start + guaranteed
 *   wrap      guaranteed <= d
 *   insured   insured <= e + d
 *
 * Rows that cannot bind are left out. */
#include <math.h>

#include "registry.h"

/* One option in one year: what every row of this family is about. */
typedef struct block {
    const ore_round *round;
    const ore_variables *variables;
    ore_model *model;
    const ore_option *option;
    const ore_project *project;
    int o, s;
} block;

static const ore_instrument *instrument_of(const ore_round *round, int f)
{
    return &round->instruments[round->pairs[f].instrument];
}

static ore_col equity(const block *b)
{
    return b->variables->equity[b->o * b->round->n_commit + b->s];
}

static ore_col debt(const block *b)
{
    return b->variables->debt[b->o * b->round->n_commit + b->s];
}

/* A row "sum <= limit_m * start", still without its sum; `key` is the column
 * that limits it, NULL = how its sources work. */
static ore_row add_limit(const block *b, double limit_m, const char *what,
                         const char *key)
{
    const ore_row row = ore_model_add_row(
        b->model, b->option->where, -HUGE_VAL, 0.0, "stack_%s(%s,%s,%d)", what,
        b->project->id, b->option->id, b->round->commit.first + b->s);

    if (key) {
        ore_model_row_limit(b->model, row, "`%s` of project %s", key,
                            b->project->id);
    }
    ore_model_add_coef(b->model, row, -limit_m,
                       b->variables->start[b->o * b->round->n_commit + b->s]);
    return row;
}

/* Add coef × every award of one source to the row. */
static void put_source(const block *b, ore_row row, double coef,
                       ore_source source)
{
    for (int i = 0; i < b->project->n_pairs; i++) {
        const int f = b->project->first_pair + i;

        if (instrument_of(b->round, f)->kind->source == source) {
            ore_model_add_coef(
                b->model, row, coef,
                ore_variables_award(b->round, b->variables, f, b->o, b->s));
        }
    }
}

/* Add coef × every award that covers private money in one way. */
static void put_cover(const block *b, ore_row row, double coef, ore_cover cover)
{
    for (int i = 0; i < b->project->n_pairs; i++) {
        const int f = b->project->first_pair + i;

        if (instrument_of(b->round, f)->kind->covers == cover) {
            ore_model_add_coef(
                b->model, row, coef,
                ore_variables_award(b->round, b->variables, f, b->o, b->s));
        }
    }
}

static bool may_be_insured(const block *b)
{
    bool may = false;

    for (int i = 0; i < b->project->n_pairs; i++) {
        may |=
            instrument_of(b->round, b->project->first_pair + i)->kind->covers ==
            ORE_COVERS_PRIVATE;
    }
    return may;
}

static void emit_insured(const block *b)
{
    if (!may_be_insured(b)) {
        return;
    }
    const ore_row insured = add_limit(b, 0.0, "insured", NULL);

    ore_model_add_coef(b->model, insured, -1.0, equity(b));
    ore_model_add_coef(b->model, insured, -1.0, debt(b));
    put_cover(b, insured, 1.0, ORE_COVERS_PRIVATE);
}

static void emit_private(const block *b)
{
    const ore_option *option = b->option;
    const double capex_m = option->capex_m;
    const double debt_max_m =
        fmin(option->debt_share_max * capex_m, option->debt_capacity_m);

    if (option->sponsor_share_min > 0.0) {
        const ore_row row = add_limit(b, -option->sponsor_share_min * capex_m,
                                      "sponsor", "sponsor_share_min");

        ore_model_add_coef(b->model, row, -1.0, equity(b));
    }
    if (option->sponsor_equity_max_m < capex_m) {
        const ore_row row = add_limit(b, option->sponsor_equity_max_m, "equity",
                                      "sponsor_equity_max");

        ore_model_add_coef(b->model, row, 1.0, equity(b));
    }
    if (debt_max_m < capex_m) {
        const ore_row row =
            add_limit(b, debt_max_m, "debt",
                      option->debt_capacity_m < option->debt_share_max * capex_m
                          ? "debt_capacity"
                          : "debt_share_max");

        ore_model_add_coef(b->model, row, 1.0, debt(b));
        put_source(b, row, 1.0, ORE_SOURCE_LOAN);
    }
    if (option->bank_debt_max_m < capex_m) {
        const ore_row row =
            add_limit(b, option->bank_debt_max_m, "bank", "bank_debt_max");

        ore_model_add_coef(b->model, row, 1.0, debt(b));
        put_cover(b, row, -1.0, ORE_COVERS_DEBT);
    }
    const ore_row wrap = add_limit(b, 0.0, "wrap", NULL);

    ore_model_add_coef(b->model, wrap, -1.0, debt(b));
    put_cover(b, wrap, 1.0, ORE_COVERS_DEBT);
    emit_insured(b);
}

static void emit_public(const block *b)
{
    const ore_option *option = b->option;
    const double capex_m = option->capex_m;

    if (option->grant_share_max < 1.0) {
        put_source(b,
                   add_limit(b, option->grant_share_max * capex_m, "grant",
                             "grant_share_max"),
                   1.0, ORE_SOURCE_GRANT);
    }
    if (option->public_share_max < 1.0) {
        const ore_row row = add_limit(b, option->public_share_max * capex_m,
                                      "public", "public_share_max");

        for (int i = 0; i < b->project->n_pairs; i++) {
            const int f = b->project->first_pair + i;
            const ore_instrument *instrument = instrument_of(b->round, f);

            ore_model_add_coef(
                b->model, row, instrument->kind->public_share(instrument),
                ore_variables_award(b->round, b->variables, f, b->o, b->s));
        }
    }
}

static void emit_stakes(const block *b)
{
    for (int i = 0; i < b->project->n_pairs; i++) {
        const int f = b->project->first_pair + i;
        const ore_instrument *instrument = instrument_of(b->round, f);
        const double stake = instrument->stake_max;

        if (instrument->kind->source != ORE_SOURCE_EQUITY || stake >= 1.0) {
            continue;
        }
        const ore_row row = ore_model_add_row(
            b->model, instrument->where, -HUGE_VAL, 0.0,
            "stack_stake(%s,%s,%s,%d)", b->project->id, b->option->id,
            instrument->id, b->round->commit.first + b->s);

        ore_model_row_limit(b->model, row,
                            "`stake_max` of instrument %s, project %s",
                            instrument->id, b->project->id);
        ore_model_add_coef(b->model, row, -stake, equity(b));
        put_source(b, row, -stake, ORE_SOURCE_EQUITY);
        ore_model_add_coef(
            b->model, row, 1.0,
            ore_variables_award(b->round, b->variables, f, b->o, b->s));
    }
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int o = 0; o < round->n_options; o++) {
        for (int s = 0; s < round->n_commit; s++) {
            const ore_option *option = &round->options[o];
            const block b = {round,
                             variables,
                             model,
                             option,
                             &round->projects[option->project],
                             o,
                             s};

            if (variables->start[ore_at_commit(round, o, s)].at >= 0) {
                emit_private(&b);
                emit_public(&b);
                emit_stakes(&b);
            }
        }
    }
}

/* What a project receives, by source, M; covered: exposure of guarantees. */
typedef struct received {
    double grants_m, loans_m, equity_m, wrapped_m, insured_m, public_m, all_m;
} received;

static received sum_received(const ore_round *round, const ore_result *result,
                             const ore_project *project)
{
    received got = {0};

    for (int i = 0; i < project->n_pairs; i++) {
        const int f = project->first_pair + i;
        const ore_instrument *instrument = instrument_of(round, f);
        const double face_m = result->face_m[f];

        switch (instrument->kind->source) {
        case ORE_SOURCE_GRANT: got.grants_m += face_m; break;
        case ORE_SOURCE_LOAN: got.loans_m += face_m; break;
        case ORE_SOURCE_EQUITY: got.equity_m += face_m; break;
        case ORE_SOURCE_NONE: break;
        }
        switch (instrument->kind->covers) {
        case ORE_COVERS_NOTHING: break;
        case ORE_COVERS_DEBT: got.wrapped_m += face_m; break;
        case ORE_COVERS_PRIVATE: got.insured_m += face_m; break;
        }
        got.all_m += face_m;
        got.public_m += instrument->kind->public_share(instrument) * face_m;
    }
    return got;
}

static void check_stakes(const ore_round *round, const ore_result *result,
                         ore_report *report, int p, double all_equity_m)
{
    const ore_project *project = &round->projects[p];

    for (int i = 0; i < project->n_pairs; i++) {
        const int f = project->first_pair + i;
        const ore_instrument *instrument = instrument_of(round, f);

        if (instrument->kind->source == ORE_SOURCE_EQUITY) {
            ore_expect_le(
                report, result->face_m[f], instrument->stake_max * all_equity_m,
                instrument->where, "stake of %s in %s, of the project's equity",
                instrument->id, project->id);
        }
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *project = &round->projects[p];
        const received got = sum_received(round, result, project);
        const double e_m = result->equity_m[p], d_m = result->debt_m[p];
        const char *id = project->id;

        if (result->option[p] < 0) {
            ore_expect_eq(report, got.all_m + e_m + d_m, 0.0, project->where,
                          "%s is not funded", id);
            continue;
        }
        const ore_option *option = &round->options[result->option[p]];
        const ore_where where = option->where;
        const double capex_m = option->capex_m;

        ore_expect_ge(report, e_m, option->sponsor_share_min * capex_m, where,
                      "sponsor_share_min of %s", id);
        ore_expect_le(report, e_m, option->sponsor_equity_max_m, where,
                      "sponsor_equity_max of %s", id);
        ore_expect_le(report, got.loans_m + d_m,
                      option->debt_share_max * capex_m, where,
                      "debt_share_max of %s", id);
        ore_expect_le(report, got.loans_m + d_m, option->debt_capacity_m, where,
                      "debt_capacity of %s", id);
        ore_expect_le(report, got.grants_m, option->grant_share_max * capex_m,
                      where, "grant_share_max of %s", id);
        ore_expect_le(report, got.public_m, option->public_share_max * capex_m,
                      where, "public_share_max of %s", id);
        ore_expect_le(report, d_m, option->bank_debt_max_m + got.wrapped_m,
                      where, "bank_debt_max of %s", id);
        ore_expect_le(report, got.wrapped_m, d_m, where,
                      "guaranteed debt of %s is bank debt", id);
        ore_expect_le(report, got.insured_m, e_m + d_m, where,
                      "insured money of %s is private", id);
        check_stakes(round, result, report, p, e_m + got.equity_m);
    }
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    (void)round;
    ore_notes_add(
        notes,
        (ore_note_line){
            .text = "Debt capacity, sponsor's smallest share, debt share"});
}

const ore_family ore_family_stack = {
    .name = "stack",
    .summary = "Shares of sponsors, lenders and the public in every project",
    .scope = ORE_SCOPE_PROJECT,
    .emit = emit,
    .check = check,
    .list_unfollowed = list_unfollowed,
};
