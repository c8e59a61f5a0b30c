/* Words that all sections of the Memo use: amounts, shares, dates, lists. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "write/book/columns.h"
#include "write/book/money.h"
#include "write/memo/memo.h"

/* From here on a reader wants no tenths. */
static const double large_amount = 100.0;

const char *ore_memo_number(ore_book *book, double value)
{
    return ore_book_number(book, value, fabs(value) >= large_amount ? 0 : 1);
}

const char *ore_memo_amount(ore_book *book, double value_m)
{
    return ore_book_compose(
        book,
        book->is_converted && ore_is_small_money(book->money)
            ? ORE_TEXT_AMOUNT_BILLIONS
            : ORE_TEXT_AMOUNT_MILLIONS,
        ore_book_currency(book, book->money), ore_memo_number(book, value_m));
}

const char *ore_memo_percent(ore_book *book, double share)
{
    return ore_book_number(book, 100.0 * share, 0);
}

const char *ore_memo_listed(ore_book *book, const char *list, const char *item)
{
    return *list
               ? ore_book_print(book, "%s%s%s", list,
                                ore_book_text(book, ORE_TEXT_LIST_COMMA), item)
               : item;
}

const char *ore_memo_date(ore_book *book, const char *date)
{
    static const ore_text months[] = {
        ORE_TEXT_MONTH_1,  ORE_TEXT_MONTH_2,  ORE_TEXT_MONTH_3,
        ORE_TEXT_MONTH_4,  ORE_TEXT_MONTH_5,  ORE_TEXT_MONTH_6,
        ORE_TEXT_MONTH_7,  ORE_TEXT_MONTH_8,  ORE_TEXT_MONTH_9,
        ORE_TEXT_MONTH_10, ORE_TEXT_MONTH_11, ORE_TEXT_MONTH_12};
    int year, month, day;

    if (sscanf(date, "%d-%d-%d", &year, &month, &day) != 3 || month < 1 ||
        month > 12) {
        return date;
    }
    return ore_book_compose(book, ORE_TEXT_DATE, ore_book_digits(book, day),
                            ore_book_text(book, months[month - 1]),
                            ore_book_digits(book, year));
}

const char *ore_memo_years(ore_book *book, int first, int last)
{
    static const ore_text kinds[] = {[ORE_YEARS_CALENDAR] = ORE_TEXT_MEMO_YEAR,
                                     [ORE_YEARS_JFY] = ORE_TEXT_YEAR_JFY,
                                     [ORE_YEARS_USFY] = ORE_TEXT_YEAR_USFY};
    const char *span = first == last
                           ? ore_book_digits(book, first)
                           : ore_book_compose(book, ORE_TEXT_MEMO_SPAN,
                                              ore_book_digits(book, first),
                                              ore_book_digits(book, last));

    return ore_book_compose(book, kinds[book->round->year_kind], span);
}

const char *ore_memo_projects(ore_book *book, int n)
{
    return ore_book_compose(
        book, n == 1 ? ORE_TEXT_ONE_PROJECT : ORE_TEXT_MANY_PROJECTS,
        ore_book_number(book, n, 0));
}
