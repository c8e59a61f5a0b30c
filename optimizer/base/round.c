/* Looking up parts of a round by id, copies of it, and its end. */
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

int ore_project_named(const ore_round *round, const char *id)
{
    for (int p = 0; p < round->n_projects; p++) {
        if (strcmp(round->projects[p].id, id) == 0) {
            return p;
        }
    }
    return -1;
}

int ore_option_named(const ore_round *round, int p, const char *id)
{
    const ore_project *project = &round->projects[p];

    for (int o = project->first_option;
         o < project->first_option + project->n_options; o++) {
        if (strcmp(round->options[o].id, id) == 0) {
            return o;
        }
    }
    return -1;
}

int ore_pair_named(const ore_round *round, int p, const char *instrument)
{
    const ore_project *project = &round->projects[p];

    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        if (strcmp(round->instruments[round->pairs[f].instrument].id,
                   instrument) == 0) {
            return f;
        }
    }
    return -1;
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
