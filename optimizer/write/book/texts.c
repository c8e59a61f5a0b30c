/* Every text of the outputs, in the languages of the program. */
#include "write/book/texts.h"

static const char *const texts[ORE_TEXTS][2] = {
#define ORE_TEXT(id, english, japanese) {english, japanese},
#include "write/book/texts.def"
};

const char *ore_text_in(ore_text text, bool is_japanese)
{
    return texts[text][is_japanese ? 1 : 0];
}
