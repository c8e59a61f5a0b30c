/* See write_sweep.h. */
#include "write/json/write_sweep.h"

#include "base/atomic.h"
#include "write/json/json_parts.h"

static json_t *sets_json(const ore_design_point *point)
{
    json_t *sets = json_array();

    for (int i = 0; i < point->n_sets; i++) {
        (void)json_array_append_new(sets, ore_json_text(point->sets[i]));
    }
    return sets;
}

static json_t *point_json(const ore_design_point *point)
{
    json_t *object = json_object();

    ore_json_set(object, "id", ore_json_text(point->id));
    ore_json_set(object, "family",
                 ore_json_text(ore_design_families[point->family]));
    ore_json_set(object, "name", ore_json_text(point->name));
    ore_json_set(object, "scenario", ore_json_text(point->scenario));
    if (point->draw > 0) {
        ore_json_set(object, "draw", json_integer(point->draw));
    } else {
        ore_json_set(object, "sets", sets_json(point));
    }
    return object;
}

/* What is written can be read again. */
static ore_status finish(ore_output *output, const char *path, ore_diags *diags)
{
    const ore_where where = {path, 0, 0};

    if (ftell(ore_output_stream(output)) > ORE_LARGEST_JSON) {
        ore_output_drop(output);
        ore_error(diags, where,
                  "would be larger than %d MiB, which no command reads; "
                  "expected fewer points or changes",
                  ORE_LARGEST_JSON >> 20);
        return ORE_USAGE;
    }
    return ore_output_finish(output, diags);
}

ore_status ore_write_sweep(const ore_sweep *sweep, const char *path,
                           ore_diags *diags)
{
    ore_output *output = ore_output_open(path, diags);

    if (!output) {
        return ORE_NO_OUTPUT;
    }
    json_t *root = json_object(), *points = json_array();
    FILE *stream = ore_output_stream(output);

    for (int i = 0; i < sweep->n_points; i++) {
        (void)json_array_append_new(points, point_json(&sweep->points[i]));
    }
    ore_json_set(root, "format", ore_json_text("orefolio-sweep/1"));
    ore_json_set(root, "round", ore_json_text(sweep->round));
    ore_json_set(root, "inputs",
                 ore_json_inputs(sweep->inputs, sweep->n_inputs));
    ore_json_set(root, "over", ore_json_text(sweep->over));
    ore_json_set(root, "samples", json_integer(sweep->n_samples));
    ore_json_set(root, "seed", json_integer(sweep->seed));
    ore_json_set(root, "points", points);
    /* A failed write shows in the stream, which ore_output_finish looks at. */
    (void)json_dumpf(root, stream, JSON_INDENT(1));
    (void)fputc('\n', stream);
    json_decref(root);
    return finish(output, path, diags);
}
