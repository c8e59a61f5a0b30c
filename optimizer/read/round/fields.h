/* Taking typed values out of records, by rows of ore_field. */
#ifndef OPTIMIZER_READ_ROUND_FIELDS_H
#define OPTIMIZER_READ_ROUND_FIELDS_H

#include "read/round/reader.h"
#include "read/round/values.h"

/** The words of a review, in the order of ore_review; ends with NULL. */
extern const char *const ore_reviews[];

/** Fill the struct `out` from the record: every field, with its default when
 * the record does not have it. Yearly lists, filters and fields read by hand
 * are only checked for being there when required. Mistakes are reported, and
 * leave the default. */
void ore_fill(const ore_reader *reader, const ore_record *record,
              const ore_field *fields, void *out);

/** As above, but touch nothing that the record does not have. */
void ore_fill_given(const ore_reader *reader, const ore_record *record,
                    const ore_field *fields, void *out);

/** Whether a list of fields has one of that name. */
const ore_field *ore_field_named(const ore_field *fields, const char *name);

/** Whether no field of the lists has that name; `*meant` is then the nearest
 * one, or NULL. */
bool ore_is_unknown(const ore_field *const *lists, int n_lists,
                    const char *name, const char **meant);

/** Report names of the record that none of the lists [n_lists] has. `what` is
 * "key" or "column". */
void ore_check_names(const ore_reader *reader, const ore_record *record,
                     const char *what, const ore_field *const *lists,
                     int n_lists);

/** A filter "country:US,JP stage:mine"; words outside `allowed` (a set of
 * bits 1 << word) are errors. */
ore_filter ore_take_filter(const ore_reader *reader, const ore_record *record,
                           const char *name, unsigned allowed);
/** Report ids in a filter that name nothing, and warn of a filter that no
 * project (or, with material words, no material) matches. */
void ore_check_filter(const ore_reader *reader, const ore_source_cell *cell,
                      const ore_filter *filter);

/** Yearly values: "120" for every year of `whole`, or "2026:120 2027:90".
 * values[year - first] is set for years within `range`; a year that is set
 * already is an error. */
typedef struct ore_yearly {
    double *values; /**< by year from range.first; NAN = not set */
    ore_years range, whole;
    const char *name;
    const ore_field *field; /**< min and max */
} ore_yearly;
void ore_take_yearly(const ore_reader *reader, const ore_source_cell *cell,
                     const ore_yearly *to);
/** Set the years of `years` to the value, as above. */
void ore_set_yearly(const ore_reader *reader, ore_where where, ore_years years,
                    double value, const ore_yearly *to);

#endif
