/* Why is this project in, or out? */
#ifndef OPTIMIZER_STUDY_QUESTIONS_EXPLAIN_H
#define OPTIMIZER_STUDY_QUESTIONS_EXPLAIN_H

#include "orefolio/study/explanation.h"
#include "study/questions/questions.h"

/** Fill list [n], whose projects are set. The results are the caller's to free.
 */
void ore_explain(const ore_inquiry *asked, ore_explanation *list, int n);

/** The same for every project that does not go ahead, *n of them, all of whose
 * solves share `work_s` (HUGE_VAL = each as the settings say). The caller frees
 * with ore_explained_free. */
ore_explanation *ore_explain_left_out(ore_inquiry asked, double work_s, int *n);
void ore_explained_free(ore_explanation *list, int n);

#endif
