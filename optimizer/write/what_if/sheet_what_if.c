/* WhatIf: switches and budgets to change by hand, and on WhatIfMoney amounts;
 * what each project is short of and what each account has left follow by
 * formulas, without the solver. It begins at the portfolio. Tables refer to
 * those above them and to WhatIfMoney, which refers to the switches; only the
 * first, which counts what is broken, refers to those below. */
#include <math.h>

#include "orefolio/accounting.h"
#include "orefolio/instrument.h"
#include "orefolio/screen.h"
#include "write/book/checks.h"
#include "write/book/columns.h"
#include "write/what_if/what_if.h"

static bool is_funded(const ore_book *book, int p)
{
    return book->result->option[p] >= 0;
}

int ore_what_if_option(const ore_book *book, int p)
{
    return is_funded(book, p) ? book->result->option[p]
                              : book->round->projects[p].first_option;
}

int ore_what_if_year(const ore_book *book, int p)
{
    const ore_round *round = book->round;
    const int o = ore_what_if_option(book, p);

    if (is_funded(book, p)) {
        return book->result->year[p];
    }
    for (int s = 0; s < round->n_commit; s++) {
        if (ore_may_start(round, o, s, NULL)) {
            return round->commit.first + s;
        }
    }
    return round->options[o].first_year > round->commit.first
               ? round->options[o].first_year
               : round->commit.first;
}

static void set_project(ore_sheet_row row, int p)
{
    const ore_project *project = &row.sheet->book->round->projects[p];

    ore_cell_text(row, "project", project->id);
    ore_cell_text(row, "name", ore_book_project(row.sheet->book, project));
}

static const ore_column_def switch_columns[] = {
    ORE_COLUMN("project", ORE_TEXT_PROJECT_ID, ORE_TEXT_CELL),
    ORE_COLUMN("name", ORE_TEXT_PROJECT, ORE_TEXT_CELL),
    ORE_COLUMN("option", ORE_TEXT_OPTION, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_START, ORE_YEAR),
    ORE_COLUMN("capex", ORE_TEXT_CAPEX, ORE_MONEY),
    ORE_COLUMN("recommended", ORE_TEXT_WHAT_PLAN_ON, ORE_COUNT, .total = true),
    ORE_COLUMN("on", ORE_TEXT_SWITCH, ORE_COUNT, .total = true,
               .entry = ORE_ENTRY_SWITCH),
    {0}};

ORE_TABLE(switches, "tblWhatProjects", "whatprojects", switch_columns);

static void add_switches(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_sheet_begin(sheet, &switches, NULL);
    for (int p = 0; p < round->n_projects; p++) {
        const ore_sheet_row row = ore_sheet_next(sheet);

        const ore_option *option = &round->options[ore_what_if_option(book, p)];

        set_project(row, p);
        ore_cell_text(row, "option", ore_book_word(book, option->id));
        ore_cell_number(row, "year", ore_what_if_year(book, p));
        ore_cell_number(row, "capex", option->capex_m);
        ore_cell_number(row, "recommended", is_funded(book, p));
        ore_cell_number(row, "on", is_funded(book, p));
    }
}

static const ore_column_def financing_columns[] = {
    ORE_COLUMN("project", ORE_TEXT_PROJECT_ID, ORE_TEXT_CELL),
    ORE_COLUMN("name", ORE_TEXT_PROJECT, ORE_TEXT_CELL),
    ORE_COLUMN("capex", ORE_TEXT_CAPEX, ORE_MONEY, .total = true),
    ORE_COLUMN("support", ORE_TEXT_SUPPORT_OF_CAPEX, ORE_MONEY, .total = true),
    ORE_COLUMN("private", ORE_TEXT_PRIVATE_NEEDED, ORE_MONEY, .total = true),
    ORE_COLUMN("private_max", ORE_TEXT_PRIVATE_MOST, ORE_MONEY, .total = true),
    ORE_COLUMN("private_over", ORE_TEXT_OVER_BY, ORE_MONEY, .total = true),
    ORE_COLUMN("public", ORE_TEXT_PUBLIC_MONEY, ORE_MONEY, .total = true),
    ORE_COLUMN("public_max", ORE_TEXT_PUBLIC_MOST, ORE_MONEY, .total = true),
    ORE_COLUMN("public_over", ORE_TEXT_OVER_BY_PUBLIC, ORE_MONEY,
               .total = true),
    ORE_WHAT_IF_RESULT,
    {0}};

ORE_TABLE(financing, "tblWhatFinancing", "whatfinancing", financing_columns);

/* A limit, and what is beyond it in a cell of its own; 0 without a limit. */
static void set_limit(ore_sheet_row row, const char *used, double max_m)
{
    const double used_m = ore_cell_at(row, used)->number;
    const char *over = ore_book_print(row.sheet->book, "%s_over", used);

    ore_cell_figure(row, ore_book_print(row.sheet->book, "%s_max", used),
                    max_m);
    if (isfinite(max_m)) {
        ore_cell_formula(row, over, fmax(0.0, used_m - max_m),
                         "=MAX(0,{%s}-{%s_max})", used, used);
    } else {
        ore_cell_number(row, over, 0.0);
    }
}

