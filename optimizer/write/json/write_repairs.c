/* See write_repairs.h. */
#include "write/json/write_repairs.h"

#include <math.h>
#include <stdlib.h>

#include "base/atomic.h"
#include "orefolio/accounting.h"
#include "write/json/json_parts.h"

static const char *unit_of(const ore_concession *what)
{
    switch (what->unit) {
    case ORE_LIMIT_MONEY: return "M";
    case ORE_LIMIT_FLOW: return "t/yr";
    case ORE_LIMIT_COUNT:
    case ORE_LIMIT_SHARE:
    case ORE_LIMIT_SCORE:
    case ORE_LIMIT_OBJECTIVE: break;
    }
    return NULL;
}

static json_t *change_json(const ore_round *round, const ore_repair *repair,
                           int k)
{
    const ore_concession *what = &repair->what[k];
    const bool is_dropped = isnan(repair->amount[k]);
    json_t *object = json_object();
    char *text = ore_repair_text(round, repair, k, false);

    ore_json_set(object, "action", ore_json_text(ore_repair_action(repair, k)));
    ore_json_set(object, "what", ore_json_text(what->text));
    ore_json_set(object, "file", ore_json_text(what->where.file));
    ore_json_set(object, "line", json_integer(what->where.line));
    ore_json_set(object, "by", ore_json_figure(repair->amount[k]));
    ore_json_set(object, "unit",
                 ore_json_text(is_dropped ? NULL : unit_of(what)));
    ore_json_set(object, "text", ore_json_text(text));
    free(text);
    return object;
}

static json_t *repair_json(const ore_round *round, const ore_repair *repair)
{
    json_t *object = json_object(), *changes = json_array(),
           *goals = json_array();

    for (int k = 0; k < repair->n; k++) {
        (void)json_array_append_new(changes, change_json(round, repair, k));
    }
    for (int g = 0; g < round->n_goals; g++) {
        json_t *goal = json_object();

        ore_json_set(goal, "goal", ore_json_text(round->goals[g].name));
        ore_json_set(goal, "value",
                     ore_json_figure(repair->result->goals[g].value));
        ore_json_set(goal, "bound",
                     ore_json_figure(repair->result->goals[g].bound));
        (void)json_array_append_new(goals, goal);
    }
    ore_json_set(object, "changes", changes);
    ore_json_set(object, "least", json_boolean(repair->is_least));
    ore_json_set(object, "funded",
                 json_integer(ore_figure_funded(round, repair->result)));
    ore_json_set(object, "goals", goals);
    return object;
}

ore_status ore_write_repairs(const ore_round *round, const ore_repairs *repairs,
                             const char *path, ore_diags *diags)
{
    ore_output *output = ore_output_open(path, diags);

    if (!output) {
        return ORE_NO_OUTPUT;
    }
    json_t *root = json_object(), *list = json_array();

    ore_json_set(root, "format", ore_json_text("orefolio-repair/1"));
    ore_json_set(root, "round", ore_json_text(round->name));
    ore_json_set(root, "currency", ore_json_text(round->currency));
    ore_json_set(root, "feasible", json_boolean(!repairs));
    for (int i = 0; repairs && i < repairs->n; i++) {
        (void)json_array_append_new(list,
                                    repair_json(round, &repairs->list[i]));
    }
    ore_json_set(root, "repairs", list);
    ore_json_set(root, "more", json_integer(repairs ? repairs->n_more : 0));
    ore_json_set(root, "complete",
                 json_boolean(!repairs || repairs->is_complete));
    /* A failed write shows in the stream, which ore_output_finish looks at. */
    (void)json_dumpf(root, ore_output_stream(output),
                     JSON_INDENT(1) | JSON_REAL_PRECISION(12));
    (void)fputc('\n', ore_output_stream(output));
    json_decref(root);
    return ore_output_finish(output, diags);
}
