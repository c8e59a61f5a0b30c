/* Funders and budgets. */
#include <math.h>

#include "read/money/quotation.h"
#include "read/round/fields.h"

const ore_field ore_funder_fields[] = {
    ORE_FIELD("label", TEXT, offsetof(ore_funder, label), "default: the name"),
    ORE_FIELD("label_ja", TEXT, offsetof(ore_funder, label_ja),
              "in Japanese; default: label"),
    ORE_FIELD("budget_cost_share_min", NUMBER,
              offsetof(ore_funder, budget_cost_share_min),
              "burden sharing, of all budget cost", .min = 0.0, .max = 1.0,
              .fallback = "0", .unit = "share"),
    ORE_FIELD("budget_cost_share_max", NUMBER,
              offsetof(ore_funder, budget_cost_share_max),
              "burden sharing, of all budget cost", .min = 0.0, .max = 1.0,
              .fallback = "1", .unit = "share"),
    ORE_FIELD("fiscal_year", WORD, offsetof(ore_funder, year_kind),
              "what reports call the years of its accounts; default: years in "
              "[report]",
              .choices = ore_year_kinds),
    {0},
};

static const char *const bases[] = {[ORE_BASIS_COMMITMENT] = "commitment",
                                    [ORE_BASIS_DISBURSEMENT] = "disbursement",
                                    NULL};

const ore_field ore_budget_fields[] = {
    ORE_FIELD("label", TEXT, offsetof(ore_budget, label), "default: the name"),
    ORE_FIELD("label_ja", TEXT, offsetof(ore_budget, label_ja),
              "in Japanese; default: label"),
    ORE_FIELD("funder", OTHER, 0, "who pays", .is_required = true,
              .unit = "funder"),
    ORE_FIELD("amount", YEARLY, 0,
              "120 for every year, or 2026:120 2027:90; years not given are 0",
              .min = 0.0, .max = ORE_NO_LIMIT, .unit = "million"),
    ORE_FIELD("basis", WORD, offsetof(ore_budget, basis),
              "charged when committed, or as the money is spent",
              .fallback = "commitment", .choices = bases),
    ORE_FIELD("carry_over", YES_NO, offsetof(ore_budget, carry_over),
              "what is unspent may be used in later years", .fallback = "no"),
    ORE_FIELD("currency", CURRENCY, offsetof(ore_budget, quoted.currency),
              "of its amounts; default: the round's"),
    ORE_FIELD("price_year", YEAR, offsetof(ore_budget, quoted.price_year),
              "of its amounts; default: the round's", .unit = "year"),
    {0},
};

const ore_field ore_budget_row_fields[] = {
    ORE_FIELD("budget", OTHER, 0, "of [budget NAME]", .is_required = true,
              .unit = "budget"),
    ORE_FIELD("year", OTHER, 0, "2026 or 2026-2029", .is_required = true,
              .unit = "years"),
    ORE_FIELD("amount", NUMBER, 0, "in each of these years", .min = 0.0,
              .max = ORE_NO_LIMIT, .is_required = true, .unit = "million"),
    {0},
};

void ore_default_labels(const char *id, const char **label,
                        const char **label_ja)
{
    *label = *label ? *label : id;
    *label_ja = *label_ja ? *label_ja : *label;
}

void ore_read_funders(ore_reader *reader)
{
    const int count = ore_count_sections(reader, "funder");
    ore_funder *funders =
        ore_store_alloc(reader->store, count, sizeof(ore_funder));
    const ore_section *section;
    int i = 0, n = 0;

    while ((section = ore_next_section(reader, "funder", &i))) {
        ore_funder *funder = &funders[n++];

        ore_fill(reader, &section->record, ore_funder_fields, funder);
        funder->id = section->name;
        funder->where = section->record.where;
        if (!ore_record_cell(&section->record, "fiscal_year")) {
            funder->year_kind = reader->round->year_kind;
        }
        ore_default_labels(funder->id, &funder->label, &funder->label_ja);
        if (funder->budget_cost_share_min > funder->budget_cost_share_max) {
            ore_error(reader->diags, funder->where,
                      "budget_cost_share_min of funder '%s' is larger than "
                      "its budget_cost_share_max",
                      funder->id);
        }
    }
    ore_sort_ids(reader, "funder", funders, n, sizeof(ore_funder),
                 offsetof(ore_funder, where));
    reader->round->funders = funders;
    reader->round->n_funders = n;
}

