/* Making bytes clean UTF-8: encodings, ends of lines, hidden characters. */
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/formats/encodings.h"
#include "read/formats/input.h"

/* A file with this many bad characters is told no more of. */
enum { MAX_TOLD = 10 };

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
static long malformed(const ore_input_text *text)
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

static bool begins(const ore_input_text *text, const char *mark, size_t length)
{
    return (size_t)text->length >= length &&
           memcmp(text->text, mark, length) == 0;
}

/* Convert from `charset`, as glibc names it. Returns the offset of the first
 * byte that is not in it, or -1. */
static long convert(const char *charset, ore_input_text *text)
{
    const iconv_t conversion = iconv_open("UTF-8", charset);

    if (conversion == (iconv_t)-1) {
        return 0;
    }
    /* A byte of half-width katakana or a euro sign becomes three. */
    char *converted = ore_alloc((int)(3 * text->length + 1), 1);
    char *from = text->text, *to = converted;
    size_t left = (size_t)text->length, room = 3 * left;
    const size_t result = iconv(conversion, &from, &left, &to, &room);

    iconv_close(conversion);
    if (result == (size_t)-1) {
        free(converted);
        return from - text->text;
    }
    *to = '\0';
    free(text->text);
    text->text = converted;
    text->length = to - converted;
    return -1;
}

/* An encoding besides UTF-8. */
typedef struct kind {
    const char *word, *charset, *title;
} kind;

/* glibc's SHIFT_JIS refuses characters that Excel writes. */
static const kind cp932 = {"cp932", "CP932", "CP932 (Shift JIS of Windows)"};
static const kind western = {"windows-1252", "CP1252",
                             "Windows-1252 (Western Europe)"};

/* What `encoding` says, whatever the text looks like. */
static bool decode_as(ore_where where, const kind *as, bool is_utf8,
                      ore_diags *diags, ore_input_text *text)
{
    const bool is_other = as == &cp932
                              ? ore_is_western(text->text, text->length) &&
                                    !ore_is_japanese(text->text, text->length)
                              : ore_is_japanese(text->text, text->length);
    const long bad = convert(as->charset, text);

    if (bad >= 0) {
        ore_error(diags, place(where, text->text, bad),
                  "byte \\x%02X is not %s as 'encoding' says",
                  (unsigned)(unsigned char)text->text[bad], as->word);
        return false;
    }
    if (is_utf8 || is_other) {
        ore_warn(diags, where,
                 "read as %s as 'encoding' says, but the text looks like %s",
                 as->title,
                 is_utf8        ? "UTF-8"
                 : as == &cp932 ? western.title
                                : cp932.title);
    }
    text->read_as = as->title;
    return true;
}

/* Bytes that are not UTF-8 from `at` on, and no word on what they are. */
static bool guess(ore_where where, long at, ore_diags *diags,
                  ore_input_text *text)
{
    const bool is_japanese = ore_is_japanese(text->text, text->length);
    const bool is_western = ore_is_western(text->text, text->length);
    const kind *as = is_japanese ? &cp932 : &western;
    const ore_where bad = place(where, text->text, at);
    const unsigned byte = (unsigned char)text->text[at];

    if (is_japanese == is_western || convert(as->charset, text) >= 0) {
        ore_error(diags, bad,
                  "byte \\x%02X is not UTF-8, and the text is %s: save it as "
                  "UTF-8, or say for tables what it is: [tables] encoding = "
                  "cp932 or windows-1252",
                  byte,
                  is_japanese && is_western
                      ? _("as likely CP932 as Windows-1252")
                      : _("not clearly CP932 (Japanese) or Windows-1252 "
                          "(Western)"));
        return false;
    }
    ore_note(diags, where, "read as %s", as->title);
    text->read_as = as->title;
    return true;
}

static bool decode(ore_where where, ore_encoding encoding, ore_diags *diags,
                   ore_input_text *text)
{
    const long at = malformed(text);
    bool is_plain = true;

    for (long i = 0; i < text->length && is_plain; i++) {
        is_plain = (signed char)text->text[i] >= 0;
    }
    if (encoding == ORE_ENCODING_CP932 || encoding == ORE_ENCODING_WESTERN) {
        return is_plain ||
               decode_as(where,
                         encoding == ORE_ENCODING_CP932 ? &cp932 : &western,
                         at < 0, diags, text);
    }
    if (at < 0) {
        return true;
    }
    if (encoding == ORE_ENCODING_UTF8) {
        ore_error(diags, place(where, text->text, at),
                  "byte \\x%02X is not UTF-8 as 'encoding' says",
                  (unsigned)(unsigned char)text->text[at]);
        return false;
    }
    return guess(where, at, diags, text);
}

/* What Excel calls "Unicode text". False when there is no such mark. */
static bool has_utf16_mark(const ore_input_text *text)
{
    return begins(text, "\xFF\xFE", 2) || begins(text, "\xFE\xFF", 2);
}

static bool decode_utf16(ore_where where, ore_encoding encoding,
                         ore_diags *diags, ore_input_text *text)
{
    const bool is_little = begins(text, "\xFF\xFE", 2);

    if (encoding != ORE_ENCODING_AUTO) {
        ore_error(diags, where,
                  "UTF-16 text, expected another as 'encoding' says: save it "
                  "as UTF-8, or leave 'encoding' out");
        return false;
    }
    text->length -= 2;
    memmove(text->text, text->text + 2, (size_t)text->length);
    const long bad = convert(is_little ? "UTF-16LE" : "UTF-16BE", text);

    if (bad >= 0) {
        ore_error(diags, where,
                  "damaged UTF-16 text at byte %ld, expected "
                  "UTF-8",
                  bad + 3);
        return false;
    }
    text->read_as =
        is_little ? "UTF-16 (little endian)" : "UTF-16 (big endian)";
    ore_note(diags, where, "read as %s", text->read_as);
    return true;
}

/* Bytes of any encoding to UTF-8 without a mark. */
static bool to_utf8(ore_where where, ore_encoding encoding, ore_diags *diags,
                    ore_input_text *text)
{
    if (has_utf16_mark(text)) {
        return decode_utf16(where, encoding, diags, text);
    }
    const char *nul = memchr(text->text, '\0', (size_t)text->length);

    if (nul) {
        ore_error(diags, place(where, text->text, nul - text->text),
                  "NUL byte, expected UTF-8 text");
        return false;
    }
    if (begins(text, "\xEF\xBB\xBF", 3)) {
        text->length -= 3;
        memmove(text->text, text->text + 3, (size_t)text->length + 1);
        if (encoding != ORE_ENCODING_AUTO) {
            encoding = ORE_ENCODING_UTF8; /* its mark says so */
        }
    }
    return decode(where, encoding, diags, text);
}

/* CR LF to LF; a carriage return by itself is an error. */
static bool unify_lines(ore_where where, ore_diags *diags, ore_input_text *text)
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

static bool is_plain(const ore_input_text *text, ore_where where,
                     ore_diags *diags)
{
    int told = 0;

    where.line = 1;
    where.column = 1;
    for (long at = 0; at < text->length && told < MAX_TOLD;) {
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

bool ore_clean_text(ore_where where, ore_encoding encoding, ore_diags *diags,
                    ore_input_text *text)
{
    const bool clean = to_utf8(where, encoding, diags, text) &&
                       unify_lines(where, diags, text) &&
                       is_plain(text, where, diags);

    if (!clean) {
        free(text->text);
        text->text = NULL;
    }
    return clean;
}
