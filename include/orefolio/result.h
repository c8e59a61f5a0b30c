/* The result: a portfolio as it is written, and the report of its checks.
 *
 * Every figure is the written one: decisions are whole, money is rounded to
 * 1e-6 million, flows to 1e-6 t/yr, utilisation to 1e-9, or finer where the
 * balance of a material needs it. Verification sees these figures, never the
 * solver's. */
#ifndef OREFOLIO_RESULT_H
#define OREFOLIO_RESULT_H

#include "orefolio/common.h"
#include "orefolio/round.h"

/** Why a project is not in the portfolio. */
typedef enum ore_reason_kind {
    ORE_REASON_NONE,       /**< it is in */
    ORE_REASON_OUT,        /**< its status says so */
    ORE_REASON_SCREENED,   /**< review or ownership */
    ORE_REASON_WINDOW,     /**< no commitment year suits it */
    ORE_REASON_UNFUNDABLE, /**< alone, its sources cannot pay for it */
    ORE_REASON_EXCLUDED,   /**< a link or rule keeps it out */
    ORE_REASON_BUDGET,     /**< not affordable beside the chosen ones */
    ORE_REASON_NO_GAIN,    /**< no gain beside the chosen ones */
    ORE_REASON_OUTRANKED,  /**< may help; what was found does without it */
    ORE_REASON_UNKNOWN,    /**< not examined in the time */
    ORE_REASONS
} ore_reason_kind;

/** "none", "out", "screened", …: as result files have them [ORE_REASONS]. */
extern const char *const ore_reason_words[];

typedef struct ore_reason {
    ore_reason_kind kind;
    char *detail; /**< one English sentence with figures; owned; may be NULL */
    char *detail_ja; /**< the same in Japanese; owned; may be NULL */
} ore_reason;

/** One goal's outcome. */
typedef struct ore_goal_outcome {
    double value; /**< at the written figures */
    double bound; /**< proven: no portfolio is better than this, with the
                       objectives before it as constraints */
    double gap;   /**< |value - bound| / max(|value|, 1e-9); both NAN when
                       nothing is proven */
} ore_goal_outcome;

typedef struct ore_result {
    ore_status status; /**< ORE_OK, ORE_STOPPED, ORE_INFEASIBLE, … */
    char *trouble;     /**< what broke a process of the solver, so that the
                            status is ORE_OK no more; NULL = nothing did */
    bool has_portfolio;

    int *option;             /**< [n_projects] chosen option index, -1 = none */
    int *year;               /**< [n_projects] commitment year (calendar), 0 */
    double *face_m;          /**< [n_pairs] committed in the project's year */
    double *equity_m;        /**< [n_projects] sponsor equity */
    double *debt_m;          /**< [n_projects] bank debt, guaranteed or not */
    double *utilisation;     /**< [n_projects * n_states] utilisation, as a
                                share of full capacity of the option */
    double *delivered_tpa;   /**< [n_targets * n_states] */
    double *shortfall_tpa;   /**< [n_targets * n_states] */
    double *taken_tpa;       /**< [n_supplies * n_years] bought of optional
                                supply; else 0 */
    ore_sale_answer *answer; /**< [n_supplies] to proposed sales that are
                           open */
    double *sold_tpa;        /**< [n_sales * n_states] */
    double *bought_t;        /**< [n_stockpiles * n_years] */
    double *released_t;      /**< [n_stockpiles * n_states] */
    double *lent_t;   /**< [n_stockpiles * n_states] to markets of others */
    double *repaid_t; /**< [n_stockpiles * n_years] of that, with interest */
    int n_leaves;     /**< of a round with events: its portfolio is that of each
                           leaf, the lists above are empty and `goals` expected;
                           else 0 */
    struct ore_result **leaves; /**< [n_leaves] owned */
    int n_reasons;              /**< = n_projects */
    ore_reason *reason;         /**< [n_reasons] */
    ore_goal_outcome *goals;    /**< [n_goals] */

    /** When infeasible: limits of the input that cannot all be kept, in the
     * order of the input. None when they were not sought or not found. */
    int n_conflicts;
    ore_where *conflict_where; /**< [n_conflicts] */
    char **conflict_text;      /**< [n_conflicts] as of ore_model_row_limit */
    char **conflict_text_ja;   /**< [n_conflicts] in Japanese */
    bool is_irreducible;       /**< an IIS: without any one of them the others
                                    can be kept */
} ore_result;

/** The portfolio in leaf k: of a round without events always the same one. */
static inline const ore_result *ore_result_leaf(const ore_result *result, int k)
{
    return result->n_leaves > 0 ? result->leaves[k] : result;
}

/** An empty result shaped for the round. The caller frees. */
ore_result *ore_result_new(const ore_round *round);
/** Free; NULL is allowed. */
void ore_result_free(ore_result *result);

/** What the checks found. Opaque: made by optimizer/verify. */
typedef struct ore_report ore_report;

/** Expect left <= right, left >= right or left = right (within tolerance of
 * the written figures: 1e-6 of the larger of 1, |left| and |right|). The
 * text names the rule instance, e.g. "budget dpa 2026". Every call counts as
 * one checked rule. */
void ore_expect_le(ore_report *report, double left, double right,
                   ore_where where, const char *fmt, ...) ORE_PRINTF(5, 6);
void ore_expect_ge(ore_report *report, double left, double right,
                   ore_where where, const char *fmt, ...) ORE_PRINTF(5, 6);
void ore_expect_eq(ore_report *report, double left, double right,
                   ore_where where, const char *fmt, ...) ORE_PRINTF(5, 6);

#endif
