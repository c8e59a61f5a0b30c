/* The targets and supply tables: values by year, linear between the years
 * given and flat outside them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "read/round/fields.h"
#include "read/round/values.h"

/* Each row may stand for many years. */
enum { MAX_POINTS = 500000 };

/* One year of a row. Rows with equal material, market and country are points
 * of one series. */
typedef struct point {
    int material, market; /* -1 = any */
    const char *country;  /* "" for targets */
    int year;
    double tpa, weight;
    const char *asset, *sale_on, *stage;
    int n_tags;
    const char *const *tags;
    bool is_optional;
    int budget; /* -1 = none */
    double cost_per_t;
    int review;
    ore_where where;
} point;

typedef struct points {
    point *list; /* [count] */
    int count, room;
} points;

const ore_field ore_target_fields[] = {
    ORE_FIELD("material", OTHER, 0, "what is needed", .is_required = true,
              .unit = "material"),
    ORE_FIELD("market", OTHER, 0, "who needs it", .is_required = true,
              .unit = "market"),
    ORE_FIELD("year", OTHER, 0, "2030 or 2030-2035", .is_required = true,
              .unit = "years"),
    ORE_FIELD("target_tpa", NUMBER, offsetof(point, tpa),
              "what it must be able to buy", .min = 0.0, .max = ORE_NO_LIMIT,
              .is_required = true, .unit = "t/yr"),
    ORE_FIELD("weight", NUMBER, offsetof(point, weight),
              "of its shortfall, times the material's and the market's",
              .min = 0.0, .max = ORE_NO_LIMIT, .fallback = "1"),
    {0},
};

const ore_field ore_supply_fields[] = {
    ORE_FIELD("material", OTHER, 0, "what flows", .is_required = true,
              .unit = "material"),
    ORE_FIELD("country", TEXT, offsetof(point, country), "where it comes from",
              .is_required = true),
    ORE_FIELD("market", OTHER, 0, "only this one may use it; default: any",
              .unit = "market"),
    ORE_FIELD("year", OTHER, 0, "2030 or 2030-2035", .is_required = true,
              .unit = "years"),
    ORE_FIELD("tpa", NUMBER, offsetof(point, tpa), "secured supply", .min = 0.0,
              .max = ORE_NO_LIMIT, .is_required = true, .unit = "t/yr"),
    ORE_FIELD("asset", TEXT, offsetof(point, asset),
              "a plant or contract by itself; default: all of the country's"),
    ORE_FIELD("sale_on", DATE, offsetof(point, sale_on),
              "its owner proposes to sell it to others then", .unit = "date"),
    ORE_FIELD(
        "review", WORD, offsetof(point, review),
        "of that sale: cleared: it is lost from that year on; pending: too, "
        "unless [screening] pending = allow; conditions, blocked: it stays",
        .fallback = "cleared", .choices = ore_reviews),
    ORE_FIELD("stage", TEXT, offsetof(point, stage),
              "of what it comes from, for filters: mine, recycling, ..."),
    ORE_FIELD("tags", WORDS, offsetof(point, n_tags), "words for filters",
              .unit = "words"),
    ORE_FIELD("optional", YES_NO, offsetof(point, is_optional),
              "yes: as much of it is bought as the goals ask for",
              .fallback = "no"),
    ORE_FIELD("budget", OTHER, 0,
              "of optional supply: the account that pays cost_per_t, in years "
              "that it covers",
              .unit = "budget"),
    ORE_FIELD("cost_per_t", NUMBER, offsetof(point, cost_per_t),
              "what a tonne bought costs that account", .min = 0.0,
              .max = ORE_NO_LIMIT, .unit = "currency/t"),
    {0},
};

static int same_series(const point *a, const point *b)
{
    if (a->material != b->material) {
        return a->material - b->material;
    }
    if (a->market != b->market) {
        return a->market - b->market;
    }
    const int order = strcmp(a->country, b->country);

    return order != 0 ? order : strcmp(a->asset, b->asset);
}

static int by_place(const void *left, const void *right)
{
    const point *a = left, *b = right;
    const int order = same_series(a, b);

    if (order != 0) {
        return order;
    }
    return a->year != b->year ? a->year - b->year
                              : a->where.line - b->where.line;
}

/* A cost needs somebody who pays it, and a choice. */
static void check_price(const ore_reader *reader, const ore_record *record,
                        const point *row)
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

static void read_row(const ore_reader *reader, const ore_record *record,
                     const ore_field *fields, points *to)
{
    const ore_round *round = reader->round;
    const ore_source_cell *year = ore_record_cell(record, "year");
    const ore_source_cell *market = ore_record_cell(record, "market");
    const ore_source_cell *country = ore_record_cell(record, "country");
    point row = {.weight = 1.0, .budget = -1};
    ore_years years;

    ore_fill(reader, record, fields, &row);
    row.where = record->where;
    row.asset = row.asset ? row.asset : "";
    row.stage = row.stage ? row.stage : "";
    row.budget =
        ore_reference(reader, record, "budget", ore_budget_list(round));
    row.material =
        ore_reference(reader, record, "material", ore_material_list(round));
    row.market =
        ore_reference(reader, record, "market", ore_market_list(round));
    if (fields == ore_target_fields) {
        row.country = "";
    } else {
        check_price(reader, record, &row);
    }
    if (fields == ore_supply_fields && country) {
        ore_value_word(reader, "country", country->text, country->where);
    }
    if (!year || !ore_value_years(reader, "year", year, &years) ||
        row.material < 0 || (market && row.market < 0) || !row.country ||
        isnan(row.tpa) || isnan(row.weight)) {
        return;
    }
    if (to->count + years.last - years.first >= MAX_POINTS) {
        ore_error(reader->diags, row.where, "more than %d years in all rows",
                  MAX_POINTS);
        return;
    }
    for (row.year = years.first; row.year <= years.last; row.year++) {
        to->list = ore_grow(to->list, to->count, &to->room, sizeof(point));
        to->list[to->count++] = row;
    }
}

