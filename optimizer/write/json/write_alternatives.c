/* See write_alternatives.h. */
#include "write/json/write_alternatives.h"

#include "write/json/json_parts.h"

static json_t *roles_json(const ore_round *round, const ore_result *result,
                          const ore_alternatives *all)
{
    json_t *list = json_array();

    for (int p = 0; p < round->n_projects; p++) {
        json_t *object = json_object();

        ore_json_set(object, "project", ore_json_text(round->projects[p].id));
        ore_json_set(object, "funded", json_boolean(result->option[p] >= 0));
        ore_json_set(object, "role",
                     ore_json_text(ore_role_name(all->roles[p])));
        (void)json_array_append_new(list, object);
    }
    return list;
}

static json_t *portfolio_json(const ore_round *round, const ore_result *result)
{
    json_t *object = json_object(), *goals = json_array(),
           *projects = json_array();

    for (int g = 0; g < round->n_goals; g++) {
        json_t *goal = json_object();

        ore_json_set(goal, "goal", ore_json_text(round->goals[g].name));
        ore_json_set(goal, "value", ore_json_figure(result->goals[g].value));
        (void)json_array_append_new(goals, goal);
    }
    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] >= 0) {
            json_t *project = json_object();

            ore_json_set(project, "project",
                         ore_json_text(round->projects[p].id));
            ore_json_set(project, "option",
                         ore_json_text(round->options[result->option[p]].id));
            ore_json_set(project, "year", json_integer(result->year[p]));
            (void)json_array_append_new(projects, project);
        }
    }
    ore_json_set(object, "goals", goals);
    ore_json_set(object, "projects", projects);
    return object;
}

static json_t *pairs_json(const ore_round *round, const ore_alternatives *all)
{
    json_t *list = json_array();

    for (int i = 0; i < all->n_pairs; i++) {
        const ore_project_pair *pair = &all->pairs[i];
        json_t *object = json_object();

        ore_json_set(object, "first",
                     ore_json_text(round->projects[pair->first].id));
        ore_json_set(object, "second",
                     ore_json_text(round->projects[pair->second].id));
        ore_json_set(object, "kind", ore_json_text(ore_pair_name(pair->kind)));
        (void)json_array_append_new(list, object);
    }
    return list;
}

ore_status ore_write_alternatives(const ore_round *round,
                                  const ore_result *result,
                                  const ore_alternatives *all, const char *path,
                                  ore_diags *diags)
{
    json_t *root = json_object(), *list = json_array();

    for (int i = 0; i < all->n; i++) {
        (void)json_array_append_new(list, portfolio_json(round, all->list[i]));
    }
    ore_json_set(root, "format", ore_json_text("orefolio-alternatives/1"));
    ore_json_set(root, "round", ore_json_text(round->name));
    ore_json_set(root, "goal", ore_json_text(round->goals[0].name));
    ore_json_set(root, "within", ore_json_figure(all->margin));
    ore_json_set(root, "worst", ore_json_figure(all->worst));
    ore_json_set(root, "roles", roles_json(round, result, all));
    if (all->has_pairs) {
        ore_json_set(root, "pairs", pairs_json(round, all));
        ore_json_set(root, "pairs_not_known",
                     json_integer(all->n_unknown_pairs));
    }
    ore_json_set(root, "recommended", portfolio_json(round, result));
    ore_json_set(root, "alternatives", list);
    return ore_json_write(root, path, diags);
}
