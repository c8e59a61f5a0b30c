/* Drawing frame, tables and cells of a sheet. This file and write_xlsx.c are
 * the only ones that know the workbook library. Whatever comes from the input
 * goes through write_string alone; formulas are program text and addresses,
 * each with its value. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "orefolio/memory.h"
#include "write/layout.h"
#include "write/safe_text.h"
#include "write/xlsx_pen.h"

/* Colours whose contrast with their background is at least 4.5:1. */
enum {
    HEADER = 0x12436D,
    INPUT = 0x0000FF,
    GREY = 0x595959,
    LINK = 0x0B5394,
    GOOD = 0x00582B,
    GOOD_BACK = 0xD9EAD3,
    BAD = 0x7A0010,
    BAD_BACK = 0xF9D6D5,
    BUILD_BACK = 0xF9CB9C,
    PRODUCE_BACK = 0x9FC5E8
};
static const char font[] = "Arial";
static const double font_size = 10.0, line_height = 13.5;
static const char *number_format(ore_quantity quantity)
{
    switch (quantity) {
    case ORE_MONEY:
    case ORE_YEN: return "#,##0.0";
    case ORE_FLOW: return "#,##0";
    case ORE_SHARE: return "0.0%";
    case ORE_SCORE: return "0.000";
    case ORE_RATE: return "0.00";
    case ORE_TOLERANCE: return "0.000000";
    case ORE_YEAR: return "0";
    case ORE_COUNT: return "#,##0";
    case ORE_TEXT_CELL:
    case ORE_LETTER:
    case ORE_QUANTITIES: break;
    }
    return "@";
}

