/* Changes: what is other than in the baseline. */
#include "orefolio/accounting.h"
#include "orefolio/screen.h"
#include "write/book/changes.h"
#include "write/book/columns.h"

static const ore_text words[ORE_CHANGES] = {
    ORE_TEXT_CHANGE_NONE,   ORE_TEXT_CHANGE_ADDED, ORE_TEXT_CHANGE_DROPPED,
    ORE_TEXT_CHANGE_OPTION, ORE_TEXT_CHANGE_YEAR,  ORE_TEXT_CHANGE_MONEY};

static const ore_column_def columns[] = {
    ORE_PROJECT_COLUMNS,
    ORE_COLUMN("change", ORE_TEXT_CHANGE, ORE_TEXT_CELL),
    ORE_COLUMN("kept", ORE_TEXT_KEPT, ORE_TEXT_CELL),
    ORE_COLUMN("option_before", ORE_TEXT_OPTION_BEFORE, ORE_TEXT_CELL),
    ORE_COLUMN("option_after", ORE_TEXT_OPTION_AFTER, ORE_TEXT_CELL),
    ORE_COLUMN("year_before", ORE_TEXT_YEAR_BEFORE, ORE_YEAR),
    ORE_COLUMN("year_after", ORE_TEXT_YEAR_AFTER, ORE_YEAR),
    ORE_COLUMN("face_before", ORE_TEXT_FACE_BEFORE, ORE_MONEY, .total = true),
    ORE_COLUMN("face_after", ORE_TEXT_FACE_AFTER, ORE_MONEY, .total = true),
    ORE_COLUMN("difference", ORE_TEXT_FACE_DIFFERENCE, ORE_MONEY,
               .total = true),
    {0}};

ORE_TABLE(table, "tblChanges", "changes", columns, .is_filtered = true);

/* Option and year of one side; a dash where the project is not in it. */
static void set_side(ore_sheet_row row, const char *option, int o,
                     const char *year_id, int year)
{
    const ore_book *book = row.sheet->book;

    if (o < 0) {
        ore_cell_word(row, option, ORE_TEXT_NO_UNIT);
        ore_cell_word(row, year_id, ORE_TEXT_NO_UNIT);
        return;
    }
    ore_cell_text(row, option, ore_book_option(book, &book->round->options[o]));
    ore_cell_number(row, year_id, year);
}

static void add_row(ore_sheet *sheet, int p)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_result *result = book->result;
    const double before_m = ore_change_baseline_m(round, p);
    const double after_m = ore_figure_source_m(round, result, p, NULL);
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_project(row, p);
    ore_cell_word(row, "change", words[ore_change_of(round, result, p)]);
    ore_cell_word(row, "kept",
                  ore_is_kept(round, p) ? ORE_TEXT_KEPT_YES : ORE_TEXT_NO_UNIT);
    set_side(row, "option_before", round->baseline.option[p], "year_before",
             round->baseline.year[p]);
    set_side(row, "option_after", result->option[p], "year_after",
             result->year[p]);
    ore_cell_number(row, "face_before", before_m);
    ore_cell_number(row, "face_after", after_m);
    ore_cell_formula(row, "difference", after_m - before_m,
                     "={face_after}-{face_before}");
}

void ore_sheet_say_closed(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;

    if (round->respond < 0) {
        return;
    }
    const ore_disruption *hit = &round->disruptions[round->respond];

    if (hit->years.first > round->commit.last) {
        ore_sheet_say(sheet, ORE_STRONG, ORE_TEXT_CLOSED_BEFORE,
                      ORE_LABEL(book, hit),
                      ore_book_digits(book, hit->years.first),
                      ore_book_digits(book, round->commit.last));
    }
}

void ore_fill_changes(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    if (!round->baseline.path) {
        return;
    }
    ore_sheet_say_closed(sheet);
    ore_sheet_begin(sheet, &table, NULL);
    for (int p = 0; p < round->n_projects; p++) {
        if (round->baseline.option[p] >= 0 || book->result->option[p] >= 0) {
            add_row(sheet, p);
        }
    }
}
