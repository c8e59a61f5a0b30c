/* See pairs.h. */
#include "study/questions/pairs.h"

#include <math.h>
#include <stdlib.h>

#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/tolerances.h"

/* The ways of a pair: bit 0 says that the first project is in, bit 1 that the
 * second is. */
enum {
    n_ways = 4,
    neither = 1 << 0,
    first_alone = 1 << 1,
    second_alone = 1 << 2,
    both = 1 << 3
};

/* A pair and what is known of its ways, as sets of bits (1 << way). */
typedef struct candidate {
    int first, second;
    unsigned seen, impossible;
} candidate;

typedef struct pairing {
    const ore_inquiry *asked;
    double limit; /* the last first goal that is within the margin */
    candidate *list;
    int n;
} pairing;

const char *ore_pair_name(ore_pair_kind kind)
{
    static const char *const names[ORE_PAIR_KINDS] = {
        [ORE_PAIR_TOGETHER] = "together",
        [ORE_PAIR_NEEDS] = "needs",
        [ORE_PAIR_ONE_OF] = "exactly-one",
        [ORE_PAIR_EXCLUSIVE] = "exclusive",
        [ORE_PAIR_ANY] = "at-least-one"};

    return names[kind];
}

static unsigned way_of(const ore_result *result, const candidate *pair)
{
    return (result->option[pair->first] >= 0 ? 1U : 0U) +
           (result->option[pair->second] >= 0 ? 2U : 0U);
}

static void list_candidates(pairing *f, const ore_alternatives *all,
                            ore_result *const *within)
{
    const int n = f->asked->round->n_projects;

    f->list = ore_alloc(n * (n - 1) / 2, sizeof *f->list);
    for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
            if (all->roles[p] != ORE_ROLE_BORDERLINE ||
                all->roles[q] != ORE_ROLE_BORDERLINE) {
                continue;
            }
            candidate *pair = &f->list[f->n++];

            *pair = (candidate){.first = p, .second = q};
            pair->seen |= 1U << way_of(f->asked->result, pair);
            for (int i = 0; i < n; i++) {
                if (within[i] && all->roles[i] == ORE_ROLE_BORDERLINE) {
                    pair->seen |= 1U << way_of(within[i], pair);
                }
            }
        }
    }
}

/* Task i asks for way i % n_ways of pair i / n_ways. */
static bool begin(void *data, int i)
{
    const pairing *f = data;

    return (f->list[i / n_ways].seen & (1U << (i % n_ways))) == 0;
}

/* Is any portfolio within when both projects are decided so? */
static void work(void *data, int i, ore_pack *pack)
{
    const pairing *f = data;
    const candidate *pair = &f->list[i / n_ways];
    const int way = i % n_ways;
    const ore_result *own = f->asked->result;
    ore_questions a = ore_questions_about(f->asked);
    ore_round *edited = ore_round_copy(a.round);
    const ore_hints hints = {.starts = {own},
                             .bound = own->goals[0].bound,
                             .first_only = true,
                             .has_cutoff = true,
                             .good = f->limit,
                             .bad = f->limit};

    ore_edit_decide(edited, pair->first, way & 1 ? ORE_MUST : ORE_OUT);
    ore_edit_decide(edited, pair->second, way & 2 ? ORE_MUST : ORE_OUT);
    ore_reply_pack(f->asked, ore_questions_ask(&a, edited, &hints), pack);
}

static bool is_beyond(const pairing *f, double value)
{
    const bool is_maximised =
        ore_objective_is_maximised(&f->asked->round->goals[0]);

    return is_maximised ? value < f->limit : value > f->limit;
}

static void take(void *data, int i, ore_pack *pack)
{
    pairing *f = data;
    candidate *pair = &f->list[i / n_ways];
    const unsigned way = 1U << (i % n_ways);
    const ore_reply reply = ore_reply_unpack(f->asked, pack);

    if (reply.answer == ORE_ANSWER_IMPOSSIBLE) {
        pair->impossible |= way;
    } else if (reply.result) {
        const ore_goal_outcome *first = &reply.result->goals[0];

        if (!is_beyond(f, first->value)) {
            pair->seen |= way;
        } else if (isfinite(first->bound) && is_beyond(f, first->bound)) {
            pair->impossible |= way;
        }
    }
    ore_result_free(reply.result);
}

static void add(ore_alternatives *all, int first, int second,
                ore_pair_kind kind)
{
    all->pairs[all->n_pairs++] = (ore_project_pair){first, second, kind};
}

static void tell(ore_alternatives *all, const candidate *pair)
{
    const int p = pair->first, q = pair->second;

    switch (pair->impossible) {
    case first_alone | second_alone: add(all, p, q, ORE_PAIR_TOGETHER); break;
    case first_alone: add(all, p, q, ORE_PAIR_NEEDS); break;
    case second_alone: add(all, q, p, ORE_PAIR_NEEDS); break;
    case neither | both: add(all, p, q, ORE_PAIR_ONE_OF); break;
    case both: add(all, p, q, ORE_PAIR_EXCLUSIVE); break;
    case neither: add(all, p, q, ORE_PAIR_ANY); break;
    default: break;
    }
    if ((pair->seen | pair->impossible) != (1U << n_ways) - 1U) {
        all->n_unknown_pairs++;
    }
}

void ore_pairs_find(const ore_inquiry *asked, ore_alternatives *all,
                    ore_result *const *within)
{
    const double sign =
        ore_objective_is_maximised(&asked->round->goals[0]) ? -1.0 : 1.0;
    const double grain = ORE_TOLERANCE_EQUAL * fmax(1.0, fabs(all->worst));
    pairing f = {.asked = asked, .limit = all->worst + sign * grain};

    list_candidates(&f, all, within);
    ore_inquire(asked, (ore_tasks){.n = f.n * n_ways,
                                   .what = "pairs",
                                   .begin = begin,
                                   .work = work,
                                   .take = take,
                                   .data = &f});
    all->has_pairs = true;
    all->pairs = ore_alloc(f.n, sizeof *all->pairs);
    for (int i = 0; i < f.n; i++) {
        tell(all, &f.list[i]);
    }
    free(f.list);
}
