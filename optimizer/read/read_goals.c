/* [goals] and [goal NAME]: what is optimised, most important first. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/model.h"
#include "read/fields.h"

static const char default_order[] = "shortfall budget_cost";

const ore_field ore_goals_fields[] = {
    {"order", ORE_FIELD_OTHER, 0, 0, 0, default_order, "",
     "goals, the most important first, separated by blanks", NULL},
    {0},
};

const ore_field ore_goal_fields[] = {
    {"tolerance", ORE_FIELD_NUMBER, offsetof(ore_goal_use, tolerance), 0, 1,
     "0", "share", "of its best value that later goals may give away", NULL},
    {"gap", ORE_FIELD_NUMBER, offsetof(ore_goal_use, gap), 0, 1, "", "share",
     "relative gap at which this goal is done; default: that of [solver]",
     NULL},
    {"discount_rate", ORE_FIELD_NUMBER, offsetof(ore_goal_use, discount_rate),
     0, 1, "", "per year", "later years count less; default: the round's",
     NULL},
    {0},
};

static void unknown_goal(const ore_reader *reader, ore_where where,
                         const char *name)
{
    for (int g = 0; ore_goals[g]; g++) {
        if (ore_near_miss(name, ore_goals[g]->name)) {
            ore_error(reader->diags, where,
                      "unknown goal '%s', did you mean '%s'?", ore_shown(name),
                      ore_goals[g]->name);
            return;
        }
    }
    ore_error(reader->diags, where, "unknown goal '%s'", ore_shown(name));
}

static bool is_in_order(const ore_goal_use *goals, int n, const char *name)
{
    for (int g = 0; g < n; g++) {
        if (strcmp(goals[g].name, name) == 0) {
            return true;
        }
    }
    return false;
}

static void take_goal(const ore_reader *reader, const char *name,
                      ore_where where, ore_goal_use *goals, int *n)
{
    const ore_goal *goal = ore_goal_named(name);

    if (!goal) {
        unknown_goal(reader, where, name);
    } else if (is_in_order(goals, *n, name)) {
        ore_error(reader->diags, where, "goal '%s' comes twice", name);
    } else {
        goals[(*n)++] =
            (ore_goal_use){.name = goal->name,
                           .discount_rate = reader->plan->discount_rate,
                           .gap = nan(""),
                           .where = where};
    }
}

static void take_order(const ore_reader *reader, const ore_cell *cell,
                       ore_goal_use *goals, int *n)
{
    char *text = ore_copy(cell->text), *rest = NULL;

    for (char *word = strtok_r(text, " \t", &rest); word;
         word = strtok_r(NULL, " \t", &rest)) {
        ore_where where = cell->where;

        where.column += (int)(word - text);
        take_goal(reader, word, where, goals, n);
    }
    free(text);
}

static void read_goal(const ore_reader *reader, const ore_section *section,
                      ore_goal_use *goals, int n)
{
    const char *name = section->name;
    ore_goal_use use = {0};

    if (*name == '\0') {
        return;
    }
    ore_fill(reader, &section->record, ore_goal_fields, &use);
    if (!ore_goal_named(name)) {
        unknown_goal(reader, section->record.where, name);
        return;
    }
    if (!is_in_order(goals, n, name)) {
        ore_warn(reader->diags, section->record.where,
                 "goal '%s' is not in the order of [goals]", name);
    }
    for (int g = 0; g < n; g++) {
        if (strcmp(goals[g].name, name) == 0) {
            goals[g].tolerance = use.tolerance;
            goals[g].gap = use.gap;
            goals[g].discount_rate = isnan(use.discount_rate)
                                         ? goals[g].discount_rate
                                         : use.discount_rate;
        }
    }
}

void ore_read_goals(ore_reader *reader)
{
    const ore_section *order = ore_section_of(reader, "goals");
    const ore_cell *cell =
        order ? ore_record_cell(&order->record, "order") : NULL;
    const ore_cell by_default = {default_order, {reader->file, 0, 0}};
    const ore_section *section;
    int n = 0, i = 0, most = 0;

    while (ore_goals[most]) {
        most++;
    }
    ore_goal_use *goals =
        ore_store_alloc(reader->store, most, sizeof(ore_goal_use));

    take_order(reader, cell ? cell : &by_default, goals, &n);
    while ((section = ore_next_section(reader, "goal", &i))) {
        read_goal(reader, section, goals, n);
    }
    reader->plan->goals = goals;
    reader->plan->n_goals = n;
}
