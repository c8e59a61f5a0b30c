/* See series.h. */
#include "read/flows/series.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "read/round/fields.h"

/* Each row may stand for many years. */
enum { MAX_POINTS = 500000 };

static int same_series(const ore_series_point *a, const ore_series_point *b)
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
    const ore_series_point *a = left, *b = right;
    const int order = same_series(a, b);

    if (order != 0) {
        return order;
    }
    return a->year != b->year ? a->year - b->year
                              : a->where.line - b->where.line;
}

static void read_row(const ore_reader *reader, const ore_record *record,
                     const ore_series_table *table, ore_series_points *to)
{
    const ore_round *round = reader->round;
    const ore_source_cell *year = ore_record_cell(record, "year");
    const ore_source_cell *market = ore_record_cell(record, "market");
    ore_series_point row = {.weight = 1.0, .budget = -1};
    ore_years years;

    ore_fill(reader, record, table->fields, &row);
    row.where = record->where;
    row.material =
        ore_reference(reader, record, "material", ore_material_list(round));
    row.market =
        ore_reference(reader, record, "market", ore_market_list(round));
    table->complete(reader, record, &row);
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
        to->list =
            ore_grow(to->list, to->count, &to->room, sizeof(ore_series_point));
        to->list[to->count++] = row;
    }
}

ore_series_points ore_series_read(const ore_reader *reader,
                                  const ore_series_table *table)
{
    ore_series_points all = {0};
    ore_rows rows = ore_rows_of(reader, table->id);

    while (ore_rows_next(&rows)) {
        read_row(reader, &rows.record, table, &all);
    }
    ore_rows_end(&rows);
    if (all.count > 0) {
        qsort(all.list, (size_t)all.count, sizeof(ore_series_point), by_place);
    }
    for (int i = 1; i < all.count; i++) {
        const ore_series_point *a = &all.list[i - 1], *b = &all.list[i];

        if (same_series(a, b) == 0 && a->year == b->year) {
            ore_error(reader->diags, b->where,
                      "year %d of '%s' comes twice here, first on line %d",
                      b->year, reader->round->materials[b->material].id,
                      a->where.line);
        }
        if (same_series(a, b) == 0) {
            table->check_alike(reader, a, b);
        }
    }
    return all;
}

int ore_series_length(const ore_series_points *all, int first)
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

ore_series_point ore_series_at(const ore_series_point *series, int n, int year)
{
    int next = 0;

    while (next < n && series[next].year < year) {
        next++;
    }
    if (next == n || next == 0 || series[next].year == year) {
        return series[next == n ? n - 1 : next];
    }
    const ore_series_point *a = &series[next - 1], *b = &series[next];
    const double part = (double)(year - a->year) / (b->year - a->year);
    ore_series_point value = *a;

    value.tpa = between(a->tpa, b->tpa, part);
    value.weight = between(a->weight, b->weight, part);
    return value;
}
