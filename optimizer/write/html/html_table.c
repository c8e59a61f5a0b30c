/* A table of a sheet: caption, headings, rows, sums at its foot. Figures have
 * the workbook's formats; what formulas come to stands for them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "write/book/layout.h"
#include "write/html/html.h"

void ore_html_open_scroll(const ore_page *page, const char *label,
                          const char *value)
{
    ore_html_put(page,
                 "<div class=\"scroll\" role=\"group\" tabindex=\"0\" %s=\"",
                 label);
    ore_html_text(page, value);
    ore_html_put(page, "\">\n");
}

void ore_html_close_scroll(const ore_page *page)
{
    ore_html_put(page, "</div>\n");
}

const char *ore_html_caption(const ore_sheet *sheet,
                             const ore_sheet_table *table)
{
    return table->note ? table->note : ore_book_text(sheet->book, sheet->title);
}

/* Years that name their rows stand where words do. */
static bool is_right(const ore_sheet_table *table, int c)
{
    const ore_quantity quantity = table->columns[c].quantity;

    return quantity != ORE_TEXT_CELL && quantity != ORE_LETTER &&
           !(c == 0 && quantity == ORE_YEAR);
}

/* A unit at the end is not broken: "Budget cost (USD m)". */
static void put_heading_words(const ore_page *page, const char *heading)
{
    const char *unit = strrchr(heading, '(');
    const bool has_unit = unit && unit > heading && unit[-1] == ' ' &&
                          heading[strlen(heading) - 1] == ')';
    char *words = has_unit ? ore_print("%.*s", (int)(unit - heading), heading)
                           : ore_copy(heading);

    ore_html_text(page, words);
    if (has_unit) {
        ore_html_put(page, "<span class=\"u\">");
        ore_html_text(page, unit);
        ore_html_put(page, "</span>");
    }
    free(words);
}

static void put_heading(const ore_page *page, const ore_sheet_table *table,
                        int c)
{
    ore_html_put(page, "<th scope=\"col\"%s>",
                 is_right(table, c)                         ? " class=\"n\""
                 : table->columns[c].quantity == ORE_LETTER ? " class=\"c\""
                                                            : "");
    put_heading_words(page, table->columns[c].heading);
    ore_html_put(page, "</th>");
}

/* "internal:'Gaps'!A12": the sheet of that name, and the row, from 1. */
static const ore_sheet *sheet_of_link(const ore_book *book, const char *link,
                                      int *row)
{
    const char *name = strchr(link, '\''), *end = strrchr(link, '\'');

    for (int i = 0; name && i < ORE_SHEETS; i++) {
        const char *own = ore_book_text(book, book->sheets[i].name);
        const size_t length = strlen(own);

        if (end == name + 1 + length && strncmp(name + 1, own, length) == 0) {
            *row = atoi(end + 1 + strcspn(end + 1, "0123456789"));
            return &book->sheets[i];
        }
    }
    return NULL;
}

/* The words that begin a link; false where the page has no such place. */
static bool open_link(const ore_page *page, const ore_sheet_cell *cell)
{
    int row = 0;
    const ore_sheet *target =
        cell->link ? sheet_of_link(page->book, cell->link, &row) : NULL;

    if (!target || !ore_html_has(page, target)) {
        return false;
    }
    ore_html_put(page, "<a href=\"#%s", ore_html_id(target));
    for (int i = 0; i < target->n_tables; i++) {
        const ore_sheet_table *table = &target->tables[i];
        const int at = row - table->top - 2;

        if (at >= 0 && at < table->n_rows) {
            ore_html_put(page, "-%s-%d", table->def->slug, at + 1);
        }
    }
    ore_html_put(page, "\">");
    return true;
}

/* Rows that others lead to. */
static bool is_target(const ore_sheet_table *table)
{
    return strcmp(table->columns[0].def->id, "project") == 0;
}

/* From white over the middle to the full colour, as in the workbook; shares
 * from 0 to 1, changes from -50 to 50 points. */
