/* Time to survive and time to recover of each material that a disruption hits
 * (D. Simchi-Levi et al., Identifying risks and mitigating disruptions in the
 * automotive supply chain, Interfaces 45, 2015). */
#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/memory.h"
#include "study/response/cases.h"
#include "study/response/response.h"
#include "study/response/rounds.h"

/* A gap is larger than it was planned to be by more than so much of the target:
 * portfolios are written with rounded figures. */
static const double min_share = 1e-3;

static int first_year(const ore_response *response)
{
    const ore_round *round = response->cases[ORE_DO_NOTHING].round;

    return round->disruptions[response->disruption].years.first -
           round->horizon.first;
}

/* Years from the beginning until the gap is as planned for good. */
static int recovery(const ore_response *response,
                    const ore_response_case *planned,
                    const ore_response_case *own, int material)
{
    const ore_round *round = own->round;
    const int from = first_year(response);
    int last = from - 1;

    if (!own->result->has_portfolio) {
        return -1;
    }
    for (int t = from; t < round->n_years; t++) {
        const double more_tpa = ore_response_gap_tpa(own, material, t) -
                                ore_response_gap_tpa(planned, material, t);

        if (more_tpa >
            min_share * ore_material_target_tpa(round, material, t)) {
            last = t;
        }
    }
    return last == round->n_years - 1 && last >= from ? -1 : last - from + 1;
}

/* What the material's targets lack in n years from t on, as goal shortfall
 * weighs it without discounting. */
static double weighted_gap(const ore_round *round, const ore_result *result,
                           int material, int t, int n)
{
    double sum = 0.0;

    for (int i = 0; i < round->n_targets; i++) {
        for (int year = t; year < t + n; year++) {
            const double target_tpa = round->targets[i].target_tpa[year];

            if (round->targets[i].material == material && target_tpa > 0.0) {
                sum += round->targets[i].weight[year] *
                       result->shortfall_tpa[ore_at_state(round, i, year)] /
                       target_tpa;
            }
        }
    }
    return sum;
}

static int length(const ore_response *response)
{
    const ore_round *round = response->cases[ORE_DO_NOTHING].round;
    const ore_years years = round->disruptions[response->disruption].years;

    return years.last - years.first + 1;
}

/* Each number of years is a question of its own: can the gap in them be as it
 * was planned? */
static void find_survival(const ore_inquiry *asked,
                          const ore_response_case *planned,
                          ore_response *response)
{
    const int from = first_year(response), n = length(response);
    const int n_cases = response->n_times * n;
    ore_response_case *cases = ore_alloc(n_cases, sizeof *cases);
    ore_response_task *tasks = ore_alloc(n_cases, sizeof *tasks);

    for (int i = 0; i < n_cases; i++) {
        cases[i].round = ore_round_copy(response->cases[ORE_DO_NOTHING].round);
        ore_edit_to_gap(cases[i].round, response->times[i / n].material, from,
                        i % n + 1);
        tasks[i] = (ore_response_task){.into = &cases[i], .is_bare = true};
    }
    ore_response_solve(asked, tasks, n_cases, "times");
    for (int i = 0; i < n_cases; i++) {
        ore_material_times *times = &response->times[i / n];
        const ore_answer answer = ore_response_answer(&cases[i]);

        times->answer =
            i % n == 0 || answer != ORE_ANSWER_KNOWN ? answer : times->answer;
        if (answer == ORE_ANSWER_KNOWN && times->survive_years == i % n) {
            const double before =
                weighted_gap(planned->round, planned->result, times->material,
                             from, i % n + 1);
            const double after = weighted_gap(planned->round, cases[i].result,
                                              times->material, from, i % n + 1);

            times->survive_years += after <= before + min_share;
        }
    }
    for (int i = 0; i < n_cases; i++) {
        ore_response_case_free(&cases[i]);
    }
    free(cases);
    free(tasks);
}

void ore_response_find_times(const ore_inquiry *asked,
                             const ore_response_case *planned,
                             ore_response *response)
{
    const ore_round *round = asked->round;

    response->times = ore_alloc(round->n_materials, sizeof *response->times);
    if (!planned->result->has_portfolio ||
        !response->cases[ORE_DO_NOTHING].result->has_portfolio) {
        return;
    }
    for (int m = 0; m < round->n_materials; m++) {
        ore_material_times times = {.material = m};

        for (int i = 0; i < ORE_RESPONSE_COLUMNS; i++) {
            times.recover_years[i] =
                recovery(response, planned, &response->cases[i], m);
        }
        if (times.recover_years[ORE_DO_NOTHING] != 0) {
            response->times[response->n_times++] = times;
        }
    }
    find_survival(asked, planned, response);
}
