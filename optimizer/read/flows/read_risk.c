/* Stockpiles, disruptions, and the states in which supply is measured. */
#include <math.h>

#include "base/text.h"
#include "orefolio/goal.h"
#include "orefolio/instrument.h"
#include "orefolio/memory.h"
#include "read/round/fields.h"

#define STOCK(field) offsetof(ore_stockpile, field)
#define LOSS(field)  offsetof(ore_disruption, field)

const ore_field ore_stockpile_fields[] = {
    ORE_FIELD("label", TEXT, STOCK(label), "default: the name"),
    ORE_FIELD("label_ja", TEXT, STOCK(label_ja), "in Japanese; default: label"),
    ORE_FIELD("material", OTHER, 0, "what it holds", .is_required = true,
              .unit = "material"),
    ORE_FIELD("budget", OTHER, 0, "the account that pays for what it buys",
              .is_required = true, .unit = "budget"),
    ORE_FIELD("price_per_t", NUMBER, STOCK(price_per_t),
              "what it pays; default: the material's", .min = 0.0,
              .max = ORE_NO_LIMIT, .unit = "currency/t"),
    ORE_FIELD("price_usd_per_t", NUMBER, STOCK(price_per_t),
              "price_per_t in US dollars", .min = 0.0, .max = ORE_NO_LIMIT,
              .unit = "USD/t", .in_usd_of = "price_per_t"),
    ORE_FIELD("carrying_rate", NUMBER, STOCK(carrying_rate),
              "cost of holding, of the price, until the horizon ends",
              .min = 0.0, .max = 1.0, .fallback = "0", .unit = "per year"),
    ORE_FIELD("capacity_t", NUMBER, STOCK(capacity_t), "the most it can hold",
              .min = 0.0, .max = ORE_NO_LIMIT, .fallback = "unlimited",
              .unit = "t"),
    ORE_FIELD("buy_max_tpa", NUMBER, STOCK(buy_max_tpa),
              "the most it can buy in a year", .min = 0.0, .max = ORE_NO_LIMIT,
              .fallback = "unlimited", .unit = "t/yr"),
    ORE_FIELD("release_max_tpa", NUMBER, STOCK(release_max_tpa),
              "the most it can release in a year", .min = 0.0,
              .max = ORE_NO_LIMIT, .fallback = "unlimited", .unit = "t/yr"),
    ORE_FIELD("initial_t", NUMBER, STOCK(initial_t),
              "what it holds before the round", .min = 0.0, .max = ORE_NO_LIMIT,
              .fallback = "0", .unit = "t"),
    ORE_FIELD("loan_max_t", NUMBER, STOCK(loan_max_t),
              "then it serves only markets of its account's funder; others may "
              "borrow so much in a year of a response, beside what it "
              "releases, and pay back by the horizon's end",
              .min = 0.0, .max = ORE_NO_LIMIT, .unit = "t/yr"),
    ORE_FIELD("loan_rate", NUMBER, STOCK(loan_rate),
              "interest in material on what is owed", .min = 0.0, .max = 1.0,
              .fallback = "0", .unit = "per year"),
    {0},
};

const ore_field ore_disruption_fields[] = {
    ORE_FIELD("label", TEXT, LOSS(label), "default: the name"),
    ORE_FIELD("label_ja", TEXT, LOSS(label_ja), "in Japanese; default: label"),
    ORE_FIELD("probability", NUMBER, LOSS(probability),
              "that it happens; all of them together at most 1", .min = 0.0,
              .max = 1.0, .fallback = "0", .unit = "share"),
    ORE_FIELD("years", YEARS, LOSS(years), "while it lasts",
              .is_required = true, .unit = "years"),
    ORE_FIELD("loss", NUMBER, LOSS(loss),
              "of the supply and capacity that `of` names", .min = 0.0,
              .max = 1.0, .is_required = true, .unit = "share"),
    ORE_FIELD("of", FILTER, 0, "what is lost: country:CN material:*",
              .is_required = true),
    {0},
};

/* What a tonne costs, million; needs a price. */
static double cost_m_per_t(const ore_reader *reader, const ore_section *section,
                           const ore_stockpile *stockpile)
{
    const ore_round *round = reader->round;
    double price = stockpile->price_per_t;

    if (isnan(price) && stockpile->material >= 0) {
        price = round->materials[stockpile->material].price_per_t;
    }
    if (isnan(price)) {
        ore_error(reader->diags, section->record.where,
                  "stockpile '%s' has no price, expected price_per_t here or "
                  "in its material",
                  stockpile->id);
        return 0.0;
    }
    return price * ORE_M_PER_UNIT;
}

