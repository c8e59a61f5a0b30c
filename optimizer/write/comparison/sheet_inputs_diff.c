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
#include "write/book/money.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("case", ORE_TEXT_SCENARIO, ORE_TEXT_CELL),
    ORE_COLUMN("what", ORE_TEXT_ADDRESS, ORE_TEXT_CELL),
    ORE_COLUMN("base", ORE_TEXT_VALUE_BASE, ORE_GENERAL),
    ORE_COLUMN("other", ORE_TEXT_VALUE_CASE, ORE_GENERAL),
    ORE_COLUMN("change", ORE_TEXT_DIFFERENCE, ORE_GENERAL),
    ORE_COLUMN("ratio", ORE_TEXT_RATIO, ORE_SCORE),
    ORE_COLUMN("source", ORE_TEXT_SOURCE, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblInputsDiff", "inputsdiff", columns, .is_filtered = true);

/* Figures of one case that are told one by one: what is beyond them is
 * counted, as nobody reads it. */
enum { MAX_FIGURES = 2000 };

/* A row under way: which case, and how many figures it has had. */
typedef struct diff {
    ore_sheet *sheet;
    int at_case, count;
} diff;

static ore_sheet_row add_row(const diff *d, const char *what,
                             const char *source)
{
    const ore_sheet_row row = ore_sheet_next(d->sheet);

    ore_cell_text(row, "case", ore_case_label(d->sheet->book, d->at_case));
    ore_cell_text(row, "what", what);
    ore_cell_word(row, "base", ORE_TEXT_NOT_APPLICABLE);
    ore_cell_word(row, "other", ORE_TEXT_NOT_APPLICABLE);
    ore_cell_word(row, "change", ORE_TEXT_NOT_APPLICABLE);
    ore_cell_word(row, "ratio", ORE_TEXT_NOT_APPLICABLE);
    ore_cell_text(row, "source", source);
    return row;
}

/* Once both values of the row are there. */
static void set_change(ore_sheet_row row)
{
    const ore_sheet_cell *base = ore_cell_at(row, "base");
    const ore_sheet_cell *other = ore_cell_at(row, "other");

    if (!base->is_number || !other->is_number) {
        return;
    }
    ore_cell_at(row, "change")->quantity = base->quantity;
    ore_cell_formula(row, "change", other->number - base->number,
                     "={other}-{base}");
    if (base->number != 0.0) {
        ore_cell_formula(row, "ratio", other->number / base->number,
                         "={other}/{base}");
    }
}

/* As a number when it is one. */
static void set_value(ore_sheet_row row, const char *id, const char *text)
{
    double number;

    ore_cell_at(row, id)->look = ORE_INPUT;
    if (!ore_parse_number(text, &number)) {
        ore_cell_number(row, id, number);
    } else {
        ore_cell_at(row, id)->quantity = ORE_TEXT_CELL;
        ore_cell_text_or(row, id, text, ORE_TEXT_NOT_GIVEN);
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
    if (are_same(base, other) || d->count++ >= MAX_FIGURES) {
        return;
    }
    const ore_sheet_row row = add_row(d, what, source);

    set_value(row, "base", base);
    set_value(row, "other", other);
    set_change(row);
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
            d, ore_book_print(book, "%s %.*s", address, (int)of_base - 1, base),
            ore_book_print(book, "%.*s", (int)(n_base - of_base),
                           base + of_base),
            ore_book_print(book, "%.*s", (int)(n_other - of_other),
                           other + of_other),
            source);
        base += n_base;
        other += n_other;
    }
}

