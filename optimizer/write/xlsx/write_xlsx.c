/* The workbook: sheets, names and properties. This file,
 * xlsx_*.c and template.c are the only ones that know the workbook library.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

#include "orefolio/memory.h"
#include "write/book/layout.h"
#include "write/xlsx/package.h"
#include "write/xlsx/safe_text.h"
#include "write/xlsx/xlsx_pen.h"

enum { DAY_ZERO = 1767225600 /* 2026-01-01 UTC */ };

static void note(ore_pen *pen, lxw_error error)
{
    pen->failures += error != LXW_NO_ERROR;
}

/* Equal inputs give equal bytes, so the time is not that of the clock. */
static time_t creation_time(const ore_write_options *options)
{
    struct tm day = {0};

    return options->date && strptime(options->date, "%Y-%m-%d", &day)
               ? timegm(&day)
               : (time_t)DAY_ZERO;
}

static void set_properties(ore_pen *pen)
{
    char *title = ore_safe_text(ore_book_title(pen->book));
    char *author = ore_print("orefolio %s", pen->book->options->version);
    lxw_doc_properties properties = {.title = title,
                                     .author = author,
                                     .created =
                                         creation_time(pen->book->options)};

    note(pen, workbook_set_properties(pen->workbook, &properties));
    free(title);
    free(author);
}

static void add_sheet(ore_pen *pen, const ore_sheet *sheet)
{
    const int n = ore_sheet_columns(sheet);
    double *width = ore_alloc(n, sizeof *width);

    pen->sheet = workbook_add_worksheet(pen->workbook,
                                        ore_book_text(pen->book, sheet->name));
    if (pen->sheet) {
        ore_sheet_column_widths(sheet, n, width);
        ore_pen_sheet(pen, sheet, width);
        ore_pen_charts(pen, sheet);
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
        if (ore_sheet_is_shown(&book->sheets[i])) {
            add_sheet(&pen, &book->sheets[i]);
        }
    }
    for (int i = 0; i < book->n_names; i++) {
        note(&pen, workbook_define_name(pen.workbook, book->names[i].name,
                                        book->names[i].target));
    }
    pen.failures += pen.workbook->sst->string_count != pen.n_strings;
    note(&pen, workbook_close(pen.workbook));
    return pen.failures == 0;
}

ore_status ore_write_workbook(const ore_round *round, const ore_result *result,
                              const ore_write_options *options,
                              const char *path, ore_diags *diags)
{
    ore_book *book = ore_book_new(round, result, options);
    const ore_status status = ore_write_package(path, build, book, diags);

    ore_book_free(book);
    return status;
}

ore_status ore_write_answers(const ore_round *round, const ore_result *result,
                             const ore_write_options *options, const char *path,
                             ore_diags *diags)
{
    ore_book *book = ore_answers_new(round, result, options);
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
