/* See orefolio/phrases.h. */
#include "orefolio/phrases.h"

#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

static const struct {
    const char *english, *japanese;
} phrases[] = {
#define ORE_PHRASE(english, japanese) {english, japanese},
#include "base/phrases.def"
#undef ORE_PHRASE
};

/* NULL = there is no translation. */
static const char *japanese_of(const char *english)
{
    for (int i = 0; i < ORE_COUNT_OF(phrases); i++) {
        if (strcmp(phrases[i].english, english) == 0) {
            return phrases[i].japanese;
        }
    }
    return NULL;
}

bool ore_phrase_is_known(const char *english)
{
    return japanese_of(english) != NULL;
}

char *ore_phrase_fill(bool is_japanese, const char *english,
                      const char *const *arguments)
{
    const char *japanese = is_japanese ? japanese_of(english) : NULL;
    char *whole = ore_copy("");

    for (const char *from = japanese ? japanese : english; *from;) {
        const bool is_place = from[0] == '{';
        const int plain = is_place ? 0 : (int)strcspn(from, "{");
        char *longer = ore_print("%s%.*s%s", whole, plain, from,
                                 is_place ? arguments[from[1] - '1'] : "");

        free(whole);
        whole = longer;
        from += is_place ? 3 : plain;
    }
    return whole;
}

void ore_reason_say_list(ore_reason *reason, ore_reason_kind kind,
                         const char *const *phrase)
{
    free(reason->detail);
    free(reason->detail_ja);
    reason->kind = kind;
    reason->detail = ore_phrase_fill(false, phrase[0], phrase + 1);
    reason->detail_ja = ore_phrase_fill(true, phrase[0], phrase + 1);
}
