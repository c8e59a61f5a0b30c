/* WhatIf: switches and budgets to change by hand, and on WhatIfMoney amounts;
 * what each project is short of and what each account has left follow by
 * formulas, without the solver. It begins at the portfolio. Tables refer to
 * those above them and to WhatIfMoney, which refers to the switches; only the
 * first, which counts what is broken, refers to those below. */
#include <math.h>

#include "orefolio/accounting.h"
#include "orefolio/instrument.h"
#include "write/book/columns.h"
#include "write/what_if/what_if.h"

const char *ore_what_range(ore_book *book, int table, int column)
{
    return ore_column_range(book, ORE_SHEET_WHAT_IF, table, column);
}

const char *ore_commitments_range(ore_book *book, int column)
{
    return ore_column_range(book, ORE_SHEET_WHAT_MONEY, 0, column);
}

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
    const int first = round->options[ore_what_if_option(book, p)].first_year;

    return is_funded(book, p)            ? book->result->year[p]
           : first > round->commit.first ? first
                                         : round->commit.first;
}

static void set_project(ore_sheet *sheet, ore_sheet_cell *row, int p)
{
    const ore_project *project = &sheet->book->round->projects[p];

    ore_set_text(&row[0], project->id);
    ore_set_text(&row[1],
                 ore_label(sheet->book, project->name, project->name_ja));
}

static void add_switches(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    ore_add_table(sheet, "tblWhatProjects", "whatprojects", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECT_ID), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECT), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CAPEX), ORE_MONEY);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_IS_RECOMMENDED), ORE_COUNT);
    ore_sum_column(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SWITCH), ORE_COUNT);
    ore_sum_column(sheet);
    ore_ask_column(sheet, ORE_ENTRY_SWITCH);
    for (int p = 0; p < round->n_projects; p++) {
        ore_sheet_cell *row = ore_next_row(sheet);

        set_project(sheet, row, p);
        ore_set_number(&row[2],
                       round->options[ore_what_if_option(book, p)].capex_m);
        ore_set_number(&row[ORE_WHAT_RECOMMENDED], is_funded(book, p));
        ore_set_number(&row[ORE_WHAT_FUNDED], is_funded(book, p));
    }
}

void ore_set_what_result(ore_sheet *sheet, ore_sheet_cell *cell,
                         const char *over)
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
    IN_PUBLIC_OVER
};

static void set_limit(ore_book *book, ore_sheet_cell *cell, double most)
{
    if (isfinite(most)) {
        ore_set_number(cell, most);
    } else {
        ore_set_text(cell, ore_say(book, ORE_TEXT_NOT_APPLICABLE));
    }
}

/* What is beyond a limit, in a cell of its own; 0 without a limit. */
static void set_over(ore_sheet *sheet, ore_sheet_cell *row, int used,
                     double most)
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
    const ore_round *round = book->round;
    const ore_option *option = &round->options[ore_what_if_option(book, p)];
    const double capex_m = is_funded(book, p) ? option->capex_m : 0.0;
    const double support_m = ore_figure_source_m(round, book->result, p, NULL) -
                             ore_figure_contingent_m(round, book->result, p);
    const double private_m =
        option->sponsor_equity_max_m + option->bank_debt_max_m;
    const double public_most_m = option->public_share_max * option->capex_m;
    const ore_project *project = &round->projects[p];
    double public_m = 0.0;
    ore_sheet_cell *row = ore_next_row(sheet);

    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        const ore_instrument *instrument =
            &round->instruments[round->pairs[f].instrument];

        public_m += book->result->face_m[f] *
                    instrument->kind->public_share(instrument);
    }
    set_project(sheet, row, p);
    ore_set_formula(
        book, &row[IN_CAPEX], capex_m, "=SUMIF(%s,%s,%s)*SUMIF(%s,%s,%s)",
        ore_what_range(book, ORE_WHAT_SWITCHES, 0), ore_here(sheet, 0),
        ore_what_range(book, ORE_WHAT_SWITCHES, 2),
        ore_what_range(book, ORE_WHAT_SWITCHES, 0), ore_here(sheet, 0),
        ore_what_range(book, ORE_WHAT_SWITCHES, ORE_WHAT_FUNDED));
    ore_set_formula(book, &row[IN_SUPPORT], support_m, "=SUMIF(%s,%s,%s)",
                    ore_commitments_range(book, 0), ore_here(sheet, 0),
                    ore_commitments_range(book, ORE_WHAT_SUPPORT));
    ore_set_formula(book, &row[IN_PRIVATE], capex_m - support_m, "=%s-%s",
                    ore_here(sheet, IN_CAPEX), ore_here(sheet, IN_SUPPORT));
    set_limit(book, &row[IN_PRIVATE_MOST], private_m);
    set_over(sheet, row, IN_PRIVATE, private_m);
    ore_set_formula(book, &row[IN_PUBLIC], public_m, "=SUMIF(%s,%s,%s)",
                    ore_commitments_range(book, 0), ore_here(sheet, 0),
                    ore_commitments_range(book, ORE_WHAT_PUBLIC));
    set_limit(book, &row[IN_PUBLIC_MOST], public_most_m);
    set_over(sheet, row, IN_PUBLIC, public_most_m);
    ore_set_what_result(sheet, &row[ORE_WHAT_FINANCED],
                        ore_keep(book, "%s+%s",
                                 ore_here(sheet, IN_PRIVATE_OVER),
                                 ore_here(sheet, IN_PUBLIC_OVER)));
}

