/* See claims.h. */
#include "verify/claims.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/goal.h"
#include "orefolio/screen.h"
#include "orefolio/tolerances.h"

/* Gaps are written to 1e-9; one of at most 1e-6 may come of
 * ORE_TOLERANCE_WRITTEN alone, and 1e-5 counts as proven. */
static const double written = 2e-9;

static void check_bound(const ore_objective *use, const ore_goal_outcome *goal,
                        ore_diags *diags)
{
    const double sign = ore_objective_is_maximised(use) ? -1.0 : 1.0;
    const double size = fmax(fabs(goal->value), 1e-9);
    const double off = sign * (goal->value - goal->bound);
    const double gap = fmax(0.0, off) / size;

    if (isnan(goal->bound) != isnan(goal->gap)) {
        ore_error(diags, use->where,
                  "goal %s: a bound and a gap belong together, but one is null",
                  use->name);
    } else if (off < -ORE_TOLERANCE_WRITTEN * fmax(1.0, size)) {
        ore_error(diags, use->where,
                  "goal %s: the value %.10g is better than the bound %.10g",
                  use->name, goal->value, goal->bound);
    } else if (fabs(gap - goal->gap) > written &&
               fmax(off, goal->gap * size) >
                   ORE_TOLERANCE_WRITTEN * fmax(1.0, size)) {
        ore_error(diags, use->where,
                  "goal %s: the gap is %.10g, but value and bound give %.10g",
                  use->name, goal->gap, gap);
    }
}

/* The gap at which goal g is as good as was asked for, with what its tolerance
 * gives to later goals, and what earlier ones took back at the written figures.
 */
static double allowed_gap(const ore_round *round, int g, double gap,
                          bool gap_for_all)
{
    const ore_objective *use = &round->goals[g];
    const double asked = gap_for_all || isnan(use->gap) ? gap : use->gap;

    return fmax(asked, ORE_TOLERANCE_PROVEN) + ORE_TOLERANCE_WRITTEN +
           (g + 1 < round->n_goals ? use->tolerance : 0.0);
}

static void check_optimal(const ore_round *round, const ore_result *result,
                          double gap, bool gap_for_all, ore_diags *diags)
{
    for (int g = 0; g < round->n_goals; g++) {
        const ore_goal_outcome *goal = &result->goals[g];
        const double allowed = allowed_gap(round, g, gap, gap_for_all);

        if (isnan(goal->gap)) {
            ore_error(diags, round->goals[g].where,
                      "goal %s: the status is 'optimal', but no bound is given",
                      round->goals[g].name);
        } else if (goal->gap > allowed * (1.0 + allowed) + written &&
                   goal->gap * fabs(goal->value) > ORE_TOLERANCE_EQUAL) {
            ore_error(diags, round->goals[g].where,
                      "goal %s: the status is 'optimal', but the gap is %.10g, "
                      "expected at most %.10g",
                      round->goals[g].name, goal->gap, allowed);
        }
    }
}

static void check_reason(const ore_round *round, const ore_result *result,
                         int p, ore_diags *diags)
{
    const ore_project *project = &round->projects[p];
    const ore_reason_kind told = result->reason[p].kind;
    ore_reason found = ore_screen_reason(round, p);
    const bool is_told = told == ORE_REASON_OUT ||
                         told == ORE_REASON_SCREENED ||
                         told == ORE_REASON_WINDOW;

    if (found.kind != told && (is_told || found.kind != ORE_REASON_NONE)) {
        ore_error(diags, project->where,
                  "project '%s' is left out as '%s', but the round says '%s'",
                  project->id, ore_reason_words[told],
                  ore_reason_words[found.kind]);
    }
    free(found.detail);
    free(found.detail_ja);
}

ore_status ore_check_proofs(const ore_round *round, const ore_result *result,
                            double gap, bool gap_for_all, ore_diags *diags)
{
    const int errors = ore_diags_errors(diags);

    for (int g = 0; g < round->n_goals; g++) {
        check_bound(&round->goals[g], &result->goals[g], diags);
    }
    if (result->status == ORE_OK && !isnan(gap)) {
        check_optimal(round, result, gap, gap_for_all, diags);
    }
    return ore_diags_errors(diags) > errors ? ORE_UNVERIFIED : ORE_OK;
}

ore_status ore_check_reasons(const ore_round *round, const ore_result *result,
                             ore_diags *diags)
{
    const int errors = ore_diags_errors(diags);

    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] < 0) {
            check_reason(round, result, p, diags);
        }
    }
    return ore_diags_errors(diags) > errors ? ORE_UNVERIFIED : ORE_OK;
}
