/* Addresses of cells and columns, and formulas that name them by ids. */
#include "write/book/table.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

void ore_column_letters(int column, char letters[8])
{
    char reversed[8];
    int n = 0;

    for (int c = column + 1; c > 0; c = (c - 1) / 26) {
        reversed[n++] = (char)('A' + (c - 1) % 26);
    }
    for (int i = 0; i < n; i++) {
        letters[i] = reversed[n - 1 - i];
    }
    letters[n] = '\0';
}

/* Where column `id` stands in the record of its table. */
static const ore_column_def *def_of(const ore_sheet_table *table,
                                    const char *id)
{
    const ore_column_def *column = table->def->columns;

    while (column->id && strcmp(column->id, id) != 0) {
        column++;
    }
    assert(column->id);
    return column;
}

/* The first column that does not stand before it. */
int ore_column_first(const ore_sheet_table *table, const char *id)
{
    const ore_column_def *wanted = def_of(table, id);
    int c = 0;

    while (c < table->n_columns && table->columns[c].def < wanted) {
        c++;
    }
    return c;
}

/* The last one that does not stand after it. */
int ore_column_last(const ore_sheet_table *table, const char *id)
{
    const ore_column_def *wanted = def_of(table, id);
    int c = table->n_columns - 1;

    while (c > 0 && table->columns[c].def > wanted) {
        c--;
    }
    return c;
}

/* Columns that a reference names: "face", "face..cost". */
typedef struct span {
    const ore_sheet *sheet;
    const ore_sheet_table *table;
    int first, last;
    bool is_own;   /* of the table that the reference is made in */
    bool is_range; /* from one column to another, be they the same */
} span;

static const ore_sheet *sheet_of(const ore_book *book,
                                 const ore_sheet_table *table)
{
    int i = 0;

    while (table < book->sheets[i].tables ||
           table >= book->sheets[i].tables + book->sheets[i].n_tables) {
        i++;
    }
    return &book->sheets[i];
}

/* `names` may be of another table than that of the row; it is taken apart. The
 * i-th column of a run; all of them when i < 0. */
static span find_span(const ore_book *book, const ore_sheet_table *own,
                      char *names, int i)
{
    char *last = strstr(names, "..");
    char *dot = strchr(names, '.');
    const char *first = names;
    span found = {.table = own, .is_own = !dot || dot == last};

    if (!found.is_own) {
        *dot = '\0';
        first = dot + 1;
        found.table = ore_book_table(book, names);
    }
    if (!found.table) {
        fprintf(stderr,
                "orefolio: no table '%s' yet, which a formula names: is its "
                "sheet of a later pass (sheets.def)?\n",
                names);
        abort();
    }
    found.sheet = sheet_of(book, found.table);
    if (last) {
        *last = '\0';
        found.is_range = true;
        found.first = ore_column_first(found.table, first);
        found.last = ore_column_last(found.table, last + 2);
    } else if (def_of(found.table, first)->count && i < 0) {
        found.is_range = true;
        found.first = ore_column_first(found.table, first);
        found.last = ore_column_last(found.table, first);
    } else {
        found.first = ore_column_index(found.table, first, i);
        found.last = found.first;
    }
    return found;
}

/* "'Gaps'!$C$6:$C$20", "'Gaps'!$C$4", "C6", "C6:D6"; the caller frees. A range
 * of sums names its sheet twice. */
static char *range_of(const ore_book *book, const span *s)
{
    char first[8], last[8];

    ore_column_letters(s->first, first);
    ore_column_letters(s->last, last);
    return ore_print("'%s'!$%s$%d:$%s$%d", ore_book_text(book, s->sheet->name),
                     first, s->table->top + 2, last,
                     s->table->top + s->table->n_rows + 1);
}

static char *cells_of(const span *s, const char *sheet, const char *dollar,
                      int row)
{
    char first[8], last[8];

    ore_column_letters(s->first, first);
    ore_column_letters(s->last, last);
    return s->is_range
               ? ore_print("%s%s%s%s%d:%s%s%s%s%d", sheet, dollar, first,
                           dollar, row, sheet, dollar, last, dollar, row)
               : ore_print("%s%s%s%s%d", sheet, dollar, first, dollar, row);
}

static char *total_of(const ore_book *book, const span *s)
{
    char *sheet = ore_print("'%s'!", ore_book_text(book, s->sheet->name));
    char *text = cells_of(s, sheet, "$", ore_sheet_total_row(s->table) + 1);

    free(sheet);
    return text;
}

/* What stands for the words between two braces; the caller frees. */
static char *resolve(ore_sheet_row row, const char *words)
{
    const ore_book *book = row.sheet->book;
    const bool is_total = strncmp(words, "total ", 6) == 0;
    char *names = ore_copy(words + (is_total ? 6 : 0));
    const span s = find_span(book, row.table, names, row.nth);
    char *text = is_total   ? total_of(book, &s)
                 : s.is_own ? cells_of(&s, "", "", row.table->top + row.at + 2)
                            : range_of(book, &s);

    free(names);
    return text;
}

const char *ore_cell_expand(ore_sheet_row row, const char *formula)
{
    char *whole = ore_copy("");

    while (*formula) {
        const size_t plain = strcspn(formula, "{");
        const char *open = formula + plain;
        const size_t length = *open ? strcspn(open + 1, "}") : 0;
        char *words = *open ? ore_print("%.*s", (int)length, open + 1) : NULL;
        char *text = words ? resolve(row, words) : ore_copy("");
        char *longer = ore_print("%s%.*s%s", whole, (int)plain, formula, text);

        formula = words ? open + length + 2 : open;
        free(whole);
        free(words);
        free(text);
        whole = longer;
    }
    const char *kept = ore_book_print(row.sheet->book, "%s", whole);

    free(whole);
    return kept;
}

const char *ore_cell_address(ore_sheet_row row, const char *id)
{
    return ore_cell_expand(row, ore_book_print(row.sheet->book, "{%s}", id));
}

/* A column of the book by its name, as `write` names it; kept by the book. */
static const char *address_of(ore_book *book, const char *column, int i,
                              char *(*write)(const ore_book *book,
                                             const span *s))
{
    char *names = ore_copy(column);
    const span s = find_span(book, NULL, names, i);
    char *text = write(book, &s);
    const char *kept = ore_book_print(book, "%s", text);

    free(names);
    free(text);
    return kept;
}

const char *ore_book_range(ore_book *book, const char *column, int i)
{
    return address_of(book, column, i, range_of);
}

const char *ore_book_total(ore_book *book, const char *column, int i)
{
    return address_of(book, column, i, total_of);
}

double ore_book_sum(const ore_book *book, const char *column, int i)
{
    char *names = ore_copy(column);
    const span s = find_span(book, NULL, names, i);

    double sum = 0.0;

    free(names);
    for (int c = s.first; c <= s.last; c++) {
        sum += ore_column_sum(s.table, c);
    }
    return sum;
}

int ore_book_count(const ore_book *book, const char *column, ore_text text)
{
    char *names = ore_copy(column);
    const span s = find_span(book, NULL, names, 0);
    int n = 0;

    for (int i = 0; i < s.table->n_rows; i++) {
        n += ore_cell_is_text(
            book, &s.table->cells[i * s.table->n_columns + s.first], text);
    }
    free(names);
    return n;
}