static unsigned scale_colour(ore_column_scale scale, double value)
{
    static const unsigned less = 0x6FA8DC, half = 0xB7D4EE, white = 0xFFFFFF,
                          more = 0xF46A25;
    const bool is_share = scale == ORE_SCALE_SHARE;
    const double at =
        fmin(1.0, fmax(0.0, is_share ? value : (value + 50.0) / 100.0));
    const unsigned from =
        at < 0.5 ? (is_share ? white : less) : (is_share ? half : white);
    const unsigned to =
        at < 0.5 ? (is_share ? half : white) : (is_share ? less : more);
    const double part = at < 0.5 ? 2.0 * at : 2.0 * at - 1.0;
    unsigned colour = 0;

    for (int shift = 16; shift >= 0; shift -= 8) {
        const double a = (from >> shift) & 0xFF, b = (to >> shift) & 0xFF;

        colour = colour << 8 | (unsigned)lround(a + part * (b - a));
    }
    return colour;
}

/* How a cell looks: its own look, or that of the mark that it holds. */
static ore_cell_look look_of(const ore_page *page, const ore_sheet_cell *cell,
                             const ore_column_def *def)
{
    for (int i = 0; i < ORE_MARKS_MAX && def->marks[i].look; i++) {
        if (ore_cell_is_text(page->book, cell, def->marks[i].text)) {
            return def->marks[i].look;
        }
    }
    return cell->is_number && cell->number > 0.0 && def->positive != ORE_PLAIN
               ? def->positive
               : cell->look;
}

/* Letters of classes, as page.css has them. */
static void put_class(const ore_page *page, const ore_sheet_table *table, int c,
                      const ore_sheet_cell *cell)
{
    static const char *const looks[ORE_LOOKS] = {
        [ORE_INPUT] = " i",     [ORE_STRONG] = " s", [ORE_GREY] = " q",
        [ORE_GOOD] = " good",   [ORE_BAD] = " bad",  [ORE_BUILD] = " build",
        [ORE_PRODUCE] = " make"};
    const ore_column_def *def = table->columns[c].def;
    const char *look = looks[look_of(page, cell, def)];
    const char *place = is_right(table, c)                         ? " n"
                        : table->columns[c].quantity == ORE_LETTER ? " c"
                        : table->columns[c].wraps                  ? " w"
                                                                   : "";

    if (look || *place) {
        char *classes = ore_print("%s%s", place, look ? look : "");

        ore_html_put(page, " class=\"%s\"", classes + 1);
        free(classes);
    }
    if (cell->is_number && def->scale != ORE_NO_SCALE) {
        ore_html_put(page, " style=\"background:#%06x\"",
                     scale_colour(def->scale, cell->number));
    }
}

static double largest(const ore_sheet_table *table, int c)
{
    double most = 0.0;

    for (int row = 0; row < table->n_rows; row++) {
        const ore_sheet_cell *cell = &table->cells[row * table->n_columns + c];

        most = cell->is_number ? fmax(most, cell->number) : most;
    }
    return most;
}

/* How large the number is among those of its column. */
static void put_bar(const ore_page *page, const ore_sheet_table *table, int c,
                    double number)
{
    const double most = largest(table, c);

    if (most > 0.0 && number > 0.0) {
        ore_html_put(page, "<i class=\"bar\" style=\"width:%.0f%%\"></i>",
                     100.0 * number / most);
    }
}

static void put_number(const ore_page *page, double number,
                       ore_quantity quantity)
{
    char *shown = ore_text_of_number(number, quantity);

    ore_html_text(page, shown);
    free(shown);
}

static void put_cell(const ore_page *page, const ore_sheet_table *table, int c,
                     const ore_sheet_cell *cell)
{
    const char *tag = c == 0 ? "th" : "td";
    const bool has_text = !cell->is_number && cell->text;
    bool is_link;

    ore_html_put(page, c == 0 ? "<th scope=\"row\"" : "<td");
    put_class(page, table, c, cell);
    ore_html_put(page, ">");
    is_link = has_text && open_link(page, cell);
    if (cell->is_number) {
        put_number(page, cell->number, cell->quantity);
    } else if (has_text) {
        ore_html_text(page, cell->text);
    }
    ore_html_put(page, is_link ? "</a>" : "");
    if (cell->is_number && table->columns[c].def->bar) {
        put_bar(page, table, c, cell->number);
    }
    ore_html_put(page, "</%s>", tag);
}

