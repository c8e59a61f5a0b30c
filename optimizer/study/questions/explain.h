/* Why is this project in, or out? */
#ifndef OPTIMIZER_STUDY_QUESTIONS_EXPLAIN_H
#define OPTIMIZER_STUDY_QUESTIONS_EXPLAIN_H

#include "orefolio/explanation.h"
#include "study/settings.h"

/** What asking takes part in. Borrowed. */
typedef struct ore_explaining {
    const ore_round *round;
    const ore_result *result;    /**< the recommended portfolio */
    ore_solve_settings settings; /**< of every re-solve, without starts */
    const ore_study_watch *watch;
    int jobs;
    double until_s; /**< on the clock of ore_now_s; then nothing is asked */
} ore_explaining;

/** Fill list [n], whose projects are set. Each question is a task of its own:
 * the answers do not depend on `jobs`. The results are the caller's to free. */
void ore_explain(const ore_explaining *asked, ore_explanation *list, int n);

#endif
