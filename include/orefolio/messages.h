/* What the program says to whoever runs it, in the language of the terminal:
 * diagnostics, summaries, help. The English text is the key, as in gettext,
 * which itself would need the locale to be installed;
 * optimizer/base/messages/ has the others. */
#ifndef OREFOLIO_MESSAGES_H
#define OREFOLIO_MESSAGES_H

#include "orefolio/common.h"

/** The text in the language chosen, or as it is where there is none. Of a
 * format of printf the translation takes the same arguments, by number where
 * their order differs ("%2$s"). */
const char *ore_translated(const char *english) __attribute__((format_arg(1)));

/** The same in Japanese or in English, whatever was chosen: for texts that
 * workbooks show. */
const char *ore_translated_to(bool is_japanese, const char *english)
    __attribute__((format_arg(2)));

/** The short name that every reader of gettext knows. */
#define _(english) ore_translated(english)

/** Choose "ja" or, for anything else, English; before the first message. */
void ore_messages_choose(const char *language);
bool ore_messages_are_japanese(void);

/** The language of the user's locale by LC_ALL, LC_MESSAGES and LANG: "ja" or
 * "en". */
const char *ore_messages_locale(void);

/** For tests: the i-th pair of the catalogue, its translation in *japanese;
 * NULL past the end. */
const char *ore_messages_entry(int i, const char **japanese);

#endif
