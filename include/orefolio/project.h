/* Projects, their options, what may fund them and what ties them together:
 * part of a round (orefolio/round.h, which says the units and letters). */
#ifndef OREFOLIO_PROJECT_H
#define OREFOLIO_PROJECT_H

#include "orefolio/common.h"
#include "orefolio/supply.h"

typedef enum ore_decision {
    ORE_OPEN,     /**< the round decides */
    ORE_MUST,     /**< goes ahead in some year */
    ORE_OUT,      /**< does not */
    ORE_COMMITTED /**< committed before: goes ahead */
} ore_decision;

/** How much debt a project can carry: what is given, and what its cash flow
 * serves. */
typedef struct ore_debt_sizing {
    double given_m; /**< HUGE_VAL */
    int n_cash;
    const double *cash_flow_m; /**< [n_cash] available for debt service, by year
                                    of the loan; the last holds */
    double dscr_min;           /**< cash flow over debt service, at least */
    double rate;               /**< of the debt, per year */
    int tenor_years;
} ore_debt_sizing;

/** A variant of a project: the figures that may differ between its options. */
typedef struct ore_option {
    int project;
    const char *id;               /**< "base" when the project has no options */
    const char *label, *label_ja; /**< NULL = as the id */
    double capex_m;               /**< >= 0 */
    int first_year, last_year;    /**< of commitment; default: commit years */
    const char *ready_on;         /**< "YYYY-MM-DD" or NULL = ready */
    int build_years;              /**< 0 = capacity in the commitment year */
    int n_ramp;
    const double *ramp;          /**< [n_ramp] share of capacity in the years
                                      after build_years; the last one holds */
    int life_years;              /**< of production; INT_MAX = no end */
    double success_probability;  /**< 0..1; 1 */
    double sponsor_share_min;    /**< of capital cost; [stacking], else 0 */
    double sponsor_equity_max_m; /**< HUGE_VAL */
    double bank_debt_max_m;      /**< without any guarantee; HUGE_VAL */
    double debt_capacity_m;      /**< all debt; HUGE_VAL */
    ore_debt_sizing sizing;      /**< what debt_capacity_m comes from */
    double debt_share_max;       /**< of capital cost; [stacking], else 1 */
    double public_share_max;     /**< of capital cost; [stacking], else 1 */
    double grant_share_max;      /**< of capital cost; [stacking], else 1 */
    int instruments_max;         /**< [stacking], else INT_MAX */
    double value;                /**< goal `value`; 0 */
    int n_flows;
    const ore_flow *flows;       /**< [n_flows], sorted by material */
    const double *market_shares; /**< [n_markets] of outputs, reserved for it;
                                      NAN = not sold to it; NULL = to all */
    bool has_markets;            /**< delivers by `sales` only: has
                                      market_shares, or markets have bands */
    int n_spending;
    const double *spending_share; /**< [n_spending] of capital cost in the
                                       years after commitment; sums to 1 */
    const double *attributes;     /**< [n_attributes] x_NAME columns; 0 */
    int office;          /**< that issues its permit; of a round that has
                              any; -1 = none */
    double permit_units; /**< of its capacity; 0 = it needs no permit */
    int n_needs;
    const char *const *needs; /**< [n_needs] instruments or kinds without which
                                   it does not go ahead */
    ore_where where;
} ore_option;

/** A candidate. What it costs and makes is in its options. */
typedef struct ore_project {
    const char *id, *name, *name_ja; /**< name_ja defaults to name */
    const char *mineral, *stage, *country;
    int first_option, n_options; /**< its options are consecutive */
    int first_pair, n_pairs;     /**< its pairs are consecutive */
    ore_decision decision;       /**< column `status` */
    ore_review review;
    const char *review_on; /**< "YYYY-MM-DD" or NULL */
    double concern_share;  /**< ownership by entities of concern; 0 */
    int n_tags;
    const char *const *tags; /**< [n_tags] */
    const char *speeds_up;   /**< NULL; else it is no project of its own: in a
                                  response it brings the output of the project
                                  of this id sooner, by its only option */
    int sped_option;         /**< which option of that one; with speeds_up */
    ore_where where;
} ore_project;

/** What filters and rules know it as: a speed-up goes by its project's id. */
static inline const char *ore_known_as(const ore_project *project)
{
    return project->speeds_up ? project->speeds_up : project->id;
}

/** A pair of a project and an instrument that may be used, sorted by project,
 * then instrument. Only pairs whose instrument's `for` matches the project
 * (and, with an offers table, that the project lists) are kept. */
typedef struct ore_pair {
    int project, instrument;
    double min_m, max_m; /**< face; the tighter of ticket and offers table */
    double subsidy_rate; /**< budget cost per unit of face; NAN = see
                            ore_charge_rate */
    ore_where where;
} ore_pair;

typedef enum ore_link_kind {
    ORE_LINK_REQUIRES, /**< project only with other, lag_years after it */
    ORE_LINK_EXCLUDES, /**< not both */
    ORE_LINK_TOGETHER, /**< both or neither */
    ORE_LINK_SYNERGY   /**< value_m is gained when both go ahead */
} ore_link_kind;

/** A tie between two projects. */
typedef struct ore_link {
    ore_link_kind kind;
    int project, other;
    int lag_years;  /**< requires */
    double value_m; /**< bonus: money saved, or value gained, when both */
    ore_where where;
} ore_link;

#endif
