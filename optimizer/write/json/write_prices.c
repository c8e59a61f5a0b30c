/* See write_prices.h. */
#include "write/json/write_prices.h"

#include "write/json/json_parts.h"

static json_t *point_json(const ore_round *round, const ore_result *own,
                          const ore_price_curve *curve, int i)
{
    const ore_price_point *point = &curve->points[i];
    json_t *object = json_object();

    ore_json_set(object, "change", ore_json_figure(ore_price_change(curve, i)));
    ore_json_set(object, "answer",
                 ore_json_text(ore_json_answer(point->answer)));
    if (point->result) {
        ore_json_set(object, "goals", ore_json_goals(round, point->result));
        ore_json_set(object, "enters",
                     ore_json_entering(round, own, point->result));
        ore_json_set(object, "leaves",
                     ore_json_entering(round, point->result, own));
    }
    return object;
}

static json_t *curve_json(const ore_round *round, const ore_result *result,
                          const ore_price_curve *curve)
{
    json_t *object = json_object(), *points = json_array();

    ore_json_set(object, "figure", ore_json_text(curve->limit.figure));
    ore_json_set(object, "id", ore_json_text(curve->limit.id));
    ore_json_set(object, "year",
                 curve->limit.year > 0 ? json_integer(curve->limit.year)
                                       : json_null());
    for (int i = 0; i < ORE_PRICE_POINTS; i++) {
        (void)json_array_append_new(points,
                                    point_json(round, result, curve, i));
    }
    ore_json_set(object, "points", points);
    return object;
}

ore_status ore_write_prices(const ore_round *round, const ore_result *result,
                            const ore_price_curve *curves, int n,
                            const char *path, ore_diags *diags)
{
    json_t *root = json_object(), *list = json_array();

    for (int i = 0; i < n; i++) {
        (void)json_array_append_new(list,
                                    curve_json(round, result, &curves[i]));
    }
    ore_json_set(root, "format", ore_json_text("orefolio-prices/1"));
    ore_json_set(root, "round", ore_json_text(round->name));
    ore_json_set(root, "goals", ore_json_goals(round, result));
    ore_json_set(root, "curves", list);
    return ore_json_write(root, path, diags);
}
