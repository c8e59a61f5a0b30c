/* Portfolio: every project that goes ahead, its money by source and what it
 * makes. Totals stand above the header. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/book/money.h"

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
        return ore_book_text(book, ORE_TEXT_WHY_COMMITTED);
    }
    if (round->projects[p].decision == ORE_MUST) {
        return ore_book_text(book, ORE_TEXT_WHY_MUST);
    }
    if (output) {
        return ore_book_text(book, ore_is_targeted(round, output->material)
                                       ? ORE_TEXT_WHY_SUPPLIES
                                       : ORE_TEXT_WHY_FEEDS);
    }
    if (user >= 0) {
        return ore_book_compose(book, ORE_TEXT_WHY_NEEDED,
                                round->projects[user].id);
    }
    return ore_book_text(book, ORE_TEXT_WHY_GOALS);
}

/* Whether the round gives projects values. */
static bool has_values(const ore_book *book)
{
    const ore_round *round = book->round;

    for (int o = 0; o < round->n_options; o++) {
        if (round->options[o].value != 0.0) {
            return true;
        }
    }
    return false;
}

static const ore_column_def columns[] = {
    ORE_PROJECT_COLUMNS,
    ORE_COLUMN("option", ORE_TEXT_OPTION, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("capex", ORE_TEXT_CAPEX, ORE_MONEY, .total = true),
    ORE_COLUMN("support", ORE_TEXT_SUPPORT, ORE_MONEY, .total = true),
    ORE_COLUMN("promises", ORE_TEXT_PROMISES, ORE_MONEY, .total = true,
               .is_shown = ore_book_has_contingents),
    ORE_KIND_COLUMNS,
    ORE_COLUMN("debt", ORE_TEXT_BANK_DEBT, ORE_MONEY, .total = true),
    ORE_COLUMN("equity", ORE_TEXT_SPONSOR, ORE_MONEY, .total = true),
    ORE_COLUMN("cost", ORE_TEXT_COST, ORE_MONEY, .total = true),
    ORE_COLUMN("plateau", ORE_TEXT_PLATEAU, ORE_FLOW),
    ORE_COLUMN("unit_capex", ORE_TEXT_UNIT_CAPEX, ORE_UNIT_COST),
    ORE_COLUMN("use", ORE_TEXT_MEAN_USE, ORE_SHARE),
    ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    ORE_COLUMN("risk", ORE_TEXT_RISK, ORE_SCORE),
    ORE_COLUMN("value", ORE_TEXT_PROJECT_VALUE, ORE_GENERAL, .bar = true,
               .is_shown = has_values),
    ORE_COLUMN("why", ORE_TEXT_WHY, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblPortfolio", "portfolio", columns, .is_filtered = true);

/* What a capacity of 1 t/yr costs, in thousands, or in millions of a currency
 * whose unit is small: by formula from the capital cost, which is shown in
 * millions, or when it is converted in billions or 100 millions of those. */
static void set_unit_cost(ore_sheet_row row, double plateau_tpa)
{
    const ore_book *book = row.sheet->book;
    const bool is_small = ore_is_small_money(book->money);
    const bool is_single = is_small && !book->is_converted;
    const bool is_oku = is_small && book->is_japanese;
    const double capex = ore_cell_at(row, "capex")->number * book->money_rate;

    ore_cell_formula(row, "unit_capex",
                     capex / plateau_tpa *
                         (is_single ? 1.0
                          : is_oku  ? 100.0
                                    : 1000.0),
                     "={capex}/{plateau}%s",
                     is_single ? ""
                     : is_oku  ? "*1000/10"
                               : "*1000");
}

/* Without the noise of the difference. */
static double risk_of(const ore_option *option)
{
    return ore_rounded(1.0 - option->success_probability, 1e9);
}

static void set_output(ore_sheet_row row, int p, const ore_flow *output)
{
    const ore_book *book = row.sheet->book;
    const ore_round *round = book->round;

    if (!output) {
        ore_cell_word(row, "plateau", ORE_TEXT_NOT_APPLICABLE);
        ore_cell_word(row, "unit_capex", ORE_TEXT_NOT_APPLICABLE);
        ore_cell_word(row, "use", ORE_TEXT_NOT_APPLICABLE);
        ore_cell_word(row, "material", ORE_TEXT_NOT_APPLICABLE);
        return;
    }
    const ore_option *option = &round->options[book->result->option[p]];
    const double plateau_tpa = ore_figure_plateau_tpa(round, option, output);

    ore_cell_number(row, "plateau", plateau_tpa);
    if (plateau_tpa > 0.0) {
        set_unit_cost(row, plateau_tpa);
    } else {
        ore_cell_word(row, "unit_capex", ORE_TEXT_NOT_APPLICABLE);
    }
    ore_cell_figure(row, "use", ore_figure_mean_use(round, book->result, p));
    ore_cell_label(row, "material", &round->materials[output->material]);
}

static void set_money(ore_sheet_row row, int p)
{
    const ore_book *book = row.sheet->book;
    const ore_round *round = book->round;
    const ore_result *result = book->result;

    ore_cell_number(row, "capex", ore_figure_capex_m(round, result, p));
    if (ore_book_has_contingents(book)) {
        ore_cell_number(row, "promises",
                        ore_figure_contingent_m(round, result, p));
    }
    for (int i = 0; i < ore_kind_count(row.sheet); i++) {
        ore_cell_number(
            ore_cell_nth(row, i), "kind",
            ore_figure_source_m(round, result, p, ore_instrument_kinds[i]));
    }
    ore_cell_formula(row, "support",
                     ore_figure_source_m(round, result, p, NULL),
                     "=SUM({promises..kind})");
    ore_cell_number(row, "debt", ore_figure_bank_debt_m(round, result, p));
    ore_cell_number(row, "equity", result->equity_m[p]);
    ore_cell_number(row, "cost", ore_figure_cost_m(round, result, p));
}

static void add_project(ore_sheet *sheet, int p)
{
    ore_book *book = sheet->book;
    const ore_option *option = &book->round->options[book->result->option[p]];
    const ore_flow *output = main_output(book->round, option);
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_project(row, p);
    ore_cell_text(row, "option", ore_book_option(book, option));
    ore_cell_number(row, "year", book->result->year[p]);
    set_money(row, p);
    set_output(row, p, output);
    ore_cell_number(row, "risk", risk_of(option));
    if (has_values(book)) {
        ore_cell_number(row, "value", option->value);
    }
    ore_cell_text(row, "why", why_in(book, p, output));
}

void ore_fill_portfolio(ore_sheet *sheet)
{
    ore_sheet_begin(sheet, &table, NULL);
    for (int p = 0; p < sheet->book->round->n_projects; p++) {
        if (sheet->book->result->option[p] >= 0) {
            add_project(sheet, p);
        }
    }
}