/* A yearly array of the budget, to be set. */
static ore_yearly amounts_of(const ore_reader *reader, const ore_budget *budget,
                             double *amount_m)
{
    const ore_round *round = reader->round;
    const ore_years all = {round->commit.first, round->horizon.last};

    return (ore_yearly){
        .values = amount_m,
        .range = all,
        .whole = budget->basis == ORE_BASIS_DISBURSEMENT ? all : round->commit,
        .name = "amount",
        .field = ore_field_named(ore_budget_fields, "amount"),
    };
}

static void read_budget(const ore_reader *reader, const ore_section *section,
                        ore_budget *budget)
{
    ore_fill(reader, &section->record, ore_budget_fields, budget);
    budget->id = section->name;
    budget->where = section->record.where;
    ore_quote(reader, &section->record, &budget->quoted);
    ore_default_labels(budget->id, &budget->label, &budget->label_ja);
    budget->funder = ore_reference(reader, &section->record, "funder",
                                   ore_funder_list(reader->round));
}

/* Note which row of the table gives the amounts of these years. */
static void note_rows(const ore_reader *reader, ore_budget *budget,
                      ore_years years, ore_where where)
{
    const ore_round *round = reader->round;
    ore_where *rows =
        ore_store_alloc(reader->store, round->n_budget_years, sizeof *rows);

    for (int y = 0; y < round->n_budget_years; y++) {
        const int year = round->commit.first + y;

        if (year >= years.first && year <= years.last) {
            rows[y] = where;
        } else if (budget->rows) {
            rows[y] = budget->rows[y];
        }
    }
    budget->rows = rows;
}

static void read_rows(const ore_reader *reader, ore_budget *budgets,
                      double *const *amounts)
{
    const ore_round *round = reader->round;
    const ore_list list = ore_budget_list(round);
    ore_rows rows = ore_rows_of(reader, ORE_TABLE_BUDGETS);

    while (ore_rows_next(&rows)) {
        const ore_source_cell *year = ore_record_cell(&rows.record, "year");
        const int b = ore_reference(reader, &rows.record, "budget", list);
        double amount_m = nan("");
        ore_years years;

        ore_fill(reader, &rows.record, ore_budget_row_fields, &amount_m);
        if (b < 0 || !year || !ore_value_years(reader, "year", year, &years) ||
            isnan(amount_m)) {
            continue;
        }
        const ore_yearly to =
            amounts_of(reader, &round->budgets[b], amounts[b]);

        ore_set_yearly(reader, year->where, years, amount_m, &to);
        note_rows(reader, &budgets[b], years, rows.record.where);
    }
    ore_rows_end(&rows);
}

/* Amounts from the sections' lists, then from the table; other years are 0. */
static void read_amounts(const ore_reader *reader, ore_budget *budgets, int n)
{
    const int n_years = reader->round->n_budget_years;
    double **amounts = ore_store_alloc(reader->store, n, sizeof(double *));

    for (int b = 0; b < n; b++) {
        const ore_section *section =
            ore_section_named(reader, "budget", budgets[b].id);
        const ore_source_cell *cell =
            ore_record_cell(&section->record, "amount");

        if (cell) {
            budgets[b].amount_where = cell->where;
        }
        amounts[b] = ore_store_alloc(reader->store, n_years, sizeof(double));
        budgets[b].amount_m = amounts[b];
        for (int y = 0; y < n_years; y++) {
            amounts[b][y] = nan("");
        }
        if (cell) {
            const ore_yearly to = amounts_of(reader, &budgets[b], amounts[b]);

            ore_take_yearly(reader, cell, &to);
        }
    }
    read_rows(reader, budgets, amounts);
    for (int b = 0; b < n; b++) {
        for (int y = 0; y < n_years; y++) {
            amounts[b][y] = isnan(amounts[b][y])
                                ? 0.0
                                : amounts[b][y] * budgets[b].quoted.rate;
        }
    }
}

void ore_read_budgets(ore_reader *reader)
{
    const int count = ore_count_sections(reader, "budget");
    ore_budget *budgets =
        ore_store_alloc(reader->store, count, sizeof(ore_budget));
    const ore_section *section;
    int i = 0, n = 0;

    while ((section = ore_next_section(reader, "budget", &i))) {
        read_budget(reader, section, &budgets[n++]);
    }
    ore_sort_ids(reader, "budget", budgets, n, sizeof(ore_budget),
                 offsetof(ore_budget, where));
    reader->round->budgets = budgets;
    reader->round->n_budgets = n;
    read_amounts(reader, budgets, n);
}
