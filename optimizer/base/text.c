/* Text from data, made safe to show, and near misses. */
#include "base/text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <utf8proc.h>

#include "orefolio/memory.h"

enum { RING = 8, SHOWN = 60, LONGEST_WORD = 48 };

bool ore_is_hidden(int point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x061C ||
           point == 0x200E || point == 0x200F ||
           (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF ||
           (point & 0xFFFE) == 0xFFFE;
}

int ore_next_char(const char *text, long length, int *point)
{
    utf8proc_int32_t read = -1;
    const utf8proc_ssize_t used = utf8proc_iterate(
        (const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &read);

    *point = (int)read;
    return used > 0 ? (int)used : 0;
}

int ore_unseen(const char *text)
{
    long left = (long)strlen(text);

    while (left > 0) {
        int point;
        const int used = ore_next_char(text, left, &point);

        if (ore_is_hidden(point) || point == 0xA0 || point == 0xAD ||
            point == 0x1680 || (point >= 0x2000 && point <= 0x200D) ||
            point == 0x202F || point == 0x205F || point == 0x2060 ||
            point == 0x3000) {
            return point;
        }
        text += used > 0 ? used : 1;
        left -= used > 0 ? used : 1;
    }
    return 0;
}

const char *ore_shown(const char *text)
{
    /* The one piece of shared state here: messages are made one at a time. */
    static char ring[RING][4 * 4 * SHOWN + 4];
    static int turn;
    char *const shown = ring[turn];
    long left = (long)strlen(text);
    size_t to = 0;

    turn = (turn + 1) % RING;
    for (int count = 0; left > 0 && count < SHOWN; count++) {
        int point;
        const int used = ore_next_char(text, left, &point);
        const int taken = used > 0 ? used : 1;

        for (int i = 0; i < taken; i++) {
            if (used > 0 && !ore_is_hidden(point)) {
                shown[to++] = text[i];
            } else {
                to += (size_t)sprintf(shown + to, "\\x%02X",
                                      (unsigned)(unsigned char)text[i]);
            }
        }
        text += taken;
        left -= taken;
    }
    /* An ellipsis where something was cut. */
    sprintf(shown + to, "%s", left > 0 ? "\xE2\x80\xA6" : "");
    return shown;
}

static int min(int a, int b)
{
    return a < b ? a : b;
}

/* Optimal string alignment: insert, delete, replace, swap neighbours. */
static int distance(const char *a, int m, const char *b, int n)
{
    int rows[3][LONGEST_WORD + 1];

    for (int j = 0; j <= n; j++) {
        rows[0][j] = j;
    }
    for (int i = 1; i <= m; i++) {
        int *now = rows[i % 3];
        const int *before = rows[(i + 2) % 3];

        now[0] = i;
        for (int j = 1; j <= n; j++) {
            const int same = a[i - 1] == b[j - 1] ? 0 : 1;

            now[j] = min(before[j - 1] + same, 1 + min(before[j], now[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
                a[i - 2] == b[j - 1]) {
                now[j] = min(now[j], rows[(i + 1) % 3][j - 2] + 1);
            }
        }
    }
    return rows[m % 3][n];
}

/* How far a near miss is off, 0 = in case only; -1 = it is none. */
static int miss(const char *word, const char *candidate)
{
    const size_t m = strlen(word), n = strlen(candidate);

    if (m == 0 || n == 0 || m > LONGEST_WORD || n > LONGEST_WORD) {
        return -1;
    }
    if (strcasecmp(word, candidate) == 0) {
        return 0;
    }
    const int far = distance(word, (int)m, candidate, (int)n);

    return far <= (m < 3 ? 0 : m < 6 ? 1 : 2) ? far : -1;
}

bool ore_near_miss(const char *word, const char *candidate)
{
    return miss(word, candidate) >= 0;
}

const char *ore_nearer(const char *word, const char *best,
                       const char *candidate)
{
    const int far = miss(word, candidate);

    return far >= 0 && (!best || !*best || far < miss(word, best)) ? candidate
                                                                   : best;
}

/* Whether all is ASCII; then it is made small in place. */
static bool fold_ascii(char *text)
{
    char *at = text;

    while (*at && (signed char)*at > 0) {
        at++;
    }
    if (*at) {
        return false;
    }
    for (at = text; *at; at++) {
        *at = (char)(*at >= 'A' && *at <= 'Z' ? *at + 'a' - 'A' : *at);
    }
    return true;
}

/* NFKC with case folded. */
static const utf8proc_option_t folding = UTF8PROC_NULLTERM | UTF8PROC_STABLE |
                                         UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                         UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;

char *ore_folded(const char *word)
{
    char *copy = ore_copy(word);
    utf8proc_uint8_t *folded = NULL;

    if (!fold_ascii(copy) &&
        utf8proc_map((const utf8proc_uint8_t *)word, 0, &folded, folding) ==
            UTF8PROC_ERROR_NOMEM) {
        ore_out_of_memory();
    }

    /* Malformed text is nothing but itself. */
    if (folded) {
        free(copy);
        copy = ore_copy((const char *)folded);
    }
    const size_t before = strspn(copy, " ");
    size_t length = strlen(copy + before);

    free(folded);
    while (length > 0 && strchr(" .", copy[before + length - 1])) {
        length--;
    }
    memmove(copy, copy + before, length);
    copy[length] = '\0';
    return copy;
}

bool ore_lists(const char *list, const char *id)
{
    const size_t length = strlen(id);
    const char *at = list;

    while (at && !(strncmp(at, id, length) == 0 &&
                   (at[length] == ',' || at[length] == '\0'))) {
        at = strchr(at, ',');
        at = at ? at + 1 : NULL;
    }
    return at != NULL;
}
