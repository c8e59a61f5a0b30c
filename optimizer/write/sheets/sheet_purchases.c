/* Purchases: how much of the optional supply is bought, year by year, and what
 * it costs its account. */
#include "orefolio/accounting.h"
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    ORE_COLUMN("country", ORE_TEXT_COUNTRY, ORE_TEXT_CELL),
    ORE_COLUMN("asset", ORE_TEXT_ASSET, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("offered", ORE_TEXT_PURCHASE_OFFERED, ORE_FLOW),
    ORE_COLUMN("bought", ORE_TEXT_PURCHASE_BOUGHT, ORE_FLOW),
    ORE_COLUMN("share", ORE_TEXT_PURCHASE_SHARE, ORE_SHARE),
    ORE_COLUMN("budget", ORE_TEXT_BUDGET, ORE_TEXT_CELL),
    ORE_COLUMN("cost", ORE_TEXT_COST, ORE_MONEY, .total = true),
    {0}};

ORE_TABLE(table, "tblPurchases", "purchases", columns, .is_filtered = true);

static void add_year(ore_sheet *sheet, const ore_supply *supply, int year,
                     double offered_tpa, double bought_tpa)
{
    const ore_round *round = sheet->book->round;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_label(row, "material", &round->materials[supply->material]);
    ore_cell_text(row, "country",
                  ore_book_country(sheet->book, supply->country));
    ore_cell_text(row, "asset", ORE_LABEL(sheet->book, supply));
    ore_cell_number(row, "year", year);
    ore_cell_number(row, "offered", offered_tpa);
    ore_cell_number(row, "bought", bought_tpa);
    ore_cell_formula(row, "share", bought_tpa / offered_tpa,
                     "={bought}/{offered}");
    if (supply->budget >= 0) {
        ore_cell_label(row, "budget", &round->budgets[supply->budget]);
        ore_cell_number(row, "cost", bought_tpa * supply->cost_m_per_t);
    }
}

void ore_fill_purchases(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    if (!ore_has_optional_supply(round)) {
        return;
    }
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];

        for (int t = 0; t < round->n_years && supply->is_optional; t++) {
            if (supply->tpa[t] > 0.0) {
                add_year(
                    sheet, supply, round->horizon.first + t, supply->tpa[t],
                    sheet->book->result->taken_tpa[ore_at_year(round, i, t)]);
            }
        }
    }
}
