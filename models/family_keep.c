/* keep: what was promised before stays.
 *
 *   start[p,o0,s0] = 1               kept projects p: option and year as before
 *   award[f,o0,s0] >= face0[f]       their instruments, at least as much
 *   buy[h,t] = bought0[h,t]          in a response, before the disruption
 *
 * o0, s0, face0, bought0 are the baseline's. More may be promised, when a cost
 * has risen; sponsors and banks adapt. */
#include <math.h>

#include "orefolio/screen.h"
#include "registry.h"

/* An amount of the baseline, at least. Results are written rounded to 1e-6: a
 * figure that uses all its decimals may stand above what was promised, and must
 * not make a conflict of it. */
static double kept(double amount)
{
    const double step = 1e-6;

    return fabs(amount - round(amount * 1e4) / 1e4) < 0.1 * step
               ? amount
               : amount - step;
}

static void emit_project(const ore_plan *plan, const ore_vars *vars,
                         ore_model *model, int p)
{
    const ore_project *project = &plan->projects[p];
    const int o = plan->baseline.option[p];
    const int s = plan->baseline.year[p] - plan->commit.first;
    const ore_row row =
        ore_add_row(model, project->where, 1.0, 1.0, "keep(%s)", project->id);

    ore_row_limit(model, row, "project %s is kept as in the baseline",
                  project->id);
    ore_put(model, row, 1.0, vars->start[o * plan->n_commit + s]);
    for (int f = project->first_offer;
         f < project->first_offer + project->n_offers; f++) {
        const double face_m = kept(plan->baseline.face_m[f]);

        if (face_m > 0.0) {
            const ore_row least = ore_add_row(
                model, project->where, face_m, HUGE_VAL, "keep_face(%s,%s)",
                project->id, plan->instruments[plan->offers[f].instrument].id);

            ore_row_limit(model, least,
                          "%.10g of %s are kept for project %s, as in the "
                          "baseline",
                          face_m,
                          plan->instruments[plan->offers[f].instrument].id,
                          project->id);
            ore_put(model, least, 1.0, ore_award_col(plan, vars, f, o, s));
        }
    }
}

/* The years before the disruption that is responded to. */
static int years_before(const ore_plan *plan)
{
    return plan->respond < 0 ? 0
                             : plan->disruptions[plan->respond].years.first -
                                   plan->horizon.first;
}

static void emit(const ore_plan *plan, const ore_vars *vars, ore_model *model)
{
    for (int p = 0; p < plan->n_projects; p++) {
        if (ore_is_kept(plan, p)) {
            emit_project(plan, vars, model, p);
        }
    }
    for (int h = 0; h < plan->n_stockpiles; h++) {
        for (int t = 0; t < years_before(plan); t++) {
            const int at = h * plan->n_years + t;
            const double bought_t = plan->baseline.bought_t[at];
            const ore_row row =
                ore_add_row(model, plan->stockpiles[h].where, kept(bought_t),
                            bought_t, "keep_stock(%s,%d)",
                            plan->stockpiles[h].id, plan->horizon.first + t);

            ore_row_limit(model, row,
                          "stockpile %s is kept as in the baseline, %d",
                          plan->stockpiles[h].id, plan->horizon.first + t);
            ore_put(model, row, 1.0, vars->buy[at]);
        }
    }
}

static void check_project(const ore_plan *plan, const ore_result *result,
                          ore_report *report, int p)
{
    const ore_project *project = &plan->projects[p];

    ore_expect_eq(report, result->option[p], plan->baseline.option[p],
                  project->where, "option of %s as in the baseline",
                  project->id);
    ore_expect_eq(report, result->year[p], plan->baseline.year[p],
                  project->where, "year of %s as in the baseline", project->id);
    for (int f = project->first_offer;
         f < project->first_offer + project->n_offers; f++) {
        ore_expect_ge(report, result->face_m[f], kept(plan->baseline.face_m[f]),
                      project->where, "what %s promised to %s",
                      plan->instruments[plan->offers[f].instrument].id,
                      project->id);
    }
}

static void check(const ore_plan *plan, const ore_result *result,
                  ore_report *report)
{
    for (int t = 0; t < years_before(plan); t++) {
        for (int h = 0; h < plan->n_stockpiles; h++) {
            const int at = h * plan->n_years + t;

            ore_expect_ge(
                report, result->bought_t[at], kept(plan->baseline.bought_t[at]),
                plan->stockpiles[h].where,
                "what %s bought before the disruption", plan->stockpiles[h].id);
            ore_expect_le(
                report, result->bought_t[at], plan->baseline.bought_t[at],
                plan->stockpiles[h].where,
                "what %s bought before the disruption", plan->stockpiles[h].id);
        }
    }
    for (int p = 0; p < plan->n_projects; p++) {
        if (ore_is_kept(plan, p)) {
            check_project(plan, result, report, p);
        }
    }
}

const ore_family ore_family_keep = {
    .name = "keep",
    .summary = "What was promised before stays",
    .summary_ja = "公表済み案件の維持",
    .emit = emit,
    .check = check,
};
