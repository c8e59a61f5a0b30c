/* Matching of filters: every word given must hold, by any of its values. */
#include "orefolio/filter.h"
#include "orefolio/round.h"

#include <string.h>

bool ore_filter_has(const ore_filter *filter, ore_filter_word word,
                    const char *value)
{
    const int count = filter->words[word].count;

    for (int i = 0; i < count; i++) {
        const char *wanted = filter->words[word].values[i];

        if (strcmp(wanted, "*") == 0 || strcmp(wanted, value) == 0) {
            return true;
        }
    }
    return count == 0;
}

static bool has_tag(const ore_filter *filter, const ore_project *project)
{
    if (ore_filter_has(filter, ORE_FILTER_TAG, "")) {
        return true;
    }
    for (int i = 0; i < project->n_tags; i++) {
        if (ore_filter_has(filter, ORE_FILTER_TAG, project->tags[i])) {
            return true;
        }
    }
    return false;
}

bool ore_filter_project(const ore_filter *filter, const ore_project *project)
{
    return ore_filter_has(filter, ORE_FILTER_COUNTRY, project->country) &&
           ore_filter_has(filter, ORE_FILTER_STAGE, project->stage) &&
           ore_filter_has(filter, ORE_FILTER_MINERAL, project->mineral) &&
           ore_filter_has(filter, ORE_FILTER_PROJECT, project->id) &&
           has_tag(filter, project);
}

bool ore_filter_option(const ore_filter *filter, const ore_round *round,
                       const ore_option *option)
{
    return ore_filter_has(filter, ORE_FILTER_OPTION, option->id) &&
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
