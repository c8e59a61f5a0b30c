/* Copies and the end of a round. */
#include "orefolio/round.h"

#include <stdlib.h>
#include <string.h>

#include "base/store.h"
#include "orefolio/memory.h"

const ore_currency *ore_currency_in(const ore_round *round, const char *code)
{
    for (int i = 0; i < round->n_currencies; i++) {
        if (strcmp(round->currencies[i].code, code) == 0) {
            return &round->currencies[i];
        }
    }
    return NULL;
}

const ore_country *ore_country_in(const ore_round *round, const char *id)
{
    for (int i = 0; i < round->n_countries; i++) {
        if (strcmp(round->countries[i].id, id) == 0) {
            return &round->countries[i];
        }
    }
    return NULL;
}

ore_round *ore_round_copy(const ore_round *round)
{
    ore_round *copy = ore_alloc(1, sizeof *copy);

    *copy = *round;
    copy->store = ore_store_new();
    return copy;
}

void *ore_round_own(const ore_round *copy, const void *array, int n,
                    size_t size)
{
    void *own = ore_store_alloc(copy->store, n, size);

    memcpy(own, array, (size_t)n * size);
    return own;
}

void ore_round_free(ore_round *round)
{
    if (round) {
        ore_store_free(round->store);
        free(round);
    }
}

int ore_compare_changed(const ore_changed *a, const ore_changed *b)
{
    int order = strcmp(a->address, b->address);

    if (order == 0) {
        order = strcmp(a->home.file ? a->home.file : "",
                       b->home.file ? b->home.file : "");
    }
    return order
               ? order
               : (a->home.line > b->home.line) - (a->home.line < b->home.line);
}
