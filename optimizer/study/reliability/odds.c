/* See odds.h. */
#include "study/reliability/odds.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/stakes.h"
#include "orefolio/tolerances.h"
#include "study/reliability/decided.h"

/* Of the known draws, those with the largest losses. */
static const double bad_part = 0.1;

struct ore_odds {
    const ore_plan *plans;
    int n_plans, shown;
    const ore_fates *fates;
    const ore_round *round; /* the shown one */
    bool *is_known;         /* [draws] */
    double *loss;           /* [draws] */
    double *gap_tpa;        /* [n_targets * draws] on average of its years */
    bool *holds;            /* [n_targets * draws] met as planned */
    int *met;               /* [n_targets * n_years] draws */
};

static double target_tpa(const ore_round *round, int i, int t)
{
    return round->targets[i].target_tpa[t];
}

/* Whether target i is met in year t when it lacks so much. */
static bool is_met(const ore_round *round, int i, int t, double lacks_tpa)
{
    const double asked_tpa = target_tpa(round, i, t);
    const double most_tpa = (1.0 - round->reliability.level) * asked_tpa;

    return lacks_tpa <= most_tpa + ORE_TOLERANCE_EQUAL * asked_tpa;
}

static bool is_planned(const ore_plan *plan, int i, int t)
{
    const ore_round *round = plan->round;

    return target_tpa(round, i, t) > 0.0 &&
           is_met(round, i, t,
                  plan->result->shortfall_tpa[ore_at_state(round, i, t)]);
}

static double mean_gap_tpa(const ore_round *round, int i,
                           const double *unmet_tpa)
{
    double sum_tpa = 0.0;
    int n = 0;

    for (int t = 0; t < round->n_years; t++) {
        if (target_tpa(round, i, t) > 0.0) {
            sum_tpa += unmet_tpa[t];
            n++;
        }
    }
    return n > 0 ? sum_tpa / n : 0.0;
}

static double loss_of(const ore_plan *plan)
{
    const ore_objective loss = ore_plan_loss(plan->round);

    return ore_objective_goal(&loss)->value(plan->round, plan->result, &loss);
}

ore_odds *ore_odds_new(const ore_plan *plans, int n_plans, int shown,
                       const ore_fates *fates)
{
    const ore_round *round = plans[shown].round;
    ore_odds *odds = ore_alloc(1, sizeof *odds);

    *odds = (ore_odds){
        .plans = plans,
        .n_plans = n_plans,
        .shown = shown,
        .fates = fates,
        .round = round,
        .is_known = ore_alloc(fates->n, sizeof(bool)),
        .loss = ore_alloc(fates->n, sizeof(double)),
        .gap_tpa =
            ore_alloc(fates->n, sizeof(double) * (size_t)round->n_targets),
        .holds = ore_alloc(fates->n, sizeof(bool) * (size_t)round->n_targets),
        .met = ore_alloc(round->n_targets * round->n_years, sizeof(int))};
    return odds;
}

void ore_odds_add(ore_odds *odds, int d, double loss, const double *unmet_tpa)
{
    const ore_plan *plan = &odds->plans[odds->fates->plan[d]];
    const ore_round *round = plan->round;

    odds->is_known[d] = true;
    odds->loss[d] = loss;
    for (int i = 0; i < round->n_targets; i++) {
        const double *own_tpa = &unmet_tpa[i * round->n_years];
        const size_t at = (size_t)i * (size_t)odds->fates->n + (size_t)d;

        odds->gap_tpa[at] = mean_gap_tpa(round, i, own_tpa);
        odds->holds[at] = true;
        for (int t = 0; t < round->n_years; t++) {
            const bool met = is_met(round, i, t, own_tpa[t]);

            odds->met[i * round->n_years + t] += met;
            odds->holds[at] =
                odds->holds[at] && (met || !is_planned(plan, i, t));
        }
    }
}

