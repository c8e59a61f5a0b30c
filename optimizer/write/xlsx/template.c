/* The input workbook: headers as in CSV files, units and meaning in their
 * notes, lists and ranges that Excel checks while it is filled in. */
#include "write/xlsx/template.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "write/book/layout.h"
#include "write/xlsx/package.h"

enum {
    last_checked = 1000, /* that lists and ranges are checked in */
    first_created = 1767225600,
    narrowest = 9,
    widest = 40,
    longest_message = 255,
    a4 = 9,
    columns_per_page = 15
};

typedef struct draft {
    const ore_input_sheet *sheets;
    int n;
} draft;

typedef struct pen {
    const draft *draft;
    lxw_workbook *book;
    lxw_worksheet *lists; /* the words of columns, one column each */
    int n_lists;
    lxw_format *plain, *required, *optional, *number, *word, *title, *date;
    int failures;
} pen;

static void note(pen *p, lxw_error error)
{
    p->failures += error != LXW_NO_ERROR;
}

static lxw_format *new_format(pen *p)
{
    lxw_format *format = workbook_add_format(p->book);

    format_set_font_name(format, "Arial");
    format_set_font_size(format, 10.0);
    return format;
}

static void make_formats(pen *p)
{
    format_set_font_name(STAILQ_FIRST(p->book->formats), "Arial");
    format_set_font_size(STAILQ_FIRST(p->book->formats), 10.0);
    p->plain = new_format(p);
    p->title = new_format(p);
    format_set_bold(p->title);
    format_set_font_size(p->title, 14.0);
    p->number = new_format(p);
    format_set_font_color(p->number, 0x0000FF);
    p->word = new_format(p);
    format_set_font_color(p->word, 0x0000FF);
    format_set_indent(p->word, 1); /* off the number to its left */
    /* Dates stay text, as in CSV files, whatever Excel would make of them. */
    p->date = new_format(p);
    format_set_font_color(p->date, 0x0000FF);
    format_set_num_format_index(p->date, 49);
    format_set_indent(p->date, 1);
    p->required = new_format(p);
    format_set_bold(p->required);
    format_set_font_color(p->required, LXW_COLOR_WHITE);
    format_set_bg_color(p->required, 0x12436D);
    format_set_indent(p->required, 1);
    p->optional = new_format(p);
    format_set_bold(p->optional);
    format_set_bg_color(p->optional, 0xD9E5F0);
    format_set_indent(p->optional, 1);
}

/* A list of words, by reference: the library cannot hold long ones in place. */
static char *add_list(pen *p, const ore_input_column *column)
{
    const int at = p->n_lists++;
    char from[LXW_MAX_CELL_NAME_LENGTH], to[LXW_MAX_CELL_NAME_LENGTH];
    int n = 0;

    note(p, worksheet_write_string(p->lists, 0, (lxw_col_t)at, column->name,
                                   p->optional));
    for (; column->choices[n]; n++) {
        note(p,
             worksheet_write_string(p->lists, (lxw_row_t)(n + 1), (lxw_col_t)at,
                                    column->choices[n], p->plain));
    }
    note(p, worksheet_set_column(p->lists, (lxw_col_t)at, (lxw_col_t)at, 16.0,
                                 NULL));
    lxw_rowcol_to_cell_abs(from, 1, (lxw_col_t)at, true, true);
    lxw_rowcol_to_cell_abs(to, (lxw_row_t)n, (lxw_col_t)at, true, true);
    return ore_print("=Lists!%s:%s", from, to);
}

static void check_list(pen *p, lxw_worksheet *sheet, int column, char *list,
                       const char *message)
{
    char title[] = "Not in the list";
    char *text = ore_print("%s", message);
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
                                .value_formula = list,
                                .error_title = title,
                                .error_message = text,
                                .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
                                .ignore_blank = LXW_VALIDATION_ON,
                                .dropdown = LXW_VALIDATION_ON,
                                .show_error = LXW_VALIDATION_ON};

    note(p, worksheet_data_validation_range(sheet, 1, (lxw_col_t)column,
                                            last_checked, (lxw_col_t)column,
                                            &rule));
    free(text);
    free(list);
}

