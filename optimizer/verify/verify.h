/* Verification: no portfolio is written that breaks a rule.
 *
 * Three looks, none of which trusts the solver: every row of the program at
 * the written figures in exact rational arithmetic; every family's own rule
 * from round and result alone; every goal recomputed. */
#ifndef OPTIMIZER_VERIFY_VERIFY_H
#define OPTIMIZER_VERIFY_VERIFY_H

#include "base/diagnostics.h"
#include "program/program.h"

/** Check the portfolio of `result`, tell every broken rule in `diags` (at most
 * 20 rows), and note rows_checked, rules_checked and worst_violation in the
 * result.
 *
 * A row or rule holds when it is off by at most 1e-6 of its own size: the
 * larger of 1, its limit and the sum of its positive (or negative) terms. Rows
 * of whole numbers must hold exactly.
 *
 * @return ORE_OK or ORE_UNVERIFIED. */
ORE_MUST_USE ore_status ore_verify(const ore_program *program,
                                   const ore_result *result,
                                   ore_statistics *statistics,
                                   ore_diags *diags);

/** Run one family's check alone; returns how many of its rules are broken and
 * tells them in `diags`. */
int ore_check_family(const ore_family *family, const ore_round *round,
                     const ore_result *result, ore_diags *diags);

#endif
