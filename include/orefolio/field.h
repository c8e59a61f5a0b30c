/* A field: one INI key or table column, in one row.
 *
 * The row is all there is to say about it: the reader reads, checks and
 * defaults the value from it, `orefolio keys` documents it from it, and the
 * tests walk over it. A struct is filled at `at`, its offset. */
#ifndef OREFOLIO_FIELD_H
#define OREFOLIO_FIELD_H

#include <math.h>
#include <stddef.h>

#include "orefolio/common.h"

typedef enum ore_field_type {
    ORE_FIELD_NUMBER,   /**< double */
    ORE_FIELD_WHOLE,    /**< int */
    ORE_FIELD_YEAR,     /**< int, calendar year */
    ORE_FIELD_YEARS,    /**< ore_years, "2026-2040" or "2026" */
    ORE_FIELD_YEARLY,   /**< const double *, "120" or "2026:120 2027:90" */
    ORE_FIELD_NUMBERS,  /**< int count, then const double *: "0.3 0.7 1" */
    ORE_FIELD_YES_NO,   /**< bool */
    ORE_FIELD_TEXT,     /**< const char * */
    ORE_FIELD_DATE,     /**< const char *, "2026-07-14" */
    ORE_FIELD_WORD,     /**< int, the index of the value in `choices` */
    ORE_FIELD_CURRENCY, /**< const char *, a code of ISO 4217; NULL = the
                             round's */
    ORE_FIELD_WORDS,  /**< int count, then const char *const *: blank-separated
                       */
    ORE_FIELD_FILTER, /**< ore_filter */
    ORE_FIELD_OTHER   /**< read by hand by its section or table */
} ore_field_type;

/** The open end of a range; it has to be said. */
#define ORE_NO_LIMIT HUGE_VAL

/** One row; a table of them ends with a row whose key is NULL. What a row does
 * not say is none: no default, no unit, no range. tests/unit/test_fields.c
 * holds every row to what its type needs. */
typedef struct ore_field {
    const char *key; /**< of a section, or a column: "ceiling_total" */
    ore_field_type type;
    size_t at;       /**< offset in the struct it fills */
    double min, max; /**< inclusive; every number, whole number, yearly list
                          and list of numbers has them, nothing else does */
    bool is_required;
    const char *fallback; /**< the default as a user would write it; NULL = none
                               (number: NAN, text: NULL, else 0) */
    const char *unit; /**< "million", "share", "t/yr", "year"; NULL = none */
    const char *help; /**< one line */
    const char *const *choices; /**< of a word, which needs them; ends with NULL
                                 */
    const char *in_usd_of; /**< the key whose figure, of the round's currency,
                                this one gives in US dollars: it stands below it
                                in the table and fills the same place; NULL */
} ore_field;

/** A row by key, type, offset and help, and what else there is to say:
 * ORE_FIELD("gap", NUMBER, offsetof(settings, gap), "…", .min = 0, .max = 1).
 */
#define ORE_FIELD(name, kind, offset, ...)                                     \
    {                                                                          \
        .key = (name), .type = ORE_FIELD_##kind, .at = (offset),               \
        .help = __VA_ARGS__                                                    \
    }

/** Whether values of the type have a range, which their rows state. */
static inline bool ore_field_has_range(const ore_field *field)
{
    return field->type == ORE_FIELD_NUMBER || field->type == ORE_FIELD_WHOLE ||
           field->type == ORE_FIELD_YEARLY || field->type == ORE_FIELD_NUMBERS;
}

#endif
