/* Reading single values. */
#include "read/round/values.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2200, LONGEST_ID = 40 };

/* "a number >= 0", "a whole number from 1 to 60"; the caller frees. */
static char *range_text(const char *noun, double min, double max)
{
    char *low = ore_number_text(min), *high = ore_number_text(max);
    char *text;

    if (isfinite(min) && isfinite(max)) {
        text = ore_print(_("%s from %s to %s"), noun, low, high);
    } else if (isfinite(min)) {
        text = ore_print(_("%s >= %s"), noun, low);
    } else if (isfinite(max)) {
        text = ore_print(_("%s <= %s"), noun, high);
    } else {
        text = ore_copy(noun);
    }
    free(low);
    free(high);
    return text;
}

static bool is_unlimited(const ore_field *field, const char *text)
{
    return field->fallback && strcmp(field->fallback, "unlimited") == 0 &&
           strcmp(text, "unlimited") == 0;
}

/* What the solver and six written decimals can hold of each unit: 0, or an
 * amount of this size. Whoever writes less or more has taken another unit. */
static const struct scale {
    const char *unit;
    double min, max;
    const char *noun;
} scales[] = {
    {"million", 1e-3, 1e9, "amounts are in millions"},
    {"million/yr", 1e-3, 1e9, "amounts are in millions a year"},
    {"t/yr", 1e-2, 1e10, "flows are in tonnes a year"},
    {"t", 1e-2, 1e10, "stocks are in tonnes"},
    {"USD/t", 1e-3, 1e10, "prices are in dollars a tonne"},
    {"currency/t", 1e-3, 1e10, "prices are in the round's currency a tonne"},
    {"", 0.0, 1e12, NULL},
    {NULL, 0.0, 0.0, NULL},
};

static bool is_in_scale(const ore_reader *reader, const ore_field *field,
                        const ore_source_cell *cell, double value)
{
    const char *unit = field->unit ? field->unit : "";
    const struct scale *scale = scales;
    const double size = fabs(value);

    while (scale->unit && strcmp(scale->unit, unit) != 0) {
        scale++;
    }
    if (!scale->unit || size == 0.0 ||
        (size >= scale->min && size <= scale->max)) {
        return true;
    }
    char *limit = ore_number_text(size < scale->min ? scale->min : scale->max);

    ore_error(reader->diags, cell->where, "%s is '%s', expected %s %s%s%s%s",
              field->key, ore_shown(cell->text),
              size < scale->min ? _("0 or at least") : _("at most"), limit,
              scale->noun ? " (" : "", scale->noun ? _(scale->noun) : "",
              scale->noun ? ")" : "");
    free(limit);
    return false;
}

static bool number_in_range(const ore_reader *reader, const ore_field *field,
                            const ore_source_cell *cell, const char *noun,
                            double *value)
{
    const char *wrong = ore_parse_number(cell->text, value);

    if (!wrong && *value >= field->min && *value <= field->max) {
        return is_in_scale(reader, field, cell, *value);
    }
    char *expected = range_text(noun, field->min, field->max);

    ore_error(reader->diags, cell->where, "%s is '%s', expected %s%s",
              field->key, ore_shown(cell->text), expected,
              wrong ? _(wrong) : "");
    free(expected);
    return false;
}

bool ore_value_number(const ore_reader *reader, const ore_field *field,
                      const ore_source_cell *cell, double *value)
{
    double number = 0.0;

    if (is_unlimited(field, cell->text)) {
        *value = HUGE_VAL;
        return true;
    }
    if (!number_in_range(reader, field, cell, _("a number"), &number)) {
        return false;
    }
    *value = number;
    return true;
}

