/* Drawing frame, tables and cells of a sheet. Whatever comes from the input
 * goes through write_string alone; formulas are program text and addresses,
 * each with its value. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "orefolio/memory.h"
#include "write/book/layout.h"
#include "write/book/proof.h"
#include "write/xlsx/safe_text.h"
#include "write/xlsx/xlsx_pen.h"

static void note(ore_pen *pen, lxw_error error)
{
    pen->failures += error != LXW_NO_ERROR;
}

/* The library copies the shown text without asking whether there was memory. */
static void put_formula_text(ore_pen *pen, lxw_row_t row, lxw_col_t column,
                             const char *formula, lxw_format *format,
                             const char *text)
{
    note(pen, worksheet_write_formula_str(pen->sheet, row, column, formula,
                                          format, text));
    lxw_row *line = lxw_worksheet_find_row(pen->sheet, row);
    const lxw_cell *cell =
        line ? lxw_worksheet_find_cell_in_row(line, column) : NULL;

    if (cell && !cell->user_data2 && text && *text) {
        note(pen, LXW_ERROR_MEMORY_MALLOC_FAILED);
    }
}

static void put_text(ore_pen *pen, int row, int column, const char *text,
                     lxw_format *format)
{
    char *safe = ore_safe_text(text);

    note(pen, worksheet_write_string(pen->sheet, (lxw_row_t)row,
                                     (lxw_col_t)column, safe, format));
    pen->n_strings += *safe != '\0';
    free(safe);
}

static void put_cell(ore_pen *pen, int row, int column,
                     const ore_sheet_cell *cell, bool wraps)
{
    const lxw_row_t r = (lxw_row_t)row;
    const lxw_col_t c = (lxw_col_t)column;
    const bool is_word = !cell->is_number && cell->quantity != ORE_LETTER;
    const ore_quantity quantity = is_word ? ORE_TEXT_CELL : cell->quantity;
    const ore_setting setting =
        column == 0 && cell->quantity == ORE_YEAR    ? ORE_LABEL
        : is_word && cell->quantity != ORE_TEXT_CELL ? ORE_FLUSH
        : wraps                                      ? ORE_WRAPPED
                                                     : ORE_INDENTED;
    lxw_format *format =
        cell->formula
            ? ore_pen_formula_format(pen, quantity, cell->look, setting)
            : ore_pen_format(pen, quantity, cell->look, setting);

    if (cell->is_number && !isfinite(cell->number)) {
        pen->failures++;
    } else if (cell->formula && cell->is_number) {
        note(pen, worksheet_write_formula_num(pen->sheet, r, c, cell->formula,
                                              format, cell->number));
    } else if (cell->formula) {
        put_formula_text(pen, r, c, cell->formula, format, cell->text);
    } else if (cell->is_number) {
        note(pen,
             worksheet_write_number(pen->sheet, r, c, cell->number, format));
    } else if (cell->link) {
        note(pen, worksheet_write_url_opt(pen->sheet, r, c, cell->link, format,
                                          cell->text, NULL));
        pen->n_strings++;
    } else if (cell->text) {
        put_text(pen, row, column, cell->text, format);
    }
}

/* A link to Contents, in the first column that the flag of the checks leaves
 * free. */
static void put_way_back(ore_pen *pen, const ore_sheet *sheet, const char *flag,
                         const double *width)
{
    ore_book *book = sheet->book;
    const ore_sheet *contents = &book->sheets[ORE_SHEET_CONTENTS];
    const char *name = ore_book_text(book, contents->name);
    const double needed = ORE_BOLD * ore_text_width(flag) + 2.0;
    const int n = ore_sheet_columns(sheet);
    int column = 0;

    if (sheet == contents || !ore_sheet_is_shown(contents)) {
        return;
    }
    for (double used = 0.0; column < n && used < needed; column++) {
        used += width[column];
    }
    note(pen, worksheet_write_url_opt(
                  pen->sheet, 2, (lxw_col_t)column,
                  ore_book_print(book, "internal:'%s'!A1", name),
                  ore_pen_format(pen, ORE_TEXT_CELL, ORE_LINK, ORE_BARE), name,
                  NULL));
    pen->n_strings++;
}

