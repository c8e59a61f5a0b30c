/* Matching of filters: every word given must hold, by any of its values. */
#include "orefolio/filter.h"
#include "orefolio/round.h"

#include <string.h>

static bool is_among(int n, const char *const *values, const char *value)
{
    for (int i = 0; i < n; i++) {
        if (strcmp(values[i], "*") == 0 || strcmp(values[i], value) == 0) {
            return true;
        }
    }
    return false;
}

bool ore_filter_asks(const ore_filter *filter, ore_filter_word word)
{
    return filter->words[word].count > 0 || filter->words[word].n_excluded > 0;
}

bool ore_filter_has(const ore_filter *filter, ore_filter_word word,
                    const char *value)
{
    const ore_filter_values *w = &filter->words[word];

    return (w->count == 0 || is_among(w->count, w->values, value)) &&
           !is_among(w->n_excluded, w->excluded, value);
}

bool ore_filter_tags(const ore_filter *filter, int n_tags,
                     const char *const *tags)
{
    const ore_filter_values *w = &filter->words[ORE_FILTER_TAG];
    bool has_one = w->count == 0 || is_among(w->count, w->values, "");

    for (int i = 0; i < n_tags; i++) {
        if (is_among(w->n_excluded, w->excluded, tags[i])) {
            return false;
        }
        has_one = has_one || is_among(w->count, w->values, tags[i]);
    }
    return has_one;
}

bool ore_filter_project(const ore_filter *filter, const ore_project *project)
{
    return ore_filter_has(filter, ORE_FILTER_COUNTRY, project->country) &&
           ore_filter_has(filter, ORE_FILTER_STAGE, project->stage) &&
           ore_filter_has(filter, ORE_FILTER_MINERAL, project->mineral) &&
           ore_filter_has(filter, ORE_FILTER_PROJECT, ore_known_as(project)) &&
           ore_filter_tags(filter, project->n_tags, project->tags);
}

bool ore_filter_option(const ore_filter *filter, const ore_round *round,
                       const ore_option *option)
{
    return ore_filter_has(filter, ORE_FILTER_OPTION,
                          ore_option_known_as(round, option)) &&
           ore_filter_project(filter, &round->projects[option->project]);
}

bool ore_filter_pair(const ore_filter *filter, const ore_round *round,
                     const ore_pair *pair)
{
    const ore_instrument *instrument = &round->instruments[pair->instrument];

    return ore_filter_has(filter, ORE_FILTER_INSTRUMENT, instrument->id) &&
           ore_filter_has(filter, ORE_FILTER_FUNDER,
                          round->funders[instrument->funder].id) &&
           ore_filter_project(filter, &round->projects[pair->project]);
}

bool ore_filter_material(const ore_filter *filter, const ore_material *material)
{
    return ore_filter_has(filter, ORE_FILTER_MATERIAL, material->id) &&
           ore_filter_has(filter, ORE_FILTER_MINERAL, material->mineral);
}

bool ore_filter_supply(const ore_filter *filter, const ore_round *round,
                       const ore_supply *supply)
{
    return ore_filter_material(filter, &round->materials[supply->material]) &&
           ore_filter_has(filter, ORE_FILTER_COUNTRY, supply->country) &&
           ore_filter_has(filter, ORE_FILTER_STAGE, supply->stage) &&
           ore_filter_tags(filter, supply->n_tags, supply->tags) &&
           !ore_filter_asks(filter, ORE_FILTER_PROJECT) &&
           !ore_filter_asks(filter, ORE_FILTER_OPTION);
}
