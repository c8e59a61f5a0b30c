/* See frontier.h. */
#include "cli/frontier.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"

int ore_goal_number(const ore_plan *plan, const char *name)
{
    for (int g = 0; g < plan->n_goals; g++) {
        if (strcmp(plan->goals[g].name, name) == 0) {
            return g;
        }
    }
    return -1;
}

bool ore_can_limit(const ore_plan *plan, const char *over, ore_diags *diags)
{
    const ore_where nowhere = {0};

    if (strcmp(plan->goals[0].name, over) == 0) {
        ore_error(diags, nowhere,
                  "--over is '%s', which is the round's first goal, expected "
                  "another: the frontier lies between the two",
                  ore_shown(over));
        return false;
    }
    return true;
}

bool ore_have_trade_off(double best, double chosen)
{
    return fabs(chosen - best) > 2e-6 * fmax(1.0, fabs(chosen));
}

char *ore_frontier_order(const ore_plan *plan, const char *over, bool is_first)
{
    char *order = ore_print("goals.order=%s", is_first ? over : "");

    for (int g = 0; g < plan->n_goals; g++) {
        const char *name = plan->goals[g].name;

        if (!is_first || strcmp(name, over) != 0) {
            char *longer =
                ore_print("%s%s%s", order, g > 0 || is_first ? " " : "", name);

            free(order);
            order = longer;
        }
    }
    if (!is_first && ore_goal_number(plan, over) < 0) {
        char *longer = ore_print("%s %s", order, over);

        free(order);
        order = longer;
    }
    return order;
}

char *ore_frontier_limit(const char *over, double best, double chosen, int i,
                         int n)
{
    char *number = ore_number_text(best + (chosen - best) * i / (n - 1));
    char *limit = ore_print("goal %s.limit=%s", over, number);

    free(number);
    return limit;
}
