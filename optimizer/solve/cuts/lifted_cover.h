/* Covers of a knapsack with a real column, lifted (Gu, Nemhauser & Savelsbergh
 * 1999; Marchand & Wolsey 1999): flow covers of accounts among them. */
#ifndef OPTIMIZER_SOLVE_CUTS_LIFTED_COVER_H
#define OPTIMIZER_SOLVE_CUTS_LIFTED_COVER_H

#include "solve/cuts/mixed_knapsack.h"

/** The lifted cover of the knapsack that the point suggests; false when it does
 * not cut the point off. The knapsack counts its wholes anew. The caller frees
 * the cut. */
bool ore_lifted_cover(ore_mixed_knapsack *knapsack, ore_cut *cut);

#endif
