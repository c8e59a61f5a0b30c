/* See money.h. */
#include "write/book/money.h"

#include <string.h>

#include "base/currencies.h"

bool ore_is_small_money(const char *code)
{
    const ore_currency_name *known = ore_currency_of(code);

    return known && known->is_small;
}

const char *ore_book_currency(const ore_book *book, const char *code)
{
    const ore_currency_name *known = ore_currency_of(code);

    return book->is_japanese && known ? known->japanese : code;
}

const char *ore_book_money_word(ore_book *book, const char *code)
{
    const char *key = ore_book_print(book, "money.%s", code);
    const char *word = ore_book_word(book, key);

    return word != key ? word : ore_book_currency(book, code);
}

double ore_book_converted(const ore_book *book, const ore_currency *currency,
                          double amount_m)
{
    const double whole_m = amount_m * currency->rate;

    return !ore_is_small_money(currency->code) ? whole_m
           : book->is_japanese                 ? whole_m / 1000.0 * 10.0
                                               : whole_m / 1000.0;
}

/* What a million of the round's is shown as. */
static double shown_rate(const ore_book *book, const ore_currency *currency)
{
    return !ore_is_small_money(currency->code) ? currency->rate
           : book->is_japanese                 ? currency->rate / 100.0
                                               : currency->rate / 1000.0;
}

const char *ore_book_foreign_unit(ore_book *book, const char *code)
{
    return ore_book_compose(book,
                            ore_is_small_money(code) ? ORE_TEXT_UNIT_BILLIONS
                                                     : ORE_TEXT_UNIT_MILLIONS,
                            ore_book_currency(book, code));
}

void ore_book_choose_money(ore_book *book)
{
    const ore_round *round = book->round;
    const char *asked = book->options->money;
    const ore_currency *shown = asked && strcmp(asked, round->currency) != 0
                                    ? ore_currency_in(round, asked)
                                    : NULL;

    book->money = shown ? shown->code : round->currency;
    book->is_converted = shown != NULL;
    const char *name = ore_book_currency(book, book->money);

    book->money_rate = shown ? shown_rate(book, shown) : 1.0;
    book->money_unit =
        book->is_converted
            ? ore_book_foreign_unit(book, book->money)
            : ore_book_compose(book, ORE_TEXT_UNIT_MILLIONS, name);
    book->unit_cost_unit = ore_book_compose(
        book,
        ore_is_small_money(book->money) ? ORE_TEXT_UNIT_MILLIONS_PER_FLOW
                                        : ORE_TEXT_UNIT_THOUSANDS_PER_FLOW,
        name);
}

/* The round's own currency is among them, and one whose rate follows from what
 * the round's is worth is no other money of the round. */
static bool is_foreign(const ore_book *book, const ore_currency *currency)
{
    return !book->is_converted && !currency->is_inverse &&
           strcmp(currency->code, book->round->currency) != 0;
}

int ore_book_foreign_count(const ore_book *book)
{
    int n = 0;

    for (int c = 0; c < book->round->n_currencies; c++) {
        n += is_foreign(book, &book->round->currencies[c]);
    }
    return n;
}

const ore_currency *ore_book_foreign(const ore_book *book, int i)
{
    const ore_currency *currency = book->round->currencies;

    while (!is_foreign(book, currency) || i-- > 0) {
        currency++;
    }
    return currency;
}

const char *ore_book_rate_name(ore_book *book, const ore_currency *currency)
{
    const char *own = book->round->currency;

    return ore_book_print(book, "FX_%s_per_%s",
                          currency->is_inverse ? own : currency->code,
                          currency->is_inverse ? currency->code : own);
}

const char *ore_book_rate_unit(ore_book *book, const ore_currency *currency)
{
    const char *own = ore_book_currency(book, book->round->currency);
    const char *other = ore_book_currency(book, currency->code);

    return ore_book_compose(book, ORE_TEXT_UNIT_RATE,
                            currency->is_inverse ? own : other,
                            currency->is_inverse ? other : own);
}

const char *ore_book_conversion_formula(ore_book *book,
                                        const ore_currency *currency)
{
    return ore_book_print(
        book, "*%s%s%s", ore_book_rate_name(book, currency),
        ore_is_small_money(currency->code) ? "/1000" : "",
        ore_is_small_money(currency->code) && book->is_japanese ? "*10" : "");
}