static void check_number(pen *p, lxw_worksheet *sheet, int j,
                         const ore_input_column *column)
{
    char title[] = "Out of range";
    char *message = ore_print("%.*s", longest_message, column->note);
    const bool is_open = !isfinite(column->max) || column->max > 2e9;
    lxw_data_validation rule = {
        .validate = column->is_whole ? LXW_VALIDATION_TYPE_INTEGER
                                     : LXW_VALIDATION_TYPE_DECIMAL,
        .criteria = is_open ? LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO
                            : LXW_VALIDATION_CRITERIA_BETWEEN,
        .value_number = column->min,
        .minimum_number = column->min,
        .maximum_number = column->max,
        .error_title = title,
        .error_message = message,
        .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
        .ignore_blank = LXW_VALIDATION_ON,
        .show_error = LXW_VALIDATION_ON};

    if (isfinite(column->min) && column->min < column->max) {
        note(p, worksheet_data_validation_range(
                    sheet, 1, (lxw_col_t)j, last_checked, (lxw_col_t)j, &rule));
    }
    free(message);
}

/* An id stands once: other tables refer to it. */
static void check_unique(pen *p, lxw_worksheet *sheet, int column)
{
    char from[LXW_MAX_CELL_NAME_LENGTH], to[LXW_MAX_CELL_NAME_LENGTH];
    char first[LXW_MAX_CELL_NAME_LENGTH];
    char title[] = "Not the only one";
    char message[] = "Expected an id that no other row has.";
    const lxw_col_t col = (lxw_col_t)column;

    lxw_rowcol_to_cell_abs(from, 1, col, true, true);
    lxw_rowcol_to_cell_abs(to, last_checked, col, true, true);
    lxw_rowcol_to_cell(first, 1, col);
    char *formula = ore_print("=COUNTIF(%s:%s,%s)=1", from, to, first);
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA,
                                .value_formula = formula,
                                .error_title = title,
                                .error_message = message,
                                .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
                                .ignore_blank = LXW_VALIDATION_ON,
                                .show_error = LXW_VALIDATION_ON};

    note(p, worksheet_data_validation_range(sheet, 1, col, last_checked, col,
                                            &rule));
    free(formula);
}

static void add_checks(pen *p, lxw_worksheet *sheet, int j,
                       const ore_input_column *column, bool refers)
{
    if (!refers && strcmp(column->name, "id") == 0) {
        check_unique(p, sheet, j);
    } else if (column->choices) {
        check_list(p, sheet, j, add_list(p, column),
                   "Expected one of the words in the list.");
    } else if (refers && (strcmp(column->name, "project") == 0 ||
                          strcmp(column->name, "other") == 0)) {
        check_list(p, sheet, j,
                   ore_print("='%s'!$A$2:$A$%d", p->draft->sheets[0].name,
                             last_checked + 1),
                   "Expected the id of a project.");
    } else if (column->is_number) {
        check_number(p, sheet, j, column);
    }
}

static void put_cell(pen *p, lxw_worksheet *sheet, int i, int j,
                     const ore_input_column *column, const char *text)
{
    const lxw_row_t row = (lxw_row_t)(i + 1);
    const lxw_col_t col = (lxw_col_t)j;
    double value;

    if (*text == '\0') {
        return;
    }
    if (!column->is_date && !ore_parse_number(text, &value)) {
        note(p, worksheet_write_number(sheet, row, col, value, p->number));
    } else {
        note(p, worksheet_write_string(sheet, row, col, text,
                                       column->is_date ? p->date : p->word));
    }
}

static double width_of(const ore_input_sheet *sheet, int j)
{
    double max = ORE_BOLD * ore_text_width(sheet->columns[j].name);

    for (int i = 0; i < sheet->n_rows; i++) {
        max = fmax(max, ore_text_width(sheet->cells[i * sheet->n_columns + j]));
    }
    return fmin(widest, fmax(narrowest, max + ORE_MARGINS));
}

