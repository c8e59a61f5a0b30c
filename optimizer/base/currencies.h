/* Currencies of ISO 4217 and their names: currencies.def. */
#ifndef OPTIMIZER_BASE_CURRENCIES_H
#define OPTIMIZER_BASE_CURRENCIES_H

#include <stdbool.h>

typedef struct ore_currency_name {
    const char *code;               /**< "EUR" */
    const char *english, *japanese; /**< the code where it has no such name */
    bool is_small;                  /**< a hundred or more make a US dollar */
} ore_currency_name;

/** The currency of that code, exactly so; NULL = there is none. */
const ore_currency_name *ore_currency_of(const char *code);

/** The currency that people mean by the text: its code or a name, in whatever
 * case, or nearly so; NULL = none is near. */
const ore_currency_name *ore_currency_meant(const char *text);

#endif
