/* Numbers as a workbook shows them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "write/book/layout.h"

static int decimals(ore_quantity quantity)
{
    switch (quantity) {
    case ORE_MONEY:
    case ORE_FOREIGN:
    case ORE_UNIT_COST:
    case ORE_MEAN:
    case ORE_SHARE:
    case ORE_POINTS: return 1;
    case ORE_SCORE: return 3;
    case ORE_RATE: return 2;
    case ORE_TOLERANCE: return 6;
    case ORE_GENERAL:
    case ORE_TEXT_CELL:
    case ORE_LETTER:
    case ORE_FLOW:
    case ORE_YEAR:
    case ORE_COUNT:
    case ORE_QUANTITIES: break;
    }
    return 0;
}

static bool has_commas(ore_quantity quantity)
{
    return quantity == ORE_MONEY || quantity == ORE_FOREIGN ||
           quantity == ORE_FLOW || quantity == ORE_COUNT ||
           quantity == ORE_UNIT_COST || quantity == ORE_MEAN ||
           quantity == ORE_SCORE;
}

/* Digits with a comma before every third one of the whole part. The caller
 * frees. */
static char *with_commas(const char *digits)
{
    const int whole = (int)strcspn(digits, ".");
    char *text = ore_alloc(2 * (int)strlen(digits) + 1, 1);
    size_t n = 0;

    for (int i = 0; digits[i]; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) {
            text[n++] = ',';
        }
        text[n++] = digits[i];
    }
    return text;
}

/* Halves go up by the number's fifteen digits, as in spreadsheets: 1.005 is
 * shown as 1.01, though its double is a little less. The caller frees. */
static char *rounded_digits(double number, int places)
{
    char *exact = ore_print("%.15g", number);
    char *digits =
        ore_print("%.*f", places,
                  ore_rounded(nextafter(strtod(exact, NULL), HUGE_VAL),
                              pow(10.0, places)));

    free(exact);
    return digits;
}

char *ore_text_of_number(double number, ore_quantity quantity)
{
    if (quantity == ORE_GENERAL) {
        return ore_print("%.10g", number);
    }
    const double shown = quantity == ORE_SHARE ? 100.0 * number : number;
    char *plain = rounded_digits(fabs(shown), decimals(quantity));
    char *digits = has_commas(quantity) ? with_commas(plain) : ore_copy(plain);
    const bool is_zero = !strpbrk(plain, "123456789");
    char *text = ore_print("%s%s%s",
                           is_zero                  ? ""
                           : shown < 0.0            ? "-"
                           : quantity == ORE_POINTS ? "+"
                                                    : "",
                           digits, quantity == ORE_SHARE ? "%" : "");

    free(plain);
    free(digits);
    return text;
}