static bool has_same_words(const point *a, const point *b)
{
    bool same = strcmp(a->stage, b->stage) == 0 && a->n_tags == b->n_tags;

    for (int i = 0; same && i < a->n_tags; i++) {
        same = strcmp(a->tags[i], b->tags[i]) == 0;
    }
    return same;
}

static bool has_same_price(const point *a, const point *b)
{
    return a->is_optional == b->is_optional && a->budget == b->budget &&
           (a->cost_per_t == b->cost_per_t ||
            (isnan(a->cost_per_t) && isnan(b->cost_per_t)));
}

/* What is said of a supply beside its tonnes is said of all its years. */
static void check_alike(const ore_reader *reader, const point *a,
                        const point *b)
{
    const char *one = a->sale_on ? a->sale_on : "",
               *other = b->sale_on ? b->sale_on : "";

    if (strcmp(one, other) != 0 || a->review != b->review) {
        ore_error(reader->diags, b->where,
                  "sale_on or review differs from line %d of the same supply",
                  a->where.line);
    }
    if (!has_same_words(a, b) || !has_same_price(a, b)) {
        ore_error(reader->diags, b->where,
                  "stage, tags, optional, budget or cost_per_t differs from "
                  "line %d of the same supply",
                  a->where.line);
    }
}

static points read_points(const ore_reader *reader, ore_table_id id,
                          const ore_field *fields)
{
    points all = {0};
    ore_rows rows = ore_rows_of(reader, id);

    while (ore_rows_next(&rows)) {
        read_row(reader, &rows.record, fields, &all);
    }
    ore_rows_end(&rows);
    if (all.count > 0) {
        qsort(all.list, (size_t)all.count, sizeof(point), by_place);
    }
    for (int i = 1; i < all.count; i++) {
        const point *a = &all.list[i - 1], *b = &all.list[i];

        if (same_series(a, b) == 0 && a->year == b->year) {
            ore_error(reader->diags, b->where,
                      "year %d of '%s' comes twice here, first on line %d",
                      b->year, reader->round->materials[b->material].id,
                      a->where.line);
        }
        if (same_series(a, b) == 0 && fields == ore_supply_fields) {
            check_alike(reader, a, b);
        }
    }
    return all;
}

/* How many points from the first on belong to its series. */
static int length_of(const points *all, int first)
{
    int last = first;

    while (last < all->count &&
           same_series(&all->list[first], &all->list[last]) == 0) {
        last++;
    }
    return last - first;
}

static double between(double left, double right, double part)
{
    return left + part * (right - left);
}

/* Value and weight of the series [n] in a year. */
static point at_year(const point *series, int n, int year)
{
    int next = 0;

    while (next < n && series[next].year < year) {
        next++;
    }
    if (next == n || next == 0 || series[next].year == year) {
        return series[next == n ? n - 1 : next];
    }
    const point *a = &series[next - 1], *b = &series[next];
    const double part = (double)(year - a->year) / (b->year - a->year);
    point value = *a;

    value.tpa = between(a->tpa, b->tpa, part);
    value.weight = between(a->weight, b->weight, part);
    return value;
}

void ore_read_targets(ore_reader *reader)
{
    ore_round *round = reader->round;
    points all = read_points(reader, ORE_TABLE_TARGETS, ore_target_fields);
    ore_target *list =
        ore_store_alloc(reader->store, all.count, sizeof(ore_target));
    int n = 0, size;

    for (int first = 0; first < all.count; first += size, n++) {
        const point *series = &all.list[first];

        size = length_of(&all, first);
        if (series->market < 0) {
            n--;
            continue;
        }
        double *tpa =
            ore_store_alloc(reader->store, round->n_years, sizeof(double));
        double *weight =
            ore_store_alloc(reader->store, round->n_years, sizeof(double));
        const double factor = round->materials[series->material].weight *
                              round->markets[series->market].weight;

        for (int t = 0; t < round->n_years; t++) {
            const point value = at_year(series, size, round->horizon.first + t);

            tpa[t] = value.tpa;
            weight[t] = value.weight * factor;
        }
        list[n] = (ore_target){series->material, series->market, tpa, weight,
                               series->where};
    }
    free(all.list);
    round->targets = list;
    round->n_targets = n;
}

/* Whether the sale takes the supply away from the markets. */
static bool is_lost(const ore_round *round, const point *series)
{
    return series->review == ORE_REVIEW_CLEARED ||
           (series->review == ORE_REVIEW_PENDING &&
            round->screening.pending != ORE_PENDING_ALLOW);
}

/* From the year of the sale on: what it would take, and what is left. */
static const double *sell_off(const ore_reader *reader, const point *series,
                              double *tpa)
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
    points all = read_points(reader, ORE_TABLE_SUPPLY, ore_supply_fields);
    ore_supply *list =
        ore_store_alloc(reader->store, all.count, sizeof(ore_supply));
    int n = 0, size;

    for (int first = 0; first < all.count; first += size) {
        const point *series = &all.list[first];
        double *tpa =
            ore_store_alloc(reader->store, round->n_years, sizeof(double));

        size = length_of(&all, first);
        for (int t = 0; t < round->n_years; t++) {
            tpa[t] = at_year(series, size, round->horizon.first + t).tpa;
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
                                 .sale_on = series->sale_on,
                                 .review = (ore_review)series->review,
                                 .at_risk = sell_off(reader, series, tpa)};
    }
    free(all.list);
    round->supplies = list;
    round->n_supplies = n;
}
