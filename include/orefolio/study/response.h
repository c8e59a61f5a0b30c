/* What is left to do when a disruption has happened: the earlier decisions in
 * it, the response to it, and what could have been decided with foresight. */
#ifndef OREFOLIO_STUDY_RESPONSE_H
#define OREFOLIO_STUDY_RESPONSE_H

#include "orefolio/result.h"
#include "orefolio/round.h"
#include "orefolio/statistics.h"
#include "orefolio/study/trade_offs.h"

/** Each may decide more than the one before. */
typedef enum ore_response_column {
    ORE_DO_NOTHING, /**< flows and releases adapt, nothing is decided */
    ORE_RESPOND,    /**< whatever is not decided yet when it begins */
    ORE_FORESIGHT,  /**< everything, had it been known from the start */
    ORE_RESPONSE_COLUMNS
} ore_response_column;

/** A round, and what came of it. Both are owned. */
typedef struct ore_response_case {
    ore_round *round;
    ore_result *result; /**< verified when it has a portfolio */
    ore_status status;
    ore_statistics statistics;
} ore_response_case;

typedef enum ore_action_kind {
    ORE_ACTION_COMMIT,   /**< a project goes ahead that would not have, or
                              otherwise */
    ORE_ACTION_SPEED_UP, /**< a committed project has its output sooner */
    ORE_ACTION_DROP,     /**< a project that was planned for later does not */
    ORE_ACTION_ANSWER,   /**< a proposed sale is answered otherwise */
    ORE_ACTION_BUY,      /**< a stockpile buys more, or less */
    ORE_ACTION_RELEASE,  /**< a stockpile releases */
    ORE_ACTION_LEND,     /**< a stockpile lends to markets of others */
    ORE_ACTION_REPAY,    /**< and is paid back */
    ORE_ACTION_DELIVER,  /**< a market has more, or less, of a material */
    ORE_ACTION_KINDS
} ore_action_kind;

/** "commit", "drop", …: as files have them [ORE_ACTION_KINDS]. */
extern const char *const ore_action_words[];

/** What a response does that doing nothing does not, and what it releases. */
typedef struct ore_action {
    ore_action_kind kind;
    int of;          /**< a project, for a speed-up the one that it is by
                          itself, a row of supply, a stockpile, a target */
    ore_years years; /**< the first and the last one of it */
    double amount;   /**< public support of a project, M; t of a stockpile; t/yr
                          of a target, on average of the years; NAN */
    double cost_m;   /**< what it adds to budget cost, M; NAN = nothing */
    ore_answer answer; /**< about the figure below */
    double worth;      /**< how much worse the first goal is when this alone is
                            left out and flows adapt */
    int closes; /**< of a speed-up and a loan: the material of which that leaves
                   most more to be lacking; -1 = of none, or not known */
    double closes_t; /**< and how much, t over the horizon */
} ore_action;

/** A material in a disruption. Years are counted from its beginning. */
typedef struct ore_material_times {
    int material;
    ore_answer answer; /**< about the figure below */
    int survive_years; /**< as long, nothing need be lacking that was not to be
                            before, whatever else is given up for it */
    int recover_years[ORE_RESPONSE_COLUMNS]; /**< until the gap is again what it
                            was planned to be; 0 = never larger; -1 = not
                            within the horizon, or there is no portfolio */
} ore_material_times;

/** One disruption. Lists are owned. */
typedef struct ore_response {
    int disruption;
    bool is_without_promises; /**< no portfolio can keep what rules promise
                                   markets, so these rules are left out */
    ore_response_case cases[ORE_RESPONSE_COLUMNS];
    int n_actions, n_times;
    ore_action *actions;
    ore_material_times *times; /**< of those whose gap grows when nothing is
                                    done */
} ore_response;

/** A material without the country that supplies most of it. */
typedef struct ore_country_loss {
    int material;
    const char *country; /**< NULL = none supplies any */
    double share;        /**< of its supply over the horizon */
    ore_answer answer;   /**< about the gaps */
    double gap_tpa;      /**< on average of the years with a target */
    double lost_tpa;     /**< the same without the country */
} ore_country_loss;

/** The responses to some disruptions. All is owned but for `round`. */
typedef struct ore_playbook {
    const ore_round *round;    /**< with the baseline; nothing has happened */
    ore_response_case planned; /**< the baseline without any disruption */
    int n, n_losses;
    ore_response *list;
    ore_country_loss *losses; /**< [n_losses] of materials with a target */
} ore_playbook;

/** What all targets of the material lack in horizon year t, t/yr; NAN without a
 * portfolio. */
double ore_response_gap_tpa(const ore_response_case *of, int material, int t);

/** The same on average of the years of the disruption. */
double ore_response_mean_gap_tpa(const ore_response *response,
                                 const ore_response_case *of, int material);

/** What its targets ask for then, t/yr. */
double ore_material_target_tpa(const ore_round *round, int material, int t);

/** What the portfolio costs the budgets, M; NAN without one. */
double ore_response_cost_m(const ore_response_case *of);

/** The first years of output of the project that p, a speed-up of `result`,
 * speeds up: with it, and without it. */
ore_years ore_speed_up_outputs(const ore_round *round, const ore_result *result,
                               int p);

/** How much better the first goal is than when nothing is done; NAN when one of
 * the two has no portfolio. */
double ore_response_gain(const ore_response *response, ore_response_column of);

#endif
