/* Why is this project in, or out? */
#ifndef OPTIMIZER_STUDY_QUESTIONS_EXPLAIN_H
#define OPTIMIZER_STUDY_QUESTIONS_EXPLAIN_H

#include "orefolio/study/explanation.h"
#include "study/questions/questions.h"

/** Fill list [n], whose projects are set. The results are the caller's to free.
 */
void ore_explain(const ore_inquiry *asked, ore_explanation *list, int n);

#endif
