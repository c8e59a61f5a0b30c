/* Screening: projects and proposed asset sales under review, and what follows
 * from it. */
#include <stdlib.h>

#include "orefolio/screen.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

static const ore_text reviews[] = {
    ORE_TEXT_REVIEW_CLEARED, ORE_TEXT_REVIEW_PENDING,
    ORE_TEXT_REVIEW_CONDITIONS, ORE_TEXT_REVIEW_BLOCKED};

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
                list = ore_keep(book, "%s%s%s", list,
                                *list ? ore_say(book, ORE_TEXT_LIST_COMMA) : "",
                                ore_label(book, rule->label, rule->label_ja));
            }
        }
    }
    return *list ? list : ore_say(book, ORE_TEXT_NO_UNIT);
}

static const char *outcome(const ore_book *book, int p)
{
    ore_reason reason = ore_screen_reason(book->round, p);

    free(reason.detail);
    free(reason.detail_ja);
    if (book->result->option[p] >= 0) {
        return ore_say(book, ORE_TEXT_GOES_AHEAD);
    }
    return ore_say(book, reason.kind == ORE_REASON_SCREENED
                             ? ORE_TEXT_SCREENED_OUT
                             : ORE_TEXT_NOT_CHOSEN);
}

static void add_projects(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    static const ore_text words[] = {ORE_TEXT_REVIEW, ORE_TEXT_REVIEW_ON};

    ore_add_line(sheet, ORE_GREY, ore_say(book, ORE_TEXT_SCREENED_PROJECTS));
    ore_add_table(sheet, "tblScreening", "screening", NULL);
    ore_add_project_columns(sheet);
    for (int i = 0; i < 2; i++) {
        ore_add_column(sheet, ore_say(book, words[i]), ORE_TEXT_CELL);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CONCERN), ORE_SHARE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CONDITIONS), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_OUTCOME), ORE_TEXT_CELL);
    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *project = &round->projects[p];

        if (!is_reviewed(project)) {
            continue;
        }
        ore_sheet_cell *row = ore_next_row(sheet);

        ore_set_project(book, row, p);
        ore_set_text(&row[4], ore_say(book, reviews[project->review]));
        ore_set_text(&row[5], project->review_on
                                  ? project->review_on
                                  : ore_say(book, ORE_TEXT_NO_UNIT));
        ore_set_number(&row[6], project->concern_share);
        ore_set_text(&row[7], conditions(book, p));
        ore_set_text(&row[8], outcome(book, p));
    }
}

static double mean_tpa(const ore_round *round, const double *tpa)
{
    double sum_tpa = 0.0;

    for (int t = 0; t < round->n_years; t++) {
        sum_tpa += tpa[t] / round->n_years;
    }
    return sum_tpa;
}

static void add_sale(ore_sheet *sheet, const ore_supply *supply)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_material *material = &round->materials[supply->material];
    const int last = round->n_years - 1;
    const bool is_lost =
        supply->at_risk[last] > 0.0 && supply->tpa[last] <= 0.0;
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], *supply->asset ? supply->asset
                                         : ore_say(book, ORE_TEXT_NO_UNIT));
    ore_set_text(&row[1], ore_label(book, material->label, material->label_ja));
    ore_set_text(&row[2], ore_word(book, supply->country));
    ore_set_text(&row[3], supply->sale_on);
    ore_set_text(&row[4], ore_say(book, reviews[supply->review]));
    ore_set_text(&row[5], ore_say(book, is_lost ? ORE_TEXT_SALE_LOST
                                                : ORE_TEXT_SALE_STAYS));
    ore_set_number(&row[6], mean_tpa(round, supply->at_risk));
    ore_set_number(&row[7], supply->at_risk[last]);
}

static void add_sales(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    static const ore_text words[] = {ORE_TEXT_ASSET,   ORE_TEXT_MATERIAL,
                                     ORE_TEXT_COUNTRY, ORE_TEXT_SALE_ON,
                                     ORE_TEXT_REVIEW,  ORE_TEXT_OUTCOME};

    if (sheet->n_tables == 0) {
        ore_add_line(sheet, ORE_GREY, ore_say(book, ORE_TEXT_ASSET_SALES));
    }
    ore_add_table(sheet, "tblAssetSales", "assetsales",
                  sheet->n_tables > 0 ? ore_say(book, ORE_TEXT_ASSET_SALES)
                                      : NULL);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        ore_add_column(sheet, ore_say(book, words[i]), ORE_TEXT_CELL);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_AT_RISK_MEAN), ORE_FLOW);
    ore_add_column(
        sheet,
        ore_compose(book, ORE_TEXT_AT_RISK_IN,
                    (const char *const[]){
                        ore_keep(book, "%d", round->horizon.last), NULL}),
        ORE_FLOW);
    for (int i = 0; i < round->n_supplies; i++) {
        if (round->supplies[i].at_risk) {
            add_sale(sheet, &round->supplies[i]);
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
}
