/* See countries.h. */
#include "base/countries.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

const ore_country_name ore_country_names[ORE_COUNTRIES] = {
#define ORE_COUNTRY(code, alpha_3, english, japanese)                          \
    {code, alpha_3, english, japanese},
#define ORE_COUNTRY_ALSO(code, name)
#include "base/countries.def"
};

/* What else people write. */
static const struct {
    const char *code, *name;
} others[] = {
#define ORE_COUNTRY(code, alpha_3, english, japanese)
#define ORE_COUNTRY_ALSO(code, name) {code, name},
#include "base/countries.def"
};

static int compare(const void *code, const void *country)
{
    return strcmp(code, ((const ore_country_name *)country)->code);
}

const ore_country_name *ore_country_of(const char *code)
{
    return bsearch(code, ore_country_names, ORE_COUNTRIES,
                   sizeof *ore_country_names, compare);
}

static bool is_same(const char *name, const char *folded)
{
    char *own = ore_folded(name);
    const bool is_it = strcmp(own, folded) == 0;

    free(own);
    return is_it;
}

static const ore_country_name *find(const char *folded)
{
    for (int i = 0; i < ORE_COUNTRIES; i++) {
        const ore_country_name *country = &ore_country_names[i];

        if (is_same(country->code, folded) ||
            is_same(country->alpha_3, folded) ||
            is_same(country->english, folded) ||
            is_same(country->japanese, folded)) {
            return country;
        }
    }
    for (int i = 0; i < ORE_COUNT_OF(others); i++) {
        if (is_same(others[i].name, folded)) {
            return ore_country_of(others[i].code);
        }
    }
    return NULL;
}

const ore_country_name *ore_country_called(const char *text)
{
    char *folded = ore_folded(text);
    const ore_country_name *found = find(folded);

    free(folded);
    return found;
}

const ore_country_name *ore_country_meant(const char *text)
{
    enum { SHORTEST_NAME = 4 }; /* shorter ones are near to everything */
    const ore_country_name *meant = ore_country_called(text);
    const char *near = NULL;

    for (int i = 0; !meant && i < ORE_COUNTRIES; i++) {
        near = strlen(text) >= SHORTEST_NAME
                   ? ore_nearer(text, near, ore_country_names[i].english)
                   : near;
    }
    for (int i = 0; near && i < ORE_COUNTRIES; i++) {
        meant = near == ore_country_names[i].english ? &ore_country_names[i]
                                                     : meant;
    }
    return meant;
}

bool ore_country_is_free(const char *code)
{
    return strlen(code) == 2 &&
           (strcmp(code, "AA") == 0 || strcmp(code, "ZZ") == 0 ||
            (code[0] == 'X' && code[1] >= 'A' && code[1] <= 'Z') ||
            (code[0] == 'Q' && code[1] >= 'M' && code[1] <= 'Z'));
}
