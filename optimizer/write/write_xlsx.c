/* The workbook: sheets, charts, names and properties. This file,
 * xlsx_*.c and template.c are the only ones that know the workbook library.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "orefolio/memory.h"
#include "write/layout.h"
#include "write/package.h"
#include "write/safe_text.h"
#include "write/xlsx_pen.h"

/* Series colours with at least 3:1 on white. Beyond them a pattern tells the
 * series apart, as colour alone must never do. */
static lxw_color_t series_colour(int i)
{
    static const lxw_color_t colours[] = {0x12436D, 0x28A197, 0x801650,
                                          0xF46A25, 0x3D3D3D, 0xA285D1};

    return colours[i % (int)(sizeof colours / sizeof *colours)];
}

enum {
    PLAIN_SERIES = 6,
    DAY_ZERO = 1767225600 /* 2026-01-01 UTC */
};

static void note(ore_pen *pen, lxw_error error)
{
    pen->failures += error != LXW_NO_ERROR;
}

static void paint_series(lxw_chart_series *series, int i, bool is_hatched)
{
    lxw_chart_line outline = {.color = LXW_COLOR_WHITE, .width = 0.75f};

    if (is_hatched || i >= PLAIN_SERIES) {
        lxw_chart_pattern pattern = {
            .fg_color = series_colour(i),
            .bg_color = LXW_COLOR_WHITE,
            .type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL};

        outline.color = series_colour(i);
        chart_series_set_pattern(series, &pattern);
    } else {
        lxw_chart_fill fill = {.color = series_colour(i)};

        chart_series_set_fill(series, &fill);
    }
    chart_series_set_line(series, &outline);
}

/* Only values are drawn: previews know no results of formulas. */
static bool is_drawn(const ore_table *table, const ore_chart *drawn, int column)
{
    for (int row = 0; row < table->n_rows; row++) {
        const ore_cell *cell = &table->cells[row * table->n_columns + column];

        if (!cell->is_number || cell->formula) {
            return false;
        }
    }
    return (drawn->kind != ORE_CHART_STACKED &&
            drawn->kind != ORE_CHART_PARTS) ||
           ore_column_sum(table, column) > 0.0;
}

static bool has_series(const ore_sheet *sheet, const ore_chart *drawn)
{
    for (int c = drawn->first; c <= drawn->last; c++) {
        if (is_drawn(&sheet->tables[drawn->table], drawn, c)) {
            return true;
        }
    }
    return false;
}

/* By the heading without its unit, which the axis has. What looks like a
 * formula is never handed over as a text. */
static void name_series(lxw_chart_series *series, const char *sheet,
                        const ore_table *table, int column)
{
    char *heading = ore_safe_text(table->columns[column].heading);
    char *unit = strrchr(heading, '(');

    if (unit && unit > heading && unit[-1] == ' ') {
        unit[-1] = '\0';
    }
    if (*heading == '=') {
        chart_series_set_name_range(series, sheet, (lxw_row_t)table->top,
                                    (lxw_col_t)column);
    } else {
        chart_series_set_name(series, heading);
    }
    free(heading);
}

/* The columns of a table that have something to show become series; of bars
 * the first is hatched: before, beside after. */
static void add_series(lxw_chart *chart, const ore_sheet *sheet,
                       const ore_chart *drawn)
{
    const ore_table *table = &sheet->tables[drawn->table];
    const char *name = ore_say(sheet->book, sheet->name);
    const lxw_row_t first = (lxw_row_t)(table->top + 1);
    const lxw_row_t last = (lxw_row_t)(table->top + table->n_rows);
    int n = 0;

    for (int c = drawn->first; c <= drawn->last; c++) {
        if (!is_drawn(table, drawn, c)) {
            continue;
        }
        lxw_chart_series *series = chart_add_series(chart, NULL, NULL);

        chart_series_set_categories(series, name, first,
                                    (lxw_col_t)drawn->category, last,
                                    (lxw_col_t)drawn->category);
        chart_series_set_values(series, name, first, (lxw_col_t)c, last,
                                (lxw_col_t)c);
        name_series(series, name, table, c);
        paint_series(series, n, drawn->kind == ORE_CHART_BARS && n == 0);
        n++;
    }
}

static bool are_bars(const ore_chart *drawn)
{
    return drawn->kind == ORE_CHART_BARS || drawn->kind == ORE_CHART_PARTS;
}

static void dress_chart(lxw_chart *chart, const ore_sheet *sheet,
                        const ore_chart *drawn)
{
    lxw_chart_font title = {.size = 12.0, .bold = LXW_TRUE};
    lxw_chart_line grid = {.color = 0xD9D9D9, .width = 0.75f};
    /* In a chart of bars the library calls the values' axis x. */
    const bool lie = are_bars(drawn);
    lxw_chart_axis *values = lie ? chart->x_axis : chart->y_axis;

    chart_title_set_name(chart, ore_say(sheet->book, drawn->title));
    chart_title_set_name_font(chart, &title);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_axis_set_name(values, drawn->axis);
    chart_axis_set_num_format(values, lie ? "0%" : "#,##0");
    chart_axis_set_min(values, 0.0);
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &grid);
    if (!lie) {
        chart_set_series_gap(chart, 60);
    } else {
        chart_axis_major_gridlines_set_visible(chart->y_axis, LXW_FALSE);
        chart_axis_set_max(values, 1.0);
        chart_axis_set_reverse(chart->y_axis);
        chart_axis_set_crossing_max(chart->y_axis);
        chart_set_series_gap(chart, 50);
    }
}

