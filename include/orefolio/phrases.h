/* Sentences of the mathematics in the languages of the program. The English one
 * is the key; optimizer/base/phrases.def has the others. */
#ifndef OREFOLIO_PHRASES_H
#define OREFOLIO_PHRASES_H

#include "orefolio/result.h"

/** Whether the phrase has a translation. */
bool ore_phrase_is_known(const char *english);

/** The phrase in English or Japanese, its places {1}, {2}, … taken by the
 * arguments, which are as they are. What has no translation stays English. The
 * caller frees. */
char *ore_phrase_fill(bool is_japanese, const char *english,
                      const char *const *arguments);

/** Give the reason its kind, and the phrase as its detail in both languages;
 * what it had is freed. */
#define ore_reason_say(reason, kind, ...)                                      \
    ore_reason_say_list(reason, kind, (const char *const[]){__VA_ARGS__, NULL})
/** `phrase` [>= 1]: the English sentence, then its arguments; ends with NULL.
 */
void ore_reason_say_list(ore_reason *reason, ore_reason_kind kind,
                         const char *const *phrase);

#endif
