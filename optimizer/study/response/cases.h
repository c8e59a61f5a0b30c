/* Solving the rounds of a response, each in a process of its own. */
#ifndef OPTIMIZER_STUDY_RESPONSE_CASES_H
#define OPTIMIZER_STUDY_RESPONSE_CASES_H

#include "orefolio/study/response.h"
#include "study/questions/questions.h"

/** A round to be solved. */
typedef struct ore_response_task {
    ore_response_case *into; /**< whose round is there */
    const ore_result *start; /**< of a round of the same shape; NULL */
    bool is_bare;            /**< as in ore_solve_settings */
} ore_response_task;

/** Solve all n of them; those that time leaves none for have an empty result.
 */
void ore_response_solve(const ore_inquiry *asked, ore_response_task *tasks,
                        int n, const char *what);

/** What the case came to, as an answer to a question. */
ore_answer ore_response_answer(const ore_response_case *of);

/** Free round and result. */
void ore_response_case_free(ore_response_case *of);

#endif
