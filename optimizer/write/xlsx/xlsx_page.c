/* How a sheet is printed and scrolled: paper, breaks between pages, repeated
 * headings. */
#include <math.h>
#include <xlsxwriter.h>

#include "write/book/layout.h"
#include "write/xlsx/xlsx_pen.h"

enum { A4 = 9, ONE_PAGE_ROWS = 80 };
static const double inch = 72.0; /* points */
static const double short_side = 8.27, long_side = 11.69;
static const double beside = 0.5, above = 0.6, below = 0.7;
/* Words of 10 points stay at least half of it: long tables are printed upright
 * only if they do, and what is too wide for one page goes on two. */
static const double smallest_scale = 0.5;

static const lxw_color_t group_colours[] = {
#define ORE_GROUP(id, colour) colour,
#include "write/book/groups.def"
#undef ORE_GROUP
};

static double row_height(const ore_sheet *sheet, int row, const double *width)
{
    for (int i = 0; i < sheet->n_tables; i++) {
        const ore_sheet_table *table = &sheet->tables[i];

        if (row == table->top) {
            return ore_sheet_heading_height(table, width);
        }
        if (row > table->top && row <= table->top + table->n_rows) {
            return ore_sheet_row_height(table, row - table->top - 1, width);
        }
    }
    return row == 0 ? ORE_TITLE_HEIGHT : ORE_PLAIN_HEIGHT;
}

/* Points that a page takes across, within its margins. */
static double across(bool up)
{
    return inch * ((up ? short_side : long_side) - 2.0 * beside);
}

static double sheet_width(const ore_sheet *sheet, const double *width)
{
    const int n = ore_sheet_columns(sheet);
    double wide = 0.0;

    for (int c = 0; c < n; c++) {
        wide += 0.75 * (7.0 * width[c] + 5.0);
    }
    return wide;
}

/* Points of the sheet that a page is high when it is as wide as the sheet. */
static double page_height(const ore_sheet *sheet, const double *width, bool up)
{
    const double down = inch * ((up ? long_side : short_side) - above - below);

    return down * fmax(1.0, sheet_width(sheet, width) / across(up));
}

/* Whether a sheet is printed in portrait: it asks for it, or it is long and
 * its words stay legible. */
static bool is_upright(const ore_sheet *sheet, const double *width)
{
    const int n = ore_sheet_rows(sheet);
    double high = 0.0;

    for (int row = 0; row < n; row++) {
        high += row_height(sheet, row, width);
    }
    return sheet->is_upright ||
           (sheet->n_charts == 0 && high > page_height(sheet, width, false) &&
            smallest_scale * sheet_width(sheet, width) <= across(true));
}

/* Columns that name the row, which the second of two pages repeats. */
enum { NAMING_COLUMNS = 2 };

/* Whether a sheet is too wide for one page and can be cut between columns. */
static bool is_cut(const ore_sheet *sheet, const double *width, bool up)
{
    return sheet->n_tables == 1 && sheet->n_charts == 0 &&
           sheet->tables[0].n_columns > 2 * NAMING_COLUMNS &&
           smallest_scale * sheet_width(sheet, width) > across(up);
}

/* A page for every value of the table's column `page_of`. */
static void set_page_each(ore_pen *pen, const ore_sheet_table *table)
{
    const int c = ore_column_first(table, table->def->page_of);
    lxw_row_t breaks[LXW_BREAKS_MAX] = {0};
    const char *before = NULL;
    int n = 0;

    for (int row = 0; row < table->n_rows && n < LXW_BREAKS_MAX - 1; row++) {
        const char *own = table->cells[row * table->n_columns + c].text;

        if (before && strcmp(before, own) != 0) {
            breaks[n++] = (lxw_row_t)(table->top + 1 + row);
        }
        before = own;
    }
    if (n > 0) {
        pen->failures +=
            worksheet_set_h_pagebreaks(pen->sheet, breaks) != LXW_NO_ERROR;
    }
}

/* Under the tables, too: a chart that would be cut begins a page, of which
 * `used` is what stands on it before. */
static void break_before_charts(const ore_sheet *sheet, double used,
                                double page, lxw_row_t *breaks, int *n)
{
    int row = ore_sheet_rows(sheet) + 1;

    for (int i = 0; i < sheet->n_charts; i++) {
        const ore_chart *chart = &sheet->charts[i];
        const int rows =
            (int)ceil(ore_chart_height(chart->kind, chart->n_rows) /
                      ORE_ROW_PIXELS) +
            1;

        if (chart->row > 0) {
            continue;
        }
        if (used > 0.0 && used + rows * ORE_PLAIN_HEIGHT > page) {
            breaks[(*n)++] = (lxw_row_t)row;
            used = 0.0;
        }
        used += rows * ORE_PLAIN_HEIGHT;
        row += rows;
    }
}

/* A table that would be cut begins a page, with its note and its sums; one that
 * is longer than a page only if little of it would stand on this one. */
