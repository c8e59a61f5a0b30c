/* The result file (--json): the portfolio and all that it rests on, with the
 * keys of the public interface in their order. ore_read_result reads it back.
 */
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/atomic.h"
#include "base/text.h"
#include "orefolio/accounting.h"
#include "orefolio/asset_sales.h"
#include "orefolio/goal.h"
#include "orefolio/instrument.h"
#include "orefolio/memory.h"
#include "write/json/json_parts.h"
#include "write/json/json_run.h"
#include "write/json/write_explained.h"
#include "write/write.h"

/* Figures are written with 15 digits: every rounded one reads back equal. */
enum { DIGITS = 15 };

const char *ore_json_status_word(const ore_result *result)
{
    if (result->status == ORE_INFEASIBLE) {
        return "infeasible";
    }
    if (!result->has_portfolio) {
        return "none";
    }
    return result->status == ORE_OK ? "optimal" : "gap";
}

/* "M" stands for millions of the round's currency. */
static json_t *unit_json(const ore_round *round, const char *unit)
{
    if (strcmp(unit, "M") != 0) {
        return ore_json_text(unit);
    }
    char *spelled = ore_print("million %s", round->currency);
    json_t *value = ore_json_text(spelled);

    free(spelled);
    return value;
}

/* To 12 digits, so that the last ones do not depend on the machine. */
static json_t *steady(double value)
{
    if (!isfinite(value) || value == 0.0) {
        return ore_json_real(value);
    }
    const double scale = pow(10.0, 11.0 - floor(log10(fabs(value))));

    return ore_json_real(isfinite(scale) ? ore_rounded(value, scale) : value);
}

json_t *ore_json_goal_outcomes(const ore_round *round, const ore_result *result)
{
    json_t *goals = json_array();

    for (int g = 0; g < round->n_goals; g++) {
        const ore_goal *goal = ore_objective_goal(&round->goals[g]);
        const ore_goal_outcome *outcome = &result->goals[g];
        const bool known = result->has_portfolio;
        json_t *object = json_object();

        ore_json_set(object, "name", ore_json_text(round->goals[g].name));
        ore_json_set(object, "value",
                     known ? steady(outcome->value) : json_null());
        ore_json_set(object, "bound",
                     known ? steady(outcome->bound) : json_null());
        ore_json_set(object, "gap",
                     known ? ore_json_real(ore_rounded(outcome->gap, 1e9))
                           : json_null());
        ore_json_set(object, "unit", unit_json(round, goal ? goal->unit : ""));
        json_array_append_new(goals, object);
    }
    return goals;
}

/* Money by source; the guaranteed part of bank debt stands by itself, so that
 * the sources add up to the capital cost. */
static json_t *sources_json(const ore_round *round, const ore_result *result,
                            int p)
{
    const ore_project *project = &round->projects[p];
    json_t *object = json_object();
    double wrapped_m = 0.0;

    for (int k = 0; ore_instrument_kinds[k]; k++) {
        const ore_instrument_kind *kind = ore_instrument_kinds[k];
        double sum_m = 0.0;

        if (!kind->json_source) {
            continue;
        }
        for (int i = 0; i < project->n_pairs; i++) {
            const int f = project->first_pair + i;
            const int instrument = round->pairs[f].instrument;

            if (round->instruments[instrument].kind == kind) {
                sum_m += result->face_m[f];
            }
        }
        wrapped_m += kind->covers == ORE_COVERS_DEBT ? sum_m : 0.0;
        ore_json_set(object, kind->json_source, ore_json_figure(sum_m));
    }
    ore_json_set(object, "bank_debt",
                 ore_json_figure(result->debt_m[p] - wrapped_m));
    ore_json_set(object, "sponsor_equity",
                 ore_json_figure(result->equity_m[p]));
    return object;
}

static json_t *commitments_json(const ore_round *round,
                                const ore_result *result, int p)
{
    const ore_project *project = &round->projects[p];
    json_t *list = json_array();

    for (int i = 0; i < project->n_pairs; i++) {
        const int f = project->first_pair + i;
        const ore_pair *pair = &round->pairs[f];

        if (result->face_m[f] > 0.0) {
            json_t *object = json_object();

            ore_json_set(
                object, "instrument",
                ore_json_text(round->instruments[pair->instrument].id));
            ore_json_set(object, "year", json_integer(result->year[p]));
            ore_json_set(object, "face", ore_json_figure(result->face_m[f]));
            ore_json_set(object, "budget_cost",
                         ore_json_figure(ore_charge_m(round, result, f)));
            json_array_append_new(list, object);
        }
    }
    return list;
}

