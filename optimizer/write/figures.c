/* Figures that reports derive from a written portfolio. */
#include "write/figures.h"

#include <math.h>

#include "orefolio/model.h"
#include "orefolio/timing.h"

int ore_figure_funded(const ore_plan *plan, const ore_result *result)
{
    int funded = 0;

    for (int p = 0; p < plan->n_projects; p++) {
        funded += result->option[p] >= 0;
    }
    return funded;
}

double ore_figure_capex_m(const ore_plan *plan, const ore_result *result, int p)
{
    const int o = result->option[p];

    return o < 0 ? 0.0 : plan->options[o].capex_m;
}

static const ore_instrument *instrument_of(const ore_plan *plan, int f)
{
    return &plan->instruments[plan->offers[f].instrument];
}

double ore_figure_source_m(const ore_plan *plan, const ore_result *result,
                           int p, const ore_instrument_kind *kind)
{
    const ore_project *project = &plan->projects[p];
    double sum_m = 0.0;

    for (int i = 0; i < project->n_offers; i++) {
        const int f = project->first_offer + i;

        if (!kind || instrument_of(plan, f)->kind == kind) {
            sum_m += result->face_m[f];
        }
    }
    return sum_m;
}

double ore_figure_promised_m(const ore_plan *plan, const ore_result *result,
                             int p)
{
    double sum_m = 0.0;

    for (int i = 0; ore_instrument_kinds[i]; i++) {
        if (!ore_instrument_kinds[i]->json_source) {
            sum_m +=
                ore_figure_source_m(plan, result, p, ore_instrument_kinds[i]);
        }
    }
    return sum_m;
}

double ore_figure_bank_debt_m(const ore_plan *plan, const ore_result *result,
                              int p)
{
    double wrapped_m = 0.0;

    for (int i = 0; ore_instrument_kinds[i]; i++) {
        if (ore_instrument_kinds[i]->covers == ORE_COVERS_DEBT) {
            wrapped_m +=
                ore_figure_source_m(plan, result, p, ore_instrument_kinds[i]);
        }
    }
    return fmax(0.0, result->debt_m[p] - wrapped_m);
}

static double charge_m(const ore_plan *plan, const ore_result *result, int f)
{
    const int p = plan->offers[f].project, o = result->option[p];

    return o < 0 ? 0.0
                 : result->face_m[f] *
                       ore_charge_rate(plan, f, o,
                                       result->year[p] - plan->commit.first);
}

double ore_figure_cost_m(const ore_plan *plan, const ore_result *result, int p)
{
    const ore_project *project = &plan->projects[p];
    double sum_m = 0.0;

    for (int i = 0; i < project->n_offers; i++) {
        sum_m += charge_m(plan, result, project->first_offer + i);
    }
    return sum_m;
}

/* What stockpile h costs in horizon year t. */
static double stock_m(const ore_plan *plan, const ore_result *result, int h,
                      int t)
{
    return ore_stock_cost_m(plan, &plan->stockpiles[h], t) *
           result->bought_t[h * plan->n_years + t];
}

double ore_figure_stocks_m(const ore_plan *plan, const ore_result *result,
                           int funder)
{
    double sum_m = 0.0;

    for (int h = 0; h < plan->n_stockpiles; h++) {
        const int payer = plan->budgets[plan->stockpiles[h].budget].funder;

        for (int t = 0; t < plan->n_years && payer == funder; t++) {
            sum_m += stock_m(plan, result, h, t);
        }
    }
    return sum_m;
}

double ore_figure_funder_cost_m(const ore_plan *plan, const ore_result *result,
                                int funder)
{
    double sum_m = ore_figure_stocks_m(plan, result, funder);

    for (int f = 0; f < plan->n_offers; f++) {
        if (instrument_of(plan, f)->funder == funder) {
            sum_m += charge_m(plan, result, f);
        }
    }
    return sum_m;
}

double ore_figure_face_m(const ore_plan *plan, const ore_result *result, int k,
                         int year)
{
    double sum_m = 0.0;

    for (int f = 0; f < plan->n_offers; f++) {
        const ore_offer *offer = &plan->offers[f];

        if (offer->instrument == k && result->year[offer->project] == year) {
            sum_m += result->face_m[f];
        }
    }
    return sum_m;
}

double ore_figure_exposure_m(const ore_plan *plan, const ore_result *result,
                             int k, int year)
{
    const ore_instrument *instrument = &plan->instruments[k];

    return ore_figure_face_m(plan, result, k, year) *
           instrument->kind->exposure_share(instrument);
}

int ore_figure_budget_years(const ore_plan *plan, int b)
{
    return plan->budgets[b].basis == ORE_BASIS_COMMITMENT
               ? plan->n_commit
               : plan->n_budget_years;
}