static void add_financing(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    static const ore_text headings[] = {
        ORE_TEXT_CAPEX,          ORE_TEXT_SUPPORT_OF_CAPEX,
        ORE_TEXT_PRIVATE_NEEDED, ORE_TEXT_PRIVATE_MOST,
        ORE_TEXT_OVER_BY,        ORE_TEXT_PUBLIC_MONEY,
        ORE_TEXT_PUBLIC_MOST,    ORE_TEXT_OVER_BY_PUBLIC};

    ore_add_table(sheet, "tblWhatFinancing", "whatfinancing",
                  ore_say(book, ORE_TEXT_WHAT_FINANCING));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECT_ID), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECT), ORE_TEXT_CELL);
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        ore_add_column(sheet, ore_say(book, headings[i]), ORE_MONEY);
        ore_sum_column(sheet);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_RESULT), ORE_LETTER);
    for (int p = 0; p < book->round->n_projects; p++) {
        add_project_financing(sheet, p);
    }
}

static const struct {
    ore_text text;
    int table, column;
} results[] = {
    {ORE_TEXT_BROKEN_FINANCING, ORE_WHAT_FINANCING, ORE_WHAT_FINANCED},
    {ORE_TEXT_BROKEN_ACCOUNTS, ORE_WHAT_ACCOUNTS, ORE_WHAT_COVERED}};

enum { N_RESULTS = sizeof results / sizeof *results };

/* How many limits are broken, by kind and in all; it stands above the tables
 * that it counts in, so its formulas are written after them. */
static void add_broken(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    ore_add_table(sheet, "tblWhatBroken", "whatbroken", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_LIMIT), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_BROKEN_COUNT), ORE_COUNT);
    ore_mark_column(sheet, ORE_BAD);
    for (int i = 0; i < N_RESULTS; i++) {
        ore_set_text(&ore_next_row(sheet)[0], ore_say(book, results[i].text));
    }
    ore_set_text(&ore_next_row(sheet)[0], ore_say(book, ORE_TEXT_BROKEN_ALL));
}

static void count_broken(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_sheet_table *counts = &sheet->tables[ORE_WHAT_BROKEN];
    int all = 0;

    for (int i = 0; i < N_RESULTS; i++) {
        const ore_sheet_table *table = &sheet->tables[results[i].table];
        int n = 0;

        for (int row = 0; row < table->n_rows; row++) {
            n += ore_is_text(
                book, &table->cells[row * table->n_columns + results[i].column],
                ORE_TEXT_CHECK);
        }
        ore_set_formula(
            book, &counts->cells[2 * i + 1], n, "=COUNTIF(%s,\"%s\")",
            ore_what_range(book, results[i].table, results[i].column),
            ore_say(book, ORE_TEXT_CHECK));
        all += n;
    }
    ore_set_formula(book, &counts->cells[2 * N_RESULTS + 1], all,
                    "=SUM(B%d:B%d)", counts->top + 2,
                    counts->top + 1 + N_RESULTS);
    counts->cells[2 * N_RESULTS].look = ORE_STRONG;
    counts->cells[2 * N_RESULTS + 1].look = ORE_STRONG;
}

void ore_fill_what_if(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    ore_add_line(sheet, ORE_PLAIN, ore_say(book, ORE_TEXT_WHAT_HOW));
    ore_add_line(sheet, ORE_PLAIN, ore_say(book, ORE_TEXT_WHAT_LIMITS));
    add_broken(sheet);
    add_switches(sheet);
}

void ore_add_what_results(ore_sheet *sheet)
{
    ore_add_what_accounts(sheet);
    add_financing(sheet);
    ore_end_table(sheet);
    count_broken(sheet);
    for (int i = 0; i < N_RESULTS; i++) {
        const int table = results[i].table, at = results[i].column;

        sheet->marks[sheet->n_marks++] =
            (ore_mark){table, at, at, ORE_TEXT_CHECK, ORE_BAD};
        sheet->marks[sheet->n_marks++] =
            (ore_mark){table, at, at, ORE_TEXT_OK, ORE_GOOD};
    }
}
