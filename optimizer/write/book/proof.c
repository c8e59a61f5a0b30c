/* See proof.h. */
#include "write/book/proof.h"

#include <math.h>

/* As fine as the proofs of the search are: it takes a column within 1e-5 of a
 * whole number for whole. */
static const double proof_grain = 1e-5;

ore_proof ore_proof_of(const ore_goal_outcome *outcome)
{
    return !isfinite(outcome->bound) || !isfinite(outcome->gap) ? ORE_PROOF_NONE
           : outcome->gap <= proof_grain                        ? ORE_PROOF_BEST
                                         : ORE_PROOF_WITHIN;
}

const char *ore_book_gap(ore_book *book, double gap)
{
    if (!isfinite(gap)) {
        return ore_book_text(book, ORE_TEXT_ANSWER_NOT_KNOWN);
    }
    /* Two decimals of a per cent, or four where these would say nothing; what
     * is a multiple of the last one but for rounding stays it. */
    const int decimals = gap >= 1e-4 ? 2 : 4;
    const double scale = gap >= 1e-4 ? 1e4 : 1e6;

    return ore_book_number(book, 100.0 * ceil(gap * scale - 1e-6) / scale,
                           decimals);
}

bool ore_result_has_ended(const ore_result *result)
{
    return result->status == ORE_OK || result->status == ORE_INFEASIBLE;
}

bool ore_run_has_ended(const ore_run *run)
{
    return run->status == ORE_OK || run->status == ORE_INFEASIBLE;
}

static int unended_among(const ore_run *runs, int n)
{
    int count = 0;

    for (int i = 0; i < n; i++) {
        count += !ore_run_has_ended(&runs[i]);
    }
    return count;
}

/* The recommended point of a frontier is the result, counted as such, and so is
 * the first of the other runs. Points of a sweep without a file are missing. */
int ore_study_unended(const ore_study *study)
{
    if (!study) {
        return 0;
    }
    const ore_frontier *frontier = study->frontier;
    int count = study->n_missing;

    if (frontier) {
        count += unended_among(frontier->runs, frontier->n_runs) -
                 !ore_run_has_ended(&frontier->runs[frontier->recommended]);
    }
    if (study->n_runs > 0) {
        count += unended_among(study->runs + 1, study->n_runs - 1);
    }
    return count;
}

int ore_book_unended(const ore_book *book)
{
    int count = book->n_cases == 0 && !ore_result_has_ended(book->result);

    for (int c = 0; c < book->n_cases; c++) {
        count += !ore_result_has_ended(book->cases[c].result);
    }
    return count + ore_study_unended(book->options->study);
}

static bool is_open(ore_answer answer)
{
    return answer == ORE_ANSWER_UNASKED || answer == ORE_ANSWER_UNKNOWN;
}

/* Whether a question beside the answer was cut short, or may have been. */
static bool has_open_question(const ore_book *book)
{
    const ore_trade_offs *re_solved = book->options->re_solved;
    bool has = false;

    for (int p = 0; re_solved && p < book->round->n_projects; p++) {
        has |= is_open(re_solved->forced[p].answer) ||
               is_open(re_solved->forced[p].break_even);
    }
    for (int i = 0; re_solved && i < re_solved->n_relaxed; i++) {
        has |= is_open(re_solved->relaxed[i].answer);
    }
    for (int c = 0; c < book->n_cases; c++) {
        const double *elsewhere = book->cases[c].elsewhere;

        for (int k = 0; elsewhere && k < book->n_cases; k++) {
            has |= isinf(elsewhere[k]);
        }
    }
    return has;
}

bool ore_book_is_repeatable(const ore_book *book)
{
    return ore_book_unended(book) == 0 && !has_open_question(book);
}

const char *ore_book_flag(ore_book *book, bool is_good)
{
    const ore_study *study = book->options->study;
    const int beside = study && study->is_beside ? ore_study_unended(study) : 0;
    const int stopped = ore_book_unended(book) - beside;
    const char *checks =
        is_good
            ? ore_book_text(book, ORE_TEXT_CHECKS_GOOD)
            : ore_book_compose(book, ORE_TEXT_CHECKS_BAD,
                               ore_book_text(book, book->n_cases > 0
                                                       ? ORE_TEXT_NAME_COMPARED
                                                       : ORE_TEXT_NAME_CHECKS));

    return stopped > 0 ? ore_book_compose(book, ORE_TEXT_CHECKS_STOPPED, checks,
                                          ore_book_digits(book, stopped))
                       : checks;
}
