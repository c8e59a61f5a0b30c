/* Tolerances: what is promised at one level is looked at with the next. Those
 * of figures are relative to the larger of 1 and the figure; integrality is as
 * it is, and a gap is relative to its goal's value. */
#ifndef OREFOLIO_TOLERANCES_H
#define OREFOLIO_TOLERANCES_H

/** A row of a linear program is kept by its solution. */
#define ORE_TOLERANCE_LP 1e-9
/** A binary at a point of a linear program is 0 or 1. */
#define ORE_TOLERANCE_INTEGRALITY 1e-6
/** A figure as it is written, by the check of every family and row. */
#define ORE_TOLERANCE_WRITTEN 1e-6
/** Two written figures that would be equal unrounded. */
#define ORE_TOLERANCE_EQUAL (2.0 * ORE_TOLERANCE_WRITTEN)
/** A goal with a gap this small is proven to be the best. */
#define ORE_TOLERANCE_PROVEN 1e-5

#endif
