/* See write_priority.h. */
#include "write/json/write_priority.h"

#include "write/json/json_parts.h"

static json_t *portfolio_json(const ore_round *round, const ore_result *result)
{
    json_t *object = json_object(), *projects = json_array();

    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] >= 0) {
            (void)json_array_append_new(projects,
                                        ore_json_text(round->projects[p].id));
        }
    }
    ore_json_set(object, "goals", ore_json_goals(round, result));
    ore_json_set(object, "projects", projects);
    return object;
}

static json_t *case_json(const ore_round *round, const ore_priority_case *of)
{
    json_t *object = json_object();

    ore_json_set(object, "appropriation", ore_json_text(of->of->id));
    ore_json_set(object, "amount", ore_json_figure(of->amount_m));
    ore_json_set(object, "probability", ore_json_figure(of->of->probability));
    ore_json_set(object, "answer", ore_json_text(ore_json_answer(of->answer)));
    if (of->own) {
        ore_json_set(object, "planned_anew", portfolio_json(round, of->own));
    }
    if (of->listed) {
        ore_json_set(object, "by_the_list", portfolio_json(round, of->listed));
    }
    return object;
}

/* Projects of the list, in its order, each with the tightest appropriation in
 * which it goes ahead; then those that are in none. */
static json_t *list_json(const ore_round *round, const ore_priority *priority)
{
    json_t *list = json_array();

    for (int i = 0; i <= priority->n; i++) {
        for (int p = 0; p < round->n_projects; p++) {
            if (priority->first[p] == i) {
                json_t *object = json_object();

                ore_json_set(object, "project",
                             ore_json_text(round->projects[p].id));
                ore_json_set(object, "from",
                             i < priority->n
                                 ? ore_json_text(priority->cases[i].of->id)
                                 : json_null());
                (void)json_array_append_new(list, object);
            }
        }
    }
    return list;
}

ore_status ore_write_priority(const ore_round *round,
                              const ore_priority *priority, const char *path,
                              ore_diags *diags)
{
    json_t *root = json_object(), *cases = json_array();

    for (int i = 0; i < priority->n; i++) {
        (void)json_array_append_new(cases,
                                    case_json(round, &priority->cases[i]));
    }
    ore_json_set(root, "format", ore_json_text("orefolio-priority/1"));
    ore_json_set(root, "round", ore_json_text(round->name));
    ore_json_set(root, "goal", ore_json_text(round->goals[0].name));
    ore_json_set(root, "found", json_boolean(priority->is_found));
    ore_json_set(root, "appropriations", cases);
    if (priority->is_found) {
        ore_json_set(root, "probability",
                     ore_json_figure(priority->probability));
        ore_json_set(root, "mean", ore_json_figure(priority->mean));
        ore_json_set(root, "bound", ore_json_figure(priority->bound));
        ore_json_set(root, "mean_planned_anew",
                     ore_json_figure(priority->own_mean));
        ore_json_set(root, "bound_planned_anew",
                     ore_json_figure(priority->own_mean_best));
        ore_json_set(root, "list", list_json(round, priority));
    }
    return ore_json_write(root, path, diags);
}
