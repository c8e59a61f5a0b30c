/* The result file of `compare`, format orefolio-compare/1. A case that is not
 * proven has an interval, its value and its bound; so has what it differs by.
 */
#include <math.h>
#include <string.h>

#include "write/json/json_parts.h"
#include "write/write.h"

/* What became of the case. */
static const char *state_of(const ore_result *result)
{
    switch (result->status) {
    case ORE_OK: return "within gap";
    case ORE_INFEASIBLE: return "infeasible";
    default: return result->has_portfolio ? "stopped" : "no portfolio found";
    }
}

/* How the true best of the first goal differs from that of the first case: it
 * is known to lie between a value and its bound in both. */
static json_t *difference_json(const ore_case *first, const ore_case *other)
{
    const ore_goal_outcome *a = &first->result->goals[0],
                           *b = &other->result->goals[0];
    const double ends[] = {b->bound - a->value, b->value - a->bound};
    json_t *object = json_object();

    ore_json_set(object, "found", ore_json_figure(b->value - a->value));
    ore_json_set(object, "least",
                 isfinite(ends[0]) && isfinite(ends[1])
                     ? ore_json_figure(fmin(ends[0], ends[1]))
                     : json_null());
    ore_json_set(object, "most",
                 isfinite(ends[0]) && isfinite(ends[1])
                     ? ore_json_figure(fmax(ends[0], ends[1]))
                     : json_null());
    return object;
}

/* What the projects of the case are worth in case c. */
static json_t *elsewhere_json(const ore_case *in, double value)
{
    json_t *object = json_object();
    const bool is_known = isfinite(value);

    ore_json_set(object, "scenario", ore_json_text(in->round->scenario));
    ore_json_set(object, "answer",
                 ore_json_text(is_known       ? "known"
                               : isnan(value) ? "impossible"
                                              : "unknown"));
    ore_json_set(object, "value", ore_json_figure(value));
    return object;
}

static bool has_same_goal(const ore_case *a, const ore_case *b)
{
    return strcmp(a->round->goals[0].name, b->round->goals[0].name) == 0;
}

static json_t *case_json(const ore_case *cases, int n, int c)
{
    const ore_case *own = &cases[c];
    json_t *object = json_object();

    ore_json_set(object, "label", ore_json_text(own->label));
    ore_json_set(object, "round", ore_json_text(own->round->name));
    ore_json_set(object, "scenario", ore_json_text(own->round->scenario));
    ore_json_set(object, "state", ore_json_text(state_of(own->result)));
    if (!own->result->has_portfolio) {
        return object;
    }
    ore_json_set(object, "goals", ore_json_goals(own->round, own->result));
    ore_json_set(object, "projects", ore_json_chosen(own->round, own->result));
    if (c > 0 && has_same_goal(&cases[0], own)) {
        ore_json_set(object, "differs_from_first",
                     difference_json(&cases[0], own));
    }
    if (own->elsewhere) {
        json_t *list = json_array();

        for (int k = 0; k < n; k++) {
            (void)json_array_append_new(
                list, elsewhere_json(&cases[k], own->elsewhere[k]));
        }
        ore_json_set(object, "projects_elsewhere", list);
    }
    return object;
}

ore_status ore_write_comparison_json(const ore_case *cases, int n,
                                     const char *path, ore_diags *diags)
{
    json_t *root = json_object(), *list = json_array();

    for (int c = 0; c < n; c++) {
        (void)json_array_append_new(list, case_json(cases, n, c));
    }
    ore_json_set(root, "format", ore_json_text("orefolio-compare/1"));
    ore_json_set(root, "goal", ore_json_text(cases[0].round->goals[0].name));
    ore_json_set(root, "cases", list);
    return ore_json_write(root, path, diags);
}
