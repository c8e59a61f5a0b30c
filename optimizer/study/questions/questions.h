/* One question after the other put to edited rounds: what conditional optima
 * and relaxations share. */
#ifndef OPTIMIZER_STUDY_QUESTIONS_QUESTIONS_H
#define OPTIMIZER_STUDY_QUESTIONS_QUESTIONS_H

#include "orefolio/result.h"
#include "orefolio/study/explanation.h"
#include "orefolio/study/trade_offs.h"
#include "study/edited_round.h"
#include "study/settings.h"
#include "study/tasks.h"

typedef struct ore_questions {
    const ore_round *round;
    const ore_result *result;    /**< the recommended portfolio */
    ore_solve_settings settings; /**< of every re-solve, without starts */
    double sign;                 /**< of the first goal: +1 minimised, -1 */
    bool gives_away;             /**< later goals may take from the first one */
    const ore_prepared *prepared; /**< the round; NULL = each question begins
                                       by itself */
    ore_result *first; /**< the first goal's best alone; owned; NULL =
                            the recommended portfolio has it */
    double until_s;    /**< on the clock of ore_now_s; then nothing is asked */
    int n_solves;      /**< so far, of this process */
} ore_questions;

/** A portfolio that is asked about, and how. Borrowed. */
typedef struct ore_inquiry {
    const ore_round *round;
    const ore_result *result;
    ore_solve_settings settings; /**< of every re-solve, without starts */
    const ore_study_watch *watch;
    int jobs;
    double until_s; /**< on the clock of ore_now_s; then nothing is asked */
} ore_inquiry;

/** An answer: a verified portfolio of the edited round, which the caller frees,
 * when it is known. */
typedef struct ore_reply {
    ore_answer answer;
    ore_result *result;
} ore_reply;

/** Looks around a portfolio for what a change is worth. */
enum { ORE_QUESTIONS_LOOKS = 4 };

/** What to begin with. `bound` NAN = none is known. NULL starts are left out.
 */
typedef struct ore_hints {
    int n_looks; /**< as in ore_solve_settings */
    bool takes_start;
    bool first_only; /**< as in ore_solve_settings */
    const ore_result *starts[3];
    double bound;
    bool has_cutoff; /**< with good and bad as in ore_solve_settings */
    double good, bad;
} ore_hints;

/** Solve the edited round, which is freed, and verify what comes out. */
ore_reply ore_questions_ask(ore_questions *a, ore_round *edited,
                            const ore_hints *hints);

/** Ask questions, each a task of its own: what comes out does not depend on
 * how many are asked at a time. Of ore_tasks, `n`, `what`, `begin`, `work`,
 * `take` and `data` are given. */
void ore_inquire(const ore_inquiry *inquiry, ore_tasks questions);
/** For `work`: its own questions about the portfolio. */
ore_questions ore_questions_about(const ore_inquiry *inquiry);
/** For `work`: pass the reply on, whose result is spent. */
void ore_reply_pack(const ore_inquiry *inquiry, ore_reply reply,
                    ore_pack *pack);
/** For `take`: the reply; of a process that broke down, which is told, UNASKED.
 */
ore_reply ore_reply_unpack(const ore_inquiry *inquiry, ore_pack *pack);
/** The best portfolio with project p where it is left out, without it where it
 * goes ahead. */
ore_reply ore_questions_turn(ore_questions *a, int p);
/** Whether anything but the choice decides about project p: its status, or
 * what keeps it out. */
bool ore_questions_is_decided(const ore_round *round, const ore_result *result,
                              int p);

/** The portfolio with the best first goal, none of which is given away. */
const ore_result *ore_questions_first(const ore_questions *a);
/** How much worse than that another portfolio's first goal is; 0 when they
 * differ by no more than written figures do. Negative = better. */
double ore_questions_worse(const ore_questions *a, const ore_result *other);
/** How far the difference of both first goals may be from the true one: each
 * of them is too large by at most its own gap, so it is the larger one. */
double ore_questions_gap(const ore_questions *a, const ore_result *other);

/** Answer for project p, which is left out and could go ahead. */
void ore_questions_conditional(ore_questions *a, int p,
                               ore_conditional_optimum *forced);
/** Solve with all n limits of a group one step wider; `above` is what a group
 * that contains it had, or NULL. */
ore_reply ore_questions_group(ore_questions *a, const ore_relaxation *group,
                              int n, const ore_result *above);
/** Answer for the limits of the group by what it had; false when its halves are
 * to be asked. */
bool ore_questions_settle(const ore_questions *a, ore_relaxation *group, int n,
                          const ore_reply *reply);
/** Whether the round promises markets anything; and what that costs. */
bool ore_has_promises(const ore_round *round);
void ore_questions_floors(ore_questions *a, ore_floors_price *floors);

#endif
