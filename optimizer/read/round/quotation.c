/* Amounts in another currency than the round's, or in prices of another year.
 */
#include <math.h>
#include <string.h>

#include "read/round/fields.h"

const char *const ore_currencies[] = {[ORE_MONEY_OF_ROUND] = "round",
                                      [ORE_MONEY_USD] = "USD",
                                      [ORE_MONEY_JPY] = "JPY",
                                      NULL};

static double exchange(const ore_reader *reader, const ore_record *record,
                       const ore_quotation *quoted)
{
    const ore_round *round = reader->round;
    const bool round_is_yen = strcmp(round->currency, "JPY") == 0;
    const bool is_yen = quoted->currency == ORE_MONEY_JPY;

    if (quoted->currency == ORE_MONEY_OF_ROUND || is_yen == round_is_yen) {
        return 1.0;
    }
    if (isnan(round->jpy_per_usd)) {
        ore_error(reader->diags, ore_record_cell(record, "currency")->where,
                  "currency is '%s', expected per_usd in [currency JPY]",
                  ore_currencies[quoted->currency]);
        return 1.0;
    }
    return is_yen ? 1.0 / round->jpy_per_usd : round->jpy_per_usd;
}

static double inflation(const ore_reader *reader, const ore_record *record,
                        const ore_quotation *quoted)
{
    const ore_round *round = reader->round;

    if (quoted->price_year == 0 || quoted->price_year == round->price_year) {
        return 1.0;
    }
    if (round->price_year == 0 || isnan(round->inflation_rate)) {
        ore_error(reader->diags, ore_record_cell(record, "price_year")->where,
                  "price_year is '%d', expected price_year and inflation_rate "
                  "in [round]",
                  quoted->price_year);
        return 1.0;
    }
    return pow(1.0 + round->inflation_rate,
               round->price_year - quoted->price_year);
}

void ore_quote(const ore_reader *reader, const ore_record *record,
               ore_quotation *quoted)
{
    quoted->rate =
        exchange(reader, record, quoted) * inflation(reader, record, quoted);
}
