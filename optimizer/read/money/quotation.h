/* Amounts that are quoted in another currency or at prices of another year. */
#ifndef OPTIMIZER_READ_MONEY_QUOTATION_H
#define OPTIMIZER_READ_MONEY_QUOTATION_H

#include "read/round/reader.h"

/** The code of a currency, which `what` at `where` is; NULL after an error that
 * says which is meant. */
const char *ore_currency_code(const ore_reader *reader, ore_where where,
                              const char *what, const char *text);

/** The code of a currency that a cell gives; NULL for "round", which stands for
 * the round's. False after an error, and `code` is as it was. */
bool ore_value_currency(const ore_reader *reader, const ore_field *field,
                        const ore_source_cell *cell, const char **code);

/** The currency of that code, which `what` at `where` is in; NULL after an
 * error that says how to give its rate. */
const ore_currency *ore_need_rate(const ore_reader *reader, ore_where where,
                                  const char *what, const char *code);

/** Find what amounts quoted so are worth in the round: quoted->rate, 1 after a
 * mistake. The other fields are filled. */
void ore_quote(const ore_reader *reader, const ore_record *record,
               ore_quotation *quoted);

#endif
