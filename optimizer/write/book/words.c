/* Words of the input as the reader knows them. */
#include <stdlib.h>
#include <string.h>

#include "orefolio/goal.h"
#include "write/book/sheet.h"

static const struct known {
    const char *word, *english, *japanese;
} words[] = {
#define ORE_WORD(word, english, japanese) {word, english, japanese},
#include "write/book/words.def"
#undef ORE_WORD
};

static int compare(const void *word, const void *with)
{
    return strcmp(word, ((const struct known *)with)->word);
}

const char *ore_book_word(const ore_book *book, const char *word)
{
    const struct known *known = bsearch(
        word, words, sizeof words / sizeof *words, sizeof *words, compare);

    return known ? ore_book_label(book, known->english, known->japanese) : word;
}

const char *ore_book_goal(ore_book *book, const ore_objective *use)
{
    const char *title =
        ore_book_word(book, ore_objective_label(use, book->is_japanese));

    return *title >= 'a' && *title <= 'z'
               ? ore_book_print(book, "%c%s", *title - 'a' + 'A', title + 1)
               : title;
}
