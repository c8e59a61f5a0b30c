/* Words of the input as the reader knows them. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/countries.h"
#include "orefolio/goal.h"
#include "write/book/book.h"

static const struct known {
    const char *word, *english, *japanese;
} words[] = {
#define ORE_WORD(word, english, japanese) {word, english, japanese},
#include "write/book/texts.def"
};

static int compare(const void *word, const void *with)
{
    return strcmp(word, ((const struct known *)with)->word);
}

/* NULL = the program does not know it. */
static const struct known *find(const char *word)
{
    return bsearch(word, words, sizeof words / sizeof *words, sizeof *words,
                   compare);
}

const char *ore_book_word(const ore_book *book, const char *word)
{
    const struct known *known = find(word);

    return known ? ore_book_label(book, known->english, known->japanese) : word;
}

const char *ore_book_option(const ore_book *book, const ore_option *option)
{
    return option->label ? ORE_LABEL(book, option)
                         : ore_book_word(book, option->id);
}

const char *ore_book_country(const ore_book *book, const char *id)
{
    const ore_country *own = ore_country_in(book->round, id);
    const ore_country_name *known = ore_country_of(id);

    return own     ? ORE_LABEL(book, own)
           : known ? ore_book_label(book, known->english, known->japanese)
                   : id;
}

const char *ore_book_value(const ore_book *book, ore_filter_word word,
                           const char *value)
{
    const ore_round *round = book->round;

    for (int m = 0; word == ORE_FILTER_MATERIAL && m < round->n_materials;
         m++) {
        if (strcmp(round->materials[m].id, value) == 0) {
            return ORE_LABEL(book, &round->materials[m]);
        }
    }
    for (int r = 0; word == ORE_FILTER_MARKET && r < round->n_markets; r++) {
        if (strcmp(round->markets[r].id, value) == 0) {
            return ORE_LABEL(book, &round->markets[r]);
        }
    }
    for (int u = 0; word == ORE_FILTER_FUNDER && u < round->n_funders; u++) {
        if (strcmp(round->funders[u].id, value) == 0) {
            return ORE_LABEL(book, &round->funders[u]);
        }
    }
    for (int p = 0; word == ORE_FILTER_PROJECT && p < round->n_projects; p++) {
        if (strcmp(round->projects[p].id, value) == 0) {
            return ore_book_label(book, round->projects[p].name,
                                  round->projects[p].name_ja);
        }
    }
    return word == ORE_FILTER_COUNTRY ? ore_book_country(book, value)
                                      : ore_book_word(book, value);
}

const char *ore_book_own_word(const ore_book *book, const char *english,
                              const char *fmt, ...)
{
    char key[80];
    va_list args;

    va_start(args, fmt);
    vsnprintf(key, sizeof key, fmt, args);
    va_end(args);
    const struct known *known = find(key);

    return known ? ore_book_label(book, english, known->japanese) : english;
}

static bool has_bonuses(const ore_round *round)
{
    bool has = false;

    for (int i = 0; i < round->n_links && !has; i++) {
        has = round->links[i].kind == ORE_LINK_SYNERGY &&
              round->links[i].value_m != 0.0;
    }
    return has;
}

const char *ore_book_goal(ore_book *book, const ore_objective *use)
{
    const ore_goal *goal = ore_objective_goal(use);
    const char *label = ore_objective_label(use);
    const char *title =
        label == goal->label
            ? ore_book_own_word(book, label, "goal.%s", goal->name)
            : ore_book_word(book, label);

    if (label == goal->label && goal->is_net_of_bonuses &&
        has_bonuses(book->round)) {
        title = ore_book_compose(book, ORE_TEXT_GOAL_NET, title);
    }
    return *title >= 'a' && *title <= 'z'
               ? ore_book_print(book, "%c%s", *title - 'a' + 'A', title + 1)
               : title;
}

ore_quantity ore_goal_quantity(const ore_objective *use)
{
    return strcmp(ore_objective_goal(use)->unit, "M") == 0 ? ORE_MONEY
                                                           : ORE_SCORE;
}

const char *ore_book_goal_unit(const ore_book *book, const ore_objective *use)
{
    const ore_goal *goal = ore_objective_goal(use);

    return ore_goal_quantity(use) == ORE_MONEY
               ? ore_book_unit(book, ORE_MONEY)
               : ore_book_own_word(book, goal->unit, "goal.%s.unit",
                                   goal->name);
}
