/* Why a project is not in the portfolio. Screening, windows and links to what
 * is chosen are known from the round; the others are asked of the program,
 * project by project: can it go ahead alone, beside the chosen ones, and would
 * the first goal gain?
 *
 * "Alone" and "beside" keep the decisions about the other projects as they
 * are and relax the rest, so a "no" is certain and a "yes" may lean on a
 * split ticket. A project that whole tickets do not pay for whatever the others
 * do (probing.h) is told apart first. */
#include "solve/explain/reasons.h"

#include <math.h>
#include <stdlib.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "orefolio/screen.h"
#include "orefolio/tolerances.h"
#include "solve/explain/link_reason.h"
#include "solve/explain/reason_texts.h"
#include "solve/lp/lp.h"
#include "solve/presolve/presolve.h"
#include "solve/presolve/probing.h"
#include "solve/worker.h"

typedef struct asking {
    const ore_program *program; /* as it is searched */
    double goal_unit;           /* of the first goal there */
    const ore_result *result;   /* in the worker */
    ore_reason *reason;         /* in the parent */
    ore_reason excluded;        /* the same for all, once there is one */
} asking;

/* The three questions, from the one that most projects pass. */
typedef enum question { BESIDE_BY_RULES, BESIDE, ALONE, QUESTIONS } question;

/* What is left of the program for a question, once the chosen projects are held
 * at what the question assumes of them. */
typedef struct setting {
    double *lo, *hi; /* [n_cols] of the whole program */
    ore_presolved *presolved;
    ore_lp *lp;
    int *choice; /* [n_projects] row that chooses among its starts, -1 = at
                    most one is left */
} setting;

/* Whether the row is about the portfolio as a whole, or asks that another
 * project goes ahead. */
static bool is_about_portfolio(const ore_program_row *row)
{
    return (row->family && row->family->scope == ORE_SCOPE_PORTFOLIO) ||
           (row->is_choice && row->lo > 0.0);
}

/* The program without what is asked of the portfolio as a whole, unless the
 * question minds it; all but the rows, which the caller frees, is shared. */
static ore_model asked_of(const ore_model *model, question q)
{
    ore_model asked = *model;

    asked.rows = ore_alloc(model->n_rows, sizeof *asked.rows);
    for (int i = 0; i < model->n_rows; i++) {
        asked.rows[i] = model->rows[i];
        if (q != BESIDE_BY_RULES && is_about_portfolio(&model->rows[i])) {
            asked.rows[i].lo = -HUGE_VAL;
            asked.rows[i].hi = HUGE_VAL;
        }
    }
    return asked;
}

/* The starts of projects that have a reason or are chosen stand still. */
static void fix_starts(const asking *a, question q, const bool *open,
                       setting *set)
{
    const ore_round *round = a->program->round;

    for (int i = 0; i < round->n_options * round->n_commit; i++) {
        const int j = a->program->variables->start[i].at;
        const int o = i / round->n_commit, p = round->options[o].project;

        if (j >= 0 && !open[p]) {
            const bool is_chosen =
                a->result->option[p] == o &&
                a->result->year[p] == round->commit.first + i % round->n_commit;

            set->lo[j] = set->hi[j] = is_chosen && q != ALONE ? 1.0 : 0.0;
        }
    }
}

/* The row of each project that chooses among its starts, where it is left. */
static void find_choices(const ore_program *program, setting *set)
{
    const ore_model *left = &set->presolved->model;

    for (int p = 0; p < program->round->n_projects; p++) {
        set->choice[p] = -1;
    }
    for (int i = 0; i < left->n_rows; i++) {
        if (left->rows[i].is_choice) {
            set->choice[left->rows[i].project] = i;
        }
    }
}

