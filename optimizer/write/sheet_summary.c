/* Summary of a comparison: the key figures of every case, and what they differ
 * by. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/model.h"
#include "write/columns.h"
#include "write/compare.h"
#include "write/figures.h"

enum { FIRST = 2 };

typedef struct figure {
    ore_text text;
    ore_quantity quantity;
    double (*value)(const ore_plan *plan, const ore_result *result);
} figure;

static double funded(const ore_plan *plan, const ore_result *result)
{
    return ore_figure_funded(plan, result);
}

static double support_m(const ore_plan *plan, const ore_result *result)
{
    double sum_m = 0.0;

    for (int p = 0; p < plan->n_projects; p++) {
        sum_m += ore_figure_source_m(plan, result, p, NULL);
    }
    return sum_m;
}

static double cost_m(const ore_plan *plan, const ore_result *result)
{
    double sum_m = 0.0;

    for (int i = 0; i < plan->n_funders; i++) {
        sum_m += ore_figure_funder_cost_m(plan, result, i);
    }
    return sum_m;
}

static double capex_m(const ore_plan *plan, const ore_result *result)
{
    double sum_m = 0.0;

    for (int p = 0; p < plan->n_projects; p++) {
        sum_m +=
            result->option[p] >= 0 ? ore_figure_capex_m(plan, result, p) : 0.0;
    }
    return sum_m;
}

static void add_status(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    ore_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], ore_say(book, ORE_TEXT_STATUS));
    ore_set_text(&row[1], ore_say(book, ORE_TEXT_NO_UNIT));
    for (int c = 0; c < book->n_cases; c++) {
        const ore_result *result = book->cases[c].result;
        const int at = FIRST + (c == 0 ? 0 : 2 * c - 1);
        const ore_text text = result->status == ORE_OK ? ORE_TEXT_CASE_PROVEN
                              : result->has_portfolio  ? ORE_TEXT_CASE_STOPPED
                              : result->status == ORE_INFEASIBLE
                                  ? ORE_TEXT_CASE_INFEASIBLE
                                  : ORE_TEXT_CASE_NONE;

        ore_set_text(&row[at], ore_say(book, text));
        if (c > 0) {
            ore_set_text(&row[at + 1], ore_say(book, ORE_TEXT_NO_UNIT));
        }
    }
}

static void add_figures(ore_sheet *sheet, const char *text, const char *unit,
                        ore_quantity quantity, const double *figures)
{
    ore_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], text);
    ore_set_text(&row[1],
                 *unit ? unit : ore_say(sheet->book, ORE_TEXT_NO_UNIT));
    ore_set_cases(sheet, row, FIRST, quantity, figures);
}

/* Goal g of the base in every case that has it at the same place. */
static void add_goal(ore_sheet *sheet, int g, double *figures)
{
    ore_book *book = sheet->book;
    const ore_goal_use *use = &book->plan->goals[g];

    for (int c = 0; c < book->n_cases; c++) {
        const ore_plan *plan = book->cases[c].plan;
        const ore_result *result = book->cases[c].result;
        const bool same =
            g < plan->n_goals && strcmp(plan->goals[g].name, use->name) == 0;

        figures[c] =
            same && result->has_portfolio ? result->goals[g].value : nan("");
    }
    const bool is_money = strcmp(ore_goal_of(use)->unit, "M") == 0;

    add_figures(
        sheet,
        ore_compose(book, ORE_TEXT_GOAL_NAMED,
                    (const char *const[]){ore_goal_title(book, use), NULL}),
        is_money ? ore_unit(book, ORE_MONEY)
                 : ore_label(book, ore_goal_of(use)->unit,
                             ore_goal_of(use)->unit_ja),
        is_money ? ORE_MONEY : ORE_SCORE, figures);
}

void ore_fill_summary(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    static const figure figures[] = {
        {ORE_TEXT_FIGURE_FUNDED, ORE_COUNT, funded},
        {ORE_TEXT_SUPPORT, ORE_MONEY, support_m},
        {ORE_TEXT_COST, ORE_MONEY, cost_m},
        {ORE_TEXT_CAPEX, ORE_MONEY, capex_m},
    };
    double *values = ore_alloc(book->n_cases, sizeof *values);

    ore_add_table(sheet, "tblSummary", "summary", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_FIGURE), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_UNIT), ORE_TEXT_CELL);
    ore_add_case_columns(sheet, ORE_SCORE);
    add_status(sheet);
    for (int g = 0; g < book->plan->n_goals; g++) {
        add_goal(sheet, g, values);
    }
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        for (int c = 0; c < book->n_cases; c++) {
            const ore_case *one = &book->cases[c];

            values[c] = one->result->has_portfolio
                            ? figures[i].value(one->plan, one->result)
                            : nan("");
        }
        add_figures(sheet, ore_say(book, figures[i].text),
                    ore_unit(book, figures[i].quantity), figures[i].quantity,
                    values);
    }
    free(values);
}
