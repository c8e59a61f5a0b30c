/* Figures that reports derive from a written portfolio. */
#include "orefolio/accounting.h"

#include <math.h>

#include "economics/shortfall.h"
#include "orefolio/goal.h"
#include "orefolio/timing.h"

int ore_figure_funded(const ore_round *round, const ore_result *result)
{
    int funded = 0;

    for (int p = 0; p < round->n_projects; p++) {
        funded += result->option[p] >= 0;
    }
    return funded;
}

double ore_figure_capex_m(const ore_round *round, const ore_result *result,
                          int p)
{
    const int o = result->option[p];

    return o < 0 ? 0.0 : round->options[o].capex_m;
}

static const ore_instrument *instrument_of(const ore_round *round, int f)
{
    return &round->instruments[round->pairs[f].instrument];
}

double ore_figure_source_m(const ore_round *round, const ore_result *result,
                           int p, const ore_instrument_kind *kind)
{
    const ore_project *project = &round->projects[p];
    double sum_m = 0.0;

    for (int i = 0; i < project->n_pairs; i++) {
        const int f = project->first_pair + i;

        if (!kind || instrument_of(round, f)->kind == kind) {
            sum_m += result->face_m[f];
        }
    }
    return sum_m;
}

double ore_figure_contingent_m(const ore_round *round, const ore_result *result,
                               int p)
{
    double sum_m = 0.0;

    for (int i = 0; ore_instrument_kinds[i]; i++) {
        if (!ore_instrument_kinds[i]->json_source) {
            sum_m +=
                ore_figure_source_m(round, result, p, ore_instrument_kinds[i]);
        }
    }
    return sum_m;
}

double ore_figure_bank_debt_m(const ore_round *round, const ore_result *result,
                              int p)
{
    double wrapped_m = 0.0;

    for (int i = 0; ore_instrument_kinds[i]; i++) {
        if (ore_instrument_kinds[i]->covers == ORE_COVERS_DEBT) {
            wrapped_m +=
                ore_figure_source_m(round, result, p, ore_instrument_kinds[i]);
        }
    }
    return fmax(0.0, result->debt_m[p] - wrapped_m);
}

double ore_figure_cost_m(const ore_round *round, const ore_result *result,
                         int p)
{
    const ore_project *project = &round->projects[p];
    double sum_m = 0.0;

    for (int i = 0; i < project->n_pairs; i++) {
        sum_m += ore_charge_m(round, result, project->first_pair + i);
    }
    return sum_m;
}

double ore_figure_purchases_m(const ore_round *round, const ore_result *result,
                              int funder)
{
    double sum_m = 0.0;

    for (int b = 0; b < round->n_budgets; b++) {
        if (round->budgets[b].funder == funder) {
            sum_m += ore_purchase_total_m(round, result, b);
        }
    }
    return sum_m;
}

double ore_figure_face_m(const ore_round *round, const ore_result *result,
                         int k, int year)
{
    double sum_m = 0.0;

    for (int f = 0; f < round->n_pairs; f++) {
        const ore_pair *pair = &round->pairs[f];

        if (pair->instrument == k && result->year[pair->project] == year) {
            sum_m += result->face_m[f];
        }
    }
    return sum_m;
}

double ore_figure_exposure_m(const ore_round *round, const ore_result *result,
                             int k, int year)
{
    const ore_instrument *instrument = &round->instruments[k];

    return ore_figure_face_m(round, result, k, year) *
           instrument->kind->exposure_share(instrument);
}

int ore_figure_budget_years(const ore_round *round, int b)
{
    return round->budgets[b].basis == ORE_BASIS_COMMITMENT
               ? round->n_commit
               : round->n_budget_years;
}

double ore_figure_used_m(const ore_round *round, const ore_result *result,
                         int b, int y)
{
    double sum_m =
        ore_purchase_charge_m(round, result, b, round->commit.first + y);

    for (int f = 0; f < round->n_pairs; f++) {
        const int p = round->pairs[f].project, o = result->option[p];

        if (o >= 0 && instrument_of(round, f)->budget == b) {
            const int s = result->year[p] - round->commit.first;
            const double share =
                round->budgets[b].basis == ORE_BASIS_DISBURSEMENT
                    ? ore_spent_share(round, &round->options[o], s, y)
                    : (s == y ? 1.0 : 0.0);

            sum_m += share * ore_charge_m(round, result, f);
        }
    }
    return sum_m;
}