static const char *source_of(ore_book *book, const ore_changed *changed)
{
    return changed->where.line > 0 ? ore_book_place(book, changed->where)
                                   : ore_book_text(book, ORE_TEXT_COMMAND_LINE);
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

static void set_hash(ore_sheet_row row, const char *id, const ore_input *input)
{
    ore_book *book = row.sheet->book;

    ore_cell_at(row, id)->quantity = ORE_TEXT_CELL;
    ore_cell_text_or(
        row, id,
        input ? ore_book_compose(book, ORE_TEXT_SHA_256,
                                 ore_book_print(book, "%.12s", input->sha256))
              : NULL,
        ORE_TEXT_NOT_GIVEN);
}

static void add_file(const diff *d, const ore_input *base,
                     const ore_input *other)
{
    const ore_input *named = other ? other : base;

    if (base && other && strcmp(base->sha256, other->sha256) == 0) {
        return;
    }
    const ore_sheet_row row = add_row(
        d, ore_book_compose(d->sheet->book, ORE_TEXT_INPUT_FILE, named->path),
        named->path);

    set_hash(row, "base", base);
    set_hash(row, "other", other);
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

/* The sheets Inputs of two cases. */
static const char *text_of(ore_sheet_row row, const char *id)
{
    return ore_cell_at(row, id)->text;
}

/* Whether the book has the assumption of the row; *found is its row there. */
static bool find_assumption(const ore_book *book, ore_sheet_row wanted,
                            ore_sheet_row *found)
{
    for (*found = ore_book_row(book, "inputs", 0);
         found->at < found->table->n_rows; found->at++) {
        if (strcmp(text_of(*found, "of"), text_of(wanted, "of")) == 0 &&
            strcmp(text_of(*found, "what"), text_of(wanted, "what")) == 0) {
            return true;
        }
    }
    return false;
}

/* The value of an assumption; NULL = it was not given. */
static void copy_value(ore_sheet_row row, const char *id,
                       const ore_sheet_row *given)
{
    const ore_sheet_cell *from = given ? ore_cell_at(*given, "value") : NULL;

    ore_cell_at(row, id)->look = ORE_INPUT;
    ore_cell_at(row, id)->quantity = from ? from->quantity : ORE_TEXT_CELL;
    if (from && from->is_number) {
        ore_cell_number(row, id, from->number);
    } else {
        ore_cell_text_or(row, id, from ? from->text : NULL, ORE_TEXT_NOT_GIVEN);
    }
}

static bool have_same_value(ore_sheet_row one, ore_sheet_row other)
{
    const ore_sheet_cell *a = ore_cell_at(one, "value");
    const ore_sheet_cell *b = ore_cell_at(other, "value");

    return a->is_number == b->is_number &&
           (a->is_number ? a->number == b->number
                         : strcmp(a->text, b->text) == 0);
}

/* `named` is the one of the two that names it; the other may be NULL. */
static void add_assumption(diff *d, ore_sheet_row named,
                           const ore_sheet_row *base,
                           const ore_sheet_row *other)
{
    if ((base && other && have_same_value(*base, *other)) ||
        d->count++ >= MAX_FIGURES) {
        return;
    }
    const ore_sheet_row row =
        add_row(d,
                ore_book_compose(d->sheet->book, ORE_TEXT_LABEL_OF,
                                 text_of(named, "of"), text_of(named, "what")),
                text_of(named, "source"));

    copy_value(row, "base", base);
    copy_value(row, "other", other);
    set_change(row);
}

/* A book whose only sheet is Inputs. The caller frees. */
static ore_book *inputs_of(const ore_round *round, const ore_result *result,
                           const ore_write_options *options)
{
    ore_book *book = ore_book_open(round, result, options);

    ore_sheet *inputs = &book->sheets[ORE_SHEET_INPUTS];

    ore_book_choose_money(book);
    ore_fill_inputs(inputs);
    ore_sheet_end(inputs);
    ore_book_convert_money(inputs);
    return book;
}

static void add_assumptions(diff *d, const ore_case *base,
                            const ore_case *other)
{
    const ore_write_options *options = d->sheet->book->options;
    ore_book *of_base = inputs_of(base->round, base->result, options);
    ore_book *of_other = inputs_of(other->round, other->result, options);
    ore_sheet_row like;

    for (ore_sheet_row row = ore_book_row(of_base, "inputs", 0);
         row.at < row.table->n_rows; row.at++) {
        const bool is_in_both = find_assumption(of_other, row, &like);

        add_assumption(d, is_in_both ? like : row, &row,
                       is_in_both ? &like : NULL);
    }
    for (ore_sheet_row row = ore_book_row(of_other, "inputs", 0);
         row.at < row.table->n_rows; row.at++) {
        if (!find_assumption(of_base, row, &like)) {
            add_assumption(d, row, NULL, &row);
        }
    }
    ore_book_free(of_base);
    ore_book_free(of_other);
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
    if (d.count > MAX_FIGURES) {
        const char *more = ore_book_digits(book, d.count - MAX_FIGURES);

        add_row(&d, ore_book_compose(book, ORE_TEXT_MORE_FIGURES, more),
                ore_book_text(book, ORE_TEXT_NOT_APPLICABLE));
    }
}

void ore_fill_inputs_diff(ore_sheet *sheet)
{
    ore_sheet_begin(sheet, &table, NULL);
    for (int c = 1; c < sheet->book->n_cases; c++) {
        add_case(sheet, c);
    }
}
