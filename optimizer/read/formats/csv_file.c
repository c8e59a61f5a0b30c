/* Reading CSV through libcsv.
 *
 * libcsv knows no positions, drops empty lines without a word and lets an
 * unterminated quote swallow the rest of the file. So it is fed in pieces that
 * end at a comma, quote or end of line: what it reports after a piece began
 * where we saw it begin. */
#include "read/formats/csv_file.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

typedef struct parser {
    ore_table_maker *maker;
    ore_diags *diags;
    const char *file;
    ore_where start; /* of the field in hand */
    bool has_start;
    const char *ends, *blanks; /* what ends a piece; what a field is trimmed of
                                */
} parser;

static void take_field(void *bytes, size_t length, void *data)
{
    parser *p = data;

    p->has_start = false;
    ore_table_field(p->maker, bytes, length, p->start);
}

static void take_end_of_row(int c, void *data)
{
    const parser *p = data;

    (void)c;
    ore_table_end_row(p->maker);
}

/* Length of the piece at `text`: up to its first separator, included. */
static size_t piece(const parser *p, const char *text, long left)
{
    const size_t plain = strcspn(text, p->ends);

    return plain < (size_t)left ? plain + 1 : (size_t)left;
}

/* Where the next field begins: at its first character that is no blank. */
static void begin_field(parser *p, const char *text, ore_where at)
{
    if (!p->has_start) {
        at.column += (int)strspn(text, p->blanks);
        p->start = at;
        p->has_start = true;
    }
}

static void advance(ore_where *at, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\n') {
            at->line++;
            at->column = 1;
        } else if (((unsigned char)text[i] & 0xC0) != 0x80) {
            at->column++;
        }
    }
}

static void bad_quote(const parser *p)
{
    ore_error(p->diags, p->start,
              "quotes do not match: a field with '\"' is quoted whole and its "
              "quotes are doubled");
}

static bool feed(parser *p, struct csv_parser *csv, const char *text,
                 long length)
{
    ore_where at = {p->file, 1, 1};
    const char *const end = text + length;
    const char *start = text;

    while (text < end && !ore_table_is_full(p->maker)) {
        const size_t size = piece(p, text, end - text);

        if (!p->has_start) {
            start = text;
        }
        begin_field(p, text, at);
        if (text + size - start > 2 * ORE_LONGEST_FIELD) {
            ore_error(p->diags, p->start,
                      "field is longer than %d bytes (is a closing quote "
                      "missing?)",
                      ORE_LONGEST_FIELD);
            return false;
        }
        if (csv_parse(csv, text, size, take_field, take_end_of_row, p) !=
            size) {
            bad_quote(p);
            return false;
        }
        if (ore_table_fields(p->maker) == 0 &&
            strspn(start, " \t\n") >= (size_t)(text + size - start)) {
            p->has_start = false; /* a blank line: nothing was reported */
        }
        advance(&at, text, size);
        text += size;
    }
    if (!ore_table_is_full(p->maker) &&
        csv_fini(csv, take_field, take_end_of_row, p) != 0) {
        bad_quote(p);
        return false;
    }
    return !ore_table_is_full(p->maker);
}

static ore_table *parse(const char *text, long length, char separator,
                        const ore_expected *expected, parser *p)
{
    const char ends[] = {separator, '"', '\n', '\0'};
    struct csv_parser csv;

    p->ends = ends;
    p->blanks = separator == '\t' ? " " : " \t";
    ore_table_expect(p->maker, expected);
    csv_init(&csv, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_realloc_func(&csv, ore_library_resize);
    csv_set_delim(&csv, (unsigned char)separator);
    const bool good = feed(p, &csv, text, length);
    csv_free(&csv);
    return good ? ore_table_finish(p->maker) : ore_table_drop(p->maker);
}

/* How many fields of the line, of `length` bytes, are columns that are
 * expected, and how many have a name at all. Quotes around them do not count.
 */
static int count_known(const char *line, size_t length, char separator,
                       const ore_expected *expected, int *n)
{
    char *copy = ore_alloc((int)length + 1, 1), *at = copy;
    int known = 0;

    memcpy(copy, line, length);
    *n = 0;
    while (at) {
        char *end = strchr(at, separator);

        if (end) {
            *end = '\0';
        }
        at += strspn(at, " \"");
        at[strcspn(at, "\"")] = '\0';
        *n += *at != '\0';
        known += *at && expected->knows(expected->kind, at);
        at = end ? end + 1 : NULL;
    }
    free(copy);
    return known;
}

/* The separator that makes most of a header of the first line that is one. */
static char find_separator(const char *text, long length,
                           const ore_expected *expected)
{
    static const char separators[] = ",;\t";
    const char *const end = text + length;
    char best = ',';
    int max = 0;

    for (int line = 0; line < 2 * ORE_MAX_TITLES && text < end && max == 0;
         line++) {
        const size_t size = strcspn(text, "\n");

        for (int i = 0; separators[i] && size <= ORE_LONGEST_FIELD; i++) {
            int n;
            const int known =
                count_known(text, size, separators[i], expected, &n);

            if (known > max && ore_is_header(n, known)) {
                best = separators[i];
                max = known;
            }
        }
        text += size + 1;
    }
    return best;
}

ore_table *ore_parse_csv(const char *text, long length, ore_where where,
                         ore_store *store, ore_diags *diags)
{
    parser p = {.maker = ore_table_begin(where.file, store, diags),
                .diags = diags,
                .file = where.file};

    return parse(text, length, ',', NULL, &p);
}

ore_table *ore_parse_any_csv(const ore_input_text *text,
                             const ore_expected *expected, ore_where where,
                             ore_store *store, ore_diags *diags)
{
    const char separator = find_separator(text->text, text->length, expected);
    parser p = {.maker = ore_table_begin(where.file, store, diags),
                .diags = diags,
                .file = where.file};
    ore_table *table = parse(text->text, text->length, separator, expected, &p);

    if (table) {
        table->separator = separator;
    }
    return table;
}
