/* Section 5 of the Memo: what may go wrong, and what the decision depends on.
 */
#include <math.h>
#include <string.h>

#include "orefolio/accounting.h"
#include "orefolio/indicators.h"
#include "write/book/columns.h"
#include "write/memo/memo.h"

enum { NAMED = 4 }; /* projects that are named */

static bool is_funded(const ore_book *book, int p)
{
    return book->result->option[p] >= 0;
}

/* How many projects fail on average, by the probabilities of the input. */
static void say_failures(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    double failures = 0.0;

    for (int p = 0; p < round->n_projects; p++) {
        if (is_funded(book, p)) {
            failures +=
                1.0 -
                round->options[book->result->option[p]].success_probability;
        }
    }
    if (failures > 0.0) {
        ore_sheet_say(
            sheet, ORE_PLAIN,
            round->outputs_expected ? ORE_TEXT_MEMO_EXPECTED
                                    : ORE_TEXT_MEMO_NO_FAILURE,
            ore_book_number(book, failures, 1),
            ore_book_number(book, ore_figure_funded(round, book->result), 0));
    } else {
        ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_MEMO_ALL_SUCCEED);
    }
}

/* "Mine A (15 March 2027); …": funded projects in one state of review. */
static void say_reviews(ore_sheet *sheet, ore_review review, ore_text text)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const char *list = "";
    int n = 0;

    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *project = &round->projects[p];

        if (!is_funded(book, p) || project->review != review) {
            continue;
        }
        if (n++ < NAMED) {
            const char *name = ore_book_project(book, project);

            list = ore_memo_listed(
                book, list,
                project->review_on
                    ? ore_book_compose(book, ORE_TEXT_CASE_MARKED, name,
                                       ore_memo_date(book, project->review_on))
                    : name);
        }
    }
    if (n > NAMED) {
        list =
            ore_memo_listed(book, list,
                            ore_book_compose(book, ORE_TEXT_MEMO_MORE,
                                             ore_book_digits(book, n - NAMED)));
    }
    if (n > 0) {
        ore_sheet_say(sheet, ORE_PLAIN, text, ore_memo_projects(book, n), list);
    }
}

static bool is_idle_once(const ore_book *book, int p)
{
    bool idle = false;

    for (int t = 0; t < book->round->n_years && !idle; t++) {
        idle =
            ore_figure_capacity_share(book->round, book->result, p, t) > 0.0 &&
            ore_book_phase(book, p, t) == ORE_TEXT_IDLE;
    }
    return idle;
}

static void say_idle(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    int n = 0;

    for (int p = 0; p < book->round->n_projects; p++) {
        n += is_funded(book, p) && is_idle_once(book, p);
    }
    if (n > 0) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_IDLE,
                      ore_book_number(book, n, 0),
                      ore_book_text(book, ORE_TEXT_NAME_SCHEDULE));
    }
}

/* What guarantees and the like may come to, and for how much of it no loss is
 * estimated. */
static void say_contingent(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    double all_m = 0.0, unknown_m = 0.0, loss_m = 0.0;
    int n_known = 0;

    for (int f = 0; f < round->n_pairs; f++) {
        if (book->result->face_m[f] > 0.0 && ore_is_liability(round, f)) {
            const ore_liability owed = ore_liability_of(round, book->result, f);

            all_m += owed.contingent_m * book->money_rate;
            if (isfinite(owed.loss_m)) {
                n_known++;
                loss_m += owed.loss_m * book->money_rate;
            } else {
                unknown_m += owed.contingent_m * book->money_rate;
            }
        }
    }
    if (all_m > 0.0) {
        ore_sheet_say(sheet, ORE_PLAIN,
                      n_known == 0      ? ORE_TEXT_MEMO_CONTINGENT_UNKNOWN
                      : unknown_m > 0.0 ? ORE_TEXT_MEMO_CONTINGENT_PART
                                        : ORE_TEXT_MEMO_CONTINGENT,
                      ore_memo_amount(book, all_m),
                      ore_memo_amount(book, loss_m),
                      ore_memo_amount(book, unknown_m));
    }
}

