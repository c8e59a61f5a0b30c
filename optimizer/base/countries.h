/* Countries of ISO 3166-1 and their names: optimizer/base/countries.def. */
#ifndef OPTIMIZER_BASE_COUNTRIES_H
#define OPTIMIZER_BASE_COUNTRIES_H

#include <stdbool.h>

typedef struct ore_country_name {
    const char *code;    /**< "AU" */
    const char *alpha_3; /**< "AUS" */
    const char *english, *japanese;
} ore_country_name;

enum { ORE_COUNTRIES = 250 /**< with the European Union */ };
/** Sorted by code. */
extern const ore_country_name ore_country_names[ORE_COUNTRIES];

/** The country of that code, exactly so; NULL = there is none. */
const ore_country_name *ore_country_of(const char *code);

/** The country that is called so: by its code or one of its names, in whatever
 * case and width; NULL = none is. */
const ore_country_name *ore_country_called(const char *text);

/** The country that people mean by the text: one that is called so, or nearly;
 * NULL = none is near. */
const ore_country_name *ore_country_meant(const char *text);

/** Whether ISO 3166 leaves the code to its users: AA, QM to QZ, XA to XZ, ZZ.
 */
bool ore_country_is_free(const char *code);

#endif
