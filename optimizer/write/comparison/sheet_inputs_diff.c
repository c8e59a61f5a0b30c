/* InputsDiff: the assumptions that differ between the base and another case,
 * one figure a row, and no others. Of a scenario of the same round file these
 * are the figures that it changed, patterns spelled out; of another round file
 * they are the input files that differ and the figures of the sheet Inputs. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "write/book/columns.h"
#include "write/book/compare.h"

enum { CASE, WHAT, BASE, OTHER, CHANGE, RATIO, SOURCE, COLUMNS };

/* Figures of one case that are told one by one: what is beyond them is
 * counted, as nobody reads it. */
enum { MOST_FIGURES = 2000 };

/* A row under way: which case, and how many figures it has had. */
typedef struct diff {
    ore_sheet *sheet;
    int at_case, count;
} diff;

static ore_sheet_cell *add_row(const diff *d, const char *what,
                               const char *source)
{
    ore_book *book = d->sheet->book;
    ore_sheet_cell *row = ore_next_row(d->sheet);

    ore_set_text(&row[CASE], ore_case_label(book, d->at_case));
    ore_set_text(&row[WHAT], what);
    for (int i = BASE; i <= RATIO; i++) {
        ore_set_text(&row[i], ore_say(book, ORE_TEXT_NOT_APPLICABLE));
    }
    ore_set_text(&row[SOURCE], source);
    return row;
}

/* Once both values of the newest row are there. */
static void set_change(const diff *d, ore_sheet_cell *row)
{
    ore_book *book = d->sheet->book;
    const ore_sheet_cell *base = &row[BASE], *other = &row[OTHER];

    if (!base->is_number || !other->is_number) {
        return;
    }
    row[CHANGE].quantity = base->quantity;
    ore_set_formula(book, &row[CHANGE], other->number - base->number, "=%s-%s",
                    ore_here(d->sheet, OTHER), ore_here(d->sheet, BASE));
    if (base->number != 0.0) {
        ore_set_formula(book, &row[RATIO], other->number / base->number,
                        "=%s/%s", ore_here(d->sheet, OTHER),
                        ore_here(d->sheet, BASE));
    }
}

/* As a number when it is one. */
static void set_value(const diff *d, ore_sheet_cell *cell, const char *text)
{
    double number;

    cell->look = ORE_INPUT;
    if (!ore_parse_number(text, &number)) {
        ore_set_number(cell, number);
    } else {
        cell->quantity = ORE_TEXT_CELL;
        ore_set_text(cell, *text ? text
                                 : ore_say(d->sheet->book, ORE_TEXT_NOT_GIVEN));
    }
}

static bool are_same(const char *a, const char *b)
{
    double first, second;

    return strcmp(a, b) == 0 ||
           (!ore_parse_number(a, &first) && !ore_parse_number(b, &second) &&
            first == second);
}

static void add_pair(diff *d, const char *what, const char *base,
                     const char *other, const char *source)
{
    if (are_same(base, other) || d->count++ >= MOST_FIGURES) {
        return;
    }
    ore_sheet_cell *row = add_row(d, what, source);

    set_value(d, &row[BASE], base);
    set_value(d, &row[OTHER], other);
    set_change(d, row);
}

/* How long the next word of a list is, and what of it stands before the number:
 * "2026:" of "2026:400". */
static size_t next_word(const char **text, size_t *prefix)
{
    *text += strspn(*text, " \t");
    const size_t length = strcspn(*text, " \t");
    const char *colon = memchr(*text, ':', length);

    *prefix = colon ? (size_t)(colon + 1 - *text) : 0;
    return length;
}

/* Whether both are lists of the same years. */
static bool are_lists(const char *a, const char *b)
{
    bool same = strchr(a, ':') && strchr(b, ':');

    while (same) {
        size_t of_a, of_b;
        const size_t n_a = next_word(&a, &of_a), n_b = next_word(&b, &of_b);

        if (n_a == 0 || n_b == 0) {
            return n_a == n_b;
        }
        same = of_a > 0 && of_a == of_b && strncmp(a, b, of_a) == 0;
        a += n_a;
        b += n_b;
    }
    return false;
}

