/* Where the figures of a round come from. */
#ifndef OREFOLIO_PROVENANCE_H
#define OREFOLIO_PROVENANCE_H

#include "orefolio/common.h"

/** What the scenario or the command line changed, for the provenance. */
typedef struct ore_adjustment {
    const char *address, *value; /**< as written */
    ore_where where;             /**< line 0 = the command line */
} ore_adjustment;

/** A figure that they changed: patterns are spelled out into these. */
typedef struct ore_changed {
    const char *address;        /**< "projects.P07.capex" */
    const char *before, *after; /**< as texts; before "" = not given */
    ore_where home;             /**< its row or section: rows may share an
                                     address */
    ore_where where;            /**< of the change; line 0 = the command line */
} ore_changed;

/** Order of changed figures: by address, then by home. */
int ore_compare_changed(const ore_changed *a, const ore_changed *b);

/** What a table's row says of where its figures come from, in the columns
 * note_source (and note), note_owner, note_as_of and note_reliability. */
typedef struct ore_evidence {
    ore_where where;             /**< of the row */
    const char *address, *value; /**< of its main figure, as text */
    const char *source, *owner, *as_of, *reliability; /**< "" = not said */
} ore_evidence;

#endif
