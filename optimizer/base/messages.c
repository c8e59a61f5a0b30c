/* See orefolio/messages.h. */
#include "orefolio/messages.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *english, *japanese;
} messages[] = {
#define ORE_MESSAGE(english, japanese) {english, japanese},
#include "base/messages/cli.def"
#include "base/messages/events.def"
#include "base/messages/examples.def"
#include "base/messages/help.def"
#include "base/messages/keys.def"
#include "base/messages/limits.def"
#include "base/messages/read.def"
#include "base/messages/solve.def"
#undef ORE_MESSAGE
};

/* Of the process, as a locale is. */
static bool is_japanese = false;

void ore_messages_choose(const char *language)
{
    is_japanese = strcmp(language, "ja") == 0;
}

bool ore_messages_are_japanese(void)
{
    return is_japanese;
}

const char *ore_messages_locale(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (int i = 0; i < ORE_COUNT_OF(variables); i++) {
        const char *value = getenv(variables[i]);

        if (value && *value) {
            return strncmp(value, "ja", 2) == 0 ? "ja" : "en";
        }
    }
    return "en";
}

const char *ore_messages_entry(int i, const char **japanese)
{
    if (i >= ORE_COUNT_OF(messages)) {
        return NULL;
    }
    *japanese = messages[i].japanese;
    return messages[i].english;
}

static int by_english(const void *left, const void *right)
{
    return strcmp(messages[*(const int *)left].english,
                  messages[*(const int *)right].english);
}

/* The message's place; -1 = there is none. */
static int place_of(const char *english)
{
    static int order[ORE_COUNT_OF(messages)];
    static bool is_sorted = false;
    int from = 0, to = ORE_COUNT_OF(messages) - 1;

    if (!is_sorted) {
        for (int i = 0; i < ORE_COUNT_OF(messages); i++) {
            order[i] = i;
        }
        qsort(order, ORE_COUNT_OF(messages), sizeof *order, by_english);
        is_sorted = true;
    }
    while (from <= to) {
        const int middle = (from + to) / 2;
        const int way = strcmp(english, messages[order[middle]].english);

        if (way == 0) {
            return order[middle];
        }
        from = way > 0 ? middle + 1 : from;
        to = way < 0 ? middle - 1 : to;
    }
    return -1;
}

const char *ore_translated_to(bool to_japanese, const char *english)
{
    const int i = to_japanese ? place_of(english) : -1;

    return i >= 0 ? messages[i].japanese : english;
}

const char *ore_translated(const char *english)
{
    return ore_translated_to(is_japanese, english);
}
