/* What differs between two rounds. */
#ifndef OPTIMIZER_READ_MIXTURE_DIFFERENCES_H
#define OPTIMIZER_READ_MIXTURE_DIFFERENCES_H

#include "orefolio/study/input_changes.h"
#include "read/source.h"

/** Where a change is made. */
typedef struct ore_change_place {
    int old_section, new_section; /**< -1 = the round has none; of a row, too */
    const char *key;              /**< or column; NULL = as a whole */
    int table;                    /**< ore_table_id; -1 = a section */
    int old_row, new_row;         /**< -1 = the round has none */
} ore_change_place;

typedef struct ore_two_rounds {
    ore_round *before, *after; /**< owned */
    ore_round_source old, new;
    ore_read_options options; /**< that both were read with */
    int n, room, room_places;
    ore_input_change *changes; /**< [n] sections, then tables, as they stand */
    ore_change_place *places;  /**< [n] */
    ore_store *store;          /**< owner of texts of the changes */
} ore_two_rounds;

/** Fill the changes of two rounds whose sources are there. */
void ore_differences_find(ore_two_rounds *two);

/** Whether both texts are the same, or the same number. */
bool ore_source_texts_equal(const char *a, const char *b);

/** The column of that name; -1 = the table, which may be NULL, has none. */
int ore_table_column(const ore_table *table, const char *name);

#endif