static void fill_sheet(pen *p, lxw_worksheet *sheet,
                       const ore_input_sheet *table, bool refers)
{
    for (int j = 0; j < table->n_columns; j++) {
        const ore_input_column *column = &table->columns[j];
        lxw_comment_options box = {.width = 260.0, .height = 90.0};

        note(p, worksheet_set_column(sheet, (lxw_col_t)j, (lxw_col_t)j,
                                     width_of(table, j),
                                     column->is_date ? p->date : NULL));
        note(p, worksheet_write_string(sheet, 0, (lxw_col_t)j, column->name,
                                       column->is_required ? p->required
                                                           : p->optional));
        note(p, worksheet_write_comment_opt(sheet, 0, (lxw_col_t)j,
                                            column->note, &box));
        add_checks(p, sheet, j, column, refers);
        for (int i = 0; i < table->n_rows; i++) {
            put_cell(p, sheet, i, j, column,
                     table->cells[i * table->n_columns + j]);
        }
    }
    worksheet_freeze_panes(sheet, 1, 1);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, a4);
    worksheet_fit_to_pages(
        sheet, (uint16_t)(1 + table->n_columns / columns_per_page), 0);
    note(p, worksheet_repeat_rows(sheet, 0, 0));
}

static void add_guide(pen *p)
{
    static const char *const lines[] = {
        "The tables of a funding round, a sheet each. round.ini beside this "
        "file names them.",
        "Row 1 holds the names of the columns: leave them as they are. Dark "
        "ones must be filled in, light ones may stay empty.",
        "Point at a name to read its unit, its range and what it means.",
        "Numbers are plain: no units, no blanks, a point or your Excel's own "
        "decimal sign. Years are whole numbers.",
        "Amounts are in millions of the round's currency, flows in tonnes a "
        "year, shares from 0 to 1.",
        "Columns of your own may begin with note.",
        "The sheet Inputs of the answer shows note_source, note_owner, "
        "note_as_of and note_reliability.",
        "No merged cells, and formulas only if they are calculated: orefolio "
        "reads the values that were saved.",
        "Then: orefolio check round.ini tells every mistake by sheet and cell; "
        "orefolio solve round.ini -o portfolio.xlsx answers.",
    };
    lxw_worksheet *sheet = workbook_add_worksheet(p->book, "ReadMe");

    double widest_line = 0.0;

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        widest_line = fmax(widest_line, ore_text_width(lines[i]));
    }
    note(p, worksheet_set_column(sheet, 0, 0, widest_line + ORE_MARGINS, NULL));
    note(p, worksheet_write_string(sheet, 0, 0, "A funding round to fill in",
                                   p->title));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        note(p, worksheet_write_string(sheet, (lxw_row_t)(i + 2), 0, lines[i],
                                       p->plain));
    }
    worksheet_set_paper(sheet, a4);
    worksheet_fit_to_pages(sheet, 1, 0);
}

/* Lists stand last, as nobody fills them in; tables refer to them. */
static void add_tables(pen *p)
{
    const draft *d = p->draft;
    lxw_worksheet **sheets = ore_alloc(d->n, sizeof(lxw_worksheet *));

    for (int i = 0; i < d->n; i++) {
        sheets[i] = workbook_add_worksheet(p->book, d->sheets[i].name);
    }
    p->lists = workbook_add_worksheet(p->book, "Lists");
    worksheet_set_paper(p->lists, a4);
    worksheet_fit_to_pages(p->lists, 1, 0);
    for (int i = 0; i < d->n; i++) {
        fill_sheet(p, sheets[i], &d->sheets[i], i > 0);
    }
    free(sheets);
}

static bool build(const void *data, const char *file)
{
    const draft *d = data;
    pen p = {.draft = d, .book = workbook_new(file)};
    char title[] = "A funding round to fill in";
    lxw_doc_properties properties = {.title = title, .created = first_created};

    if (!p.book) {
        return false;
    }
    make_formats(&p);
    note(&p, workbook_set_properties(p.book, &properties));
    add_guide(&p);
    add_tables(&p);
    note(&p, workbook_close(p.book));
    return p.failures == 0;
}

ore_status ore_write_template(const ore_input_sheet *sheets, int n,
                              const char *path, ore_diags *diags)
{
    const draft d = {sheets, n};

    return ore_write_package(path, build, &d, diags);
}
