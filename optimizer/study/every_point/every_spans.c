/* What lies between the points of a frontier that are known (every_point.h). */
#include <math.h>

#include "orefolio/memory.h"
#include "orefolio/tolerances.h"
#include "study/every_point/enumeration.h"
#include "study/runs.h"

/* Smaller steps of x are none. It is wider than what a limit may be missed by.
 */
static double step_at(double x)
{
    return 2.0 * ORE_TOLERANCE_EQUAL * fmax(1.0, fabs(x));
}

bool ore_every_is_better(double y, double than)
{
    return y < than - ORE_TOLERANCE_EQUAL * fmax(1.0, fabs(than));
}

/* The better of two bounds of y; NAN = none is known. */
static double tighter(double a, double b)
{
    return fmax(a, b);
}

/* A bound of the first goal, of every portfolio that the attempt could have
 * found. */
double ore_every_bound(const ore_enumeration *e, const ore_result *result)
{
    const ore_goal_outcome *first = &result->goals[0];

    return ore_goal_uncertainty(first) == 0.0 ? e->sign_y * first->value
           : isfinite(first->bound)           ? e->sign_y * first->bound
                                              : -HUGE_VAL;
}

/* Keep a portfolio of `round`; its number. */
int ore_every_keep(ore_enumeration *e, const ore_round *round,
                   ore_result *result, double bound)
{
    ore_every_spot kept = {
        .result = result,
        .run = ore_run_of(e->of->round, round, result, e->of->over),
        .bound = bound};

    kept.run.limit = nan("");
    kept.x = e->sign_x * kept.run.other;
    kept.y = e->sign_y * kept.run.value;
    e->spots = ore_grow(e->spots, e->n_spots, &e->room_spots, sizeof *e->spots);
    e->spots[e->n_spots] = kept;
    return e->n_spots++;
}

static ore_every_span *add_span(ore_enumeration *e, int at)
{
    e->spans = ore_grow(e->spans, e->n_spans, &e->room_spans, sizeof *e->spans);
    for (int k = e->n_spans++; k > at; k--) {
        e->spans[k] = e->spans[k - 1];
    }
    return &e->spans[at];
}

/* The last limit that a span needs. */
static double nearest_limit(const ore_enumeration *e, const ore_every_span *s)
{
    const double x = e->spots[s->high].x;

    return x - step_at(x);
}

/* Whether anything is left to ask about the span. */
static void judge_span(const ore_enumeration *e, ore_every_span *s)
{
    const double nearest = nearest_limit(e, s);

    s->is_closed = s->proven >= nearest;
    s->is_done = s->level >= nearest;
}

/* A new portfolio between two: what lies on either side of it is asked next. In
 * the middle first, where the limit binds: there the goals may trade without
 * steps. */
static void split(ore_enumeration *e, int at, double limit, int found)
{
    const ore_every_span old = e->spans[at];
    const ore_every_spot *new = &e->spots[found];
    const bool binds =
        limit - new->x <= 0.01 * (e->spots[old.high].x - e->spots[old.low].x);
    ore_every_span *right = add_span(e, at + 1);

    *right =
        (ore_every_span){.low = found,
                         .high = old.high,
                         .level = limit,
                         .proven = new->bound == new->y ? limit : -HUGE_VAL,
                         .bound = old.bound,
                         .is_halved = binds};
    judge_span(e, right);
    e->spans[at].high = found;
    e->spans[at].bound = tighter(old.bound, new->bound);
    e->spans[at].is_halved = binds || !old.is_halved;
    judge_span(e, &e->spans[at]);
}

void ore_every_take_answer(ore_enumeration *e, ore_every_attempt *a)
{
    const int at = a->span;
    ore_every_span *s = &e->spans[at];
    const ore_every_spot low = e->spots[s->low], high = e->spots[s->high];

    s->is_done = true;
    if (!a->result->has_portfolio) {
        return;
    }
    const double y = e->sign_y * a->result->goals[0].value,
                 x = e->sign_x * a->result->goals[1].value,
                 bound = ore_every_bound(e, a->result);

    if (ore_every_is_better(y, low.y) && x > low.x && x < high.x) {
        const int found = ore_every_keep(e, a->round, a->result, bound);

        a->result = NULL;
        split(e, at, a->limit, found);
    } else {
        if (!ore_every_is_better(bound, low.y)) {
            s->proven = a->limit;
        }
        if (a->limit >= nearest_limit(e, s)) {
            s->bound = tighter(s->bound, bound);
        }
        s->level = a->limit;
        s->is_halved = false;
        judge_span(e, s);
    }
}

void ore_every_begin_spans(ore_enumeration *e, int low, int high)
{
    const ore_every_spot *from = &e->spots[low], *to = &e->spots[high];
    ore_every_span *all = add_span(e, 0);

    *all = (ore_every_span){.low = low,
                            .high = high,
                            .level = from->x,
                            .proven = -HUGE_VAL,
                            .bound = to->bound,
                            .is_halved = true};
    /* With nothing to trade, one of both ends is all there is. */
    all->is_done = all->is_closed = !ore_every_is_better(to->y, from->y) ||
                                    !ore_every_is_better(from->x, to->x);
}

double ore_every_limit(const ore_enumeration *e, const ore_every_span *s)
{
    const double nearest = nearest_limit(e, s),
                 middle = (s->level + e->spots[s->high].x) / 2.0;

    return s->is_halved ? fmin(nearest, middle) : nearest;
}