/* A list "2026:400 2027:300" is a figure for each of its years. */
static void add_figure(diff *d, const char *address, const char *base,
                       const char *other, const char *source)
{
    ore_book *book = d->sheet->book;

    if (!are_lists(base, other)) {
        add_pair(d, address, base, other, source);
        return;
    }
    size_t of_base, of_other, n_base;

    while ((n_base = next_word(&base, &of_base)) > 0) {
        const size_t n_other = next_word(&other, &of_other);

        add_pair(
            d, ore_keep(book, "%s %.*s", address, (int)of_base - 1, base),
            ore_keep(book, "%.*s", (int)(n_base - of_base), base + of_base),
            ore_keep(book, "%.*s", (int)(n_other - of_other), other + of_other),
            source);
        base += n_base;
        other += n_other;
    }
}

static const char *source_of(ore_book *book, const ore_changed *changed)
{
    return changed->where.line > 0 ? ore_source_text(book, changed->where)
                                   : ore_say(book, ORE_TEXT_COMMAND_LINE);
}

/* What either changed, and the other not in the same way. */
static void add_changed(diff *d, const ore_round *base, const ore_round *other)
{
    ore_book *book = d->sheet->book;
    int i = 0, j = 0;

    while (i < base->n_changed || j < other->n_changed) {
        const ore_changed *a = &base->changed[i], *b = &other->changed[j];
        const int order = i == base->n_changed    ? 1
                          : j == other->n_changed ? -1
                                                  : ore_compare_changed(a, b);
        const ore_changed *told = order < 0 ? a : b;

        add_figure(d, told->address, order <= 0 ? a->after : b->before,
                   order >= 0 ? b->after : a->before, source_of(book, told));
        i += order <= 0;
        j += order >= 0;
    }
}

/* The input of that name, else one with the same bytes; the round file, which
 * is the first, is no table. */
static const ore_input *find_input(const ore_round *round,
                                   const ore_input *wanted)
{
    const ore_input *same = NULL;

    for (int i = 1; i < round->n_inputs; i++) {
        const ore_input *input = &round->inputs[i];

        if (strcmp(input->path, wanted->path) == 0) {
            return input;
        }
        same = strcmp(input->sha256, wanted->sha256) == 0 ? input : same;
    }
    return same;
}

static void set_hash(ore_book *book, ore_sheet_cell *cell,
                     const ore_input *input)
{
    cell->quantity = ORE_TEXT_CELL;
    ore_set_text(
        cell,
        input ? ore_compose(book, ORE_TEXT_SHA_256,
                            (const char *const[]){
                                ore_keep(book, "%.12s", input->sha256), NULL})
              : ore_say(book, ORE_TEXT_NOT_GIVEN));
}

static void add_file(const diff *d, const ore_input *base,
                     const ore_input *other)
{
    ore_book *book = d->sheet->book;
    const ore_input *named = other ? other : base;

    if (base && other && strcmp(base->sha256, other->sha256) == 0) {
        return;
    }
    ore_sheet_cell *row =
        add_row(d,
                ore_compose(book, ORE_TEXT_INPUT_FILE,
                            (const char *const[]){named->path, NULL}),
                named->path);

    set_hash(book, &row[BASE], base);
    set_hash(book, &row[OTHER], other);
}

static void add_files(const diff *d, const ore_round *base,
                      const ore_round *other)
{
    add_file(d, base->inputs, other->inputs);
    for (int i = 1; i < base->n_inputs; i++) {
        add_file(d, &base->inputs[i], find_input(other, &base->inputs[i]));
    }
    for (int i = 1; i < other->n_inputs; i++) {
        if (!find_input(base, &other->inputs[i])) {
            add_file(d, NULL, &other->inputs[i]);
        }
    }
}

static const ore_sheet_cell *find_assumption(const ore_sheet_table *table,
                                             const ore_sheet_cell *wanted)
{
    for (int i = 0; i < table->n_rows; i++) {
        const ore_sheet_cell *row = &table->cells[i * table->n_columns];

        if (strcmp(row[0].text, wanted[0].text) == 0 &&
            strcmp(row[1].text, wanted[1].text) == 0) {
            return row;
        }
    }
    return NULL;
}

static void copy_value(const diff *d, ore_sheet_cell *to,
                       const ore_sheet_cell *row)
{
    const ore_sheet_cell *from = row ? &row[ORE_INPUTS_VALUE] : NULL;

    to->look = ORE_INPUT;
    to->quantity = from ? from->quantity : ORE_TEXT_CELL;
    if (from && from->is_number) {
        ore_set_number(to, from->number);
    } else {
        ore_set_text(to, from ? from->text
                              : ore_say(d->sheet->book, ORE_TEXT_NOT_GIVEN));
    }
}

