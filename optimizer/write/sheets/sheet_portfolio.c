/* Portfolio: every project that goes ahead, its money by source and what it
 * makes. Totals stand above the header. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

/* The flow a project is known by: its largest output, one with a target before
 * one without. NULL when it makes nothing. */
static const ore_flow *main_output(const ore_round *round,
                                   const ore_option *option)
{
    const ore_flow *best = NULL;
    bool best_wanted = false;

    for (int i = 0; i < option->n_flows; i++) {
        const ore_flow *flow = &option->flows[i];
        const bool is_wanted = ore_is_targeted(round, flow->material);

        if (flow->output_tpa > 0.0 && (!best || (is_wanted && !best_wanted) ||
                                       (is_wanted == best_wanted &&
                                        flow->output_tpa > best->output_tpa))) {
            best = flow;
            best_wanted = is_wanted;
        }
    }
    return best;
}

static int needed_by(const ore_book *book, int p)
{
    for (int i = 0; i < book->round->n_links; i++) {
        const ore_link *link = &book->round->links[i];

        if (link->kind == ORE_LINK_REQUIRES && link->other == p &&
            book->result->option[link->project] >= 0) {
            return link->project;
        }
    }
    return -1;
}

/* Why a project is in: its status, the target it serves, what needs it. */
static const char *why_in(ore_book *book, int p, const ore_flow *output)
{
    const ore_round *round = book->round;
    const int user = needed_by(book, p);

    if (round->projects[p].decision == ORE_COMMITTED) {
        return ore_say(book, ORE_TEXT_WHY_COMMITTED);
    }
    if (round->projects[p].decision == ORE_MUST) {
        return ore_say(book, ORE_TEXT_WHY_MUST);
    }
    if (output) {
        return ore_say(book, ore_is_targeted(round, output->material)
                                 ? ORE_TEXT_WHY_SUPPLIES
                                 : ORE_TEXT_WHY_FEEDS);
    }
    if (user >= 0) {
        return ore_compose(
            book, ORE_TEXT_WHY_NEEDED,
            (const char *const[]){round->projects[user].id, NULL});
    }
    return ore_say(book, ORE_TEXT_WHY_GOALS);
}

/* Whether the round gives projects values. */
static bool has_values(const ore_round *round)
{
    for (int o = 0; o < round->n_options; o++) {
        if (round->options[o].value != 0.0) {
            return true;
        }
    }
    return false;
}

static void add_columns(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    ore_add_project_columns(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_OPTION), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_YEAR), ORE_YEAR);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CAPEX), ORE_MONEY);
    ore_sum_column(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SUPPORT), ORE_MONEY);
    ore_sum_column(sheet);
    if (ore_has_contingents(book->round)) {
        ore_add_column(sheet, ore_say(book, ORE_TEXT_PROMISES), ORE_MONEY);
        ore_sum_column(sheet);
    }
    for (int i = 0; i < ore_kind_count(); i++) {
        ore_add_column(sheet, ore_source_label(book, ore_instrument_kinds[i]),
                       ORE_MONEY);
        ore_sum_column(sheet);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_BANK_DEBT), ORE_MONEY);
    ore_sum_column(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SPONSOR), ORE_MONEY);
    ore_sum_column(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_COST), ORE_MONEY);
    ore_sum_column(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PLATEAU), ORE_FLOW);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_UNIT_CAPEX), ORE_UNIT_COST);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MEAN_USE), ORE_SHARE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_MATERIAL), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_RISK), ORE_SCORE);
    if (has_values(book->round)) {
        ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECT_VALUE),
                       ORE_GENERAL);
        ore_bar_column(sheet);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_WHY), ORE_TEXT_CELL);
}

/* What a capacity of 1 t/yr costs, in thousands of dollars or millions of yen:
 * by formula from the capital cost, which is shown in millions of dollars or
 * yen, in billions of yen, or in 100 million yen. */
