/* Filters: "country:US,JP stage:mine". */
#ifndef OREFOLIO_FILTER_H
#define OREFOLIO_FILTER_H

#include "orefolio/common.h"

struct ore_material;
struct ore_pair;
struct ore_option;
struct ore_round;
struct ore_project;
struct ore_supply;

/** One word of a filter: the word's values are alternatives. */
typedef enum ore_filter_word {
    ORE_FILTER_COUNTRY,
    ORE_FILTER_STAGE,
    ORE_FILTER_MINERAL,
    ORE_FILTER_TAG,
    ORE_FILTER_PROJECT,
    ORE_FILTER_OPTION,
    ORE_FILTER_MATERIAL,
    ORE_FILTER_MARKET,
    ORE_FILTER_INSTRUMENT,
    ORE_FILTER_FUNDER,
    ORE_FILTER_WORDS /**< how many words there are */
} ore_filter_word;

/** One word of it: "US,JP,!CA". */
typedef struct ore_filter_values {
    int count;
    const char *const *values; /**< [count] any of these; none = any at all */
    int n_excluded;
    const char *const *excluded; /**< [n_excluded] but none of these */
} ore_filter_values;

/** A filter "country:US,JP stage:!mine": every word that is given must hold,
 * by any of its values and by none that it excludes. An ungiven word or the
 * value "*" matches everything. Test it with the functions of
 * orefolio/filter.h. */
typedef struct ore_filter {
    ore_filter_values words[ORE_FILTER_WORDS];
} ore_filter;

/** Whether the filter says anything of that word. */
bool ore_filter_asks(const ore_filter *filter, ore_filter_word word);

/** Whether one word of the filter is absent, "*", or has `value`, and does not
 * exclude it. */
bool ore_filter_has(const ore_filter *filter, ore_filter_word word,
                    const char *value);

/** Whether the words about a project (country, stage, mineral, tag, project)
 * all match it; words about options, materials and money are not looked at. A
 * speed-up goes by the project and the option that it speeds up. */
bool ore_filter_project(const ore_filter *filter,
                        const struct ore_project *project);

/** As above, and the word `option` matches the option too. */
bool ore_filter_option(const ore_filter *filter, const struct ore_round *round,
                       const struct ore_option *option);

/** Whether the words instrument, funder and those about projects match. */
bool ore_filter_pair(const ore_filter *filter, const struct ore_round *round,
                     const struct ore_pair *pair);

/** Whether the word `tag` matches something that has these [n_tags] tags. */
bool ore_filter_tags(const ore_filter *filter, int n_tags,
                     const char *const *tags);

/** Whether the filter matches existing supply: by material, mineral, country,
 * stage and tags. Words about projects and options exclude it. */
bool ore_filter_supply(const ore_filter *filter, const struct ore_round *round,
                       const struct ore_supply *supply);

/** Whether the words material and mineral match (for flows). */
bool ore_filter_material(const ore_filter *filter,
                         const struct ore_material *material);

#endif
