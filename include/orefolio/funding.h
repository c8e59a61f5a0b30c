/* Who pays, out of what, by which instruments: part of a round
 * (orefolio/round.h, which says the units and letters). */
#ifndef OREFOLIO_FUNDING_H
#define OREFOLIO_FUNDING_H

#include "orefolio/common.h"
#include "orefolio/filter.h"

struct ore_instrument_kind; /* orefolio/instrument.h */

/** What years are called: the calendar's, or those of Japan (from April
 * on) or the United States (from the October before). */
typedef enum ore_year_kind {
    ORE_YEARS_CALENDAR,
    ORE_YEARS_JFY,
    ORE_YEARS_USFY
} ore_year_kind;

/** A government, agency or fund that pays. */
typedef struct ore_funder {
    const char *id, *label, *label_ja; /**< labels default to the id */
    double budget_cost_share_min;      /**< of all budget cost; default 0 */
    double budget_cost_share_max;      /**< default 1 */
    ore_where where;
    ore_year_kind year_kind; /**< of its accounts; default: the round's */
} ore_funder;

typedef enum ore_basis {
    ORE_BASIS_COMMITMENT,  /**< charged in the year of the commitment */
    ORE_BASIS_DISBURSEMENT /**< charged as the money is spent */
} ore_basis;

/** The currency and price year that amounts were given in. The amounts
 * themselves are converted when they are read: they are in the round's currency
 * at prices of its price_year. */
typedef struct ore_quotation {
    const char *currency; /**< by its code; NULL = the round's */
    int price_year;       /**< 0 = the round's */
    double rate;          /**< converted = given * rate */
} ore_quotation;

/** An appropriation account. */
typedef struct ore_budget {
    const char *id, *label, *label_ja;
    int funder;             /**< index into funders */
    const double *amount_m; /**< [n_budget_years]; years not given are 0 */
    ore_basis basis;
    bool carry_over;      /**< unspent amounts may be used in later years */
    ore_quotation quoted; /**< how its amounts were given */
    ore_where where;
    const ore_where *rows; /**< [n_budget_years] of the table; no file = none */
    ore_where amount_where; /**< of the list of amounts; no file = none */
} ore_budget;

/** What the accounts may come to: a budget scenario of `priority`. */
typedef struct ore_appropriation {
    const char *id, *label, *label_ja;
    const double *share; /**< [n_budgets] of the account's amounts, >= 0 */
    double probability;  /**< 0..1; those of all sum to 1; default: all alike */
    ore_where where;
} ore_appropriation;

/** Who issues fast permits: so many units of work in a year, which projects use
 * in the year of their commitment and pay for. */
typedef struct ore_office {
    const char *id, *label, *label_ja;
    const double *capacity; /**< [n_commit] units; years not given are 0 */
    double cost_m_per_unit; /**< what a unit charges the account, M; 0 */
    int budget;             /**< which account pays; -1 = nothing to pay */
    ore_quotation quoted;   /**< how its cost was given */
    ore_where where;
    ore_where capacity_where; /**< of the list of capacities */
} ore_office;

typedef enum ore_repayment {
    ORE_REPAY_STRAIGHT, /**< equal principal */
    ORE_REPAY_ANNUITY,  /**< level payment */
    ORE_REPAY_BULLET    /**< principal at the end */
} ore_repayment;

/** Credit terms from which a subsidy rate is computed (ore_credit_subsidy). */
typedef struct ore_terms {
    double interest_rate;    /**< per year; NAN = no terms given */
    double treasury_rate;    /**< per year; default: interest_rate */
    int tenor_years;         /**< grace included */
    int grace_years;         /**< interest only; default 0 */
    ore_repayment repayment; /**< default straight */
    double default_rate;     /**< lifetime, 0..1; default 0 */
    double recovery_rate;    /**< of the exposure at default; default 0 */
    int recovery_lag_years;  /**< default 0 */
    double upfront_fee_rate; /**< of the principal; default 0 */
    double annual_fee_rate;  /**< of the performing balance; default 0 */
} ore_terms;

/** Terms of a contingent commitment that supports what a project sells (kinds
 * offtake and price_support): in the first years of its production. Per tonne
 * in the round's currency. */
typedef struct ore_contingent {
    int material;              /**< -1 for other kinds */
    int years;                 /**< of production; 10 */
    double strike_per_t;       /**< what a tonne is to earn */
    double volume_tpa;         /**< at most; HUGE_VAL */
    double volume_share;       /**< of the output, at most; 1 */
    const double *price_per_t; /**< [n_years] what a tonne is worth */
    double upside_share;       /**< price_support: of what is above it; 0 */
    double stress_per_t;       /**< price_support: for the charge; NAN */
    enum { ORE_CHARGE_EXPECTED, ORE_CHARGE_STRESS } charge;
} ore_contingent;

/** A funding programme. */
typedef struct ore_instrument {
    const char *id, *label, *label_ja;
    const struct ore_instrument_kind *kind; /**< grant, loan, … */
    int funder, budget;      /**< indices; budget -1 = charges no account */
    const double *ceiling_m; /**< [n_commit] exposure by year; HUGE_VAL */
    double ceiling_total_m;  /**< exposure over the round; HUGE_VAL */
    double ticket_min_m;     /**< face per project if used at all; 0 */
    double ticket_max_m;     /**< face per project; HUGE_VAL */
    double share_max;        /**< of a project's capital cost; 1 */
    ore_filter applies_to;   /**< key `for`: which projects it may fund */
    double subsidy_rate;     /**< budget cost per unit of face: given,
                                  computed from the terms, or the kind's own;
                                  NAN = see ore_charge_rate */
    ore_quotation quoted;    /**< how its amounts were given */
    double coverage;         /**< guarantee, insurance: share covered; 1 */
    double premium_rate;     /**< insurance: per year, of what is covered; 0 */
    double stake_max;        /**< equity: share of the project's equity; 1 */
    ore_terms terms;
    ore_contingent contingent;
    ore_where where;
    double gain_rate; /**< a subsidy rate that was computed below 0 and counts
                         as 0 (negative_subsidy = zero); 0 = it was not */
} ore_instrument;

#endif
