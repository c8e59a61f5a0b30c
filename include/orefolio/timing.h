/* When a project builds, produces and spends. */
#ifndef OREFOLIO_TIMING_H
#define OREFOLIO_TIMING_H

#include "orefolio/round.h"

/** Share of full capacity that the option, committed in calendar year
 * `committed`, can produce in calendar year `year`: its ramp after
 * build_years, nothing after life_years, times its probability of success when
 * the round derates outputs. 0..1. Of a speed-up: what it adds to the
 * commitment of the baseline that it speeds up, as long as that one lives. */
double ore_capacity_share(const ore_round *round, const ore_option *option,
                          int committed, int year);

/** Years from commitment to the first output: building, and the years that its
 * ramp begins with at 0. */
int ore_years_to_output(const ore_option *option);

/** The calendar year of its first output when committed in `committed`. */
static inline int ore_first_output(const ore_option *option, int committed)
{
    return committed + ore_years_to_output(option);
}

/** Share of the option's money spent in budget year `y` (from 0 = the first
 * commitment year) when committed in commitment year `s`. What would be spent
 * after the last budget year is charged to that year. */
double ore_spent_share(const ore_round *round, const ore_option *option, int s,
                       int y);

/** The state of horizon year t under a disruption (-1 = the base case): the
 * disruption's own while it lasts, else that of the base case. */
int ore_state_at(const ore_round *round, int disruption, int t);

/** Share of option o's full capacity, committed in calendar year `committed`,
 * that is there in state j: ore_capacity_share, less what a disruption takes.
 */
double ore_state_share(const ore_round *round, int o, int committed, int j);

/** Existing supply i in state j, less what a disruption takes, t/yr. */
double ore_supply_tpa(const ore_round *round, int i, int j);

/** The same of supply that is there whatever is decided; 0 for optional supply.
 */
double ore_secured_tpa(const ore_round *round, int i, int j);

/** Share of supply i that a disruption leaves in state j. */
double ore_supply_left(const ore_round *round, int i, int j);

/** Secured supply of the material that any market may use, in state j, t/yr.
 */
double ore_unreserved_supply_tpa(const ore_round *round, int material, int j);

/** Secured supply of a target's material that only its market may use, in
 * state j, t/yr. */
double ore_reserved_supply_tpa(const ore_round *round, const ore_target *target,
                               int j);

/** Whether account b can be charged in that calendar year: in commitment years,
 * or until the end of the horizon when it is charged as money is spent. */
bool ore_account_covers(const ore_round *round, int b, int year);

/** What a tonne bought for the stockpile in horizon year t charges to its
 * account: its price, and holding it until the end of the horizon, M. */
double ore_stock_cost_m(const ore_round *round, const ore_stockpile *stockpile,
                        int t);

/** Whether tonnes bought in horizon year t can be released in state j: they
 * were bought before its disruption began. */
bool ore_stock_serves(const ore_round *round, int t, int j);

#endif
