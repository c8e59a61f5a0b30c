/* See frontier.h. */
#include "study/frontier.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/tolerances.h"
#include "read/read.h"

/* Names of goals that the round can have but for its first one, and `over`
 * itself when it is among them: "budget_cost, value, x_jobs". The caller frees.
 */
static char *names_of_goals(const ore_round *round)
{
    char *names = ore_copy("");
    int n_goals = 0;

    while (ore_goals[n_goals]) {
        n_goals++;
    }
    for (int i = 0; i < n_goals + round->n_attributes; i++) {
        const char *name =
            i < n_goals ? ore_goals[i]->name : round->attributes[i - n_goals];

        if (strcmp(name, "blend") != 0 && strcmp(name, "x_NAME") != 0 &&
            strcmp(name, round->goals[0].name) != 0) {
            char *longer = ore_print("%s%s%s", names, *names ? ", " : "", name);

            free(names);
            names = longer;
        }
    }
    return names;
}

/* Whether the round can be read with the goal in its order: it is known, or a
 * blend that a section defines. */
static bool is_goal(const ore_read_options *asked, const char *path,
                    const ore_round *round, const char *over)
{
    ore_read_options reading = *asked;
    char *order = ore_frontier_order(round, over, false);
    const char **sets = ore_alloc(reading.n_sets + 1, sizeof *sets);
    ore_diags *unsaid = ore_diags_new();
    ore_round *with = NULL;

    for (int i = 0; i < reading.n_sets; i++) {
        sets[i] = reading.sets[i];
    }
    sets[reading.n_sets++] = order;
    reading.sets = sets;
    const bool is_one =
        strcspn(over, " \t=") == strlen(over) && *over &&
        ore_read_round_file(path, &reading, unsaid, &with) == ORE_OK;

    ore_round_free(with);
    ore_diags_free(unsaid);
    free(sets);
    free(order);
    return is_one;
}

bool ore_frontier_can_limit(const ore_read_options *asked, const char *path,
                            const ore_round *round, const char *over,
                            ore_diags *diags)
{
    const ore_where nowhere = {0};

    if (strcmp(round->goals[0].name, over) == 0) {
        ore_error(diags, nowhere,
                  "--over is '%s', which is the round's first goal, expected "
                  "another: the frontier lies between the two",
                  ore_shown(over));
        return false;
    }
    if (ore_round_goal_number(round, over) < 0 &&
        !is_goal(asked, path, round, over)) {
        char *names = names_of_goals(round);

        ore_error(diags, nowhere,
                  "--over is '%s', expected one of %s, or a blend that a "
                  "section [goal NAME] defines",
                  ore_shown(over), names);
        free(names);
        return false;
    }
    return true;
}

bool ore_frontier_has_trade_off(double best, double chosen)
{
    return fabs(chosen - best) > ORE_TOLERANCE_EQUAL * fmax(1.0, fabs(chosen));
}

/* Levels after the first one come with it, whoever names it in an order. */
static bool is_later_level(const char *name)
{
    const ore_goal *goal = ore_goal_named(name);

    return goal && goal->has_levels && strcmp(goal->name, name) != 0;
}

char *ore_frontier_order(const ore_round *round, const char *over,
                         bool is_first)
{
    char *order = ore_print("goals.order=%s", is_first ? over : "");

    for (int g = 0; g < round->n_goals; g++) {
        const char *name = round->goals[g].name;

        if (!is_later_level(name) && (!is_first || strcmp(name, over) != 0)) {
            char *longer =
                ore_print("%s%s%s", order, g > 0 || is_first ? " " : "", name);

            free(order);
            order = longer;
        }
    }
    if (!is_first && ore_round_goal_number(round, over) < 0) {
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
