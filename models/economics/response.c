/* See orefolio/study/response.h. */
#include "orefolio/study/response.h"

#include <math.h>

#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "orefolio/timing.h"

const char *const ore_action_words[] = {
    [ORE_ACTION_COMMIT] = "commit",  [ORE_ACTION_SPEED_UP] = "speed-up",
    [ORE_ACTION_DROP] = "drop",      [ORE_ACTION_ANSWER] = "answer",
    [ORE_ACTION_BUY] = "buy",        [ORE_ACTION_RELEASE] = "release",
    [ORE_ACTION_LEND] = "lend",      [ORE_ACTION_REPAY] = "repay",
    [ORE_ACTION_DELIVER] = "deliver"};
_Static_assert(ORE_COUNT_OF(ore_action_words) == ORE_ACTION_KINDS,
               "a word for every kind");

double ore_response_gap_tpa(const ore_response_case *of, int material, int t)
{
    const ore_round *round = of->round;
    double sum_tpa = 0.0;

    if (!of->result || !of->result->has_portfolio) {
        return nan("");
    }
    for (int i = 0; i < round->n_targets; i++) {
        sum_tpa += round->targets[i].material == material
                       ? of->result->shortfall_tpa[ore_at_state(round, i, t)]
                       : 0.0;
    }
    return sum_tpa;
}

double ore_response_mean_gap_tpa(const ore_response *response,
                                 const ore_response_case *of, int material)
{
    const ore_round *round = response->cases[ORE_DO_NOTHING].round;
    const ore_years years = round->disruptions[response->disruption].years;
    double sum_tpa = 0.0;

    for (int year = years.first; year <= years.last; year++) {
        sum_tpa +=
            ore_response_gap_tpa(of, material, year - round->horizon.first);
    }
    return sum_tpa / (years.last - years.first + 1);
}

double ore_material_target_tpa(const ore_round *round, int material, int t)
{
    double sum_tpa = 0.0;

    for (int i = 0; i < round->n_targets; i++) {
        sum_tpa += round->targets[i].material == material
                       ? round->targets[i].target_tpa[t]
                       : 0.0;
    }
    return sum_tpa;
}

double ore_response_cost_m(const ore_response_case *of)
{
    double sum_m = 0.0;

    if (!of->result || !of->result->has_portfolio) {
        return nan("");
    }
    for (int p = 0; p < of->round->n_projects; p++) {
        sum_m += ore_figure_cost_m(of->round, of->result, p);
    }
    return sum_m + ore_purchase_total_m(of->round, of->result, -1);
}

ore_years ore_speed_up_outputs(const ore_round *round, const ore_result *result,
                               int p)
{
    const int sped = round->projects[p].sped_option;

    return (ore_years){
        ore_first_output(&round->options[result->option[p]], result->year[p]),
        ore_first_output(&round->options[sped],
                         result->year[round->options[sped].project])};
}

double ore_response_gain(const ore_response *response, ore_response_column of)
{
    const ore_response_case *before = &response->cases[ORE_DO_NOTHING],
                            *after = &response->cases[of];

    if (!before->result || !before->result->has_portfolio || !after->result ||
        !after->result->has_portfolio) {
        return nan("");
    }
    const double less =
        before->result->goals[0].value - after->result->goals[0].value;

    return ore_objective_is_maximised(&before->round->goals[0]) ? -less : less;
}
