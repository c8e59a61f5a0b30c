/* See rounds.h. */
#include "study/response/rounds.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "read/read.h"

ore_round *ore_response_round(const ore_round *round, int w,
                              ore_response_mode mode)
{
    ore_round *copy = ore_round_copy(round);

    copy->respond = w;
    copy->response = mode;
    ore_round_make_states(copy);
    return copy;
}

ore_round *ore_round_as_decided(const ore_round *round,
                                const ore_result *result)
{
    ore_round *copy = ore_round_copy(round);
    const int n_projects = round->n_projects;
    int *answer = ore_alloc(round->n_supplies, sizeof *answer);

    for (int i = 0; i < round->n_supplies; i++) {
        answer[i] = (int)result->answer[i];
    }
    copy->response = ORE_RESPONSE_NONE;
    copy->baseline = (ore_baseline){
        .path = round->baseline.path ? round->baseline.path : "decided",
        .option = ore_round_own(copy, result->option, n_projects, sizeof(int)),
        .year = ore_round_own(copy, result->year, n_projects, sizeof(int)),
        .face_m =
            ore_round_own(copy, result->face_m, round->n_pairs, sizeof(double)),
        .bought_t =
            ore_round_own(copy, result->bought_t,
                          round->n_stockpiles * round->n_years, sizeof(double)),
        .taken_tpa =
            ore_round_own(copy, result->taken_tpa,
                          round->n_supplies * round->n_years, sizeof(double)),
        .answer =
            ore_round_own(copy, answer, round->n_supplies, sizeof *answer)};
    free(answer);
    return copy;
}

static ore_target *own_targets(ore_round *edited)
{
    ore_target *targets = ore_round_own(edited, edited->targets,
                                        edited->n_targets, sizeof *targets);

    edited->targets = targets;
    return targets;
}

void ore_edit_to_shortfall(ore_round *edited)
{
    const ore_objective shortfall = {
        .name = "shortfall", .attribute = -1, .gap = nan(""), .limit = nan("")};
    ore_target *targets = own_targets(edited);

    for (int i = 0; i < edited->n_targets; i++) {
        targets[i].n_steps = 0;
    }
    edited->goals = ore_round_own(edited, &shortfall, 1, sizeof shortfall);
    edited->n_goals = 1;
    edited->n_limits = 0;
    ore_round_make_states(edited);
}

void ore_edit_to_gap(ore_round *edited, int material, int t, int n)
{
    ore_target *targets = own_targets(edited);

    ore_edit_to_shortfall(edited);
    for (int i = 0; i < edited->n_targets; i++) {
        double *weight = ore_round_own(edited, targets[i].weight,
                                       edited->n_years, sizeof *weight);

        for (int year = 0; year < edited->n_years; year++) {
            if (targets[i].material != material || year < t || year >= t + n) {
                weight[year] = 0.0;
            }
        }
        targets[i].weight = weight;
        targets[i].n_steps = 0;
    }
    edited->targets = targets;
}

void ore_edit_lose_country(ore_round *edited, int material, const char *country)
{
    const char *const *codes =
        ore_round_own(edited, &country, 1, sizeof country);
    const char *const *ids = ore_round_own(
        edited, &edited->materials[material].id, 1, sizeof(const char *));
    ore_disruption loss = {.id = "loss",
                           .label = country,
                           .label_ja = country,
                           .probability = 1.0,
                           .years = edited->horizon,
                           .loss = 1.0};

    loss.of.words[ORE_FILTER_COUNTRY] =
        (ore_filter_values){.count = 1, .values = codes};
    loss.of.words[ORE_FILTER_MATERIAL] =
        (ore_filter_values){.count = 1, .values = ids};
    edited->disruptions = ore_round_own(edited, &loss, 1, sizeof loss);
    edited->n_disruptions = 1;
    edited->respond = 0;
    ore_edit_to_shortfall(edited);
}
