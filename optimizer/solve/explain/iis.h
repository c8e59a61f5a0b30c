/* IIS: an irreducible infeasible subsystem, of limits that users wrote. The
 * rows that describe how projects work and are paid for (those without a limit,
 * ore_model_row_limit) are taken as they are. */
#ifndef OPTIMIZER_SOLVE_EXPLAIN_IIS_H
#define OPTIMIZER_SOLVE_EXPLAIN_IIS_H

#include "program/program.h"

typedef struct ore_iis {
    int n;               /**< limits in the set */
    int *rows;           /**< [n] a row of each */
    double *least;       /**< [n] what the others of the set need at the least
                              (of a row with an upper limit; else at the most) of
                              it, in the program's units; NAN = not known */
    bool is_irreducible; /**< without any one of them the others can be kept */
} ore_iis;

/** Find one in a program that no portfolio satisfies. The work is bounded and
 * not the time: equal programs give equal sets on any machine. The set is empty
 * when no limit is to blame, or none was found before the work was done.
 *
 * Sources: phase-1 duals of the relaxation where that alone is infeasible
 * (Gleeson and Ryan, ORSA Journal on Computing 2, 1990), then a division of
 * what is left (QuickXplain; Junker, AAAI 2004). Runs in the solver's process.
 * The caller frees with ore_iis_free. */
ore_iis ore_iis_find(const ore_program *program);
void ore_iis_free(ore_iis *iis);

#endif
