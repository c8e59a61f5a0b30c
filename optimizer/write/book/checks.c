/* See checks.h. */
#include "write/book/checks.h"

#include <math.h>

#include "write/book/columns.h"

enum { LEFT = 1, RIGHT, DIFFERENCE, TOLERANCE };

void ore_begin_checks(ore_sheet *sheet, const char *name, const char *file)
{
    const ore_book *book = sheet->book;
    static const ore_text numbers[] = {ORE_TEXT_LEFT, ORE_TEXT_RIGHT,
                                       ORE_TEXT_DIFFERENCE};

    sheet->book->all_checks_good = true;
    ore_add_table(sheet, name, file, NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CHECK_HEADING), ORE_TEXT_CELL);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        ore_add_column(sheet, ore_say(book, numbers[i]), ORE_SCORE);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_TOLERANCE_ABS), ORE_TOLERANCE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_RESULT), ORE_TEXT_CELL);
}

static void set_side(ore_book *book, ore_sheet_cell *cell, ore_check_side side)
{
    if (side.formula) {
        ore_set_formula(book, cell, side.value, "=%s", side.formula);
    } else {
        ore_set_number(cell, side.value);
    }
}

void ore_add_check(ore_sheet *sheet, const char *text, ore_check_side left,
                   ore_check_side right, double tolerance)
{
    ore_book *book = sheet->book;
    ore_sheet_cell *row = ore_next_row(sheet);
    const double difference = left.value - right.value;
    const bool good = fabs(difference) <= tolerance;

    ore_set_text(&row[0], text);
    set_side(book, &row[LEFT], left);
    set_side(book, &row[RIGHT], right);
    /* Without its sign: a difference of rounding is not shown as -0.0. */
    ore_set_formula(book, &row[DIFFERENCE], fabs(difference), "=ABS(%s-%s)",
                    ore_here(sheet, LEFT), ore_here(sheet, RIGHT));
    ore_set_number(&row[TOLERANCE], tolerance);
    /* Only counts agree without a tolerance. */
    for (int c = LEFT; c <= DIFFERENCE && tolerance == 0.0; c++) {
        row[c].quantity = ORE_COUNT;
    }
    ore_set_text_formula(book, &row[ORE_CHECKS_RESULT],
                         ore_say(book, good ? ORE_TEXT_OK : ORE_TEXT_CHECK),
                         "=IF(%s<=%s,\"%s\",\"%s\")",
                         ore_here(sheet, DIFFERENCE),
                         ore_here(sheet, TOLERANCE), ore_say(book, ORE_TEXT_OK),
                         ore_say(book, ORE_TEXT_CHECK));
    book->all_checks_good = book->all_checks_good && good;
}

void ore_end_checks(ore_sheet *sheet, ore_sheet_id id)
{
    ore_book *book = sheet->book;
    ore_sheet_table *table = &sheet->tables[0];
    const int n = table->n_rows;
    const char *results = ore_column_range(book, id, 0, ORE_CHECKS_RESULT);
    double n_good = 0.0;

    for (int row = 0; row < n; row++) {
        n_good += ore_is_text(
            book, &table->cells[row * table->n_columns + ORE_CHECKS_RESULT],
            ORE_TEXT_OK);
    }
    ore_add_check(sheet, ore_say(book, ORE_TEXT_CHECK_ALL),
                  (ore_check_side){ore_keep(book, "COUNTIF(%s,\"%s\")", results,
                                            ore_say(book, ORE_TEXT_OK)),
                                   n_good},
                  (ore_check_side){ore_keep(book, "ROWS(%s)", results), n},
                  0.0);
    ore_name_here(sheet, "All_checks", ORE_CHECKS_RESULT);
    for (int c = 0; c <= ORE_CHECKS_RESULT; c++) {
        table->cells[n * table->n_columns + c].look = ORE_STRONG;
    }
    sheet->marks[sheet->n_marks++] = (ore_mark){
        0, ORE_CHECKS_RESULT, ORE_CHECKS_RESULT, ORE_TEXT_OK, ORE_GOOD};
    sheet->marks[sheet->n_marks++] = (ore_mark){
        0, ORE_CHECKS_RESULT, ORE_CHECKS_RESULT, ORE_TEXT_CHECK, ORE_BAD};
}