/* Title, scope and the flag of the checks, the same on every sheet. */
static void put_frame(ore_pen *pen, const ore_sheet *sheet, const double *width)
{
    ore_book *book = sheet->book;
    const char *title = ore_book_compose(book, ORE_TEXT_TITLE_OF,
                                         ore_book_text(book, sheet->title),
                                         ore_book_title(book));
    const char *scope = ore_sheet_scope(sheet);
    const char *good = ore_book_flag(book, true);
    const char *bad = ore_book_flag(book, false);
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                   .format = pen->flag};
    char unequal[80];

    if (sheet->is_list) {
        scope = ore_book_compose(book, ORE_TEXT_SCOPE_WITH, scope,
                                 ore_book_text(book, ORE_TEXT_LIST_PRINT));
    }
    if (*ore_sheet_note_marks(book, sheet)) {
        scope = ore_book_compose(book, ORE_TEXT_SCOPE_WITH, scope,
                                 ore_sheet_note_marks(book, sheet));
    }
    put_text(pen, 0, 0, title, pen->title);
    note(pen, worksheet_set_row(pen->sheet, 0, ORE_TITLE_HEIGHT, NULL));
    put_text(pen, 1, 0, scope,
             ore_pen_format(pen, ORE_TEXT_CELL, ORE_GREY, ORE_BARE));
    const bool is_of_answers = ore_book_is_of_answers(book);
    const bool has_checks =
        book->n_cases > 0 || (book->result->has_portfolio && !is_of_answers);
    const char *none =
        ore_book_text(book, is_of_answers ? ORE_TEXT_ANSWERS_VERIFIED
                                          : ORE_TEXT_NO_PORTFOLIO);

    put_way_back(pen, sheet, has_checks ? good : none, width);
    if (!has_checks) {
        put_text(pen, 2, 0, none,
                 ore_pen_format(pen, ORE_TEXT_CELL, ORE_STRONG, ORE_BARE));
        return;
    }
    put_formula_text(
        pen, 2, 0,
        ore_book_print(book, "=IF(All_checks=\"%s\",\"%s\",\"%s\")",
                       ore_book_text(book, ORE_TEXT_OK), good, bad),
        ore_pen_formula_format(pen, ORE_TEXT_CELL, ORE_STRONG, ORE_BARE),
        book->all_checks_good ? good : bad);
    snprintf(unequal, sizeof unequal, "=All_checks<>\"%s\"",
             ore_book_text(book, ORE_TEXT_OK));
    rule.value_string = unequal;
    note(pen, worksheet_conditional_format_cell(pen->sheet, 2, 0, &rule));
}

/* One sum above the header; those of a filter's rows pass over the hidden. */
static void put_total(ore_pen *pen, const ore_sheet_table *table, int c,
                      bool of_shown)
{
    const ore_sheet_column *column = &table->columns[c];
    const int row = of_shown ? table->top - 1 : ore_sheet_total_row(table);
    char letters[8], formula[64];

    ore_column_letters(c, letters);
    snprintf(formula, sizeof formula, "=%s%s%d:%s%d)",
             of_shown ? "SUBTOTAL(109," : "SUM(", letters, table->top + 2,
             letters, table->top + 1 + table->n_rows);
    note(pen, worksheet_write_formula_num(
                  pen->sheet, (lxw_row_t)row, (lxw_col_t)c, formula,
                  ore_pen_format(pen, column->quantity, ORE_STRONG, ORE_BARE),
                  ore_column_sum(table, c)));
}

/* The sums of a table's columns, above its header. */
static void put_totals(ore_pen *pen, const ore_sheet_table *table)
{
    const int all = ore_sheet_total_row(table), shown = table->top - 1;
    lxw_format *format =
        ore_pen_format(pen, ORE_TEXT_CELL, ORE_STRONG, ORE_BARE);
    bool has_any = false;

    for (int c = 0; c < table->n_columns; c++) {
        if (table->columns[c].has_total) {
            has_any = true;
            put_total(pen, table, c, false);
            if (shown > all) {
                put_total(pen, table, c, true);
            }
        }
    }
    if (has_any && shown > all) {
        put_text(pen, all, 0, ore_book_text(pen->book, ORE_TEXT_TOTAL_ALL),
                 format);
        put_text(pen, shown, 0, ore_book_text(pen->book, ORE_TEXT_TOTAL_SHOWN),
                 format);
    } else if (has_any) {
        put_text(pen, all, 0, ore_book_text(pen->book, ORE_TEXT_TOTAL), format);
    }
}

static lxw_format *header_of(const ore_pen *pen, const ore_sheet_table *table,
                             int c)
{
    const ore_quantity quantity = table->columns[c].quantity;

    const bool is_left =
        quantity == ORE_TEXT_CELL || (c == 0 && quantity == ORE_YEAR);

    return pen->headers[table->def->is_filtered][is_left                  ? 0
                                                 : quantity == ORE_LETTER ? 1
                                                                          : 2];
}

