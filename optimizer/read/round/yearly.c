/* Yearly values, from lists and from rows of tables. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/round/fields.h"

void ore_set_yearly(const ore_reader *reader, ore_where where, ore_years years,
                    double value, const ore_yearly *to)
{
    if (years.first < to->range.first || years.last > to->range.last) {
        ore_error(reader->diags, where, "%s: year %d is outside %d-%d",
                  to->name,
                  years.first < to->range.first ? years.first : years.last,
                  to->range.first, to->range.last);
        return;
    }
    for (int year = years.first; year <= years.last; year++) {
        double *at = &to->values[year - to->range.first];

        if (!isnan(*at)) {
            ore_error(reader->diags, where, "%s: year %d is given twice",
                      to->name, year);
            return;
        }
        *at = value;
    }
}

/* One "2026:120" of a list. */
static void take_pair(const ore_reader *reader, char *word, ore_where where,
                      const ore_yearly *to)
{
    char *colon = strchr(word, ':');
    ore_years years;
    double value;

    if (!colon) {
        ore_error(reader->diags, where,
                  "%s has '%s', expected one number or 2026:120 2027:90",
                  to->name, ore_shown(word));
        return;
    }
    *colon = '\0';
    const ore_source_cell left = {word, where}, right = {colon + 1, where};

    if (ore_value_years(reader, to->name, &left, &years) &&
        ore_value_number(reader, to->field, &right, &value)) {
        ore_set_yearly(reader, where, years, value, to);
    }
}

void ore_take_yearly(const ore_reader *reader, const ore_source_cell *cell,
                     const ore_yearly *to)
{
    char *text, *rest = NULL;
    ore_where where = cell->where;
    double value;

    if (!strpbrk(cell->text, ": \t")) {
        if (ore_value_number(reader, to->field, cell, &value)) {
            ore_set_yearly(reader, where, to->whole, value, to);
        }
        return;
    }
    text = ore_copy(cell->text);
    for (char *word = strtok_r(text, " \t", &rest); word;
         word = strtok_r(NULL, " \t", &rest)) {
        where.column = cell->where.column + (int)(word - text);
        take_pair(reader, word, where, to);
    }
    free(text);
}
