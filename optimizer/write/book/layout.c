/* Widths of columns and heights of rows, in widths of the digit 0
 * (text_width.c). */
#include "write/book/layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "write/book/table.h"
#include "write/xlsx/safe_text.h"

static const double wide = 2.0; /* of an East Asian character */
static const double padding = 0.7;
static const double widest = 54.0, widest_of_few = 96.0;

static double cell_width(const ore_sheet_cell *cell)
{
    if (!cell->is_number) {
        return cell->text ? ore_text_width(cell->text) : 0.0;
    }
    char *shown = ore_text_of_number(cell->number, cell->quantity);
    const double width = ore_text_width(shown);

    free(shown);
    return cell->look == ORE_STRONG ? ORE_BOLD * width : width;
}

static double longest_word(const char *text)
{
    double longest = 0.0;

    while (*text) {
        const size_t length = strcspn(text, " ");
        char *word = ore_print("%.*s", (int)length, text);

        longest = fmax(longest, ore_text_width(word));
        free(word);
        text += length + strspn(text + length, " ");
    }
    return longest;
}

/* What a text needs to stand in two lines. */
static double halved_width(const char *text)
{
    double best = ore_text_width(text);

    for (const char *blank = strchr(text, ' '); blank;
         blank = strchr(blank + 1, ' ')) {
        char *first = ore_print("%.*s", (int)(blank - text), text);

        best =
            fmin(best, fmax(ore_text_width(first), ore_text_width(blank + 1)));
        free(first);
    }
    return best;
}

/* What a line of a heading needs: it wraps between words, in Japanese
 * anywhere, but never within brackets; once, if that takes little room. */
static double heading_line_width(const char *line)
{
    const double enough = 5.6 * wide; /* characters of a line */

    return *line == '(' || strncmp(line, "（", strlen("（")) == 0
               ? ore_text_width(line)
           : ore_text_is_wide(line)
               ? fmin(enough, ore_text_width(line))
               : fmax(longest_word(line), fmin(enough, halved_width(line)));
}

static double heading_width(const char *heading)
{
    char *lines = ore_safe_heading(heading);
    double width = 0.0;

    for (const char *at = lines; *at;) {
        const size_t length = strcspn(at, "\n");
        char *line = ore_print("%.*s", (int)length, at);

        width = fmax(width, heading_line_width(line));
        free(line);
        at += length + (at[length] == '\n');
    }
    free(lines);
    return ORE_BOLD * width;
}

/* The width that a column would like. */
static double natural_width(const ore_sheet_table *table, int c)
{
    double width = heading_width(table->columns[c].heading);

    for (int row = 0; row < table->n_rows; row++) {
        width =
            fmax(width, cell_width(&table->cells[row * table->n_columns + c]));
    }
    if (table->columns[c].has_total) {
        const ore_sheet_cell total = {.is_number = true,
                                      .quantity = table->columns[c].quantity,
                                      .look = ORE_STRONG,
                                      .number = ore_column_sum(table, c)};

        width = fmax(width, cell_width(&total));
    }
    return width;
}

/* A table of few columns leaves room for long text. */
static double widest_of(const ore_sheet_table *table)
{
    return table->n_columns > 3 ? widest : widest_of_few;
}

void ore_sheet_wrap_columns(ore_sheet_table *table)
{
    for (int c = 0; c < table->n_columns; c++) {
        table->columns[c].wraps =
            (table->columns[c].quantity == ORE_TEXT_CELL ||
             table->columns[c].quantity == ORE_GENERAL) &&
            natural_width(table, c) > widest_of(table);
    }
}

static double column_width(const ore_sheet_table *table, int c)
{
    return fmin(natural_width(table, c), widest_of(table)) + ORE_MARGINS +
           padding;
}

