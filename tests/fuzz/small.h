/* The round that fuzzers of what goes with a round have. */
#ifndef TESTS_FUZZ_SMALL_H
#define TESTS_FUZZ_SMALL_H

#include <stdlib.h>

#include "read/read.h"

#define FUZZ_ROUND ORE_SOURCE_DIR "/tests/cases/solve-small/round.ini"

/* As long as the process lives. */
static inline const ore_round *fuzz_round(void)
{
    static ore_round *round;

    if (!round) {
        const ore_read_options none = {0};
        ore_diags *diags = ore_diags_new();

        if (ore_read_round_file(FUZZ_ROUND, &none, diags, &round) != ORE_OK) {
            ore_diags_print(diags, stderr);
            abort();
        }
        ore_diags_free(diags);
    }
    return round;
}

#endif
