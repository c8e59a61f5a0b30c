/* Whether bytes are Japanese text in CP932. */
#include <string.h>

#include "read/formats/encodings.h"

typedef unsigned char byte;

/* The character in hand, and what was found so far. */
typedef struct judge {
    const byte *text;
    long length, at;
    long strong, weak; /* characters of everyday use, rarer ones */
    long kana;         /* length of the run of half-width kana in hand */
    long pairs;        /* length of the run of double-byte characters */
} judge;

static bool is_ascii_letter(int c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static int byte_at(const judge *j, long at)
{
    return at >= 0 && at < j->length ? j->text[at] : '\n';
}

static bool is_half_kana(int c)
{
    return c >= 0xA1 && c <= 0xDF;
}

static bool is_lead(int c)
{
    return (c >= 0x81 && c <= 0x9F) || (c >= 0xE0 && c <= 0xFC);
}

static bool is_trail(int c)
{
    return (c >= 0x40 && c <= 0x7E) || (c >= 0x80 && c <= 0xFC);
}

/* Whether the half-width kana `c` can follow `before`: sound marks belong to
 * some kana only, small kana and the long mark begin no word. */
static bool may_follow(int before, int c)
{
    const bool after_kana = before >= 0xA6 && before <= 0xDF;

    if (c == 0xDE) {
        return before == 0xB3 || (before >= 0xB6 && before <= 0xC4) ||
               (before >= 0xCA && before <= 0xCE);
    }
    if (c == 0xDF) {
        return before >= 0xCA && before <= 0xCE;
    }
    return (c >= 0xA7 && c <= 0xB0) ? after_kana : true;
}

static bool take_half_kana(judge *j)
{
    const int before = byte_at(j, j->at - 1), c = byte_at(j, j->at),
              after = byte_at(j, j->at + 1);
    const bool is_first = j->kana == 0;

    if (!may_follow(is_first ? '\n' : before, c) ||
        (is_first && !is_half_kana(after) &&
         (is_ascii_letter(before) || is_ascii_letter(after)))) {
        return false;
    }
    j->kana++;
    j->pairs = 0;
    j->at++;
    return true;
}

static bool is_mark(int lead)
{
    return lead == 0x81;
}

/* 0 = no character of Japanese, 1 = a rare one, 2 = one of everyday use. */
static int weight(int code)
{
    const bool everyday =
        (code >= 0x824F && code <= 0x8396) || /* letters, kana */
        (code >= 0x889F && code <= 0x9872);   /* kanji of level 1 */
    const bool rare =
        (code >= 0x839F && code <= 0x84BE) || /* Greek, Cyrillic, lines */
        (code >= 0x8740 && code <= 0x879C) || /* signs of NEC */
        (code >= 0x989F && code <= 0xEAA4) || /* kanji of level 2 */
        (code >= 0xED40 && code <= 0xEEFC) ||
        (code >= 0xFA40 && code <= 0xFC4B);

    return everyday ? 2 : rare ? 1 : 0;
}

static bool take_pair(judge *j)
{
    const int lead = byte_at(j, j->at), trail = byte_at(j, j->at + 1);
    const int before = byte_at(j, j->at - 1), after = byte_at(j, j->at + 2);
    const int found = is_trail(trail) ? weight(lead << 8 | trail) : 0;
    const bool in_word = is_ascii_letter(before) || is_ascii_letter(after);

    /* "Keliber\xE4sj": an accented letter and the next one, no kanji. */
    if (!is_trail(trail) ||
        (!is_mark(lead) &&
         (found == 0 || (j->pairs == 0 && in_word && is_ascii_letter(trail) &&
                         !is_lead(after) && !is_half_kana(after))))) {
        return false;
    }
    j->strong += found == 2;
    j->weak += found == 1;
    j->pairs++;
    j->kana = 0;
    j->at += 2;
    return true;
}

bool ore_is_japanese(const char *bytes, long length)
{
    judge j = {.text = (const byte *)bytes, .length = length};

    while (j.at < j.length) {
        const int c = j.text[j.at];

        if (c < 0x80) {
            j.kana = j.pairs = 0;
            j.at++;
        } else if (is_half_kana(c) ? !take_half_kana(&j)
                                   : !is_lead(c) || !take_pair(&j)) {
            return false;
        }
    }
    /* Half-width kana alone are as likely Chinese, Korean or Russian. */
    return j.strong > 0 && j.strong >= j.weak;
}
