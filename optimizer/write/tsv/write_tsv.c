/* The tables of a book as text: one file each, fields between tabs, a header
 * row with units, numbers that read back as the same double. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/atomic.h"
#include "base/text.h"
#include "orefolio/memory.h"
#include "write/book/sheet.h"
#include "write/xlsx/safe_text.h"

/* A text that a spreadsheet could take for a formula gets an apostrophe, as
 * these files are opened by double click. */
static void put_text(FILE *out, const char *text)
{
    if (ore_reads_as_formula(text)) {
        fputc('\'', out);
    }
    for (; *text; text++) {
        fputc((unsigned char)*text < ' ' ? ' ' : *text, out);
    }
}

/* Shares are shown as per cent in the workbook and written as they are here,
 * so their unit is another. */
static void put_words(FILE *out, const ore_book *book, const char *text)
{
    const char *share = ore_book_text(book, ORE_TEXT_UNIT_SHARE);
    const size_t length = strlen(text);

    if (strcmp(text, "%") == 0) {
        fputs(share, out);
    } else if (length > 3 && strcmp(text + length - 3, "(%)") == 0) {
        char *stem = ore_print("%.*s(%s)", (int)length - 3, text, share);

        put_text(out, stem);
        free(stem);
    } else {
        put_text(out, text);
    }
}

static void put_cell(FILE *out, const ore_book *book,
                     const ore_sheet_cell *cell)
{
    if (cell->is_number) {
        char *number = ore_number_text(cell->number);

        fputs(number, out);
        free(number);
    } else if (cell->text) {
        put_words(out, book, cell->text);
    }
}

static void put_table(FILE *out, const ore_book *book,
                      const ore_sheet_table *table)
{
    for (int c = 0; c < table->n_columns; c++) {
        put_words(out, book, table->columns[c].heading);
        fputc(c < table->n_columns - 1 ? '\t' : '\n', out);
    }
    for (int i = 0; i < table->n_rows * table->n_columns; i++) {
        put_cell(out, book, &table->cells[i]);
        fputc((i + 1) % table->n_columns ? '\t' : '\n', out);
    }
}

static ore_status write_table(const char *dir, const ore_book *book,
                              const ore_sheet_table *table, ore_diags *diags)
{
    char *path = ore_print("%s/%s.tsv", dir, table->def->slug);
    ore_output *output = ore_output_open(path, diags);
    ore_status status = ORE_NO_OUTPUT;

    if (output) {
        put_table(ore_output_stream(output), book, table);
        status = ore_output_finish(output, diags);
    }
    free(path);
    return status;
}

/* All tables of the book, which is spent. */
static ore_status write_tables(ore_book *book, const char *dir,
                               ore_diags *diags)
{
    ore_status status = ORE_OK;

    if (mkdir(dir, 0777) != 0 && errno != EEXIST) {
        const ore_where nowhere = {0};

        ore_error(diags, nowhere, "cannot make the folder '%s': %s",
                  ore_shown(dir), strerror(errno));
        status = ORE_NO_OUTPUT;
    }
    for (int i = 0; i < ORE_SHEETS; i++) {
        for (int k = 0; k < book->sheets[i].n_tables && status == ORE_OK; k++) {
            status = write_table(dir, book, &book->sheets[i].tables[k], diags);
        }
    }
    ore_book_free(book);
    return status;
}

ore_status ore_write_tsv(const ore_round *round, const ore_result *result,
                         const ore_write_options *options, const char *dir,
                         ore_diags *diags)
{
    return write_tables(ore_book_new(round, result, options), dir, diags);
}

ore_status ore_write_comparison_tsv(const ore_case *cases, int n,
                                    const ore_write_options *options,
                                    const char *dir, ore_diags *diags)
{
    return write_tables(ore_comparison_new(cases, n, options), dir, diags);
}