static lxw_format *new_format(ore_pen *pen)
{
    lxw_format *format = workbook_add_format(pen->workbook);

    format_set_font_name(format, font);
    format_set_font_size(format, font_size);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

static void set_look(lxw_format *format, ore_look look)
{
    switch (look) {
    case ORE_INPUT: format_set_font_color(format, INPUT); break;
    case ORE_STRONG: format_set_bold(format); break;
    case ORE_GREY: format_set_font_color(format, GREY); break;
    case ORE_LINK:
        format_set_font_color(format, LINK);
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
        break;
    case ORE_GOOD:
        format_set_font_color(format, GOOD);
        format_set_bg_color(format, GOOD_BACK);
        break;
    case ORE_BAD:
        format_set_font_color(format, BAD);
        format_set_bg_color(format, BAD_BACK);
        break;
    case ORE_BUILD: format_set_bg_color(format, BUILD_BACK); break;
    case ORE_PRODUCE: format_set_bg_color(format, PRODUCE_BACK); break;
    case ORE_PLAIN:
    case ORE_LOOKS: break;
    }
}

lxw_format *ore_pen_format(ore_pen *pen, ore_quantity quantity, ore_look look,
                           ore_setting setting)
{
    lxw_format **slot = &pen->formats[quantity][look][setting];

    if (!*slot) {
        *slot = new_format(pen);
        format_set_num_format(*slot, number_format(quantity));
        set_look(*slot, look);
        if (quantity == ORE_LETTER) {
            format_set_align(*slot, LXW_ALIGN_CENTER);
        }
        if (setting == ORE_WRAPPED) {
            format_set_text_wrap(*slot);
        }
        if (setting == ORE_FLUSH) {
            format_set_align(*slot, LXW_ALIGN_RIGHT);
        } else if (setting != ORE_BARE && quantity == ORE_TEXT_CELL) {
            format_set_align(*slot, LXW_ALIGN_LEFT);
            format_set_indent(*slot, 1);
        }
    }
    return *slot;
}

static void note(ore_pen *pen, lxw_error error)
{
    pen->failures += error != LXW_NO_ERROR;
}

static void put_text(ore_pen *pen, int row, int column, const char *text,
                     lxw_format *format)
{
    char *safe = ore_safe_text(text);

    note(pen, worksheet_write_string(pen->sheet, (lxw_row_t)row,
                                     (lxw_col_t)column, safe, format));
    free(safe);
}

static void put_cell(ore_pen *pen, int row, int column, const ore_cell *cell,
                     bool wraps)
{
    const lxw_row_t r = (lxw_row_t)row;
    const lxw_col_t c = (lxw_col_t)column;
    const bool is_word = !cell->is_number && cell->quantity != ORE_LETTER;
    const ore_quantity quantity = is_word ? ORE_TEXT_CELL : cell->quantity;
    const ore_setting setting = is_word && cell->quantity != ORE_TEXT_CELL
                                    ? ORE_FLUSH
                                : wraps ? ORE_WRAPPED
                                        : ORE_INDENTED;
    lxw_format *format = ore_pen_format(pen, quantity, cell->look, setting);

    if (cell->is_number && !isfinite(cell->number)) {
        pen->failures++;
    } else if (cell->formula && cell->is_number) {
        note(pen, worksheet_write_formula_num(pen->sheet, r, c, cell->formula,
                                              format, cell->number));
    } else if (cell->formula) {
        note(pen, worksheet_write_formula_str(pen->sheet, r, c, cell->formula,
                                              format, cell->text));
    } else if (cell->is_number) {
        note(pen,
             worksheet_write_number(pen->sheet, r, c, cell->number, format));
    } else if (cell->link) {
        note(pen, worksheet_write_url_opt(pen->sheet, r, c, cell->link, format,
                                          cell->text, NULL));
    } else if (cell->text) {
        put_text(pen, row, column, cell->text, format);
    }
}

/* Title, scope and the flag of the checks, the same on every sheet. */
static void put_frame(ore_pen *pen, const ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;
    const char *name = ore_say(book, sheet->name);
    const char *scope = ore_say(book, sheet->scope);
    const char *good = ore_say(book, ORE_TEXT_CHECKS_GOOD);
    const char *bad = ore_say(book, ORE_TEXT_CHECKS_BAD);
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                   .format = pen->flag};
    char unequal[80];

    if (ore_sheet_has_money(sheet)) {
        scope = ore_keep(book, "%s; %s", scope,
                         ore_compose(book, ORE_TEXT_AMOUNTS_IN,
                                     (const char *const[]){
                                         ore_unit(book, ORE_MONEY), NULL}));
    }
    if (ore_sheet_has_money(sheet) && plan->price_year > 0) {
        const char *year = ore_keep(book, "%d", plan->price_year);

        scope = ore_keep(book, "%s; %s", scope,
                         ore_compose(book, ORE_TEXT_PRICES_OF,
                                     (const char *const[]){year, NULL}));
    }
    put_text(pen, 0, 0, ore_keep(book, "%s: %s", name, ore_book_title(book)),
             pen->title);
    note(pen, worksheet_set_row(pen->sheet, 0, 24.0, NULL));
    put_text(pen, 1, 0, scope,
             ore_pen_format(pen, ORE_TEXT_CELL, ORE_GREY, ORE_BARE));
    note(pen, worksheet_write_formula_str(
                  pen->sheet, 2, 0,
                  ore_keep(book, "=IF(All_checks=\"%s\",\"%s\",\"%s\")",
                           ore_say(book, ORE_TEXT_OK), good, bad),
                  ore_pen_format(pen, ORE_TEXT_CELL, ORE_STRONG, ORE_BARE),
                  book->all_checks_good ? good : bad));
    snprintf(unequal, sizeof unequal, "=All_checks<>\"%s\"",
             ore_say(book, ORE_TEXT_OK));
    rule.value_string = unequal;
    note(pen, worksheet_conditional_format_cell(pen->sheet, 2, 0, &rule));
}

/* The sums of a table's columns, above its header. */
static void put_totals(ore_pen *pen, const ore_table *table)
{
    bool has_any = false;

    for (int c = 0; c < table->n_columns; c++) {
        const ore_column *column = &table->columns[c];
        char letters[8], formula[64];

        if (!column->has_total) {
            continue;
        }
        ore_column_letters(c, letters);
        snprintf(formula, sizeof formula, "=SUM(%s%d:%s%d)", letters,
                 table->top + 2, letters, table->top + 1 + table->n_rows);
        note(pen,
             worksheet_write_formula_num(
                 pen->sheet, (lxw_row_t)(table->top - 1), (lxw_col_t)c, formula,
                 ore_pen_format(pen, column->quantity, ORE_STRONG, ORE_BARE),
                 ore_column_sum(table, c)));
        has_any = true;
    }
    if (has_any) {
        put_text(pen, table->top - 1, 0, ore_say(pen->book, ORE_TEXT_TOTAL),
                 ore_pen_format(pen, ORE_TEXT_CELL, ORE_STRONG, ORE_BARE));
    }
}

static lxw_format *header_of(const ore_pen *pen, ore_quantity quantity)
{
    return quantity == ORE_TEXT_CELL ? pen->header
           : quantity == ORE_LETTER  ? pen->letter_header
                                     : pen->number_header;
}

