/* The table supply: what already flows, by material and country of origin, year
 * by year. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "read/flows/sale_terms.h"
#include "read/round/fields.h"

#define SALE(field) offsetof(ore_series_point, sale.field)

static const char *const decisions[] = {"fixed", "open", NULL};

const ore_field ore_supply_fields[] = {
    ORE_FIELD("material", OTHER, 0, "what flows", .is_required = true,
              .unit = "material"),
    ORE_FIELD("country", TEXT, offsetof(ore_series_point, country),
              "where it comes from", .is_required = true),
    ORE_FIELD("market", OTHER, 0, "only this one may use it; default: any",
              .unit = "market"),
    ORE_FIELD("year", OTHER, 0, "2030 or 2030-2035", .is_required = true,
              .unit = "years"),
    ORE_FIELD("tpa", NUMBER, offsetof(ore_series_point, tpa), "secured supply",
              .min = 0.0, .max = ORE_NO_LIMIT, .is_required = true,
              .unit = "t/yr"),
    ORE_FIELD("asset", TEXT, offsetof(ore_series_point, asset),
              "a plant or contract by itself; default: all of the country's"),
    ORE_FIELD("label", TEXT, offsetof(ore_series_point, label),
              "of the asset, shown in reports; default: its name"),
    ORE_FIELD("label_ja", TEXT, offsetof(ore_series_point, label_ja),
              "in Japanese; default: label"),
    ORE_FIELD("sale_on", DATE, offsetof(ore_series_point, sale_on),
              "its owner proposes to sell it to others then", .unit = "date"),
    ORE_FIELD(
        "review", WORD, offsetof(ore_series_point, review),
        "of that sale: cleared: it is lost from that year on; pending: too, "
        "unless [screening] pending = allow; conditions, blocked: it stays",
        .fallback = "cleared", .choices = ore_reviews),
    ORE_FIELD("decision", WORD, SALE(is_open),
              "open: the round decides about the sale, unless a review has; "
              "fixed: the review does",
              .fallback = "fixed", .choices = decisions),
    ORE_FIELD("condition_share", NUMBER, SALE(condition_share),
              "of the supply at risk, stays when the sale has conditions",
              .min = 0.0, .max = 1.0, .fallback = "1", .unit = "share"),
    ORE_FIELD("condition_cost", NUMBER, SALE(cost_m[ORE_SALE_CONDITIONS]),
              "of conditions; default: they cannot be had", .min = 0.0,
              .max = ORE_NO_LIMIT, .unit = "million"),
    ORE_FIELD("block_cost", NUMBER, SALE(cost_m[ORE_SALE_BLOCK]),
              "of blocking the sale; default: it cannot be blocked", .min = 0.0,
              .max = ORE_NO_LIMIT, .unit = "million"),
    ORE_FIELD("counter_cost", NUMBER, SALE(cost_m[ORE_SALE_COUNTER]),
              "of a counter-bid; default: there is none", .min = 0.0,
              .max = ORE_NO_LIMIT, .unit = "million"),
    ORE_FIELD("counter_market", OTHER, 0,
              "the bidder's: after a counter-bid only this one may use the "
              "supply",
              .unit = "market"),
    ORE_FIELD("sale_budget", OTHER, 0,
              "the account that pays for the answer, in the year of the sale",
              .unit = "budget"),
    ORE_FIELD("stage", TEXT, offsetof(ore_series_point, stage),
              "of what it comes from, for filters: mine, recycling, ..."),
    ORE_FIELD("tags", WORDS, offsetof(ore_series_point, n_tags),
              "words for filters", .unit = "words"),
    ORE_FIELD("optional", YES_NO, offsetof(ore_series_point, is_optional),
              "yes: as much of it is bought as the goals ask for",
              .fallback = "no"),
    ORE_FIELD("budget", OTHER, 0,
              "of optional supply: the account that pays cost_per_t, in years "
              "that it covers",
              .unit = "budget"),
    ORE_FIELD("cost_per_t", NUMBER, offsetof(ore_series_point, cost_per_t),
              "what a tonne bought costs that account", .min = 0.0,
              .max = ORE_NO_LIMIT, .unit = "currency/t"),
    {0},
};

/* A cost needs somebody who pays it, and a choice. */
static void check_price(const ore_reader *reader, const ore_record *record,
                        const ore_series_point *row)
{
    const ore_source_cell *cost = ore_record_cell(record, "cost_per_t");
    const ore_source_cell *budget = ore_record_cell(record, "budget");
    const ore_source_cell *given = cost ? cost : budget;

    if (!given) {
        return;
    }
    if (!row->is_optional) {
        ore_error(reader->diags, given->where,
                  "%s belongs to optional = yes: other supply is there "
                  "whatever is decided",
                  cost ? "cost_per_t" : "budget");
    } else if (!cost != !budget) {
        ore_error(reader->diags, given->where,
                  "%s without %s, expected both or neither",
                  cost ? "cost_per_t" : "budget",
                  cost ? "budget" : "cost_per_t");
    }
}

