/* Who pays and who gains, and soft rules, in the result file. */
#include <stdlib.h>

#include "orefolio/rules.h"
#include "orefolio/stakes.h"
#include "write/json/json_parts.h"

json_t *ore_json_stakes(const ore_round *round, const ore_result *result)
{
    json_t *rows = json_array();
    int n;
    ore_stake *stakes = ore_stakes_of(round, result, &n);

    for (int i = 0; i < n; i++) {
        const ore_stake *stake = &stakes[i];
        json_t *object = json_object();

        if (stake->funder >= 0) {
            ore_json_set(object, "funder",
                         ore_json_text(round->funders[stake->funder].id));
        } else {
            ore_json_set(object, "market",
                         ore_json_text(round->markets[stake->market].id));
        }
        ore_json_set(object, "budget_cost", ore_json_figure(stake->cost_m));
        ore_json_set(object, "pays_share", ore_json_real(stake->cost_share));
        ore_json_set(object, "gains_share", ore_json_real(stake->gain_share));
        ore_json_set(object, "gains_t_share",
                     ore_json_real(stake->gain_t_share));
        ore_json_set(object, "closed_share",
                     ore_json_real(stake->closed_share));
        ore_json_set(object, "closed_t_share",
                     ore_json_real(stake->closed_t_share));
        ore_json_set(object, "leverage", ore_json_real(stake->leverage));
        ore_json_set(object, "cost_per_t", ore_json_real(stake->cost_per_t));
        ore_json_set(object, "jobs", ore_json_real(stake->jobs));
        ore_json_set(object, "is_uneven",
                     json_boolean(ore_stake_is_uneven(stake)));
        json_array_append_new(rows, object);
    }
    free(stakes);
    return rows;
}

json_t *ore_json_soft_rules(const ore_round *round, const ore_result *result)
{
    static const char *const words[] = {
        [ORE_FILTER_COUNTRY] = "country",       [ORE_FILTER_STAGE] = "stage",
        [ORE_FILTER_MINERAL] = "mineral",       [ORE_FILTER_TAG] = "tag",
        [ORE_FILTER_PROJECT] = "project",       [ORE_FILTER_OPTION] = "option",
        [ORE_FILTER_MATERIAL] = "material",     [ORE_FILTER_MARKET] = "market",
        [ORE_FILTER_INSTRUMENT] = "instrument", [ORE_FILTER_FUNDER] = "funder"};
    json_t *rows = json_array();
    ore_limits limits = ore_has_soft_rules(round) ? ore_limits_of(round, result)
                                                  : (ore_limits){0};

    for (int i = 0; i < limits.n; i++) {
        const ore_limit *limit = &limits.list[i];

        if (!(limit->penalty > 0.0)) {
            continue;
        }
        json_t *object = json_object();

        ore_json_set(object, "rule", ore_json_text(limit->id));
        for (int w = 0; w < ORE_FILTER_WORDS; w++) {
            if (limit->only[w]) {
                ore_json_set(object, words[w], ore_json_text(limit->only[w]));
            }
        }
        ore_json_set(object, "year",
                     limit->year ? json_integer(limit->year) : json_null());
        ore_json_set(object, limit->is_floor ? "at_least" : "at_most",
                     ore_json_figure(limit->limit));
        ore_json_set(object, "used", ore_json_real(limit->used));
        ore_json_set(object, "penalty", ore_json_figure(limit->penalty));
        ore_json_set(object, "breach", ore_json_real(limit->breach));
        json_array_append_new(rows, object);
    }
    ore_limits_free(&limits);
    return rows;
}
