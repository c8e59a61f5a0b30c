/* A sheet as a section: its heading, what it shows, its words and tables in
 * their order, each chart under the table that it draws. */
#include <string.h>

#include "write/html/html.h"

/* The text of lines from the i-th on that are one paragraph; the next line. */
static int put_lines(const ore_page *page, const ore_sheet *sheet, int i)
{
    do {
        ore_html_text(page, sheet->lines[i++].text);
    } while (i < sheet->n_lines && sheet->lines[i].goes_on);
    return i;
}

/* A heading or a paragraph; the next line. */
static int put_paragraph(const ore_page *page, const ore_sheet *sheet, int i)
{
    const ore_text_line *first = &sheet->lines[i];

    if (!*first->text) {
        return i + 1;
    }
    ore_html_put(page, first->is_head              ? "<h3>"
                       : first->look == ORE_STRONG ? "<p class=\"s\">"
                       : first->look == ORE_GREY   ? "<p class=\"q\">"
                                                   : "<p>");
    i = put_lines(page, sheet, i);
    ore_html_put(page, first->is_head ? "</h3>\n" : "</p>\n");
    return i;
}

/* Charts of a table; with NULL those that draw another sheet's. */
static void put_charts(ore_page *page, const ore_sheet *sheet,
                       const ore_sheet_table *table)
{
    for (int i = 0; i < sheet->n_charts; i++) {
        const ore_sheet_table *drawn =
            ore_book_table(sheet->book, sheet->charts[i].table);
        const bool is_own =
            drawn >= sheet->tables && drawn < sheet->tables + sheet->n_tables;

        if (table ? drawn == table : !is_own) {
            ore_html_chart(page, sheet, &sheet->charts[i]);
        }
    }
}

/* Words, and tables between them where the workbook has them. */
static void put_body(ore_page *page, const ore_sheet *sheet)
{
    int line = 0;

    for (int t = 0; t <= sheet->n_tables; t++) {
        while (line < sheet->n_lines &&
               (t == sheet->n_tables ||
                sheet->lines[line].row < sheet->tables[t].top)) {
            line = put_paragraph(page, sheet, line);
        }
        if (t < sheet->n_tables) {
            ore_html_table(page, sheet, t);
            put_charts(page, sheet, &sheet->tables[t]);
        }
    }
    put_charts(page, sheet, NULL);
}

static void put_scope(const ore_page *page, const ore_sheet *sheet)
{
    ore_book *book = page->book;
    const char *marks = ore_sheet_note_marks(book, sheet);

    ore_html_put(page, "<p class=\"scope\">");
    ore_html_text(page, ore_sheet_scope(sheet));
    if (*marks && ore_html_has(page, &book->sheets[ORE_SHEET_NOTES])) {
        ore_html_put(page, " <a href=\"#notes\">");
        ore_html_text(page, marks);
        ore_html_put(page, "</a>");
    }
    ore_html_put(page, "</p>\n");
}

void ore_html_sheet(ore_page *page, const ore_sheet *sheet)
{
    const char *id = ore_html_id(sheet);

    ore_html_put(page,
                 "<section id=\"%s\" class=\"g%d\" aria-labelledby=\"%s-h\">\n"
                 "<h2 id=\"%s-h\">",
                 id, (int)sheet->group, id, id);
    ore_html_word(page, sheet->title);
    ore_html_put(page, "</h2>\n");
    put_scope(page, sheet);
    put_body(page, sheet);
    ore_html_put(page, "</section>\n");
}
