/* The round: one funding round as read, checked and completed, read-only after.
 *
 * Built by optimizer/read, borrowed by everything else. Every list is sorted
 * by id (strcmp), so the order of rows in a table never changes an answer.
 * Money is in millions of the round's currency at constant prices of
 * price_year (suffix _m), mass flows are t/yr of contained product (_tpa),
 * shares and rates are fractions. "No limit" is HUGE_VAL, "not given" is NAN
 * for numbers and -1 for indices; no other number has a special meaning.
 *
 * Index letters, project-wide: p project, o option (shape of a project),
 * k instrument, f pair (of a project and an instrument), b budget, m material,
 * r market, s commitment year from 0, t horizon year from 0, j state. Flat
 * arrays of two indices have the year fastest. */
#ifndef OREFOLIO_ROUND_H
#define OREFOLIO_ROUND_H

#include "orefolio/common.h"
#include "orefolio/event.h"
#include "orefolio/filter.h"
#include "orefolio/funding.h"
#include "orefolio/input.h"
#include "orefolio/objective.h"
#include "orefolio/project.h"
#include "orefolio/provenance.h"
#include "orefolio/supply.h"
#include "orefolio/uncertain.h"

/** What of an earlier run must stay: option --keep. */
typedef enum ore_keep_mode {
    ORE_KEEP_COMMITTED,
    ORE_KEEP_ALL,
    ORE_KEEP_NONE
} ore_keep_mode;

/** What a response to a disruption may decide. */
typedef enum ore_response_mode {
    ORE_RESPONSE_DECIDES, /**< whatever comes after its beginning */
    ORE_RESPONSE_NONE,    /**< nothing: the baseline stays, plants, sales and
                               releases of stockpiles adapt */
    ORE_RESPONSE_FORESEEN /**< everything, as if it had been known from the
                               start */
} ore_response_mode;

/** The portfolio of an earlier run that this round starts from. */
typedef struct ore_baseline {
    const char *path;        /**< NULL = there is none */
    const int *option;       /**< [n_projects] option index, -1 = not in
                                  it */
    const int *year;         /**< [n_projects] calendar year, 0 */
    const double *face_m;    /**< [n_pairs] */
    const double *bought_t;  /**< [n_stockpiles * n_years] */
    const double *taken_tpa; /**< [n_supplies * n_years] */
    const int *answer;       /**< [n_supplies] to open sales, an
                                  ore_sale_answer; -1 = not told */
} ore_baseline;

/** Where public money must not go. */
typedef struct ore_screening {
    double concern_share_max; /**< 1 = no limit */
    enum { ORE_PENDING_WAIT, ORE_PENDING_ALLOW, ORE_PENDING_EXCLUDE } pending;
} ore_screening;

/** [reliability]: draws that the recommended plan is put to. */
typedef struct ore_draw_settings {
    int draws;    /**< 0 = none */
    int seed;     /**< >= 0 */
    double level; /**< share of a target that meets it, 0 < level <= 1 */
} ore_draw_settings;

/** A currency that amounts may be given and shown in. */
typedef struct ore_currency {
    const char *code; /**< of ISO 4217, "EUR" */
    double rate;      /**< units of it for one of the round's */
    double worth;     /**< units of the round's for one of it */
    bool is_inverse;  /**< the round gives its worth, as yen per dollar in a
                           round in yen, and not its rate */
    ore_where where;
} ore_currency;

/** A country that the round names, or a group of its own that it declares as
 * one. Projects and supply have the id. */
typedef struct ore_country {
    const char *id; /**< a code of ISO 3166, or the group's name */
    const char *label, *label_ja;
    ore_where where;
} ore_country;

struct ore_family; /* orefolio/family.h */

/** What the keys of [round] say that only one family reads. */
typedef struct ore_family_keys {
    const struct ore_family *family;
    void *settings;         /**< record of family->settings_size bytes */
    const ore_where *where; /**< of each of its keys, in their order; no line =
                                 the key is not given */
} ore_family_keys;

