/* Sales and stockpiles of the result file. */
#include "write/json_parts.h"

json_t *ore_json_sales(const ore_plan *plan, const ore_result *result)
{
    json_t *rows = json_array();
    const int n = plan->n_moments;

    for (int at = 0; at < plan->n_sales * n; at++) {
        const ore_sale *sale = &plan->sales[at / n];
        const ore_option *option = &plan->options[sale->option];

        if (result->sold_tpa[at] > 0.0) {
            json_t *object = json_object();

            ore_json_set(object, "project",
                         ore_json_text(plan->projects[option->project].id));
            ore_json_set(object, "material",
                         ore_json_text(plan->materials[sale->material].id));
            ore_json_set(object, "market",
                         ore_json_text(plan->markets[sale->market].id));
            ore_json_set_moment(plan, object, at % n);
            ore_json_set(object, "sold_tpa",
                         ore_json_figure(result->sold_tpa[at]));
            json_array_append_new(rows, object);
        }
    }
    return rows;
}

static void add_row(const ore_plan *plan, json_t *rows, int h, int j,
                    const char *what, double tonnes)
{
    if (tonnes > 0.0) {
        json_t *object = json_object();

        ore_json_set(object, "stockpile",
                     ore_json_text(plan->stockpiles[h].id));
        ore_json_set_moment(plan, object, j);
        ore_json_set(object, what, ore_json_figure(tonnes));
        json_array_append_new(rows, object);
    }
}

json_t *ore_json_stockpiles(const ore_plan *plan, const ore_result *result)
{
    json_t *rows = json_array();

    for (int h = 0; h < plan->n_stockpiles; h++) {
        for (int t = 0; t < plan->n_years; t++) {
            add_row(plan, rows, h, t, "bought_t",
                    result->bought_t[h * plan->n_years + t]);
        }
        for (int j = 0; j < plan->n_moments; j++) {
            add_row(plan, rows, h, j, "released_t",
                    result->released_t[h * plan->n_moments + j]);
        }
    }
    return rows;
}
