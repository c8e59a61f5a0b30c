/* [currency CODE]: what other currencies are worth in the round's. */
#include "read/money/currencies.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/currencies.h"
#include "base/text.h"
#include "read/round/fields.h"

/* A section as it is written. */
typedef struct rates {
    double rate, per_usd;
} rates;

/* A rate beyond these is a mistake. */
#define SMALLEST_RATE 1e-7
#define LARGEST_RATE  1e7

const ore_field ore_currency_fields[] = {
    ORE_FIELD("rate", NUMBER, offsetof(rates, rate),
              "units of it for one of the round's currency",
              .min = SMALLEST_RATE, .max = LARGEST_RATE),
    ORE_FIELD("per_usd", NUMBER, offsetof(rates, per_usd),
              "rate in a round that counts USD; in [currency CODE] of the "
              "round's own currency: units of it for one US dollar",
              .min = SMALLEST_RATE, .max = LARGEST_RATE),
    {0},
};

/* Whether many of `code` make one of `other`: then a rate below 1 is likely the
 * inverse of what is meant. */
static bool is_worth_less(const char *code, const char *other)
{
    const ore_currency_name *small = ore_currency_of(code);
    const ore_currency_name *large = ore_currency_of(other);

    return small && large && small->is_small && !large->is_small;
}

/* What the section says of the code; false after an error. */
static bool take_rate(const ore_reader *reader, const ore_section *section,
                      ore_currency *currency)
{
    const char *own = reader->round->currency;
    const ore_record *record = &section->record;
    const ore_source_cell *rate = ore_record_cell(record, "rate");
    const ore_source_cell *per_usd = ore_record_cell(record, "per_usd");
    const bool is_own = strcmp(section->name, own) == 0;
    const bool counts_usd = strcmp(own, "USD") == 0;
    rates given;

    ore_fill(reader, record, ore_currency_fields, &given);
    if (rate && per_usd) {
        ore_error(reader->diags, per_usd->where,
                  "per_usd is given beside rate, expected one of them");
        return false;
    }
    if (is_own && (rate || counts_usd)) {
        ore_error(reader->diags, record->where,
                  "the round counts %s, expected rates of other currencies",
                  own);
        return false;
    }
    if (per_usd && !is_own && !counts_usd) {
        ore_error(reader->diags, per_usd->where,
                  "the round counts %s, expected rate: units of %s for one %s",
                  own, section->name, own);
        return false;
    }
    if (!rate && !per_usd) {
        ore_error(reader->diags, record->where, "key '%s' is missing",
                  is_own ? "per_usd" : "rate");
        return false;
    }
    const double figure = rate ? given.rate : given.per_usd;

    if (figure < 1.0 && is_worth_less(section->name, is_own ? "USD" : own)) {
        ore_warn(reader->diags, (rate ? rate : per_usd)->where,
                 "%s is '%s', expected units of %s for one %s, which are many",
                 rate ? "rate" : "per_usd", (rate ? rate : per_usd)->text,
                 section->name, is_own ? "USD" : own);
    }

    *currency = (ore_currency){.code = is_own ? "USD" : section->name,
                               .rate = is_own ? 1.0 / figure : figure,
                               .worth = is_own ? figure : 1.0 / figure,
                               .is_inverse = is_own,
                               .where = record->where};
    return !isnan(figure);
}

static bool is_code(const ore_reader *reader, const ore_section *section)
{
    if (ore_currency_of(section->name)) {
        return true;
    }
    const ore_currency_name *meant = ore_currency_meant(section->name);

    ore_error(reader->diags, section->record.where,
              "currency is '%s', expected a code of ISO 4217 like EUR%s%s%s",
              ore_shown(section->name), meant ? ", did you mean '" : "",
              meant ? meant->code : "", meant ? "'?" : "");
    return false;
}

static int by_code(const void *left, const void *right)
{
    const ore_currency *a = left, *b = right;
    const int order = strcmp(a->code, b->code);

    return order ? order
                 : (a->where.line > b->where.line) -
                       (a->where.line < b->where.line);
}

void ore_read_currencies(ore_reader *reader)
{
    ore_round *round = reader->round;
    ore_currency *list = ore_store_alloc(
        reader->store, ore_count_sections(reader, "currency") + 1,
        sizeof *list);
    const ore_section *section;
    int i = 0, n = 0;

    list[n++] = (ore_currency){round->currency, 1.0, 1.0, false, {0}};
    while ((section = ore_next_section(reader, "currency", &i))) {
        if (*section->name && is_code(reader, section) &&
            take_rate(reader, section, &list[n])) {
            n++;
        }
    }
    qsort(list, (size_t)n, sizeof *list, by_code);
    for (i = 1; i < n; i++) {
        if (strcmp(list[i].code, list[i - 1].code) == 0) {
            ore_error(reader->diags, list[i].where,
                      "%s has a rate already, at line %d", list[i].code,
                      list[i - 1].where.line);
        }
    }
    round->currencies = list;
    round->n_currencies = n;
}