/* Lines of words run over all columns, and are printed as far as these go. */
static void make_room_for_lines(const ore_sheet *sheet, int n, double *width)
{
    static const double slack = 1.1; /* for other fonts */
    double needed = 0.0, there = 0.0;

    for (int i = 0; i < sheet->n_lines; i++) {
        needed = fmax(needed, slack * ore_text_width(sheet->lines[i].text));
    }
    for (int c = 0; c < n; c++) {
        there += width[c];
    }
    for (int c = 0; c < n; c++) {
        width[c] += fmax(0.0, needed - there) / n;
    }
}

void ore_sheet_column_widths(const ore_sheet *sheet, int n, double *width)
{
    for (int c = 0; c < n; c++) {
        width[c] = 0.0;
        for (int k = 0; k < sheet->n_tables; k++) {
            if (c < sheet->tables[k].n_columns) {
                width[c] = fmax(width[c], column_width(&sheet->tables[k], c));
            }
        }
        width[c] = width[c] > 0.0 ? width[c] : 10.0;
    }
    make_room_for_lines(sheet, n, width);
}

int ore_sheet_columns(const ore_sheet *sheet)
{
    int n = 1;

    for (int k = 0; k < sheet->n_tables; k++) {
        const int columns = sheet->tables[k].n_columns;

        n = columns > n ? columns : n;
    }
    return n;
}

bool ore_chart_has_bars(ore_chart_kind kind)
{
    return kind == ORE_CHART_BARS || kind == ORE_CHART_PARTS ||
           kind == ORE_CHART_SWINGS;
}

double ore_chart_height(ore_chart_kind kind, int n_rows)
{
    return ore_chart_has_bars(kind) ? fmin(140.0 + 36.0 * n_rows, 900.0)
                                    : 330.0;
}

int ore_sheet_rows(const ore_sheet *sheet)
{
    int rows = ORE_FIRST_ROW;

    if (sheet->n_tables > 0) {
        const ore_sheet_table *last = &sheet->tables[sheet->n_tables - 1];

        rows = last->top + 1 + last->n_rows;
    }
    if (sheet->n_lines > 0) {
        const int below = sheet->lines[sheet->n_lines - 1].row + 1;

        rows = below > rows ? below : rows;
    }
    return rows > sheet->n_reserved ? rows : sheet->n_reserved;
}

/* What the button of a filter takes of a header: the lower right corner. */
static const double button_height = 13.0, button_width = 2.6;

static double lines_height(int lines, double room)
{
    return 13.0 * lines + room;
}

/* Words stand over the button, and beside it where they are to the left and
 * short. */
static double own_heading_height(const ore_sheet_table *table, int c,
                                 double width)
{
    const ore_sheet_column *column = &table->columns[c];
    char *heading = ore_safe_heading(column->heading);
    const int lines = ore_text_lines(heading, (width - ORE_MARGINS) / ORE_BOLD);
    const bool is_beside = lines == 1 && column->quantity == ORE_TEXT_CELL &&
                           ORE_BOLD * ore_text_width(heading) + button_width <=
                               width - ORE_MARGINS;

    free(heading);
    return lines_height(
        lines, table->def->is_filtered && !is_beside ? button_height : 7.5);
}

double ore_sheet_heading_height(const ore_sheet_table *table,
                                const double *width)
{
    double height = 0.0;

    for (int c = 0; c < table->n_columns; c++) {
        height = fmax(height, own_heading_height(table, c, width[c]));
    }
    return height;
}

double ore_sheet_row_height(const ore_sheet_table *table, int row,
                            const double *width)
{
    int lines = 1;

    for (int c = 0; c < table->n_columns; c++) {
        const ore_sheet_cell *cell = &table->cells[row * table->n_columns + c];

        if (table->columns[c].wraps && cell->text) {
            const int own = ore_text_lines(cell->text, width[c] - ORE_MARGINS);

            lines = own > lines ? own : lines;
        }
    }
    return lines > 1 ? lines_height(lines, 2.0) : ORE_PLAIN_HEIGHT;
}
