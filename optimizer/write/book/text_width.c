/* How wide texts are, in widths of the digit 0 of Arial 10 on a screen: 7 of
 * its pixels. Print has no pixels; there the digit takes 1.06 of them. */
#include <string.h>
#include <utf8proc.h>

#include "write/book/layout.h"

/* An em of an East Asian font, and some room, since fonts differ. */
static const double wide = 2.0;
static const double per_em = 1.06 / 0.556;

/* Arial's widths from the blank to the tilde, in thousandths of an em. */
static const short latin[] = {
    278, 278, 355, 556, 556,  889, 667, 191, 333, 333, 389, 584, 278, 333,
    278, 278, 556, 556, 556,  556, 556, 556, 556, 556, 556, 556, 278, 278,
    584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722,  778, 667, 778, 722, 667, 611, 722, 667, 944,
    667, 667, 611, 278, 278,  278, 469, 556, 333, 556, 556, 500, 556, 556,
    278, 556, 556, 222, 222,  500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500,  500, 500, 334, 260, 334, 584};

static double character_width(utf8proc_int32_t c)
{
    if (utf8proc_charwidth(c) == 2) {
        return wide;
    }
    if (utf8proc_charwidth(c) == 0) {
        return 0.0;
    }
    return per_em * (c >= ' ' && c <= '~' ? latin[c - ' '] / 1000.0 : 0.6);
}

/* The character at `text`; its length, 1 for a byte that is not UTF-8. */
static size_t next_character(const char *text, utf8proc_int32_t *c)
{
    const utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)text, -1, c);

    if (n <= 0) {
        *c = '?';
        return 1;
    }
    return (size_t)n;
}

double ore_text_width(const char *text)
{
    double width = 0.0;

    while (*text) {
        utf8proc_int32_t c = 0;

        text += next_character(text, &c);
        width += character_width(c);
    }
    return width;
}

static bool is_one_of(utf8proc_int32_t c, const char *marks)
{
    bool found = false;

    while (*marks && !found) {
        utf8proc_int32_t mark = 0;

        marks += next_character(marks, &mark);
        found = mark == c;
    }
    return found;
}

/* Whether a line may end between two characters: after a blank, and in
 * Japanese anywhere but before closing and after opening marks. */
static bool may_break(utf8proc_int32_t before, utf8proc_int32_t c)
{
    if (is_one_of(c, "、。，．）」；：ー・％)%,.") ||
        is_one_of(before, "（「(")) {
        return false;
    }
    return before == ' ' || utf8proc_charwidth(c) == 2 ||
           utf8proc_charwidth(before) == 2;
}

size_t ore_text_line_break(const char *text, double width)
{
    double used = 0.0;
    size_t at = 0, best = 0;
    utf8proc_int32_t before = 0;

    while (text[at]) {
        utf8proc_int32_t c = 0;
        const size_t n = next_character(text + at, &c);

        if (before == '\n') {
            return at;
        }
        if (at > 0 && may_break(before, c)) {
            best = at;
        }
        used += character_width(c);
        /* Blanks at the end of a line take no room. */
        if (used > width && at > 0 && c != ' ') {
            return best > 0 ? best : at;
        }
        before = c;
        at += n;
    }
    return at;
}

int ore_text_lines(const char *text, double width)
{
    int lines = 0;

    while (*text) {
        text += ore_text_line_break(text, width);
        lines++;
    }
    return lines > 0 ? lines : 1;
}

bool ore_text_is_wide(const char *text)
{
    bool has = false;

    while (*text && !has) {
        utf8proc_int32_t c = 0;

        text += next_character(text, &c);
        has = utf8proc_charwidth(c) == 2;
    }
    return has;
}
