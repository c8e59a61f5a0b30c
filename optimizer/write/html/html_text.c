/* Text of a page: nothing that comes from the input is ever taken for a tag. */
#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "write/html/html.h"

void ore_html_put(const ore_page *page, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    vfprintf(page->out, fmt, args);
    va_end(args);
}

/* Controls, surrogates and what Unicode keeps for no character. */
static bool is_allowed(int point)
{
    return point >= ' ' && (point < 0x7F || point > 0x9F) &&
           (point < 0xD800 || point > 0xDFFF) && (point & 0xFFFE) != 0xFFFE;
}

void ore_html_text(const ore_page *page, const char *text)
{
    long left = (long)strlen(text);

    while (left > 0) {
        int point;
        const int used = ore_next_char(text, left, &point);

        switch (used > 0 ? point : 0) {
        case '&': fputs("&amp;", page->out); break;
        case '<': fputs("&lt;", page->out); break;
        case '>': fputs("&gt;", page->out); break;
        case '"': fputs("&quot;", page->out); break;
        case '\'': fputs("&#39;", page->out); break;
        case '\t':
        case '\n':
        case '\r': fputc(' ', page->out); break;
        default:
            if (used > 0 && is_allowed(point)) {
                fwrite(text, 1, (size_t)used, page->out);
            } else {
                fputs("\xEF\xBF\xBD", page->out);
            }
        }
        text += used > 0 ? used : 1;
        left -= used > 0 ? used : 1;
    }
}

void ore_html_word(const ore_page *page, ore_text text)
{
    ore_html_text(page, ore_book_text(page->book, text));
}

void ore_html_element(const ore_page *page, const char *tag, const char *text)
{
    ore_html_put(page, "<%s>", tag);
    ore_html_text(page, text);
    ore_html_put(page, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}