/* Line breaks in the name of a table's column, as the file format wants them.
 */
static char *column_name(const char *heading)
{
    static const char escape[] = "_x000a_";
    char *lines = ore_safe_heading(heading);
    char *name = ore_alloc((int)strlen(lines) + 1, sizeof escape - 1);
    size_t used = 0;

    for (const char *at = lines; *at; at++) {
        const bool ends = *at == '\n';

        memcpy(name + used, ends ? escape : at, ends ? sizeof escape - 1 : 1);
        used += ends ? sizeof escape - 1 : 1;
    }
    free(lines);
    return name;
}

/* The library writes the names of the columns as they stand in the table. */
static void put_headings(ore_pen *pen, const ore_sheet_table *table)
{
    for (int c = 0; c < table->n_columns; c++) {
        char *heading = ore_safe_heading(table->columns[c].heading);

        note(pen, worksheet_write_string(pen->sheet, (lxw_row_t)table->top,
                                         (lxw_col_t)c, heading,
                                         header_of(pen, table, c)));
        /* Once more by the library itself, when it adds the table. */
        pen->n_strings += 2;
        free(heading);
    }
}

/* The library keeps the columns until the table is added. */
static void add_list_object(ore_pen *pen, const ore_sheet_table *table)
{
    const int n = table->n_columns;
    lxw_table_column *columns = ore_alloc(n, sizeof *columns);
    lxw_table_column **list = ore_alloc(n + 1, sizeof(lxw_table_column *));
    char *name = ore_copy(table->def->name);

    for (int c = 0; c < n; c++) {
        columns[c].header = column_name(table->columns[c].heading);
        list[c] = &columns[c];
    }
    lxw_table_options options = {.name = name,
                                 .columns = list,
                                 .no_autofilter = !table->def->is_filtered,
                                 .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
                                 .style_type_number = 1};

    note(pen, worksheet_add_table(pen->sheet, (lxw_row_t)table->top, 0,
                                  (lxw_row_t)(table->top + table->n_rows),
                                  (lxw_col_t)(n - 1), &options));
    for (int c = 0; c < n; c++) {
        free(columns[c].header);
    }
    free(columns);
    free(list);
    free(name);
}

/* Heights are set, not left to the reader: some do not fit wrapped rows. */
static void set_heights(ore_pen *pen, const ore_sheet_table *table,
                        const double *width)
{
    note(pen, worksheet_set_row(pen->sheet, (lxw_row_t)table->top,
                                ore_sheet_heading_height(table, width), NULL));
    for (int row = 0; row < table->n_rows; row++) {
        const double height = ore_sheet_row_height(table, row, width);

        if (height > ORE_PLAIN_HEIGHT) {
            note(pen, worksheet_set_row(pen->sheet,
                                        (lxw_row_t)(table->top + 1 + row),
                                        height, NULL));
        }
    }
}

static void put_table(ore_pen *pen, const ore_sheet_table *table,
                      const double *width)
{
    if (table->note) {
        put_text(pen, ore_sheet_first_row(table), 0, table->note,
                 ore_pen_format(pen, ORE_TEXT_CELL, ORE_STRONG, ORE_BARE));
    }
    put_totals(pen, table);
    add_list_object(pen, table);
    put_headings(pen, table);
    for (int row = 0; row < table->n_rows; row++) {
        for (int c = 0; c < table->n_columns; c++) {
            put_cell(pen, table->top + 1 + row, c,
                     &table->cells[row * table->n_columns + c],
                     table->columns[c].wraps);
        }
    }
    set_heights(pen, table, width);
}

void ore_pen_sheet(ore_pen *pen, const ore_sheet *sheet, const double *width)
{
    const int n = ore_sheet_columns(sheet);

    for (int c = 0; c < n; c++) {
        note(pen, worksheet_set_column(pen->sheet, (lxw_col_t)c, (lxw_col_t)c,
                                       width[c], NULL));
    }
    put_frame(pen, sheet, width);
    for (int i = 0; i < sheet->n_lines; i++) {
        if (*sheet->lines[i].text) {
            put_text(pen, sheet->lines[i].row, 0, sheet->lines[i].text,
                     ore_pen_format(pen, ORE_TEXT_CELL, sheet->lines[i].look,
                                    ORE_BARE));
        }
    }
    for (int i = 0; i < sheet->n_tables; i++) {
        put_table(pen, &sheet->tables[i], width);
    }
    ore_pen_marks(pen, sheet);
}
