/* What a selection names: its filter, narrowed to one value of some words. */
#include "orefolio/selection.h"

#include <string.h>

static const ore_filter everything = {0};

static const ore_filter *filter_of(const ore_selection *selection)
{
    return selection->of ? selection->of : &everything;
}

static bool is_only(const ore_selection *selection, ore_filter_word word,
                    const char *value)
{
    const char *only = selection->only[word];

    return !only || strcmp(only, value) == 0;
}

static bool has_only_tag(const ore_selection *selection, int n_tags,
                         const char *const *tags)
{
    bool has_it = !selection->only[ORE_FILTER_TAG];

    for (int i = 0; i < n_tags && !has_it; i++) {
        has_it = is_only(selection, ORE_FILTER_TAG, tags[i]);
    }
    return has_it;
}

static bool is_only_project(const ore_selection *selection,
                            const ore_project *project)
{
    return is_only(selection, ORE_FILTER_COUNTRY, project->country) &&
           is_only(selection, ORE_FILTER_STAGE, project->stage) &&
           is_only(selection, ORE_FILTER_MINERAL, project->mineral) &&
           is_only(selection, ORE_FILTER_PROJECT, ore_known_as(project)) &&
           has_only_tag(selection, project->n_tags, project->tags);
}

bool ore_selects_project(const ore_selection *selection,
                         const ore_project *project)
{
    return is_only_project(selection, project) &&
           ore_filter_project(filter_of(selection), project);
}

bool ore_selects_option(const ore_selection *selection, const ore_round *round,
                        int o)
{
    const ore_option *option = &round->options[o];

    return is_only_project(selection, &round->projects[option->project]) &&
           is_only(selection, ORE_FILTER_OPTION,
                   ore_option_known_as(round, option)) &&
           ore_filter_option(filter_of(selection), round, option);
}

bool ore_selects_maker(const ore_selection *selection, const ore_round *round,
                       int o)
{
    ore_filter of = *filter_of(selection);
    ore_selection maker = *selection;

    of.words[ORE_FILTER_MINERAL] = (ore_filter_values){0};
    maker.of = &of;
    maker.only[ORE_FILTER_MINERAL] = NULL;
    return ore_selects_option(&maker, round, o);
}

bool ore_selects_pair(const ore_selection *selection, const ore_round *round,
                      int f)
{
    const ore_pair *pair = &round->pairs[f];
    const ore_instrument *instrument = &round->instruments[pair->instrument];

    return is_only_project(selection, &round->projects[pair->project]) &&
           is_only(selection, ORE_FILTER_INSTRUMENT, instrument->id) &&
           is_only(selection, ORE_FILTER_FUNDER,
                   round->funders[instrument->funder].id) &&
           ore_filter_pair(filter_of(selection), round, pair);
}

bool ore_selects_material(const ore_selection *selection,
                          const ore_material *material)
{
    return is_only(selection, ORE_FILTER_MATERIAL, material->id) &&
           is_only(selection, ORE_FILTER_MINERAL, material->mineral) &&
           ore_filter_material(filter_of(selection), material);
}

bool ore_selects_target(const ore_selection *selection, const ore_round *round,
                        int i)
{
    const ore_target *target = &round->targets[i];
    const char *market = round->markets[target->market].id;

    return ore_selects_material(selection,
                                &round->materials[target->material]) &&
           is_only(selection, ORE_FILTER_MARKET, market) &&
           ore_filter_has(filter_of(selection), ORE_FILTER_MARKET, market);
}

bool ore_selects_supply(const ore_selection *selection, const ore_round *round,
                        int i)
{
    const ore_supply *supply = &round->supplies[i];

    return ore_selects_material(selection,
                                &round->materials[supply->material]) &&
           is_only(selection, ORE_FILTER_COUNTRY, supply->country) &&
           is_only(selection, ORE_FILTER_STAGE, supply->stage) &&
           has_only_tag(selection, supply->n_tags, supply->tags) &&
           !selection->only[ORE_FILTER_PROJECT] &&
           !selection->only[ORE_FILTER_OPTION] &&
           ore_filter_supply(filter_of(selection), round, supply);
}
