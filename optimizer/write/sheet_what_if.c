/* WhatIf: switches, amounts and budgets to change by hand; what each project
 * is short of and what each account has left follow by formulas, without the
 * solver. It begins at the portfolio. Tables refer to those above them only. */
#include <math.h>

#include "orefolio/instrument.h"
#include "orefolio/timing.h"
#include "write/columns.h"
#include "write/figures.h"
#include "write/sheet.h"

/* Written figures are rounded one by one: sums agree to this, in millions. */
static const double tolerance_m = 1e-3;

/* A column of the sheet's table. */
static const char *range(ore_book *book, int table, int column)
{
    return ore_column_range(book, ORE_SHEET_WHAT_IF, table, column);
}

static bool is_funded(const ore_book *book, int p)
{
    return book->result->option[p] >= 0;
}

int ore_what_if_option(const ore_book *book, int p)
{
    return is_funded(book, p) ? book->result->option[p]
                              : book->plan->projects[p].first_option;
}

int ore_what_if_year(const ore_book *book, int p)
{
    const ore_plan *plan = book->plan;
    const int first = plan->options[ore_what_if_option(book, p)].first_year;

    return is_funded(book, p)           ? book->result->year[p]
           : first > plan->commit.first ? first
                                        : plan->commit.first;
}

static void set_project(ore_sheet *sheet, ore_cell *row, int p)
{
    const ore_project *project = &sheet->book->plan->projects[p];

    ore_set_text(&row[0], project->id);
    ore_set_text(&row[1],
                 ore_label(sheet->book, project->name, project->name_ja));
}

static void add_switches(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;

    ore_add_table(sheet, "tblWhatProjects", "whatprojects", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECT_ID), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECT), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CAPEX), ORE_MONEY);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_IS_RECOMMENDED), ORE_COUNT);
    ore_sum_column(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SWITCH), ORE_COUNT);
    ore_sum_column(sheet);
    for (int p = 0; p < plan->n_projects; p++) {
        ore_cell *row = ore_next_row(sheet);

        set_project(sheet, row, p);
        ore_set_number(&row[2],
                       plan->options[ore_what_if_option(book, p)].capex_m);
        ore_set_number(&row[ORE_WHAT_RECOMMENDED], is_funded(book, p));
        ore_set_number(&row[ORE_WHAT_FUNDED], is_funded(book, p));
        row[ORE_WHAT_FUNDED].look = ORE_INPUT;
    }
}

/* Columns of the commitments. */
enum {
    OF_ACCOUNT = 2,
    OF_YEAR,
    OF_FACE,
    OF_RATE,
    OF_WEIGHT,
    OF_ON,
    OF_SUPPORT,
    OF_PUBLIC,
    OF_COST
};

static void add_commitment(ore_sheet *sheet, int f)
{
    ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;
    const ore_offer *offer = &plan->offers[f];
    const ore_instrument *instrument = &plan->instruments[offer->instrument];
    const int p = offer->project, year = ore_what_if_year(book, p);
    const double on = is_funded(book, p), face_m = book->result->face_m[f];
    const double rate = ore_charge_rate(plan, f, ore_what_if_option(book, p),
                                        year - plan->commit.first);
    const double weight = instrument->kind->public_share(instrument);
    ore_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], plan->projects[p].id);
    ore_set_text(&row[1], instrument->id);
    ore_set_text(&row[OF_ACCOUNT],
                 instrument->budget >= 0
                     ? plan->budgets[instrument->budget].id
                     : ore_say(book, ORE_TEXT_NOT_APPLICABLE));
    ore_set_number(&row[OF_YEAR], year);
    ore_set_number(&row[OF_FACE], face_m);
    row[OF_FACE].look = row[OF_YEAR].look = ORE_INPUT;
    ore_set_number(&row[OF_RATE], rate);
    ore_set_number(&row[OF_WEIGHT], weight);
    ore_set_formula(book, &row[OF_ON], on, "=SUMIF(%s,%s,%s)",
                    range(book, 0, 0), ore_here(sheet, 0),
                    range(book, 0, ORE_WHAT_FUNDED));
    if (instrument->kind->json_source) {
        ore_set_formula(book, &row[OF_SUPPORT], on * face_m, "=%s*%s",
                        ore_here(sheet, OF_ON), ore_here(sheet, OF_FACE));
    } else {
        ore_set_number(&row[OF_SUPPORT], 0.0);
    }
    ore_set_formula(book, &row[OF_PUBLIC], on * face_m * weight, "=%s*%s*%s",
                    ore_here(sheet, OF_ON), ore_here(sheet, OF_FACE),
                    ore_here(sheet, OF_WEIGHT));
    ore_set_formula(book, &row[OF_COST], on * face_m * rate, "=%s*%s*%s",
                    ore_here(sheet, OF_ON), ore_here(sheet, OF_FACE),
                    ore_here(sheet, OF_RATE));
}