static void complete(const ore_reader *reader, const ore_record *record,
                     ore_series_point *row)
{
    const ore_source_cell *country = ore_record_cell(record, "country");

    row->asset = row->asset ? row->asset : "";
    row->label = row->label ? row->label : row->asset;
    row->label_ja = row->label_ja ? row->label_ja : row->label;
    row->stage = row->stage ? row->stage : "";
    row->budget =
        ore_reference(reader, record, "budget", ore_budget_list(reader->round));
    check_price(reader, record, row);
    ore_complete_sale(reader, record, row);
    if (country) {
        ore_value_word(reader, "country", country->text, country->where);
    }
}

static bool has_same_words(const ore_series_point *a, const ore_series_point *b)
{
    bool same = strcmp(a->stage, b->stage) == 0 && a->n_tags == b->n_tags;

    for (int i = 0; same && i < a->n_tags; i++) {
        same = strcmp(a->tags[i], b->tags[i]) == 0;
    }
    return same;
}

static bool has_same_price(const ore_series_point *a, const ore_series_point *b)
{
    return a->is_optional == b->is_optional && a->budget == b->budget &&
           (a->cost_per_t == b->cost_per_t ||
            (isnan(a->cost_per_t) && isnan(b->cost_per_t)));
}

/* What is said of a supply beside its tonnes is said of all its years. */
static void check_alike(const ore_reader *reader, const ore_series_point *a,
                        const ore_series_point *b)
{
    const char *one = a->sale_on ? a->sale_on : "",
               *other = b->sale_on ? b->sale_on : "";

    if (strcmp(one, other) != 0 || a->review != b->review) {
        ore_error(reader->diags, b->where,
                  "sale_on or review differs from line %d of the same supply",
                  a->where.line);
    }
    if (!ore_same_sale_terms(&a->sale, &b->sale)) {
        ore_error(
            reader->diags, b->where,
            "decision, or what the answers to the sale cost, differs from "
            "line %d of the same supply",
            a->where.line);
    }
    if (!has_same_words(a, b) || !has_same_price(a, b)) {
        ore_error(reader->diags, b->where,
                  "stage, tags, optional, budget or cost_per_t differs from "
                  "line %d of the same supply",
                  a->where.line);
    }
}

/* Whether the sale takes the supply away from the markets, as far as nobody
 * decides otherwise. */
static bool is_lost(const ore_round *round, const ore_series_point *series)
{
    return ore_is_open_sale(series) || series->review == ORE_REVIEW_CLEARED ||
           (series->review == ORE_REVIEW_PENDING &&
            round->screening.pending != ORE_PENDING_ALLOW);
}

/* From the year of the sale on: what it would take, and what is left. */
static const double *sell_off(const ore_reader *reader,
                              const ore_series_point *series, double *tpa)
{
    const ore_round *round = reader->round;

    if (!series->sale_on) {
        return NULL;
    }
    const int year = (int)strtol(series->sale_on, NULL, 10);
    double *at_risk =
        ore_store_alloc(reader->store, round->n_years, sizeof(double));

    for (int t = 0; t < round->n_years; t++) {
        if (round->horizon.first + t >= year) {
            at_risk[t] = tpa[t];
            tpa[t] = is_lost(round, series) ? 0.0 : tpa[t];
        }
    }
    return at_risk;
}

void ore_read_supply(ore_reader *reader)
{
    ore_round *round = reader->round;
    static const ore_series_table table = {ORE_TABLE_SUPPLY, ore_supply_fields,
                                           complete, check_alike};
    ore_series_points all = ore_series_read(reader, &table);
    ore_supply *list =
        ore_store_alloc(reader->store, all.count, sizeof(ore_supply));
    int n = 0, size;

    for (int first = 0; first < all.count; first += size) {
        const ore_series_point *series = &all.list[first];
        double *tpa =
            ore_store_alloc(reader->store, round->n_years, sizeof(double));

        size = ore_series_length(&all, first);
        for (int t = 0; t < round->n_years; t++) {
            tpa[t] = ore_series_at(series, size, round->horizon.first + t).tpa;
        }
        list[n++] = (ore_supply){.material = series->material,
                                 .country = series->country,
                                 .market = series->market,
                                 .tpa = tpa,
                                 .where = series->where,
                                 .stage = series->stage,
                                 .n_tags = series->n_tags,
                                 .tags = series->tags,
                                 .is_optional = series->is_optional,
                                 .budget = series->budget,
                                 .cost_m_per_t = isnan(series->cost_per_t)
                                                     ? 0.0
                                                     : series->cost_per_t / 1e6,
                                 .asset = series->asset,
                                 .label = series->label,
                                 .label_ja = series->label_ja,
                                 .sale_on = series->sale_on,
                                 .review = (ore_review)series->review,
                                 .at_risk = sell_off(reader, series, tpa)};
        if (ore_is_open_sale(series)) {
            ore_take_sale_terms(series, &list[n - 1]);
        }
    }
    free(all.list);
    round->supplies = list;
    round->n_supplies = n;
}
