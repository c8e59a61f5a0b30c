/* Colours that follow what cells hold, so that they stay right when somebody
 * changes a figure; and which figures may be entered. */
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#include "orefolio/memory.h"
#include "write/xlsx/xlsx_pen.h"

/* Black is read on either at 7 : 1 and more. */
enum {
    LESS = 0x6FA8DC,
    HALF = 0xB7D4EE,
    NONE = 0xFFFFFF,
    MORE = 0xF46A25,
    BAR = 0xB7DFDB
};

static void put_rule(ore_pen *pen, const ore_sheet_table *table, int first,
                     int last, lxw_conditional_format *rule)
{
    pen->failures +=
        worksheet_conditional_format_range(
            pen->sheet, (lxw_row_t)(table->top + 1), (lxw_col_t)first,
            (lxw_row_t)(table->top + table->n_rows), (lxw_col_t)last,
            rule) != LXW_NO_ERROR;
}

/* A mark of the columns first..last, which are one run. */
static void put_mark(ore_pen *pen, const ore_sheet_table *table, int first,
                     int last, ore_column_mark mark)
{
    char letters[8], formula[80];
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA,
        .value_string = formula,
        .format = ore_pen_format(pen, ORE_TEXT_CELL, mark.look, ORE_BARE)};

    ore_column_letters(first, letters);
    snprintf(formula, sizeof formula, "=%s%d=\"%s\"", letters, table->top + 2,
             ore_book_text(pen->book, mark.text));
    put_rule(pen, table, first, last, &rule);
}

static void put_marks(ore_pen *pen, const ore_sheet_table *table)
{
    for (int c = 0; c < table->n_columns; c++) {
        const ore_column_def *def = table->columns[c].def;
        int last = c;

        while (last + 1 < table->n_columns &&
               table->columns[last + 1].def == def) {
            last++;
        }
        for (int i = 0; i < ORE_MARKS_MAX && def->marks[i].look; i++) {
            put_mark(pen, table, c, last, def->marks[i]);
        }
        c = last;
    }
}

static void put_positive(ore_pen *pen, const ore_sheet_table *table, int column)
{
    char letters[8], formula[80];
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA,
        .value_string = formula,
        .format =
            ore_pen_format(pen, ORE_TEXT_CELL,
                           table->columns[column].def->positive, ORE_BARE)};

    ore_column_letters(column, letters);
    /* A text would be more than any number. */
    snprintf(formula, sizeof formula, "=N(%s%d)>0", letters, table->top + 2);
    put_rule(pen, table, column, column, &rule);
}

/* Changes: white is none, the full colour half of the whole. Shares: white is
 * none, the full colour all. */
static void put_scale(ore_pen *pen, const ore_sheet_table *table, int column)
{
    const bool is_share = table->columns[column].def->scale == ORE_SCALE_SHARE;
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_3_COLOR_SCALE,
        .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .mid_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .min_value = is_share ? 0.0 : -50.0,
        .mid_value = is_share ? 0.5 : 0.0,
        .max_value = is_share ? 1.0 : 50.0,
        .min_color = is_share ? NONE : LESS,
        .mid_color = is_share ? HALF : NONE,
        .max_color = is_share ? LESS : MORE};

    put_rule(pen, table, column, column, &rule);
}

/* Pale, so that the digits stay readable. */
static void put_bar(ore_pen *pen, const ore_sheet_table *table, int column)
{
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_DATA_BAR,
                                   .data_bar_2010 = LXW_TRUE,
                                   .bar_solid = LXW_TRUE,
                                   .bar_color = BAR,
                                   .min_rule_type =
                                       LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                   .min_value = 0.0};

    put_rule(pen, table, column, column, &rule);
}

static void put_validation(ore_pen *pen, const ore_sheet_table *table,
                           int column, lxw_data_validation *rule,
                           const char *message)
{
    char *title = ore_copy(ore_book_text(pen->book, ORE_TEXT_ENTRY_REFUSED));
    char *text = ore_copy(message);

    rule->error_title = title;
    rule->error_message = text;
    pen->failures +=
        worksheet_data_validation_range(
            pen->sheet, (lxw_row_t)(table->top + 1), (lxw_col_t)column,
            (lxw_row_t)(table->top + table->n_rows), (lxw_col_t)column,
            rule) != LXW_NO_ERROR;
    free(title);
    free(text);
}

static void put_entry(ore_pen *pen, ore_book *book,
                      const ore_sheet_table *table, int column)
{
    const ore_years years = book->round->commit;
    lxw_data_validation whole = {.validate = LXW_VALIDATION_TYPE_INTEGER,
                                 .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                                 .maximum_number = 1.0};
    lxw_data_validation amount = {
        .validate = LXW_VALIDATION_TYPE_DECIMAL,
        .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO};

    switch (table->columns[column].def->entry) {
    case ORE_NO_ENTRY: break;
    case ORE_ENTRY_SWITCH:
        put_validation(pen, table, column, &whole,
                       ore_book_text(book, ORE_TEXT_ENTRY_SWITCH));
        break;
    case ORE_ENTRY_YEAR:
        whole.minimum_number = years.first;
        whole.maximum_number = years.last;
        put_validation(pen, table, column, &whole,
                       ore_book_compose(book, ORE_TEXT_ENTRY_YEAR,
                                        ore_book_digits(book, years.first),
                                        ore_book_digits(book, years.last)));
        break;
    case ORE_ENTRY_AMOUNT:
        put_validation(pen, table, column, &amount,
                       ore_book_text(book, ORE_TEXT_ENTRY_AMOUNT));
        break;
    }
}

/* Colours and entries of one column by itself. */
static void put_column(ore_pen *pen, ore_book *book,
                       const ore_sheet_table *table, int column)
{
    if (table->columns[column].def->bar) {
        put_bar(pen, table, column);
    }
    if (table->columns[column].def->scale != ORE_NO_SCALE) {
        put_scale(pen, table, column);
    }
    if (table->columns[column].def->positive != ORE_PLAIN) {
        put_positive(pen, table, column);
    }
    put_entry(pen, book, table, column);
}

void ore_pen_marks(ore_pen *pen, const ore_sheet *sheet)
{
    for (int t = sheet->n_tables - 1; t >= 0; t--) {
        put_marks(pen, &sheet->tables[t]);
    }
    for (int t = 0; t < sheet->n_tables; t++) {
        const ore_sheet_table *table = &sheet->tables[t];

        for (int c = 0; c < table->n_columns && table->n_rows > 0; c++) {
            put_column(pen, sheet->book, table, c);
        }
    }
}