static bool have_same_value(const ore_sheet_cell *a, const ore_sheet_cell *b)
{
    a += ORE_INPUTS_VALUE;
    b += ORE_INPUTS_VALUE;
    return a->is_number == b->is_number &&
           (a->is_number ? a->number == b->number
                         : strcmp(a->text, b->text) == 0);
}

static void add_assumption(diff *d, const ore_sheet_cell *base,
                           const ore_sheet_cell *other)
{
    ore_book *book = d->sheet->book;
    const ore_sheet_cell *named = other ? other : base;

    if ((base && other && have_same_value(base, other)) ||
        d->count++ >= MOST_FIGURES) {
        return;
    }
    ore_sheet_cell *row = add_row(
        d, ore_join(book, ORE_TEXT_LABEL_OF, named[0].text, named[1].text),
        named[ORE_INPUTS_SOURCE].text);

    copy_value(d, &row[BASE], base);
    copy_value(d, &row[OTHER], other);
    set_change(d, row);
}

static void add_assumptions(diff *d, const ore_case *base,
                            const ore_case *other)
{
    ore_book *const books[] = {
        ore_inputs_book_new(base->round, base->result, d->sheet->book->options),
        ore_inputs_book_new(other->round, other->result,
                            d->sheet->book->options)};
    const ore_sheet_table *of_base =
        &books[0]->sheets[ORE_SHEET_INPUTS].tables[0];
    const ore_sheet_table *of_other =
        &books[1]->sheets[ORE_SHEET_INPUTS].tables[0];

    for (int i = 0; i < of_base->n_rows; i++) {
        const ore_sheet_cell *row = &of_base->cells[i * of_base->n_columns];

        add_assumption(d, row, find_assumption(of_other, row));
    }
    for (int i = 0; i < of_other->n_rows; i++) {
        const ore_sheet_cell *row = &of_other->cells[i * of_other->n_columns];

        if (!find_assumption(of_base, row)) {
            add_assumption(d, NULL, row);
        }
    }
    ore_book_free(books[0]);
    ore_book_free(books[1]);
}

static bool are_of_one_file(const ore_round *a, const ore_round *b)
{
    return a->n_inputs == 0 || b->n_inputs == 0 ||
           strcmp(a->inputs[0].sha256, b->inputs[0].sha256) == 0;
}

static void add_case(ore_sheet *sheet, int c)
{
    ore_book *book = sheet->book;
    const ore_case *base = &book->cases[0], *other = &book->cases[c];
    diff d = {.sheet = sheet, .at_case = c};

    add_files(&d, base->round, other->round);
    if (are_of_one_file(base->round, other->round)) {
        add_changed(&d, base->round, other->round);
    } else {
        add_assumptions(&d, base, other);
    }
    if (d.count > MOST_FIGURES) {
        const char *more = ore_keep(book, "%d", d.count - MOST_FIGURES);

        add_row(&d,
                ore_compose(book, ORE_TEXT_MORE_FIGURES,
                            (const char *const[]){more, NULL}),
                ore_say(book, ORE_TEXT_NOT_APPLICABLE));
    }
}

void ore_fill_inputs_diff(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    static const struct {
        ore_text heading;
        ore_quantity quantity;
    } columns[COLUMNS] = {
        {ORE_TEXT_SCENARIO, ORE_TEXT_CELL}, {ORE_TEXT_ADDRESS, ORE_TEXT_CELL},
        {ORE_TEXT_VALUE_BASE, ORE_GENERAL}, {ORE_TEXT_VALUE_CASE, ORE_GENERAL},
        {ORE_TEXT_DIFFERENCE, ORE_GENERAL}, {ORE_TEXT_RATIO, ORE_SCORE},
        {ORE_TEXT_SOURCE, ORE_TEXT_CELL}};

    ore_add_table(sheet, "tblInputsDiff", "inputsdiff", NULL);
    ore_filter_table(sheet);
    for (size_t i = 0; i < COLUMNS; i++) {
        ore_add_column(sheet, ore_say(book, columns[i].heading),
                       columns[i].quantity);
    }
    for (int c = 1; c < book->n_cases; c++) {
        add_case(sheet, c);
    }
}