double ore_figure_used_m(const ore_plan *plan, const ore_result *result, int b,
                         int y)
{
    const int t = plan->commit.first + y - plan->horizon.first;
    double sum_m = 0.0;

    for (int h = 0; h < plan->n_stockpiles && t >= 0; h++) {
        if (plan->stockpiles[h].budget == b) {
            sum_m += stock_m(plan, result, h, t);
        }
    }
    for (int f = 0; f < plan->n_offers; f++) {
        const int p = plan->offers[f].project, o = result->option[p];

        if (o >= 0 && instrument_of(plan, f)->budget == b) {
            const int s = result->year[p] - plan->commit.first;
            const double share =
                plan->budgets[b].basis == ORE_BASIS_DISBURSEMENT
                    ? ore_spent_share(plan, &plan->options[o], s, y)
                    : (s == y ? 1.0 : 0.0);

            sum_m += share * charge_m(plan, result, f);
        }
    }
    return sum_m;
}

double ore_figure_available_m(const ore_plan *plan, const ore_result *result,
                              int b, int y)
{
    const ore_budget *budget = &plan->budgets[b];
    double left_m = 0.0;

    for (int due = 0; due < y && budget->carry_over; due++) {
        left_m +=
            budget->amount_m[due] - ore_figure_used_m(plan, result, b, due);
    }
    return left_m + budget->amount_m[y];
}

double ore_figure_plateau_tpa(const ore_plan *plan, const ore_option *option,
                              const ore_flow *flow)
{
    const double ramp =
        option->n_ramp > 0 ? option->ramp[option->n_ramp - 1] : 1.0;
    const double success =
        plan->outputs_expected ? option->success_probability : 1.0;

    return flow->output_tpa * ramp * success;
}

/* What target i still lacks after supply that only its market may use. */
static double lacking_tpa(const ore_plan *plan, int i, int t)
{
    const ore_target *target = &plan->targets[i];

    return fmax(0.0, target->target_tpa[t] -
                         ore_reserved_supply_tpa(plan, target, t));
}

double ore_figure_secured_tpa(const ore_plan *plan, int i, int t)
{
    const int material = plan->targets[i].material;
    const double open_tpa = ore_open_supply_tpa(plan, material, t);
    const double lack_tpa = lacking_tpa(plan, i, t);
    double all_tpa = 0.0;

    for (int j = 0; j < plan->n_targets; j++) {
        if (plan->targets[j].material == material) {
            all_tpa += lacking_tpa(plan, j, t);
        }
    }
    return ore_reserved_supply_tpa(plan, &plan->targets[i], t) +
           (all_tpa > 0.0 ? open_tpa * (lack_tpa / all_tpa) : 0.0);
}

double ore_figure_gap_before_tpa(const ore_plan *plan, int i, int t)
{
    return fmax(0.0, plan->targets[i].target_tpa[t] -
                         ore_figure_secured_tpa(plan, i, t));
}

double ore_figure_capacity_share(const ore_plan *plan, const ore_result *result,
                                 int p, int t)
{
    const ore_option *option = &plan->options[result->option[p]];

    return option->n_flows > 0
               ? ore_capacity_share(plan, option, result->year[p],
                                    plan->horizon.first + t)
               : 0.0;
}

double ore_figure_use(const ore_plan *plan, const ore_result *result, int p,
                      int t)
{
    const double has = ore_figure_capacity_share(plan, result, p, t);
    const double uses =
        result->use[p * plan->n_moments + ore_moment_at(plan, -1, t)];

    return has > 0.0 ? fmin(1.0, uses / has) : 0.0;
}

double ore_figure_mean_use(const ore_plan *plan, const ore_result *result,
                           int p)
{
    double sum = 0.0;
    int n = 0;

    for (int t = 0; t < plan->n_years; t++) {
        if (ore_figure_capacity_share(plan, result, p, t) > 0.0) {
            sum += ore_figure_use(plan, result, p, t);
            n++;
        }
    }
    return n > 0 ? sum / n : nan("");
}

double ore_figure_closed_share(const ore_plan *plan, const ore_result *result)
{
    const ore_goal *goal = ore_goal_named("shortfall");
    const ore_goal_use *asked = ore_goal_used(plan, goal->name);
    const ore_goal_use by_default = {.name = goal->name,
                                     .discount_rate = plan->discount_rate};
    const ore_goal_use *use = asked ? asked : &by_default;
    ore_result *before = ore_result_new(plan);

    for (int i = 0; i < plan->n_targets; i++) {
        for (int t = 0; t < plan->n_years; t++) {
            before->shortfall_tpa[i * plan->n_moments + t] =
                ore_figure_gap_before_tpa(plan, i, t);
        }
    }
    const double lacking = goal->value(plan, before, use);

    ore_result_free(before);
    return lacking > 0.0 ? 1.0 - goal->value(plan, result, use) / lacking
                         : nan("");
}
