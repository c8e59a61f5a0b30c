/* speed_up: in a response, only what was committed is sped up, and its sponsors
 * and banks pay no more for both than for the project alone. For every speed-up
 * u of option o of project p, committed in year s before the disruption:
 *
 *   sum over s' of start[u,s'] <= start[p,o,s]
 *   equity   sum e[u,s'] + e[p,o,s] <= sponsor_equity_max[o]
 *   bank     sum d[u,s'] + d[p,o,s] - guaranteed of both <= bank_debt_max[o]
 *   debt     sum d[u,s'] + d[p,o,s] + loans of both <= debt_capacity[o]
 *
 * When it starts, in window and screening; what it adds to the output, in
 * ore_capacity_share. */
#include <math.h>

#include "orefolio/instrument.h"
#include "registry.h"

/* What a row is about: the commitment, and its speed-up. */
typedef struct tie {
    const ore_round *round;
    const ore_project *own, *sped; /* the speed-up, and its project */
    int o, s; /* of the commitment; s is outside of the round's years where the
                 baseline has none */
} tie;

/* Kinds of money that are limited for both together. */
typedef enum money { EQUITY, BANK, DEBT, MONEYS } money;

static const char *const keys[] = {[EQUITY] = "sponsor_equity_max",
                                   [BANK] = "bank_debt_max",
                                   [DEBT] = "debt_capacity"};

static tie tie_of(const ore_round *round, int p)
{
    const ore_project *own = &round->projects[p];
    const int sped = round->options[own->sped_option].project;
    const bool is_there = round->baseline.path &&
                          round->baseline.option[sped] == own->sped_option;

    return (tie){round, own, &round->projects[sped], own->sped_option,
                 is_there ? round->baseline.year[sped] - round->commit.first
                          : -1};
}

static double limit_m(const tie *t, money what)
{
    const ore_option *option = &t->round->options[t->o];

    switch (what) {
    case EQUITY: return option->sponsor_equity_max_m;
    case BANK: return option->bank_debt_max_m;
    default: return option->debt_capacity_m;
    }
}

/* What an award of pair f counts of the money beside the project's own. */
static double weight(const ore_round *round, money what, int f)
{
    const ore_instrument_kind *kind =
        round->instruments[round->pairs[f].instrument].kind;

    if (what == BANK && kind->covers == ORE_COVERS_DEBT) {
        return -1.0;
    }
    return what == DEBT && kind->source == ORE_SOURCE_LOAN ? 1.0 : 0.0;
}

/* Add the money of one commitment to the row. */
static void put(const tie *t, const ore_variables *variables, ore_model *model,
                ore_row row, money what, int o, int s)
{
    const ore_round *round = t->round;
    const ore_project *project = &round->projects[round->options[o].project];
    const int at = ore_at_commit(round, o, s);

    if (variables->start[at].at < 0) {
        return;
    }
    ore_model_add_coef(model, row, 1.0,
                       what == EQUITY ? variables->equity[at]
                                      : variables->debt[at]);
    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        const double coef = weight(round, what, f);

        if (coef != 0.0) {
            ore_model_add_coef(model, row, coef,
                               ore_variables_award(round, variables, f, o, s));
        }
    }
}

static void emit_money(const tie *t, const ore_variables *variables,
                       ore_model *model, money what)
{
    const ore_round *round = t->round;
    const double all_m = round->options[t->o].capex_m +
                         round->options[t->own->first_option].capex_m;

    if (limit_m(t, what) >= all_m) {
        return;
    }
    const ore_row row =
        ore_model_add_row(model, t->own->where, -HUGE_VAL, limit_m(t, what),
                          "sped_%s(%s)", keys[what], t->own->id);

    ore_model_row_limit(model, row, "`%s` of project %s and its speed-up",
                        keys[what], t->sped->id);
    put(t, variables, model, row, what, t->o, t->s);
    for (int s = 0; s < round->n_commit; s++) {
        put(t, variables, model, row, what, t->own->first_option, s);
    }
}

static void emit_tie(const tie *t, const ore_variables *variables,
                     ore_model *model)
{
    const ore_round *round = t->round;
    const ore_row row = ore_model_add_row(model, t->own->where, -HUGE_VAL, 0.0,
                                          "sped_up(%s)", t->own->id);

    ore_model_row_limit(model, row, "%s speeds up what is committed",
                        t->own->id);
    ore_model_add_coef(model, row, -1.0,
                       variables->start[ore_at_commit(round, t->o, t->s)]);
    for (int s = 0; s < round->n_commit; s++) {
        const int at = ore_at_commit(round, t->own->first_option, s);

        if (variables->start[at].at >= 0) {
            ore_model_add_coef(model, row, 1.0, variables->start[at]);
        }
    }
    for (money what = EQUITY; what < MONEYS; what++) {
        emit_money(t, variables, model, what);
    }
}

/* Window and screening leave no start of one whose commitment is not there. */
static bool may_start(const tie *t, const ore_variables *variables)
{
    bool may = false;

    for (int s = 0; s < t->round->n_commit; s++) {
        const int at = ore_at_commit(t->round, t->own->first_option, s);

        may = may || variables->start[at].at >= 0;
    }
    return may && t->s >= 0 && t->s < t->round->n_commit;
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int p = 0; p < round->n_projects; p++) {
        if (round->projects[p].speeds_up) {
            const tie t = tie_of(round, p);

            if (may_start(&t, variables)) {
                emit_tie(&t, variables, model);
            }
        }
    }
}

/* The money that the project has in the result, M. */
static double had_m(const ore_round *round, const ore_result *result,
                    money what, int p)
{
    const ore_project *project = &round->projects[p];
    double sum_m = what == EQUITY ? result->equity_m[p] : result->debt_m[p];

    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        sum_m += weight(round, what, f) * result->face_m[f];
    }
    return sum_m;
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *own = &round->projects[p];

        if (!own->speeds_up || result->option[p] < 0) {
            continue;
        }
        const tie t = tie_of(round, p);
        const int sped = round->options[own->sped_option].project;

        ore_expect_eq(report, result->option[sped], own->sped_option,
                      own->where, "option of %s that is sped up",
                      own->speeds_up);
        ore_expect_eq(report, result->year[sped] - round->commit.first, t.s,
                      own->where, "year of %s that is sped up, as committed",
                      own->speeds_up);
        for (money what = EQUITY; what < MONEYS; what++) {
            ore_expect_le(report,
                          had_m(round, result, what, p) +
                              had_m(round, result, what, sped),
                          limit_m(&t, what), own->where,
                          "%s of %s and its speed-up", keys[what],
                          own->speeds_up);
        }
    }
}

const ore_family ore_family_speed_up = {
    .name = "speed_up",
    .summary = "Only what is committed is sped up, in a response",
    .scope = ORE_SCOPE_PROJECT,
    .emit = emit,
    .check = check,
};
