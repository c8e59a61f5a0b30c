/* Between the two files that know the workbook library; its types stay behind
 * their names here. */
#ifndef OPTIMIZER_WRITE_XLSX_PEN_H
#define OPTIMIZER_WRITE_XLSX_PEN_H

#include "write/sheet.h"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

/** A workbook under way. */
typedef struct ore_pen {
    const ore_book *book;
    struct lxw_workbook *workbook;
    struct lxw_worksheet *sheet; /**< the one being drawn */
    /** By quantity, look and wrapping; made when first needed. */
    struct lxw_format *formats[ORE_QUANTITIES][ORE_LOOKS][2];
    struct lxw_format *title, *header;
    int failures; /**< errors of the library so far */
} ore_pen;

/** Set up the fonts of a new workbook. */
void ore_pen_begin(ore_pen *pen);

/** Draw everything of a sheet but its charts and page set-up; `width` is that
 * of its columns. */
void ore_pen_sheet(ore_pen *pen, const ore_sheet *sheet, const double *width);

#endif
