/* See values.h. */
#include "rules/values.h"

#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/round.h"

static void add(ore_values *values, const char *value)
{
    if (*value) {
        values->list = ore_grow(values->list, values->n, &values->room,
                                sizeof *values->list);
        values->list[values->n++] = value;
    }
}

static void add_tags(ore_values *values, int n_tags, const char *const *tags)
{
    for (int i = 0; i < n_tags; i++) {
        add(values, tags[i]);
    }
}

static void add_of_projects(const ore_round *round, ore_filter_word word,
                            ore_values *values)
{
    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *project = &round->projects[p];

        switch (word) {
        case ORE_FILTER_COUNTRY: add(values, project->country); break;
        case ORE_FILTER_STAGE: add(values, project->stage); break;
        case ORE_FILTER_MINERAL: add(values, project->mineral); break;
        case ORE_FILTER_PROJECT: add(values, ore_known_as(project)); break;
        case ORE_FILTER_TAG:
            add_tags(values, project->n_tags, project->tags);
            break;
        default: break;
        }
    }
}

static void add_of_supply(const ore_round *round, ore_filter_word word,
                          ore_values *values)
{
    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];

        if (word == ORE_FILTER_COUNTRY) {
            add(values, supply->country);
        } else if (word == ORE_FILTER_STAGE) {
            add(values, supply->stage);
        } else if (word == ORE_FILTER_TAG) {
            add_tags(values, supply->n_tags, supply->tags);
        }
    }
}

static void add_declared(const ore_round *round, ore_filter_word word,
                         ore_values *values)
{
    for (int m = 0; m < round->n_materials; m++) {
        if (word == ORE_FILTER_MATERIAL) {
            add(values, round->materials[m].id);
        } else if (word == ORE_FILTER_MINERAL) {
            add(values, round->materials[m].mineral);
        }
    }
    for (int r = 0; r < round->n_markets && word == ORE_FILTER_MARKET; r++) {
        add(values, round->markets[r].id);
    }
    for (int u = 0; u < round->n_funders && word == ORE_FILTER_FUNDER; u++) {
        add(values, round->funders[u].id);
    }
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

ore_values ore_values_of(const ore_round *round, ore_filter_word word)
{
    ore_values values = {0};
    int kept = 0;

    add_of_projects(round, word, &values);
    add_of_supply(round, word, &values);
    add_declared(round, word, &values);
    if (values.n > 0) {
        qsort(values.list, (size_t)values.n, sizeof *values.list, by_name);
    }
    for (int i = 0; i < values.n; i++) {
        if (kept == 0 || strcmp(values.list[kept - 1], values.list[i]) != 0) {
            values.list[kept++] = values.list[i];
        }
    }
    values.n = kept;
    return values;
}

void ore_values_free(ore_values *values)
{
    free(values->list);
    *values = (ore_values){0};
}
