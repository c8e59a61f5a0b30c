/* See write_explained.h. */
#include "write/json/write_explained.h"

#include "write/json/json_parts.h"

static json_t *goals_json(const ore_round *round, const ore_result *result,
                          const ore_result *other)
{
    json_t *list = json_array();

    for (int g = 0; g < round->n_goals; g++) {
        json_t *object = json_object();
        double within;
        const double loss =
            ore_explained_loss(round, result, other, g, &within);

        ore_json_set(object, "goal", ore_json_text(round->goals[g].name));
        ore_json_set(object, "value", ore_json_figure(result->goals[g].value));
        ore_json_set(object, "other", ore_json_figure(other->goals[g].value));
        ore_json_set(object, "loss", ore_json_figure(loss));
        ore_json_set(object, "within", ore_json_figure(within));
        (void)json_array_append_new(list, object);
    }
    return list;
}

static json_t *flips_json(const ore_explanation *own)
{
    json_t *object = json_object();

    for (int kind = 0; kind < ORE_FLIPS; kind++) {
        json_t *flip = json_object();

        ore_json_set(flip, "answer",
                     ore_json_text(ore_json_answer(own->flips[kind].answer)));
        ore_json_set(flip, "at", ore_json_figure(own->flips[kind].at));
        ore_json_set(object, ore_flip_name((ore_flip_kind)kind), flip);
    }
    return object;
}

static json_t *explained_json(const ore_round *round, const ore_result *result,
                              const ore_explanation *own)
{
    json_t *object = json_object();
    const int p = own->project;

    ore_json_set(object, "project", ore_json_text(round->projects[p].id));
    ore_json_set(object, "funded", json_boolean(result->option[p] >= 0));
    ore_json_set(object, "reason",
                 ore_json_text(
                     result->option[p] >= 0 ? NULL : result->reason[p].detail));
    ore_json_set(object, "answer", ore_json_text(ore_json_answer(own->answer)));
    if (own->result) {
        ore_json_set(object, "goals", goals_json(round, result, own->result));
        ore_json_set(object, "enters",
                     ore_json_entering(round, result, own->result));
        ore_json_set(object, "leaves",
                     ore_json_entering(round, own->result, result));
    }
    ore_json_set(object, "flips", flips_json(own));
    return object;
}

json_t *ore_json_explained(const ore_round *round, const ore_result *result,
                           const ore_explanation *list, int n)
{
    json_t *projects = json_array();

    for (int i = 0; i < n; i++) {
        (void)json_array_append_new(projects,
                                    explained_json(round, result, &list[i]));
    }
    return projects;
}

ore_status ore_write_explained(const ore_round *round, const ore_result *result,
                               const ore_explanation *list, int n,
                               const char *path, ore_diags *diags)
{
    json_t *root = json_object();

    ore_json_set(root, "format", ore_json_text("orefolio-explain/1"));
    ore_json_set(root, "round", ore_json_text(round->name));
    ore_json_set(root, "projects", ore_json_explained(round, result, list, n));
    return ore_json_write(root, path, diags);
}
