/* Section 4 of the Memo: who pays, who gains, and which gaps close or stay. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/memory.h"
#include "orefolio/stakes.h"
#include "write/book/columns.h"
#include "write/memo/memo.h"

enum { NAMED = 3 }; /* gaps that are named */
/* Of a target: what is said of gaps is whole per cents. */
static const double told_share = 0.005, no_gap = 1e-9;

static const ore_column_def columns[] = {
    ORE_COLUMN("who", ORE_TEXT_STAKE_WHO, ORE_TEXT_CELL),
    ORE_COLUMN("cost", ORE_TEXT_COST, ORE_MONEY),
    ORE_COLUMN("pays", ORE_TEXT_STAKE_PAYS, ORE_SHARE),
    ORE_COLUMN("gains", ORE_TEXT_STAKE_GAINS, ORE_SHARE),
    ORE_COLUMN("closed", ORE_TEXT_STAKE_CLOSED, ORE_SHARE),
    ORE_COLUMN("closed_t", ORE_TEXT_STAKE_CLOSED_T, ORE_SHARE),
    {0}};

ORE_TABLE(table, "tblPaysGains", "paysgains", columns);

static void add_stake(ore_sheet *sheet, const ore_stake *stake)
{
    const ore_round *round = sheet->book->round;
    const ore_sheet_row row = ore_sheet_next(sheet);

    if (stake->funder >= 0) {
        ore_cell_label(row, "who", &round->funders[stake->funder]);
    } else {
        ore_cell_label(row, "who", &round->markets[stake->market]);
    }
    ore_cell_number(row, "cost", stake->cost_m * sheet->book->money_rate);
    ore_cell_figure(row, "pays", stake->cost_share);
    ore_cell_figure(row, "gains",
                    stake->has_market ? stake->gain_share : nan(""));
    ore_cell_figure(row, "closed", stake->closed_share);
    ore_cell_figure(row, "closed_t", stake->closed_t_share);
}

/* "NdFeB magnets, Japan 21,000 of 44,000 t" in the last year. */
static void say_products(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const int last = round->n_years - 1;
    const char *list = "";

    for (int i = 0; i < round->n_targets; i++) {
        const ore_target *target = &round->targets[i];

        if (target->target_tpa[last] > 0.0 &&
            ore_is_end_product(round, target->material)) {
            list = ore_memo_listed(
                book, list,
                ore_book_compose(
                    book, ORE_TEXT_MEMO_PRODUCT, ore_book_target(book, i),
                    ore_book_number(book,
                                    book->result->delivered_tpa[ore_at_state(
                                        round, i, last)],
                                    0),
                    ore_book_number(book, target->target_tpa[last], 0)));
        }
    }
    if (*list) {
        ore_sheet_say(
            sheet, ORE_PLAIN, ORE_TEXT_MEMO_PRODUCTS,
            ore_memo_years(book, round->horizon.last, round->horizon.last),
            list);
    }
}

static void say_uneven(ore_sheet *sheet, const ore_stake *stakes, int n)
{
    ore_book *book = sheet->book;
    const char *list = "";

    for (int i = 0; i < n; i++) {
        if (stakes[i].funder >= 0 && ore_stake_is_uneven(&stakes[i])) {
            list = ore_memo_listed(
                book, list,
                ORE_LABEL(book, &book->round->funders[stakes[i].funder]));
        }
    }
    if (*list) {
        ore_sheet_say(sheet, ORE_STRONG, ORE_TEXT_MEMO_UNEVEN, list,
                      ore_book_text(book, ORE_TEXT_NAME_STAKES));
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
        list = ore_memo_listed(
            book, list,
            ore_book_compose(
                book, is_left ? ORE_TEXT_MEMO_LEFT : ORE_TEXT_MEMO_FROM_TO,
                ore_book_target(book, gaps[i].target),
                ore_memo_percent(book, is_left ? gaps[i].after_share
                                               : gaps[i].before_share),
                ore_memo_percent(book, gaps[i].after_share)));
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
        list = ore_memo_listed(
            book, list,
            ore_book_compose(book, ORE_TEXT_MEMO_FROM_TO,
                             ore_book_target(book, gaps[i].target),
                             ore_memo_percent(book, gaps[i].before_share),
                             ore_memo_percent(book, gaps[i].after_share)));
    }
    if (*list) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_GROWS, list);
    }
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
    int n = 0;

    for (int i = 0; i < round->n_targets; i++) {
        const ore_gap_means means = ore_book_gap_means(book, i);

        if (means.target_tpa > 0.0 && ore_is_counted(round, i)) {
            gaps[n++] = (gap){i, means.before_tpa / means.target_tpa,
                              means.after_tpa / means.target_tpa};
        }
    }
    if (n > 0) {
        say_named(sheet, gaps, n);
    }
    say_growing(sheet, gaps, n);
    free(gaps);
}

void ore_memo_gains(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    int n;
    ore_stake *stakes = ore_stakes_of(book->round, book->result, &n);

    ore_sheet_head(sheet, ORE_TEXT_MEMO_GAINS);
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < n; i++) {
        add_stake(sheet, &stakes[i]);
    }
    say_uneven(sheet, stakes, n);
    free(stakes);
    say_products(sheet);
    say_gaps(sheet);
    if (!ore_memo_has_options(book)) {
        ore_sheet_draw(sheet,
                       ORE_CHART("paysgains", "who", "pays", "gains",
                                 ORE_CHART_BARS, .title = ORE_TEXT_GAINS_CHART,
                                 .axis = ore_book_unit(book, ORE_SHARE)));
    }
}
