/* See calculate.h. */
#include "read/scenario/calculate.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"

/* Every number of the text, multiplied or added to; years before ':' and
 * ranges stay. NULL when there is a word that is no number. */
static char *calculated(const char *old, char operator, double by)
{
    char *copy = ore_copy(old), *rest = NULL, *whole = NULL;

    for (char *word = strtok_r(copy, " \t", &rest); word;
         word = strtok_r(NULL, " \t", &rest)) {
        char *colon = strchr(word, ':');
        double value = 0.0;

        if (ore_parse_number(colon ? colon + 1 : word, &value)) {
            free(whole);
            free(copy);
            return NULL;
        }
        char *number =
            ore_number_text(operator== '*' ? value * by : value + by);
        char *longer =
            ore_print("%s%s%.*s%s", whole ? whole : "", whole ? " " : "",
                      colon ? (int)(colon + 1 - word) : 0, word, number);

        free(number);
        free(whole);
        whole = longer;
    }
    free(copy);
    return whole;
}

const char *ore_overridden(const ore_reader *reader,
                           const ore_source_cell *value, const char *old)
{
    const char operator= value->text[0];
    double by = 0.0;

    if (operator!= '*' && operator!= '+') {
        return value->text;
    }
    const char *wrong = ore_parse_number(value->text + 1, &by);

    if (wrong) {
        ore_error(reader->diags, value->where,
                  "value is '%s', expected *FACTOR, +ADDEND or what it shall "
                  "be%s",
                  ore_shown(value->text), wrong);
        return NULL;
    }
    if (!old || !*old) {
        ore_error(reader->diags, value->where,
                  "nothing is given there that '%s' could change, expected a "
                  "value",
                  ore_shown(value->text));
        return NULL;
    }
    char *text = calculated(old, operator, by);

    if (!text) {
        ore_error(reader->diags, value->where,
                  "'%s' cannot change '%s', which is no number",
                  ore_shown(value->text), ore_shown(old));
        return NULL;
    }
    return ore_store_keep(reader->store, text);
}

bool ore_can_calculate(const char *text)
{
    char *same = calculated(text, '*', 1.0);
    const bool numeric = same && *text;

    free(same);
    return numeric;
}
