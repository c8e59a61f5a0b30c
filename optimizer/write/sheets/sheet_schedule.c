/* Schedule: a bar of letters for every project, B while it builds, P while it
 * produces and I while it could but the plan leaves it idle, one column a year.
 */
#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

enum { FIRST_YEAR_COLUMN = 6 };

static int first_year(const ore_round *round)
{
    return round->commit.first < round->horizon.first ? round->commit.first
                                                      : round->horizon.first;
}

static void add_columns(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    ore_add_project_columns(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_COMMITTED), ORE_YEAR);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PRODUCES_FROM), ORE_YEAR);
    for (int year = first_year(book->round); year <= book->round->horizon.last;
         year++) {
        ore_add_column(sheet, ore_keep(book, "%d", year), ORE_LETTER);
    }
}

/* Survey and stockpile projects have no flows and so nothing to produce. */
static void add_project(ore_sheet *sheet, int p)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_option *option = &round->options[book->result->option[p]];
    const int start = book->result->year[p];
    const int opens = start + option->build_years;
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_project(book, row, p);
    ore_set_number(&row[4], start);
    if (option->n_flows > 0) {
        ore_set_number(&row[5], opens);
    } else {
        ore_set_text(&row[5], ore_say(book, ORE_TEXT_NOT_APPLICABLE));
    }
    for (int year = start; year <= round->horizon.last; year++) {
        ore_sheet_cell *cell =
            &row[FIRST_YEAR_COLUMN + year - first_year(round)];

        const int t = year - round->horizon.first;

        if (year < opens) {
            ore_set_text(cell, ore_say(book, ORE_TEXT_BUILDS));
        } else if (t >= 0 &&
                   ore_figure_capacity_share(round, book->result, p, t) > 0.0) {
            ore_set_text(cell, ore_say(book, ore_phase_text(book, p, t)));
        }
    }
}

void ore_fill_schedule(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;
    const int last =
        FIRST_YEAR_COLUMN + round->horizon.last - first_year(round);

    ore_add_table(sheet, "tblSchedule", "schedule", NULL);
    ore_filter_table(sheet);
    add_columns(sheet);
    for (int p = 0; p < round->n_projects; p++) {
        if (sheet->book->result->option[p] >= 0) {
            add_project(sheet, p);
        }
    }
    sheet->marks[sheet->n_marks++] =
        (ore_mark){0, FIRST_YEAR_COLUMN, last, ORE_TEXT_BUILDS, ORE_BUILD};
    sheet->marks[sheet->n_marks++] =
        (ore_mark){0, FIRST_YEAR_COLUMN, last, ORE_TEXT_PRODUCES, ORE_PRODUCE};
    sheet->marks[sheet->n_marks++] =
        (ore_mark){0, FIRST_YEAR_COLUMN, last, ORE_TEXT_IDLE, ORE_BAD};
}
