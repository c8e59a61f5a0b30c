/* From a point of the program to a result of written figures. */
#include "solve/extract.h"

#include <math.h>

static const double money_grain = 1e6; /* written units per million */
static const double flow_grain = 1e6;
static const double use_grain = 1e9;

static double rounded(double value, double grain)
{
    const double whole = round(value * grain) / grain;

    return whole <= 0.0 ? 0.0 : whole; /* also turns -0 into 0 */
}

static double at(const double *point, ore_col col)
{
    return col.at < 0 ? 0.0 : point[col.at];
}

static void extract_block(const ore_program *program, const double *point,
                          int o, int s, ore_result *result)
{
    const ore_plan *plan = program->plan;
    const ore_vars *vars = program->vars;
    const int p = plan->options[o].project;
    const ore_project *project = &plan->projects[p];
    const int block = o * plan->n_commit + s;

    if (at(point, vars->start[block]) < 0.5) {
        return;
    }
    result->option[p] = o;
    result->year[p] = plan->commit.first + s;
    result->equity_m[p] = rounded(at(point, vars->equity[block]), money_grain);
    result->debt_m[p] = rounded(at(point, vars->debt[block]), money_grain);
    for (int f = project->first_offer;
         f < project->first_offer + project->n_offers; f++) {
        result->face_m[f] =
            rounded(at(point, ore_award_col(plan, vars, f, o, s)), money_grain);
    }
    for (int t = 0; t < plan->n_years; t++) {
        result->use[p * plan->n_years + t] =
            rounded(at(point, vars->run[o * plan->n_years + t]), use_grain);
    }
}

void ore_extract(const ore_program *program, const double *point,
                 ore_result *result)
{
    const ore_plan *plan = program->plan;

    result->has_portfolio = true;
    for (int p = 0; p < plan->n_projects; p++) {
        result->option[p] = -1;
        result->year[p] = 0;
    }
    for (int o = 0; o < plan->n_options; o++) {
        for (int s = 0; s < plan->n_commit; s++) {
            extract_block(program, point, o, s, result);
        }
    }
    for (int i = 0; i < plan->n_targets * plan->n_years; i++) {
        const double target_tpa =
            plan->targets[i / plan->n_years].target_tpa[i % plan->n_years];
        const double got_tpa =
            rounded(at(point, program->vars->deliver[i]), flow_grain);

        result->delivered_tpa[i] = fmin(got_tpa, fmax(target_tpa, 0.0));
        result->shortfall_tpa[i] =
            rounded(target_tpa - result->delivered_tpa[i], flow_grain);
    }
}
