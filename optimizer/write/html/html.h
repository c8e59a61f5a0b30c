/* Between the files that write the page. */
#ifndef OPTIMIZER_WRITE_HTML_HTML_H
#define OPTIMIZER_WRITE_HTML_HTML_H

#include <stdio.h>

#include "write/book/picture.h"
#include "write/book/sheet.h"

/** A page under way. */
typedef struct ore_page {
    FILE *out;
    ore_book *book;
    int n_pictures; /**< drawn so far: ids of their parts are numbered */
} ore_page;

/** The style sheet and the script, without their elements; page.css and
 * page.js. */
extern const char ore_html_style[], ore_html_script[];

/** Write program text as it is. */
void ore_html_put(const ore_page *page, const char *fmt, ...) ORE_PRINTF(2, 3);
/** Write any text so that a reader sees just that: between tags and within
 * quotes. What is not UTF-8, or no character of a page, becomes U+FFFD. */
void ore_html_text(const ore_page *page, const char *text);
/** Write a text of the program. */
void ore_html_word(const ore_page *page, ore_text text);
/** Write <tag> text </tag>; the tag may have attributes: "p class=\"x\"". */
void ore_html_element(const ore_page *page, const char *tag, const char *text);

/** Whether the page has that sheet: those for programs, and those that are
 * there to be changed, are of the workbook alone. */
bool ore_html_has(const ore_page *page, const ore_sheet *sheet);
/** "key_figures": the id of its section. */
const char *ore_html_id(const ore_sheet *sheet);

/** The sheet as a section. */
void ore_html_sheet(ore_page *page, const ore_sheet *sheet);
/** Table i of a sheet; a long one is folded. */
void ore_html_table(const ore_page *page, const ore_sheet *sheet, int i);
/** Words of a table's caption: its note, else the sheet's title. */
const char *ore_html_caption(const ore_sheet *sheet,
                             const ore_sheet_table *table);
/** Open and close what scrolls sideways where it has no room. The keyboard can
 * reach it, so it has a name: "aria-label" and the name, or "aria-labelledby"
 * and the id of what has it. */
void ore_html_open_scroll(const ore_page *page, const char *label,
                          const char *value);
void ore_html_close_scroll(const ore_page *page);

/** A chart as a figure; nothing where it has nothing to draw. */
void ore_html_chart(ore_page *page, const ore_sheet *sheet,
                    const ore_chart *chart);

/** Where the projects are: the map and a table that says the same. */
void ore_html_map(ore_page *page);
/** Whether the page has it: it is of one portfolio. */
bool ore_html_has_map(const ore_page *page);

#endif
