/* Writing: a verified result as a workbook, a page, text tables and JSON.
 * Equal plan and result give equal bytes; no file is ever half written. */
#ifndef OPTIMIZER_WRITE_WRITE_H
#define OPTIMIZER_WRITE_WRITE_H

#include "base/diagnostics.h"
#include "orefolio/result.h"
#include "orefolio/round.h"
#include "orefolio/statistics.h"
#include "orefolio/study/study.h"
#include "orefolio/study/trade_offs.h"

/** What the outputs say of the run beside plan and result. All borrowed. */
typedef struct ore_write_options {
    const char *version;  /**< of orefolio */
    const char *solver;   /**< "GLPK 5.0" */
    const char *keep;     /**< --keep, as it was given; NULL = it was not */
    const char *language; /**< "en" or "ja" */
    const char *money; /**< that sheets show: a code of ISO 4217; the JSON stays
                            in the round's currency */
    const char *date;  /**< of the paper, "2026-07-14"; "" or NULL = none */
    const char *disruptions;  /**< of a playbook, with a page of their own:
                                   "D1,D2", "all"; NULL */
    const char *fiches;       /**< projects with a page of their own: "P17,P18",
                                   "funded" or "all"; NULL = none */
    bool no_timings;          /**< leave `seconds` out of the JSON */
    double gap, time_limit_s; /**< as they were asked for */
    double work_limit_s;      /**< 0 = none */
    bool gap_for_all;         /**< `gap` overrules those that goals have */
    int seed, jobs;
    const ore_statistics
        *statistics;                 /**< of the run; NULL = nothing is known */
    const ore_trade_offs *re_solved; /**< NULL = not asked */
    const ore_study *study; /**< other runs of the round; NULL = none */
} ore_write_options;

/** What the run took; zeros where nothing is known. */
const ore_statistics *ore_statistics_of(const ore_write_options *options);

/** One of the rounds that are compared, and what came of it. Borrowed. */
typedef struct ore_case {
    const char *label; /**< NULL = its scenario's */
    const ore_round *round;
    const ore_result *result; /**< without a portfolio: infeasible, no answer */
    const double *elsewhere;  /**< [n] first goal of its projects in every case,
                                   NAN = not possible there, HUGE_VAL = not known
                                   in the time; NULL = not asked */
} ore_case;

/** To be called before anything is read or written: also where the library of
 * JSON runs out of memory the program says so and ends. */
void ore_json_begin(void);

/** Write the cases [n >= 1] side by side as a workbook; the first is the one
 * that the others differ from, and has a portfolio. */
ORE_MUST_USE ore_status ore_write_comparison(const ore_case *cases, int n,
                                             const ore_write_options *options,
                                             const char *path,
                                             ore_diags *diags);

/** Write the workbook to `path` ("-" = standard output). Diagnostics and
 * ORE_NO_OUTPUT on failure; then the old file is intact. */
ORE_MUST_USE ore_status ore_write_workbook(const ore_round *round,
                                           const ore_result *result,
                                           const ore_write_options *options,
                                           const char *path, ore_diags *diags);

/** Write the answers of options->study about the result as a workbook. */
ORE_MUST_USE ore_status ore_write_answers(const ore_round *round,
                                          const ore_result *result,
                                          const ore_write_options *options,
                                          const char *path, ore_diags *diags);

/** The same as one page of HTML that needs nothing else. */
ORE_MUST_USE ore_status ore_write_html(const ore_round *round,
                                       const ore_result *result,
                                       const ore_write_options *options,
                                       const char *path, ore_diags *diags);
/** The page of answers. */
ORE_MUST_USE ore_status ore_write_answers_html(const ore_round *round,
                                               const ore_result *result,
                                               const ore_write_options *options,
                                               const char *path,
                                               ore_diags *diags);
/** The page of a comparison. */
ORE_MUST_USE ore_status ore_write_comparison_html(
    const ore_case *cases, int n, const ore_write_options *options,
    const char *path, ore_diags *diags);

/** Write every table sheet as DIR/NAME.tsv (English sheet name, lower case);
 * DIR is made when it does not exist. */
ORE_MUST_USE ore_status ore_write_tsv(const ore_round *round,
                                      const ore_result *result,
                                      const ore_write_options *options,
                                      const char *dir, ore_diags *diags);

/** The tables of a comparison. */
ORE_MUST_USE ore_status ore_write_comparison_tsv(
    const ore_case *cases, int n, const ore_write_options *options,
    const char *dir, ore_diags *diags);

/** The result file of a comparison, format orefolio-compare/1. */
ORE_MUST_USE ore_status ore_write_comparison_json(const ore_case *cases, int n,
                                                  const char *path,
                                                  ore_diags *diags);

/** The result file of the public interface, as text. The caller frees. */
char *ore_result_text(const ore_round *round, const ore_result *result,
                      const ore_write_options *options);
/** Write it to `path` ("-" = stdout). */
ORE_MUST_USE ore_status ore_write_json(const ore_round *round,
                                       const ore_result *result,
                                       const ore_write_options *options,
                                       const char *path, ore_diags *diags);

#endif