/* What disruption d makes of the gaps in its years, as a part of the tonnage
 * that is asked for: a sentence, when it matters. */
static void say_disruption(ore_sheet *sheet, int d)
{
    ore_book *book = sheet->book;
    const ore_disruption *disruption = &book->round->disruptions[d];
    double quiet_tpa = 0.0, hit_tpa = 0.0, target_tpa = 0.0;

    for (int i = 0; i < book->round->n_targets; i++) {
        const ore_exposure means = ore_book_exposure(book, d, i);

        if (ore_is_counted(book->round, i)) {
            quiet_tpa += means.quiet_tpa;
            hit_tpa += means.hit_tpa;
            target_tpa += means.target_tpa;
        }
    }
    if (target_tpa > 0.0) {
        const char *hit = ore_memo_percent(book, hit_tpa / target_tpa),
                   *quiet = ore_memo_percent(book, quiet_tpa / target_tpa);

        /* None that reads "86% instead of 86%". */
        ore_sheet_say(sheet, ORE_PLAIN,
                      strcmp(hit, quiet) == 0 ? ORE_TEXT_MEMO_DISRUPTED_LITTLE
                                              : ORE_TEXT_MEMO_DISRUPTED,
                      ORE_LABEL(book, disruption), hit, quiet);
    }
}

/* What has gone wrong in bad draws more often than in others. */
static void say_bad_draws(ore_sheet *sheet, const ore_reliability *draws)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_failure *worst = draws->failures;

    if (draws->n_bad == 0 || draws->n_failures == 0 ||
        worst->bad_share <= worst->share) {
        return;
    }
    const bool is_project = worst->project >= 0;

    ore_sheet_say(
        sheet, ORE_PLAIN,
        is_project ? ORE_TEXT_MEMO_BAD_PROJECT : ORE_TEXT_MEMO_BAD_DISRUPTION,
        is_project ? ore_book_project(book, &round->projects[worst->project])
                   : ORE_LABEL(book, &round->disruptions[worst->disruption]),
        ore_memo_percent(book, worst->bad_share),
        ore_memo_percent(book, worst->share),
        ore_book_number(book, draws->n_bad, 0));
}

/* How sure the end products are that the plan meets. */
static void say_reliability(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_study *study = book->options->study;
    const ore_reliability *draws = study ? study->reliability : NULL;
    const char *list = "";

    for (int i = 0; draws && i < draws->n_markets; i++) {
        const ore_market_odds *own = &draws->markets[i];

        if (!isnan(own->holds)) {
            list = ore_memo_listed(
                book, list,
                ore_book_compose(
                    book, ORE_TEXT_MEMO_ODDS,
                    ORE_LABEL(book, &book->round->markets[own->market]),
                    ore_memo_percent(book, own->holds)));
        }
    }
    if (*list) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_RELIABLE,
                      ore_book_number(book, draws->n_known, 0), list,
                      ore_book_text(book, ORE_TEXT_NAME_RELIABILITY));
        say_bad_draws(sheet, draws);
    }
}

void ore_memo_risks(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    ore_sheet_head(sheet, ORE_TEXT_MEMO_RISKS);
    say_failures(sheet);
    say_reliability(sheet);
    say_reviews(sheet, ORE_REVIEW_PENDING, ORE_TEXT_MEMO_PENDING);
    say_reviews(sheet, ORE_REVIEW_CONDITIONS, ORE_TEXT_MEMO_CONDITIONS);
    say_idle(sheet);
    say_contingent(sheet);
    for (int d = 0; d < round->n_disruptions; d++) {
        say_disruption(sheet, d);
    }
    ore_memo_limits(sheet);
}
