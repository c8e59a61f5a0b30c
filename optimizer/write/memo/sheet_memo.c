/* Memo: the decision on one page, in plain sentences made from the figures,
 * and the key figures with links to where they come from. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/accounting.h"
#include "orefolio/memory.h"
#include "write/book/columns.h"
#include "write/book/proof.h"
#include "write/memo/memo.h"

enum { NAMED = 3 }; /* how many gaps are named */
/* Of a target: what is said of gaps is whole per cents. */
static const double told_share = 0.005, no_gap = 1e-9;

static const char *money(ore_book *book, double value_m)
{
    return ore_book_number(book, value_m, 1);
}

static const char *percent(ore_book *book, double share)
{
    return ore_book_number(book, 100.0 * share, 0);
}

static void head(ore_sheet *sheet, ore_text text)
{
    if (sheet->n_lines > 0) {
        ore_sheet_line(sheet, ORE_PLAIN, "");
    }
    ore_sheet_text(sheet, ORE_STRONG, text);
}

/* "first; second": the list so far and one more item. */
static const char *listed(ore_book *book, const char *list, const char *item)
{
    return *list
               ? ore_book_print(book, "%s%s%s", list,
                                ore_book_text(book, ORE_TEXT_LIST_COMMA), item)
               : item;
}

static const char *with_amount(ore_book *book, const char *label, double m)
{
    return ore_book_compose(book, ORE_TEXT_LABEL_AMOUNT, label, money(book, m));
}

static void say_recommendation(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const double capex_m = ore_book_sum(book, "portfolio.capex", -1);
    const double support_m = ore_book_sum(book, "portfolio.support", -1);
    const char *kinds = "", *funders = "";
    double cost_m = 0.0, paid_m = 0.0;

    for (int i = 0; i < ore_kind_count(sheet); i++) {
        const double sum_m = ore_book_sum(book, "portfolio.kind", i);

        if (sum_m > 0.0) {
            kinds =
                listed(book, kinds,
                       with_amount(
                           book, ore_book_source(book, ore_instrument_kinds[i]),
                           sum_m));
        }
        paid_m += sum_m;
    }
    if (support_m - paid_m > 0.05) {
        kinds = listed(book, kinds,
                       with_amount(book, ore_book_text(book, ORE_TEXT_PROMISES),
                                   support_m - paid_m));
    }
    for (int i = 0; i < round->n_funders; i++) {
        const ore_funder *funder = &round->funders[i];
        const double sum_m =
            book->money_rate * ore_funder_charge_m(round, book->result, i);

        cost_m += sum_m;
        funders = listed(book, funders,
                         with_amount(book, ORE_LABEL(book, funder), sum_m));
    }
    head(sheet, ORE_TEXT_MEMO_RECOMMENDATION);
    if (!ore_result_has_ended(book->result)) {
        ore_sheet_text(sheet, ORE_STRONG, ORE_TEXT_MEMO_STOPPED);
    }
    ore_sheet_say_closed(sheet);
    ore_sheet_say(
        sheet, ORE_PLAIN, ORE_TEXT_MEMO_FUND,
        ore_book_number(book, ore_figure_funded(round, book->result), 0),
        ore_book_number(book, round->n_projects, 0),
        ore_memo_amount(book, capex_m));
    if (support_m > 0.0) {
        /* A share of no cost is none. */
        ore_sheet_say(sheet, ORE_PLAIN,
                      capex_m <= 0.0 ? ORE_TEXT_MEMO_SUPPORT_ALONE
                      : support_m - paid_m > 0.05
                          ? ORE_TEXT_MEMO_SUPPORT_PROMISED
                          : ORE_TEXT_MEMO_SUPPORT,
                      ore_memo_amount(book, support_m),
                      percent(book, paid_m / capex_m), kinds);
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_COST,
                      ore_memo_amount(book, cost_m), funders);
    }
}

/* One gap for the sentences: how much of target i it closes or leaves. */
typedef struct gap {
    int target;
    double before_share, after_share;
} gap;

static int by_closed(const void *a, const void *b)
{
    const gap *x = a, *y = b;
    const double left = x->before_share - x->after_share;
    const double right = y->before_share - y->after_share;

    return left != right ? (left < right ? 1 : -1) : x->target - y->target;
}

static int by_left(const void *a, const void *b)
{
    const gap *x = a, *y = b;

    return x->after_share != y->after_share
               ? (x->after_share < y->after_share ? 1 : -1)
               : x->target - y->target;
}

static const char *named_gaps(ore_book *book, const gap *gaps, int n,
                              bool is_left)
{
    const char *list = "";

    for (int i = 0; i < n && i < NAMED; i++) {
        const double closed = gaps[i].before_share - gaps[i].after_share;

        if ((is_left ? gaps[i].after_share : closed) < told_share) {
            break;
        }
        list = listed(book, list,
                      ore_book_compose(
                          book,
                          is_left ? ORE_TEXT_MEMO_LEFT : ORE_TEXT_MEMO_FROM_TO,
                          ore_book_target(book, gaps[i].target),
                          percent(book, is_left ? gaps[i].after_share
                                                : gaps[i].before_share),
                          percent(book, gaps[i].after_share)));
    }
    return list;
}

/* Gaps that are wider than without the portfolio, the widest first; they stand
 * last among those sorted by what is closed. */
