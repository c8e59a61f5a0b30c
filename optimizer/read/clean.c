/* Making bytes clean UTF-8: encodings, ends of lines, hidden characters. */
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/input.h"

/* A file with this many bad characters is told no more of. */
enum { MOST_TOLD = 10 };

/* The position of byte `at`; other bytes than UTF-8 count one column each. */
static ore_where place(ore_where where, const char *text, long at)
{
    where.line = 1;
    where.column = 1;
    for (long i = 0; i < at; i++) {
        if (text[i] == '\n') {
            where.line++;
            where.column = 1;
        } else if (((unsigned char)text[i] & 0xC0) != 0x80) {
            where.column++;
        }
    }
    return where;
}

/* The offset of the first byte that is not UTF-8; -1 = none. */
static long malformed(const ore_text *text)
{
    for (long at = 0; at < text->length;) {
        int point;
        const int used =
            (signed char)text->text[at] > 0
                ? 1
                : ore_next_char(text->text + at, text->length - at, &point);

        if (used == 0) {
            return at;
        }
        at += used;
    }
    return -1;
}

/* Convert from CP932; false when it is not that either. */
static bool convert(ore_text *text)
{
    /* glibc's SHIFT_JIS refuses characters that Excel writes. */
    const iconv_t conversion = iconv_open("UTF-8", "CP932");

    if (conversion == (iconv_t)-1) {
        return false;
    }
    /* A byte of half-width katakana becomes three. */
    char *converted = ore_alloc((int)(3 * text->length + 1), 1);
    char *from = text->text, *to = converted;
    size_t left = (size_t)text->length, room = 3 * left;
    const size_t result = iconv(conversion, &from, &left, &to, &room);

    iconv_close(conversion);
    if (result == (size_t)-1) {
        free(converted);
        return false;
    }
    *to = '\0';
    free(text->text);
    text->text = converted;
    text->length = to - converted;
    return true;
}

static bool decode(ore_where where, ore_encoding encoding, ore_diags *diags,
                   ore_text *text)
{
    const long at = malformed(text);

    if (encoding == ORE_ENCODING_CP932) {
        if (convert(text)) {
            return true;
        }
        ore_error(diags, where, "not CP932 as 'encoding' says");
        return false;
    }
    if (at < 0) {
        return true;
    }
    const ore_where bad = place(where, text->text, at);
    const unsigned byte = (unsigned char)text->text[at];

    if (encoding == ORE_ENCODING_UTF8) {
        ore_error(diags, bad, "byte \\x%02X is not UTF-8", byte);
        return false;
    }
    if (!convert(text)) {
        ore_error(diags, bad, "byte \\x%02X is neither UTF-8 nor CP932", byte);
        return false;
    }
    ore_note(diags, where, "read as CP932 (Shift JIS of Windows)");
    return true;
}

/* CR LF to LF; a carriage return by itself is an error. */
static bool unify_lines(ore_where where, ore_diags *diags, ore_text *text)
{
    long to = 0;

    for (long at = 0; at < text->length; at++) {
        if (text->text[at] == '\r') {
            if (text->text[at + 1] != '\n') {
                ore_error(diags, place(where, text->text, to),
                          "carriage return without line feed, expected lines "
                          "that end with LF or CR LF");
                return false;
            }
            continue;
        }
        text->text[to++] = text->text[at];
    }
    text->length = to;
    text->text[to] = '\0';
    return true;
}

static bool is_plain(const ore_text *text, ore_where where, ore_diags *diags)
{
    int told = 0;

    where.line = 1;
    where.column = 1;
    for (long at = 0; at < text->length && told < MOST_TOLD;) {
        int point;

        at += ore_next_char(text->text + at, text->length - at, &point);
        if (point == '\n') {
            where.line++;
            where.column = 1;
            continue;
        }
        if (point != '\t' && ore_is_hidden(point)) {
            ore_error(diags, where, "character U+%04X, expected visible text",
                      (unsigned)point);
            told++;
        }
        where.column++;
    }
    return told == 0;
}

static bool begins(const ore_text *text, const char *mark, size_t length)
{
    return (size_t)text->length >= length &&
           memcmp(text->text, mark, length) == 0;
}

bool ore_clean_text(ore_where where, ore_encoding encoding, ore_diags *diags,
                    ore_text *text)
{
    const char *nul = memchr(text->text, '\0', (size_t)text->length);
    bool clean = false;

    if (begins(text, "\xFF\xFE", 2) || begins(text, "\xFE\xFF", 2)) {
        ore_error(diags, where, "UTF-16 text, expected UTF-8");
    } else if (nul) {
        ore_error(diags, place(where, text->text, nul - text->text),
                  "NUL byte, expected UTF-8 text");
    } else {
        if (begins(text, "\xEF\xBB\xBF", 3)) {
            text->length -= 3;
            memmove(text->text, text->text + 3, (size_t)text->length + 1);
        }
        clean = decode(where, encoding, diags, text) &&
                unify_lines(where, diags, text) && is_plain(text, where, diags);
    }
    if (!clean) {
        free(text->text);
        text->text = NULL;
    }
    return clean;
}
