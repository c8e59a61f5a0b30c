/* The columns of the program, and how a written result spreads over them. */
#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "orefolio/instrument.h"
#include "orefolio/memory.h"
#include "orefolio/screen.h"
#include "orefolio/timing.h"
#include "orefolio/variables.h"
#include "variables_goals.h"
#include "variables_supply.h"

static int award_at(const ore_round *round, const ore_variables *variables,
                    int f, int o, int s)
{
    const ore_project *project = &round->projects[round->pairs[f].project];

    assert(round->options[o].project == round->pairs[f].project);
    return variables->award_first[f] +
           (o - project->first_option) * round->n_commit + s;
}

ore_col ore_variables_award(const ore_round *round,
                            const ore_variables *variables, int f, int o, int s)
{
    return variables->award[award_at(round, variables, f, o, s)];
}

/* Whether tickets or counts make it matter that a pair is used at all. */
static bool needs_use(const ore_round *round, int f)
{
    const ore_project *project = &round->projects[round->pairs[f].project];

    if (round->pairs[f].min_m > 0.0) {
        return true;
    }
    for (int i = 0; i < project->n_options; i++) {
        const ore_option *option = &round->options[project->first_option + i];

        if (option->instruments_max < project->n_pairs) {
            return true;
        }
    }
    return false;
}

/* One option in one year: its decision and its financing. */
static void add_block(const ore_round *round, ore_variables *variables,
                      ore_model *model, int o, int s)
{
    const ore_option *option = &round->options[o];
    const ore_project *project = &round->projects[option->project];
    const int at = ore_at_commit(round, o, s), year = round->commit.first + s;
    const double capex_m = option->capex_m;

    if (!ore_may_start(round, o, s, NULL)) {
        return;
    }
    variables->start[at] =
        ore_model_add_col(model, ORE_BINARY, 0.0, 1.0, "start(%s,%s,%d)",
                          project->id, option->id, year);
    ore_model_mark_start(model, variables->start[at]);
    variables->equity[at] = ore_model_add_col(
        model, ORE_CONTINUOUS, 0.0, fmin(capex_m, option->sponsor_equity_max_m),
        "equity(%s,%s,%d)", project->id, option->id, year);
    variables->debt[at] = ore_model_add_col(
        model, ORE_CONTINUOUS, 0.0, fmin(capex_m, option->debt_capacity_m),
        "debt(%s,%s,%d)", project->id, option->id, year);
    for (int i = 0; i < project->n_pairs; i++) {
        const int f = project->first_pair + i;
        const double max_m = ore_award_max_m(round, f, o, s);

        if (max_m <= 0.0 || max_m < round->pairs[f].min_m) {
            continue;
        }
        variables->award[award_at(round, variables, f, o, s)] =
            ore_model_add_col(model, ORE_CONTINUOUS, 0.0, max_m,
                              "award(%s,%s,%s,%d)", project->id, option->id,
                              round->instruments[round->pairs[f].instrument].id,
                              year);
    }
}

static void add_financing(const ore_round *round, ore_variables *variables,
                          ore_model *model)
{
    int n_awards = 0;

    for (int f = 0; f < round->n_pairs; f++) {
        const ore_project *project = &round->projects[round->pairs[f].project];

        variables->award_first[f] = n_awards;
        n_awards += project->n_options * round->n_commit;
    }
    variables->award = ore_absent_cols(n_awards);
    for (int o = 0; o < round->n_options; o++) {
        for (int s = 0; s < round->n_commit; s++) {
            add_block(round, variables, model, o, s);
        }
    }
    for (int f = 0; f < round->n_pairs; f++) {
        const ore_pair *pair = &round->pairs[f];

        if (needs_use(round, f)) {
            variables->is_used[f] =
                ore_model_add_col(model, ORE_BINARY, 0.0, 1.0, "use(%s,%s)",
                                  round->projects[pair->project].id,
                                  round->instruments[pair->instrument].id);
        }
    }
}

ore_variables *ore_variables_new(const ore_round *round, ore_model *model)
{
    ore_variables *variables = ore_alloc(1, sizeof *variables);

    variables->start = ore_absent_cols(round->n_options * round->n_commit);
    variables->is_used = ore_absent_cols(round->n_pairs);
    variables->award_first =
        ore_alloc(round->n_pairs, sizeof *variables->award_first);
    variables->equity = ore_absent_cols(round->n_options * round->n_commit);
    variables->debt = ore_absent_cols(round->n_options * round->n_commit);
    variables->synergy = ore_absent_cols(round->n_links);
    add_financing(round, variables, model);
    ore_add_supply_variables(round, variables, model);
    ore_add_goal_variables(round, variables, model);
    for (int i = 0; i < round->n_links; i++) {
        const ore_link *link = &round->links[i];

        if (link->kind == ORE_LINK_SYNERGY) {
            variables->synergy[i] = ore_model_add_col(
                model, ORE_CONTINUOUS, 0.0, 1.0, "both(%s,%s)",
                round->projects[link->project].id,
                round->projects[link->other].id);
        }
    }
    return variables;
}

void ore_variables_free(ore_variables *variables)
{
    if (!variables) {
        return;
    }
    free(variables->start);
    free(variables->is_used);
    free(variables->award_first);
    free(variables->award);
    free(variables->equity);
    free(variables->debt);
    free(variables->utilisation);
    free(variables->deliver);
    free(variables->unmet);
    free(variables->pooled);
    free(variables->sell);
    free(variables->buy);
    free(variables->release);
    free(variables->lend);
    free(variables->repay);
    free(variables->take);
    free(variables->answer);
    free(variables->breach);
    free(variables->steps);
    free(variables->reach);
    free(variables->beyond);
    free(variables->met);
    free(variables->paid);
    free(variables->tail_excess);
    free(variables->synergy);
    free(variables);
}

static void set_project(const ore_round *round, const ore_variables *variables,
                        const ore_result *result, int p, double *point)
{
    const ore_project *project = &round->projects[p];
    const int o = result->option[p];

    if (o < 0) {
        return;
    }
    const int s = result->year[p] - round->commit.first;
    const int at = ore_at_commit(round, o, s);

    ore_variables_set_point(point, variables->start[at], 1.0);
    ore_variables_set_point(point, variables->equity[at], result->equity_m[p]);
    ore_variables_set_point(point, variables->debt[at], result->debt_m[p]);
    for (int i = 0; i < project->n_pairs; i++) {
        const int f = project->first_pair + i;

        ore_variables_set_point(point,
                                ore_variables_award(round, variables, f, o, s),
                                result->face_m[f]);
        ore_variables_set_point(point, variables->is_used[f],
                                result->face_m[f] > 0.0 ? 1.0 : 0.0);
    }
    for (int j = 0; j < round->n_states; j++) {
        ore_variables_set_point(
            point, variables->utilisation[ore_at_state(round, o, j)],
            result->utilisation[ore_at_state(round, p, j)]);
    }
}

void ore_variables_point(const ore_round *round, const ore_variables *variables,
                         const ore_result *result, double *point)
{
    for (int p = 0; p < round->n_projects; p++) {
        set_project(round, variables, result, p, point);
    }
    ore_supply_point(round, variables, result, point);
    ore_goal_point(round, variables, result, point);
    for (int i = 0; i < round->n_links; i++) {
        const ore_link *link = &round->links[i];

        ore_variables_set_point(point, variables->synergy[i],
                                result->option[link->project] >= 0 &&
                                        result->option[link->other] >= 0
                                    ? 1.0
                                    : 0.0);
    }
}
