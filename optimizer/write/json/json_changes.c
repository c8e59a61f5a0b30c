/* Changes from the baseline, of the result file. */
#include "orefolio/accounting.h"
#include "orefolio/screen.h"
#include "write/book/changes.h"
#include "write/json/json_parts.h"

static const char *const words[ORE_CHANGES] = {"none",   "added", "dropped",
                                               "option", "year",  "money"};

static json_t *side(const ore_round *round, int o, int year, double face_m)
{
    json_t *object = json_object();

    if (o < 0) {
        json_decref(object);
        return json_null();
    }
    ore_json_set(object, "option", ore_json_text(round->options[o].id));
    ore_json_set(object, "year", json_integer(year));
    ore_json_set(object, "face", ore_json_figure(face_m));
    return object;
}

json_t *ore_json_changes(const ore_round *round, const ore_result *result)
{
    json_t *rows = json_array();

    for (int p = 0; p < round->n_projects; p++) {
        const ore_change change = ore_change_of(round, result, p);

        if (change != ORE_CHANGE_NONE) {
            json_t *object = json_object();

            ore_json_set(object, "project",
                         ore_json_text(round->projects[p].id));
            ore_json_set(object, "change", ore_json_text(words[change]));
            ore_json_set(object, "kept", json_boolean(ore_is_kept(round, p)));
            ore_json_set(object, "before",
                         side(round, round->baseline.option[p],
                              round->baseline.year[p],
                              ore_change_baseline_m(round, p)));
            ore_json_set(object, "after",
                         side(round, result->option[p], result->year[p],
                              ore_figure_source_m(round, result, p, NULL)));
            json_array_append_new(rows, object);
        }
    }
    return rows;
}
