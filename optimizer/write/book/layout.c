/* How wide things are, in widths of the digit 0 of Arial 10 on a screen: 7 of
 * its pixels. Print has no pixels; there the digit takes 1.06 of them. */
#include "write/book/layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "orefolio/memory.h"
#include "write/book/table.h"
#include "write/xlsx/safe_text.h"

/* An em of an East Asian font, and some room, since fonts differ. */
static const double wide = 2.0;
static const double per_em = 1.06 / 0.556;
static const double padding = 0.7;
static const double widest = 54.0, widest_of_few = 96.0;

/* Arial's widths from the blank to the tilde, in thousandths of an em. */
static const short latin[] = {
    278, 278, 355, 556, 556,  889, 667, 191, 333, 333, 389, 584, 278, 333,
    278, 278, 556, 556, 556,  556, 556, 556, 556, 556, 556, 556, 278, 278,
    584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722,  778, 667, 778, 722, 667, 611, 722, 667, 944,
    667, 667, 611, 278, 278,  278, 469, 556, 333, 556, 556, 500, 556, 556,
    278, 556, 556, 222, 222,  500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500,  500, 500, 334, 260, 334, 584};

static double character_width(utf8proc_int32_t c)
{
    if (utf8proc_charwidth(c) == 2) {
        return wide;
    }
    if (utf8proc_charwidth(c) == 0) {
        return 0.0;
    }
    return per_em * (c >= ' ' && c <= '~' ? latin[c - ' '] / 1000.0 : 0.6);
}

/* The character at `text`; its length, 1 for a byte that is not UTF-8. */
static size_t next_character(const char *text, utf8proc_int32_t *c)
{
    const utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)text, -1, c);

    if (n <= 0) {
        *c = '?';
        return 1;
    }
    return (size_t)n;
}

double ore_text_width(const char *text)
{
    double width = 0.0;

    while (*text) {
        utf8proc_int32_t c = 0;

        text += next_character(text, &c);
        width += character_width(c);
    }
    return width;
}

static bool is_one_of(utf8proc_int32_t c, const char *marks)
{
    bool found = false;

    while (*marks && !found) {
        utf8proc_int32_t mark = 0;

        marks += next_character(marks, &mark);
        found = mark == c;
    }
    return found;
}

/* Whether a line may end between two characters: after a blank, and in
 * Japanese anywhere but before closing and after opening marks. */
static bool may_break(utf8proc_int32_t before, utf8proc_int32_t c)
{
    if (is_one_of(c, "、。，．）」；：ー・％)%,.") ||
        is_one_of(before, "（「(")) {
        return false;
    }
    return before == ' ' || utf8proc_charwidth(c) == 2 ||
           utf8proc_charwidth(before) == 2;
}

size_t ore_text_line_break(const char *text, double width)
{
    double used = 0.0;
    size_t at = 0, best = 0;
    utf8proc_int32_t before = 0;

    while (text[at]) {
        utf8proc_int32_t c = 0;
        const size_t n = next_character(text + at, &c);

        if (before == '\n') {
            return at;
        }
        if (at > 0 && may_break(before, c)) {
            best = at;
        }
        used += character_width(c);
        /* Blanks at the end of a line take no room. */
        if (used > width && at > 0 && c != ' ') {
            return best > 0 ? best : at;
        }
        before = c;
        at += n;
    }
    return at;
}

int ore_text_lines(const char *text, double width)
{
    int lines = 0;

    while (*text) {
        text += ore_text_line_break(text, width);
        lines++;
    }
    return lines > 0 ? lines : 1;
}

static int decimals(ore_quantity quantity)
{
    switch (quantity) {
    case ORE_MONEY:
    case ORE_FOREIGN:
    case ORE_UNIT_COST:
    case ORE_MEAN:
    case ORE_POINTS: return 1;
    case ORE_SHARE: return 2; /* one, and the sign */
    case ORE_SCORE: return 3;
    case ORE_RATE: return 2;
    case ORE_TOLERANCE: return 6;
    case ORE_GENERAL:
    case ORE_TEXT_CELL:
    case ORE_LETTER:
    case ORE_FLOW:
    case ORE_YEAR:
    case ORE_COUNT:
    case ORE_QUANTITIES: break;
    }
    return 0;
}

char *ore_text_of_number(double number, ore_quantity quantity)
{
    const double shown = quantity == ORE_SHARE ? 100.0 * number : number;
    char *plain = quantity == ORE_GENERAL
                      ? ore_print("%.10g", number)
                      : ore_print("%.*f", decimals(quantity), shown);
    const bool groups = quantity == ORE_MONEY || quantity == ORE_FOREIGN ||
                        quantity == ORE_FLOW || quantity == ORE_COUNT ||
                        quantity == ORE_UNIT_COST || quantity == ORE_MEAN ||
                        quantity == ORE_SCORE;
    const int commas = groups ? ((int)strcspn(plain, ".") - 1) / 3 : 0;
    char *text = ore_print("%.*s%s", commas, ",,,,,,,,", plain);

    free(plain);
    return text;
}

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

static bool has_wide_character(const char *text)
{
    bool has = false;

    while (*text && !has) {
        utf8proc_int32_t c = 0;

        text += next_character(text, &c);
        has = utf8proc_charwidth(c) == 2;
    }
    return has;
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
           : has_wide_character(line)
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

int ore_sheet_rows(const ore_sheet *sheet)
{
    const ore_sheet_table *last = &sheet->tables[sheet->n_tables - 1];

    return sheet->n_tables > 0 ? last->top + 1 + last->n_rows
                               : ORE_FIRST_ROW + sheet->n_lines;
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
