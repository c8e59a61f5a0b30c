/* Of the result file: other runs of the round. */
#include "orefolio/model.h"
#include "write/json_parts.h"

/* Ids of the projects that go ahead. */
static json_t *projects_json(const ore_plan *plan, const ore_run *run)
{
    json_t *list = json_array();

    for (int p = 0; p < plan->n_projects; p++) {
        if (run->goes[p]) {
            (void)json_array_append_new(list,
                                        ore_json_text(plan->projects[p].id));
        }
    }
    return list;
}

static const char *status_of(const ore_run *run)
{
    return !run->has_portfolio     ? "none"
           : run->status == ORE_OK ? "optimal"
                                   : "gap";
}

json_t *ore_json_frontier(const ore_plan *plan, const ore_frontier *frontier)
{
    json_t *object = json_object(), *points = json_array();

    for (int i = 0; i < frontier->n_runs; i++) {
        const ore_run *run = &frontier->runs[i];
        json_t *point = json_object();

        ore_json_set(point, "status", ore_json_text(status_of(run)));
        if (run->has_portfolio) {
            ore_json_set(point, "limit", ore_json_figure(run->limit));
            ore_json_set(point, "over", ore_json_figure(run->other));
            ore_json_set(point, "value", ore_json_figure(run->value));
            ore_json_set(point, "gap", ore_json_real(run->gap));
            ore_json_set(point, "gap_closed_share",
                         ore_json_figure(run->closed));
            ore_json_set(point, "projects", projects_json(plan, run));
        }
        (void)json_array_append_new(points, point);
    }
    ore_json_set(object, "goal", ore_json_text(plan->goals[0].name));
    ore_json_set(object, "over", ore_json_text(frontier->other->name));
    ore_json_set(object, "points", points);
    return object;
}
