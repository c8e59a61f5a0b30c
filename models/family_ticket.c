/* ticket: an instrument that is used on a project is used between its least
 * and its greatest ticket, and no project has too many instruments.
 *
 *   a[f,o,s] <= most[f,o,s] start[p,o,s]                     all f, o, s
 *   min[f] use[f] <= sum over o, s of a[f,o,s] <= most[f] use[f]
 *   use[f] <= sum over o, s of start[p,o,s]
 *   sum over f of use[f] <= sum over o, s of instruments_max[o] start[p,o,s]
 *
 * most is the tightest of ticket, offer, share of the whole face and ceiling,
 * and 0 for options that the instrument is not for: there is no other big
 * number in the program. */
#include <limits.h>
#include <math.h>

#include "orefolio/timing.h"
#include "registry.h"
#include "sums.h"

/* a <= most * start for every option and year; the largest most, M. */
static double emit_ties(const ore_plan *plan, const ore_vars *vars,
                        ore_model *model, int f)
{
    const ore_project *project = &plan->projects[plan->offers[f].project];
    double largest_m = 0.0;

    for (int o = project->first_option;
         o < project->first_option + project->n_options; o++) {
        for (int s = 0; s < plan->n_commit; s++) {
            const ore_col award = ore_award_col(plan, vars, f, o, s);
            const double most_m = ore_award_max_m(plan, f, o, s);

            if (award.at < 0) {
                continue;
            }
            const ore_row row = ore_add_row(
                model, plan->offers[f].where, -HUGE_VAL, 0.0,
                "ticket_tie(%s,%s,%s,%d)", project->id, plan->options[o].id,
                plan->instruments[plan->offers[f].instrument].id,
                plan->commit.first + s);

            ore_put(model, row, 1.0, award);
            ore_put(model, row, -most_m, vars->start[o * plan->n_commit + s]);
            largest_m = fmax(largest_m, most_m);
        }
    }
    return largest_m;
}

static void put_awards(const ore_plan *plan, const ore_vars *vars,
                       ore_model *model, ore_row row, int f)
{
    const ore_project *project = &plan->projects[plan->offers[f].project];

    for (int i = 0; i < project->n_options * plan->n_commit; i++) {
        ore_put(model, row, 1.0, vars->award[vars->award_first[f] + i]);
    }
}

static void emit_offer(const ore_plan *plan, const ore_vars *vars,
                       ore_model *model, int f)
{
    const ore_offer *offer = &plan->offers[f];
    const char *project = plan->projects[offer->project].id;
    const char *instrument = plan->instruments[offer->instrument].id;
    const double most_m = emit_ties(plan, vars, model, f);

    if (vars->use[f].at < 0) {
        return;
    }
    const ore_row least = ore_add_row(model, offer->where, 0.0, HUGE_VAL,
                                      "ticket_min(%s,%s)", project, instrument);
    ore_row_limit(model, least, "smallest ticket of %s on project %s = %.10g",
                  instrument, project, offer->min_m);
    put_awards(plan, vars, model, least, f);
    ore_put(model, least, -offer->min_m, vars->use[f]);

    const ore_row most = ore_add_row(model, offer->where, -HUGE_VAL, 0.0,
                                     "ticket_max(%s,%s)", project, instrument);
    ore_row_limit(model, most, "largest ticket of %s on project %s = %.10g",
                  instrument, project, most_m);
    put_awards(plan, vars, model, most, f);
    ore_put(model, most, -most_m, vars->use[f]);

    const ore_row go = ore_add_row(model, offer->where, -HUGE_VAL, 0.0,
                                   "ticket_go(%s,%s)", project, instrument);
    ore_put(model, go, 1.0, vars->use[f]);
    ore_put_starts(plan, vars, model, go, -1.0, offer->project,
                   (ore_years){0, plan->n_commit - 1});
}

static void emit_count(const ore_plan *plan, const ore_vars *vars,
                       ore_model *model, const ore_project *project)
{
    bool counts = false;

    for (int i = 0; i < project->n_options; i++) {
        counts |= plan->options[project->first_option + i].instruments_max <
                  project->n_offers;
    }
    if (!counts) {
        return;
    }
    const ore_row row = ore_add_row(model, project->where, -HUGE_VAL, 0.0,
                                    "ticket_count(%s)", project->id);

    ore_row_limit(model, row, "`instruments_max` of project %s", project->id);
    for (int i = 0; i < project->n_offers; i++) {
        ore_put(model, row, 1.0, vars->use[project->first_offer + i]);
    }
    for (int o = project->first_option;
         o < project->first_option + project->n_options; o++) {
        const int most = plan->options[o].instruments_max;

        for (int s = 0; s < plan->n_commit; s++) {
            ore_put(
                model, row,
                -(double)(most < project->n_offers ? most : project->n_offers),
                vars->start[o * plan->n_commit + s]);
        }
    }
}

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model)
{
    for (int f = 0; f < plan->n_offers; f++) {
        emit_offer(plan, vars, model, f);
    }
    for (int p = 0; p < plan->n_projects; p++) {
        emit_count(plan, vars, model, &plan->projects[p]);
    }
}

/* One commitment of an instrument to a project that goes ahead. */
static void check_commitment(const ore_plan *plan, const ore_result *result,
                             ore_report *report, int f)
{
    const ore_offer *offer = &plan->offers[f];
    const ore_instrument *instrument = &plan->instruments[offer->instrument];
    const char *project = plan->projects[offer->project].id;
    const int o = result->option[offer->project];

    ore_expect_ge(report, result->face_m[f], offer->min_m, offer->where,
                  "least ticket of %s on %s", instrument->id, project);
    ore_expect_le(report, result->face_m[f], offer->max_m, offer->where,
                  "greatest ticket of %s on %s", instrument->id, project);
    if (o >= 0) {
        const int s = ore_start_index(plan, result, offer->project);

        ore_expect_le(report, result->face_m[f],
                      instrument->share_max * ore_whole_face_m(plan, f, o, s),
                      instrument->where, "share_max of %s on %s",
                      instrument->id, project);
        ore_expect_le(
            report, result->face_m[f],
            ore_filter_option(&instrument->applies_to, plan, &plan->options[o])
                ? HUGE_VAL
                : 0.0,
            instrument->where, "%s is not for option %s of %s", instrument->id,
            plan->options[o].id, project);
    }
}

static void check(const ore_plan *plan, const ore_result *result,
                  ore_report *report)
{
    for (int p = 0; p < plan->n_projects; p++) {
        const ore_project *project = &plan->projects[p];
        const int o = result->option[p];
        int used = 0;

        for (int i = 0; i < project->n_offers; i++) {
            const int f = project->first_offer + i;

            ore_expect_ge(report, result->face_m[f], 0.0, plan->offers[f].where,
                          "face on %s", project->id);
            if (result->face_m[f] > 0.0) {
                used++;
                check_commitment(plan, result, report, f);
            }
        }
        ore_expect_le(report, used,
                      o < 0 ? 0 : plan->options[o].instruments_max,
                      project->where, "instruments on %s", project->id);
    }
}

const ore_family ore_family_ticket = {
    .name = "ticket",
    .summary = "Least and greatest tickets, and instruments per project",
    .summary_ja = "支援額の下限・上限と事業あたり支援手段の数",
    .emit = emit,
    .check = check,
};
