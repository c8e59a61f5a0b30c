/* Of the result file: other runs of the round. */
#include "write/json/json_parts.h"

/* Ids of the projects that go ahead. */
static json_t *projects_json(const ore_round *round, const ore_run *run)
{
    json_t *list = json_array();

    for (int p = 0; p < round->n_projects; p++) {
        if (run->goes[p]) {
            (void)json_array_append_new(list,
                                        ore_json_text(round->projects[p].id));
        }
    }
    return list;
}

static const char *status_of(const ore_run *run)
{
    if (run->status == ORE_INFEASIBLE) {
        return "infeasible";
    }
    return !run->has_portfolio     ? "none"
           : run->status == ORE_OK ? "optimal"
                                   : "gap";
}

/* What every list of runs says of one. */
static json_t *run_json(const ore_round *round, const ore_run *run)
{
    json_t *object = json_object();

    ore_json_set(object, "status", ore_json_text(status_of(run)));
    if (run->has_portfolio) {
        ore_json_set(object, "value", ore_json_figure(run->value));
        ore_json_set(object, "gap", ore_json_real(run->gap));
        ore_json_set(object, "gap_closed_share", ore_json_figure(run->closed));
        ore_json_set(object, "projects", projects_json(round, run));
    }
    return object;
}

static json_t *frontier_json(const ore_round *round,
                             const ore_frontier *frontier)
{
    json_t *object = json_object(), *points = json_array();

    for (int i = 0; i < frontier->n_runs; i++) {
        const ore_run *run = &frontier->runs[i];
        json_t *point = run_json(round, run);

        if (run->has_portfolio) {
            ore_json_set(point, "limit", ore_json_figure(run->limit));
            ore_json_set(point, "over", ore_json_figure(run->other));
        }
        if (frontier->may_be) {
            const double may_be = frontier->may_be[i];

            ore_json_set(point, "is_open", json_boolean(!isnan(may_be)));
            ore_json_set(point, "may_be", ore_json_figure(may_be));
        }
        (void)json_array_append_new(points, point);
    }
    const int knee = ore_frontier_knee(round, frontier);

    ore_json_set(object, "recommended", json_integer(frontier->recommended));
    ore_json_set(object, "knee", knee >= 0 ? json_integer(knee) : json_null());
    if (frontier->may_be) {
        ore_json_set(object, "is_complete",
                     json_boolean(ore_frontier_is_complete(frontier)));
    }
    ore_json_set(object, "goal", ore_json_text(round->goals[0].name));
    ore_json_set(object, "over", ore_json_text(frontier->other->name));
    ore_json_set(object, "points", points);
    return object;
}

static json_t *runs_json(const ore_round *round, const ore_study *study)
{
    json_t *list = json_array();

    for (int i = 0; i < study->n_runs; i++) {
        const ore_run *run = &study->runs[i];
        json_t *object = run_json(round, run);

        ore_json_set(object, "point", ore_json_text(run->id));
        ore_json_set(object, "family",
                     ore_json_text(ore_design_families[run->family]));
        if (run->is_scored) {
            ore_json_set(object, "kept_value", ore_json_figure(run->kept));
        }
        (void)json_array_append_new(list, object);
    }
    return list;
}

/* The first goal at one end of a swing; null when there is no portfolio. */
static json_t *end_json(const ore_run *run)
{
    return run && run->has_portfolio ? ore_json_figure(run->value)
                                     : json_null();
}

static json_t *swings_json(const ore_study *study)
{
    json_t *list = json_array();

    for (int i = 0; i < study->n_swings; i++) {
        const ore_swing *swing = &study->swings[i];
        json_t *object = json_object();

        ore_json_set(object, "uncertain", ore_json_text(swing->of->id));
        ore_json_set(object, "low", ore_json_real(swing->low));
        ore_json_set(object, "high", ore_json_real(swing->high));
        ore_json_set(object, "value_at_low", end_json(swing->at_low));
        ore_json_set(object, "value_at_high", end_json(swing->at_high));
        (void)json_array_append_new(list, object);
    }
    return list;
}

void ore_json_set_study(const ore_round *round, const ore_study *study,
                        json_t *root)
{
    if (study->frontier) {
        ore_json_set(root, "frontier", frontier_json(round, study->frontier));
    }
    if (study->n_runs > 0) {
        ore_json_set(root, "runs", runs_json(round, study));
    }
    if (study->n_swings > 0) {
        ore_json_set(root, "sensitivity", swings_json(study));
    }
}
