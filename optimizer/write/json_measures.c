/* Reported measures of the result file. */
#include <math.h>

#include "orefolio/measures.h"
#include "write/columns.h"
#include "write/json_parts.h"

static void set_side(json_t *object, const char *hhi, const char *share,
                     const char *top, ore_concentration side)
{
    ore_json_set(object, hhi, ore_json_real(side.hhi));
    ore_json_set(object, share, ore_json_real(side.top_share));
    ore_json_set(object, top, side.top ? ore_json_text(side.top) : json_null());
}

json_t *ore_json_concentration(const ore_plan *plan, const ore_result *result)
{
    json_t *rows = json_array();
    ore_countries *countries = ore_countries_new(plan);

    for (int m = 0; m < plan->n_materials; m++) {
        for (int t = 0; ore_is_targeted(plan, m) && t < plan->n_years; t++) {
            json_t *object = json_object();

            ore_json_set(object, "material",
                         ore_json_text(plan->materials[m].id));
            ore_json_set(object, "year", json_integer(plan->horizon.first + t));
            set_side(object, "hhi_before", "top_share_before",
                     "top_country_before",
                     ore_concentration_of(plan, NULL, countries, m, t));
            set_side(object, "hhi_after", "top_share_after",
                     "top_country_after",
                     ore_concentration_of(plan, result, countries, m, t));
            json_array_append_new(rows, object);
        }
    }
    ore_countries_free(countries);
    return rows;
}

json_t *ore_json_circularity(const ore_plan *plan, const ore_result *result)
{
    json_t *rows = json_array();

    for (int t = 0; t < plan->n_years; t++) {
        json_t *object = json_object();

        ore_json_set(object, "year", json_integer(plan->horizon.first + t));
        ore_json_set(object, "recycled_share",
                     ore_json_real(ore_circularity(plan, result, t)));
        json_array_append_new(rows, object);
    }
    return rows;
}

json_t *ore_json_asset_sales(const ore_plan *plan)
{
    static const char *const reviews[] = {"cleared", "pending", "conditions",
                                          "blocked"};
    json_t *rows = json_array();

    for (int i = 0; i < plan->n_supplies; i++) {
        const ore_supply *supply = &plan->supplies[i];

        for (int t = 0; supply->at_risk && t < plan->n_years; t++) {
            json_t *object = json_object();

            ore_json_set(object, "asset", ore_json_text(supply->asset));
            ore_json_set(object, "material",
                         ore_json_text(plan->materials[supply->material].id));
            ore_json_set(object, "country", ore_json_text(supply->country));
            ore_json_set(object, "sale_on", ore_json_text(supply->sale_on));
            ore_json_set(object, "review",
                         ore_json_text(reviews[supply->review]));
            ore_json_set(object, "year", json_integer(plan->horizon.first + t));
            ore_json_set(object, "at_risk_tpa",
                         ore_json_figure(supply->at_risk[t]));
            ore_json_set(object, "left_tpa", ore_json_figure(supply->tpa[t]));
            json_array_append_new(rows, object);
        }
    }
    return rows;
}

json_t *ore_json_guarantees(const ore_plan *plan, const ore_result *result)
{
    json_t *rows = json_array();

    for (int f = 0; f < plan->n_offers; f++) {
        const ore_offer *offer = &plan->offers[f];

        if (result->face_m[f] <= 0.0 || !ore_is_liability(plan, f)) {
            continue;
        }
        const ore_liability liability = ore_liability_of(plan, result, f);
        json_t *object = json_object();

        ore_json_set(object, "project",
                     ore_json_text(plan->projects[offer->project].id));
        ore_json_set(object, "instrument",
                     ore_json_text(plan->instruments[offer->instrument].id));
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
