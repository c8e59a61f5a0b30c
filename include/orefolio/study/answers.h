/* What questions about a portfolio came to, for a workbook of their own. All
 * borrowed. */
#ifndef OREFOLIO_STUDY_ANSWERS_H
#define OREFOLIO_STUDY_ANSWERS_H

#include "orefolio/study/alternatives.h"
#include "orefolio/study/causes.h"
#include "orefolio/study/explanation.h"
#include "orefolio/study/prices.h"
#include "orefolio/study/priority.h"

/** The book has a sheet for each that was asked. */
typedef struct ore_answers {
    int n_explanations;
    const ore_explanation *explanations;  /**< [n_explanations] */
    const ore_alternatives *alternatives; /**< NULL = not asked */
    int n_curves;
    const ore_price_curve *curves; /**< [n_curves] */
    const ore_priority *priority;  /**< NULL = not asked */
    const ore_causes_told *causes; /**< NULL = not asked */
} ore_answers;

#endif
