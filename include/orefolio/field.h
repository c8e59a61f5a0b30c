/* A field: one INI key or table column, in one row.
 *
 * The row is all there is to say about it: the reader reads, checks and
 * defaults the value from it, `orefolio keys` documents it from it, and the
 * tests walk over it. A struct is filled at `at`, its offset. */
#ifndef OREFOLIO_FIELD_H
#define OREFOLIO_FIELD_H

#include <stddef.h>

#include "orefolio/common.h"

typedef enum ore_field_type {
    ORE_FIELD_NUMBER,  /**< double */
    ORE_FIELD_WHOLE,   /**< int */
    ORE_FIELD_YEAR,    /**< int, calendar year */
    ORE_FIELD_YEARS,   /**< ore_years, "2026-2040" or "2026" */
    ORE_FIELD_YEARLY,  /**< const double *, "120" or "2026:120 2027:90" */
    ORE_FIELD_NUMBERS, /**< int count, then const double *: "0.3 0.7 1" */
    ORE_FIELD_YES_NO,  /**< bool */
    ORE_FIELD_TEXT,    /**< const char * */
    ORE_FIELD_DATE,    /**< const char *, "2026-07-14" */
    ORE_FIELD_WORD,    /**< int, the index of the value in `choices` */
    ORE_FIELD_WORDS,   /**< int count, then const char *const *: blank-separated
                        */
    ORE_FIELD_FILTER,  /**< ore_filter */
    ORE_FIELD_OTHER    /**< read by hand by its section or table */
} ore_field_type;

/** Tables of fields end with a row whose name is NULL. */
typedef struct ore_field {
    const char *name; /**< "ceiling_total" */
    ore_field_type type;
    size_t at;            /**< offset in the struct it fills */
    double least, most;   /**< inclusive range of numbers and years */
    const char *fallback; /**< the default as a user would write it; NULL =
                               required; "" = none (number: NAN, text: NULL) */
    const char *unit;     /**< "million", "share", "t/yr", "year", "" */
    const char *help;     /**< one line */
    const char *const *choices; /**< of a word; ends with NULL */
} ore_field;

#endif