bool ore_value_whole(const ore_reader *reader, const ore_field *field,
                     const ore_source_cell *cell, int *value)
{
    const bool is_year = field->type == ORE_FIELD_YEAR;
    ore_field limits = *field;
    double number = 0.0;

    if (is_unlimited(field, cell->text)) {
        *value = INT_MAX;
        return true;
    }
    if (is_year) {
        limits.min = FIRST_YEAR;
        limits.max = LAST_YEAR;
    }
    if (!number_in_range(reader, &limits, cell,
                         is_year ? _("a year") : _("a whole number"),
                         &number)) {
        return false;
    }
    if (number != floor(number)) {
        ore_error(reader->diags, cell->where, "%s is '%s', expected %s",
                  field->key, ore_shown(cell->text),
                  is_year ? _("a year") : _("a whole number"));
        return false;
    }
    *value = number < INT_MAX ? (int)number : INT_MAX;
    return true;
}

bool ore_value_choice(const ore_reader *reader, const ore_field *field,
                      const ore_source_cell *cell, int *value)
{
    const char *near = NULL;
    char *all = NULL;

    for (int i = 0; field->choices[i]; i++) {
        if (strcmp(field->choices[i], cell->text) == 0) {
            *value = i;
            return true;
        }
        near = ore_nearer(cell->text, near, field->choices[i]);
    }
    for (int i = 0; field->choices[i]; i++) {
        char *longer = ore_print("%s%s%s", all ? all : "",
                                 !all                    ? ""
                                 : field->choices[i + 1] ? ", "
                                                         : _(" or "),
                                 field->choices[i]);

        free(all);
        all = longer;
    }
    ore_error(reader->diags, cell->where, "%s is '%s', expected %s%s%s%s",
              field->key, ore_shown(cell->text), all,
              near ? _(", did you mean '") : "", near ? near : "",
              near ? _("'?") : "");
    free(all);
    return false;
}

bool ore_value_yes_no(const ore_reader *reader, const ore_field *field,
                      const ore_source_cell *cell, bool *value)
{
    const bool yes = strcmp(cell->text, "yes") == 0;

    if (!yes && strcmp(cell->text, "no") != 0) {
        ore_error(reader->diags, cell->where, "%s is '%s', expected yes or no",
                  field->key, ore_shown(cell->text));
        return false;
    }
    *value = yes;
    return true;
}

static int days_of(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return month == 2 && leap ? 29 : days[month - 1];
}

static bool is_date(const char *text)
{
    static const char form[] = "dddd-dd-dd";

    for (int i = 0; form[i]; i++) {
        const bool fits = form[i] == 'd' ? text[i] >= '0' && text[i] <= '9'
                                         : text[i] == form[i];

        if (!fits) {
            return false;
        }
    }
    const int year = atoi(text), month = atoi(text + 5), day = atoi(text + 8);

    return text[10] == '\0' && year >= FIRST_YEAR && year <= LAST_YEAR &&
           month >= 1 && month <= 12 && day >= 1 && day <= days_of(year, month);
}

/* "2026/5/1", "2026.5.1", "2026年5月1日": with the year first it is the same
 * day everywhere. NULL when it is none. The caller frees. */
static char *with_year_first(const char *text)
{
    static const char *const forms[] = {
        "%4d/%2d/%2d%n", "%4d-%2d-%2d%n", "%4d.%2d.%2d%n",
        "%4d\xE5\xB9\xB4%2d\xE6\x9C\x88%2d\xE6\x97\xA5%n"};

    for (int i = 0; i < ORE_COUNT_OF(forms); i++) {
        int year, month, day, end = 0;

        if (sscanf(text, forms[i], &year, &month, &day, &end) == 3 && end > 0 &&
            text[end] == '\0' && year >= FIRST_YEAR &&
            strspn(text, "0123456789") == 4 && month > 0 && day > 0) {
            char *date = ore_print("%04d-%02d-%02d", year, month, day);

            if (is_date(date)) {
                return date;
            }
            free(date);
        }
    }
    return NULL;
}

/* What to do about a date in another form; "" = nothing is known. The caller
 * frees. */
