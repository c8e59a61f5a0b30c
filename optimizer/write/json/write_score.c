/* See write_score.h. */
#include "write/json/write_score.h"

#include "write/json/json_parts.h"

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
    /* What was scored, so that a score of other projects is told apart. */
    ore_json_set(root, "projects", ore_json_chosen(round, result));
    return ore_json_write(root, path, diags);
}
