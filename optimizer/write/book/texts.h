/* Every text of the outputs, in the languages of the program. */
#ifndef OPTIMIZER_WRITE_BOOK_TEXTS_H
#define OPTIMIZER_WRITE_BOOK_TEXTS_H

#include <stdbool.h>

typedef enum ore_text {
#define ORE_TEXT(id, english, japanese) ORE_TEXT_##id,
#include "write/book/texts.def"
    ORE_TEXTS
} ore_text;

/** The text in English or Japanese. */
const char *ore_text_in(ore_text text, bool is_japanese);

#endif