/* The library keeps the columns until the table is added. */
static void add_list_object(ore_pen *pen, const ore_table *table)
{
    const int n = table->n_columns;
    lxw_table_column *columns = ore_alloc(n, sizeof *columns);
    lxw_table_column **list = ore_alloc(n + 1, sizeof(lxw_table_column *));
    char *name = ore_copy(table->name);

    for (int c = 0; c < n; c++) {
        columns[c].header = ore_safe_heading(table->columns[c].heading);
        columns[c].header_format = header_of(pen, table->columns[c].quantity);
        list[c] = &columns[c];
    }
    lxw_table_options options = {.name = name,
                                 .columns = list,
                                 .no_autofilter = LXW_TRUE,
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
static void set_heights(ore_pen *pen, const ore_table *table,
                        const double *width)
{
    int lines = 1;

    for (int c = 0; c < table->n_columns; c++) {
        char *heading = ore_safe_heading(table->columns[c].heading);
        const int own = ore_lines(heading, (width[c] - 0.7) / ORE_BOLD);

        free(heading);
        lines = own > lines ? own : lines;
    }
    note(pen, worksheet_set_row(pen->sheet, (lxw_row_t)table->top,
                                lines * line_height + 3.0, NULL));
    for (int row = 0; row < table->n_rows; row++) {
        lines = 1;
        for (int c = 0; c < table->n_columns; c++) {
            const ore_cell *cell = &table->cells[row * table->n_columns + c];

            if (table->columns[c].wraps && cell->text) {
                const int own = ore_lines(cell->text, width[c] - 3.3);

                lines = own > lines ? own : lines;
            }
        }
        if (lines > 1) {
            note(pen, worksheet_set_row(pen->sheet,
                                        (lxw_row_t)(table->top + 1 + row),
                                        lines * line_height + 2.0, NULL));
        }
    }
}

static void put_table(ore_pen *pen, const ore_table *table, const double *width)
{
    if (table->note) {
        put_text(pen, table->top - 2, 0, table->note,
                 ore_pen_format(pen, ORE_TEXT_CELL, ORE_STRONG, ORE_BARE));
    }
    put_totals(pen, table);
    add_list_object(pen, table);
    for (int row = 0; row < table->n_rows; row++) {
        for (int c = 0; c < table->n_columns; c++) {
            put_cell(pen, table->top + 1 + row, c,
                     &table->cells[row * table->n_columns + c],
                     table->columns[c].wraps);
        }
    }
    set_heights(pen, table, width);
}

static lxw_format *header_format(ore_pen *pen)
{
    lxw_format *format = new_format(pen);

    format_set_num_format(format, "@");
    format_set_bold(format);
    format_set_font_color(format, LXW_COLOR_WHITE);
    format_set_bg_color(format, HEADER);
    format_set_text_wrap(format);
    return format;
}

void ore_pen_begin(ore_pen *pen)
{
    /* Naming a font on the first format, which the library makes by itself,
     * keeps Japanese systems from putting their own in its place. */
    lxw_format *normal = STAILQ_FIRST(pen->workbook->formats);

    format_set_font_name(normal, font);
    format_set_font_size(normal, font_size);
    pen->title = new_format(pen);
    format_set_font_size(pen->title, 16.0);
    format_set_bold(pen->title);
    pen->flag = new_format(pen);
    format_set_font_color(pen->flag, BAD);
    pen->header = header_format(pen);
    format_set_align(pen->header, LXW_ALIGN_LEFT);
    format_set_indent(pen->header, 1);
    pen->number_header = header_format(pen);
    format_set_align(pen->number_header, LXW_ALIGN_RIGHT);
    pen->letter_header = header_format(pen);
    format_set_align(pen->letter_header, LXW_ALIGN_CENTER);
}

void ore_pen_sheet(ore_pen *pen, const ore_sheet *sheet, const double *width)
{
    const int n = ore_sheet_columns(sheet);

    for (int c = 0; c < n; c++) {
        note(pen, worksheet_set_column(pen->sheet, (lxw_col_t)c, (lxw_col_t)c,
                                       width[c], NULL));
    }
    put_frame(pen, sheet);
    for (int i = 0; i < sheet->n_lines; i++) {
        if (*sheet->lines[i].text) {
            put_text(pen, ORE_FIRST_ROW + i, 0, sheet->lines[i].text,
                     ore_pen_format(pen, ORE_TEXT_CELL, sheet->lines[i].look,
                                    ORE_BARE));
        }
    }
    for (int i = 0; i < sheet->n_tables; i++) {
        put_table(pen, &sheet->tables[i], width);
    }
    ore_pen_marks(pen, sheet);
}
