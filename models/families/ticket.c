/* ticket: an instrument that is used on a project is used between its least
 * and its greatest ticket, and no project has too many instruments.
 *
 *   a[f,o,s] <= max[f,o,s] start[p,o,s]                     all f, o, s
 *   min[f] use[f] <= sum over o, s of a[f,o,s] <= max[f] use[f]
 *   use[f] <= sum over o, s of start[p,o,s]
 *   sum over f of use[f] <= sum over o, s of instruments_max[o] start[p,o,s]
 *
 * max is the tightest of ticket, pair, share of the maximum commitment and
 * ceiling, and 0 for options that the instrument is not for: there is no other
 * big number in the program. */
#include <math.h>

#include "economics/charges.h"
#include "registry.h"

/* a <= most * start for every option and year; the largest most, M. */
static double emit_ties(const ore_round *round, const ore_variables *variables,
                        ore_model *model, int f)
{
    const ore_project *project = &round->projects[round->pairs[f].project];
    double largest_m = 0.0;

    for (int o = project->first_option;
         o < project->first_option + project->n_options; o++) {
        for (int s = 0; s < round->n_commit; s++) {
            const ore_col award =
                ore_variables_award(round, variables, f, o, s);
            const double max_m = ore_award_max_m(round, f, o, s);

            if (award.at < 0) {
                continue;
            }
            const ore_row row = ore_model_add_row(
                model, round->pairs[f].where, -HUGE_VAL, 0.0,
                "ticket_tie(%s,%s,%s,%d)", project->id, round->options[o].id,
                round->instruments[round->pairs[f].instrument].id,
                round->commit.first + s);

            ore_model_add_coef(model, row, 1.0, award);
            ore_model_add_coef(model, row, -max_m,
                               variables->start[ore_at_commit(round, o, s)]);
            largest_m = fmax(largest_m, max_m);
        }
    }
    return largest_m;
}

static void put_awards(const ore_round *round, const ore_variables *variables,
                       ore_model *model, ore_row row, int f)
{
    const ore_project *project = &round->projects[round->pairs[f].project];

    for (int i = 0; i < project->n_options * round->n_commit; i++) {
        ore_model_add_coef(model, row, 1.0,
                           variables->award[variables->award_first[f] + i]);
    }
}

static void emit_offer(const ore_round *round, const ore_variables *variables,
                       ore_model *model, int f)
{
    const ore_pair *pair = &round->pairs[f];
    const char *project = round->projects[pair->project].id;
    const char *instrument = round->instruments[pair->instrument].id;
    const double max_m = emit_ties(round, variables, model, f);

    if (variables->is_used[f].at < 0) {
        return;
    }
    const ore_row at_least =
        ore_model_add_row(model, pair->where, 0.0, HUGE_VAL,
                          "ticket_min(%s,%s)", project, instrument);
    ore_model_row_limit(model, at_least,
                        "smallest ticket of %s on project %s = %.10g",
                        instrument, project, pair->min_m);
    put_awards(round, variables, model, at_least, f);
    ore_model_add_coef(model, at_least, -pair->min_m, variables->is_used[f]);

    const ore_row at_most =
        ore_model_add_row(model, pair->where, -HUGE_VAL, 0.0,
                          "ticket_max(%s,%s)", project, instrument);
    ore_model_row_limit(model, at_most,
                        "largest ticket of %s on project %s = %.10g",
                        instrument, project, max_m);
    put_awards(round, variables, model, at_most, f);
    ore_model_add_coef(model, at_most, -max_m, variables->is_used[f]);

    const ore_row go =
        ore_model_add_row(model, pair->where, -HUGE_VAL, 0.0,
                          "ticket_go(%s,%s)", project, instrument);
    ore_model_add_coef(model, go, 1.0, variables->is_used[f]);
    ore_row_add_starts(round, variables, model, go, -1.0, pair->project,
                       (ore_years){0, round->n_commit - 1});
}

static void emit_count(const ore_round *round, const ore_variables *variables,
                       ore_model *model, const ore_project *project)
{
    bool counts = false;

    for (int i = 0; i < project->n_options; i++) {
        counts |= round->options[project->first_option + i].instruments_max <
                  project->n_pairs;
    }
    if (!counts) {
        return;
    }
    const ore_row row = ore_model_add_row(model, project->where, -HUGE_VAL, 0.0,
                                          "ticket_count(%s)", project->id);

    ore_model_row_limit(model, row, "`instruments_max` of project %s",
                        project->id);
    for (int i = 0; i < project->n_pairs; i++) {
        ore_model_add_coef(model, row, 1.0,
                           variables->is_used[project->first_pair + i]);
    }
    for (int o = project->first_option;
         o < project->first_option + project->n_options; o++) {
        const int max = round->options[o].instruments_max;

        for (int s = 0; s < round->n_commit; s++) {
            ore_model_add_coef(
                model, row,
                -(double)(max < project->n_pairs ? max : project->n_pairs),
                variables->start[ore_at_commit(round, o, s)]);
        }
    }
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int f = 0; f < round->n_pairs; f++) {
        emit_offer(round, variables, model, f);
    }
    for (int p = 0; p < round->n_projects; p++) {
        emit_count(round, variables, model, &round->projects[p]);
    }
}

/* One commitment of an instrument to a project that goes ahead. */
static void check_commitment(const ore_round *round, const ore_result *result,
                             ore_report *report, int f)
{
    const ore_pair *pair = &round->pairs[f];
    const ore_instrument *instrument = &round->instruments[pair->instrument];
    const char *project = round->projects[pair->project].id;
    const int o = result->option[pair->project];

    ore_expect_ge(report, result->face_m[f], pair->min_m, pair->where,
                  "least ticket of %s on %s", instrument->id, project);
    ore_expect_le(report, result->face_m[f], pair->max_m, pair->where,
                  "greatest ticket of %s on %s", instrument->id, project);
    if (o >= 0) {
        const int s = ore_start_index(round, result, pair->project);

        ore_expect_le(report, result->face_m[f],
                      instrument->share_max * ore_max_face_m(round, f, o, s),
                      instrument->where, "share_max of %s on %s",
                      instrument->id, project);
        ore_expect_le(report, result->face_m[f],
                      ore_filter_option(&instrument->applies_to, round,
                                        &round->options[o])
                          ? HUGE_VAL
                          : 0.0,
                      instrument->where, "%s is not for option %s of %s",
                      instrument->id, round->options[o].id, project);
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *project = &round->projects[p];
        const int o = result->option[p];
        int used = 0;

        for (int i = 0; i < project->n_pairs; i++) {
            const int f = project->first_pair + i;

            ore_expect_ge(report, result->face_m[f], 0.0, round->pairs[f].where,
                          "face on %s", project->id);
            if (result->face_m[f] > 0.0) {
                used++;
                check_commitment(round, result, report, f);
            }
        }
        ore_expect_le(report, used,
                      o < 0 ? 0 : round->options[o].instruments_max,
                      project->where, "instruments on %s", project->id);
    }
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    (void)round;
    ore_notes_add(
        notes, (ore_note_line){.text = "Smallest and largest tickets, shares, "
                                       "ceilings and numbers of instruments"});
}

const ore_family ore_family_ticket = {
    .name = "ticket",
    .summary = "Least and greatest tickets, and instruments per project",
    .scope = ORE_SCOPE_PROJECT,
    .emit = emit,
    .check = check,
    .list_unfollowed = list_unfollowed,
};
