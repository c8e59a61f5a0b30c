/* See concessions.h. A concession is an edit of the round, as the user would
 * make it; where there is none that moves a row, the row itself is freed. */
#include "study/repair/concessions.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/family.h"
#include "orefolio/memory.h"
#include "study/edited_round.h"

static void edit(ore_round *edited, const ore_concession *c, double amount)
{
    ore_limit limit = c->limit;

    switch (c->kind) {
    case ORE_CONCEDE_LIMIT:
        limit.step = amount;
        limit.family->relax(edited, &limit);
        break;
    case ORE_CONCEDE_TERM:
        ore_edit_term_by(edited, c->of, (ore_edit_term)c->term, amount);
        break;
    case ORE_CONCEDE_TICKET:
        ore_edit_ticket(edited, c->of, c->is_floor, amount);
        break;
    case ORE_CONCEDE_MUST: ore_edit_decide(edited, c->of, ORE_OPEN); break;
    case ORE_CONCEDE_LINK: ore_edit_unlink(edited, c->of); break;
    case ORE_CONCEDE_ROWS: break;
    }
}

static void free_rows(ore_model *model, const char *limit)
{
    for (int i = 0; i < model->n_rows; i++) {
        ore_program_row *row = &model->rows[i];

        if (row->limit && strcmp(row->limit, limit) == 0) {
            row->lo = -HUGE_VAL;
            row->hi = HUGE_VAL;
        }
    }
}

/* Links lose their places when one is removed: the last ones go first. */
static void edit_all(const ore_concessions *all, const ore_given *given,
                     ore_round *edited)
{
    int order[ORE_MAX_CONCESSIONS];

    for (int k = 0; k < given->n; k++) {
        int at = k;

        for (; at > 0 && all->list[given->at[order[at - 1]]].of <
                             all->list[given->at[k]].of;
             at--) {
            order[at] = order[at - 1];
        }
        order[at] = k;
    }
    for (int k = 0; k < given->n; k++) {
        const int i = order[k];

        edit(edited, &all->list[given->at[i]],
             isnan(given->amount[i]) ? HUGE_VAL : given->amount[i]);
    }
}

ore_given_round ore_give(const ore_concessions *all, const ore_given *given)
{
    ore_given_round result = {.round = ore_round_copy(all->round)};

    edit_all(all, given, result.round);
    result.program = ore_program_new(result.round);
    for (int k = 0; k < given->n; k++) {
        const ore_concession *c = &all->list[given->at[k]];

        if (c->kind == ORE_CONCEDE_ROWS) {
            free_rows(result.program->model, c->text);
            result.has_rows = true;
        }
    }
    return result;
}

void ore_given_free(ore_given_round *given)
{
    ore_program_free(given->program);
    ore_round_free(given->round);
}

double ore_concession_most(const ore_round *round, const ore_concession *c)
{
    const int p =
        c->kind == ORE_CONCEDE_TICKET ? round->pairs[c->of].project : c->of;
    double most = 0.0;

    if (c->kind == ORE_CONCEDE_LIMIT) {
        return c->unit != ORE_LIMIT_SHARE ? HUGE_VAL
               : c->is_floor              ? c->limit.limit
                                          : 1.0 - c->limit.limit;
    }
    if (c->unit != ORE_LIMIT_MONEY) {
        return c->unit == ORE_LIMIT_SHARE ? 1.0 : round->projects[p].n_pairs;
    }
    for (int o = 0; o < round->projects[p].n_options; o++) {
        most = fmax(
            most, round->options[round->projects[p].first_option + o].capex_m);
    }
    return c->is_floor ? fmin(most, c->figure) : most;
}

double ore_concession_guess(const ore_round *round, const ore_concession *c,
                            const ore_result *result)
{
    double guess = 0.0;

    if (c->kind == ORE_CONCEDE_LIMIT) {
        ore_limits limits = ore_limits_of(round, result);

        for (int i = 0; i < limits.n; i++) {
            const double left = ore_limit_left(&limits.list[i]);

            if (limits.list[i].family == c->limit.family &&
                limits.list[i].of == c->limit.of && left < 0.0) {
                guess += -left;
            }
        }
        ore_limits_free(&limits);
        guess = guess > 0.0 ? guess : fmax(1.0, fabs(c->limit.limit));
    }
    return fmin(guess > 0.0 ? guess : HUGE_VAL, ore_concession_most(round, c));
}
