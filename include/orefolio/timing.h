/* When a project builds, produces and spends. */
#ifndef OREFOLIO_TIMING_H
#define OREFOLIO_TIMING_H

#include "orefolio/plan.h"

/** Share of full capacity that the option, committed in calendar year
 * `committed`, can produce in calendar year `year`: its ramp after
 * build_years, nothing after life_years, times its probability of success when
 * the round derates outputs. 0..1. */
double ore_capacity_share(const ore_plan *plan, const ore_option *option,
                          int committed, int year);

/** Share of the option's money spent in budget year `y` (from 0 = the first
 * commitment year) when committed in commitment year `s`. What would be spent
 * after the last budget year is charged to that year. */
double ore_spent_share(const ore_plan *plan, const ore_option *option, int s,
                       int y);

/** Secured supply of the material that any market may use, in horizon year
 * `t`, t/yr. */
double ore_open_supply_tpa(const ore_plan *plan, int material, int t);

/** Secured supply of a target's material that only its market may use, in
 * horizon year `t`, t/yr. */
double ore_reserved_supply_tpa(const ore_plan *plan, const ore_target *target,
                               int t);

/** The most of offer `f` that option `o` may be given in commitment year `s`,
 * M of face: the tightest of ticket, offer, share of capital cost and
 * ceilings. */
double ore_award_max_m(const ore_plan *plan, int f, int o, int s);

#endif
