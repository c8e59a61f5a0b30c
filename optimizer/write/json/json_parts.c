/* Parts of the result file: values, and its yearly tables. */
#include "write/json/json_parts.h"

#include "base/atomic.h"
#include "base/text.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/memory.h"
#include "orefolio/timing.h"
#include "write/write.h"

static const double dust_m = 5e-7; /* half of the last place of money */

void ore_json_begin(void)
{
    json_set_alloc_funcs(ore_library_alloc, free);
}

json_t *ore_json_real(double value)
{
    return isfinite(value) ? json_real(value + 0.0) : json_null();
}

json_t *ore_json_figure(double value_m)
{
    return ore_json_real(ore_rounded(value_m, 1e6));
}

json_t *ore_json_text(const char *value)
{
    return value ? json_string(value) : json_null();
}

void ore_json_set(json_t *object, const char *key, json_t *value)
{
    json_object_set_new(object, key, value);
}

json_t *ore_json_inputs(const ore_input *inputs, int n)
{
    json_t *list = json_array();

    for (int i = 0; i < n; i++) {
        json_t *input = json_object();

        ore_json_set(input, "path", ore_json_text(inputs[i].path));
        ore_json_set(input, "sha256", ore_json_text(inputs[i].sha256));
        ore_json_set(input, "rows", json_integer(inputs[i].rows));
        if (inputs[i].read_as) {
            ore_json_set(input, "read_as", ore_json_text(inputs[i].read_as));
        }
        (void)json_array_append_new(list, input);
    }
    return list;
}

void ore_json_set_state(const ore_round *round, json_t *object, int j)
{
    const ore_state *state = &round->states[j];

    ore_json_set(object, "year", json_integer(round->horizon.first + state->t));
    if (state->disruption >= 0) {
        ore_json_set(object, "disruption",
                     ore_json_text(round->disruptions[state->disruption].id));
    }
}

/* What the projects run at, so that the file alone can be verified. */
json_t *ore_json_operations(const ore_round *round, const ore_result *result)
{
    json_t *operations = json_array();
    const int n = round->n_states;

    for (int at = 0; at < round->n_projects * n; at++) {
        if (result->option[at / n] >= 0 && result->utilisation[at] > 0.0) {
            json_t *object = json_object();

            ore_json_set(object, "project",
                         ore_json_text(round->projects[at / n].id));
            ore_json_set_state(round, object, at % n);
            ore_json_set(
                object, "utilisation",
                ore_json_real(ore_rounded(result->utilisation[at], 1e15)));
            json_array_append_new(operations, object);
        }
    }
    return operations;
}

json_t *ore_json_shortfall(const ore_round *round, const ore_result *result)
{
    json_t *rows = json_array();
    const int n = round->n_states;

    for (int at = 0; at < round->n_targets * n; at++) {
        const ore_target *target = &round->targets[at / n];
        const int j = at % n, t = round->states[j].t;

        if (target->target_tpa[t] > 0.0 || result->delivered_tpa[at] > 0.0) {
            json_t *object = json_object();

            ore_json_set(object, "material",
                         ore_json_text(round->materials[target->material].id));
            ore_json_set(object, "market",
                         ore_json_text(round->markets[target->market].id));
            ore_json_set_state(round, object, j);
            ore_json_set(object, "target_tpa",
                         ore_json_figure(target->target_tpa[t]));
            ore_json_set(
                object, "secured_tpa",
                ore_json_figure(
                    ore_unreserved_supply_tpa(round, target->material, j) +
                    ore_reserved_supply_tpa(round, target, j)));
            ore_json_set(object, "delivered_tpa",
                         ore_json_figure(result->delivered_tpa[at]));
            ore_json_set(object, "shortfall_tpa",
                         ore_json_figure(result->shortfall_tpa[at]));
            json_array_append_new(rows, object);
        }
    }
    return rows;
}

