/* See priority.h. */
#include "study/questions/priority.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/tolerances.h"
#include "study/questions/priority_lists.h"
#include "study/solved.h"

/* Appropriations of a round that names none: equally likely. */
static const struct {
    const char *name;
    double share;
} assumed[] = {{"70%", 0.7},  {"80%", 0.8},  {"90%", 0.9}, {"100%", 1.0},
               {"110%", 1.1}, {"120%", 1.2}, {"130%", 1.3}};

static double sign_of(const ore_round *round)
{
    return ore_objective_is_maximised(&round->goals[0]) ? -1.0 : 1.0;
}

static double amount_m(const ore_round *round, const ore_appropriation *of)
{
    double sum_m = 0.0;

    for (int b = 0; b < round->n_budgets; b++) {
        for (int y = 0; y < round->n_budget_years; y++) {
            sum_m += of->share[b] * round->budgets[b].amount_m[y];
        }
    }
    return sum_m;
}

/* The appropriations of a round that names none. */
static void assume(const ore_round *round, ore_priority *priority)
{
    const int n = round->n_budgets;

    priority->n = ORE_COUNT_OF(assumed);
    priority->assumed = ore_alloc(priority->n, sizeof *priority->assumed);
    priority->assumed_shares = ore_alloc(priority->n * n, sizeof(double));
    for (int i = 0; i < priority->n; i++) {
        double *share = priority->assumed_shares + i * n;

        for (int b = 0; b < n; b++) {
            share[b] = assumed[i].share;
        }
        priority->assumed[i] =
            (ore_appropriation){.id = assumed[i].name,
                                .label = assumed[i].name,
                                .label_ja = assumed[i].name,
                                .share = share,
                                .probability = 1.0 / ORE_COUNT_OF(assumed)};
    }
}

/* Of any two, one has no less of any account (read_appropriations.c). */
static int by_amount(const void *a, const void *b)
{
    const ore_priority_case *x = a, *y = b;

    return x->amount_m != y->amount_m
               ? (x->amount_m > y->amount_m) - (x->amount_m < y->amount_m)
               : strcmp(x->of->id, y->of->id);
}

static ore_priority *begin(const ore_round *round)
{
    ore_priority *priority = ore_alloc(1, sizeof *priority);
    const ore_appropriation *list = round->appropriations;

    if (round->n_appropriations > 0) {
        priority->n = round->n_appropriations;
    } else {
        assume(round, priority);
        list = priority->assumed;
    }
    priority->cases = ore_alloc(priority->n, sizeof *priority->cases);
    priority->first = ore_alloc(round->n_projects, sizeof *priority->first);
    for (int i = 0; i < priority->n; i++) {
        priority->cases[i] = (ore_priority_case){
            .of = &list[i], .amount_m = amount_m(round, &list[i])};
    }
    qsort(priority->cases, (size_t)priority->n, sizeof *priority->cases,
          by_amount);
    return priority;
}

void ore_priority_free(ore_priority *priority)
{
    for (int i = 0; i < priority->n; i++) {
        ore_result_free(priority->cases[i].own);
        ore_result_free(priority->cases[i].listed);
    }
    free(priority->assumed);
    free(priority->assumed_shares);
    free(priority->cases);
    free(priority->first);
    free(priority);
}

static void work_own(void *data, int i, ore_pack *pack)
{
    const ore_listing *l = data;
    ore_questions a = ore_questions_about(l->asked);
    const ore_hints hints = {.n_looks = ORE_QUESTIONS_LOOKS,
                             .starts = {l->asked->result},
                             .bound = nan("")};
    ore_round *edited = ore_case_round(l->asked->round, &l->priority->cases[i]);

    ore_reply_pack(l->asked, ore_questions_ask(&a, edited, &hints), pack);
}

static void take_own(void *data, int i, ore_pack *pack)
{
    const ore_listing *l = data;
    const ore_reply reply = ore_reply_unpack(l->asked, pack);

    l->priority->cases[i].answer = reply.answer;
    l->priority->cases[i].own = reply.result;
}

