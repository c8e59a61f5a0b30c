/* Selections: what of a round a measure is taken over. */
#ifndef OREFOLIO_SELECTION_H
#define OREFOLIO_SELECTION_H

#include "orefolio/filter.h"
#include "orefolio/round.h"

/** What a filter names, narrowed to one value of some words, in some years. */
typedef struct ore_selection {
    const ore_filter *of;               /**< NULL = everything */
    const char *only[ORE_FILTER_WORDS]; /**< the value of a word; NULL = any */
    ore_years years;                    /**< calendar: of commitment, or of the
                                             horizon */
    int attribute;                      /**< which column x_NAME; -1 */
} ore_selection;

/** Whether its words all match: those about projects; those and `option`;
 * those about projects, `instrument` and `funder`; `material` and `mineral`
 * (for flows); those and `market` (for targets). Words of other kinds are not
 * looked at. */
bool ore_selects_project(const ore_selection *selection,
                         const ore_project *project);
bool ore_selects_option(const ore_selection *selection, const ore_round *round,
                        int o);
bool ore_selects_pair(const ore_selection *selection, const ore_round *round,
                      int f);
bool ore_selects_material(const ore_selection *selection,
                          const ore_material *material);
bool ore_selects_target(const ore_selection *selection, const ore_round *round,
                        int i);

/** Whether what the option makes is named: as ore_selects_option, but a word
 * `mineral` is about materials then (ore_selects_material). */
bool ore_selects_maker(const ore_selection *selection, const ore_round *round,
                       int o);

/** The same for existing supply: material, mineral, country, stage and tags;
 * a selection of projects or options excludes it. */
bool ore_selects_supply(const ore_selection *selection, const ore_round *round,
                        int i);

/** Whether the calendar year is one of its years. */
static inline bool ore_selects_year(const ore_selection *selection, int year)
{
    return year >= selection->years.first && year <= selection->years.last;
}

#endif