static setting set_up(const asking *a, question q, const bool *open)
{
    const ore_round *round = a->program->round;
    const int n = a->program->model->n_cols;
    ore_model asked = asked_of(a->program->model, q);
    setting set = {.lo = ore_alloc(n, sizeof(double)),
                   .hi = ore_alloc(n, sizeof(double)),
                   .choice = ore_alloc(round->n_projects, sizeof(int))};

    for (int j = 0; j < n; j++) {
        set.lo[j] = asked.cols[j].lo;
        set.hi[j] = asked.cols[j].hi;
    }
    fix_starts(a, q, open, &set);
    set.presolved = ore_presolve(&asked, set.lo, set.hi);
    free(asked.rows);
    find_choices(a->program, &set);
    /* Never out of time by itself, which would look like a "no". */
    set.lp = ore_lp_new_lazy(&set.presolved->model, ore_now_s() + 1e6);
    ore_lp_goal(set.lp, 0,
                ore_objective_is_maximised(&round->goals[0]) ? -1.0 : 1.0);
    return set;
}

static void take_down(setting *set)
{
    ore_lp_free(set->lp);
    ore_presolved_free(set->presolved);
    free(set->lo);
    free(set->hi);
    free(set->choice);
}

/* Bound every start that is left of project p; how many there are. */
static int bound_starts(const asking *a, const setting *set, int p, double lo,
                        double hi)
{
    const ore_round *round = a->program->round;
    const ore_project *project = &round->projects[p];
    const int first = project->first_option * round->n_commit;
    int count = 0;

    for (int i = 0; i < project->n_options * round->n_commit; i++) {
        const int j = a->program->variables->start[first + i].at;

        if (j >= 0 && set->presolved->aggregations[j].on >= 0) {
            ore_lp_bounds(set->lp, set->presolved->aggregations[j].on, lo, hi);
            count++;
        }
    }
    return count;
}

/* Project p must go ahead, where that can be said by what is left of it. */
static bool demand(const asking *a, const setting *set, int p)
{
    if (set->choice[p] >= 0) {
        ore_lp_row_bounds(set->lp, set->choice[p], 1.0, 1.0);
        return bound_starts(a, set, p, 0.0, 1.0) > 0;
    }
    return bound_starts(a, set, p, 1.0, 1.0) > 0;
}

static void dismiss(const asking *a, const setting *set, int p)
{
    if (set->choice[p] >= 0) {
        ore_lp_row_bounds(set->lp, set->choice[p], 0.0, 1.0);
    }
    bound_starts(a, set, p, 0.0, 0.0);
}

/* What a "yes" to the question says; a "no" leads to the next one. *share is
 * what the first goal gains at most, of its value. */
static ore_reason_kind reason_of_yes(const asking *a, double value, question q,
                                     double *share)
{
    const ore_objective *use = &a->program->round->goals[0];
    const double without = a->result->goals[0].value / a->goal_unit;
    const double gain =
        (ore_objective_is_maximised(use) ? -without : without) - value;

    *share = without != 0.0 ? gain / fabs(without) : 0.0;
    if (q != BESIDE_BY_RULES) {
        return q == BESIDE ? ORE_REASON_EXCLUDED : ORE_REASON_BUDGET;
    }
    /* What later goals may have taken from this one is no gain. */
    const double given = use->tolerance * fabs(without) +
                         ORE_TOLERANCE_EQUAL * fmax(1.0, fabs(without));

    return gain > given ? ORE_REASON_OUTRANKED : ORE_REASON_NO_GAIN;
}

static void tell_reason(int pipe, int p, ore_reason_kind kind, double share)
{
    const ore_message message = {
        .kind = ORE_MESSAGE_NUMBER, .number = p, .value = kind, .bound = share};

    ore_send(pipe, &message, NULL);
}

/* Ask one question of every project that has no reason yet: from one to the
 * next little changes, and the simplex method goes on from where it is. */