static json_t *portfolio_json(const ore_round *round, const ore_result *result)
{
    json_t *portfolio = json_array();

    for (int p = 0; p < round->n_projects && result->has_portfolio; p++) {
        const int o = result->option[p];

        if (o >= 0) {
            json_t *object = json_object();

            ore_json_set(object, "project",
                         ore_json_text(round->projects[p].id));
            ore_json_set(object, "option", ore_json_text(round->options[o].id));
            ore_json_set(object, "year", json_integer(result->year[p]));
            ore_json_set(object, "sources", sources_json(round, result, p));
            ore_json_set(object, "commitments",
                         commitments_json(round, result, p));
            json_array_append_new(portfolio, object);
        }
    }
    return portfolio;
}

static const char *reason_phrase(ore_reason_kind kind)
{
    switch (kind) {
    case ORE_REASON_NONE: return "";
    case ORE_REASON_OUT: return "set to out by its status";
    case ORE_REASON_SCREENED: return "kept out by screening";
    case ORE_REASON_WINDOW: return "no commitment year suits it";
    case ORE_REASON_UNFUNDABLE: return "its sources cannot pay for it";
    case ORE_REASON_EXCLUDED: return "kept out by a link or a rule";
    case ORE_REASON_BUDGET: return "not affordable beside the chosen ones";
    case ORE_REASON_NO_GAIN:
        return "no gain was found for the first goal beside the chosen ones, "
               "beyond its tolerance";
    case ORE_REASON_OUTRANKED:
        return "may help; the portfolio that was found does without it";
    case ORE_REASON_UNKNOWN: return "not examined";
    case ORE_REASONS: break;
    }
    return "";
}

static json_t *rejected_json(const ore_round *round, const ore_result *result)
{
    json_t *rejected = json_array();

    for (int p = 0; p < round->n_projects && result->has_portfolio; p++) {
        const ore_reason *reason = &result->reason[p];

        if (result->option[p] < 0) {
            json_t *object = json_object();

            ore_json_set(object, "project",
                         ore_json_text(round->projects[p].id));
            ore_json_set(object, "reason",
                         ore_json_text(reason->detail
                                           ? reason->detail
                                           : reason_phrase(reason->kind)));
            ore_json_set(object, "kind",
                         ore_json_text(ore_reason_words[reason->kind]));
            if (reason->detail_ja) {
                ore_json_set(object, "reason_ja",
                             ore_json_text(reason->detail_ja));
            }
            json_array_append_new(rejected, object);
        }
    }
    return rejected;
}

static json_t *conflicts_json(const ore_result *result)
{
    json_t *conflicts = json_array();

    for (int i = 0; i < result->n_conflicts; i++) {
        json_t *object = json_object();

        ore_json_set(object, "file",
                     ore_json_text(result->conflict_where[i].file));
        ore_json_set(object, "line",
                     json_integer(result->conflict_where[i].line));
        ore_json_set(object, "text", ore_json_text(result->conflict_text[i]));
        json_array_append_new(conflicts, object);
    }
    return conflicts;
}

void ore_json_set_model(json_t *root, const ore_statistics *statistics)
{
    json_t *model = json_object(), *verification = json_object();

    ore_json_set(model, "rows", json_integer(statistics->rows));
    ore_json_set(model, "columns", json_integer(statistics->columns));
    ore_json_set(model, "integers", json_integer(statistics->integers));
    ore_json_set(model, "nonzeros", json_integer(statistics->nonzeros));
    ore_json_set(root, "model", model);
    ore_json_set(verification, "rows_checked",
                 json_integer(statistics->rows_checked));
    ore_json_set(verification, "rules_checked",
                 json_integer(statistics->rules_checked));
    ore_json_set(verification, "worst_violation",
                 ore_json_real(statistics->worst_violation));
    ore_json_set(root, "verification", verification);
}

json_t *ore_json_solver(const ore_statistics *statistics,
                        const ore_write_options *options)
{
    json_t *solver = json_object();
    const char *space = strrchr(options->solver, ' ');

    if (space) {
        ore_json_set(
            solver, "name",
            json_stringn(options->solver, (size_t)(space - options->solver)));
        ore_json_set(solver, "version", ore_json_text(space + 1));
    } else {
        ore_json_set(solver, "name", ore_json_text(options->solver));
        ore_json_set(solver, "version", json_null());
    }
    ore_json_set(solver, "nodes", json_integer(statistics->nodes));
    if (!options->no_timings) {
        ore_json_set(solver, "seconds",
                     ore_json_real(ore_rounded(statistics->seconds, 1e3)));
    }
    return solver;
}