/* A list's portfolio is one of its case, too: where the search for the case
 * alone found none as good, it has been found now. */
static void take_better_ones(const ore_listing *l)
{
    const ore_round *round = l->asked->round;
    const double sign = sign_of(round);

    for (int i = 0; i < l->priority->n; i++) {
        ore_priority_case *of = &l->priority->cases[i];

        if (of->listed &&
            sign * (ore_case_listed(of) - ore_case_own(of)) <
                -ORE_TOLERANCE_EQUAL * fmax(1.0, fabs(ore_case_own(of)))) {
            const double bound = ore_case_own_bound(of);
            ore_pack copy = {0};

            ore_result_pack(round, of->listed, &copy);
            ore_result_free(of->own);
            of->own = ore_result_unpack(round, &copy);
            of->own->goals[0].bound = bound;
            ore_pack_clear(&copy);
        }
    }
}

/* The difference that written figures tell. */
static double told(double difference, double of)
{
    return fabs(difference) <= ORE_TOLERANCE_EQUAL * fmax(1.0, fabs(of))
               ? 0.0
               : difference;
}

static ore_priority_cost cost_of(const ore_round *round, double listed,
                                 double own, double own_bound)
{
    const double sign = sign_of(round);
    const double least = fmax(0.0, told(sign * (listed - own), own));
    const double open = sign * (own - own_bound);
    const bool is_proven = open <= ORE_TOLERANCE_PROVEN * fabs(own);

    return (ore_priority_cost){least, isnan(open) ? nan("")
                                      : is_proven ? least
                                                  : least + open};
}

/* What the list comes to, and in which case each project joins it. */
static void sum_up(ore_listing *l)
{
    ore_priority *priority = l->priority;
    const double sign = sign_of(l->asked->round);

    for (int p = 0; p < l->asked->round->n_projects; p++) {
        priority->first[p] = priority->n;
        for (int i = priority->n - 1; i >= 0; i--) {
            const ore_result *listed = priority->cases[i].listed;

            if (listed && listed->option[p] >= 0) {
                priority->first[p] = i;
            }
        }
    }
    take_better_ones(l);
    priority->mean = ore_priority_mean(priority, ore_case_listed);
    priority->own_mean = ore_priority_mean(priority, ore_case_own);
    priority->own_mean_best = ore_priority_mean(priority, ore_case_own_bound);
    /* A list is no better than portfolios that need not be nested. */
    priority->bound =
        sign * fmax(sign * priority->bound, sign * priority->own_mean_best);
    priority->is_proven = sign * (priority->mean - priority->bound) <=
                          ORE_TOLERANCE_PROVEN * fabs(priority->mean);
    priority->cost = cost_of(l->asked->round, priority->mean,
                             priority->own_mean, priority->own_mean_best);
    for (int i = 0; i < priority->n; i++) {
        ore_priority_case *of = &priority->cases[i];

        if (of->own && of->listed) {
            of->cost = cost_of(l->asked->round, ore_case_listed(of),
                               ore_case_own(of), ore_case_own_bound(of));
        }
    }
}

ore_priority *ore_priority_find(const ore_inquiry *asked)
{
    ore_listing l = {asked, begin(asked->round)};

    l.priority->bound = nan("");
    ore_inquire(asked, (ore_tasks){.n = l.priority->n,
                                   .what = "appropriations",
                                   .work = work_own,
                                   .take = take_own,
                                   .data = &l});
    for (int i = 0; i < l.priority->n; i++) {
        l.priority->probability += l.priority->cases[i].own
                                       ? l.priority->cases[i].of->probability
                                       : 0.0;
    }
    ore_lists_build(&l);
    if (l.priority->is_found) {
        ore_lists_improve(&l);
        sum_up(&l);
    }
    return l.priority;
}
