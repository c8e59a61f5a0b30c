/* What a filter "country:US,JP stage:mine" matches. */
#ifndef OREFOLIO_FILTER_H
#define OREFOLIO_FILTER_H

#include "orefolio/plan.h"

/** Whether one word of the filter is absent, "*", or has `value`. */
bool ore_filter_has(const ore_filter *filter, ore_filter_word word,
                    const char *value);

/** Whether the words about a project (country, stage, mineral, tag, project)
 * all match it; words about options, materials and money are not looked at. */
bool ore_filter_project(const ore_filter *filter, const ore_project *project);

/** As above, and the word `option` matches the option too. */
bool ore_filter_option(const ore_filter *filter, const ore_plan *plan,
                       const ore_option *option);

/** Whether the words instrument, funder and those about projects match. */
bool ore_filter_offer(const ore_filter *filter, const ore_plan *plan,
                      const ore_offer *offer);

/** Whether the words material and mineral match (for supply). */
bool ore_filter_material(const ore_filter *filter,
                         const ore_material *material);

#endif
