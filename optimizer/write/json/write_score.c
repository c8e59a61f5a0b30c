/* See write_score.h. */
#include "write/json/write_score.h"

#include "write/json/json_parts.h"

/* What was scored, so that a score of other projects is told apart. */
static json_t *projects_json(const ore_round *round, const ore_result *result)
{
    json_t *list = json_array();

    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] >= 0) {
            json_t *object = json_object();

            ore_json_set(object, "project",
                         ore_json_text(round->projects[p].id));
            ore_json_set(object, "option",
                         ore_json_text(round->options[result->option[p]].id));
            ore_json_set(object, "year", json_integer(result->year[p]));
            (void)json_array_append_new(list, object);
        }
    }
    return list;
}

ore_status ore_write_score(const ore_round *round, const ore_result *result,
                           ore_status score, double value, const char *path,
                           ore_diags *diags)
{
    json_t *root = json_object();

    ore_json_set(root, "format", ore_json_text("orefolio-score/1"));
    ore_json_set(root, "goal", ore_json_text(round->goals[0].name));
    ore_json_set(root, "status",
                 ore_json_text(score == ORE_INFEASIBLE ? "infeasible"
                               : score == ORE_OK       ? "optimal"
                                                       : "gap"));
    ore_json_set(root, "value", ore_json_figure(value));
    ore_json_set(root, "projects", projects_json(round, result));
    return ore_json_write(root, path, diags);
}
