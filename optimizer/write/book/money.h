/* Money as a book shows it: currencies, their units, and conversion. */
#ifndef OPTIMIZER_WRITE_BOOK_MONEY_H
#define OPTIMIZER_WRITE_BOOK_MONEY_H

#include "write/book/book.h"

/** Decide in what money the book's amounts are shown, and with which units. */
void ore_book_choose_money(ore_book *book);

/** The currency as units name it: "EUR", in Japanese its name. */
const char *ore_book_currency(const ore_book *book, const char *code);
/** As sentences name it: "yen", "EUR". */
const char *ore_book_money_word(ore_book *book, const char *code);
/** Whether a hundred units or more make a US dollar. Amounts that are converted
 * into such a currency are shown in billions, in Japanese in units of 100
 * million; others in millions. */
bool ore_is_small_money(const char *code);

/** The currencies, beside that of the book, in which totals are shown too:
 * those that the round gives a rate of, unless amounts are converted. How many;
 * the i-th. */
int ore_book_foreign_count(const ore_book *book);
const ore_currency *ore_book_foreign(const ore_book *book, int i);
/** What an amount, in millions of the round's, is in the currency, as converted
 * amounts are shown. */
double ore_book_converted(const ore_book *book, const ore_currency *currency,
                          double amount_m);
/** The same as a formula of the amount: "*FX_JPY_per_USD/1000". */
const char *ore_book_conversion_formula(ore_book *book,
                                        const ore_currency *currency);
/** The unit of amounts that are converted into the currency: "JPY bn". */
const char *ore_book_foreign_unit(ore_book *book, const char *code);
/** The name of the cell that has the currency's rate: "FX_JPY_per_USD". */
const char *ore_book_rate_name(ore_book *book, const ore_currency *currency);
/** The unit of that cell: "JPY per USD". */
const char *ore_book_rate_unit(ore_book *book, const ore_currency *currency);

#endif