static void set_unit_cost(ore_sheet *sheet, ore_sheet_cell *row, int plateau)
{
    ore_book *book = sheet->book;
    const bool is_single = ore_in_yen(book) && !book->is_converted;
    const bool is_oku = ore_in_yen(book) && book->is_japanese;
    const double capex = row[ORE_PORTFOLIO_CAPEX].number * book->money_rate;

    ore_set_formula(book, &row[plateau + 1],
                    capex / row[plateau].number *
                        (is_single ? 1.0
                         : is_oku  ? 100.0
                                   : 1000.0),
                    is_single ? "=%s/%s"
                    : is_oku  ? "=%s/%s*1000/10"
                              : "=%s/%s*1000",
                    ore_here(sheet, ORE_PORTFOLIO_CAPEX),
                    ore_here(sheet, plateau));
}

/* Without the noise of the difference. */
static double risk_of(const ore_option *option)
{
    return ore_rounded(1.0 - option->success_probability, 1e9);
}

/* What it makes, from column `at` on. */
static void set_output(ore_sheet *sheet, ore_sheet_cell *row, int at, int p)
{
    ore_book *book = sheet->book;
    const ore_option *option = &book->round->options[book->result->option[p]];
    const ore_flow *output = main_output(book->round, option);

    for (int c = at; c < at + 4; c++) {
        ore_set_text(&row[c], ore_say(book, ORE_TEXT_NOT_APPLICABLE));
    }
    if (output) {
        const ore_material *material =
            &book->round->materials[output->material];
        const double plateau_tpa =
            ore_figure_plateau_tpa(book->round, option, output);

        ore_set_number(&row[at], plateau_tpa);
        if (plateau_tpa > 0.0) {
            set_unit_cost(sheet, row, at);
        }
        ore_set_figure(book, &row[at + 2],
                       ore_figure_mean_use(book->round, book->result, p));
        ore_set_text(&row[at + 3],
                     ore_label(book, material->label, material->label_ja));
    }
    ore_sheet_cell *last = &row[at + 4];

    ore_set_number(last++, risk_of(option));
    if (has_values(book->round)) {
        ore_set_number(last++, option->value);
    }
    ore_set_text(last, why_in(book, p, output));
}

static void add_project(ore_sheet *sheet, int p)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_result *result = book->result;
    ore_sheet_cell *row = ore_next_row(sheet);
    const int first = ore_portfolio_sources(round), kinds = ore_kind_count();

    ore_set_project(book, row, p);
    ore_set_text(&row[ORE_PORTFOLIO_YEAR - 1],
                 ore_word(book, round->options[result->option[p]].id));
    ore_set_number(&row[ORE_PORTFOLIO_YEAR], result->year[p]);
    ore_set_number(&row[ORE_PORTFOLIO_CAPEX],
                   ore_figure_capex_m(round, result, p));
    if (ore_has_contingents(round)) {
        ore_set_number(&row[first - 1],
                       ore_figure_contingent_m(round, result, p));
    }
    for (int i = 0; i < kinds; i++) {
        ore_set_number(
            &row[first + i],
            ore_figure_source_m(round, result, p, ore_instrument_kinds[i]));
    }
    ore_set_formula(book, &row[ORE_PORTFOLIO_SUPPORT],
                    ore_figure_source_m(round, result, p, NULL), "=SUM(%s:%s)",
                    ore_here(sheet, ORE_PORTFOLIO_SUPPORT + 1),
                    ore_here(sheet, first + kinds - 1));
    ore_sheet_cell *rest = &row[first + kinds];

    ore_set_number(&rest[0], ore_figure_bank_debt_m(round, result, p));
    ore_set_number(&rest[1], result->equity_m[p]);
    ore_set_number(&rest[2], ore_figure_cost_m(round, result, p));
    set_output(sheet, row, first + kinds + 3, p);
}

void ore_fill_portfolio(ore_sheet *sheet)
{
    ore_add_table(sheet, "tblPortfolio", "portfolio", NULL);
    ore_filter_table(sheet);
    add_columns(sheet);
    for (int p = 0; p < sheet->book->round->n_projects; p++) {
        if (sheet->book->result->option[p] >= 0) {
            add_project(sheet, p);
        }
    }
}