typedef struct ore_round {
    const char *name, *name_ja;
    const char *currency; /**< of all amounts, by its code of ISO 4217 */
    const char *scenario; /**< "a,b" that act in this order; "base" = none */
    const char *scenario_label, *scenario_label_ja;
    int n_scenarios, n_adjustments, n_changed, n_evidence;
    const char *const *scenarios;      /**< [n_scenarios] all that the file has,
                                            in its order */
    const ore_adjustment *adjustments; /**< in the order they act */
    const ore_changed *changed;        /**< sorted by address, then by home */
    const ore_evidence *evidence;      /**< sorted by file, then by line */
    int n_countries, n_currencies;
    const ore_country *countries;   /**< [n_countries] of [country NAME] */
    const ore_currency *currencies; /**< [n_currencies], the round's own
                                         among them */
    ore_years horizon;              /**< years in which supply is measured */
    ore_years commit;      /**< years in which funds may be committed */
    int n_years, n_commit; /**< lengths of horizon and commit */
    int n_budget_years;    /**< from commit.first to horizon.last */
    const char *decide_by; /**< "YYYY-MM-DD" or NULL */
    double discount_rate;  /**< per year */
    int price_year;        /**< 0 = not given */
    double inflation_rate; /**< per year, between price years; NAN */
    bool outputs_expected; /**< [derating] outputs = expected */
    bool may_gain; /**< negative_subsidy = credit: a subsidy rate below 0
                        adds to its account */
    ore_screening screening;
    ore_draw_settings reliability;

    /* Each list below is [n_…], sorted by id where its elements have one. */
    int n_funders, n_budgets, n_instruments, n_materials, n_markets;
    const ore_funder *funders;
    const ore_budget *budgets;
    const ore_instrument *instruments;
    const ore_material *materials;
    const ore_market *markets;
    int n_offices, n_appropriations;
    const ore_office *offices;
    const ore_appropriation *appropriations; /**< any two of them: one has no
                                                  less of any account */

    int n_projects, n_options, n_pairs;
    const ore_project *projects;
    const ore_option *options;
    const ore_pair *pairs;

    int n_sales, n_stockpiles, n_disruptions, n_states;
    const ore_sale *sales;
    const ore_stockpile *stockpiles;
    const ore_disruption *disruptions;
    const ore_state *states;    /**< [n_states >= n_years] the years, then those
                                     of disruptions */
    int respond;                /**< the disruption that has happened; -1 */
    ore_response_mode response; /**< what may be decided then */
    bool may_buy_less; /**< than the baseline: what stockpiles were to buy may
                            not be there */

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
    ore_baseline start; /**< what a search begins with; it binds nothing */

    int n_uncertains;
    const ore_uncertain *uncertains; /**< sorted by id */

    int n_events, n_outcomes;
    const ore_event *events;     /**< sorted by id; none where `outcomes_known`
                                      says how all of them turn out */
    const ore_outcome *outcomes; /**< sorted by event, then by id */
    const char *outcomes_known;  /**< "a,b": the outcomes that acted, and no
                                      other news comes; "none"; NULL = events
                                      are open */

    int n_attributes;
    const char *const *attributes; /**< [n_attributes] "x_NAME" */

    double time_limit_s, gap; /**< [solver]; 60, 0.001 */
    int seed;                 /**< [solver]; 1 */
    ore_year_kind year_kind;  /**< what reports call the round's years */
    const char *title;        /**< [report]; default: name */
    const char *reviewed_by;  /**< who assures inputs and goals; NULL */
    const char *use_by;       /**< "YYYY-MM-DD" of the answer; NULL */
    const char *language;     /**< "en" or "ja" */
    const char *money;        /**< a code of `currencies`, which reports show;
                                   NULL = as their language has it */

    int n_family_settings;
    const ore_family_keys *family_settings; /**< [n_family_settings] */

    int n_inputs;
    const ore_input *inputs; /**< the round file first */
    void *store;             /**< owner of every string and array above */
} ore_round;

/** Millions in a unit: prices a tonne are in units of the round's currency. */
#define ORE_M_PER_UNIT (1.0 / 1e6)

/** Where two indices stand in a flat array, the year or state fastest: option o
 * and commitment year s; any index i and state j; any index i and horizon year
 * t. */
static inline int ore_at_commit(const ore_round *round, int o, int s)
{
    return o * round->n_commit + s;
}
static inline int ore_at_state(const ore_round *round, int i, int j)
{
    return i * round->n_states + j;
}
static inline int ore_at_year(const ore_round *round, int i, int t)
{
    return i * round->n_years + t;
}

/** Whether some of the existing supply need not be bought. */
static inline bool ore_has_optional_supply(const ore_round *round)
{
    bool has_some = false;

    for (int i = 0; i < round->n_supplies; i++) {
        has_some = has_some || round->supplies[i].is_optional;
    }
    return has_some;
}

/** The currency of that code; NULL = the round has no rate for it. */
const ore_currency *ore_currency_in(const ore_round *round, const char *code);

/** By id, -1 = there is none: a project; an option of project p; its pair with
 * an instrument. */
int ore_project_named(const ore_round *round, const char *id);
int ore_option_named(const ore_round *round, int p, const char *id);
int ore_pair_named(const ore_round *round, int p, const char *instrument);

/** What the round says of the country; NULL = nothing. */
const ore_country *ore_country_in(const ore_round *round, const char *id);

/** A copy of a round to be edited, ended with ore_round_free: it borrows from
 * `round` whatever is not edited. */
ore_round *ore_round_copy(const ore_round *round);

/** An own copy of an array of that copy, [n] of `size` bytes, for what is
 * changed in it; it lives as long as the copy. */
void *ore_round_own(const ore_round *copy, const void *array, int n,
                    size_t size);

/** Free a round and everything it owns; NULL is allowed. */
void ore_round_free(ore_round *round);

#endif
