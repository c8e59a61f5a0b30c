/* Between the files that know the workbook library; its types stay behind
 * their names here. */
#ifndef OPTIMIZER_WRITE_XLSX_XLSX_PEN_H
#define OPTIMIZER_WRITE_XLSX_XLSX_PEN_H

#include "write/book/sheet.h"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

/** How text stands in its cell. */
typedef enum ore_setting {
    ORE_BARE,     /**< lines and sums, at the edge */
    ORE_INDENTED, /**< words of a table, off the number to their left */
    ORE_WRAPPED,  /**< the same, in several lines */
    ORE_FLUSH,    /**< words among numbers, where those stand */
    ORE_LABEL,    /**< years that name their rows, where words stand */
    ORE_SETTINGS
} ore_setting;

/** A workbook under way. */
typedef struct ore_pen {
    const ore_book *book;
    struct lxw_workbook *workbook;
    struct lxw_worksheet *sheet; /**< the one being drawn */
    /** By quantity, look, setting, and whether it is of formulas; made when
     * first needed. */
    struct lxw_format *formats[ORE_QUANTITIES][ORE_LOOKS][ORE_SETTINGS][2];
    struct lxw_format *title, *flag;
    /** Headers of tables without and with a filter, of words, of letters and of
     * numbers. */
    struct lxw_format *headers[2][3];
    int failures;       /**< errors of the library so far */
    unsigned n_strings; /**< cells of words that it was given: it may lose one
                             without an error */
} ore_pen;

/** Version of the workbook library. */
const char *ore_xlsx_version(void);

/** Set up the fonts of a new workbook. */
void ore_pen_begin(ore_pen *pen);

/** Draw everything of a sheet but its charts and page set-up; `width` is that
 * of its columns. */
void ore_pen_sheet(ore_pen *pen, const ore_sheet *sheet, const double *width);

/** Draw its charts, under what is there. */
void ore_pen_charts(ore_pen *pen, const ore_sheet *sheet);

/** The format of such cells; made when first needed. */
struct lxw_format *ore_pen_format(ore_pen *pen, ore_quantity quantity,
                                  ore_cell_look look, ore_setting setting);
/** The same for formulas: a cell of text would make its formula words when
 * somebody edits it. */
struct lxw_format *ore_pen_formula_format(ore_pen *pen, ore_quantity quantity,
                                          ore_cell_look look,
                                          ore_setting setting);

/** Paper, breaks between pages, and what stays in view. */
void ore_pen_page(ore_pen *pen, const ore_sheet *sheet, const double *width);

/** What follows or rules what the cells hold: marks, scales of changes, and
 * which figures may be entered. */
void ore_pen_marks(ore_pen *pen, const ore_sheet *sheet);

#endif
