/* The end of a plan. */
#include "orefolio/plan.h"

#include <stdlib.h>

#include "base/store.h"

void ore_plan_free(ore_plan *plan)
{
    if (plan) {
        ore_store_free(plan->store);
        free(plan);
    }
}