/* What counts as public of a project's financing. */
static double public_m(const ore_book *book, int p)
{
    const ore_round *round = book->round;
    const ore_project *project = &round->projects[p];
    double sum_m = 0.0;

    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        const ore_instrument *instrument =
            &round->instruments[round->pairs[f].instrument];

        sum_m += book->result->face_m[f] *
                 instrument->kind->public_share(instrument);
    }
    return sum_m;
}

static void add_project_financing(ore_sheet *sheet, int p)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_option *option = &round->options[ore_what_if_option(book, p)];
    const double capex_m = is_funded(book, p) ? option->capex_m : 0.0;
    const double support_m = ore_figure_source_m(round, book->result, p, NULL) -
                             ore_figure_contingent_m(round, book->result, p);
    const ore_sheet_row row = ore_sheet_next(sheet);

    set_project(row, p);
    ore_cell_formula(
        row, "capex", capex_m,
        "=SUMIF({whatprojects.project},{project},{whatprojects.capex})"
        "*SUMIF({whatprojects.project},{project},{whatprojects.on})");
    ore_cell_formula(row, "support", support_m,
                     "=SUMIF({whatcommitments.project},{project},{"
                     "whatcommitments.support})");
    ore_cell_formula(row, "private", capex_m - support_m, "={capex}-{support}");
    set_limit(row, "private",
              option->sponsor_equity_max_m + option->bank_debt_max_m);
    ore_cell_formula(
        row, "public", public_m(book, p),
        "=SUMIF({whatcommitments.project},{project},{whatcommitments.public})");
    set_limit(row, "public", option->public_share_max * option->capex_m);
    ore_what_if_result(row, "{private_over}+{public_over}");
}

static void add_financing(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    ore_sheet_begin(sheet, &financing,
                    ore_book_text(book, ORE_TEXT_WHAT_FINANCING));
    for (int p = 0; p < book->round->n_projects; p++) {
        add_project_financing(sheet, p);
    }
}

/* Tables with a result on each row, and what is broken where it is not good. */
static const struct {
    ore_text text;
    const char *column;
} results[] = {{ORE_TEXT_BROKEN_FINANCING, "whatfinancing.result"},
               {ORE_TEXT_BROKEN_ACCOUNTS, "whataccounts.result"}};

enum { N_RESULTS = sizeof results / sizeof *results };

static const ore_column_def broken_columns[] = {
    ORE_COLUMN("limit", ORE_TEXT_LIMIT, ORE_TEXT_CELL),
    ORE_COLUMN("count", ORE_TEXT_BROKEN_COUNT, ORE_COUNT, .positive = ORE_BAD),
    {0}};

ORE_TABLE(broken, "tblWhatBroken", "whatbroken", broken_columns);

/* How many limits are broken, by kind and in all; it stands above the tables
 * that it counts in, so its formulas are written after them. */
static void add_broken(ore_sheet *sheet)
{
    ore_sheet_begin(sheet, &broken, NULL);
    for (int i = 0; i < N_RESULTS; i++) {
        ore_cell_word(ore_sheet_next(sheet), "limit", results[i].text);
    }
    ore_cell_word(ore_sheet_next(sheet), "limit", ORE_TEXT_BROKEN_ALL);
}

static void count_broken(ore_book *book)
{
    const ore_sheet_row sum = ore_book_row(book, "whatbroken", N_RESULTS);
    const char *first = NULL, *last = NULL;
    double all = 0.0;

    for (int i = 0; i < N_RESULTS; i++) {
        const ore_sheet_row row = ore_book_row(book, "whatbroken", i);
        const ore_check_side count =
            ore_checks_count(book, results[i].column, ORE_TEXT_CHECK);

        ore_cell_formula(row, "count", count.value, "=%s", count.formula);
        last = ore_cell_address(row, "count");
        first = first ? first : last;
        all += count.value;
    }
    ore_cell_formula(sum, "count", all, "=SUM(%s:%s)", first, last);
    ore_cell_at(sum, "limit")->look = ORE_STRONG;
    ore_cell_at(sum, "count")->look = ORE_STRONG;
}

void ore_fill_what_if(ore_sheet *sheet)
{
    ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_WHAT_HOW);
    ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_WHAT_LIMITS);
    ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_WHAT_BACK);
    ore_what_if_headline(sheet);
    add_broken(sheet);
    add_switches(sheet);
}

void ore_what_if_results(ore_sheet *sheet)
{
    ore_what_if_accounts(sheet);
    add_financing(sheet);
    ore_what_if_rules(sheet);
    ore_sheet_end(sheet);
    count_broken(sheet->book);
}
