/* The plan: one funding round as read, checked and completed, read-only after.
 *
 * Built by optimizer/read, borrowed by everything else. Every list is sorted
 * by id (strcmp), so the order of rows in a table never changes an answer.
 * Money is in millions of the round's currency at constant prices of
 * price_year (suffix _m), mass flows are t/yr of contained product (_tpa),
 * shares and rates are fractions. "No limit" is HUGE_VAL, "not given" is NAN
 * for numbers and -1 for indices; no other number has a special meaning.
 *
 * Index letters, project-wide: p project, o option (shape of a project),
 * k instrument, f offer (a project-instrument pair), b budget, m material,
 * r market, s commitment year from 0, t horizon year from 0, j moment. Flat
 * arrays of two indices have the year fastest. */
#ifndef OREFOLIO_ROUND_H
#define OREFOLIO_ROUND_H

#include "orefolio/common.h"
#include "orefolio/filter.h"
#include "orefolio/input.h"
#include "orefolio/supply.h"
#include "orefolio/uncertain.h"

struct ore_instrument_kind; /* orefolio/instrument.h */

typedef struct ore_funder {
    const char *id, *label, *label_ja; /**< labels default to the id */
    double budget_cost_share_min;      /**< of all budget cost; default 0 */
    double budget_cost_share_max;      /**< default 1 */
    ore_where where;
} ore_funder;

typedef enum ore_basis {
    ORE_BASIS_COMMITMENT,  /**< charged in the year of the commitment */
    ORE_BASIS_DISBURSEMENT /**< charged as the money is spent */
} ore_basis;

/** How amounts were given: read, they are in the round's currency and prices of
 * its year. */
