/* Which encoding bytes are in that are not UTF-8: judged by what the text
 * would be. A wrong guess is worse than none, so each judge is strict. */
#ifndef OPTIMIZER_READ_FORMATS_ENCODINGS_H
#define OPTIMIZER_READ_FORMATS_ENCODINGS_H

#include "orefolio/common.h"

/** Whether the bytes are Japanese text in CP932: kana and kanji of everyday
 * use, no half-width kana where none can stand, no single kanji inside a Latin
 * word. */
bool ore_is_japanese(const char *bytes, long length);

/** Whether the bytes are Western text in Windows-1252: every accented letter
 * is in a word of a language that has it, every sign where such signs stand. */
bool ore_is_western(const char *bytes, long length);

#endif
