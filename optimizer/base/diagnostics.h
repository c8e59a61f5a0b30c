/* Diagnostics: every mistake of the input, collected, sorted, told at once in
 * the GNU form "round.ini:12:9: error: …". */
#ifndef OPTIMIZER_BASE_DIAGNOSTICS_H
#define OPTIMIZER_BASE_DIAGNOSTICS_H

#include <stdio.h>

#include "orefolio/common.h"

typedef struct ore_diags ore_diags;

/** The caller frees with ore_diags_free (NULL is allowed). */
ore_diags *ore_diags_new(void);
void ore_diags_free(ore_diags *diags);

/** Record a message: lower case, no full stop, the offending text in quotes,
 * then what was expected: "capex is '12,5', expected a number >= 0". Text from
 * data is passed through ore_shown first. `where.file` is copied. */
void ore_error(ore_diags *diags, ore_where where, const char *fmt, ...)
    ORE_PRINTF(3, 4);
void ore_warn(ore_diags *diags, ore_where where, const char *fmt, ...)
    ORE_PRINTF(3, 4);
/** Something the user should know that is no mistake. */
void ore_note(ore_diags *diags, ore_where where, const char *fmt, ...)
    ORE_PRINTF(3, 4);

/** How many errors (or warnings) there are. */
int ore_diags_errors(const ore_diags *diags);
int ore_diags_warnings(const ore_diags *diags);

/** Print all, sorted by file (in order of first mention), line and column,
 * repeated ones once; at most 100 errors, then how many more there are. */
void ore_diags_print(const ore_diags *diags, FILE *out);

/** Print all to standard error and free them; returns `status`. */
ore_status ore_diags_tell(ore_diags *diags, ore_status status);

#endif
