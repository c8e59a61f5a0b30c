/* Numbers as text, in and out. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "orefolio/memory.h"

/* Longer than any number anyone writes. */
enum { LONGEST = 60 };

static const char *skip_digits(const char *at)
{
    while (*at >= '0' && *at <= '9') {
        at++;
    }
    return at;
}

/* The end of the longest prefix that is a number; `text` when there is none. */
static const char *end_of_number(const char *text)
{
    const char *start = *text == '+' || *text == '-' ? text + 1 : text;
    const char *at = skip_digits(start);
    size_t digits = (size_t)(at - start);

    if (*at == '.') {
        const char *after = skip_digits(at + 1);

        digits += (size_t)(after - at - 1);
        at = after;
    }
    if (digits == 0) {
        return text;
    }
    if (*at == 'e' || *at == 'E') {
        const char *power = at[1] == '+' || at[1] == '-' ? at + 2 : at + 1;
        const char *after = skip_digits(power);

        at = after > power ? after : at;
    }
    return at;
}

static bool is_separated(const char *at)
{
    return at[0] == ',' && skip_digits(at + 1) == at + 4 &&
           (at[4] == '\0' || at[4] == ',' || at[4] == '.');
}

static bool has_wide_digit(const char *text)
{
    /* U+FF10 to U+FF19 */
    for (const char *at = strstr(text, "\xEF\xBC"); at;
         at = strstr(at + 1, "\xEF\xBC")) {
        const unsigned char last = (unsigned char)at[2];

        if (last >= 0x90 && last <= 0x99) {
            return true;
        }
    }
    return false;
}

/* Bytes of the minus sign U+2212, a dash (U+2010 to U+2015) or the full-width
 * ones at `text`; 0 = none is there. */
static size_t dash_length(const char *text)
{
    static const char *const dashes[] = {
        "\xE2\x88\x92", "\xE2\x80\x90", "\xE2\x80\x91",
        "\xE2\x80\x92", "\xE2\x80\x93", "\xE2\x80\x94",
        "\xE2\x80\x95", "\xEF\xBC\x8D", NULL};

    for (int i = 0; dashes[i]; i++) {
        if (strncmp(text, dashes[i], 3) == 0) {
            return 3;
        }
    }
    return 0;
}

/* Dashes alone, which people write for "no value". */
static bool is_dash(const char *text)
{
    const char *at = text;

    while (*at == '-' || dash_length(at) > 0) {
        at += *at == '-' ? 1 : dash_length(at);
    }
    return at > text && *at == '\0';
}

static bool is_word(const char *text)
{
    static const char *const words[] = {"nan", "inf", "infinity", NULL};
    const char *at = *text == '+' || *text == '-' ? text + 1 : text;

    for (int i = 0; words[i]; i++) {
        if (strcasecmp(at, words[i]) == 0) {
            return true;
        }
    }
    return false;
}

static const char *hint(const char *text, const char *end)
{
    const char *rest = end + strspn(end, " ");

    if (has_wide_digit(text)) {
        return " (full-width digits: write ASCII ones)";
    }
    if (is_word(text)) {
        return " (it must be finite)";
    }
    if (text[0] == '(' && strchr(text, ')')) {
        return " (negative numbers are written -5, not (5))";
    }
    if (text[0] == '#') {
        return " (a spreadsheet's error value)";
    }
    if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
        return " (hexadecimal is not read)";
    }
    if (is_dash(text)) {
        return " (leave the cell empty where there is no value)";
    }
    if (dash_length(text) > 0) {
        return " (its minus sign is a typographic one: write -)";
    }
    if (ore_unseen(text)) {
        return " (remove the no-break or hidden blank in it)";
    }
    if (end == text) {
        return strchr("$\xC2\xE2\xEF", text[0]) && text[0]
                   ? " without a currency sign"
                   : "";
    }
    if (*end == ',') {
        return is_separated(end) ? " (remove the thousands separator)"
                                 : " (the decimal sign is a point)";
    }
    if (*rest == '%' || strncmp(rest, "\xEF\xBC\x85", 3) == 0) {
        return " (12 % is written 0.12)";
    }
    return isdigit((unsigned char)*rest) ? " (remove the blanks)"
           : *end == '/' || *end == '-'  ? ", not a date"
                                         : " without a unit";
}

const char *ore_parse_number(const char *text, double *value)
{
    const char *end = end_of_number(text);

    if (end == text || *end != '\0') {
        return hint(text, end);
    }
    if (strlen(text) > LONGEST) {
        return " of at most 60 characters";
    }
    /* strtod follows the locale, which nothing in this program sets. */
    const double read = strtod(text, NULL);

    if (!isfinite(read)) {
        return " (it is too large)";
    }
    *value = read;
    return NULL;
}

char *ore_number_text(double value)
{
    /* Whole numbers as people write them, not 1e+04. */
    if (fabs(value) < 1e15 && value == floor(value)) {
        return ore_print("%.0f", value);
    }
    /* Any decimal of up to 15 digits survives the way through a double, so
     * there is nothing shorter than what %.15g leaves of it; and it keeps
     * 100 from being written 1e+02. */
    for (int digits = 15; digits < 17; digits++) {
        char *text = ore_print("%.*g", digits, value);

        if (strtod(text, NULL) == value) {
            return text;
        }
        free(text);
    }
    return ore_print("%.17g", value);
}

double ore_rounded(double value, double per_unit)
{
    return round(value * per_unit) / per_unit;
}