static char *date_hint(const char *text)
{
    int a, b, year, end = 0;
    char one[2], other[2];
    double days = 0.0;

    if (sscanf(text, "%2d%1[/.-]%2d%1[/.-]%4d%n", &a, one, &b, other, &year,
               &end) == 5 &&
        end > 0 && text[end] == '\0' && a > 0 && b > 0) {
        return a <= 12 && b <= 12 && a != b
                   ? ore_print(
                         _(" (it is %04d-%02d-%02d or %04d-%02d-%02d: write "
                           "the year first)"),
                         year, a, b, year, b, a)
                   : ore_print(_(" (write the year first: %04d-%02d-%02d)"),
                               year, a > 12 ? b : a, a > 12 ? a : b);
    }
    if (!ore_parse_number(text, &days) && days >= 20000.0 && days < 80000.0) {
        const time_t seconds = (time_t)((days - 25569.0) * 86400.0);
        struct tm date;
        char shown[32] = "";

        if (gmtime_r(&seconds, &date)) {
            strftime(shown, sizeof shown, "%Y-%m-%d", &date);
        }
        return ore_print(_(" (as a spreadsheet stores %s: format the column as "
                           "yyyy-mm-dd and save again)"),
                         shown);
    }
    return ore_copy("");
}

const char *ore_value_date(const ore_reader *reader, const ore_field *field,
                           const ore_source_cell *cell)
{
    if (is_date(cell->text)) {
        return cell->text;
    }
    char *date = with_year_first(cell->text);

    if (date) {
        const ore_where file = {cell->where.file, 0, 0};

        ore_note(reader->diags, cell->where.line > 0 ? file : cell->where,
                 "dates like 2026/5/1 are read as year, month and day");
        return ore_store_keep(reader->store, date);
    }
    char *hint = date_hint(cell->text);

    ore_error(reader->diags, cell->where,
              "%s is '%s', expected a date like 2026-07-14%s", field->key,
              ore_shown(cell->text), hint);
    free(hint);
    return NULL;
}

bool ore_value_word(const ore_reader *reader, const char *name,
                    const char *word, ore_where where)
{
    const int unseen = ore_unseen(word);

    if (unseen) {
        ore_error(reader->diags, where,
                  "%s is '%s' with the blank or hidden character U+%04X, "
                  "expected none (type the word anew)",
                  name, ore_shown(word), (unsigned)unseen);
        return false;
    }
    if (strpbrk(word, " \t\n,:;*") || strlen(word) > LONGEST_ID) {
        ore_error(reader->diags, where,
                  "%s is '%s', expected a word of at most %d bytes without "
                  "blanks, ',', ':', ';' and '*'",
                  name, ore_shown(word), LONGEST_ID);
        return false;
    }
    return true;
}

const char *ore_value_id(const ore_reader *reader, const ore_record *record,
                         const char *name)
{
    static const char allowed[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    const ore_source_cell *cell = ore_record_cell(record, name);

    if (!cell) {
        return NULL;
    }
    if (strlen(cell->text) > LONGEST_ID ||
        cell->text[strspn(cell->text, allowed)] != '\0') {
        ore_error(reader->diags, cell->where,
                  "%s is '%s', expected 1 to %d letters, digits, '_' and '-'",
                  name, ore_shown(cell->text), LONGEST_ID);
        return NULL;
    }
    return ore_store_text(reader->store, cell->text);
}

/* A year of four digits at *at, which moves past it; 0 = none. */
static int year_at(const char **at)
{
    int year = 0;

    for (int i = 0; i < 4; i++) {
        const char c = (*at)[i];

        if (c < '0' || c > '9') {
            return 0;
        }
        year = 10 * year + (c - '0');
    }
    *at += 4;
    return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

bool ore_value_years(const ore_reader *reader, const char *name,
                     const ore_source_cell *cell, ore_years *years)
{
    const char *at = cell->text;
    ore_years found = {.first = year_at(&at)};

    found.last = found.first;
    if (found.first && *at == '-') {
        at++;
        found.last = year_at(&at);
    }
    if (*at != '\0' || !found.first || !found.last) {
        ore_error(reader->diags, cell->where,
                  "%s is '%s', expected years like 2026 or 2026-2029", name,
                  ore_shown(cell->text));
        return false;
    }
    if (found.last < found.first) {
        ore_error(reader->diags, cell->where,
                  "%s is '%s', expected the earlier year first", name,
                  ore_shown(cell->text));
        return false;
    }
    *years = found;
    return true;
}
