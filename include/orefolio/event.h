/* Events: news that comes while the round is being decided, and what it
 * changes. Each combination of outcomes is a leaf of the scenario tree. */
#ifndef OREFOLIO_EVENT_H
#define OREFOLIO_EVENT_H

#include "orefolio/common.h"
#include "orefolio/provenance.h"

/** Most leaves that a round's events may make. */
enum { ORE_MAX_LEAVES = 64 };

/** One [outcome NAME]: what the round becomes when an event turns out so. */
typedef struct ore_outcome {
    const char *id, *label, *label_ja; /**< labels default to the id */
    int event;                         /**< index into events */
    double probability;                /**< 0 < p <= 1 */
    int n_changes;
    const ore_adjustment *changes; /**< [n_changes] as written */
    ore_where where;
} ore_outcome;

/** One [event NAME]. Its outcomes exclude each other; events are independent.
 */
typedef struct ore_event {
    const char *id, *label, *label_ja; /**< labels default to the id */
    int project;   /**< the news is found only if it goes ahead; -1 = the news
                        comes by itself */
    int lag_years; /**< >= 1, from the commitment of `project` to the news */
    int known_in;  /**< calendar year of news that comes by itself; else 0 */
    int first_outcome, n_outcomes; /**< in round->outcomes */
    double remainder; /**< probability that no outcome comes: the round is as
                           its tables give it; 0 = one of them does */
    ore_where where;
} ore_event;

/** How many ways the event can turn out, the tables' own among them. */
static inline int ore_event_ways(const ore_event *event)
{
    return event->n_outcomes + (event->remainder > 0.0 ? 1 : 0);
}

#endif