static int in_size(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

/* The least figure that so large a part of the sorted ones does not exceed. */
static double quantile(const double *sorted, int n, double part)
{
    const int at = (int)ceil(part * n) - 1;

    return sorted[at < 0 ? 0 : at];
}

/* Those of values [draws] that are of known draws, in their size; the caller
 * frees. */
static double *sorted_known(const ore_odds *odds, const double *values, int *n)
{
    double *sorted = ore_alloc(odds->fates->n, sizeof *sorted);

    *n = 0;
    for (int d = 0; d < odds->fates->n; d++) {
        if (odds->is_known[d]) {
            sorted[(*n)++] = values[d];
        }
    }
    qsort(sorted, (size_t)*n, sizeof *sorted, in_size);
    return sorted;
}

static ore_spread spread_of(const ore_odds *odds, const double *values)
{
    int n;
    double *sorted = sorted_known(odds, values, &n);
    const ore_spread spread =
        n > 0 ? (ore_spread){quantile(sorted, n, 0.1), quantile(sorted, n, 0.5),
                             quantile(sorted, n, 0.9)}
              : (ore_spread){nan(""), nan(""), nan("")};

    free(sorted);
    return spread;
}

/* Years in which target i is met in the shown plan, or in any other. */
static int count_planned(const ore_odds *odds, int i)
{
    int n = 0;

    for (int t = 0; t < odds->round->n_years; t++) {
        bool planned = false;

        for (int k = 0; k < odds->n_plans && !planned; k++) {
            planned = is_planned(&odds->plans[k], i, t);
        }
        n += planned;
    }
    return n;
}

static double share(int count, int n_known)
{
    return n_known > 0 ? (double)count / n_known : nan("");
}

static ore_target_odds target_odds(const ore_odds *odds, int i, int n_known)
{
    const ore_round *round = odds->round;
    const size_t first = (size_t)i * (size_t)odds->fates->n;
    ore_target_odds own = {.target = i,
                           .n_planned = count_planned(odds, i),
                           .met = ore_alloc(round->n_years, sizeof(double)),
                           .gap_tpa = spread_of(odds, &odds->gap_tpa[first])};
    int holding = 0;

    for (int d = 0; d < odds->fates->n; d++) {
        holding += odds->is_known[d] && odds->holds[first + (size_t)d];
    }
    own.holds = own.n_planned > 0 ? share(holding, n_known) : nan("");
    for (int t = 0; t < round->n_years; t++) {
        own.met[t] = target_tpa(round, i, t) > 0.0
                         ? share(odds->met[i * round->n_years + t], n_known)
                         : nan("");
    }
    for (int k = 0; k < odds->n_plans; k++) {
        const ore_plan *plan = &odds->plans[k];

        own.planned_tpa +=
            plan->probability *
            mean_gap_tpa(
                plan->round, i,
                &plan->result->shortfall_tpa[ore_at_state(plan->round, i, 0)]);
    }
    return own;
}

/* Whether a target is of an end product of the market, and planned to be met.
 */
static bool is_promised(const ore_odds *odds, int market,
                        const ore_target_odds *own)
{
    const ore_target *target = &odds->round->targets[own->target];

    return target->market == market && own->n_planned > 0 &&
           ore_is_end_product(odds->round, target->material);
}

static bool has_end_product(const ore_round *round, int market)
{
    bool has = false;

    for (int i = 0; i < round->n_targets && !has; i++) {
        has = round->targets[i].market == market &&
              ore_is_end_product(round, round->targets[i].material);
    }
    return has;
}

static ore_market_odds market_odds(const ore_odds *odds,
                                   const ore_reliability *all, int market)
{
    ore_market_odds own = {.market = market, .holds = nan("")};
    int holding = 0;

    for (int i = 0; i < all->n_targets; i++) {
        own.n_planned += is_promised(odds, market, &all->targets[i]);
    }
    for (int d = 0; d < odds->fates->n; d++) {
        bool holds = odds->is_known[d];

        for (int i = 0; i < all->n_targets && holds; i++) {
            holds = !is_promised(odds, market, &all->targets[i]) ||
                    odds->holds[(size_t)all->targets[i].target *
                                    (size_t)odds->fates->n +
                                (size_t)d];
        }
        holding += holds;
    }
    if (own.n_planned > 0) {
        own.holds = share(holding, all->n_known);
    }
    return own;
}

static void list_targets(const ore_odds *odds, ore_reliability *all)
{
    const ore_round *round = odds->round;

    all->targets = ore_alloc(round->n_targets, sizeof *all->targets);
    all->markets = ore_alloc(round->n_markets, sizeof *all->markets);
    for (int i = 0; i < round->n_targets; i++) {
        all->targets[all->n_targets++] = target_odds(odds, i, all->n_known);
    }
    for (int r = 0; r < round->n_markets; r++) {
        if (has_end_product(round, r)) {
            all->markets[all->n_markets++] = market_odds(odds, all, r);
        }
    }
}

/* The loss that bad draws have at least; HUGE_VAL = all lose alike. */
static double bad_from(const ore_odds *odds)
{
    int n;
    double *sorted = sorted_known(odds, odds->loss, &n);
    const int n_bad = (int)ceil(bad_part * n);
    const double from =
        n > 0 && sorted[n - 1] - sorted[0] >
                     ORE_TOLERANCE_EQUAL * fmax(1.0, fabs(sorted[n - 1]))
            ? sorted[n - n_bad]
            : HUGE_VAL;

    free(sorted);
    return from;
}

static bool happens(const ore_odds *odds, const ore_failure *of, int d)
{
    const size_t n_projects = (size_t)odds->round->n_projects;

    return of->disruption >= 0
               ? odds->fates->disruption[d] == of->disruption
               : odds->fates->fails[(size_t)d * n_projects +
                                    (size_t)of->project] &&
                     ore_is_at_risk(&odds->plans[odds->fates->plan[d]],
                                    of->project);
}

static void add_failure(const ore_odds *odds, ore_reliability *all, double from,
                        ore_failure of)
{
    int in_all = 0, in_bad = 0;

    for (int d = 0; d < odds->fates->n; d++) {
        if (odds->is_known[d] && happens(odds, &of, d)) {
            in_all++;
            in_bad += odds->loss[d] >= from;
        }
    }
    of.share = share(in_all, all->n_known);
    of.bad_share = share(in_bad, all->n_bad);
    all->failures[all->n_failures++] = of;
}

/* What happens more often in bad draws than in others comes first. */
static int by_excess(const void *left, const void *right)
{
    const ore_failure *a = left, *b = right;
    const double more_a = a->bad_share - a->share,
                 more_b = b->bad_share - b->share;

    if (more_a > more_b || more_a < more_b) {
        return more_a > more_b ? -1 : 1;
    }
    return a->disruption != b->disruption ? a->disruption - b->disruption
                                          : a->project - b->project;
}

static bool is_ever_at_risk(const ore_odds *odds, int p)
{
    bool at_risk = false;

    for (int k = 0; k < odds->n_plans && !at_risk; k++) {
        at_risk = ore_is_at_risk(&odds->plans[k], p);
    }
    return at_risk;
}

static void list_failures(const ore_odds *odds, ore_reliability *all)
{
    const ore_round *round = odds->round;
    const double from = bad_from(odds);

    for (int d = 0; d < odds->fates->n; d++) {
        all->n_bad += odds->is_known[d] && odds->loss[d] >= from;
    }
    all->failures = ore_alloc(round->n_projects + round->n_disruptions,
                              sizeof *all->failures);
    for (int w = 0; w < round->n_disruptions; w++) {
        if (round->disruptions[w].probability > 0.0) {
            add_failure(odds, all, from,
                        (ore_failure){.project = -1, .disruption = w});
        }
    }
    for (int p = 0; p < round->n_projects; p++) {
        if (is_ever_at_risk(odds, p)) {
            add_failure(odds, all, from,
                        (ore_failure){.project = p, .disruption = -1});
        }
    }
    qsort(all->failures, (size_t)all->n_failures, sizeof *all->failures,
          by_excess);
}

static void free_odds(ore_odds *odds)
{
    free(odds->is_known);
    free(odds->loss);
    free(odds->gap_tpa);
    free(odds->holds);
    free(odds->met);
    free(odds);
}

ore_reliability *ore_odds_end(ore_odds *odds)
{
    ore_reliability *all = ore_alloc(1, sizeof *all);

    all->round = odds->round;
    all->n_draws = odds->fates->n;
    for (int d = 0; d < odds->fates->n; d++) {
        all->n_known += odds->is_known[d];
    }
    for (int k = 0; k < odds->n_plans; k++) {
        all->planned_loss +=
            odds->plans[k].probability * loss_of(&odds->plans[k]);
    }
    all->loss = spread_of(odds, odds->loss);
    list_targets(odds, all);
    list_failures(odds, all);
    free_odds(odds);
    return all;
}
