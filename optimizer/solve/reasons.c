/* Why a project is not in the portfolio. Screening and windows are known from
 * the plan; the others are asked of the program, project by project: can it go
 * ahead alone, beside the chosen ones, and would the first goal gain?
 *
 * "Alone" and "beside" keep the decisions about the other projects as they
 * are and relax the rest, so a "no" is certain and a "yes" may lean on a
 * split ticket. */
#include "solve/reasons.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "orefolio/memory.h"
#include "orefolio/screen.h"
#include "solve/child.h"
#include "solve/lp.h"

typedef struct asking {
    const ore_program *program;
    const ore_result *result; /* in the child */
    ore_reason *reason;       /* in the parent */
} asking;

/* Fix every start but those of project `p` at the result's decision (or at
 * "no" when `alone`), and make p go ahead. */
static void force_in(ore_lp *lp, const asking *a, int p, bool alone)
{
    const ore_plan *plan = a->program->plan;

    for (int i = 0; i < plan->n_options * plan->n_commit; i++) {
        const ore_col start = a->program->vars->start[i];
        const int o = i / plan->n_commit, owner = plan->options[o].project;
        const bool chosen =
            a->result->option[owner] == o &&
            a->result->year[owner] == plan->commit.first + i % plan->n_commit;

        if (start.at >= 0 && owner != p) {
            const double value = chosen && !alone ? 1.0 : 0.0;

            ore_lp_bounds(lp, start.at, value, value);
        } else if (start.at >= 0) {
            /* The question before may have fixed it. */
            ore_lp_bounds(lp, start.at, 0.0, 1.0);
        }
    }
}

/* The row once(p), which the program adds first and in the plan's order. */
static void demand(ore_lp *lp, const asking *a, int p, bool due)
{
    ore_lp_row_bounds(lp, p, due ? 1.0 : a->program->model->rows[p].lo, 1.0);
}

/* Whether the row is about the portfolio as a whole: a link, a rule, burden
 * sharing, or that another project must go ahead. */
static bool is_about_portfolio(const ore_model_row *row)
{
    static const char *const families[] = {"link_", "rule_", "burden_"};

    for (int i = 0; i < 3; i++) {
        if (strncmp(row->name, families[i], strlen(families[i])) == 0) {
            return true;
        }
    }
    return strncmp(row->name, "once(", 5) == 0 && row->lo > 0.0;
}

/* A project alone is not held to what the portfolio as a whole must be. */
static void drop_portfolio_rows(ore_lp *lp, const ore_model *model, bool drop)
{
    for (int i = 0; i < model->n_rows; i++) {
        const ore_model_row *row = &model->rows[i];

        if (is_about_portfolio(row)) {
            ore_lp_row_bounds(lp, i, drop ? -HUGE_VAL : row->lo,
                              drop ? HUGE_VAL : row->hi);
        }
    }
}

/* The three questions, from the one that most projects pass. */
typedef enum question { BESIDE_BY_RULES, BESIDE, ALONE, QUESTIONS } question;

/* What a "yes" to the question says; a "no" leads to the next one. */
static ore_reason_kind reason_of_yes(const asking *a, const ore_lp *lp,
                                     question q)
{
    const ore_goal_use *use = &a->program->plan->goals[0];
    const double without = a->result->goals[0].value;

    if (q != BESIDE_BY_RULES) {
        return q == BESIDE ? ORE_REASON_EXCLUDED : ORE_REASON_BUDGET;
    }
    const double gain =
        (ore_goal_is_most(use) ? -without : without) - ore_lp_value(lp);
    /* What later goals may have taken from this one is no gain. */
    const double given =
        use->tolerance * fabs(without) + 2e-6 * fmax(1.0, fabs(without));

    return gain > given ? ORE_REASON_OUTRANKED : ORE_REASON_NO_GAIN;
}

static void tell_reason(int pipe, int p, ore_reason_kind kind)
{
    const ore_message message = {
        .kind = ORE_TELL_NUMBER, .number = p, .value = kind};

    ore_tell(pipe, &message, NULL);
}

/* Ask one question of every project that has no reason yet: from one to the
 * next little changes, and the simplex method goes on from where it is. */