static void ask_all(const asking *a, question q, bool *open, int pipe)
{
    const ore_round *round = a->program->round;
    const double sign =
        ore_objective_is_maximised(&round->goals[0]) ? -1.0 : 1.0;
    setting set = set_up(a, q, open);

    for (int p = 0; p < round->n_projects; p++) {
        if (open[p]) {
            dismiss(a, &set, p);
        }
    }
    for (int p = 0; p < round->n_projects; p++) {
        if (!open[p]) {
            continue;
        }
        if (demand(a, &set, p) && ore_lp_solve(set.lp) == ORE_LP_OPTIMAL) {
            const double value =
                ore_lp_value(set.lp) + sign * set.presolved->goal_offset[0];

            double share = 0.0;
            const ore_reason_kind kind = reason_of_yes(a, value, q, &share);

            open[p] = false;
            tell_reason(pipe, p, kind, share);
        }
        dismiss(a, &set, p);
    }
    take_down(&set);
}

/* What whole tickets cannot pay for needs no more questions. */
static void dismiss_unfundable(const asking *a, bool *open, int pipe)
{
    ore_prober *prober = ore_prober_new(a->program);

    for (int p = 0; p < a->program->round->n_projects; p++) {
        if (open[p] && !ore_probe_project(prober, p)) {
            open[p] = false;
            tell_reason(pipe, p, ORE_REASON_UNFUNDABLE, 0.0);
        }
    }
    ore_prober_free(prober);
}

static void ask(void *data, int pipe)
{
    const asking *a = data;
    const ore_round *round = a->program->round;
    bool *open = ore_alloc(round->n_projects, sizeof *open);

    for (int p = 0; p < round->n_projects; p++) {
        open[p] = a->result->option[p] < 0 &&
                  a->result->reason[p].kind == ORE_REASON_NONE;
    }
    dismiss_unfundable(a, open, pipe);
    for (question q = BESIDE_BY_RULES; q < QUESTIONS; q++) {
        ask_all(a, q, open, pipe);
    }
    for (int p = 0; p < round->n_projects; p++) {
        if (open[p]) {
            tell_reason(pipe, p, ORE_REASON_UNFUNDABLE, 0.0);
        }
    }
    free(open);
}

static void hear_reason(void *listener, const ore_message *message,
                        const double *doubles)
{
    asking *a = listener;
    const ore_reason_kind kind = (ore_reason_kind)message->value;
    ore_reason *reason = &a->reason[message->number];

    (void)doubles;
    if (kind != ORE_REASON_EXCLUDED) {
        ore_reason_text(a->program, kind, message->bound, reason);
        return;
    }
    if (!a->excluded.detail) {
        ore_reason_text(a->program, kind, 0.0, &a->excluded);
    }
    free(reason->detail);
    free(reason->detail_ja);
    *reason = (ore_reason){kind, ore_copy(a->excluded.detail),
                           ore_copy(a->excluded.detail_ja)};
}

void ore_explain_reasons(const ore_scaling *scaling, double deadline_s,
                         ore_result *result)
{
    const ore_round *round = scaling->program.round;
    asking a = {.program = &scaling->program,
                .goal_unit = scaling->goal_unit[0],
                .result = result,
                .reason = result->reason};
    const ore_worker child = {.work = ask,
                              .data = &a,
                              .deadline_s = deadline_s,
                              .receive = hear_reason,
                              .listener = &a};

    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] < 0) {
            result->reason[p] = ore_screen_reason(round, p);
        }
        if (result->option[p] < 0 &&
            result->reason[p].kind == ORE_REASON_NONE) {
            result->reason[p] = ore_explain_link(round, result, p);
        }
    }
    (void)ore_worker_run(&child);
    free(a.excluded.detail);
    free(a.excluded.detail_ja);
    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] < 0 &&
            result->reason[p].kind == ORE_REASON_NONE) {
            ore_reason_text(&scaling->program, ORE_REASON_UNKNOWN, 0.0,
                            &result->reason[p]);
        }
    }
}
