/* CompChecks: what must agree between the sheets of a comparison. */
#include <math.h>

#include "write/columns.h"
#include "write/compare.h"
#include "write/figures.h"

enum { RESULT = 4 };

static void add_check(ore_sheet *sheet, const char *text, const char *formula,
                      double left, double right)
{
    ore_book *book = sheet->book;
    const bool good = fabs(left - right) <= 1e-6;
    ore_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], text);
    ore_set_formula(book, &row[1], left, "=%s", formula);
    ore_set_number(&row[2], right);
    ore_set_formula(book, &row[3], left - right, "=%s-%s", ore_here(sheet, 1),
                    ore_here(sheet, 2));
    ore_set_text_formula(
        book, &row[RESULT], ore_say(book, good ? ORE_TEXT_OK : ORE_TEXT_CHECK),
        "=IF(ABS(%s)<=0.000001,\"%s\",\"%s\")", ore_here(sheet, 3),
        ore_say(book, ORE_TEXT_OK), ore_say(book, ORE_TEXT_CHECK));
    book->all_checks_good = book->all_checks_good && good;
}

/* Projects of every case, counted on Selection and in its result. */
static void add_counts(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_table *selection = &book->sheets[ORE_SHEET_SELECTION].tables[0];
    enum { CASES = 4 };

    for (int c = 0; c < book->n_cases; c++) {
        const ore_case *one = &book->cases[c];

        if (one->result->has_portfolio) {
            add_check(sheet,
                      ore_compose(
                          book, ORE_TEXT_CHECK_CASE,
                          (const char *const[]){ore_case_label(book, c), NULL}),
                      ore_total_cell(book, ORE_SHEET_SELECTION, 0, CASES + c),
                      ore_column_sum(selection, CASES + c),
                      ore_figure_funded(one->plan, one->result));
        }
    }
}

static void add_master(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const char *results = ore_column_range(book, ORE_SHEET_COMPARED, 0, RESULT);
    const int n = sheet->tables[0].n_rows;
    double good = 0.0;

    for (int i = 0; i < n; i++) {
        good += ore_is_text(
            book,
            &sheet->tables[0].cells[i * sheet->tables[0].n_columns + RESULT],
            ORE_TEXT_OK);
    }
    add_check(sheet, ore_say(book, ORE_TEXT_CHECK_ALL),
              ore_keep(book, "COUNTIF(%s,\"%s\")", results,
                       ore_say(book, ORE_TEXT_OK)),
              good, n);
    ore_name_here(sheet, "All_checks", RESULT);
}

void ore_fill_compared(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    static const ore_text numbers[] = {ORE_TEXT_LEFT, ORE_TEXT_RIGHT,
                                       ORE_TEXT_DIFFERENCE};

    book->all_checks_good = true;
    ore_add_table(sheet, "tblCompChecks", "compchecks", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CHECK_HEADING), ORE_TEXT_CELL);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        ore_add_column(sheet, ore_say(book, numbers[i]), ORE_SCORE);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_RESULT), ORE_TEXT_CELL);
    add_counts(sheet);
    add_master(sheet);
    sheet->marks[sheet->n_marks++] =
        (ore_mark){0, RESULT, RESULT, ORE_TEXT_OK, ORE_GOOD};
    sheet->marks[sheet->n_marks++] =
        (ore_mark){0, RESULT, RESULT, ORE_TEXT_CHECK, ORE_BAD};
}
