/* Reported measures of the result file. */
#include <math.h>

#include "orefolio/accounting.h"
#include "orefolio/asset_sales.h"
#include "orefolio/indicators.h"
#include "write/book/columns.h"
#include "write/json/json_parts.h"

static void set_side(json_t *object, const char *hhi, const char *share,
                     const char *top, ore_concentration side)
{
    ore_json_set(object, hhi, ore_json_real(side.hhi));
    ore_json_set(object, share, ore_json_real(side.top_share));
    ore_json_set(object, top, side.top ? ore_json_text(side.top) : json_null());
}

json_t *ore_json_concentration(const ore_round *round, const ore_result *result)
{
    json_t *rows = json_array();
    ore_countries *countries = ore_countries_new(round);

    for (int m = 0; m < round->n_materials; m++) {
        for (int t = 0; ore_is_targeted(round, m) && t < round->n_years; t++) {
            json_t *object = json_object();

            ore_json_set(object, "material",
                         ore_json_text(round->materials[m].id));
            ore_json_set(object, "year",
                         json_integer(round->horizon.first + t));
            set_side(object, "hhi_before", "top_share_before",
                     "top_country_before",
                     ore_concentration_of(round, NULL, countries, m, t));
            set_side(object, "hhi_after", "top_share_after",
                     "top_country_after",
                     ore_concentration_of(round, result, countries, m, t));
            json_array_append_new(rows, object);
        }
    }
    ore_countries_free(countries);
    return rows;
}

json_t *ore_json_circularity(const ore_round *round, const ore_result *result)
{
    json_t *rows = json_array();

    for (int t = 0; t < round->n_years; t++) {
        json_t *object = json_object();

        ore_json_set(object, "year", json_integer(round->horizon.first + t));
        ore_json_set(object, "recycled_share",
                     ore_json_real(ore_circularity(round, result, t)));
        json_array_append_new(rows, object);
    }
    return rows;
}

json_t *ore_json_asset_sales(const ore_round *round, const ore_result *result)
{
    static const char *const reviews[] = {"cleared", "pending", "conditions",
                                          "blocked"};
    json_t *rows = json_array();

    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];

        for (int t = 0; supply->at_risk && t < round->n_years; t++) {
            json_t *object = json_object();

            ore_json_set(object, "asset", ore_json_text(supply->asset));
            ore_json_set(object, "material",
                         ore_json_text(round->materials[supply->material].id));
            ore_json_set(object, "country", ore_json_text(supply->country));
            ore_json_set(object, "sale_on", ore_json_text(supply->sale_on));
            ore_json_set(object, "review",
                         ore_json_text(reviews[supply->review]));
            ore_json_set(object, "year",
                         json_integer(round->horizon.first + t));
            ore_json_set(object, "at_risk_tpa",
                         ore_json_figure(supply->at_risk[t]));
            ore_json_set(object, "left_tpa",
                         ore_json_figure(supply->tpa[t] +
                                         ore_kept_tpa(round, result, i, t)));
            json_array_append_new(rows, object);
        }
    }
    return rows;
}

json_t *ore_json_guarantees(const ore_round *round, const ore_result *result)
{
    json_t *rows = json_array();

    for (int f = 0; f < round->n_pairs; f++) {
        const ore_pair *pair = &round->pairs[f];

        if (result->face_m[f] <= 0.0 || !ore_is_liability(round, f)) {
            continue;
        }
        const ore_liability liability = ore_liability_of(round, result, f);
        json_t *object = json_object();

        ore_json_set(object, "project",
                     ore_json_text(round->projects[pair->project].id));
        ore_json_set(object, "instrument",
                     ore_json_text(round->instruments[pair->instrument].id));
        ore_json_set(object, "budget_cost", ore_json_figure(liability.cost_m));
        ore_json_set(object, "contingent_liability",
                     ore_json_figure(liability.contingent_m));
        ore_json_set(object, "expected_called",
                     ore_json_figure(liability.called_m));
        ore_json_set(object, "expected_loss",
                     ore_json_figure(liability.loss_m));
        ore_json_set(object, "mobilised_debt",
                     ore_json_figure(liability.mobilised_m));
        json_array_append_new(rows, object);
    }
    return rows;
}