static void add_commitments(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    ore_add_table(sheet, "tblWhatCommitments", "whatcommitments",
                  ore_say(book, ORE_TEXT_WHAT_COMMITMENTS));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECT_ID), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_INSTRUMENT_ID), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_BUDGET), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_YEAR), ORE_YEAR);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_FACE), ORE_MONEY);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SUBSIDY_RATE), ORE_SHARE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PUBLIC_WEIGHT), ORE_SHARE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SWITCH), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SUPPORT), ORE_MONEY);
    ore_sum_column(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PUBLIC_MONEY), ORE_MONEY);
    ore_sum_column(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_COST), ORE_MONEY);
    ore_sum_column(sheet);
    for (int f = 0; f < book->plan->n_offers; f++) {
        add_commitment(sheet, f);
    }
}

/* "OK" unless one of the columns of amounts over a limit is more than noise. */
static void set_result(ore_sheet *sheet, ore_cell *cell, const char *over)
{
    ore_book *book = sheet->book;

    ore_set_text_formula(book, cell, ore_say(book, ORE_TEXT_OK),
                         "=IF(ROUND(%s,3)<=0,\"%s\",\"%s\")", over,
                         ore_say(book, ORE_TEXT_OK),
                         ore_say(book, ORE_TEXT_CHECK));
}

/* Columns of the financing. */
enum {
    IN_CAPEX = 2,
    IN_SUPPORT,
    IN_PRIVATE,
    IN_PRIVATE_MOST,
    IN_PRIVATE_OVER,
    IN_PUBLIC,
    IN_PUBLIC_MOST,
    IN_PUBLIC_OVER,
    IN_RESULT
};

static void set_limit(ore_book *book, ore_cell *cell, double most)
{
    if (isfinite(most)) {
        ore_set_number(cell, most);
    } else {
        ore_set_text(cell, ore_say(book, ORE_TEXT_NOT_APPLICABLE));
    }
}

/* What is beyond a limit, in a cell of its own; 0 without a limit. */
static void set_over(ore_sheet *sheet, ore_cell *row, int used, double most)
{
    ore_book *book = sheet->book;

    if (isfinite(most)) {
        const double over_m = fmax(0.0, row[used].number - most);

        ore_set_formula(book, &row[used + 2], over_m, "=MAX(0,%s-%s)",
                        ore_here(sheet, used), ore_here(sheet, used + 1));
    } else {
        ore_set_number(&row[used + 2], 0.0);
    }
}