json_t *ore_json_budgets(const ore_round *round, const ore_result *result)
{
    json_t *rows = json_array();

    for (int b = 0; b < round->n_budgets; b++) {
        const ore_budget *budget = &round->budgets[b];
        const int n_years = ore_figure_budget_years(round, b);

        for (int y = 0; y < n_years; y++) {
            const double available_m =
                ore_figure_available_m(round, result, b, y);
            const double charged_m = ore_figure_used_m(round, result, b, y);

            if (available_m > dust_m || charged_m > dust_m) {
                json_t *object = json_object();

                ore_json_set(object, "budget", ore_json_text(budget->id));
                ore_json_set(object, "year",
                             json_integer(round->commit.first + y));
                ore_json_set(object, "available", ore_json_figure(available_m));
                ore_json_set(object, "used", ore_json_figure(charged_m));
                json_array_append_new(rows, object);
            }
        }
    }
    return rows;
}

const char *ore_json_answer(ore_answer answer)
{
    static const char *const names[] = {[ORE_ANSWER_NONE] = "not applicable",
                                        [ORE_ANSWER_UNASKED] = "unasked",
                                        [ORE_ANSWER_KNOWN] = "known",
                                        [ORE_ANSWER_IMPOSSIBLE] = "impossible",
                                        [ORE_ANSWER_UNKNOWN] = "unknown"};

    return names[answer];
}

json_t *ore_json_goals(const ore_round *round, const ore_result *result)
{
    json_t *list = json_array();

    for (int g = 0; g < round->n_goals; g++) {
        json_t *object = json_object();

        ore_json_set(object, "goal", ore_json_text(round->goals[g].name));
        ore_json_set(object, "value", ore_json_figure(result->goals[g].value));
        ore_json_set(object, "bound", ore_json_figure(result->goals[g].bound));
        (void)json_array_append_new(list, object);
    }
    return list;
}

json_t *ore_json_chosen(const ore_round *round, const ore_result *result)
{
    json_t *list = json_array();

    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] >= 0) {
            json_t *object = json_object();

            ore_json_set(object, "project",
                         ore_json_text(round->projects[p].id));
            ore_json_set(object, "option",
                         ore_json_text(round->options[result->option[p]].id));
            ore_json_set(object, "year", json_integer(result->year[p]));
            (void)json_array_append_new(list, object);
        }
    }
    return list;
}

json_t *ore_json_entering(const ore_round *round, const ore_result *from,
                          const ore_result *to)
{
    json_t *list = json_array();

    for (int p = 0; p < round->n_projects; p++) {
        if (from->option[p] < 0 && to->option[p] >= 0) {
            (void)json_array_append_new(list,
                                        ore_json_text(round->projects[p].id));
        }
    }
    return list;
}

ore_status ore_json_write(json_t *root, const char *path, ore_diags *diags)
{
    ore_output *output = ore_output_open(path, diags);

    if (!output) {
        json_decref(root);
        return ORE_NO_OUTPUT;
    }
    FILE *stream = ore_output_stream(output);

    /* A failed write shows in the stream, which ore_output_finish looks at. */
    (void)json_dumpf(root, stream, JSON_INDENT(1) | JSON_REAL_PRECISION(12));
    (void)fputc('\n', stream);
    json_decref(root);
    return ore_output_finish(output, diags);
}

json_t *ore_json_permits(const ore_round *round, const ore_result *result)
{
    json_t *rows = json_array();

    for (int i = 0; i < round->n_offices * round->n_commit; i++) {
        const int k = i / round->n_commit, s = i % round->n_commit;
        const ore_office *office = &round->offices[k];
        const double used =
            ore_permit_units_used(round, result, k, round->commit.first + s);
        json_t *object = json_object();

        ore_json_set(object, "office", ore_json_text(office->id));
        ore_json_set(object, "year", json_integer(round->commit.first + s));
        ore_json_set(object, "capacity_units",
                     ore_json_figure(office->capacity[s]));
        ore_json_set(object, "used_units", ore_json_figure(used));
        ore_json_set(object, "cost",
                     ore_json_figure(used * office->cost_m_per_unit));
        json_array_append_new(rows, object);
    }
    return rows;
}
