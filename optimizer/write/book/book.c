/* The book: its sheets, still empty, and what their texts share. */
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "write/book/book.h"

/* How a sheet is printed: `print` of sheets.def. */
enum { PAGES, LIST };

static const struct {
    ore_text name, title, scope;
    ore_group group;
    bool is_list;
} sheets[ORE_SHEETS] = {
#define ORE_SHEET(id, name, pass, group, print)                                \
    {ORE_TEXT_NAME_##id, ORE_TEXT_TITLE_##id, ORE_TEXT_SCOPE_##id,             \
     ORE_GROUP_##group, (print) == LIST},
#include "write/book/sheets.def"
#undef ORE_SHEET
};

ore_book *ore_book_open(const ore_round *round, const ore_result *result,
                        const ore_write_options *options)
{
    ore_book *book = ore_alloc(1, sizeof *book);

    book->round = round;
    book->result = result;
    book->options = options;
    book->is_japanese = strcmp(options->language, "ja") == 0;
    book->money = round->currency;
    book->money_rate = 1.0;
    for (int i = 0; i < ORE_SHEETS; i++) {
        book->sheets[i].book = book;
        book->sheets[i].name = sheets[i].name;
        book->sheets[i].title = sheets[i].title;
        book->sheets[i].scope = sheets[i].scope;
        book->sheets[i].group = sheets[i].group;
        book->sheets[i].is_list = sheets[i].is_list;
    }
    return book;
}

void ore_book_convert_money(const ore_sheet *sheet)
{
    if (!sheet->book->is_converted) {
        return;
    }
    for (int k = 0; k < sheet->n_tables; k++) {
        const ore_sheet_table *table = &sheet->tables[k];

        for (int c = 0; c < table->n_rows * table->n_columns; c++) {
            if (table->cells[c].quantity == ORE_MONEY) {
                table->cells[c].number *= sheet->book->money_rate;
            }
        }
    }
}

bool ore_sheet_is_shown(const ore_sheet *sheet)
{
    return sheet->n_tables > 0 || sheet->n_lines > 0;
}

static void free_table(ore_sheet_table *table)
{
    for (int c = 0; c < table->n_columns; c++) {
        free(table->columns[c].heading);
    }
    for (int i = 0; i < table->n_rows * table->n_columns; i++) {
        free(table->cells[i].text);
    }
    free(table->columns);
    free(table->cells);
}

void ore_book_free(ore_book *book)
{
    if (!book) {
        return;
    }
    for (int i = 0; i < ORE_SHEETS; i++) {
        ore_sheet *sheet = &book->sheets[i];

        for (int k = 0; k < sheet->n_tables; k++) {
            free_table(&sheet->tables[k]);
        }
        for (int k = 0; k < sheet->n_lines; k++) {
            free(sheet->lines[k].text);
        }
        free(sheet->lines);
    }
    for (int i = 0; i < book->n_pool; i++) {
        free(book->pool[i]);
    }
    free(book->pool);
    free(book->names);
    free(book);
}

const char *ore_book_print(ore_book *book, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    book->pool =
        ore_grow(book->pool, book->n_pool, &book->room_pool, sizeof(char *));
    book->pool[book->n_pool] = ore_vprint(fmt, args);
    va_end(args);
    return book->pool[book->n_pool++];
}

const char *ore_book_digits(ore_book *book, int number)
{
    return ore_book_print(book, "%d", number);
}

const char *ore_book_text(const ore_book *book, ore_text text)
{
    return ore_text_in(text, book->is_japanese);
}

const char *ore_book_label(const ore_book *book, const char *label,
                           const char *label_ja)
{
    return book->is_japanese && label_ja ? label_ja : label;
}

const char *ore_book_title(const ore_book *book)
{
    const ore_round *round = book->round;
    const bool has_ja =
        round->name_ja && strcmp(round->name_ja, round->name) != 0;

    return book->is_japanese && has_ja ? round->name_ja
           : round->title              ? round->title
                                       : round->name;
}

const char *ore_book_compose_list(ore_book *book, ore_text text,
                                  const char *const *arguments)
{
    const char *from = ore_book_text(book, text);
    char *whole = ore_copy("");

    while (*from) {
        const bool is_place =
            from[0] == '{' && from[1] >= '1' && from[1] <= '9';
        /* A lone brace stands for itself. */
        const int plain = is_place ? 0 : 1 + (int)strcspn(from + 1, "{");
        char *longer = ore_print("%s%.*s%s", whole, plain, from,
                                 is_place ? arguments[from[1] - '1'] : "");

        free(whole);
        whole = longer;
        from += is_place ? 3 : plain;
    }
    const char *kept = ore_book_print(book, "%s", whole);

    free(whole);
    return kept;
}

const char *ore_book_project(const ore_book *book, const ore_project *project)
{
    return ore_book_label(book, project->name, project->name_ja);
}

const char *ore_book_number(ore_book *book, double value, int decimals)
{
    if (!isfinite(value)) {
        return ore_book_text(book, ORE_TEXT_NOT_APPLICABLE);
    }
    char *plain = ore_print("%.*f", decimals, fabs(value));
    const int whole = (int)strcspn(plain, ".");
    char *out = ore_alloc(2 * (int)strlen(plain) + 2, 1);
    int n = 0;

    if (value < 0.0 && strpbrk(plain, "123456789")) {
        out[n++] = '-';
    }
    for (int i = 0; plain[i]; i++) {
        out[n++] = plain[i];
        if (i < whole - 1 && (whole - 1 - i) % 3 == 0) {
            out[n++] = ',';
        }
    }
    const char *kept = ore_book_print(book, "%s", out);

    free(out);
    free(plain);
    return kept;
}

static const char *year_unit(const ore_book *book)
{
    switch (book->round->year_kind) {
    case ORE_YEARS_CALENDAR: break;
    case ORE_YEARS_JFY: return ore_book_text(book, ORE_TEXT_UNIT_JFY);
    case ORE_YEARS_USFY: return ore_book_text(book, ORE_TEXT_UNIT_USFY);
    }
    return "";
}

const char *ore_book_unit(const ore_book *book, ore_quantity quantity)
{
    switch (quantity) {
    case ORE_MONEY: return book->money_unit;
    case ORE_UNIT_COST: return book->unit_cost_unit;
    case ORE_FLOW: return ore_book_text(book, ORE_TEXT_UNIT_FLOW);
    case ORE_SHARE: return "%";
    case ORE_POINTS: return ore_book_text(book, ORE_TEXT_UNIT_POINTS);
    case ORE_YEAR: return year_unit(book);
    case ORE_TEXT_CELL:
    case ORE_LETTER:
    case ORE_SCORE:
    case ORE_COUNT:
    case ORE_MEAN:
    case ORE_TOLERANCE:
    case ORE_RATE:
    case ORE_FOREIGN:
    case ORE_GENERAL:
    case ORE_QUANTITIES: break;
    }
    return "";
}

const char *ore_book_target(ore_book *book, int i)
{
    const ore_target *target = &book->round->targets[i];

    return ore_book_compose(
        book, ORE_TEXT_TARGET,
        ORE_LABEL(book, &book->round->materials[target->material]),
        ORE_LABEL(book, &book->round->markets[target->market]));
}

const char *ore_book_conflict(const ore_book *book, int i)
{
    return book->is_japanese ? book->result->conflict_text_ja[i]
                             : book->result->conflict_text[i];
}

const char *ore_book_place(ore_book *book, ore_where where)
{
    if (!where.file) {
        return "";
    }
    const char *slash = strrchr(where.file, '/');
    const char *file = slash ? slash + 1 : where.file;

    return where.line > 0 ? ore_book_print(book, "%s:%d", file, where.line)
                          : ore_book_print(book, "%s", file);
}
