/* Tags of a part that are too long to be one of a spreadsheet. */
#include <string.h>

#include "read/formats/xlsx_parts.h"

enum { longest_tag = 1 << 16 /* bytes */ };

/* The end of the tag, comment or CDATA section at `at`. */
static const char *tag_end(const char *at, const char *end)
{
    const size_t left = (size_t)(end - at);
    const bool is_comment = left > 4 && memcmp(at, "<!--", 4) == 0;
    const bool is_data = left > 9 && memcmp(at, "<![CDATA[", 9) == 0;
    char quote = '\0';

    if (is_comment || is_data) {
        const char *found = memmem(at, left, is_comment ? "-->" : "]]>", 3);

        return found ? found + 3 : end;
    }
    for (; at < end && (quote || *at != '>'); at++) {
        if (quote) {
            quote = *at == quote ? '\0' : quote;
        } else if (*at == '"' || *at == '\'') {
            quote = *at;
        }
    }
    return at;
}

/* Looked for before expat, which takes seconds for a million attributes. */
bool ore_has_long_tag(const char *text, size_t length)
{
    const char *const end = text + length;
    const char *at = memchr(text, '<', length);

    while (at) {
        const char *after = tag_end(at, end);

        if (after - at > longest_tag) {
            return true;
        }
        at = memchr(after, '<', (size_t)(end - after));
    }
    return false;
}
