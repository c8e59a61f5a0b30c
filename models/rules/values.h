/* The values that the words of filters have in a round. */
#ifndef MODELS_RULES_VALUES_H
#define MODELS_RULES_VALUES_H

#include "orefolio/filter.h"

typedef struct ore_values {
    int n, room;
    const char **list; /**< [n] of the round; sorted, each once */
} ore_values;

/** Of projects, existing supply, options, flows or money, whatever the word is
 * about. The caller ends it with ore_values_free. */
ore_values ore_values_of(const struct ore_round *round, ore_filter_word word);
void ore_values_free(ore_values *values);

#endif
