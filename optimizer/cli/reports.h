/* Writing what the command line asks for: workbook, page, text tables, JSON. */
#ifndef OPTIMIZER_CLI_REPORTS_H
#define OPTIMIZER_CLI_REPORTS_H

#include "base/diagnostics.h"
#include "cli/options.h"
#include "orefolio/result.h"
#include "orefolio/round.h"
#include "orefolio/study/trade_offs.h"
#include "orefolio/study/tree_study.h"
#include "write/write.h"

/** Whether the projects that --fiche names are in the round: ORE_OK, or
 * ORE_USAGE with an error each. */
ORE_MUST_USE ore_status ore_reports_check(const ore_options *options,
                                          const ore_round *round,
                                          ore_diags *diags);

/** What the i-th workbook (cli/output_names.h) says of the run, but for other
 * runs of the round. It borrows from the options and the round. */
ore_write_options ore_reports_options(const ore_options *options,
                                      const ore_round *round, int i);

/** Write the result to all of --output, --html, --tsv and --json that were
 * given; the first three of a run without a portfolio only when nobody stopped
 * it. `study` is what many runs of the round came to, `re_solved` what
 * --trade-offs asked; NULL = none. Stops at the first that fails, with a
 * diagnostic. */
ORE_MUST_USE ore_status ore_reports_write(
    const ore_options *options, const ore_round *round,
    const ore_result *result, const ore_statistics *statistics,
    const ore_study *study, const ore_trade_offs *re_solved, ore_diags *diags);

/** The same of a result with leaves: the workbooks are those of the likeliest
 * leaf, with the tree; the result file has all of them. `draws` is what the
 * plan was put to; NULL = none. */
ORE_MUST_USE ore_status ore_reports_write_tree(const ore_options *options,
                                               const ore_tree_study *study,
                                               const ore_reliability *draws,
                                               const ore_statistics *statistics,
                                               ore_diags *diags);

/** On standard output: which files were written, or how to have one. Nothing
 * when that is where one of them went, or when quiet. */
void ore_reports_tell(const ore_options *options, const ore_result *result);

#endif
