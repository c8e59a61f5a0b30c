/* Series: values by year out of rows, linear between the years given and flat
 * outside them, as the tables targets and supply have them. */
#ifndef OPTIMIZER_READ_FLOWS_SERIES_H
#define OPTIMIZER_READ_FLOWS_SERIES_H

#include "read/round/reader.h"

/** What a row of supply says of a sale that the round decides about. */
typedef struct ore_sale_terms {
    int is_open;                     /**< decision = open */
    bool is_reviewed;                /**< a review has answered */
    double cost_m[ORE_SALE_ANSWERS]; /**< NAN = not given */
    double condition_share;
    int budget, counter_market; /**< -1 = none */
} ore_sale_terms;

/** One year of a row. Rows with equal material, market, country and asset are
 * points of one series. */
typedef struct ore_series_point {
    int material, market; /**< -1 = any */
    const char *country;  /**< "" for targets */
    int year;
    double tpa;
    ore_where where;
    /* Of targets. */
    double weight;
    int n_steps; /**< 0 = not given */
    const ore_weight_step *steps;
    /* Of supply. */
    const char *asset, *label, *label_ja, *sale_on, *stage;
    int n_tags;
    const char *const *tags;
    bool is_optional;
    int budget; /**< -1 = none */
    double cost_per_t;
    int review;
    ore_sale_terms sale;
} ore_series_point;

typedef struct ore_series_points {
    ore_series_point *list; /**< [count] by series, then by year */
    int count, room;
} ore_series_points;

/** A table of series. */
typedef struct ore_series_table {
    ore_table_id id;
    const ore_field *fields;
    /** Complete a point that is filled, but for material, market and year. */
    void (*complete)(const ore_reader *reader, const ore_record *record,
                     ore_series_point *row);
    /** Report what differs between points of one series, and must not. */
    void (*check_alike)(const ore_reader *reader, const ore_series_point *a,
                        const ore_series_point *b);
} ore_series_table;

/** All points of the table; the caller frees the list. */
ore_series_points ore_series_read(const ore_reader *reader,
                                  const ore_series_table *table);

/** How many points from the first on belong to its series. */
int ore_series_length(const ore_series_points *all, int first);

/** Value and weight of the series [n] in a year. */
ore_series_point ore_series_at(const ore_series_point *series, int n, int year);

#endif
