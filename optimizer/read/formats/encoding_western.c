/* Whether bytes are Western text in Windows-1252. */
#include <string.h>

#include "read/formats/encodings.h"

typedef unsigned char byte;

typedef struct judge {
    const byte *text;
    long length;
    long opened, closed, low; /* curly quotes: 0x93, 0x94, 0x84 */
} judge;

/* The accented small letters of one language each. Icelandic is left out: its
 * letters are Turkish ones in Windows-1254. */
static const char *const languages[] = {
    "\xE5\xE4\xF6\xE9\xFC\xE0",                         /* Finnish, Swedish */
    "\xE6\xF8\xE5\xE9",                                 /* Danish, Norwegian */
    "\xE4\xF6\xFC\xDF\xE9",                             /* German */
    "\xE0\xE2\xE6\xE7\xE8\xE9\xEA\xEB\xEE\xEF\xF4\xF9"  /* French */
    "\xFB\xFC\x9C",                                     /* … */
    "\xE1\xE9\xED\xF3\xFA\xFC\xF1",                     /* Spanish */
    "\xE1\xE2\xE3\xE0\xE7\xE9\xEA\xED\xF3\xF4\xF5\xFA", /* Portuguese */
    "\xE0\xE8\xE9\xEC\xF2\xF9",                         /* Italian */
    "\xE0\xE8\xE9\xED\xEF\xF2\xF3\xFA\xFC\xE7",         /* Catalan */
    "\xE8\xE9\xEB\xEF\xF6\xFC",                         /* Dutch */
    NULL};

static int byte_at(const judge *j, long at)
{
    return at >= 0 && at < j->length ? j->text[at] : '\n';
}

static bool is_small(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c != 0xF7) || c == 0x9A ||
           c == 0x9C || c == 0x9E;
}

static bool is_large(int c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
           c == 0x8A || c == 0x8C || c == 0x8E || c == 0x9F;
}

static bool is_letter(int c)
{
    return is_small(c) || is_large(c);
}

static int small_of(int c)
{
    return c == 0x8C ? 0x9C : c >= 0xC0 && c <= 0xDE ? c + 0x20 : c;
}

/* Whether one language has all accented letters of the word. */
static bool has_language(const byte *word, long length)
{
    for (int l = 0; languages[l]; l++) {
        bool good = true;

        for (long i = 0; i < length && good; i++) {
            good = word[i] < 0x80 || strchr(languages[l], small_of(word[i]));
        }
        if (good) {
            return true;
        }
    }
    return false;
}

/* The word at `start`; its end, or -1 when it is no Western word. */
static long take_word(const judge *j, long start)
{
    long end = start, accented = 0;

    for (; is_letter(byte_at(j, end)); end++) {
        const int c = byte_at(j, end);

        /* "Haﾅ": no large accented letter follows a small one. */
        if (c >= 0x80 && is_large(c) && end > start &&
            is_small(byte_at(j, end - 1))) {
            return -1;
        }
        accented += c >= 0x80;
    }
    const long length = end - start;
    /* "à", "é" and "å" are words; of others the plain letters are most. */
    const bool is_alone =
        length == 1 && byte_at(j, start - 1) < 0x80 && byte_at(j, end) < 0x80;

    if (accented > 0 && !((is_alone || 2 * accented <= length) &&
                          has_language(j->text + start, length))) {
        return -1;
    }
    return end;
}

static bool is_in(int c, const char *set)
{
    return c && strchr(set, c);
}

/* Signs that stand where signs do; see the table of Windows-1252. */
static bool take_sign(judge *j, long at)
{
    const int before = byte_at(j, at - 1), c = byte_at(j, at),
              after = byte_at(j, at + 1);
    const bool in_word = is_letter(before) && is_letter(after);
    const bool by_sign = (before >= 0x80 && !is_letter(before)) ||
                         (after >= 0x80 && !is_letter(after));

    j->opened += c == 0x93;
    j->closed += c == 0x94;
    j->low += c == 0x84;
    if (c == 0xA0) { /* no-break blank */
        return true;
    }
    if (by_sign && before != 0xA0 && after != 0xA0) {
        return false;
    }
    if (in_word) {
        return is_in(c, "\x92\x96\x97\xB4\xB7");
    }
    if (is_in(c, "\x89\x95\x96\x97")) { /* per mille, bullet, dashes */
        return !is_letter(after);
    }
    return is_in(c, "\x80\x84\x85\x91\x92\x93\x94\x99\xA1\xA2\xA3\xA5\xA7\xA9"
                    "\xAA\xAB\xAE\xB0\xB1\xB2\xB3\xB4\xB5\xB7\xB9\xBA\xBB\xBC"
                    "\xBD\xBE\xBF\xD7");
}

bool ore_is_western(const char *bytes, long length)
{
    judge j = {.text = (const byte *)bytes, .length = length};

    for (long at = 0; at < length;) {
        const int c = j.text[at];

        if (is_letter(c)) {
            at = take_word(&j, at);
            if (at < 0) {
                return false;
            }
        } else if (c >= 0x80 && !take_sign(&j, at)) {
            return false;
        } else {
            at++;
        }
    }
    return j.opened == j.closed || j.opened == j.low;
}
