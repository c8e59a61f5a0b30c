/* See funding_offices.h: capacity and use of permit offices by year, and what
 * the permits cost. */
#include "write/sheets/funding_offices.h"

#include "orefolio/accounting.h"
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("office", ORE_TEXT_PERMIT_OFFICE, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("capacity", ORE_TEXT_PERMIT_CAPACITY, ORE_SCORE),
    ORE_COLUMN("used", ORE_TEXT_PERMIT_USED, ORE_SCORE),
    ORE_COLUMN("left", ORE_TEXT_PERMIT_LEFT, ORE_SCORE),
    ORE_COLUMN("budget", ORE_TEXT_BUDGET, ORE_TEXT_CELL),
    ORE_COLUMN("cost", ORE_TEXT_COST, ORE_MONEY, .total = true),
    {0}};

ORE_TABLE(table, "tblPermits", "permits", columns);

static void add_year(ore_sheet *sheet, int k, int s)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_office *office = &round->offices[k];
    const int year = round->commit.first + s;
    const double used = ore_permit_units_used(round, book->result, k, year);
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_label(row, "office", office);
    ore_cell_number(row, "year", year);
    ore_cell_number(row, "capacity", office->capacity[s]);
    ore_cell_number(row, "used", used);
    ore_cell_formula(row, "left", office->capacity[s] - used,
                     "={capacity}-{used}");
    ore_cell_text_or(row, "budget",
                     office->budget < 0
                         ? NULL
                         : ORE_LABEL(book, &round->budgets[office->budget]),
                     ORE_TEXT_NOT_APPLICABLE);
    ore_cell_number(row, "cost", used * office->cost_m_per_unit);
}

void ore_funding_offices(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    if (round->n_offices == 0) {
        return;
    }
    ore_sheet_begin(sheet, &table,
                    ore_book_text(sheet->book, ORE_TEXT_PERMITS_NOTE));
    for (int i = 0; i < round->n_offices * round->n_commit; i++) {
        add_year(sheet, i / round->n_commit, i % round->n_commit);
    }
}
