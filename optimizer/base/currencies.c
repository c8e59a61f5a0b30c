/* See currencies.h. */
#include "base/currencies.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static const ore_currency_name currencies[] = {
#define ORE_CURRENCY(code, english, japanese, is_small)                        \
    {code, english, japanese, is_small},
#include "base/currencies.def"
#undef ORE_CURRENCY
};

static int compare(const void *code, const void *currency)
{
    return strcmp(code, ((const ore_currency_name *)currency)->code);
}

const ore_currency_name *ore_currency_of(const char *code)
{
    return bsearch(code, currencies, ORE_COUNT_OF(currencies),
                   sizeof *currencies, compare);
}

/* A name in another case or width. */
static bool is_called(const ore_currency_name *currency, const char *folded)
{
    const char *const names[] = {currency->code, currency->english,
                                 currency->japanese};
    bool is_it = false;

    for (int i = 0; i < ORE_COUNT_OF(names) && !is_it; i++) {
        char *name = ore_folded(names[i]);

        is_it = strcmp(name, folded) == 0;
        free(name);
    }
    return is_it;
}

const ore_currency_name *ore_currency_meant(const char *text)
{
    char *folded = ore_folded(text);
    const ore_currency_name *meant = NULL;

    for (int i = 0; i < ORE_COUNT_OF(currencies) && !meant; i++) {
        meant = is_called(&currencies[i], folded) ? &currencies[i] : NULL;
    }
    free(folded);
    return meant;
}