static void add_project_financing(ore_sheet *sheet, int p)
{
    ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;
    const ore_option *option = &plan->options[ore_what_if_option(book, p)];
    const double capex_m = is_funded(book, p) ? option->capex_m : 0.0;
    const double support_m = ore_figure_source_m(plan, book->result, p, NULL) -
                             ore_figure_promised_m(plan, book->result, p);
    const double private_m =
        option->sponsor_equity_max_m + option->bank_debt_max_m;
    const double public_most_m = option->public_share_max * option->capex_m;
    const ore_project *project = &plan->projects[p];
    double public_m = 0.0;
    ore_cell *row = ore_next_row(sheet);

    for (int f = project->first_offer;
         f < project->first_offer + project->n_offers; f++) {
        const ore_instrument *instrument =
            &plan->instruments[plan->offers[f].instrument];

        public_m += book->result->face_m[f] *
                    instrument->kind->public_share(instrument);
    }
    set_project(sheet, row, p);
    ore_set_formula(book, &row[IN_CAPEX], capex_m,
                    "=SUMIF(%s,%s,%s)*SUMIF(%s,%s,%s)", range(book, 0, 0),
                    ore_here(sheet, 0), range(book, 0, 2), range(book, 0, 0),
                    ore_here(sheet, 0), range(book, 0, ORE_WHAT_FUNDED));
    ore_set_formula(book, &row[IN_SUPPORT], support_m, "=SUMIF(%s,%s,%s)",
                    range(book, 1, 0), ore_here(sheet, 0),
                    range(book, 1, OF_SUPPORT));
    ore_set_formula(book, &row[IN_PRIVATE], capex_m - support_m, "=%s-%s",
                    ore_here(sheet, IN_CAPEX), ore_here(sheet, IN_SUPPORT));
    set_limit(book, &row[IN_PRIVATE_MOST], private_m);
    set_over(sheet, row, IN_PRIVATE, private_m);
    ore_set_formula(book, &row[IN_PUBLIC], public_m, "=SUMIF(%s,%s,%s)",
                    range(book, 1, 0), ore_here(sheet, 0),
                    range(book, 1, OF_PUBLIC));
    set_limit(book, &row[IN_PUBLIC_MOST], public_most_m);
    set_over(sheet, row, IN_PUBLIC, public_most_m);
    set_result(sheet, &row[IN_RESULT],
               ore_keep(book, "%s+%s", ore_here(sheet, IN_PRIVATE_OVER),
                        ore_here(sheet, IN_PUBLIC_OVER)));
}

static void add_financing(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    static const ore_text headings[] = {
        ORE_TEXT_CAPEX,        ORE_TEXT_SUPPORT,       ORE_TEXT_PRIVATE_NEEDED,
        ORE_TEXT_PRIVATE_MOST, ORE_TEXT_OVER_BY,       ORE_TEXT_PUBLIC_MONEY,
        ORE_TEXT_PUBLIC_MOST,  ORE_TEXT_OVER_BY_PUBLIC};

    ore_add_table(sheet, "tblWhatFinancing", "whatfinancing",
                  ore_say(book, ORE_TEXT_WHAT_FINANCING));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECT_ID), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECT), ORE_TEXT_CELL);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        ore_add_column(sheet, ore_say(book, headings[i]), ORE_MONEY);
        ore_sum_column(sheet);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_RESULT), ORE_LETTER);
    for (int p = 0; p < book->plan->n_projects; p++) {
        add_project_financing(sheet, p);
    }
}

/* Columns of the accounts. */
enum {
    AT_YEAR = 2,
    AT_BUDGET,
    AT_CARRIED,
    AT_OTHER,
    AT_USED,
    AT_LEFT,
    AT_OVER,
    AT_RESULT
};

/* What the commitments of a year charge to account b. */
static double committed_m(const ore_book *book, int b, int year)
{
    const ore_plan *plan = book->plan;
    double sum_m = 0.0;

    for (int f = 0; f < plan->n_offers; f++) {
        const ore_offer *offer = &plan->offers[f];
        const int p = offer->project;

        if (plan->instruments[offer->instrument].budget == b &&
            is_funded(book, p) && book->result->year[p] == year) {
            sum_m += book->result->face_m[f] *
                     ore_charge_rate(plan, f, book->result->option[p],
                                     year - plan->commit.first);
        }
    }
    return sum_m;
}

/* `left` is the cell of what the year before left, or NULL; its value in and
 * this year's out in *left_m. */
