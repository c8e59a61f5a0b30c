/* Changes: what is other than in the baseline. */
#include "orefolio/accounting.h"
#include "orefolio/screen.h"
#include "write/book/changes.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

enum {
    CHANGE = 4,
    KEPT,
    OPTION_BEFORE,
    OPTION_AFTER,
    YEAR_BEFORE,
    YEAR_AFTER,
    FACE_BEFORE,
    FACE_AFTER,
    FACE_DIFFERENCE
};

static const ore_text words[ORE_CHANGES] = {
    ORE_TEXT_CHANGE_NONE,   ORE_TEXT_CHANGE_ADDED, ORE_TEXT_CHANGE_DROPPED,
    ORE_TEXT_CHANGE_OPTION, ORE_TEXT_CHANGE_YEAR,  ORE_TEXT_CHANGE_MONEY};

static void add_columns(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    static const struct {
        ore_text text;
        ore_quantity quantity;
    } columns[] = {{ORE_TEXT_CHANGE, ORE_TEXT_CELL},
                   {ORE_TEXT_KEPT, ORE_TEXT_CELL},
                   {ORE_TEXT_OPTION_BEFORE, ORE_TEXT_CELL},
                   {ORE_TEXT_OPTION_AFTER, ORE_TEXT_CELL},
                   {ORE_TEXT_YEAR_BEFORE, ORE_YEAR},
                   {ORE_TEXT_YEAR_AFTER, ORE_YEAR},
                   {ORE_TEXT_FACE_BEFORE, ORE_MONEY},
                   {ORE_TEXT_FACE_AFTER, ORE_MONEY},
                   {ORE_TEXT_FACE_DIFFERENCE, ORE_MONEY}};

    ore_add_project_columns(sheet);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        ore_add_column(sheet, ore_say(book, columns[i].text),
                       columns[i].quantity);
        if (columns[i].quantity == ORE_MONEY) {
            ore_sum_column(sheet);
        }
    }
}

/* Option and year of one side; empty where the project is not in it. */
static void set_side(const ore_book *book, ore_sheet_cell *row, int shift,
                     int o, int year)
{
    if (o < 0) {
        ore_set_text(&row[OPTION_BEFORE + shift],
                     ore_say(book, ORE_TEXT_NO_UNIT));
        ore_set_text(&row[YEAR_BEFORE + shift],
                     ore_say(book, ORE_TEXT_NO_UNIT));
        return;
    }
    ore_set_text(&row[OPTION_BEFORE + shift],
                 ore_word(book, book->round->options[o].id));
    ore_set_number(&row[YEAR_BEFORE + shift], year);
}

static void add_row(ore_sheet *sheet, int p)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_result *result = book->result;
    const double before_m = ore_baseline_face_m(round, p);
    const double after_m = ore_figure_source_m(round, result, p, NULL);
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_project(book, row, p);
    ore_set_text(&row[CHANGE],
                 ore_say(book, words[ore_change_of(round, result, p)]));
    ore_set_text(&row[KEPT],
                 ore_say(book, ore_is_kept(round, p) ? ORE_TEXT_KEPT_YES
                                                     : ORE_TEXT_NO_UNIT));
    set_side(book, row, 0, round->baseline.option[p], round->baseline.year[p]);
    set_side(book, row, 1, result->option[p], result->year[p]);
    ore_set_number(&row[FACE_BEFORE], before_m);
    ore_set_number(&row[FACE_AFTER], after_m);
    ore_set_formula(book, &row[FACE_DIFFERENCE], after_m - before_m, "=%s-%s",
                    ore_here(sheet, FACE_AFTER), ore_here(sheet, FACE_BEFORE));
}

void ore_say_closed(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;

    if (round->respond < 0) {
        return;
    }
    const ore_disruption *hit = &round->disruptions[round->respond];

    if (hit->years.first > round->commit.last) {
        ore_add_line(
            sheet, ORE_STRONG,
            ore_compose(book, ORE_TEXT_CLOSED_BEFORE,
                        (const char *const[]){
                            ore_label(book, hit->label, hit->label_ja),
                            ore_keep(book, "%d", hit->years.first),
                            ore_keep(book, "%d", round->commit.last), NULL}));
    }
}

void ore_fill_changes(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    if (!round->baseline.path) {
        return;
    }
    ore_say_closed(sheet);
    ore_add_table(sheet, "tblChanges", "changes", NULL);
    ore_filter_table(sheet);
    add_columns(sheet);
    for (int p = 0; p < round->n_projects; p++) {
        if (round->baseline.option[p] >= 0 || book->result->option[p] >= 0) {
            add_row(sheet, p);
        }
    }
}
