/* The columns of a round's program, by what they decide. */
#ifndef OREFOLIO_VARIABLES_H
#define OREFOLIO_VARIABLES_H

#include "orefolio/model.h"
#include "orefolio/result.h"
#include "orefolio/round.h"

/** The shared vocabulary: every column there is, made by models/variables.c
 * before any family runs; families only read it. Money is per option, so each
 * option and year is a financing block of its own. Absent columns have at < 0.
 */
typedef struct ore_variables {
    ore_col *start;       /**< [n_options * n_commit] binary: goes ahead */
    ore_col *is_used;     /**< [n_pairs] binary; absent where no ticket and no
                           count needs it */
    int *award_first;     /**< [n_pairs] see ore_variables_award */
    ore_col *award;       /**< face, M */
    ore_col *equity;      /**< [n_options * n_commit] sponsor equity, M */
    ore_col *debt;        /**< [n_options * n_commit] bank debt, M */
    ore_col *utilisation; /**< [n_options * n_states] utilisation, 0..1 */
    ore_col *deliver;     /**< [n_targets * n_states] t/yr */
    ore_col *unmet;       /**< [n_targets * n_states] shortfall, t/yr */
    ore_col *pooled;      /**< [n_targets * n_states] deliveries out of what any
                               market may use, t/yr; the column `deliver` itself
                               where there is nothing else */
    ore_col *sell;        /**< [n_sales * n_states] t/yr */
    ore_col *buy;         /**< [n_stockpiles * n_years] t; absent in years that
                               its account does not cover */
    ore_col *release; /**< [n_stockpiles * n_states] t, under a disruption */
    ore_col *lend;    /**< [n_stockpiles * n_states] t, in a response */
    ore_col *repay;   /**< [n_stockpiles * n_years] t; absent where nothing can
                           be lent */
    ore_col *take; /**< [n_supplies * n_years] bought of optional supply, t/yr;
                        absent in years that its account does not cover */
    ore_col *answer; /**< [n_supplies * ORE_SALE_ANSWERS] binary: the sale of an
                        asset is answered so; absent where it cannot be, and for
                          letting it go */
    int n_breaches;
    ore_col *breach; /**< [n_breaches] of ore_demands_of: breach of a soft rule,
                          over its scale */
    ore_col *steps;  /**< [n_targets * n_states * max_steps] shortfall beyond
                          where each weight step begins, t/yr; absent for the
                          first */
    int max_steps;
    ore_col largest; /**< goal largest_gap, 0..1 */
    int n_levels;    /**< goal leximin_gap, by level and group of gaps: */
    ore_col *reach;  /**< [n_levels] */
    ore_col *beyond; /**< [n_levels * groups] a gap beyond the reach */
    ore_col *paid;   /**< [n_markets * max_paid] binary: its funder's share of
                          cost is in this step */
    int max_paid;
    ore_col *met;          /**< [n_targets] binary, goal targets_met */
    ore_col worst;         /**< goal worst_shortfall */
    ore_col value_at_risk; /**< goal cvar_shortfall: the loss at its level */
    ore_col *tail_excess;  /**< [n_disruptions + 1] goal cvar_shortfall: loss
                           of a disruption beyond the value at risk; last: the
                           base  case */
    ore_col *synergy;      /**< [n_links] bonus links: both go ahead, 0..1 */
    ore_col one; /**< fixed at 1, for constants of goals; absent where none has
                      any */
} ore_variables;

/** Add every column of the round to an empty model. The caller frees. */
ore_variables *ore_variables_new(const ore_round *round, ore_model *model);
void ore_variables_free(ore_variables *variables);

/** The face of pair `f` committed in year `s` to option `o`, an option of the
 * pair's project. */
ore_col ore_variables_award(const ore_round *round,
                            const ore_variables *variables, int f, int o,
                            int s);

/** Spread a written result over the columns: point[n_columns], in the order
 * the columns were added. */
void ore_variables_point(const ore_round *round, const ore_variables *variables,
                         const ore_result *result, double *point);

/** What target i has of its own in state j in the result, before anything out
 * of what every market may use: reserved supply and sales, t/yr. */
double ore_dedicated_tpa(const ore_round *round, const ore_result *result,
                         int i, int j);

#endif
