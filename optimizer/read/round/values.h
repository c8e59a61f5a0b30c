/* Single values of a cell, by type; each reports what it expected. */
#ifndef OPTIMIZER_READ_ROUND_VALUES_H
#define OPTIMIZER_READ_ROUND_VALUES_H

#include "read/round/reader.h"

/** Each returns false after an error, which says what the field or `name`
 * should be, and then leaves the value as it was. */
bool ore_value_number(const ore_reader *reader, const ore_field *field,
                      const ore_source_cell *cell, double *value);
bool ore_value_years(const ore_reader *reader, const char *name,
                     const ore_source_cell *cell, ore_years *years);
bool ore_value_whole(const ore_reader *reader, const ore_field *field,
                     const ore_source_cell *cell, int *value);
bool ore_value_choice(const ore_reader *reader, const ore_field *field,
                      const ore_source_cell *cell, int *value);
bool ore_value_yes_no(const ore_reader *reader, const ore_field *field,
                      const ore_source_cell *cell, bool *value);
/** The date as 2026-07-14; NULL after an error. */
const char *ore_value_date(const ore_reader *reader, const ore_field *field,
                           const ore_source_cell *cell);
/** An id: letters, digits, '_' and '-', at most 40; NULL after an error. Owned
 * by the store. */
const char *ore_value_id(const ore_reader *reader, const ore_record *record,
                         const char *name);
/** A word that can stand in a filter: no blanks, commas, colons, stars. */
bool ore_value_word(const ore_reader *reader, const char *name,
                    const char *word, ore_where where);

#endif
