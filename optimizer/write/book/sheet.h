/* A workbook before it has a file format: sheets of lines, tables and charts.
 *
 * Each sheet of the result is one file sheet_NAME.c and one line of
 * sheets.def. It fills an ore_sheet through the functions below; write_xlsx.c
 * draws it and write_tsv.c prints its tables. Every formula carries its value,
 * so a reader that does not calculate shows the same figures. */
#ifndef OPTIMIZER_WRITE_BOOK_SHEET_H
#define OPTIMIZER_WRITE_BOOK_SHEET_H

#include "write/book/book.h"
#include "write/book/table.h"

/** All sheets of the result, filled. The caller frees. */
ore_book *ore_book_new(const ore_round *round, const ore_result *result,
                       const ore_write_options *options);
/** The sheets of the study's answers, filled. The caller frees. */
ore_book *ore_answers_new(const ore_round *round, const ore_result *result,
                          const ore_write_options *options);
/** All sheets of a comparison, filled. The caller frees. */
ore_book *ore_comparison_new(const ore_case *cases, int n,
                             const ore_write_options *options);

/** Add a line under the title; before any table. */
void ore_sheet_line(ore_sheet *sheet, ore_cell_look look, const char *text);
/** Add a blank line and a heading within the sheet. */
void ore_sheet_head(ore_sheet *sheet, ore_text text);
/** Add a line that says a text; and one whose "{1}" become the arguments. */
void ore_sheet_text(ore_sheet *sheet, ore_cell_look look, ore_text text);
#define ore_sheet_say(sheet, look, text, ...)                                  \
    ore_sheet_say_list(sheet, look, text,                                      \
                       (const char *const[]){__VA_ARGS__, NULL})
void ore_sheet_say_list(ore_sheet *sheet, ore_cell_look look, ore_text text,
                        const char *const *arguments);
/** Draw a chart under the tables. */
void ore_sheet_draw(ore_sheet *sheet, ore_chart chart);
/** Draw a chart here: what follows stands under it. Of bars `n_rows` is given.
 */
void ore_sheet_draw_here(ore_sheet *sheet, ore_chart chart);

/** What the sheet shows, in what money and prices. Lives as long as the book.
 */
const char *ore_sheet_scope(const ore_sheet *sheet);
/** "[note 1] [note 4]": what the sheet's second line names; "" for none. Lives
 * as long as the book. */
const char *ore_sheet_note_marks(ore_book *book, const ore_sheet *sheet);

/** Fill one sheet; sheets.def says when. */
#define ORE_SHEET(id, name, pass, group, print)                                \
    void ore_fill_##name(ore_sheet *sheet);
#include "write/book/sheets.def"
#undef ORE_SHEET

/** Every project's line leads to its rows on other sheets, and back. All sheets
 * are filled. */
void ore_book_link_projects(ore_book *book);

#endif
