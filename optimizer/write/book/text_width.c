/* How wide texts are, in widths of the digit 0 of Arial 10 on a screen: 7 of
 * its pixels. Print has no pixels; there the digit takes 1.06 of them. */
#include <utf8proc.h>

#include "base/wrap.h"
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

static double character_width(int c)
{
    if (utf8proc_charwidth(c) == 2) {
        return wide;
    }
    if (utf8proc_charwidth(c) == 0) {
        return 0.0;
    }
    return per_em * (c >= ' ' && c <= '~' ? latin[c - ' '] / 1000.0 : 0.6);
}

double ore_text_width(const char *text)
{
    double width = 0.0;

    while (*text) {
        int c = 0;

        text += ore_character_at(text, &c);
        width += character_width(c);
    }
    return width;
}

size_t ore_text_line_break(const char *text, double width)
{
    double used = 0.0;
    size_t at = 0, best = 0;
    int before = 0;

    while (text[at]) {
        int c = 0;
        const int n = ore_character_at(text + at, &c);

        if (before == '\n') {
            return at;
        }
        if (at > 0 && ore_may_break(before, c)) {
            best = at;
        }
        used += character_width(c);
        /* Blanks at the end of a line take no room. */
        if (used > width && at > 0 && c != ' ') {
            return best > 0 ? best : at;
        }
        before = c;
        at += (size_t)n;
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
        int c = 0;

        text += ore_character_at(text, &c);
        has = utf8proc_charwidth(c) == 2;
    }
    return has;
}
