/* Values of options. What is none ends the program with a message. */
#ifndef OPTIMIZER_CLI_OPTION_VALUES_H
#define OPTIMIZER_CLI_OPTION_VALUES_H

#include "cli/options.h"

struct argp_state;

/** A number from `min` to `max` of the option `what`. */
double ore_option_number(const char *text, const char *what, double min,
                         double max, const struct argp_state *state);

/** One of the words, which are separated by '|'. */
const char *ore_option_word(const char *text, const char *what,
                            const char *words, const struct argp_state *state);

/** The code of a currency. */
const char *ore_option_currency(const char *text,
                                const struct argp_state *state);

/** "I/N" with 1 <= I <= N. */
void ore_option_shard(const char *text, ore_options *options,
                      const struct argp_state *state);

/** A day, "2026-07-14"; anything else ends the program with a message. */
const char *ore_option_date(const char *text, const struct argp_state *state);
/** The day that SOURCE_DATE_EPOCH gives, in UTC, into date[11]; "" without it.
 */
void ore_option_default_date(char *date);

#endif
