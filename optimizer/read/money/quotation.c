/* Amounts in another currency than the round's, or in prices of another year.
 */
#include "read/money/quotation.h"

#include <math.h>
#include <string.h>

#include "base/currencies.h"
#include "base/text.h"
#include "orefolio/messages.h"

const char *ore_currency_code(const ore_reader *reader, ore_where where,
                              const char *what, const char *text)
{
    const ore_currency_name *found = ore_currency_of(text);

    if (found) {
        return found->code;
    }
    const ore_currency_name *meant = ore_currency_meant(text);

    ore_error(reader->diags, where,
              "%s is '%s', expected a code of ISO 4217 like EUR%s%s%s", what,
              ore_shown(text), meant ? _(", did you mean '") : "",
              meant ? meant->code : "", meant ? _("'?") : "");
    return NULL;
}

bool ore_value_currency(const ore_reader *reader, const ore_field *field,
                        const ore_source_cell *cell, const char **code)
{
    if (strcmp(cell->text, "round") == 0) {
        *code = NULL;
        return true;
    }
    const char *found =
        ore_currency_code(reader, cell->where, field->key, cell->text);

    *code = found ? found : *code;
    return found != NULL;
}

const ore_currency *ore_need_rate(const ore_reader *reader, ore_where where,
                                  const char *what, const char *code)
{
    const ore_currency *found = ore_currency_in(reader->round, code);

    if (!found) {
        ore_error(reader->diags, where,
                  "%s is '%s', a currency without a rate: expected "
                  "'[currency %s]' with rate, the units of it for one %s",
                  what, code, code, reader->round->currency);
    }
    return found;
}

static double exchange(const ore_reader *reader, const ore_record *record,
                       const ore_quotation *quoted)
{
    if (!quoted->currency) {
        return 1.0;
    }
    const ore_currency *found =
        ore_need_rate(reader, ore_record_cell(record, "currency")->where,
                      "currency", quoted->currency);

    return found ? found->worth : 1.0;
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
