/* Two rounds as they are written: what differs, and the rounds between them. */
#ifndef OPTIMIZER_READ_MIXTURE_TWO_ROUNDS_H
#define OPTIMIZER_READ_MIXTURE_TWO_ROUNDS_H

#include "read/mixture/differences.h"

/** Read both rounds and find what differs: figures of sections and of rows that
 * both have, and sections and rows that one of them has. Rows are told apart by
 * the columns that name them, and by their order where these are alike.
 * Numbers that are written in another way are no change. On ORE_OK the caller
 * frees. */
ORE_MUST_USE ore_status ore_two_rounds_read(const char *before,
                                            const char *after,
                                            const ore_read_options *options,
                                            ore_diags *diags,
                                            ore_two_rounds **two);
void ore_two_rounds_free(ore_two_rounds *two);

/** The round before with those changes that are applied [n]; NULL where that
 * says nothing that can be read. The caller frees it, before `two`. */
ore_round *ore_two_rounds_between(const ore_two_rounds *two,
                                  const bool *applied);

#endif
