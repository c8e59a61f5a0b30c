/* The basis behind a view's point. */
#ifndef OPTIMIZER_SOLVE_CUTS_TABLEAU_H
#define OPTIMIZER_SOLVE_CUTS_TABLEAU_H

#include "solve/cuts/aggregated_row.h"

/** The sum of rows in which basic column j has the coefficient 1 and no other
 * basic column one; false when j is not basic, or the sum rests on a row that
 * cuts may not rest on. */
bool ore_tableau_row(const ore_cut_view *view, int j, ore_aggregated_row *sum);

#endif
