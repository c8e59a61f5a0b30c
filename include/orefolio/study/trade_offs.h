/* Figures that are re-solved: what each project left out would cost if it went
 * ahead, and what one more step of each limit would gain. Asked by study/,
 * written by the sheets NotFunded and Constraints and the result file. */
#ifndef OREFOLIO_STUDY_TRADE_OFFS_H
#define OREFOLIO_STUDY_TRADE_OFFS_H

#include "orefolio/family.h"

/** What became of a question. */
typedef enum ore_answer {
    ORE_ANSWER_NONE,       /**< it does not apply */
    ORE_ANSWER_UNASKED,    /**< the run was interrupted before */
    ORE_ANSWER_KNOWN,      /**< the figures are there */
    ORE_ANSWER_IMPOSSIBLE, /**< proven: no portfolio has it */
    ORE_ANSWER_UNKNOWN     /**< time ran out before any portfolio */
} ore_answer;

/** A project left out, as if it had to go ahead. */
typedef struct ore_conditional_optimum {
    ore_answer answer;
    double opportunity_cost; /**< >= 0, in the first goal's unit: how much worse
                      it is than without; 0 = none */
    double support_m;        /**< public support that it then takes */
    double uncertainty;      /**< >= 0, first goal's unit: the loss is proven to
                           within so much; 0 = proven, NAN = nothing is */
    ore_answer break_even; /**< IMPOSSIBLE = not even at the smallest factor */
    double break_even_factor; /**< of its capital cost: the largest one tried at
                              which it would be chosen, 0..1 */
    double break_even_support_m; /**< public support that it then takes */
} ore_conditional_optimum;

/** A limit, as if it were one step wider. */
typedef struct ore_relaxation {
    ore_limit limit; /**< its step is > 0 */
    ore_answer answer;
    double marginal_gain; /**< >= 0, in the first goal's unit: how much better
                             it is */
    double uncertainty;   /**< >= 0: the gain is proven to within so much; 0 =
                             proven, NAN = nothing is */
} ore_relaxation;

/** The round as if it promised no market anything: without the floors of hard
 * rules on coverage and deliveries. */
typedef struct ore_floors_price {
    ore_answer answer;    /**< NONE = the round has no such floors */
    double marginal_gain; /**< >= 0, in the first goal's unit: the price that
                               the floors have in it */
    double uncertainty;   /**< >= 0: proven to within so much; NAN */
    double cost_m;        /**< by how much the budget cost would change, M */
} ore_floors_price;

/** All of them. */
typedef struct ore_trade_offs {
    ore_conditional_optimum *forced; /**< [n_projects] */
    int n_relaxed;
    ore_relaxation *relaxed; /**< [n_relaxed] in the order of the families */
    ore_floors_price floors;
    int n_questions, n_solves; /**< what was asked, and what it took */
} ore_trade_offs;

#endif
