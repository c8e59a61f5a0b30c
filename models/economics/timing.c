/* When a project builds, produces and spends; what flows without it. */
#include "orefolio/timing.h"

#include <math.h>

#include "orefolio/filter.h"
#include "orefolio/instrument.h"

static double own_share(const ore_round *round, const ore_option *option,
                        int committed, int year)
{
    const int age = year - committed - option->build_years;
    double share = 1.0;

    if (age < 0 || age >= option->life_years) {
        return 0.0;
    }
    if (option->n_ramp > 0) {
        share = option->ramp[age < option->n_ramp ? age : option->n_ramp - 1];
    }
    return round->outputs_expected ? share * option->success_probability
                                   : share;
}

/* What is there sooner, or more of it. */
static double added_share(const ore_round *round, const ore_option *option,
                          int committed, int year)
{
    const ore_option *sped =
        &round->options[round->projects[option->project].sped_option];
    const int since =
        round->baseline.path ? round->baseline.year[sped->project] : 0;
    const bool has_ended = year - since - sped->build_years >= sped->life_years;

    return has_ended ? 0.0
                     : fmax(0.0, own_share(round, option, committed, year) -
                                     own_share(round, sped, since, year));
}

double ore_capacity_share(const ore_round *round, const ore_option *option,
                          int committed, int year)
{
    return round->projects[option->project].speeds_up
               ? added_share(round, option, committed, year)
               : own_share(round, option, committed, year);
}

int ore_years_to_output(const ore_option *option)
{
    int idle = 0;

    while (idle < option->n_ramp && option->ramp[idle] <= 0.0) {
        idle++;
    }
    return option->build_years + idle;
}

double ore_spent_share(const ore_round *round, const ore_option *option, int s,
                       int y)
{
    const int offset = y - s;
    double share = 0.0;

    if (offset < 0) {
        return 0.0;
    }
    if (offset < option->n_spending) {
        share = option->spending_share[offset];
    }
    if (y == round->n_budget_years - 1) {
        for (int later = offset + 1; later < option->n_spending; later++) {
            share += option->spending_share[later];
        }
    }
    return share;
}

int ore_state_at(const ore_round *round, int disruption, int t)
{
    for (int j = round->n_years; j < round->n_states && disruption >= 0; j++) {
        if (round->states[j].disruption == disruption &&
            round->states[j].t == t) {
            return j;
        }
    }
    return t;
}

static bool makes_named(const ore_round *round, const ore_filter *of,
                        const ore_option *option)
{
    if (!ore_filter_asks(of, ORE_FILTER_MATERIAL)) {
        return true;
    }
    for (int i = 0; i < option->n_flows; i++) {
        const ore_flow *flow = &option->flows[i];

        if (flow->output_tpa > 0.0 &&
            ore_filter_has(of, ORE_FILTER_MATERIAL,
                           round->materials[flow->material].id)) {
            return true;
        }
    }
    return false;
}

double ore_state_share(const ore_round *round, int o, int committed, int j)
{
    const ore_option *option = &round->options[o];
    const ore_state *state = &round->states[j];
    const double share = ore_capacity_share(round, option, committed,
                                            round->horizon.first + state->t);

    if (state->disruption < 0) {
        return share;
    }
    const ore_disruption *disruption = &round->disruptions[state->disruption];
    const bool is_hit = ore_filter_project(&disruption->of,
                                           &round->projects[option->project]) &&
                        makes_named(round, &disruption->of, option);

    return is_hit ? share * (1.0 - disruption->loss) : share;
}

double ore_supply_left(const ore_round *round, int i, int j)
{
    const int w = round->states[j].disruption;

    return w >= 0 && ore_filter_supply(&round->disruptions[w].of, round,
                                       &round->supplies[i])
               ? 1.0 - round->disruptions[w].loss
               : 1.0;
}

double ore_supply_tpa(const ore_round *round, int i, int j)
{
    return round->supplies[i].tpa[round->states[j].t] *
           ore_supply_left(round, i, j);
}

double ore_secured_tpa(const ore_round *round, int i, int j)
{
    return round->supplies[i].is_optional ? 0.0 : ore_supply_tpa(round, i, j);
}

double ore_unreserved_supply_tpa(const ore_round *round, int material, int j)
{
    double sum_tpa = 0.0;

    for (int i = 0; i < round->n_supplies; i++) {
        if (round->supplies[i].material == material &&
            round->supplies[i].market < 0) {
            sum_tpa += ore_secured_tpa(round, i, j);
        }
    }
    return sum_tpa;
}

double ore_reserved_supply_tpa(const ore_round *round, const ore_target *target,
                               int j)
{
    double sum_tpa = 0.0;

    for (int i = 0; i < round->n_supplies; i++) {
        if (round->supplies[i].material == target->material &&
            round->supplies[i].market == target->market) {
            sum_tpa += ore_secured_tpa(round, i, j);
        }
    }
    return sum_tpa;
}

bool ore_account_covers(const ore_round *round, int b, int year)
{
    const bool is_spent = round->budgets[b].basis == ORE_BASIS_DISBURSEMENT;

    return year >= round->commit.first &&
           year <= (is_spent ? round->horizon.last : round->commit.last);
}

double ore_stock_cost_m(const ore_round *round, const ore_stockpile *stockpile,
                        int t)
{
    const int held_years = round->n_years - 1 - t;

    return stockpile->cost_m_per_t *
           (1.0 + stockpile->carrying_rate * held_years);
}

bool ore_stock_serves(const ore_round *round, int t, int j)
{
    const ore_state *state = &round->states[j];

    return state->disruption >= 0 &&
           round->horizon.first + t <
               round->disruptions[state->disruption].years.first;
}
