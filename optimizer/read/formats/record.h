/* A record: named texts with their places. A section of an INI file and a row
 * of a table look the same to those who take values out of them. */
#ifndef OPTIMIZER_READ_FORMATS_RECORD_H
#define OPTIMIZER_READ_FORMATS_RECORD_H

#include "orefolio/common.h"

typedef struct ore_source_cell {
    const char *text;
    ore_where where;
} ore_source_cell;

typedef struct ore_record {
    int count;
    const char *const *names;     /**< [count] keys or columns */
    const ore_source_cell *cells; /**< [count] values */
    const ore_where *keys; /**< [count] where the names are; NULL in rows */
    ore_where where;       /**< of the heading or row */
} ore_record;

/** The cell of that name; NULL when it is not there or empty. */
const ore_source_cell *ore_record_cell(const ore_record *record,
                                       const char *name);

#endif
