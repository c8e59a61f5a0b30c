/* A book is assembled: every sheet of sheets.def fills itself, pass by pass. */
#include "write/book/columns.h"
#include "write/book/money.h"
#include "write/book/sheet.h"

static const struct {
    int pass;
    void (*fill)(ore_sheet *sheet);
} kinds[ORE_SHEETS] = {
#define ORE_SHEET(id, name, pass, group, print) {pass, ore_fill_##name},
#include "write/book/sheets.def"
#undef ORE_SHEET
};

/* Passes of a book of one result, of a comparison, and of a result without a
 * portfolio. */
enum {
    FIRST_PASS = 1,
    LAST_PASS = 3,
    FIRST_COMPARED = 4,
    LAST_COMPARED = 5,
    WITHOUT_PORTFOLIO = 6,
    OF_ANSWERS = 7
};

static void fill_sheets(ore_book *book, int first, int last)
{
    for (int pass = first; pass <= last; pass++) {
        for (int i = 0; i < ORE_SHEETS; i++) {
            if (kinds[i].pass == pass) {
                kinds[i].fill(&book->sheets[i]);
                ore_sheet_end(&book->sheets[i]);
            }
        }
        for (int i = 0; pass == first && i < ORE_SHEETS; i++) {
            if (kinds[i].pass == first) {
                ore_book_convert_money(&book->sheets[i]);
            }
        }
    }
}

static void fill_sheet(ore_book *book, ore_sheet_id id)
{
    kinds[id].fill(&book->sheets[id]);
    ore_sheet_end(&book->sheets[id]);
}

/* What any book has: what figures mean, where the files came from; contents
 * last. */
static void fill_frame(ore_book *book)
{
    fill_sheet(book, ORE_SHEET_NOTES);
    fill_sheet(book, ORE_SHEET_PROVENANCE);
    fill_sheet(book, ORE_SHEET_CONTENTS);
}

/* Of a round without a portfolio: why, and what was assumed. */
static void fill_without_portfolio(ore_book *book)
{
    fill_sheets(book, WITHOUT_PORTFOLIO, WITHOUT_PORTFOLIO);
    fill_sheet(book, ORE_SHEET_MEMO);
    fill_sheet(book, ORE_SHEET_INPUTS);
    ore_book_convert_money(&book->sheets[ORE_SHEET_INPUTS]);
    fill_frame(book);
}

ore_book *ore_book_new(const ore_round *round, const ore_result *result,
                       const ore_write_options *options)
{
    ore_book *book = ore_book_open(round, result, options);

    ore_book_choose_money(book);
    if (result->has_portfolio) {
        fill_sheets(book, FIRST_PASS, LAST_PASS);
        ore_book_link_projects(book);
    } else {
        fill_without_portfolio(book);
    }
    return book;
}

ore_book *ore_answers_new(const ore_round *round, const ore_result *result,
                          const ore_write_options *options)
{
    ore_book *book = ore_book_open(round, result, options);

    ore_book_choose_money(book);
    fill_sheets(book, OF_ANSWERS, OF_ANSWERS);
    fill_frame(book);
    return book;
}

ore_book *ore_comparison_new(const ore_case *cases, int n,
                             const ore_write_options *options)
{
    ore_book *book = ore_book_open(cases[0].round, cases[0].result, options);

    ore_book_choose_money(book);
    book->n_cases = n;
    book->cases = cases;
    fill_sheets(book, FIRST_COMPARED, LAST_COMPARED);
    fill_frame(book);
    return book;
}
