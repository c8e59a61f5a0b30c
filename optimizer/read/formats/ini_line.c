/* Checking the lines of an INI file: "[kind NAME]", "key = value", comments. */
#include "read/formats/ini_line.h"

#include <string.h>

enum { LONGEST_NAME = 40, LONGEST_ADDRESS = 200 };

/* The line and how to complain about it. */
typedef struct scan {
    ore_ini_line line;
    ore_where where;
    ore_diags *diags;
} scan;

static const char name_chars[] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
static const char address_chars[] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.*?/";

/* The position of byte `at` of the line. */
static ore_where place(const scan *s, size_t at)
{
    ore_where where = s->where;

    where.column = 1;
    for (size_t i = 0; i < at; i++) {
        if (((unsigned char)s->line.text[i] & 0xC0) != 0x80) {
            where.column++;
        }
    }
    return where;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static size_t skip_blanks(const ore_ini_line *line, size_t at)
{
    while (at < line->length && is_blank(line->text[at])) {
        at++;
    }
    return at;
}

static size_t skip_name(const ore_ini_line *line, size_t at)
{
    while (at < line->length && line->text[at] != '\0' &&
           strchr(name_chars, line->text[at])) {
        at++;
    }
    return at;
}

/* The key of a scenario is an address: a name, perhaps a second one, and then
 * names, '*', '?' and '/' joined by dots. Other keys are plain names. */
static size_t skip_key(const ore_ini_line *line)
{
    const size_t plain = skip_name(line, 0);
    size_t at = plain;

    if (at < line->length && line->text[at] == ' ') {
        at = skip_blanks(line, at);
        while (at < line->length && line->text[at] != '.' &&
               line->text[at] != '\0' &&
               strchr(address_chars, line->text[at])) {
            at++;
        }
    }
    if (plain == 0 || at >= line->length || line->text[at] != '.') {
        return plain;
    }
    while (at < line->length && line->text[at] != '\0' &&
           strchr(address_chars, line->text[at])) {
        at++;
    }
    return at;
}

static void read_heading(scan *s)
{
    ore_ini_line *line = &s->line;
    const size_t kind = 1, kind_end = skip_name(line, kind);
    const size_t name = skip_blanks(line, kind_end);
    const size_t name_end = skip_name(line, name);

    line->is_heading = true;
    if (kind_end == kind || name_end >= line->length ||
        line->text[name_end] != ']' || (name > kind_end && name_end == name)) {
        ore_error(s->diags, place(s, name_end < line->length ? name_end : 0),
                  "section heading not understood, expected '[kind]' or "
                  "'[kind name]' with names of letters, digits, '_' and '-'");
        return;
    }
    const size_t rest = skip_blanks(line, name_end + 1);

    if (rest < line->length && line->text[rest] != ';' &&
        line->text[rest] != '#') {
        ore_error(s->diags, place(s, rest),
                  "text after ']', expected the end of the line");
        return;
    }
    if (name_end - name > LONGEST_NAME || kind_end - kind > LONGEST_NAME) {
        ore_error(s->diags, place(s, name),
                  "section name is longer than %d characters", LONGEST_NAME);
        return;
    }
    line->type = ORE_LINE_SECTION;
    line->kind = line->text + kind;
    line->kind_length = kind_end - kind;
    line->name = line->text + name;
    line->name_length = name_end - name;
}

/* inih takes " #" for part of the value, which few expect. */
static void warn_of_hash(const scan *s, size_t value)
{
    const ore_ini_line *line = &s->line;

    for (size_t at = value + 1; at < line->length; at++) {
        const bool after_blank = is_blank(line->text[at - 1]);

        if (after_blank && line->text[at] == ';') {
            return;
        }
        if (after_blank && line->text[at] == '#') {
            ore_warn(s->diags, place(s, at),
                     "'#' is part of the value here; a comment after a value "
                     "begins with ' ;'");
            return;
        }
    }
}

static void read_key(scan *s)
{
    ore_ini_line *line = &s->line;
    const size_t key_end = skip_key(line);
    const size_t sign = skip_blanks(line, key_end);

    if (sign < line->length && line->text[sign] == ':') {
        ore_error(s->diags, place(s, sign), "':' after the key, expected '='");
        return;
    }
    if (key_end == 0 || sign >= line->length || line->text[sign] != '=') {
        ore_error(s->diags, place(s, sign < line->length ? sign : 0),
                  "line not understood, expected 'key = value', '[section]' "
                  "or a comment");
        return;
    }
    const int longest =
        memchr(line->text, '.', key_end) ? LONGEST_ADDRESS : LONGEST_NAME;

    if (key_end > (size_t)longest) {
        ore_error(s->diags, s->where, "key is longer than %d characters",
                  longest);
        return;
    }
    const size_t value = skip_blanks(line, sign + 1);

    if (value >= line->length ||
        (line->text[value] == ';' && is_blank(line->text[value - 1]))) {
        ore_error(s->diags, place(s, sign),
                  "key without a value (leave the line out for the default)");
        return;
    }
    warn_of_hash(s, value);
    line->type = ORE_LINE_KEY;
    line->value_column = place(s, value).column;
}

ore_ini_line ore_ini_line_read(const char *text, size_t length, size_t longest,
                               ore_where where, ore_diags *diags)
{
    scan s = {{.text = text, .length = length}, where, diags};
    const size_t first = skip_blanks(&s.line, 0);

    if (length > longest) {
        /* A comment may be as long as it likes: nobody parses it. */
        if (*text == '[') {
            s.line.is_heading = true;
        }
        if (*text != ';' && *text != '#') {
            ore_error(diags, where, "line of %zu bytes, expected at most %zu",
                      length, longest);
        }
        return s.line;
    }
    if (first == length || text[first] == ';' || text[first] == '#') {
        return s.line;
    }
    if (first > 0) {
        ore_error(diags, place(&s, first),
                  "indented line, expected sections and keys to begin in "
                  "column 1 (values stand on one line)");
    } else if (*text == '[') {
        read_heading(&s);
    } else {
        read_key(&s);
    }
    return s.line;
}