double ore_figure_available_m(const ore_round *round, const ore_result *result,
                              int b, int y)
{
    const ore_budget *budget = &round->budgets[b];
    double left_m = 0.0;

    for (int due = 0; due < y && budget->carry_over; due++) {
        left_m +=
            budget->amount_m[due] - ore_figure_used_m(round, result, b, due);
    }
    return left_m + budget->amount_m[y];
}

double ore_figure_plateau_tpa(const ore_round *round, const ore_option *option,
                              const ore_flow *flow)
{
    const double ramp =
        option->n_ramp > 0 ? option->ramp[option->n_ramp - 1] : 1.0;
    const double success =
        round->outputs_expected ? option->success_probability : 1.0;

    return flow->output_tpa * ramp * success;
}

/* What target i still lacks after supply that only its market may use. */
static double lacking_tpa(const ore_round *round, int i, int t)
{
    const ore_target *target = &round->targets[i];

    return fmax(0.0, target->target_tpa[t] -
                         ore_reserved_supply_tpa(round, target, t));
}

bool ore_is_targeted(const ore_round *round, int material)
{
    for (int i = 0; i < round->n_targets; i++) {
        if (round->targets[i].material == material) {
            return true;
        }
    }
    return false;
}

double ore_figure_secured_tpa(const ore_round *round, int i, int t)
{
    const int material = round->targets[i].material;
    const double open_tpa = ore_unreserved_supply_tpa(round, material, t);
    const double lack_tpa = lacking_tpa(round, i, t);
    double all_tpa = 0.0;

    for (int j = 0; j < round->n_targets; j++) {
        if (round->targets[j].material == material) {
            all_tpa += lacking_tpa(round, j, t);
        }
    }
    return ore_reserved_supply_tpa(round, &round->targets[i], t) +
           (all_tpa > 0.0 ? open_tpa * (lack_tpa / all_tpa) : 0.0);
}

double ore_figure_gap_before_tpa(const ore_round *round, int i, int t)
{
    return fmax(0.0, round->targets[i].target_tpa[t] -
                         ore_figure_secured_tpa(round, i, t));
}

double ore_figure_capacity_share(const ore_round *round,
                                 const ore_result *result, int p, int t)
{
    const ore_option *option = &round->options[result->option[p]];

    return option->n_flows > 0
               ? ore_capacity_share(round, option, result->year[p],
                                    round->horizon.first + t)
               : 0.0;
}

double ore_figure_use(const ore_round *round, const ore_result *result, int p,
                      int t)
{
    const double has = ore_figure_capacity_share(round, result, p, t);
    const double uses =
        result->utilisation[p * round->n_states + ore_state_at(round, -1, t)];

    return has > 0.0 ? fmin(1.0, uses / has) : 0.0;
}

double ore_figure_mean_use(const ore_round *round, const ore_result *result,
                           int p)
{
    double sum = 0.0;
    int n = 0;

    for (int t = 0; t < round->n_years; t++) {
        if (ore_figure_capacity_share(round, result, p, t) > 0.0) {
            sum += ore_figure_use(round, result, p, t);
            n++;
        }
    }
    return n > 0 ? sum / n : nan("");
}

/* Goal shortfall as the round means it, or as it would by default. */
static ore_objective shortfall_use(const ore_round *round)
{
    static const char goal[] = "shortfall";
    const ore_objective *asked = ore_objective_named(round, goal);

    return asked ? *asked
                 : (ore_objective){.name = goal,
                                   .discount_rate = round->discount_rate};
}

double ore_figure_gap_weight(const ore_round *round, int i, int t)
{
    const ore_objective use = shortfall_use(round);

    return round->targets[i].target_tpa[t] > 0.0
               ? ore_shortfall_per_tonne(round, &use, i, t)
               : 0.0;
}

double ore_figure_weighted_gap(const ore_round *round, const ore_result *result,
                               int material)
{
    const ore_objective use = shortfall_use(round);
    ore_result *own = ore_result_new(round);

    for (int i = 0; i < round->n_targets; i++) {
        const bool counts =
            material < 0 || round->targets[i].material == material;

        for (int t = 0; t < round->n_years && counts; t++) {
            const int at = ore_at_state(round, i, t);

            own->shortfall_tpa[at] =
                result ? result->shortfall_tpa[at]
                       : ore_figure_gap_before_tpa(round, i, t);
        }
    }
    const double gap = ore_shortfall(round, own, &use, -1);

    ore_result_free(own);
    return gap;
}

double ore_figure_closed_share(const ore_round *round, const ore_result *result)
{
    const double lacking = ore_figure_weighted_gap(round, NULL, -1);

    return lacking > 0.0
               ? 1.0 - ore_figure_weighted_gap(round, result, -1) / lacking
               : nan("");
}
