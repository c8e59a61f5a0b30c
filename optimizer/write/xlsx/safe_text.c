/* Text that every spreadsheet reads as it was meant. */
#include "write/xlsx/safe_text.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "orefolio/memory.h"

/* A cell holds 32,767 UTF-16 units. */
enum { UNITS_MAX = 32767, REPLACEMENT = 0xFFFD };

/* "_xHHHH_" stands for a character in the file format, so text that looks like
 * it needs its first underscore written as such. */
static bool looks_escaped(const char *text)
{
    if (text[0] != '_' || text[1] != 'x') {
        return false;
    }
    for (int i = 2; i < 6; i++) {
        if (!isxdigit((unsigned char)text[i])) {
            return false;
        }
    }
    return text[6] == '_';
}

static utf8proc_int32_t allowed(utf8proc_int32_t c)
{
    if (c == 0xFFFE || c == 0xFFFF) {
        return REPLACEMENT;
    }
    return c < 0x20 || (c >= 0x7F && c < 0xA0) ? ' ' : c;
}

char *ore_safe_text(const char *text)
{
    static const char underscore[] = "_x005F_";
    const size_t growth = sizeof underscore - 1;
    char *safe = ore_alloc((int)strlen(text) + 1, growth);
    size_t used = 0;
    int units = 0;

    while (*text) {
        utf8proc_int32_t c = 0;
        const utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &c);

        c = n > 0 ? allowed(c) : REPLACEMENT;
        units += looks_escaped(text) ? (int)growth : c > 0xFFFF ? 2 : 1;
        if (units > UNITS_MAX) {
            break;
        }
        if (looks_escaped(text)) {
            memcpy(safe + used, underscore, growth);
            used += growth;
        } else {
            used += (size_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)safe +
                                                        used);
        }
        text += n > 0 ? n : 1;
    }
    safe[used] = '\0';
    return safe;
}

/* What stands before a formula without changing it, for one program or another:
 * blanks, controls, marks that are not seen, quotation marks. */
static bool is_passed_over(utf8proc_int32_t c)
{
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF: return true;
    default: return c == 0xFF02;
    }
}

/* "=", "+", "-" and "@", also small and in full width, and the minus sign. */
static bool begins_formula(utf8proc_int32_t c)
{
    static const utf8proc_int32_t signs[] = {
        '=',    '+',    '-',    '@',    0x2212, 0xFE62, 0xFE63,
        0xFE66, 0xFE6B, 0xFF0B, 0xFF0D, 0xFF1D, 0xFF20};

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (signs[i] == c) {
            return true;
        }
    }
    return false;
}

bool ore_reads_as_formula(const char *text)
{
    while (*text) {
        utf8proc_int32_t c = 0;
        const utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &c);

        /* A quotation mark would have the reader look for its partner. */
        if (n <= 0 || !is_passed_over(c)) {
            return n > 0 && (c == '"' || begins_formula(c));
        }
        text += n;
    }
    return false;
}

/* Whether a heading's line ends before `at`: what stands in full-width
 * brackets, and a unit at the end, have a line of their own. */
static bool begins_line(const char *text, const char *at)
{
    return at > text &&
           (strncmp(at, "（", strlen("（")) == 0 ||
            (strncmp(at, " (", 2) == 0 && at == strrchr(text, '(') - 1 &&
             text[strlen(text) - 1] == ')'));
}

char *ore_safe_heading(const char *heading)
{
    char *text = ore_safe_text(heading);
    char *lines = ore_alloc(2 * (int)strlen(text) + 1, 1);
    size_t used = 0;

    for (const char *at = text; *at; at++) {
        if (begins_line(text, at)) {
            lines[used++] = '\n';
            at += *at == ' ';
        }
        lines[used++] = *at;
    }
    free(text);
    return lines;
}
