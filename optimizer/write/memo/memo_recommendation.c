/* Section 2 of the Memo: the portfolio as a whole, and the projects that cost
 * most. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/memory.h"
#include "write/book/columns.h"
#include "write/book/proof.h"
#include "write/memo/memo.h"

enum { NAMED = 5 }; /* projects that are named */

/* A project and what it charges. */
typedef struct charge {
    int project;
    double cost_m;
} charge;

static int largest_first(const void *left, const void *right)
{
    const charge *a = left, *b = right;

    return a->cost_m != b->cost_m
               ? (a->cost_m < b->cost_m) - (a->cost_m > b->cost_m)
               : a->project - b->project;
}

/* "NdPr oxide": what the project makes; NULL = nothing that is measured. */
static const char *made_by(const ore_book *book, int p)
{
    const ore_round *round = book->round;
    const ore_option *option = &round->options[book->result->option[p]];

    for (int k = 0; k < option->n_flows; k++) {
        if (option->flows[k].output_tpa > 0.0) {
            return ORE_LABEL(book,
                             &round->materials[option->flows[k].material]);
        }
    }
    return NULL;
}

static void say_charges(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    charge *charges = ore_alloc(round->n_projects, sizeof *charges);
    const char *list = "";
    int n = 0;

    for (int p = 0; p < round->n_projects; p++) {
        const double cost_m =
            book->money_rate * ore_figure_cost_m(round, book->result, p);

        if (book->result->option[p] >= 0 && cost_m > 0.0) {
            charges[n++] = (charge){p, cost_m};
        }
    }
    qsort(charges, (size_t)n, sizeof *charges, largest_first);
    for (int i = 0; i < n && i < NAMED; i++) {
        const char *made = made_by(book, charges[i].project);

        list = ore_memo_listed(
            book, list,
            ore_book_compose(
                book, made ? ORE_TEXT_MEMO_CHARGE : ORE_TEXT_LABEL_AMOUNT,
                ore_book_project(book, &round->projects[charges[i].project]),
                ore_memo_number(book, charges[i].cost_m), made ? made : ""));
    }
    if (n > 0) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_CHARGES, list,
                      ore_book_unit(book, ORE_MONEY));
    }
    free(charges);
}

/* Support, and how much of capital cost public finance covers: a share of no
 * cost is none. */
static void say_support(ore_sheet *sheet, double capex_m)
{
    ore_book *book = sheet->book;
    const double support_m = ore_book_sum(book, "portfolio.support", -1);
    double paid_m = 0.0;

    for (int i = 0; i < ore_kind_count(sheet); i++) {
        paid_m += ore_book_sum(book, "portfolio.kind", i);
    }
    const bool has_contingent = support_m - paid_m > 0.05;

    if (support_m > 0.0) {
        ore_sheet_say(
            sheet, ORE_PLAIN,
            capex_m <= 0.0   ? ORE_TEXT_MEMO_SUPPORT_ALONE
            : has_contingent ? ORE_TEXT_MEMO_SUPPORT_PROMISED
                             : ORE_TEXT_MEMO_SUPPORT,
            ore_memo_amount(book, support_m),
            ore_memo_percent(book, capex_m > 0.0 ? paid_m / capex_m : 0.0));
    }
}

void ore_memo_recommendation(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const double capex_m = ore_book_sum(book, "portfolio.capex", -1);
    const double cost_m =
        book->money_rate * ore_funder_charge_m(round, book->result, -1);
    const double closed = ore_figure_closed_share(round, book->result);

    ore_sheet_head(sheet, ORE_TEXT_MEMO_RECOMMENDATION);
    if (!ore_result_has_ended(book->result)) {
        ore_sheet_text(sheet, ORE_STRONG, ORE_TEXT_MEMO_STOPPED);
    }
    ore_sheet_say_closed(sheet);
    ore_sheet_say(
        sheet, ORE_PLAIN, ORE_TEXT_MEMO_FUND,
        ore_book_number(book, ore_figure_funded(round, book->result), 0),
        ore_book_number(book, round->n_projects, 0),
        ore_memo_amount(book, capex_m), ore_memo_amount(book, cost_m));
    say_support(sheet, capex_m);
    if (isfinite(closed)) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_CLOSED,
                      ore_book_number(book, 100.0 * closed, 1));
    }
    say_charges(sheet);
}
