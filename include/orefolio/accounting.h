/* Accounting of a written portfolio: what commitments charge to accounts and
 * funders, exposure, headroom, support, secured supply by target. Money is in
 * millions of the round's currency (_m), flows in t/yr (_tpa). Nothing here
 * decides anything.
 */
#ifndef OREFOLIO_ACCOUNTING_H
#define OREFOLIO_ACCOUNTING_H

#include "orefolio/instrument.h"
#include "orefolio/result.h"
#include "orefolio/round.h"

/** The calendar-year commitment year of project p as an index from 0. */
int ore_start_index(const ore_round *round, const ore_result *result, int p);

/** Budget cost per unit of face of pair f as its project was committed, which
 * goes ahead. */
double ore_committed_rate(const ore_round *round, const ore_result *result,
                          int f);

/** What commitment of pair f charges to its account over all years, M. */
double ore_charge_m(const ore_round *round, const ore_result *result, int f);

/** What is bought of the material's optional supply in state j, and what stays
 * of supply whose sale is open, less what a disruption takes, t/yr; of supply
 * reserved for the market, -1 = for none. */
double ore_taken_tpa(const ore_round *round, const ore_result *result,
                     int material, int market, int j);

/** What the option's permit takes of the capacity of office k in the year of
 * its commitment; 0 = it needs none. */
double ore_permit_units(const ore_round *round, int o, int k);

/** What permits take of the capacity of office k in a calendar year. */
double ore_permit_units_used(const ore_round *round, const ore_result *result,
                             int k, int year);

/** What account b pays for them, M; all accounts when b is negative. */
double ore_permit_charge_m(const ore_round *round, const ore_result *result,
                           int b, int year);

/** What account b pays in a calendar year beside what funds projects, M: for
 * purchases of stockpiles and of optional supply, for permits, and for answers
 * to asset sales. Of all accounts when b is negative. */
double ore_purchase_charge_m(const ore_round *round, const ore_result *result,
                             int b, int year);

/** The same over all years. */
double ore_purchase_total_m(const ore_round *round, const ore_result *result,
                            int b);

/** What all commitments and purchases of funder u charge, M; of all funders
 * when u is negative. */
double ore_funder_charge_m(const ore_round *round, const ore_result *result,
                           int u);

/** How many projects go ahead. */
int ore_figure_funded(const ore_round *round, const ore_result *result);

/** Capital cost of project p in its chosen option; 0 when it does not go
 * ahead. */
double ore_figure_capex_m(const ore_round *round, const ore_result *result,
                          int p);

/** Face of the instruments of one kind committed to project p; of all kinds
 * when `kind` is NULL (its public support). */
double ore_figure_source_m(const ore_round *round, const ore_result *result,
                           int p, const ore_instrument_kind *kind);

/** Face of contingent commitments, which finance no capital cost: insurance and
 * the like. */
double ore_figure_contingent_m(const ore_round *round, const ore_result *result,
                               int p);

/** Bank debt of project p that no guarantee wraps. */
double ore_figure_bank_debt_m(const ore_round *round, const ore_result *result,
                              int p);

/** What project p's commitments charge to all accounts. */
double ore_figure_cost_m(const ore_round *round, const ore_result *result,
                         int p);

/** What the funder pays beside what funds projects (ore_purchase_charge_m). */
double ore_figure_purchases_m(const ore_round *round, const ore_result *result,
                              int funder);

/** Face of instrument k committed in calendar year `year`. */
double ore_figure_face_m(const ore_round *round, const ore_result *result,
                         int k, int year);

/** What can be lost on instrument k's commitments of that calendar year. */
double ore_figure_exposure_m(const ore_round *round, const ore_result *result,
                             int k, int year);

/** How many budget years account b is looked at: commitment years, or all
 * budget years when it is charged as the money is spent. */
int ore_figure_budget_years(const ore_round *round, int b);

/** What is charged to account b in budget year y (from 0). */
double ore_figure_used_m(const ore_round *round, const ore_result *result,
                         int b, int y);

/** What account b has in budget year y, what earlier years left included when
 * it carries over. */
double ore_figure_available_m(const ore_round *round, const ore_result *result,
                              int b, int y);

/** Output of the option at its plateau: full utilisation, last step of its
 * ramp, times the probability of success when the round derates outputs. */
double ore_figure_plateau_tpa(const ore_round *round, const ore_option *option,
                              const ore_flow *flow);

/** Share of its full capacity that project p, which goes ahead, has in horizon
 * year t. */
double ore_figure_capacity_share(const ore_round *round,
                                 const ore_result *result, int p, int t);

/** Share of the capacity it has then that it uses; 0 when it has none. */
double ore_figure_use(const ore_round *round, const ore_result *result, int p,
                      int t);

/** The same on average of the horizon years in which it has capacity; NAN when
 * it has none in any. */
double ore_figure_mean_use(const ore_round *round, const ore_result *result,
                           int p);

/** Whether some target asks for the material. */
bool ore_is_targeted(const ore_round *round, int material);

/** Secured supply that could serve target i in horizon year t without any
 * project: what only its market may use, and its part of the unreserved supply,
 * shared in proportion to what each market's target still lacks. */
double ore_figure_secured_tpa(const ore_round *round, int i, int t);

/** The gap of target i in horizon year t without any project, >= 0. */
double ore_figure_gap_before_tpa(const ore_round *round, int i, int t);

/** What the targets of a material lack, weighted and discounted as goal
 * shortfall does; of all materials when it is negative. Without any project
 * when `result` is NULL. In weighted target-years. */
double ore_figure_weighted_gap(const ore_round *round, const ore_result *result,
                               int material);

/** What a tonne missing from target i in horizon year t weighs in goal
 * shortfall, before its weight steps; 0 in a year without a target. */
double ore_figure_gap_weight(const ore_round *round, int i, int t);

/** Share of what targets lack without any project that the result closes, as
 * goal shortfall weighs and discounts it; NAN when nothing lacks. */
double ore_figure_closed_share(const ore_round *round,
                               const ore_result *result);

#endif
