/* What several sheets share. */
#include "write/book/columns.h"

#include <math.h>
#include <string.h>

#include "orefolio/accounting.h"
#include "orefolio/goal.h"

void ore_add_project_columns(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECT_ID), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_PROJECT), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_COUNTRY), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_STAGE), ORE_TEXT_CELL);
}

void ore_set_project(const ore_book *book, ore_sheet_cell *row, int p)
{
    const ore_project *project = &book->round->projects[p];

    ore_set_text(&row[0], project->id);
    ore_set_text(&row[1], ore_label(book, project->name, project->name_ja));
    ore_set_text(&row[2], ore_word(book, project->country));
    ore_set_text(&row[3], ore_word(book, project->stage));
}

void ore_set_answer(const ore_book *book, ore_sheet_cell *cell,
                    ore_answer answer, double value)
{
    switch (answer) {
    case ORE_ANSWER_KNOWN:
        if (isfinite(value)) {
            ore_set_number(cell, value);
            return;
        }
        ore_set_text(cell, ore_say(book, ORE_TEXT_ANSWER_NOT_KNOWN));
        return;
    case ORE_ANSWER_NONE:
        ore_set_text(cell, ore_say(book, ORE_TEXT_NOT_APPLICABLE));
        return;
    case ORE_ANSWER_UNASKED:
        ore_set_text(cell, ore_say(book, ORE_TEXT_NOT_ASKED));
        return;
    case ORE_ANSWER_IMPOSSIBLE:
        ore_set_text(cell, ore_say(book, ORE_TEXT_NOT_POSSIBLE));
        return;
    case ORE_ANSWER_UNKNOWN:
        ore_set_text(cell, ore_say(book, ORE_TEXT_ANSWER_NOT_KNOWN));
        return;
    }
}

ore_quantity ore_goal_quantity(const ore_objective *use)
{
    return strcmp(ore_objective_goal(use)->unit, "M") == 0 ? ORE_MONEY
                                                           : ORE_SCORE;
}

void ore_add_goal_column(ore_sheet *sheet, const char *heading,
                         const ore_objective *use)
{
    const ore_goal *goal = ore_objective_goal(use);
    const ore_quantity quantity = ore_goal_quantity(use);

    ore_add_column(
        sheet,
        quantity == ORE_MONEY
            ? heading
            : ore_keep(sheet->book, "%s (%s)", heading,
                       ore_label(sheet->book, goal->unit, goal->unit_ja)),
        quantity);
}

void ore_set_figure(const ore_book *book, ore_sheet_cell *cell, double value)
{
    if (!isfinite(value)) {
        ore_set_text(cell, ore_say(book, ORE_TEXT_NOT_APPLICABLE));
    } else {
        ore_set_number(cell, value);
    }
}

int ore_kind_count(void)
{
    int n = 0;

    while (ore_instrument_kinds[n] && ore_instrument_kinds[n]->json_source) {
        n++;
    }
    return n;
}

bool ore_has_contingents(const ore_round *round)
{
    for (int k = 0; k < round->n_instruments; k++) {
        if (!round->instruments[k].kind->json_source) {
            return true;
        }
    }
    return false;
}

int ore_portfolio_sources(const ore_round *round)
{
    return ORE_PORTFOLIO_SUPPORT + 1 + ore_has_contingents(round);
}

int ore_funding_total(const ore_round *round)
{
    return 1 + ore_kind_count() + ore_has_contingents(round);
}

const char *ore_source_label(const ore_book *book,
                             const ore_instrument_kind *kind)
{
    switch (kind->source) {
    case ORE_SOURCE_NONE: return ore_say(book, ORE_TEXT_GUARANTEED_DEBT);
    case ORE_SOURCE_EQUITY: return ore_say(book, ORE_TEXT_PUBLIC_EQUITY);
    case ORE_SOURCE_GRANT:
    case ORE_SOURCE_LOAN: break;
    }
    return ore_label(book, kind->label, kind->label_ja);
}

bool ore_has_yen(const ore_book *book)
{
    return isfinite(book->round->jpy_per_usd) && !book->is_converted &&
           !ore_in_yen(book);
}

bool ore_is_targeted(const ore_round *round, int material)
{
    for (int i = 0; i < round->n_targets; i++) {
        if (round->targets[i].material == material) {
            return true;
        }
    }
    return false;
}

ore_gap_means ore_target_means(const ore_book *book, int i)
{
    const ore_round *round = book->round;
    ore_gap_means means = {0};

    for (int t = 0; t < round->n_years; t++) {
        const int at = i * round->n_states + t;

        means.target_tpa += round->targets[i].target_tpa[t] / round->n_years;
        means.secured_tpa +=
            ore_figure_secured_tpa(round, i, t) / round->n_years;
        means.delivered_tpa += book->result->delivered_tpa[at] / round->n_years;
        means.before_tpa +=
            ore_figure_gap_before_tpa(round, i, t) / round->n_years;
        means.after_tpa += book->result->shortfall_tpa[at] / round->n_years;
    }
    return means;
}

const char *ore_budget_cost(ore_book *book, double *value)
{
    const ore_sheet *resilience = &book->sheets[ORE_SHEET_RESILIENCE];
    const int last = resilience->n_tables - 1;
    const char *commitments =
        ore_total_cell(book, ORE_SHEET_COMMITMENTS, 0, ORE_COMMITMENTS_COST);

    *value = ore_column_sum(&book->sheets[ORE_SHEET_COMMITMENTS].tables[0],
                            ORE_COMMITMENTS_COST);
    if (book->round->n_stockpiles == 0 ||
        resilience->tables[last].n_rows == 0) {
        return commitments;
    }
    *value += ore_column_sum(&resilience->tables[last], ORE_STOCKPILES_COST);
    return ore_keep(
        book, "%s+%s", commitments,
        ore_total_cell(book, ORE_SHEET_RESILIENCE, last, ORE_STOCKPILES_COST));
}

/* Less use of capacity than this is none. */
static const double idle_below = 1e-6;

ore_text ore_phase_text(const ore_book *book, int p, int t)
{
    return ore_figure_use(book->round, book->result, p, t) < idle_below
               ? ORE_TEXT_IDLE
               : ORE_TEXT_PRODUCES;
}