static void set_breaks(ore_pen *pen, const ore_sheet *sheet,
                       const double *width, bool up)
{
    const double page = page_height(sheet, width, up);
    lxw_row_t breaks[ORE_TABLES_MAX + ORE_CHARTS_MAX + 1] = {0};
    int n = 0, row = 0;
    double used = 0.0;

    if (sheet->n_tables == 1 && sheet->tables[0].def->page_of) {
        set_page_each(pen, &sheet->tables[0]);
        return;
    }
    for (int i = 0; i < sheet->n_tables; i++) {
        const ore_sheet_table *table = &sheet->tables[i];
        const int first = ore_sheet_first_row(table);
        double high = 0.0;

        for (; row < first; row++) {
            used += row_height(sheet, row, width);
        }
        for (; row <= table->top + table->n_rows; row++) {
            high += row_height(sheet, row, width);
        }
        if (i > 0 && used + high > page &&
            (high <= page || used > page / 2.0)) {
            breaks[n++] = (lxw_row_t)first;
            used = 0.0;
        }
        used = fmod(used + high, page);
    }
    break_before_charts(sheet, used, page, breaks, &n);
    if (n > 0) {
        pen->failures +=
            worksheet_set_h_pagebreaks(pen->sheet, breaks) != LXW_NO_ERROR;
    }
}

/* Pages after a table's repeat its heading, so only the last one's is right on
 * all of them; it is worth it when that is the longest. */
static const ore_sheet_table *repeated(const ore_sheet *sheet)
{
    const ore_sheet_table *longest = NULL;

    for (int i = 0; i < sheet->n_tables; i++) {
        const ore_sheet_table *table = &sheet->tables[i];

        if (!longest || table->n_rows >= longest->n_rows) {
            longest = table;
        }
    }
    return longest && longest + 1 == &sheet->tables[sheet->n_tables] ? longest
                                                                     : NULL;
}

static void set_view(ore_pen *pen, const ore_sheet *sheet)
{
    const ore_sheet_table *table = &sheet->tables[0];

    if (sheet->n_tables == 1 && sheet->n_lines == 0) {
        worksheet_freeze_panes(pen->sheet, (lxw_row_t)(table->top + 1),
                               table->n_columns > 6 ? 2 : 0);
    } else {
        worksheet_freeze_panes(pen->sheet, ORE_FIRST_ROW - 1, 0);
    }
}

/* Of a list only the title is printed, of pictures no table, unless the reader
 * asks for all. */
static void set_area(ore_pen *pen, const ore_sheet *sheet)
{
    if (sheet->is_list || sheet->prints_charts) {
        const int last_row = sheet->is_list ? 1 : sheet->n_reserved;
        const int last = ore_sheet_columns(sheet) - 1;

        pen->failures +=
            worksheet_print_area(pen->sheet, 0, 0, (lxw_row_t)last_row,
                                 (lxw_col_t)last) != LXW_NO_ERROR;
    }
}

/* A chart that would be cut begins a page. */
static void set_chart_breaks(ore_pen *pen, const ore_sheet *sheet,
                             const double *width, bool up)
{
    const int page =
        (int)(page_height(sheet, width, up) / ORE_PLAIN_HEIGHT) - 1;
    lxw_row_t breaks[ORE_CHARTS_MAX + 1] = {0};
    int n = 0, from = 0;

    for (int i = 0; i < sheet->n_charts; i++) {
        const ore_chart *chart = &sheet->charts[i];
        const int end = chart->row +
                        (int)ceil(ore_chart_height(chart->kind, chart->n_rows) /
                                  ORE_ROW_PIXELS);

        if (end - from > page && chart->row > from) {
            from = chart->row;
            breaks[n++] = (lxw_row_t)from;
        }
    }
    if (n > 0) {
        pen->failures +=
            worksheet_set_h_pagebreaks(pen->sheet, breaks) != LXW_NO_ERROR;
    }
}

void ore_pen_page(ore_pen *pen, const ore_sheet *sheet, const double *width)
{
    const bool up = is_upright(sheet, width);
    const bool on_one_page =
        sheet->is_upright && ore_sheet_rows(sheet) <= ONE_PAGE_ROWS &&
        !(sheet->n_tables > 0 && sheet->tables[0].def->page_of);
    const ore_sheet_table *table = repeated(sheet);

    worksheet_set_paper(pen->sheet, A4);
    if (!up) {
        worksheet_set_landscape(pen->sheet);
    }
    worksheet_set_margins(pen->sheet, beside, beside, above, below);
    if (is_cut(sheet, width, up)) {
        worksheet_fit_to_pages(pen->sheet, 2, 0);
        pen->failures += worksheet_repeat_columns(
                             pen->sheet, 0, NAMING_COLUMNS - 1) != LXW_NO_ERROR;
    } else {
        worksheet_fit_to_pages(pen->sheet, 1, on_one_page ? 1 : 0);
    }
    pen->failures +=
        worksheet_set_footer(pen->sheet, "&L&F&C&A&R&P / &N") != LXW_NO_ERROR;
    if (sheet->prints_charts) {
        set_chart_breaks(pen, sheet, width, up);
    } else if (!on_one_page) {
        set_breaks(pen, sheet, width, up);
    }
    if (table && !sheet->prints_charts) {
        pen->failures +=
            worksheet_repeat_rows(pen->sheet, (lxw_row_t)table->top,
                                  (lxw_row_t)table->top) != LXW_NO_ERROR;
    }
    worksheet_gridlines(pen->sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_tab_color(pen->sheet, group_colours[sheet->group]);
    set_area(pen, sheet);
    set_view(pen, sheet);
}
