/* See write_tree.h. */
#include "write/json/write_tree.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>

#include "base/atomic.h"
#include "orefolio/accounting.h"
#include "orefolio/memory.h"
#include "orefolio/study/tree_steps.h"
#include "write/json/json_parts.h"
#include "write/json/json_run.h"

/* Figures are written with 15 digits: every rounded one reads back equal. */
enum { DIGITS = 15 };

static json_t *changes_json(const ore_outcome *outcome)
{
    json_t *object = json_object();

    for (int i = 0; i < outcome->n_changes; i++) {
        ore_json_set(object, outcome->changes[i].address,
                     ore_json_text(outcome->changes[i].value));
    }
    return object;
}

static json_t *outcomes_json(const ore_round *round, const ore_event *event)
{
    json_t *list = json_array();

    for (int i = 0; i < event->n_outcomes; i++) {
        const ore_outcome *outcome = &round->outcomes[event->first_outcome + i];
        json_t *object = json_object();

        ore_json_set(object, "outcome", ore_json_text(outcome->id));
        ore_json_set(object, "probability",
                     ore_json_real(outcome->probability));
        ore_json_set(object, "changes", changes_json(outcome));
        (void)json_array_append_new(list, object);
    }
    return list;
}

static json_t *events_json(const ore_round *round)
{
    json_t *list = json_array();

    for (int e = 0; e < round->n_events; e++) {
        const ore_event *event = &round->events[e];
        json_t *object = json_object();

        ore_json_set(object, "event", ore_json_text(event->id));
        if (event->project < 0) {
            ore_json_set(object, "known_in", json_integer(event->known_in));
        } else {
            ore_json_set(object, "known_after",
                         ore_json_text(round->projects[event->project].id));
            ore_json_set(object, "lag_years", json_integer(event->lag_years));
        }
        ore_json_set(object, "outcomes", outcomes_json(round, event));
        ore_json_set(object, "as_tables", ore_json_real(event->remainder));
        (void)json_array_append_new(list, object);
    }
    return list;
}

/* Outcomes by event; null = as the tables give it. */
static json_t *news_json(const ore_scenario_tree *tree,
                         const ore_tree_step *step)
{
    json_t *object = json_object();

    for (int e = 0; e < tree->round->n_events; e++) {
        const ore_outcome *outcome = ore_leaf_outcome(tree, step->leaf, e);

        if (step->known[e]) {
            ore_json_set(object, tree->round->events[e].id,
                         ore_json_text(outcome ? outcome->id : NULL));
        }
    }
    return object;
}

static json_t *commitments_json(const ore_tree_study *study,
                                const ore_tree_step *step)
{
    const ore_round *round = study->tree->leaves[step->leaf].round;
    const ore_result *result = study->result->leaves[step->leaf];
    json_t *list = json_array();

    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] < 0 || result->year[p] != step->year) {
            continue;
        }
        json_t *object = json_object();

        ore_json_set(object, "project", ore_json_text(round->projects[p].id));
        ore_json_set(object, "option",
                     ore_json_text(round->options[result->option[p]].id));
        ore_json_set(
            object, "face",
            ore_json_figure(ore_figure_source_m(round, result, p, NULL)));
        ore_json_set(object, "budget_cost",
                     ore_json_figure(ore_figure_cost_m(round, result, p)));
        (void)json_array_append_new(list, object);
    }
    return list;
}

static json_t *decisions_json(const ore_tree_study *study)
{
    ore_tree_steps steps = ore_tree_steps_of(study->tree, study->result);
    json_t *list = json_array();

    for (int i = 0; i < steps.n; i++) {
        json_t *object = json_object();

        ore_json_set(object, "year", json_integer(steps.steps[i].year));
        ore_json_set(object, "news", news_json(study->tree, &steps.steps[i]));
        ore_json_set(object, "probability",
                     ore_json_real(steps.steps[i].probability));
        ore_json_set(object, "commitments",
                     commitments_json(study, &steps.steps[i]));
        (void)json_array_append_new(list, object);
    }
    ore_tree_steps_free(&steps);
    return list;
}

static json_t *set_aside_json(const ore_tree_study *study)
{
    const ore_round *round = study->tree->round;
    json_t *list = json_array();

    for (int b = 0; b < round->n_budgets; b++) {
        for (int y = 0; y < ore_figure_budget_years(round, b); y++) {
            const ore_set_aside set =
                ore_set_aside_of(study->tree, study->result, b, y);
            json_t *object = json_object();

            ore_json_set(object, "budget", ore_json_text(round->budgets[b].id));
            ore_json_set(object, "year", json_integer(round->commit.first + y));
            ore_json_set(object, "certain", ore_json_figure(set.certain_m));
            ore_json_set(object, "expected", ore_json_figure(set.expected_m));
            ore_json_set(object, "most", ore_json_figure(set.most_m));
            (void)json_array_append_new(list, object);
        }
    }
    return list;
}

