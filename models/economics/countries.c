/* The countries of a round, and which one each project and supply is of. */
#include "orefolio/countries.h"

#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Each name once, in a sorted list; how many there are. */
static int keep_single(const char **names, int n)
{
    int kept = 0;

    for (int i = 0; i < n; i++) {
        if (kept == 0 || strcmp(names[kept - 1], names[i]) != 0) {
            names[kept++] = names[i];
        }
    }
    return kept;
}

static int index_of(const ore_countries *countries, const char *name)
{
    const char **found = bsearch(&name, countries->name, (size_t)countries->n,
                                 sizeof *countries->name, by_name);

    return (int)(found - countries->name);
}

ore_countries *ore_countries_new(const ore_round *round)
{
    ore_countries *made = ore_alloc(1, sizeof *made);
    const int n = round->n_projects + round->n_supplies;

    made->name = ore_alloc(n, sizeof(char *));
    made->of_project = ore_alloc(round->n_projects, sizeof *made->of_project);
    made->of_supply = ore_alloc(round->n_supplies, sizeof *made->of_supply);
    for (int p = 0; p < round->n_projects; p++) {
        made->name[p] = round->projects[p].country;
    }
    for (int i = 0; i < round->n_supplies; i++) {
        made->name[round->n_projects + i] = round->supplies[i].country;
    }
    if (n > 0) {
        qsort(made->name, (size_t)n, sizeof *made->name, by_name);
    }
    made->n = keep_single(made->name, n);
    for (int p = 0; p < round->n_projects; p++) {
        made->of_project[p] = index_of(made, round->projects[p].country);
    }
    for (int i = 0; i < round->n_supplies; i++) {
        made->of_supply[i] = index_of(made, round->supplies[i].country);
    }
    return made;
}

void ore_countries_free(ore_countries *countries)
{
    if (countries) {
        free(countries->name);
        free(countries->of_project);
        free(countries->of_supply);
        free(countries);
    }
}
