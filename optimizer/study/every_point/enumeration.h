/* What the enumeration of a frontier (every_point.h) has at hand. */
#ifndef OPTIMIZER_STUDY_EVERY_POINT_ENUMERATION_H
#define OPTIMIZER_STUDY_EVERY_POINT_ENUMERATION_H

#include "study/every_point/every_point.h"

/* A portfolio, in figures of which less is better. */
typedef struct ore_every_spot {
    ore_result *result;
    ore_run run;
    double x, y;  /* the other goal; the first one */
    double bound; /* of y, proven for every portfolio within the limit that it
                     was found under */
} ore_every_spot;

/* What lies between two neighbours, low with the better x. */
typedef struct ore_every_span {
    int low, high;
    double level;   /* nothing better than low was found up to this x */
    double proven;  /* nothing better than low is there up to this x */
    double bound;   /* of y in between */
    bool is_halved; /* its next limit is in the middle */
    bool is_done;   /* nothing lies there, or what does is left open */
    bool is_closed; /* nothing lies there, proven */
} ore_every_span;

/* A solve of a generation. */
typedef struct ore_every_attempt {
    enum { OF_ROUND, OF_LOW, OF_HIGH, OF_SPAN } of;
    int span;
    double limit; /* of x; NAN = none */
    ore_round *round;
    ore_result *result;
} ore_every_attempt;

typedef struct ore_enumeration {
    ore_every_point *of;
    int over; /* number of the other goal */
    double sign_x, sign_y;
    ore_every_spot *spots;
    int n_spots, room_spots;
    ore_every_span *spans; /* from low to high, one after the other */
    int n_spans, room_spans;
    ore_every_attempt *attempts;
    int n_attempts;
    ore_solve_settings next; /* of the attempt that begins */
    int n_begun;
    double work_s; /* so far */
} ore_enumeration;

/** Whether the figure is less by more than written figures tell apart. */
bool ore_every_is_better(double y, double than);

/** Keep a portfolio of `round`, which was found where every other one has a y
 * of `bound` at least; its number. */
int ore_every_keep(ore_enumeration *e, const ore_round *round,
                   ore_result *result, double bound);
/** A bound of y of whatever the solve could have found; -HUGE_VAL = none. */
double ore_every_bound(const ore_enumeration *e, const ore_result *result);

/** All that lies between both ends is one span. */
void ore_every_begin_spans(ore_enumeration *e, int low, int high);
/** The limit to ask about a span that is not done. */
double ore_every_limit(const ore_enumeration *e, const ore_every_span *s);
/** What an attempt says of its span. Those after it may get other numbers. */
void ore_every_take_answer(ore_enumeration *e, ore_every_attempt *a);

/** The runs of the frontier, in *e->of: the points, and the round itself where
 * it belongs. */
void ore_every_list(const ore_enumeration *e);

#endif
