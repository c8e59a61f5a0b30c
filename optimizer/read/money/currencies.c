/* [currency CODE]: what other currencies are worth in the round's. */
#include "read/money/currencies.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/currencies.h"
#include "read/money/quotation.h"
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

/* The cell that has the rate; NULL after an error. */
static const ore_source_cell *rate_cell(const ore_reader *reader,
                                        const ore_section *section)
{
    const char *own = reader->round->currency;
    const ore_record *record = &section->record;
    const ore_source_cell *rate = ore_record_cell(record, "rate");
    const ore_source_cell *per_usd = ore_record_cell(record, "per_usd");
    const bool is_own = strcmp(section->name, own) == 0;
    const bool counts_usd = strcmp(own, "USD") == 0;

    if (rate && per_usd) {
        ore_error(reader->diags, per_usd->where,
                  "per_usd is given beside rate, expected one of them");
    } else if (is_own && (rate || counts_usd)) {
        ore_error(reader->diags, record->where,
                  "the round counts %s, expected rates of other currencies",
                  own);
    } else if (per_usd && !is_own && !counts_usd) {
        ore_error(reader->diags, per_usd->where,
                  "the round counts %s, expected rate: units of %s for one %s",
                  own, section->name, own);
    } else if (!rate && !per_usd) {
        ore_error(reader->diags, record->where, "key '%s' is missing",
                  is_own ? "per_usd" : "rate");
    } else {
        return rate ? rate : per_usd;
    }
    return NULL;
}

/* Many of a small currency make one of another: a rate below 1 is likely the
 * inverse of what is meant. */
static void doubt_rate(const ore_reader *reader, const ore_source_cell *cell,
                       double figure, const char *code, const char *other)
{
    const ore_currency_name *small = ore_currency_of(code);
    const ore_currency_name *large = ore_currency_of(other);

    if (figure < 1.0 && small->is_small && large && !large->is_small) {
        ore_warn(reader->diags, cell->where,
                 "the rate is '%s', expected units of %s for one %s, which are "
                 "many",
                 cell->text, code, other);
    }
}

/* What the section says; false after an error. */
static bool take_rate(const ore_reader *reader, const ore_section *section,
                      ore_currency *currency)
{
    const char *own = reader->round->currency;
    const bool is_own = strcmp(section->name, own) == 0;
    const ore_source_cell *cell = rate_cell(reader, section);
    rates given;

    ore_fill(reader, &section->record, ore_currency_fields, &given);
    const double figure = isnan(given.rate) ? given.per_usd : given.rate;

    if (!cell || isnan(figure)) {
        return false;
    }
    doubt_rate(reader, cell, figure, section->name, is_own ? "USD" : own);
    *currency = (ore_currency){.code = is_own ? "USD" : section->name,
                               .rate = is_own ? 1.0 / figure : figure,
                               .worth = is_own ? figure : 1.0 / figure,
                               .is_inverse = is_own,
                               .where = section->record.where};
    return true;
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
        if (*section->name &&
            ore_currency_code(reader, section->record.where, "currency",
                              section->name) &&
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
