/* See least_amount.h. Amounts are halved between what is not enough and what
 * is, at round figures where there are any. */
#include "study/repair/least_amount.h"

#include <math.h>
#include <stdlib.h>

#include "base/clock.h"
#include "orefolio/family.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/tolerances.h"
#include "solve/worker.h"
#include "verify/rows.h"
#include "verify/verify.h"

/* An amount is known when this part less of it is not enough; smaller ones are
 * rounding. */
static const double precision = 0.005, least_amount = 1e-6;
enum { MAX_STEPS = 60 };

static void count_broken(void *data, const ore_program_row *row,
                         double violation)
{
    (void)row;
    (void)violation;
    (*(int *)data)++;
}

/* Whether the family has rows that were freed: it still asks for them. */
static bool is_freed(const ore_program *program, const ore_family *family)
{
    for (int i = 0; i < program->model->n_rows; i++) {
        const ore_program_row *row = &program->model->rows[i];

        if (row->family == family && row->limit && isinf(row->lo) &&
            isinf(row->hi)) {
            return true;
        }
    }
    return false;
}

/* Every row in exact arithmetic; and every family's own check, but for those of
 * which rows were freed. */
static bool is_verified(const ore_given_round *edited, const ore_result *result)
{
    ore_diags *unsaid = ore_diags_new();
    double *point = ore_alloc(edited->program->model->n_cols, sizeof *point);
    ore_statistics statistics;
    int broken = 0;

    if (!edited->has_rows) {
        broken =
            ore_verify(edited->program, result, &statistics, unsaid) != ORE_OK;
    } else {
        for (int i = 0; ore_families[i]; i++) {
            broken += !is_freed(edited->program, ore_families[i]) &&
                      ore_check_family(ore_families[i], edited->round, result,
                                       unsaid) > 0;
        }
        ore_variables_point(edited->round, edited->program->variables, result,
                            point);
        (void)ore_check_rows(edited->program->model, point, count_broken,
                             &broken);
    }
    free(point);
    ore_diags_free(unsaid);
    return broken == 0;
}

/* Whether the round has a portfolio with what is given up; with `start`, which
 * is one, the best that there is, verified. */
static ore_answer ask(const ore_least_asking *asking, const ore_given *given,
                      const ore_result *start, ore_result **result)
{
    ore_given_round edited = ore_give(asking->all, given);
    ore_solve_settings settings = asking->settings;
    const double sign =
        ore_objective_is_maximised(&edited.round->goals[0]) ? -1.0 : 1.0;
    ore_statistics statistics;
    ore_status status = ORE_NO_ANSWER;

    settings.is_bare = true;
    settings.jobs = 1;
    settings.on_progress = NULL;
    settings.has_cutoff = !start;
    settings.good = settings.bad = sign * HUGE_VAL;
    settings.starts = &start;
    settings.n_starts = start ? 1 : 0;
    settings.time_limit_s =
        fmin(settings.time_limit_s, asking->until_s - ore_now_s());
    *result = NULL;
    if (settings.time_limit_s > 0.0 && !ore_interrupted()) {
        status = ore_solve(edited.program, &settings, result, &statistics);
    }
    const bool is_found = *result && (*result)->has_portfolio &&
                          (!start || is_verified(&edited, *result));
    const ore_answer answer = is_found ? ORE_ANSWER_KNOWN
                              : ore_interrupted() || !*result
                                  ? ORE_ANSWER_UNASKED
                              : status == ORE_INFEASIBLE ? ORE_ANSWER_IMPOSSIBLE
                                                         : ORE_ANSWER_UNKNOWN;

    if (!is_found) {
        ore_result_free(*result);
        *result = NULL;
    }
    ore_given_free(&edited);
    return answer;
}

static ore_answer ask_only(const ore_least_asking *asking,
                           const ore_given *given)
{
    ore_result *result = NULL;
    const ore_answer answer = ask(asking, given, NULL, &result);

    ore_result_free(result);
    return answer;
}

/* The number of the fewest digits in an interval of positive ones. */
static double roundest(double from, double to)
{
    for (int digits = -(int)floor(log10(to));; digits++) {
        const double tens = pow(10.0, abs(digits));
        const double n =
            ceil(digits > 0 ? from * tens * (1.0 - 1e-12) : from / tens);
        const double number = digits > 0 ? n / tens : n * tens;

        if (number <= to || digits > 15) {
            return number;
        }
    }
}

static double middle_of(double too_little, double enough, bool is_count)
{
    const double part = 0.3 * (enough - too_little);

    return is_count ? floor((too_little + enough) / 2.0)
                    : roundest(too_little + part, enough - part);
}

/* Something that is enough, to begin with; false = it has to be all of it. */
static bool find_enough(const ore_least_asking *asking, ore_given *given, int k,
                        const ore_result *result, double *too_little)
{
    const ore_concession *c = &asking->all->list[given->at[k]];
    const double most = ore_concession_most(asking->all->round, c);
    const double guess = ore_concession_guess(asking->all->round, c, result);
    double enough = fmin(most, roundest(guess, 1.02 * guess));

    if (c->unit == ORE_LIMIT_COUNT) {
        enough = ceil(enough);
    }
    for (int step = 0; step < MAX_STEPS; step++) {
        given->amount[k] = enough;
        if (ask_only(asking, given) == ORE_ANSWER_KNOWN) {
            return true;
        }
        *too_little = enough;
        if (enough >= most) {
            break;
        }
        enough = fmin(most, 2.0 * enough);
    }
    return false;
}

/* Reduce amount k; whether half a percent less is shown not to be enough. */
static bool reduce(const ore_least_asking *asking, ore_given *given, int k,
                   const ore_result *result)
{
    const ore_concession *c = &asking->all->list[given->at[k]];
    const bool is_count = c->unit == ORE_LIMIT_COUNT;
    double too_little = 0.0;
    bool is_shown = true;

    if (!find_enough(asking, given, k, result, &too_little)) {
        given->amount[k] = nan("");
        return false;
    }
    double enough = given->amount[k];

    for (int step = 0; step < MAX_STEPS && enough - too_little > least_amount &&
                       (is_count ? enough - too_little > 1.0
                                 : enough - too_little > precision * enough);
         step++) {
        given->amount[k] = middle_of(too_little, enough, is_count);
        const ore_answer answer = ask_only(asking, given);

        if (answer == ORE_ANSWER_KNOWN) {
            enough = given->amount[k];
        } else {
            too_little = given->amount[k];
            is_shown &= answer == ORE_ANSWER_IMPOSSIBLE;
        }
    }
    given->amount[k] = enough;
    return is_shown;
}

ore_answer ore_least_amounts(const ore_least_asking *asking, ore_given *given,
                             bool *is_least, ore_result **result)
{
    ore_result *any = NULL;
    ore_answer answer = ask(asking, given, NULL, &any);

    *is_least = true;
    *result = NULL;
    if (answer != ORE_ANSWER_KNOWN) {
        return answer;
    }
    for (int k = 0; k < given->n; k++) {
        if (asking->all->list[given->at[k]].is_amount) {
            *is_least &= reduce(asking, given, k, any);
        } else {
            given->amount[k] = nan("");
        }
    }
    answer = ask(asking, given, any, result);
    ore_result_free(any);
    return answer;
}
