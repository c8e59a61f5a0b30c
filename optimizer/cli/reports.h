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

/** Ids of the round. */
typedef struct ore_ids {
    const ore_round *round;
    int n;
    const char *(*id_of)(const ore_round *round, int i);
} ore_ids;

/** Whether all of "A,B" are known: ORE_OK, or ORE_USAGE with an error each:
 * `refusal` with the id and the three parts of a near miss. */
ORE_MUST_USE ore_status ore_check_ids(const char *asked, const ore_ids *known,
                                      const char *refusal, ore_diags *diags);

/** What makes a file of a book. */
typedef ore_status ore_book_writer(const ore_round *round,
                                   const ore_result *result,
                                   const ore_write_options *options,
                                   const char *path, ore_diags *diags);

/** A book in its formats; NULL = it has none of these. */
typedef struct ore_book_writers {
    ore_book_writer *workbook, *page, *tables;
} ore_book_writers;

/** The book of the number-th language. */
typedef struct ore_book_of {
    const ore_round *round;
    const ore_result *result;
    const ore_write_options *how;
    int number;
} ore_book_of;

/** Write the book to those of --output, --html and --tsv that were given. Stops
 * at the first that fails, with a diagnostic. */
ORE_MUST_USE ore_status ore_reports_write_book(const ore_options *options,
                                               const ore_book_writers *writers,
                                               const ore_book_of *of,
                                               ore_diags *diags);

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