json_t *ore_json_result(const ore_round *round, const ore_result *result,
                        const ore_write_options *options)
{
    json_t *root = json_object();

    ore_json_set(root, "format", ore_json_text("orefolio-result/1"));
    ore_json_set(root, "program", ore_json_program(options));
    ore_json_set(root, "round", ore_json_round(round));
    ore_json_set(root, "options", ore_json_options(round, options));
    ore_json_set(root, "status", ore_json_text(ore_json_status_word(result)));
    ore_json_set(root, "goals", ore_json_goal_outcomes(round, result));
    ore_json_set(root, "portfolio", portfolio_json(round, result));
    ore_json_set(root, "rejected", rejected_json(round, result));
    ore_json_set(root, "shortfall",
                 result->has_portfolio ? ore_json_shortfall(round, result)
                                       : json_array());
    ore_json_set(root, "budgets",
                 result->has_portfolio ? ore_json_budgets(round, result)
                                       : json_array());
    ore_json_set(root, "operations",
                 result->has_portfolio ? ore_json_operations(round, result)
                                       : json_array());
    if (result->has_portfolio && round->n_offices > 0) {
        ore_json_set(root, "permits", ore_json_permits(round, result));
    }
    if (result->has_portfolio && round->n_sales > 0) {
        ore_json_set(root, "sales", ore_json_sales(round, result));
    }
    if (result->has_portfolio && ore_has_optional_supply(round)) {
        ore_json_set(root, "purchases", ore_json_purchases(round, result));
    }
    if (result->has_portfolio && ore_has_open_sales(round)) {
        ore_json_set(root, "sale_answers",
                     ore_json_sale_answers(round, result));
    }
    if (result->has_portfolio) {
        ore_json_set(root, "concentration",
                     ore_json_concentration(round, result));
        ore_json_set(root, "circularity", ore_json_circularity(round, result));
        ore_json_set(root, "stakes", ore_json_stakes(round, result));
        ore_json_set(root, "soft_rules", ore_json_soft_rules(round, result));
        ore_json_set(root, "asset_sales", ore_json_asset_sales(round, result));
        ore_json_set(root, "guarantees", ore_json_guarantees(round, result));
    }
    if (result->has_portfolio && round->baseline.path) {
        ore_json_set(root, "changes", ore_json_changes(round, result));
    }
    if (result->has_portfolio && round->n_stockpiles > 0) {
        ore_json_set(root, "stockpiles", ore_json_stockpiles(round, result));
    }
    if (options->re_solved) {
        ore_json_set(root, "trade_offs",
                     ore_json_re_solved(round, result, options->re_solved));
    }
    if (options->study && options->study->n_left_out > 0) {
        ore_json_set(root, "left_out",
                     ore_json_explained(round, result, options->study->left_out,
                                        options->study->n_left_out));
    }
    if (result->status == ORE_INFEASIBLE) {
        ore_json_set(root, "conflicts", conflicts_json(result));
        ore_json_set(root, "conflicts_irreducible",
                     json_boolean(result->is_irreducible));
    }
    if (options->study && options->study->reliability) {
        ore_json_set(root, "reliability",
                     ore_json_reliability(options->study->reliability));
    }
    if (options->study && !options->study->is_beside) {
        ore_json_set_study(round, options->study, root);
    }
    ore_json_set_model(root, ore_statistics_of(options));
    ore_json_set(root, "solver",
                 ore_json_solver(ore_statistics_of(options), options));
    return root;
}

char *ore_result_text(const ore_round *round, const ore_result *result,
                      const ore_write_options *options)
{
    json_t *root = ore_json_result(round, result, options);
    char *text = json_dumps(root, JSON_INDENT(2) | JSON_REAL_PRECISION(DIGITS));

    json_decref(root);
    if (!text) {
        ore_out_of_memory();
    }
    return text;
}

ore_status ore_write_json(const ore_round *round, const ore_result *result,
                          const ore_write_options *options, const char *path,
                          ore_diags *diags)
{
    ore_output *output = ore_output_open(path, diags);

    if (!output) {
        return ORE_NO_OUTPUT;
    }
    char *text = ore_result_text(round, result, options);

    /* A failed write shows in the stream, which ore_output_finish looks at. */
    (void)fprintf(ore_output_stream(output), "%s\n", text);
    free(text);
    return ore_output_finish(output, diags);
}
