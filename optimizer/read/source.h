/* What a round is read from, before anything is understood: sections as its
 * scenario has them, and tables. */
#ifndef OPTIMIZER_READ_SOURCE_H
#define OPTIMIZER_READ_SOURCE_H

#include "base/diagnostics.h"
#include "read/read_options.h"
#include "read/round/reader.h"

typedef struct ore_round_source {
    const char *file;              /**< the round file, as named */
    ore_ini *ini;                  /**< what it extends laid under it */
    ore_table *tables[ORE_TABLES]; /**< NULL = the round has none */
} ore_round_source;

/** As ore_read_round_file; what it was read from lives as long as the round. */
ORE_MUST_USE ore_status ore_read_source(const char *path,
                                        const ore_read_options *options,
                                        ore_diags *diags, ore_round **round,
                                        ore_round_source *source);

/** Read a round from sections and tables that are there: it borrows from them.
 * No scenario acts on it any more. */
ORE_MUST_USE ore_status ore_read_mixture(const ore_round_source *source,
                                         const ore_read_options *options,
                                         ore_diags *diags, ore_round **round);

#endif
