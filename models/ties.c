/* Non-anticipativity: which decisions are the same in which leaves, until when.
 *
 *   |x[leaf] - x[other]| <= U * sum over starts of the event's project in
 * `leaf` that are early enough for the news to be known
 *
 * for leaves that differ in that event alone. What nothing can make known in
 * time is the same for good. */
#include <stdlib.h>

#include "orefolio/asset_sales.h"
#include "orefolio/memory.h"
#include "orefolio/scenario_tree.h"

/* A decision of a leaf, and when it is taken. */
typedef struct dated_col {
    ore_col col;    /* absent where the leaf does not have it */
    int year;       /* calendar year */
    double capex_m; /* of private money: what it helps to pay; else 0 */
} dated_col;

/* A list that grows: of all leaves in the same order. */
typedef struct dated {
    dated_col *cols;
    int count, room;
} dated;

static void add(dated *to, ore_col col, int year, double capex_m)
{
    to->cols = ore_grow(to->cols, to->count, &to->room, sizeof *to->cols);
    to->cols[to->count++] = (dated_col){col, year, capex_m};
}

static void add_projects(const ore_round *round, const ore_variables *variables,
                         dated *to)
{
    for (int o = 0; o < round->n_options; o++) {
        const ore_option *option = &round->options[o];
        const ore_project *project = &round->projects[option->project];

        for (int s = 0; s < round->n_commit; s++) {
            const int at = ore_at_commit(round, o, s);
            const int year = round->commit.first + s;

            add(to, variables->start[at], year, 0.0);
            add(to, variables->equity[at], year, option->capex_m);
            add(to, variables->debt[at], year, option->capex_m);
            for (int i = 0; i < project->n_pairs; i++) {
                add(to,
                    ore_variables_award(round, variables,
                                        project->first_pair + i, o, s),
                    year, 0.0);
            }
        }
    }
}

/* An answer is given when the sale would take the supply. */
static void add_supply(const ore_round *round, const ore_variables *variables,
                       dated *to)
{
    for (int i = 0; i < round->n_stockpiles * round->n_years; i++) {
        add(to, variables->buy[i], round->horizon.first + i % round->n_years,
            0.0);
    }
    for (int i = 0; i < round->n_supplies * round->n_years; i++) {
        add(to, variables->take[i], round->horizon.first + i % round->n_years,
            0.0);
    }
    for (int i = 0; i < round->n_supplies; i++) {
        for (int a = 0; a < ORE_SALE_ANSWERS && round->supplies[i].is_open;
             a++) {
            add(to, variables->answer[i * ORE_SALE_ANSWERS + a],
                ore_sale_year(&round->supplies[i]), 0.0);
        }
    }
}

static dated dated_cols(const ore_program *program)
{
    dated all = {0};

    add_projects(program->round, program->variables, &all);
    add_supply(program->round, program->variables, &all);
    return all;
}

/* Starts of the event's project in a leaf that let it be known by the year. */
static int add_known(const ore_program *program, const ore_event *event,
                     int year, ore_ties *ties)
{
    const ore_round *round = program->round;
    const ore_project *project = &round->projects[event->project];
    int count = 0;

    for (int i = 0; i < project->n_options * round->n_commit; i++) {
        const ore_col start =
            program->variables
                ->start[project->first_option * round->n_commit + i];

        if (start.at >= 0 &&
            ore_is_known(event, round->commit.first + i % round->n_commit,
                         year)) {
            ties->known = ore_grow(ties->known, ties->n_known,
                                   &ties->room_known, sizeof *ties->known);
            ties->known[ties->n_known++] = start;
            count++;
        }
    }
    return count;
}

/* A pair of leaves, and the starts that tell them apart by each year. */
typedef struct leaf_pair {
    const ore_event *event;
    ore_tie tie; /* of all decisions of the year in hand */
    int year;
} leaf_pair;

/* Decisions of a year stand together, more or less: the list of what is known
 * is made again only when the year changes. */
static void turn_to_year(const ore_program *program, int year, leaf_pair *pair,
                         ore_ties *ties)
{
    if (pair->year != year && pair->event->project >= 0) {
        pair->tie.first_known = ties->n_known;
        pair->tie.n_known = add_known(program, pair->event, year, ties);
    }
    pair->year = year;
}

static void tie_pair(const ore_program *program, const dated *own,
                     const dated *others, leaf_pair *pair, ore_ties *ties)
{
    for (int i = 0; i < own->count; i++) {
        const dated_col *a = &own->cols[i], *b = &others->cols[i];

        if ((a->col.at < 0 && b->col.at < 0) || a->capex_m != b->capex_m ||
            (pair->event->project < 0 &&
             ore_is_known(pair->event, 0, a->year))) {
            continue;
        }
        turn_to_year(program, a->year, pair, ties);
        pair->tie.col = a->col;
        pair->tie.other_col = b->col;
        ties->ties =
            ore_grow(ties->ties, ties->n, &ties->room, sizeof *ties->ties);
        ties->ties[ties->n++] = pair->tie;
    }
}

ore_ties ore_ties_of(const ore_scenario_tree *tree,
                     ore_program *const *programs)
{
    dated *all = ore_alloc(tree->n_leaves, sizeof *all);
    ore_ties ties = {0};

    for (int k = 0; k < tree->n_leaves; k++) {
        all[k] = dated_cols(programs[k]);
    }
    for (int k = 0; k < tree->n_leaves; k++) {
        for (int e = 0; e < tree->round->n_events; e++) {
            const int other = ore_scenario_tree_neighbour(tree, k, e);
            leaf_pair pair = {.event = &tree->round->events[e],
                              .tie = {.leaf = k, .other = other, .event = e}};

            if (other >= 0) {
                tie_pair(programs[k], &all[k], &all[other], &pair, &ties);
            }
        }
    }
    for (int k = 0; k < tree->n_leaves; k++) {
        free(all[k].cols);
    }
    free(all);
    return ties;
}

void ore_ties_free(ore_ties *ties)
{
    free(ties->ties);
    free(ties->known);
    *ties = (ore_ties){0};
}
