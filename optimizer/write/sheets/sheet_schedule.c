/* Schedule: a bar of letters for every project, B while it builds, P while it
 * produces and I while it could but the plan leaves it idle, one column a year.
 */
#include <math.h>

#include "orefolio/accounting.h"
#include "write/book/columns.h"

static int first_year(const ore_round *round)
{
    return round->commit.first < round->horizon.first ? round->commit.first
                                                      : round->horizon.first;
}

static int count_years(const ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    return round->horizon.last - first_year(round) + 1;
}

static const char *year_heading(const ore_sheet *sheet, int i)
{
    return ore_book_digits(sheet->book, first_year(sheet->book->round) + i);
}

static const ore_column_def columns[] = {
    ORE_PROJECT_COLUMNS,
    ORE_COLUMN("start", ORE_TEXT_COMMITTED, ORE_YEAR),
    ORE_COLUMN("opens", ORE_TEXT_PRODUCES_FROM, ORE_YEAR),
    ORE_COLUMNS("year", count_years, year_heading, ORE_LETTER,
                .marks = {{ORE_TEXT_BUILDS, ORE_BUILD},
                          {ORE_TEXT_PRODUCES, ORE_PRODUCE},
                          {ORE_TEXT_IDLE, ORE_BAD}}),
    {0}};

ORE_TABLE(table, "tblSchedule", "schedule", columns, .is_filtered = true);

/* Survey and stockpile projects have no flows and so nothing to produce. */
static void add_project(ore_sheet *sheet, int p)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_option *option = &round->options[book->result->option[p]];
    const int start = book->result->year[p];
    const int opens = start + option->build_years;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_project(row, p);
    ore_cell_number(row, "start", start);
    ore_cell_figure(row, "opens", option->n_flows > 0 ? opens : nan(""));
    for (int year = start; year <= round->horizon.last; year++) {
        const ore_sheet_row cell = ore_cell_nth(row, year - first_year(round));
        const int t = year - round->horizon.first;

        if (year < opens) {
            ore_cell_word(cell, "year", ORE_TEXT_BUILDS);
        } else if (t >= 0 &&
                   ore_figure_capacity_share(round, book->result, p, t) > 0.0) {
            ore_cell_word(cell, "year", ore_book_phase(book, p, t));
        }
    }
}

void ore_fill_schedule(ore_sheet *sheet)
{
    ore_sheet_begin(sheet, &table, NULL);
    for (int p = 0; p < sheet->book->round->n_projects; p++) {
        if (sheet->book->result->option[p] >= 0) {
            add_project(sheet, p);
        }
    }
}