static const double row_pixels = 20.0;

/* Where a chart goes and how large it is, in pixels of a common screen; the
 * row under it. */
static int place_chart(ore_pen *pen, const ore_sheet *sheet,
                       const ore_chart *drawn, lxw_chart *chart, int row)
{
    ore_book *book = sheet->book;
    const ore_table *table = &sheet->tables[drawn->table];
    const double height =
        !are_bars(drawn) ? 330.0 : fmin(140.0 + 36.0 * table->n_rows, 900.0);
    char *description = ore_copy(ore_compose(
        book, ORE_TEXT_CHART_DESCRIPTION,
        (const char *const[]){ore_say(book, sheet->name),
                              ore_say(book, drawn->title), table->name, NULL}));
    lxw_chart_options options = {.x_scale = 800.0 / 480.0,
                                 .y_scale = height / 288.0,
                                 .object_position = 2,
                                 .description = description};

    note(pen, worksheet_insert_chart_opt(pen->sheet, (lxw_row_t)row, 0, chart,
                                         &options));
    free(description);
    return row + (int)ceil(height / row_pixels) + 1;
}

static const uint8_t library_kinds[] = {
    [ORE_CHART_BARS] = LXW_CHART_BAR,
    [ORE_CHART_PARTS] = LXW_CHART_BAR_STACKED,
    [ORE_CHART_STACKED] = LXW_CHART_COLUMN_STACKED,
    [ORE_CHART_COLUMNS] = LXW_CHART_COLUMN};

static void put_charts(ore_pen *pen, const ore_sheet *sheet)
{
    int row = ore_sheet_rows(sheet) + 1;

    for (int i = 0; i < sheet->n_charts; i++) {
        const ore_chart *drawn = &sheet->charts[i];

        if (!has_series(sheet, drawn)) {
            continue;
        }
        lxw_chart *chart =
            workbook_add_chart(pen->workbook, library_kinds[drawn->kind]);

        if (!chart) {
            pen->failures++;
            return;
        }
        add_series(chart, sheet, drawn);
        dress_chart(chart, sheet, drawn);
        row = place_chart(pen, sheet, drawn, chart, row);
    }
}

/* Equal inputs give equal bytes, so the time is not that of the clock. */
static time_t creation_time(void)
{
    const char *asked = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    const long long seconds = asked ? strtoll(asked, &end, 10) : 0;

    return asked && end > asked && !*end && seconds > 0 ? (time_t)seconds
                                                        : (time_t)DAY_ZERO;
}

static void set_properties(ore_pen *pen)
{
    char *title = ore_safe_text(ore_book_title(pen->book));
    char *author = ore_print("orefolio %s", pen->book->options->version);
    lxw_doc_properties properties = {
        .title = title, .author = author, .created = creation_time()};

    note(pen, workbook_set_properties(pen->workbook, &properties));
    free(title);
    free(author);
}

static void add_sheet(ore_pen *pen, const ore_sheet *sheet)
{
    const int n = ore_sheet_columns(sheet);
    double *width = ore_alloc(n, sizeof *width);

    pen->sheet =
        workbook_add_worksheet(pen->workbook, ore_say(pen->book, sheet->name));
    if (pen->sheet) {
        ore_column_widths(sheet, n, width);
        ore_pen_sheet(pen, sheet, width);
        put_charts(pen, sheet);
        ore_pen_page(pen, sheet, width);
    } else {
        pen->failures++;
    }
    free(width);
}

/* Runs in the child process. */
static bool build(const void *data, const char *file)
{
    const ore_book *book = data;
    ore_pen pen = {.book = book, .workbook = workbook_new(file)};

    if (!pen.workbook) {
        return false;
    }
    ore_pen_begin(&pen);
    set_properties(&pen);
    for (int i = 0; i < ORE_SHEETS; i++) {
        if (ore_is_shown(&book->sheets[i])) {
            add_sheet(&pen, &book->sheets[i]);
        }
    }
    for (int i = 0; i < book->n_names; i++) {
        note(&pen, workbook_define_name(pen.workbook, book->names[i].name,
                                        book->names[i].target));
    }
    note(&pen, workbook_close(pen.workbook));
    return pen.failures == 0;
}

ore_status ore_write_workbook(const ore_plan *plan, const ore_result *result,
                              const ore_write_options *options,
                              const char *path, ore_diags *diags)
{
    ore_book *book = ore_book_new(plan, result, options);
    const ore_status status = ore_write_package(path, build, book, diags);

    ore_book_free(book);
    return status;
}

ore_status ore_write_comparison(const ore_case *cases, int n,
                                const ore_write_options *options,
                                const char *path, ore_diags *diags)
{
    ore_book *book = ore_comparison_new(cases, n, options);
    const ore_status status = ore_write_package(path, build, book, diags);

    ore_book_free(book);
    return status;
}
