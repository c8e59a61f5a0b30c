/* See alternatives.h. */
#include "study/questions/alternatives.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/tolerances.h"
#include "study/questions/pairs.h"

typedef struct finding {
    const ore_inquiry *asked;
    ore_alternatives *all;
    ore_result **turned; /* [n_projects] the best with the decision about it
                            turned round; NULL = not known */
} finding;

const char *ore_role_name(ore_role role)
{
    static const char *const names[ORE_ROLES] = {
        [ORE_ROLE_UNKNOWN] = "unknown",
        [ORE_ROLE_CORE] = "core",
        [ORE_ROLE_BORDERLINE] = "borderline",
        [ORE_ROLE_EXTERIOR] = "exterior"};

    return names[role];
}

void ore_alternatives_free(ore_alternatives *alternatives)
{
    for (int i = 0; i < alternatives->n; i++) {
        ore_result_free(alternatives->list[i]);
    }
    free(alternatives->list);
    free(alternatives->roles);
    free(alternatives->pairs);
    free(alternatives);
}

/* How much worse a first goal is than the last one within the margin. */
static double beyond(const finding *f, double value)
{
    const bool is_maximised =
        ore_objective_is_maximised(&f->asked->round->goals[0]);
    const double over =
        is_maximised ? f->all->worst - value : value - f->all->worst;

    return fabs(over) <= ORE_TOLERANCE_EQUAL * fmax(1.0, fabs(value)) ? 0.0
                                                                      : over;
}

static bool begin(void *data, int p)
{
    const finding *f = data;

    return !ore_questions_is_decided(f->asked->round, f->asked->result, p);
}

static void work(void *data, int p, ore_pack *pack)
{
    const finding *f = data;
    ore_questions a = ore_questions_about(f->asked);
    ore_reply_pack(f->asked, ore_questions_turn(&a, p), pack);
}

/* What it says of the project: without any portfolio, as with none within the
 * margin, the decision is the same in all. */
static void take(void *data, int p, ore_pack *pack)
{
    finding *f = data;
    const ore_role same =
        f->asked->result->option[p] >= 0 ? ORE_ROLE_CORE : ORE_ROLE_EXTERIOR;
    const ore_reply reply = ore_reply_unpack(f->asked, pack);

    if (reply.answer == ORE_ANSWER_IMPOSSIBLE) {
        f->all->roles[p] = same;
    } else if (reply.result) {
        const ore_goal_outcome *first = &reply.result->goals[0];

        f->turned[p] = reply.result;
        f->all->roles[p] =
            beyond(f, first->value) <= 0.0 ? ORE_ROLE_BORDERLINE
            : isfinite(first->bound) && beyond(f, first->bound) > 0.0
                ? same
                : ORE_ROLE_UNKNOWN;
    }
}

/* Projects that nobody chooses about are the same in all portfolios. */
static void set_decided(const finding *f)
{
    const ore_round *round = f->asked->round;

    for (int p = 0; p < round->n_projects; p++) {
        if (ore_questions_is_decided(round, f->asked->result, p)) {
            f->all->roles[p] = f->asked->result->option[p] >= 0
                                   ? ORE_ROLE_CORE
                                   : ORE_ROLE_EXTERIOR;
        }
    }
}

/* Public support of projects that stand in the country of project p. */
static double support_there_m(const ore_round *round, const ore_result *result,
                              int p)
{
    double sum_m = 0.0;

    for (int q = 0; q < round->n_projects; q++) {
        if (strcmp(round->projects[q].country, round->projects[p].country) ==
            0) {
            sum_m += ore_figure_source_m(round, result, q, NULL);
        }
    }
    return sum_m;
}

/* Whether an earlier project stands in the same country. */
static bool is_told(const ore_round *round, int p)
{
    for (int q = 0; q < p; q++) {
        if (strcmp(round->projects[q].country, round->projects[p].country) ==
            0) {
            return true;
        }
    }
    return false;
}

static double difference(const ore_round *round, ore_difference by,
                         const ore_result *a, const ore_result *b)
{
    double sum = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        switch (by) {
        case ORE_DIFFERENCE_PROJECTS:
            sum += (a->option[p] >= 0) != (b->option[p] >= 0);
            break;
        case ORE_DIFFERENCE_MONEY:
            sum += fabs(ore_figure_source_m(round, a, p, NULL) -
                        ore_figure_source_m(round, b, p, NULL));
            break;
        case ORE_DIFFERENCE_COUNTRY:
            sum += is_told(round, p) ? 0.0
                                     : fabs(support_there_m(round, a, p) -
                                            support_there_m(round, b, p));
            break;
        case ORE_DIFFERENCES: break;
        }
    }
    return sum;
}

/* How different it is from the recommended portfolio and those chosen so far:
 * from the one that it is most like. */
static double novelty(const finding *f, ore_difference by,
                      const ore_result *candidate)
{
    const ore_round *round = f->asked->round;
    double least = difference(round, by, candidate, f->asked->result);

    for (int i = 0; i < f->all->n; i++) {
        least = fmin(least, difference(round, by, candidate, f->all->list[i]));
    }
    return least;
}

/* The most different one after the other; *turned are spent. */
static void choose(const finding *f, const ore_alternatives_wish *wish)
{
    const int n = f->asked->round->n_projects;

    while (f->all->n < wish->count) {
        int best = -1;
        double most = 0.0;

        for (int p = 0; p < n; p++) {
            if (f->turned[p] && f->all->roles[p] == ORE_ROLE_BORDERLINE) {
                const double own = novelty(f, wish->by, f->turned[p]);

                if (own > most * (1.0 + 1e-9)) {
                    most = own;
                    best = p;
                }
            }
        }
        if (best < 0) {
            return;
        }
        f->all->list[f->all->n++] = f->turned[best];
        f->turned[best] = NULL;
    }
}

static double worst_within(const ore_inquiry *asked, double margin)
{
    const double value = asked->result->goals[0].value;
    const double given = margin * fabs(value);

    return ore_objective_is_maximised(&asked->round->goals[0]) ? value - given
                                                               : value + given;
}

ore_alternatives *ore_alternatives_find(const ore_inquiry *asked,
                                        const ore_alternatives_wish *wish)
{
    const int n = asked->round->n_projects;
    finding f = {.asked = asked,
                 .all = ore_alloc(1, sizeof *f.all),
                 .turned = ore_alloc(n, sizeof(ore_result *))};

    f.all->margin = wish->margin;
    f.all->worst = worst_within(asked, wish->margin);
    f.all->roles = ore_alloc(n, sizeof *f.all->roles);
    f.all->list = ore_alloc(wish->count, sizeof(ore_result *));
    set_decided(&f);
    ore_inquire(asked, (ore_tasks){.n = n,
                                   .what = "questions",
                                   .begin = begin,
                                   .work = work,
                                   .take = take,
                                   .data = &f});
    if (wish->pairs) {
        ore_pairs_find(asked, f.all, f.turned);
    }
    choose(&f, wish);
    for (int p = 0; p < n; p++) {
        ore_result_free(f.turned[p]);
    }
    free(f.turned);
    return f.all;
}