/* One that lends has markets of its own, which it serves. */
static void check_loans(const ore_reader *reader, const ore_record *record,
                        ore_stockpile *stockpile)
{
    const ore_round *round = reader->round;
    const ore_source_cell *max = ore_record_cell(record, "loan_max_t");
    const ore_source_cell *rate = ore_record_cell(record, "loan_rate");
    bool has_market = false;

    if (!max) {
        stockpile->loan_max_t = 0.0;
        if (rate) {
            ore_error(reader->diags, rate->where, "%s without %s", "loan_rate",
                      "loan_max_t");
        }
        return;
    }
    for (int r = 0; r < round->n_markets && stockpile->budget >= 0; r++) {
        has_market = has_market || round->markets[r].funder ==
                                       round->budgets[stockpile->budget].funder;
    }
    stockpile->lends = has_market;
    if (!has_market && stockpile->budget >= 0) {
        ore_error(reader->diags, max->where,
                  "stockpile '%s' lends, but the funder of its account has no "
                  "market of its own to serve, expected a [market NAME] with "
                  "that funder",
                  stockpile->id);
    }
}

static void read_stockpile(const ore_reader *reader, const ore_section *section,
                           ore_stockpile *stockpile)
{
    const ore_record *record = &section->record;
    const ore_source_cell *initial = ore_record_cell(record, "initial_t");

    ore_fill(reader, record, ore_stockpile_fields, stockpile);
    stockpile->id = section->name;
    stockpile->where = record->where;
    ore_default_labels(stockpile->id, &stockpile->label, &stockpile->label_ja);
    stockpile->material = ore_reference(reader, record, "material",
                                        ore_material_list(reader->round));
    stockpile->budget =
        ore_reference(reader, record, "budget", ore_budget_list(reader->round));
    stockpile->cost_m_per_t = cost_m_per_t(reader, section, stockpile);
    check_loans(reader, record, stockpile);
    if (initial && stockpile->initial_t > stockpile->capacity_t) {
        ore_error(reader->diags, initial->where,
                  "initial_t is larger than capacity_t");
    }
}

void ore_read_stockpiles(ore_reader *reader)
{
    const int count = ore_count_sections(reader, "stockpile");
    ore_stockpile *list =
        ore_store_alloc(reader->store, count, sizeof(ore_stockpile));
    const ore_section *section;
    int i = 0, n = 0;

    while ((section = ore_next_section(reader, "stockpile", &i))) {
        read_stockpile(reader, section, &list[n++]);
    }
    ore_sort_ids(reader, "stockpile", list, n, sizeof(ore_stockpile),
                 STOCK(where));
    reader->round->stockpiles = list;
    reader->round->n_stockpiles = n;
}

static void read_disruption(const ore_reader *reader,
                            const ore_section *section,
                            ore_disruption *disruption)
{
    const unsigned allowed = 1u << ORE_FILTER_COUNTRY | 1u << ORE_FILTER_STAGE |
                             1u << ORE_FILTER_MINERAL | 1u << ORE_FILTER_TAG |
                             1u << ORE_FILTER_PROJECT |
                             1u << ORE_FILTER_MATERIAL;
    const ore_record *record = &section->record;
    const ore_years horizon = reader->round->horizon;
    const ore_source_cell *years = ore_record_cell(record, "years");

    ore_fill(reader, record, ore_disruption_fields, disruption);
    disruption->id = section->name;
    disruption->where = record->where;
    ore_default_labels(disruption->id, &disruption->label,
                       &disruption->label_ja);
    disruption->of = ore_take_filter(reader, record, "of", allowed);
    ore_check_filter(reader, ore_record_cell(record, "of"), &disruption->of);
    if (years && disruption->years.first > 0 &&
        (disruption->years.first < horizon.first ||
         disruption->years.last > horizon.last)) {
        ore_error(reader->diags, years->where,
                  "years is '%s', expected years within %d-%d",
                  ore_shown(years->text), horizon.first, horizon.last);
    }
}

static void check_probabilities(const ore_reader *reader,
                                const ore_disruption *list, int count)
{
    double sum = 0.0;

    for (int w = 0; w < count; w++) {
        sum += list[w].probability;
        if (sum > 1.0 + 1e-9) {
            ore_error(reader->diags, list[w].where,
                      "the probabilities of disruptions sum to more than 1 "
                      "with this one");
            return;
        }
    }
}

void ore_read_disruptions(ore_reader *reader)
{
    const int count = ore_count_sections(reader, "disruption");
    ore_disruption *list =
        ore_store_alloc(reader->store, count, sizeof(ore_disruption));
    const ore_section *section;
    int i = 0, n = 0;

    while ((section = ore_next_section(reader, "disruption", &i))) {
        read_disruption(reader, section, &list[n++]);
    }
    ore_sort_ids(reader, "disruption", list, n, sizeof(ore_disruption),
                 LOSS(where));
    check_probabilities(reader, list, n);
    reader->round->disruptions = list;
    reader->round->n_disruptions = n;
}
