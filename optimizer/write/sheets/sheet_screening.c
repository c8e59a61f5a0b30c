/* Screening: projects and proposed asset sales under review, and what follows
 * from it. */
#include <stdlib.h>

#include "orefolio/asset_sales.h"
#include "orefolio/screen.h"
#include "write/book/columns.h"
#include "write/sheets/screening_answers.h"

static bool is_reviewed(const ore_project *project)
{
    return project->review != ORE_REVIEW_CLEARED || project->concern_share > 0;
}

/* "r1; r2": rules that hold only while project p goes ahead. */
static const char *conditions(ore_book *book, int p)
{
    const ore_round *round = book->round;
    const char *list = "";

    for (int i = 0; i < round->n_rules; i++) {
        const ore_rule *rule = &round->rules[i];

        for (int k = 0; k < rule->n_conditional; k++) {
            if (rule->conditional[k] == p) {
                list = ore_book_print(
                    book, "%s%s%s", list,
                    *list ? ore_book_text(book, ORE_TEXT_LIST_COMMA) : "",
                    ORE_LABEL(book, rule));
            }
        }
    }
    return *list ? list : ore_book_text(book, ORE_TEXT_NO_UNIT);
}

static const char *outcome(const ore_book *book, int p)
{
    ore_reason reason = ore_screen_reason(book->round, p);

    free(reason.detail);
    free(reason.detail_ja);
    if (book->result->option[p] >= 0) {
        return ore_book_text(book, ORE_TEXT_GOES_AHEAD);
    }
    return ore_book_text(book, reason.kind == ORE_REASON_SCREENED
                                   ? ORE_TEXT_SCREENED_OUT
                                   : ORE_TEXT_NOT_CHOSEN);
}

static const ore_column_def project_columns[] = {
    ORE_PROJECT_COLUMNS,
    ORE_COLUMN("review", ORE_TEXT_REVIEW, ORE_TEXT_CELL),
    ORE_COLUMN("review_on", ORE_TEXT_REVIEW_ON, ORE_TEXT_CELL),
    ORE_COLUMN("concern", ORE_TEXT_CONCERN, ORE_SHARE),
    ORE_COLUMN("conditions", ORE_TEXT_CONDITIONS, ORE_TEXT_CELL),
    ORE_COLUMN("outcome", ORE_TEXT_OUTCOME, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(projects, "tblScreening", "screening", project_columns);

static void add_project(ore_sheet *sheet, int p)
{
    ore_book *book = sheet->book;
    const ore_project *project = &book->round->projects[p];
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_project(row, p);
    ore_cell_word(row, "review", ore_review_text(project->review));
    ore_cell_text_or(row, "review_on", project->review_on, ORE_TEXT_NO_UNIT);
    ore_cell_number(row, "concern", project->concern_share);
    ore_cell_text(row, "conditions", conditions(book, p));
    ore_cell_text(row, "outcome", outcome(book, p));
}

static void add_projects(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;

    ore_sheet_text(sheet, ORE_GREY, ORE_TEXT_SCREENED_PROJECTS);
    ore_sheet_begin(sheet, &projects, NULL);
    for (int p = 0; p < round->n_projects; p++) {
        if (is_reviewed(&round->projects[p])) {
            add_project(sheet, p);
        }
    }
}

/* "At risk in 2035" */
static const char *last_year_heading(const ore_sheet *sheet, int i)
{
    ore_book *book = sheet->book;

    (void)i;
    return ore_book_compose(book, ORE_TEXT_AT_RISK_IN,
                            ore_book_digits(book, book->round->horizon.last));
}

static const ore_column_def sale_columns[] = {
    ORE_COLUMN("asset", ORE_TEXT_ASSET, ORE_TEXT_CELL),
    ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    ORE_COLUMN("country", ORE_TEXT_COUNTRY, ORE_TEXT_CELL),
    ORE_COLUMN("sale_on", ORE_TEXT_SALE_ON, ORE_TEXT_CELL),
    ORE_COLUMN("review", ORE_TEXT_REVIEW, ORE_TEXT_CELL),
    ORE_COLUMN("outcome", ORE_TEXT_OUTCOME, ORE_TEXT_CELL),
    ORE_COLUMN("mean", ORE_TEXT_AT_RISK_MEAN, ORE_FLOW),
    {.id = "last", .quantity = ORE_FLOW, .heading = last_year_heading},
    {0}};

ORE_TABLE(sales, "tblAssetSales", "assetsales", sale_columns);

static double mean_tpa(const ore_round *round, const double *tpa)
{
    double sum_tpa = 0.0;

    for (int t = 0; t < round->n_years; t++) {
        sum_tpa += tpa[t] / round->n_years;
    }
    return sum_tpa;
}

static void add_sale(ore_sheet *sheet, int i)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_supply *supply = &round->supplies[i];
    const int last = round->n_years - 1;
    const bool is_lost =
        supply->at_risk[last] > 0.0 &&
        supply->tpa[last] + ore_kept_tpa(round, book->result, i, last) <= 0.0;
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text_or(row, "asset", ORE_LABEL(book, supply), ORE_TEXT_NO_UNIT);
    ore_cell_label(row, "material", &round->materials[supply->material]);
    ore_cell_text(row, "country", ore_book_country(book, supply->country));
    ore_cell_text(row, "sale_on", supply->sale_on);
    ore_cell_word(row, "review", ore_review_text(supply->review));
    ore_cell_word(row, "outcome",
                  is_lost ? ORE_TEXT_SALE_LOST : ORE_TEXT_SALE_STAYS);
    ore_cell_number(row, "mean", mean_tpa(round, supply->at_risk));
    ore_cell_number(row, "last", supply->at_risk[last]);
}

static void add_sales(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;
    const bool is_first = sheet->n_tables == 0;

    if (is_first) {
        ore_sheet_text(sheet, ORE_GREY, ORE_TEXT_ASSET_SALES);
    }
    ore_sheet_begin(
        sheet, &sales,
        is_first ? NULL : ore_book_text(sheet->book, ORE_TEXT_ASSET_SALES));
    for (int i = 0; i < round->n_supplies; i++) {
        if (round->supplies[i].at_risk) {
            add_sale(sheet, i);
        }
    }
}

void ore_fill_screening(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;
    bool has_projects = false, has_sales = false;

    for (int p = 0; p < round->n_projects; p++) {
        has_projects |= is_reviewed(&round->projects[p]);
    }
    for (int i = 0; i < round->n_supplies; i++) {
        has_sales |= round->supplies[i].at_risk != NULL;
    }
    if (has_projects) {
        add_projects(sheet);
    }
    if (has_sales) {
        add_sales(sheet);
    }
    ore_screening_answers(sheet);
}