typedef struct ore_quotation {
    enum { ORE_MONEY_OF_ROUND, ORE_MONEY_USD, ORE_MONEY_JPY } currency;
    int price_year; /**< 0 = the round's */
    double rate;    /**< what 1 of it is in the round's */
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

typedef enum ore_repayment {
    ORE_REPAY_STRAIGHT, /**< equal principal */
    ORE_REPAY_ANNUITY,  /**< level payment */
    ORE_REPAY_BULLET    /**< principal at the end */
} ore_repayment;

/** Credit terms from which a subsidy rate is computed (models/credit.h). */
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

/** What a programme promises about what a project sells (kinds offtake and
 * price_support): in the first years of its production. Per tonne in USD. */
typedef struct ore_contingent {
    int material;            /**< -1 for other kinds */
    int years;               /**< of production; 10 */
    double strike_usd_per_t; /**< what a tonne is to earn */
    double volume_tpa;       /**< at most; HUGE_VAL */
    double volume_share;     /**< of the output, at most; 1 */
    const double *price_usd; /**< [n_years] what a tonne is worth */
    double upside_share;     /**< price_support: of what is above it; 0 */
    double stress_usd_per_t; /**< price_support: for the charge; NAN */
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
                                  NAN = by the promise (ore_charge_rate) */
    ore_quotation quoted;    /**< how its amounts were given */
    double coverage;         /**< guarantee, insurance: share covered; 1 */
    double premium_rate;     /**< insurance: per year, of what is covered; 0 */
    double stake_max;        /**< equity: share of the project's equity; 1 */
    ore_terms terms;
    ore_contingent contingent;
    ore_where where;
    double gain_rate; /**< computed below 0, which counts as 0; 0 = it is not */
} ore_instrument;

typedef enum ore_decision {
    ORE_OPEN,     /**< the round decides */
    ORE_MUST,     /**< goes ahead in some year */
    ORE_OUT,      /**< does not */
    ORE_COMMITTED /**< already promised: goes ahead */
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

/** One shape of a project: the figures that may differ between options. */
typedef struct ore_option {
    int project;
    const char *id;            /**< "base" when the project has no options */
    double capex_m;            /**< >= 0 */
    int first_year, last_year; /**< of commitment; default: commit years */
    const char *ready_on;      /**< "YYYY-MM-DD" or NULL = ready */
    int build_years;           /**< 0 = capacity in the commitment year */
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
    const double *market_shares; /**< [n_markets] of outputs, promised to it;
                                      NAN = not sold to it; NULL = to all */
    bool has_markets;            /**< delivers by `sales` only: has
                                      market_shares, or markets have bands */
    int n_spending;
    const double *spending_share; /**< [n_spending] of capital cost in the
                                       years after commitment; sums to 1 */
    const double *attributes;     /**< [n_attributes] x_NAME columns; 0 */
    int n_needs;
    const char *const *needs; /**< [n_needs] instruments or kinds without which
                                   it does not go ahead */
    ore_where where;
} ore_option;

typedef struct ore_project {
    const char *id, *name, *name_ja; /**< name_ja defaults to name */
    const char *mineral, *stage, *country;
    int first_option, n_options; /**< its options are consecutive */
    int first_pair, n_pairs;     /**< its offers are consecutive */
    ore_decision decision;       /**< column `status` */
    ore_review review;
    const char *review_on; /**< "YYYY-MM-DD" or NULL */
    double concern_share;  /**< ownership by entities of concern; 0 */
    int n_tags;
    const char *const *tags; /**< [n_tags] */
    ore_where where;
} ore_project;

/** A project-instrument pair that may be used, sorted by project, then
 * instrument. Only pairs whose instrument's `for` matches the project (and,
 * with an offers table, that the project lists) are kept. */
typedef struct ore_pair {
    int project, instrument;
    double min_m, max_m; /**< face; the tighter of ticket and offer */
    double subsidy_rate; /**< budget cost per unit of face; NAN = by the
                              promise (ore_charge_rate) */
    ore_where where;
} ore_pair;

typedef enum ore_link_kind {
    ORE_LINK_REQUIRES, /**< project only with other, lag_years after it */
    ORE_LINK_EXCLUDES, /**< not both */
    ORE_LINK_TOGETHER, /**< both or neither */
    ORE_LINK_SYNERGY   /**< value_m is gained when both go ahead */
} ore_link_kind;

typedef struct ore_link {
    ore_link_kind kind;
    int project, other;
    int lag_years;  /**< requires */
    double value_m; /**< bonus: money saved, or value gained, when both */
    ore_where where;
} ore_link;

/** Whose years the round's are: the calendar's, or those of Japan (from April
 * on) or the United States (from the October before). */
typedef enum ore_year_kind {
    ORE_YEARS_CALENDAR,
    ORE_YEARS_JFY,
    ORE_YEARS_USFY
} ore_year_kind;

typedef enum ore_measure {
    ORE_MEASURE_COUNT,       /**< projects */
    ORE_MEASURE_FACE,        /**< M */
    ORE_MEASURE_BUDGET_COST, /**< M */
    ORE_MEASURE_CAPEX,       /**< M */
    ORE_MEASURE_VALUE,
    ORE_MEASURE_SUPPLY,   /**< t/yr, secured and new, each horizon year */
    ORE_MEASURE_ATTRIBUTE /**< x_NAME */
} ore_measure;

/** A portfolio rule. */
typedef struct ore_rule {
    const char *id, *label, *label_ja;
    ore_measure measure;
    int attribute; /**< index, for ORE_MEASURE_ATTRIBUTE; else -1 */
    ore_filter of;
    bool each_country; /**< the limits hold for every country by itself */
    ore_years years;   /**< commitment years, or horizon years for supply */
    double min, max;   /**< absolute; -HUGE_VAL, HUGE_VAL */
    double min_share, max_share; /**< of the measure over everything (supply:
                                      over the same materials); 0, 1; a limit
                                      that is not given is NAN */
    int n_conditional;           /**< > 0: holds only while one of these */
    const int *conditional;      /**< projects goes ahead; sorted */
    ore_where where;
} ore_rule;

/** A term of a blend. */
typedef struct ore_objective_term {
    double weight;
    const struct ore_objective *use; /**< never a blend itself */
} ore_objective_term;

/** A goal of the lexicographic order, most important first. */
typedef struct ore_objective {
    const char *name;  /**< a goal of models/goals.def, x_NAME or a blend */
    int attribute;     /**< of a goal x_NAME: index into attributes */
    bool is_minimised; /**< of a goal x_NAME: sense = min */
    double level;      /**< of cvar_shortfall: 0 <= level < 1; 0.9 */
    int n_terms;       /**< of a blend; else 0 */
    const ore_objective_term *terms; /**< [n_terms] */
    double tolerance;     /**< relative: how much of it later goals may give
                               away; default 0 */
    double discount_rate; /**< per year; default: the round's */
    double gap;           /**< relative gap asked of this goal; NAN = as for
                               the round */
    double limit;         /**< the worst it may be, in the goal's unit: at most
                               when minimised, at least when maximised; NAN */
    ore_where where;
} ore_objective;

/** What of an earlier run must stay: option --keep. */
typedef enum ore_keep_mode {
    ORE_KEEP_COMMITTED,
    ORE_KEEP_ALL,
    ORE_KEEP_NONE
} ore_keep_mode;

/** The portfolio of an earlier run that this round starts from. */
typedef struct ore_baseline {
    const char *path;       /**< NULL = there is none */
    const int *option;      /**< [n_projects] option index, -1 = not in it */
    const int *year;        /**< [n_projects] calendar year, 0 */
    const double *face_m;   /**< [n_pairs] */
    const double *bought_t; /**< [n_stockpiles * n_years] */
} ore_baseline;

/** Where public money must not go. */
typedef struct ore_screening {
    double concern_share_max; /**< 1 = no limit */
    enum { ORE_PENDING_WAIT, ORE_PENDING_ALLOW, ORE_PENDING_EXCLUDE } pending;
} ore_screening;

/** What the scenario or the command line changed, for the provenance. */
typedef struct ore_adjustment {
    const char *address, *value; /**< as written */
    ore_where where;             /**< line 0 = the command line */
} ore_adjustment;

/** A figure that they changed: patterns are spelled out into these. */
typedef struct ore_changed {
    const char *address;        /**< "projects.P07.capex" */
    const char *before, *after; /**< as texts; before "" = not given */
    ore_where home;             /**< its row or section: rows may share an
                                     address */
    ore_where where;            /**< of the change; line 0 = the command line */
} ore_changed;

/** Order of changed figures: by address, then by home. */
int ore_compare_changed(const ore_changed *a, const ore_changed *b);

/** What a table's row says of where its figures come from, in the columns
 * note_source (and note), note_owner, note_as_of and note_reliability. */
typedef struct ore_evidence {
    ore_where where;             /**< of the row */
    const char *address, *value; /**< of its main figure, as text */
    const char *source, *owner, *as_of, *reliability; /**< "" = not said */
} ore_evidence;

typedef struct ore_round {
    const char *name, *name_ja, *currency; /**< currency "USD" or "JPY" */
    const char *scenario;                  /**< "base" */
    const char *scenario_label, *scenario_label_ja;
    int n_scenarios, n_adjustments, n_changed, n_evidence;
    const char *const *scenarios;      /**< names, in the order of the file */
    const ore_adjustment *adjustments; /**< in the order they act */
    const ore_changed *changed;        /**< sorted by address, then by home */
    const ore_evidence *evidence;      /**< sorted by file, then by line */
    double jpy_per_usd;                /**< NAN = not given */
    ore_years horizon, commit;
    int n_years, n_commit; /**< lengths of horizon and commit */
    int n_budget_years;    /**< from commit.first to horizon.last */
    const char *decide_by; /**< "YYYY-MM-DD" or NULL */
    double discount_rate;  /**< per year */
    int price_year;        /**< 0 = not given */
    double inflation_rate; /**< per year, between price years; NAN */
    bool outputs_expected; /**< [derating] outputs = expected */
    bool may_gain;         /**< negative_subsidy = credit */
    ore_screening screening;

    int n_funders, n_budgets, n_instruments, n_materials, n_markets;
    const ore_funder *funders;
    const ore_budget *budgets;
    const ore_instrument *instruments;
    const ore_material *materials;
    const ore_market *markets;

    int n_projects, n_options, n_pairs;
    const ore_project *projects;
    const ore_option *options;
    const ore_pair *pairs;

    int n_sales, n_stockpiles, n_disruptions, n_states;
    const ore_sale *sales;
    const ore_stockpile *stockpiles;
    const ore_disruption *disruptions;
    const ore_state *states; /**< [n_states >= n_years] */
    int respond;             /**< the disruption that has happened; -1 */

    int n_targets, n_supplies, n_links, n_rules, n_goals;
    const ore_target *targets;
    const ore_supply *supplies;
    const ore_link *links;
    const ore_rule *rules;
    const ore_objective *goals; /**< [n_goals >= 1] in order */
    int n_limits;
    const ore_objective *const *limits; /**< [n_limits] goals that have a limit,
                                            in the order or not */

    ore_baseline baseline;
    ore_keep_mode keep;

    int n_uncertains;
    const ore_uncertain *uncertains; /**< sorted by id */

    int n_attributes;
    const char *const *attributes; /**< [n_attributes] "x_NAME" */

    double time_limit_s, gap; /**< [solver]; 60, 0.001 */
    int seed;                 /**< [solver]; 1 */
    ore_year_kind year_kind;  /**< what reports call the round's years */
    const char *title;        /**< [report]; default: name */
    const char *reviewed_by;  /**< who assures inputs and goals; NULL */
    const char *use_by;       /**< "YYYY-MM-DD" of the answer; NULL */
    const char *language;     /**< "en" or "ja" */
    const char *money;        /**< "USD" or "JPY"; default: currency */

    int n_inputs;
    const ore_input *inputs; /**< the round file first */
    void *store;             /**< owner of every string and array above */
} ore_round;

/** Free a plan and everything it owns; NULL is allowed. */
void ore_round_free(ore_round *round);

#endif