static const char *add_account_year(ore_sheet *sheet, int b, int y,
                                    const char *left, double *left_m)
{
    ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;
    const ore_budget *budget = &plan->budgets[b];
    const int year = plan->commit.first + y;
    const double cost_m = committed_m(book, b, year);
    const double other_m = ore_figure_used_m(plan, book->result, b, y) - cost_m;
    const double carried_m = left ? *left_m : 0.0;
    ore_cell *row = ore_next_row(sheet);

    *left_m = budget->amount_m[y] + carried_m - other_m - cost_m;
    ore_set_text(&row[0], budget->id);
    ore_set_text(&row[1], ore_label(book, budget->label, budget->label_ja));
    ore_set_number(&row[AT_YEAR], year);
    ore_set_number(&row[AT_BUDGET], budget->amount_m[y]);
    row[AT_BUDGET].look = ORE_INPUT;
    if (left) {
        ore_set_formula(book, &row[AT_CARRIED], carried_m, "=%s", left);
    } else {
        ore_set_number(&row[AT_CARRIED], 0.0);
    }
    ore_set_number(&row[AT_OTHER], fabs(other_m) < tolerance_m ? 0.0 : other_m);
    ore_set_formula(book, &row[AT_USED], cost_m, "=SUMIFS(%s,%s,%s,%s,%s)",
                    range(book, 1, OF_COST), range(book, 1, OF_ACCOUNT),
                    ore_here(sheet, 0), range(book, 1, OF_YEAR),
                    ore_here(sheet, AT_YEAR));
    *left_m = budget->amount_m[y] + carried_m - row[AT_OTHER].number - cost_m;
    ore_set_formula(book, &row[AT_LEFT], *left_m, "=%s+%s-%s-%s",
                    ore_here(sheet, AT_BUDGET), ore_here(sheet, AT_CARRIED),
                    ore_here(sheet, AT_OTHER), ore_here(sheet, AT_USED));
    ore_set_formula(book, &row[AT_OVER], fmax(0.0, -*left_m), "=MAX(0,-%s)",
                    ore_here(sheet, AT_LEFT));
    set_result(sheet, &row[AT_RESULT], ore_here(sheet, AT_OVER));
    return ore_here(sheet, AT_LEFT);
}

static void add_accounts(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;
    static const ore_text headings[] = {
        ORE_TEXT_YEAR,          ORE_TEXT_BUDGET_AMOUNT, ORE_TEXT_CARRIED,
        ORE_TEXT_OTHER_CHARGES, ORE_TEXT_COST,          ORE_TEXT_HEADROOM,
        ORE_TEXT_OVER_BY};

    ore_add_table(sheet, "tblWhatAccounts", "whataccounts",
                  ore_say(book, ORE_TEXT_WHAT_ACCOUNTS));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_BUDGET), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_NAME), ORE_TEXT_CELL);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        ore_add_column(sheet, ore_say(book, headings[i]),
                       i == 0 ? ORE_YEAR : ORE_MONEY);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_RESULT), ORE_LETTER);
    for (int b = 0; b < plan->n_budgets; b++) {
        const char *left = NULL;
        double left_m = 0.0;

        for (int y = 0; plan->budgets[b].basis == ORE_BASIS_COMMITMENT &&
                        y < plan->n_commit;
             y++) {
            const char *own = add_account_year(sheet, b, y, left, &left_m);

            left = plan->budgets[b].carry_over ? own : NULL;
        }
    }
}

void ore_fill_what_if(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    static const struct {
        int table, column;
    } results[] = {{2, IN_RESULT}, {3, AT_RESULT}};

    ore_add_line(sheet, ORE_PLAIN, ore_say(book, ORE_TEXT_WHAT_HOW));
    ore_add_line(sheet, ORE_PLAIN, ore_say(book, ORE_TEXT_WHAT_LIMITS));
    add_switches(sheet);
    add_commitments(sheet);
    add_financing(sheet);
    add_accounts(sheet);
    for (size_t i = 0; i < sizeof results / sizeof *results; i++) {
        sheet->marks[sheet->n_marks++] =
            (ore_mark){results[i].table, results[i].column, results[i].column,
                       ORE_TEXT_CHECK, ORE_BAD};
        sheet->marks[sheet->n_marks++] =
            (ore_mark){results[i].table, results[i].column, results[i].column,
                       ORE_TEXT_OK, ORE_GOOD};
    }
}
