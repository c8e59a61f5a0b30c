/* The end of a plan. */
#include "orefolio/round.h"

#include <stdlib.h>
#include <string.h>

#include "base/store.h"

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
