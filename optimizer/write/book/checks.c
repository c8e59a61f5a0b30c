/* See checks.h. */
#include "write/book/checks.h"

#include <math.h>

/* The columns of both tables of checks. */
static const ore_column_def columns[] = {
    ORE_COLUMN("check", ORE_TEXT_CHECK_HEADING, ORE_TEXT_CELL),
    ORE_COLUMN("left", ORE_TEXT_LEFT, ORE_SCORE),
    ORE_COLUMN("right", ORE_TEXT_RIGHT, ORE_SCORE),
    ORE_COLUMN("difference", ORE_TEXT_DIFFERENCE, ORE_SCORE),
    ORE_COLUMN("tolerance", ORE_TEXT_TOLERANCE_ABS, ORE_TOLERANCE),
    ORE_COLUMN("result", ORE_TEXT_RESULT, ORE_TEXT_CELL,
               .marks = {{ORE_TEXT_OK, ORE_GOOD}, {ORE_TEXT_CHECK, ORE_BAD}}),
    {0}};

ORE_TABLE(of_result, "tblChecks", "checks", columns);
ORE_TABLE(of_comparison, "tblCompChecks", "compchecks", columns);

void ore_checks_begin(ore_sheet *sheet)
{
    sheet->book->all_checks_good = true;
    ore_sheet_begin(
        sheet, sheet->book->n_cases > 0 ? &of_comparison : &of_result, NULL);
}

ore_check_side ore_checks_figure(double value)
{
    return (ore_check_side){NULL, value};
}

ore_check_side ore_checks_total(ore_book *book, const char *column)
{
    return (ore_check_side){ore_book_print(book, "{total %s}", column),
                            ore_book_sum(book, column, -1)};
}

ore_check_side ore_checks_total_of(ore_book *book, const char *column, int i)
{
    return (ore_check_side){ore_book_total(book, column, i),
                            ore_book_sum(book, column, i)};
}

ore_check_side ore_checks_sum(ore_book *book, const char *column)
{
    return (ore_check_side){ore_book_print(book, "SUM({%s})", column),
                            ore_book_sum(book, column, -1)};
}

ore_check_side ore_checks_budget_cost(ore_book *book)
{
    static const char *const tables[] = {"commitments", "stockpiles",
                                         "purchases", "permits", "saleanswers"};
    ore_check_side side = {"", 0.0};

    for (int i = 0; i < ORE_COUNT_OF(tables); i++) {
        if (ore_book_table(book, tables[i])) {
            const char *cost = ore_book_print(book, "%s.cost", tables[i]);

            side.formula = ore_book_print(book, "%s%s{total %s}", side.formula,
                                          *side.formula ? "+" : "", cost);
            side.value += ore_book_sum(book, cost, -1);
        }
    }
    return side;
}

ore_check_side ore_checks_count(ore_book *book, const char *column,
                                ore_text text)
{
    return (ore_check_side){ore_book_print(book, "COUNTIF({%s},\"%s\")", column,
                                           ore_book_text(book, text)),
                            ore_book_count(book, column, text)};
}

static void set_side(ore_sheet_row row, const char *id, ore_check_side side,
                     bool is_count)
{
    if (side.formula) {
        ore_cell_formula(row, id, side.value, "=%s", side.formula);
    } else {
        ore_cell_number(row, id, side.value);
    }
    ore_cell_at(row, id)->quantity = is_count ? ORE_COUNT : ORE_SCORE;
}

/* A row; only counts agree without a tolerance. */
static ore_sheet_row add_row(ore_sheet *sheet, const char *text,
                             ore_check_side left, ore_check_side right,
                             double tolerance)
{
    const ore_book *book = sheet->book;
    const ore_sheet_row row = ore_sheet_next(sheet);
    /* Without its sign: a difference of rounding is not shown as -0.0. */
    const ore_check_side difference = {"ABS({left}-{right})",
                                       fabs(left.value - right.value)};
    const bool is_good = difference.value <= tolerance;

    ore_cell_text(row, "check", text);
    set_side(row, "left", left, tolerance == 0.0);
    set_side(row, "right", right, tolerance == 0.0);
    set_side(row, "difference", difference, tolerance == 0.0);
    ore_cell_number(row, "tolerance", tolerance);
    ore_cell_text_formula(
        row, "result",
        ore_book_text(book, is_good ? ORE_TEXT_OK : ORE_TEXT_CHECK),
        "=IF({difference}<={tolerance},\"%s\",\"%s\")",
        ore_book_text(book, ORE_TEXT_OK), ore_book_text(book, ORE_TEXT_CHECK));
    sheet->book->all_checks_good = sheet->book->all_checks_good && is_good;
    return row;
}

void ore_checks_add_named(ore_sheet *sheet, const char *text,
                          ore_check_side left, ore_check_side right,
                          double tolerance)
{
    (void)add_row(sheet, text, left, right, tolerance);
}

void ore_checks_add(ore_sheet *sheet, ore_text text, ore_check_side left,
                    ore_check_side right, double tolerance)
{
    (void)add_row(sheet, ore_book_text(sheet->book, text), left, right,
                  tolerance);
}

void ore_checks_none(ore_sheet *sheet, ore_text text, ore_check_side found)
{
    ore_checks_add(sheet, text, found, ore_checks_figure(0.0), 0.0);
}

void ore_checks_end(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_sheet_table *table = &sheet->tables[0];
    const char *result = ore_book_print(book, "%s.result", table->def->slug);
    /* Of the rows so far: the new one is not counted. */
    const char *range = ore_book_range(book, result, 0);
    const int n = table->n_rows,
              n_good = ore_book_count(book, result, ORE_TEXT_OK);
    const ore_sheet_row row = add_row(
        sheet, ore_book_text(book, ORE_TEXT_CHECK_ALL),
        (ore_check_side){ore_book_print(book, "COUNTIF(%s,\"%s\")", range,
                                        ore_book_text(book, ORE_TEXT_OK)),
                         n_good},
        (ore_check_side){ore_book_print(book, "ROWS(%s)", range), n}, 0.0);

    ore_cell_name(row, "result", "All_checks");
    for (const ore_column_def *c = columns; c->id; c++) {
        ore_cell_at(row, c->id)->look = ORE_STRONG;
    }
}
