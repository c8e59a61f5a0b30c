/* See json_run.h. */
#include "write/json/json_run.h"

#include <stdlib.h>

#include "orefolio/memory.h"
#include "write/json/json_parts.h"

json_t *ore_json_program(const ore_write_options *options)
{
    json_t *object = json_object();

    ore_json_set(object, "name", ore_json_text("orefolio"));
    ore_json_set(object, "version", ore_json_text(options->version));
    return object;
}

/* One change of a figure by its address: its value, or a list of them when
 * several act on it. */
static void add_change(json_t *changed, const ore_adjustment *adjustment)
{
    json_t *before = json_object_get(changed, adjustment->address);
    json_t *value = ore_json_text(adjustment->value);

    if (json_is_array(before)) {
        (void)json_array_append_new(before, value);
    } else if (before) {
        json_t *list = json_array();

        (void)json_array_append(list, before);
        (void)json_array_append_new(list, value);
        ore_json_set(changed, adjustment->address, list);
    } else {
        ore_json_set(changed, adjustment->address, value);
    }
}

/* The --set of the command line, in their order. */
static void set_sets(json_t *object, const ore_round *round)
{
    json_t *sets = json_array();

    for (int i = 0; i < round->n_adjustments; i++) {
        const ore_adjustment *adjustment = &round->adjustments[i];

        if (adjustment->where.line == 0) {
            char *text =
                ore_print("%s=%s", adjustment->address, adjustment->value);

            json_array_append_new(sets, ore_json_text(text));
            free(text);
        }
    }
    if (json_array_size(sets) > 0) {
        ore_json_set(object, "sets", sets);
    } else {
        json_decref(sets);
    }
}

json_t *ore_json_round(const ore_round *round)
{
    json_t *object = json_object(), *changed = json_object();

    ore_json_set(object, "name", ore_json_text(round->name));
    ore_json_set(object, "scenario", ore_json_text(round->scenario));
    if (round->outcomes_known) {
        ore_json_set(object, "outcomes", ore_json_text(round->outcomes_known));
    }
    for (int i = 0; i < round->n_adjustments; i++) {
        const ore_adjustment *adjustment = &round->adjustments[i];

        add_change(changed, adjustment);
    }
    if (round->n_adjustments > 0) {
        ore_json_set(object, "changed", changed);
    } else {
        json_decref(changed);
    }
    set_sets(object, round);
    ore_json_set(object, "inputs",
                 ore_json_inputs(round->inputs, round->n_inputs));
    return object;
}

json_t *ore_json_options(const ore_round *round,
                         const ore_write_options *options)
{
    static const char *const keeps[] = {[ORE_KEEP_COMMITTED] = "committed",
                                        [ORE_KEEP_ALL] = "all",
                                        [ORE_KEEP_NONE] = "none"};
    json_t *object = json_object();

    ore_json_set(object, "gap", ore_json_real(options->gap));
    ore_json_set(object, "gap_for_all", json_boolean(options->gap_for_all));
    ore_json_set(object, "time_limit_s", ore_json_real(options->time_limit_s));
    if (options->work_limit_s > 0.0) {
        ore_json_set(object, "work_limit_s",
                     ore_json_real(options->work_limit_s));
    }
    ore_json_set(object, "seed", json_integer(options->seed));
    ore_json_set(object, "jobs", json_integer(options->jobs));
    if (round->baseline.path) {
        ore_json_set(object, "baseline", ore_json_text(round->baseline.path));
        ore_json_set(object, "keep", ore_json_text(keeps[round->keep]));
    }
    if (round->start.path) {
        ore_json_set(object, "start", ore_json_text(round->start.path));
    }
    if (round->respond >= 0) {
        ore_json_set(object, "respond",
                     ore_json_text(round->disruptions[round->respond].id));
    }
    return object;
}

const ore_statistics *ore_statistics_of(const ore_write_options *options)
{
    static const ore_statistics none;

    return options->statistics ? options->statistics : &none;
}
