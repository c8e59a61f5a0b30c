/* N-1: each material with a target without the country that supplies most of
 * it, the decisions of the baseline standing. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/countries.h"
#include "orefolio/indicators.h"
#include "orefolio/memory.h"
#include "orefolio/rules.h"
#include "study/edited_round.h"
#include "study/response/cases.h"
#include "study/response/response.h"
#include "study/response/rounds.h"

/* Most of what the earlier decisions supply over the horizon. */
static void find_largest(const ore_response_case *planned,
                         const ore_countries *countries, ore_country_loss *loss)
{
    const ore_round *round = planned->round;
    double *sum = ore_alloc(countries->n, sizeof *sum);
    double *tpa = ore_alloc(countries->n, sizeof *tpa);
    double all = 0.0;
    int largest = -1;

    for (int t = 0; t < round->n_years; t++) {
        ore_supply_by_country(round, planned->result, countries, loss->material,
                              t, tpa);
        for (int c = 0; c < countries->n; c++) {
            sum[c] += tpa[c];
            all += tpa[c];
        }
    }
    for (int c = 0; c < countries->n; c++) {
        if (sum[c] > 0.0 && (largest < 0 || sum[c] > sum[largest])) {
            largest = c;
        }
    }
    if (largest >= 0) {
        loss->country = countries->name[largest];
        loss->share = sum[largest] / all;
    }
    free(sum);
    free(tpa);
}

/* On average of the years with a target. */
static double mean_gap_tpa(const ore_response_case *of, int material)
{
    double sum_tpa = 0.0;
    int n = 0;

    for (int t = 0; t < of->round->n_years; t++) {
        if (ore_material_target_tpa(of->round, material, t) > 0.0) {
            sum_tpa += ore_response_gap_tpa(of, material, t);
            n++;
        }
    }
    return n > 0 ? sum_tpa / n : 0.0;
}

static void list_losses(const ore_response_case *planned, ore_playbook *book)
{
    const ore_round *round = book->round;
    ore_countries *countries = ore_countries_new(round);

    book->losses = ore_alloc(round->n_materials, sizeof *book->losses);
    for (int m = 0; m < round->n_materials; m++) {
        if (ore_is_targeted(round, m)) {
            ore_country_loss loss = {.material = m};

            find_largest(planned, countries, &loss);
            book->losses[book->n_losses++] = loss;
        }
    }
    ore_countries_free(countries);
}

/* Both gaps of a material are those of the same goal, only what it lacks
 * counts, and without what rules promise markets: a loss may take that. */
void ore_playbook_lose_countries(const ore_inquiry *asked, ore_playbook *book)
{
    const ore_response_case *planned = &book->planned;

    if (!planned->result->has_portfolio) {
        return;
    }
    list_losses(planned, book);
    ore_response_case *cases = ore_alloc(2 * book->n_losses, sizeof *cases);
    ore_response_task *tasks = ore_alloc(2 * book->n_losses, sizeof *tasks);
    int n = 0;

    for (int i = 0; i < 2 * book->n_losses; i++) {
        const ore_country_loss *loss = &book->losses[i / 2];

        if (!loss->country) {
            continue;
        }
        cases[i].round = ore_round_copy(planned->round);
        if (i % 2) {
            ore_edit_lose_country(cases[i].round, loss->material,
                                  loss->country);
        }
        ore_edit_drop_promises(cases[i].round);
        ore_edit_to_gap(cases[i].round, loss->material, 0,
                        planned->round->n_years);
        tasks[n++] = (ore_response_task){.into = &cases[i], .is_bare = true};
    }
    ore_response_solve(asked, tasks, n, "countries");
    for (int i = 0; i < book->n_losses; i++) {
        ore_country_loss *loss = &book->losses[i];

        if (loss->country) {
            const ore_answer before = ore_response_answer(&cases[2 * i]);
            const ore_answer after = ore_response_answer(&cases[2 * i + 1]);

            loss->answer = before == ORE_ANSWER_KNOWN ? after : before;
        }
        if (loss->answer == ORE_ANSWER_KNOWN) {
            loss->gap_tpa = mean_gap_tpa(&cases[2 * i], loss->material);
            loss->lost_tpa = mean_gap_tpa(&cases[2 * i + 1], loss->material);
        }
        ore_response_case_free(&cases[2 * i]);
        ore_response_case_free(&cases[2 * i + 1]);
    }
    free(cases);
    free(tasks);
}
