/* See stakes.h. */
#include "orefolio/stakes.h"

#include <math.h>
#include <string.h>

#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"

static const double units_of_m = 1e6;
/* Two lots of cost to one of gain are called uneven. */
static const double uneven = 2.0;

static double over(double part, double whole)
{
    return whole > 0.0 ? part / whole : nan("");
}

/* What a tonne of target i that is missing in horizon year t counts. */
static double weight_of(const ore_round *round, int i, int t)
{
    const ore_target *target = &round->targets[i];
    const ore_objective *use = ore_objective_named(round, "shortfall");
    const double rate = use ? use->discount_rate : round->discount_rate;

    return target->target_tpa[t] > 0.0
               ? target->weight[t] * pow(1.0 + rate, -t) / target->target_tpa[t]
               : 0.0;
}

typedef struct closed {
    double before, after;     /* by weight */
    double before_t, after_t; /* tonnes */
} closed;

static bool is_its_market(const ore_round *round, const ore_stake *stake, int r)
{
    return stake->market >= 0 ? stake->market == r
                              : stake->funder >= 0 &&
                                    round->markets[r].funder == stake->funder;
}

/* The gaps of its markets; of all with stake NULL. */
static closed gaps_of(const ore_round *round, const ore_result *result,
                      const ore_stake *stake)
{
    closed sum = {0.0, 0.0, 0.0, 0.0};

    for (int i = 0; i < round->n_targets; i++) {
        if (stake && !is_its_market(round, stake, round->targets[i].market)) {
            continue;
        }
        for (int t = 0; t < round->n_years; t++) {
            const double weight = weight_of(round, i, t);
            const double before_t = ore_figure_gap_before_tpa(round, i, t);
            const double after_t =
                result->shortfall_tpa[ore_at_state(round, i, t)];

            sum.before += weight * before_t;
            sum.after += weight * after_t;
            sum.before_t += before_t;
            sum.after_t += after_t;
        }
    }
    return sum;
}

static int jobs_column(const ore_round *round)
{
    int at = 0;

    while (at < round->n_attributes &&
           strcmp(round->attributes[at], "x_jobs") != 0) {
        at++;
    }
    return at < round->n_attributes ? at : -1;
}

/* Public face of project p: of the funder, or of all when it is negative. */
static double public_face_m(const ore_round *round, const ore_result *result,
                            int p, int funder)
{
    const ore_project *project = &round->projects[p];
    double sum_m = 0.0;

    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        const ore_instrument *instrument =
            &round->instruments[round->pairs[f].instrument];

        if (funder < 0 || instrument->funder == funder) {
            sum_m +=
                instrument->kind->public_share(instrument) * result->face_m[f];
        }
    }
    return sum_m;
}

/* What it mobilises in the projects that it funds, each by its part. */
static void set_projects(const ore_round *round, const ore_result *result,
                         ore_stake *stake)
{
    const int column = jobs_column(round);
    double face_m = 0.0, private_m = 0.0, jobs = 0.0;

    for (int p = 0; p < round->n_projects && stake->funder >= 0; p++) {
        const double own_m = public_face_m(round, result, p, stake->funder);

        if (result->option[p] >= 0 && own_m > 0.0) {
            const double part = own_m / public_face_m(round, result, p, -1);

            face_m += own_m;
            private_m += part * (result->equity_m[p] + result->debt_m[p]);
            jobs +=
                column < 0
                    ? 0.0
                    : part *
                          round->options[result->option[p]].attributes[column];
        }
    }
    stake->leverage = over(private_m, face_m);
    stake->jobs = column < 0 || stake->funder < 0 ? nan("") : jobs;
    stake->cost_per_job = over(stake->cost_m * units_of_m, stake->jobs);
}

static void set_gains(const ore_round *round, const ore_result *result,
                      ore_stake *stake)
{
    const closed all = gaps_of(round, result, NULL);
    const closed own = gaps_of(round, result, stake);

    stake->closed_share = over(own.before - own.after, own.before);
    stake->closed_t_share = over(own.before_t - own.after_t, own.before_t);
    stake->gain_share = over(own.before - own.after, all.before - all.after);
    stake->gain_t_share =
        over(own.before_t - own.after_t, all.before_t - all.after_t);
    stake->gain_t = own.before_t - own.after_t;
    stake->cost_per_t = over(stake->cost_m * units_of_m, stake->gain_t);
}

static ore_stake stake_of(const ore_round *round, const ore_result *result,
                          int funder, int market)
{
    ore_stake stake = {.funder = funder, .market = market};

    for (int r = 0; r < round->n_markets; r++) {
        stake.has_market = stake.has_market || is_its_market(round, &stake, r);
    }
    stake.cost_m =
        funder < 0 ? 0.0 : ore_funder_charge_m(round, result, funder);
    stake.cost_share =
        over(stake.cost_m, ore_funder_charge_m(round, result, -1));
    set_projects(round, result, &stake);
    set_gains(round, result, &stake);
    return stake;
}

ore_stake *ore_stakes_of(const ore_round *round, const ore_result *result,
                         int *n)
{
    ore_stake *stakes =
        ore_alloc(round->n_funders + round->n_markets, sizeof *stakes);

    *n = 0;
    for (int u = 0; u < round->n_funders; u++) {
        stakes[(*n)++] = stake_of(round, result, u, -1);
    }
    for (int r = 0; r < round->n_markets; r++) {
        const ore_stake stake = stake_of(round, result, -1, r);

        /* Of a market whose targets weigh nothing no goal counts the gain. */
        if (round->markets[r].funder < 0 && !isnan(stake.closed_share)) {
            stakes[(*n)++] = stake;
        }
    }
    return stakes;
}

bool ore_stake_is_uneven(const ore_stake *stake)
{
    return stake->has_market && stake->funder >= 0 &&
           stake->cost_share > uneven * fmax(0.0, stake->gain_share);
}

bool ore_is_end_product(const ore_round *round, int material)
{
    for (int o = 0; o < round->n_options; o++) {
        for (int i = 0; i < round->options[o].n_flows; i++) {
            if (round->options[o].flows[i].material == material &&
                round->options[o].flows[i].input_tpa > 0.0) {
                return false;
            }
        }
    }
    return true;
}