static void put_rows(const ore_page *page, const ore_sheet *sheet,
                     const ore_sheet_table *table)
{
    ore_html_put(page, "<tbody>\n");
    for (int row = 0; row < table->n_rows; row++) {
        if (is_target(table)) {
            ore_html_put(page, "<tr id=\"%s-%s-%d\">", ore_html_id(sheet),
                         table->def->slug, row + 1);
        } else {
            ore_html_put(page, "<tr>");
        }
        for (int c = 0; c < table->n_columns; c++) {
            put_cell(page, table, c, &table->cells[row * table->n_columns + c]);
        }
        ore_html_put(page, "</tr>\n");
    }
    ore_html_put(page, "</tbody>\n");
}

static bool has_totals(const ore_sheet_table *table)
{
    for (int c = 0; c < table->n_columns; c++) {
        if (table->columns[c].has_total) {
            return true;
        }
    }
    return false;
}

static void put_totals(const ore_page *page, const ore_sheet_table *table)
{
    ore_html_put(page, "<tfoot>\n<tr>");
    for (int c = 0; c < table->n_columns; c++) {
        ore_html_put(page, c == 0 ? "<th scope=\"row\"%s>" : "<td%s>",
                     is_right(table, c) ? " class=\"n\"" : "");
        if (table->columns[c].has_total) {
            put_number(page, ore_column_sum(table, c),
                       table->columns[c].quantity);
        } else if (c == 0) {
            ore_html_word(page, ORE_TEXT_TOTAL);
        }
        ore_html_put(page, c == 0 ? "</th>" : "</td>");
    }
    ore_html_put(page, "</tr>\n</tfoot>\n");
}

/* Points that a page of paper takes across, upright and lying, and the width of
 * a digit of its tables. */
static const double upright_points = 515.0, lying_points = 762.0;
static const double digit_points = 4.3;

/* Wide tables are printed on lying pages, and in smaller letters if they have
 * to. */
static void put_size(const ore_page *page, const ore_sheet *sheet,
                     const ore_sheet_table *table)
{
    const int n = ore_sheet_columns(sheet);
    double *width = ore_alloc(n, sizeof *width);
    double wide = 0.0;

    ore_sheet_column_widths(sheet, n, width);
    for (int c = 0; c < table->n_columns; c++) {
        wide += digit_points * fmin(width[c], 40.0);
    }
    free(width);
    if (wide > upright_points) {
        ore_html_put(page, " class=\"wide\" style=\"--fit:%.2f\"",
                     fmax(0.6, fmin(1.0, lying_points / wide)));
    }
}

/* Lists, and tables of several pages, are shown and printed when they are
 * opened. */
static bool is_folded(const ore_sheet *sheet, const ore_sheet_table *table)
{
    enum { MANY_ROWS = 120 };

    return sheet->is_list || table->n_rows > MANY_ROWS;
}

static void put_fold(const ore_page *page, const ore_sheet_table *table)
{
    ore_html_put(page, "<details>\n");
    ore_html_element(
        page, "summary",
        ore_book_compose(page->book, ORE_TEXT_HTML_LIST,
                         ore_book_number(page->book, table->n_rows, 0)));
}

static void put_table(const ore_page *page, const ore_sheet *sheet,
                      const ore_sheet_table *table)
{
    const char *id = ore_book_print(page->book, "%s-%s", ore_html_id(sheet),
                                    table->def->slug);

    ore_html_open_scroll(page, "aria-labelledby", id);
    ore_html_put(page, "<table");
    put_size(page, sheet, table);
    ore_html_put(page, ">\n<caption id=\"%s\"%s>", id,
                 table->note ? "" : " class=\"unseen\"");
    ore_html_text(page, ore_html_caption(sheet, table));
    ore_html_put(page, "</caption>\n<thead>\n<tr>");
    for (int c = 0; c < table->n_columns; c++) {
        put_heading(page, table, c);
    }
    ore_html_put(page, "</tr>\n</thead>\n");
    put_rows(page, sheet, table);
    if (has_totals(table)) {
        put_totals(page, table);
    }
    ore_html_put(page, "</table>\n");
    ore_html_close_scroll(page);
}

void ore_html_table(const ore_page *page, const ore_sheet *sheet, int i)
{
    const ore_sheet_table *table = &sheet->tables[i];
    const bool folds = is_folded(sheet, table);

    if (folds) {
        put_fold(page, table);
    }
    put_table(page, sheet, table);
    ore_html_put(page, folds ? "</details>\n" : "");
}