static void say_growing(ore_sheet *sheet, gap *gaps, int n)
{
    ore_book *book = sheet->book;
    const char *list = "";

    qsort(gaps, (size_t)n, sizeof *gaps, by_closed);
    for (int i = n - 1; i >= 0 && i >= n - NAMED; i--) {
        /* None that reads "from 98% to 98%". */
        if (round(100.0 * gaps[i].after_share) <=
            round(100.0 * gaps[i].before_share)) {
            continue;
        }
        list = listed(book, list,
                      ore_book_compose(book, ORE_TEXT_MEMO_FROM_TO,
                                       ore_book_target(book, gaps[i].target),
                                       percent(book, gaps[i].before_share),
                                       percent(book, gaps[i].after_share)));
    }
    if (*list) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_GROWS, list);
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
        n += book->result->option[p] >= 0 && is_idle_once(book, p);
    }
    if (n > 0) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_IDLE,
                      ore_book_number(book, n, 0),
                      ore_book_text(book, ORE_TEXT_NAME_SCHEDULE));
    }
}

/* Whether a goal may count target i: one of weight 0 states a demand that rules
 * refer to. */
static bool counts(const ore_round *round, int i)
{
    bool any = false;

    for (int t = 0; t < round->n_years; t++) {
        any = any || round->targets[i].weight[t] > 0.0;
    }
    return any;
}

/* What disruption d makes of the mean gap: a sentence, when it matters. */
static void say_disruption(ore_sheet *sheet, int d)
{
    ore_book *book = sheet->book;
    const ore_disruption *disruption = &book->round->disruptions[d];
    double quiet = 0.0, hit = 0.0;
    int n = 0;

    for (int i = 0; i < book->round->n_targets; i++) {
        const ore_exposure means = ore_book_exposure(book, d, i);

        if (means.target_tpa > 0.0 && counts(book->round, i)) {
            quiet += means.quiet_tpa / means.target_tpa;
            hit += means.hit_tpa / means.target_tpa;
            n++;
        }
    }
    if (n > 0) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_DISRUPTED,
                      ORE_LABEL(book, disruption), percent(book, hit / n),
                      percent(book, quiet / n));
    }
}

/* The mean gap of all targets; it need not fall. */
static void say_mean(ore_sheet *sheet, double before, double after)
{
    ore_book *book = sheet->book;
    const ore_years years = book->round->horizon;
    const bool falls = round(100.0 * after) < round(100.0 * before);

    ore_sheet_say(sheet, ORE_PLAIN,
                  falls ? ORE_TEXT_MEMO_MEAN_GAP : ORE_TEXT_MEMO_MEAN_STAYS,
                  ore_book_digits(book, years.first),
                  ore_book_digits(book, years.last), percent(book, before),
                  percent(book, after));
}

/* Which gaps close most, and which stay: a small one is one still. */
static void say_named(ore_sheet *sheet, gap *gaps, int n)
{
    ore_book *book = sheet->book;

    qsort(gaps, (size_t)n, sizeof *gaps, by_closed);
    const char *list = named_gaps(book, gaps, n, false);

    if (*list) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_CLOSES, list);
    }
    qsort(gaps, (size_t)n, sizeof *gaps, by_left);
    list = named_gaps(book, gaps, n, true);
    ore_sheet_say(sheet, ORE_PLAIN,
                  *list                          ? ORE_TEXT_MEMO_STAYS
                  : gaps[0].after_share > no_gap ? ORE_TEXT_MEMO_LITTLE_STAYS
                                                 : ORE_TEXT_MEMO_ALL_MET,
                  list);
}

static void say_gaps(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    gap *gaps = ore_alloc(round->n_targets, sizeof *gaps);
    double before = 0.0, after = 0.0;
    int n = 0;

    for (int i = 0; i < round->n_targets; i++) {
        const ore_gap_means means = ore_book_gap_means(book, i);

        if (means.target_tpa > 0.0 && counts(round, i)) {
            gaps[n] = (gap){i, means.before_tpa / means.target_tpa,
                            means.after_tpa / means.target_tpa};
            before += gaps[n].before_share;
            after += gaps[n].after_share;
            n++;
        }
    }
    head(sheet, ORE_TEXT_MEMO_GAPS);
    if (n > 0) {
        say_mean(sheet, before / n, after / n);
        say_named(sheet, gaps, n);
    }
    say_growing(sheet, gaps, n);
    say_idle(sheet);
    for (int d = 0; d < round->n_disruptions; d++) {
        say_disruption(sheet, d);
    }
    free(gaps);
}

static void say_review(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    if (round->reviewed_by) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_REVIEWED,
                      round->reviewed_by);
    } else {
        ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_MEMO_NOT_REVIEWED);
    }
    if (round->use_by) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_USE_BY, round->use_by);
    }
}

static void say_certainty(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    head(sheet, ORE_TEXT_MEMO_CERTAINTY);
    ore_memo_proof(sheet);
    ore_sheet_say(
        sheet, ORE_PLAIN, ORE_TEXT_MEMO_VERIFIED,
        ore_book_number(book, ore_statistics_of(book->options)->rows_checked,
                        0),
        ore_book_number(book, ore_statistics_of(book->options)->rules_checked,
                        0));
    ore_memo_runs(sheet);
    head(sheet, ORE_TEXT_MEMO_NOT_COVERED);
    ore_memo_single_figures(sheet);
    ore_sheet_text(sheet, ORE_PLAIN,
                   book->round->outputs_expected ? ORE_TEXT_MEMO_EXPECTED
                                                 : ORE_TEXT_MEMO_NO_FAILURE);
    say_review(sheet);
}

void ore_fill_memo(ore_sheet *sheet)
{
    sheet->is_upright = true;
    say_recommendation(sheet);
    ore_memo_stakes(sheet);
    say_gaps(sheet);
    head(sheet, ORE_TEXT_MEMO_LIMITS);
    ore_memo_limits(sheet);
    ore_memo_frontier(sheet);
    say_certainty(sheet);
    ore_memo_figures(sheet);
}
