/* Rows of options that speed up what is committed: checked in every round, and
 * in one that is read for a response projects of their own. */
#ifndef OPTIMIZER_READ_ROUND_SPEED_UPS_H
#define OPTIMIZER_READ_ROUND_SPEED_UPS_H

#include "read/round/reader.h"

/** A project and the shape that its own row gives. */
typedef struct ore_candidate {
    ore_project project; /**< begins with the id */
    ore_option shape;
} ore_candidate;

/** A row with `accelerates`. */
typedef struct ore_speed_row {
    ore_candidate as; /**< the project that it is in a response */
    ore_source_cell of;
    bool has_ramp; /**< else that of the option which it speeds up */
} ore_speed_row;

/** Read them; `list` are the round's projects. */
void ore_read_speed_ups(ore_reader *reader, const ore_candidate *list);

/** Whether the round is read for a response. */
bool ore_offers_speed_ups(const ore_reader *reader);

/** The list of *n, which is freed, with them. The caller frees. */
ore_candidate *ore_add_speed_ups(const ore_reader *reader, ore_candidate *list,
                                 int *n);

/** Once options are there: find the one that each speeds up. */
void ore_tie_speed_ups(ore_reader *reader);

/** Once flows are there: theirs are those of that option. */
void ore_share_flows(ore_reader *reader);

/** Where the cell names one instead of an option: an error that says so, and
 * true. */
bool ore_names_speed_up(const ore_reader *reader, const ore_project *project,
                        const ore_source_cell *cell);

#endif
