/* Repairs in words. See orefolio/study/repair.h. */
#include "orefolio/study/repair.h"

#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"

void ore_repairs_free(ore_repairs *repairs)
{
    for (int i = 0; i < repairs->n; i++) {
        ore_result_free(repairs->list[i].result);
    }
    for (int i = 0; i < repairs->n_all; i++) {
        free(repairs->all[i].text);
        free(repairs->all[i].text_ja);
    }
    free(repairs->list);
    free(repairs->all);
    *repairs = (ore_repairs){0};
}

/* "38 M USD", "0.05". */
static char *amount_text(const ore_round *round, double amount,
                         ore_limit_unit unit)
{
    char *number = ore_number_text(ore_rounded(amount, 1e9));
    char *text =
        unit == ORE_LIMIT_MONEY
            ? ore_print("%s M %s", number, round->currency)
            : ore_print("%s%s", number, unit == ORE_LIMIT_FLOW ? " t/yr" : "");

    free(number);
    return text;
}

char *ore_repair_text(const ore_round *round, const ore_repair *repair, int k,
                      bool is_japanese)
{
    const ore_concession *what = &repair->what[k];
    const char *name = is_japanese ? what->text_ja : what->text;

    if (isnan(repair->amount[k])) {
        return ore_print(ore_translated_to(is_japanese, "drop %s"), name);
    }
    char *amount = amount_text(round, repair->amount[k], what->unit);
    char *text = ore_print(
        ore_translated_to(is_japanese,
                          what->is_floor ? "lower %s by %s" : "raise %s by %s"),
        name, amount);

    free(amount);
    return text;
}

const char *ore_repair_action(const ore_repair *repair, int k)
{
    return isnan(repair->amount[k])   ? "drop"
           : repair->what[k].is_floor ? "lower"
                                      : "raise";
}