static void ask_all(const asking *a, ore_lp *lp, question q, bool *open,
                    int pipe)
{
    const ore_model *model = a->program->model;

    drop_portfolio_rows(lp, model, q != BESIDE_BY_RULES);
    for (int p = 0; p < a->program->plan->n_projects; p++) {
        if (!open[p]) {
            continue;
        }
        demand(lp, a, p, true);
        force_in(lp, a, p, q == ALONE);
        if (ore_lp_solve(lp) == ORE_LP_OPTIMAL) {
            open[p] = false;
            tell_reason(pipe, p, reason_of_yes(a, lp, q));
        }
        demand(lp, a, p, false);
    }
}

static void ask(void *data, int pipe)
{
    const asking *a = data;
    const ore_plan *plan = a->program->plan;
    /* Never out of time by itself, which would look like a "no". */
    ore_lp *lp = ore_lp_growing(a->program->model, ore_now_s() + 1e6);
    bool *open = ore_alloc(plan->n_projects, sizeof *open);

    ore_lp_goal(lp, 0, ore_goal_is_most(&plan->goals[0]) ? -1.0 : 1.0);
    for (int p = 0; p < plan->n_projects; p++) {
        open[p] = a->result->option[p] < 0 &&
                  a->result->reason[p].kind == ORE_REASON_NONE;
    }
    for (question q = BESIDE_BY_RULES; q < QUESTIONS; q++) {
        ask_all(a, lp, q, open, pipe);
    }
    for (int p = 0; p < plan->n_projects; p++) {
        if (open[p]) {
            tell_reason(pipe, p, ORE_REASON_UNFUNDABLE);
        }
    }
    free(open);
    ore_lp_free(lp);
}

/* What an answer means, in English and Japanese. */
typedef struct sentence {
    const char *en, *ja;
} sentence;

static const sentence outranked = {
    "other projects serve the goals better",
    "他の事業の方が目標に貢献する",
};

static sentence sentence_of(ore_reason_kind kind)
{
    switch (kind) {
    case ORE_REASON_UNFUNDABLE:
        return (sentence){
            "even alone, the sources it may use do not pay for it",
            "単独でも、利用できる資金源では賄えない"};
    case ORE_REASON_BUDGET:
        return (sentence){
            "budgets and ceilings do not pay for it beside the chosen ones",
            "採択事業と併せると、予算と上限では賄えない"};
    case ORE_REASON_EXCLUDED:
        return (sentence){
            "a link, a portfolio rule or burden sharing keeps it out",
            "事業間の関係、ポートフォリオの規則または負担分担により除外"};
    case ORE_REASON_NO_GAIN:
        return (sentence){
            "affordable, but it closes no gap beside the chosen ones",
            "資金は足りるが、採択事業に加えても不足は縮まらない"};
    case ORE_REASON_OUTRANKED:
        return (sentence){
            "it would close a gap, but the time or the gap asked for left it "
            "out",
            "不足を縮めるが、制限時間または要求精度のため選ばれなかった"};
    default: return outranked;
    }
}

static void set_reason(ore_reason *reason, ore_reason_kind kind, sentence text)
{
    free(reason->detail);
    free(reason->detail_ja);
    *reason = (ore_reason){kind, ore_copy(text.en), ore_copy(text.ja)};
}

static void hear_reason(void *listener, const ore_message *message,
                        const double *doubles)
{
    asking *a = listener;
    const ore_reason_kind kind = (ore_reason_kind)message->value;

    (void)doubles;
    set_reason(&a->reason[message->number], kind, sentence_of(kind));
}

void ore_find_reasons(const ore_program *program, double deadline_s,
                      ore_result *result)
{
    const ore_plan *plan = program->plan;
    asking a = {program, result, result->reason};
    const ore_child child = {.work = ask,
                             .data = &a,
                             .deadline_s = deadline_s,
                             .hear = hear_reason,
                             .listener = &a};

    for (int p = 0; p < plan->n_projects; p++) {
        if (result->option[p] < 0) {
            result->reason[p] = ore_screen_reason(plan, p);
        }
    }
    (void)ore_child_run(&child);
    for (int p = 0; p < plan->n_projects; p++) {
        if (result->option[p] < 0 &&
            result->reason[p].kind == ORE_REASON_NONE) {
            set_reason(&result->reason[p], ORE_REASON_OUTRANKED, outranked);
        }
    }
}
