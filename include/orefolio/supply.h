/* The part of a round that flows: materials, markets, what they need, what they
 * have, stores of it, and what may go wrong. Indices and units as in
 * orefolio/round.h. */
#ifndef OREFOLIO_SUPPLY_H
#define OREFOLIO_SUPPLY_H

#include "orefolio/common.h"
#include "orefolio/filter.h"

/** A mineral in one form, e.g. an oxide or a metal. */
typedef struct ore_material {
    const char *id, *mineral, *label, *label_ja; /**< mineral: its own id */
    double price_per_t;                          /**< NAN = not given */
    double weight;                               /**< of its shortfall; 1 */
    double gap_cost_m_per_t;                     /**< what a missing tonne costs
                                                      its users, M; NAN */
    ore_where where;
} ore_material;

/** Who needs materials: a country, an industry. */
typedef struct ore_market {
    const char *id, *label, *label_ja;
    double weight;        /**< of its shortfall; 1 */
    int funder;           /**< whose market it is; -1 */
    double delivery_band; /**< its share of deliveries stays so near to its
                               funder's share of cost; NAN = no rule */
    enum {
        ORE_DELIVERY_AGREED, /**< the funder's agreed shares of cost */
        ORE_DELIVERY_PAID    /**< what it really pays */
    } delivery_basis;
    enum {
        ORE_DELIVERY_OVER_ALL,
        ORE_DELIVERY_EACH_MATERIAL /**< the band holds for each by itself */
    } delivery_each;
    double delivery_step; /**< of `paid`: its share is known to within so
                               much; 0.05 */
    double offtake_band;  /**< its share of every plant's capacity is at most
                               so far below its funder's stake; NAN */
    enum {
        ORE_OFFTAKE_EQUITY,
        ORE_OFFTAKE_FACE,
        ORE_OFFTAKE_BUDGET_COST
    } offtake_basis; /**< what counts as stake */
    ore_where where;
} ore_market;

/** What a project makes and takes at full utilisation, as one option. */
typedef struct ore_flow {
    int material;
    double output_tpa, input_tpa; /**< >= 0, not both 0 */
    ore_where where;
} ore_flow;

/** From which missing share of a target on a tonne weighs how much, beside the
 * target's weight. */
typedef struct ore_weight_step {
    double from;   /**< 0..1; 0 of the first */
    double weight; /**< never less than that of the step before */
} ore_weight_step;

/** How much of a material a market must be able to buy, by year. */
typedef struct ore_target {
    int material, market;
    const double *target_tpa; /**< [n_years] interpolated */
    const double *weight;     /**< [n_years] row's × material's × market's */
    int n_steps;
    const ore_weight_step *steps; /**< [n_steps] in their order; none = every
                                       missing tonne weighs the same */
    ore_where where;              /**< of its first row */
} ore_target;

/** How far a review of national security has come. */
typedef enum ore_review {
    ORE_REVIEW_CLEARED,
    ORE_REVIEW_PENDING,
    ORE_REVIEW_CONDITIONS,
    ORE_REVIEW_BLOCKED
} ore_review;

/** How a proposed sale of existing supply is answered. */
typedef enum ore_sale_answer {
    ORE_SALE_LET_GO,     /**< the supply is lost from the year of the sale */
    ORE_SALE_CONDITIONS, /**< a share of it stays */
    ORE_SALE_BLOCK,      /**< it stays */
    ORE_SALE_COUNTER,    /**< a counter-bid: it stays, for one market */
    ORE_SALE_ANSWERS
} ore_sale_answer;

/** What already flows: by material and country of origin, by year. */
typedef struct ore_supply {
    int material;
    const char *country;
    int market;        /**< only this market may use it; -1 = any */
    const double *tpa; /**< [n_years] interpolated; 0 once it is lost */
    ore_where where;
    const char *stage; /**< of what it comes from: "mine"; "" */
    int n_tags;
    const char *const *tags;      /**< [n_tags] */
    bool is_optional;             /**< need not all be bought */
    int budget;                   /**< which account pays for it; -1 = nobody */
    double cost_m_per_t;          /**< what a tonne bought costs it, M; 0 */
    const char *asset;            /**< its name; "" */
    const char *label, *label_ja; /**< of the asset; default to its name */
    const char *sale_on;   /**< "YYYY-MM-DD" its owner proposes to sell it to
                                others; NULL = does not */
    ore_review review;     /**< of that sale: blocked or conditional = it stays,
                                cleared = lost from that year on, pending = so
                                too unless [screening] allows */
    const double *at_risk; /**< [n_years] t/yr that the sale would take; NULL
                                = none */
    bool is_open;          /**< the round decides about the sale (orefolio/
                                asset_sales.h); tpa is then what letting it go
                                leaves */
    bool must_answer;      /**< it may not be let go */
    double answer_cost_m[ORE_SALE_ANSWERS]; /**< of each answer, M; NAN = it
                                            cannot be given */
    double condition_share; /**< of at_risk, stays under conditions */
    int sale_budget;    /**< which account pays, in the year of the sale; -1 */
    int counter_market; /**< whose the supply is after a counter-bid */
} ore_supply;

/** What one project may sell of one of its outputs to one market. Made for
 * projects whose column `markets` says to whom they deliver, and for all when
 * a market has an offtake band; sorted by option, material, market. */
typedef struct ore_sale {
    int option, material, market;
    int target;        /**< of that material and market */
    double output_tpa; /**< of the material, at full utilisation */
    double share_min;  /**< reserved for the market, of the output; 0 */
} ore_sale;

/** A public store of a material: bought in normal years, released in a
 * disruption. */
typedef struct ore_stockpile {
    const char *id, *label, *label_ja;
    int material;
    int budget;             /**< which account pays */
    double price_per_t;     /**< NAN = the material's */
    double cost_m_per_t;    /**< what a tonne costs, M; from the price */
    double carrying_rate;   /**< of the value, per year held; 0 */
    double capacity_t;      /**< HUGE_VAL */
    double buy_max_tpa;     /**< HUGE_VAL */
    double release_max_tpa; /**< HUGE_VAL */
    double initial_t;       /**< 0 */
    bool lends;             /**< it serves the markets of its owner, the funder
                                 of its account, and lends to others in a
                                 response; else it serves all, without that */
    double loan_max_t;      /**< what it may lend in a year */
    double loan_rate;       /**< paid back with so much more, per year; 0 */
    ore_where where;
} ore_stockpile;

/** A possible loss of supply. */
typedef struct ore_disruption {
    const char *id, *label, *label_ja;
    double probability; /**< 0..1 */
    ore_years years;    /**< while it lasts */
    double loss;        /**< share of what `of` names, 0..1 */
    ore_filter of;
    ore_where where;
} ore_disruption;

/** A year of supply in the base case or under a disruption. The first n_years
 * states are the years of the base case, for which decisions are made; the
 * others repeat years of a disruption, in which plants and markets adapt but
 * decisions and money stand. */
typedef struct ore_state {
    int t;            /**< horizon year */
    int disruption;   /**< that lasts then; -1 = none */
    const char *name; /**< "2031", or "2031,export-ban": of rows, columns */
} ore_state;

#endif