/* The result file of the leaf, without what the tree says for all. */
static json_t *leaf_json(const ore_tree_study *study, int k,
                         const ore_write_options *options)
{
    static const char *const said[] = {"program", "options", "model",
                                       "verification", "solver"};
    const ore_leaf *leaf = &study->tree->leaves[k];
    ore_write_options own = *options;
    json_t *object = json_object();

    own.study = NULL;
    json_t *result =
        ore_json_result(leaf->round, study->result->leaves[k], &own);

    for (int i = 0; i < ORE_COUNT_OF(said); i++) {
        (void)json_object_del(result, said[i]);
    }
    ore_json_set(object, "outcomes", ore_json_text(leaf->outcomes));
    ore_json_set(object, "probability", ore_json_real(leaf->probability));
    ore_json_set(object, "result", result);
    return object;
}

static json_t *proven_json(const ore_proven *proven)
{
    json_t *object = json_object();

    ore_json_set(object, "value", ore_json_figure(proven->value));
    ore_json_set(object, "bound", ore_json_figure(proven->bound));
    ore_json_set(object, "infeasible",
                 json_boolean(proven->status == ORE_INFEASIBLE));
    return object;
}

static json_t *gain_json(const ore_round *round, const ore_proven *narrower,
                         const ore_proven *wider)
{
    const ore_gain gain = ore_gain_of(round, narrower, wider);
    json_t *object = json_object();

    ore_json_set(object, "min", ore_json_figure(gain.min));
    ore_json_set(object, "max", ore_json_figure(gain.max));
    return object;
}

static json_t *values_json(const ore_tree_study *study)
{
    const ore_round *round = study->tree->round;
    json_t *object = json_object(), *surveys = json_array();

    ore_json_set(object, "goal", ore_json_text(round->goals[0].name));
    ore_json_set(object, "best", proven_json(&study->best));
    ore_json_set(object, "foresight", proven_json(&study->foresight));
    ore_json_set(object, "plan_of_tables", proven_json(&study->plan));
    ore_json_set(object, "perfect_information",
                 gain_json(round, &study->best, &study->foresight));
    ore_json_set(object, "stochastic_solution",
                 gain_json(round, &study->plan, &study->best));
    for (int i = 0; i < study->n_surveys; i++) {
        const ore_survey *survey = &study->surveys[i];
        json_t *one = json_object();

        ore_json_set(one, "project",
                     ore_json_text(round->projects[survey->project].id));
        ore_json_set(one, "without", proven_json(&survey->without));
        ore_json_set(one, "option_value",
                     gain_json(round, &survey->without, &study->best));
        (void)json_array_append_new(surveys, one);
    }
    ore_json_set(object, "surveys", surveys);
    return object;
}

static json_t *tree_json(const ore_tree_study *study,
                         const ore_write_options *options)
{
    const ore_round *round = study->tree->round;
    json_t *root = json_object(), *leaves = json_array();

    ore_json_set(root, "format", ore_json_text("orefolio-tree/1"));
    ore_json_set(root, "program", ore_json_program(options));
    ore_json_set(root, "round", ore_json_round(round));
    ore_json_set(root, "options", ore_json_options(round, options));
    ore_json_set(root, "status",
                 ore_json_text(ore_json_status_word(study->result)));
    ore_json_set(root, "goals", ore_json_goal_outcomes(round, study->result));
    ore_json_set(root, "events", events_json(round));
    ore_json_set(root, "decisions", decisions_json(study));
    ore_json_set(root, "set_aside", set_aside_json(study));
    if (study->surveys) {
        ore_json_set(root, "values", values_json(study));
    }
    for (int k = 0; k < study->tree->n_leaves; k++) {
        (void)json_array_append_new(leaves, leaf_json(study, k, options));
    }
    ore_json_set(root, "leaves", leaves);
    if (options->study && options->study->reliability) {
        ore_json_set(root, "reliability",
                     ore_json_reliability(options->study->reliability));
    }
    ore_json_set_model(root, ore_statistics_of(options));
    ore_json_set(root, "solver",
                 ore_json_solver(ore_statistics_of(options), options));
    return root;
}

char *ore_tree_text(const ore_tree_study *study,
                    const ore_write_options *options)
{
    json_t *root = tree_json(study, options);
    char *text = json_dumps(root, JSON_INDENT(2) | JSON_REAL_PRECISION(DIGITS));

    json_decref(root);
    if (!text) {
        ore_out_of_memory();
    }
    return text;
}

ore_status ore_write_tree(const ore_tree_study *study,
                          const ore_write_options *options, const char *path,
                          ore_diags *diags)
{
    ore_output *output = ore_output_open(path, diags);

    if (!output) {
        return ORE_NO_OUTPUT;
    }
    char *text = ore_tree_text(study, options);

    /* A failed write shows in the stream, which ore_output_finish looks at. */
    (void)fprintf(ore_output_stream(output), "%s\n", text);
    free(text);
    return ore_output_finish(output, diags);
}
