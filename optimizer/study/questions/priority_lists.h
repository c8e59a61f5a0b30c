/* Nested lists of projects, built case by case and all at once. */
#ifndef OPTIMIZER_STUDY_QUESTIONS_PRIORITY_LISTS_H
#define OPTIMIZER_STUDY_QUESTIONS_PRIORITY_LISTS_H

#include "orefolio/study/priority.h"
#include "study/questions/questions.h"

/** A list under way: cases whose own portfolio is known. */
typedef struct ore_listing {
    const ore_inquiry *asked;
    ore_priority *priority;
} ore_listing;

/** Lists that begin with the own portfolio of one case and take from it, or add
 * to it, case by case. The best of them is the cases' `listed`; none where none
 * comes to an end. */
void ore_lists_build(ore_listing *listing);
/** Search for a better list in the program of all cases at once, which also
 * bounds the mean. */
void ore_lists_improve(ore_listing *listing);

/** The mean of the first goal over the cases with a portfolio: of what `of`
 * tells of each. */
double ore_priority_mean(const ore_priority *priority,
                         double (*of)(const ore_priority_case *of));
double ore_case_own(const ore_priority_case *of);
double ore_case_own_bound(const ore_priority_case *of);
double ore_case_listed(const ore_priority_case *of);

/** The round with the accounts of the case. The caller frees. */
ore_round *ore_case_round(const ore_round *round, const ore_priority_case *of);

#endif
