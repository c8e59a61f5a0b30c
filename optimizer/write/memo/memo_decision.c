/* Section 1 of the Memo: what is asked for. Commitments of the first year are
 * to be approved, those of later years to be noted. */
#include "orefolio/accounting.h"
#include "orefolio/asset_sales.h"
#include "orefolio/indicators.h"
#include "write/book/columns.h"
#include "write/memo/memo.h"

/* Half of the last place of an amount. */
static const double dust_m = 5e-7;

/* What is committed in some years, as it is shown. */
typedef struct tranche {
    int first, last; /* years */
    int n;           /* projects */
    double support_m, cost_m;
} tranche;

static bool is_in(const ore_book *book, const tranche *t, int p)
{
    const int year = book->result->year[p];

    return book->result->option[p] >= 0 && year >= t->first && year <= t->last;
}

/* What the funder is charged for commitments of the tranche. */
static double charged_m(const ore_book *book, const tranche *t, int funder)
{
    const ore_round *round = book->round;
    double sum_m = 0.0;

    for (int f = 0; f < round->n_pairs; f++) {
        const ore_pair *pair = &round->pairs[f];

        if (round->instruments[pair->instrument].funder == funder &&
            is_in(book, t, pair->project)) {
            sum_m += ore_charge_m(round, book->result, f);
        }
    }
    return sum_m * book->money_rate;
}

static tranche sum_up(const ore_book *book, int first, int last)
{
    const ore_round *round = book->round;
    tranche sum = {first, last, 0, 0.0, 0.0};

    for (int p = 0; p < round->n_projects; p++) {
        if (is_in(book, &sum, p)) {
            sum.n++;
            sum.support_m +=
                book->money_rate *
                (ore_figure_source_m(round, book->result, p, NULL) +
                 ore_figure_contingent_m(round, book->result, p));
            sum.cost_m +=
                book->money_rate * ore_figure_cost_m(round, book->result, p);
        }
    }
    return sum;
}

/* "United States 313, Japan 236" */
static const char *by_funder(ore_book *book, const tranche *t)
{
    const char *list = "";

    for (int i = 0; i < book->round->n_funders; i++) {
        const double cost_m = charged_m(book, t, i);

        if (cost_m > 0.0) {
            list = ore_memo_listed(
                book, list,
                ore_book_compose(book, ORE_TEXT_LABEL_AMOUNT,
                                 ORE_LABEL(book, &book->round->funders[i]),
                                 ore_memo_number(book, cost_m)));
        }
    }
    return *list ? list : ore_book_text(book, ORE_TEXT_NONE);
}

/* The letter of point n in the list of what is asked. */
static const char *point(ore_book *book, int n)
{
    return book->is_japanese ? ore_book_print(book, "(%d)", n + 1)
                             : ore_book_print(book, "(%c)", 'a' + n);
}

static void ask(ore_sheet *sheet, int n, ore_text text, const tranche *t)
{
    ore_book *book = sheet->book;

    ore_sheet_say(sheet, ORE_PLAIN, text, point(book, n),
                  ore_memo_projects(book, t->n),
                  ore_memo_years(book, t->first, t->last),
                  ore_memo_amount(book, t->support_m),
                  ore_memo_amount(book, t->cost_m), by_funder(book, t));
}

/* A charge of one kind to all accounts, over all years that accounts have. */
typedef double charge(const ore_round *round, const ore_result *result, int b,
                      int year);

static double charged_in_all_m(const ore_book *book, charge *charge_m)
{
    const ore_round *round = book->round;
    double sum_m = 0.0;

    for (int y = 0; y < round->n_budget_years; y++) {
        sum_m += charge_m(round, book->result, -1, round->commit.first + y);
    }
    return sum_m * book->money_rate;
}

static double permits_m(const ore_book *book)
{
    return charged_in_all_m(book, ore_permit_charge_m);
}

static double answers_m(const ore_book *book)
{
    return charged_in_all_m(book, ore_sale_answer_charge_m);
}

/* Stockpiles and optional supply of all funders. */
static double purchases_m(const ore_book *book)
{
    return charged_in_all_m(book, ore_purchase_charge_m) - permits_m(book) -
           answers_m(book);
}

/* A point that asks for an amount; none when it is nothing. Returns the number
 * of the next one. */
static int ask_amount(ore_sheet *sheet, int n, ore_text text, double amount_m)
{
    ore_book *book = sheet->book;

    if (amount_m <= dust_m) {
        return n;
    }
    ore_sheet_say(sheet, ORE_PLAIN, text, point(book, n),
                  ore_memo_amount(book, amount_m));
    return n + 1;
}

void ore_memo_decision(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_years years = round->commit;
    const tranche now = sum_up(book, years.first, years.first),
                  later = sum_up(book, years.first + 1, years.last);
    int n = 0;

    ore_sheet_head(sheet, ORE_TEXT_MEMO_DECISION);
    if (now.n > 0) {
        ask(sheet, n++, ORE_TEXT_MEMO_APPROVE, &now);
    }
    if (later.n > 0) {
        ask(sheet, n++, ORE_TEXT_MEMO_NOTE_LATER, &later);
    }
    n = ask_amount(sheet, n, ORE_TEXT_MEMO_BUY, purchases_m(book));
    n = ask_amount(sheet, n, ORE_TEXT_MEMO_PERMITS, permits_m(book));
    n = ask_amount(sheet, n, ORE_TEXT_MEMO_SALES, answers_m(book));
    if (ore_memo_has_options(book)) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_CHOOSE, point(book, n++));
    }
    if (n == 0) {
        ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_MEMO_NOTHING_ASKED);
    }
}
