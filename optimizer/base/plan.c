/* The end of a plan. */
#include "orefolio/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/store.h"

void ore_plan_free(ore_plan *plan)
{
    if (plan) {
        ore_store_free(plan->store);
        free(plan);
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
