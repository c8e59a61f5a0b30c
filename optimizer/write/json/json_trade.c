/* Sales, optional supply and stockpiles of the result file. */
#include "orefolio/asset_sales.h"
#include "write/json/json_parts.h"

json_t *ore_json_sales(const ore_round *round, const ore_result *result)
{
    json_t *rows = json_array();
    const int n = round->n_states;

    for (int at = 0; at < round->n_sales * n; at++) {
        const ore_sale *sale = &round->sales[at / n];
        const ore_option *option = &round->options[sale->option];

        if (result->sold_tpa[at] > 0.0) {
            json_t *object = json_object();

            ore_json_set(object, "project",
                         ore_json_text(round->projects[option->project].id));
            ore_json_set(object, "material",
                         ore_json_text(round->materials[sale->material].id));
            ore_json_set(object, "market",
                         ore_json_text(round->markets[sale->market].id));
            ore_json_set_state(round, object, at % n);
            ore_json_set(object, "sold_tpa",
                         ore_json_figure(result->sold_tpa[at]));
            json_array_append_new(rows, object);
        }
    }
    return rows;
}

/* Which row of supply an object is about. */
static void set_supply(const ore_round *round, json_t *object,
                       const ore_supply *supply)
{
    ore_json_set(object, "material",
                 ore_json_text(round->materials[supply->material].id));
    ore_json_set(object, "country", ore_json_text(supply->country));
    if (supply->market >= 0) {
        ore_json_set(object, "market",
                     ore_json_text(round->markets[supply->market].id));
    }
    if (*supply->asset) {
        ore_json_set(object, "asset", ore_json_text(supply->asset));
    }
}

json_t *ore_json_sale_answers(const ore_round *round, const ore_result *result)
{
    json_t *rows = json_array();

    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];
        const ore_sale_answer answer = result->answer[i];

        if (supply->is_open) {
            json_t *object = json_object();

            set_supply(round, object, supply);
            ore_json_set(object, "year", json_integer(ore_sale_year(supply)));
            ore_json_set(object, "answer",
                         ore_json_text(ore_sale_answer_words[answer]));
            ore_json_set(object, "cost",
                         ore_json_figure(answer == ORE_SALE_LET_GO
                                             ? 0.0
                                             : supply->answer_cost_m[answer]));
            json_array_append_new(rows, object);
        }
    }
    return rows;
}

json_t *ore_json_purchases(const ore_round *round, const ore_result *result)
{
    json_t *rows = json_array();

    for (int at = 0; at < round->n_supplies * round->n_years; at++) {
        const ore_supply *supply = &round->supplies[at / round->n_years];

        if (result->taken_tpa[at] > 0.0) {
            json_t *object = json_object();

            set_supply(round, object, supply);
            ore_json_set(
                object, "year",
                json_integer(round->horizon.first + at % round->n_years));
            ore_json_set(object, "taken_tpa",
                         ore_json_figure(result->taken_tpa[at]));
            json_array_append_new(rows, object);
        }
    }
    return rows;
}

static void add_row(const ore_round *round, json_t *rows, int h, int j,
                    const char *what, double tonnes)
{
    if (tonnes > 0.0) {
        json_t *object = json_object();

        ore_json_set(object, "stockpile",
                     ore_json_text(round->stockpiles[h].id));
        ore_json_set_state(round, object, j);
        ore_json_set(object, what, ore_json_figure(tonnes));
        json_array_append_new(rows, object);
    }
}

json_t *ore_json_stockpiles(const ore_round *round, const ore_result *result)
{
    json_t *rows = json_array();

    for (int h = 0; h < round->n_stockpiles; h++) {
        for (int t = 0; t < round->n_years; t++) {
            add_row(round, rows, h, t, "bought_t",
                    result->bought_t[h * round->n_years + t]);
            add_row(round, rows, h, t, "repaid_t",
                    result->repaid_t[h * round->n_years + t]);
        }
        for (int j = 0; j < round->n_states; j++) {
            add_row(round, rows, h, j, "released_t",
                    result->released_t[h * round->n_states + j]);
            add_row(round, rows, h, j, "lent_t",
                    result->lent_t[h * round->n_states + j]);
        }
    }
    return rows;
}
