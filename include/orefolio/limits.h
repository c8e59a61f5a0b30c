/* Limits: the figures of a round that bound its portfolios, as families list
 * them (orefolio/family.h). */
#ifndef OREFOLIO_LIMITS_H
#define OREFOLIO_LIMITS_H

#include "orefolio/result.h"
#include "orefolio/round.h"

struct ore_family; /* orefolio/family.h */

typedef enum ore_limit_unit {
    ORE_LIMIT_MONEY, /**< M */
    ORE_LIMIT_COUNT,
    ORE_LIMIT_SHARE,    /**< 0..1 */
    ORE_LIMIT_FLOW,     /**< t/yr */
    ORE_LIMIT_SCORE,    /**< of a value, an attribute, permit units */
    ORE_LIMIT_OBJECTIVE /**< that of the limit's objective */
} ore_limit_unit;

/** One limit. Texts are borrowed from the round or the program. */
typedef struct ore_limit {
    const struct ore_family *family; /**< set by ore_limits_of */
    const char *figure;              /**< section and key: "budget amount" */
    int s;                           /**< year from commit.first; -1 = the
                                          whole round */
    int of, part;                    /**< the family's own: which figure it is.
                                          Limits of one figure (a rule on each
                                          country) have the same, and the same
                                          s */
    const char *id;                  /**< of the section, "dpa" */
    const char *label, *label_ja;    /**< of the section */
    const char *only[ORE_FILTER_WORDS]; /**< of a limit on each value of some
                                             filter words: which; NULL */
    int year;                           /**< calendar; 0 = the whole round */
    ore_limit_unit unit;
    const ore_objective *objective; /**< whose limit it is; NULL */
    bool is_floor;                  /**< at least; else at most */
    double penalty;                 /**< of a limit that may be broken: what a
                                         breach counts; 0 = it may not */
    double breach;                  /**< of such a limit, over its years */
    double limit;
    double used; /**< NAN = the portfolio has nothing that it measures */
    double step; /**< > 0: how far --trade-offs moves the figure; 0 = it does
                      not */
    ore_where where;
} ore_limit;

typedef struct ore_limits {
    int n, room;
    ore_limit *list; /**< [n] */
} ore_limits;

void ore_limits_add(ore_limits *limits, ore_limit limit);
void ore_limits_free(ore_limits *limits);

/** Whether both are of one figure of the round. */
bool ore_limits_same(const ore_limit *a, const ore_limit *b);

typedef enum ore_limit_state {
    ORE_LIMIT_BROKEN,
    ORE_LIMIT_BINDING,
    ORE_LIMIT_SLACK
} ore_limit_state;

/** What is left of the limit, in its unit: < 0 when it is broken. */
double ore_limit_left(const ore_limit *limit);
/** What that means, as exactly as written figures are checked. */
ore_limit_state ore_limit_state_of(const ore_limit *limit);

/** Whether a cap is used to 99.5 % or more: what is left buys nothing. */
bool ore_limit_is_full(const ore_limit *limit);

/** One step of a limit of such a size: a tenth of it, where it is there. */
double ore_limit_step(double limit);
/** One step of a share: five points. */
static const double ore_limit_share_step = 0.05;

/** What reports say of a family beside its limits: a text of the program, of
 * what in the round, and where that stands. */
typedef struct ore_note_line {
    const char *text;               /**< "Portfolio rule" */
    const char *label, *label_ja;   /**< of a section; NULL = of the round */
    const ore_objective *objective; /**< the goal that is meant; NULL */
    ore_where where;                /**< no file = everywhere */
} ore_note_line;

typedef struct ore_notes {
    int n, room;
    ore_note_line *list; /**< [n] */
} ore_notes;

void ore_notes_add(ore_notes *notes, ore_note_line line);
void ore_notes_free(ore_notes *notes);

#endif
