/* The points of a frontier in their order (every_point.h). */
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "study/every_point/enumeration.h"
#include "study/runs.h"

/* A list of the points that are made. */
typedef struct list {
    const ore_enumeration *e;
    int n;
    int *spots;   /* [n] numbers, by x */
    double *open; /* [n] a bound of y between it and the one before; NAN */
} list;

/* Add a point; `open` tells of what lies before it. One that is no better than
 * the last is left out, and what lies before it is told of the next. */
static bool add_point(list *l, int number, double open)
{
    const ore_every_spot *spots = l->e->spots, *new = &spots[number];

    while (l->n > 0) {
        const ore_every_spot *last = &spots[l->spots[l->n - 1]];

        if (!ore_every_is_better(new->y, last->y)) {
            return false;
        }
        if (ore_every_is_better(last->x, new->x)) {
            break;
        }
        l->n--;
        open = isnan(open) ? l->open[l->n] : fmin(open, l->open[l->n]);
    }
    l->spots[l->n] = number;
    l->open[l->n++] = open;
    return true;
}

static list list_points(const ore_enumeration *e)
{
    list l = {.e = e,
              .spots = ore_alloc(e->n_spots, sizeof *l.spots),
              .open = ore_alloc(e->n_spots, sizeof *l.open)};
    double open = nan("");

    for (int k = 0; k < e->n_spans; k++) {
        const ore_every_span *s = &e->spans[k];

        if (k == 0) {
            (void)add_point(&l, s->low, nan(""));
        }
        if (!s->is_closed) {
            open = isnan(open) ? s->bound : fmin(open, s->bound);
        }
        if (add_point(&l, s->high, open)) {
            open = nan("");
        }
    }
    if (e->n_spans == 0 && e->n_spots > 0) {
        (void)add_point(&l, 0, nan(""));
    }
    return l;
}

/* How x and y of the round itself stand to those of a point. */
static bool is_same(const ore_enumeration *e, const ore_run *own,
                    const ore_every_spot *point)
{
    const double x = e->sign_x * own->other, y = e->sign_y * own->value;

    return !ore_every_is_better(x, point->x) &&
           !ore_every_is_better(point->x, x) &&
           !ore_every_is_better(y, point->y) &&
           !ore_every_is_better(point->y, y);
}

void ore_every_list(const ore_enumeration *e)
{
    ore_every_point *of = e->of;
    list l = list_points(e);
    ore_run own = ore_run_of(of->round, of->round, of->own, of->over);
    ore_run *runs = ore_alloc(l.n + 1, sizeof *runs);
    double *may_be = ore_alloc(l.n + 1, sizeof *may_be);
    int n = 0, recommended = -1;

    own.limit = nan("");
    for (int i = 0; i < l.n; i++) {
        ore_every_spot *point = &e->spots[l.spots[i]];
        const bool is_own = is_same(e, &own, point);

        if (recommended < 0 && !is_own && e->sign_x * own.other < point->x) {
            /* Where others may lie, they may do so on either side of it. */
            may_be[n] = e->sign_y * l.open[i];
            recommended = n;
            runs[n++] = own;
        }
        may_be[n] = e->sign_y * l.open[i];
        if (is_own) {
            recommended = n;
            runs[n++] = own;
        } else {
            runs[n++] = point->run;
            point->run.goes = NULL;
        }
    }
    if (recommended < 0) {
        may_be[n] = nan("");
        recommended = n;
        runs[n++] = own;
    }
    of->frontier.n_runs = n;
    of->frontier.runs = of->runs = runs;
    of->frontier.may_be = of->may_be = may_be;
    of->frontier.recommended = recommended;
    free(l.spots);
    free(l.open);
}
