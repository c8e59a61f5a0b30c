/* Tree: a round with events. What is committed now, whatever happens; what is
 * committed later, on which news; what accounts must have for it; what the news
 * is worth; and the leaves, of which the workbook shows the likeliest. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/study/tree_steps.h"
#include "orefolio/study/tree_study.h"
#include "write/book/columns.h"

/* Leaves with a bar each. */
enum { most_drawn = 16 };

static const ore_column_def decision_columns[] = {
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("news", ORE_TEXT_TREE_NEWS, ORE_TEXT_CELL),
    ORE_COLUMN("probability", ORE_TEXT_PROBABILITY, ORE_SHARE),
    ORE_PROJECT_COLUMNS,
    ORE_COLUMN("option", ORE_TEXT_OPTION, ORE_TEXT_CELL),
    ORE_COLUMN("face", ORE_TEXT_FACE, ORE_MONEY),
    ORE_COLUMN("cost", ORE_TEXT_COST, ORE_MONEY),
    {0}};
static const ore_column_def account_columns[] = {
    ORE_COLUMN("budget", ORE_TEXT_BUDGET, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR, ORE_YEAR),
    ORE_COLUMN("certain", ORE_TEXT_TREE_CERTAIN, ORE_MONEY),
    ORE_COLUMN("expected", ORE_TEXT_TREE_EXPECTED, ORE_MONEY),
    ORE_COLUMN("most", ORE_TEXT_TREE_MOST, ORE_MONEY),
    {0}};
static const ore_column_def value_columns[] = {
    ORE_COLUMN("what", ORE_TEXT_TREE_WHAT, ORE_TEXT_CELL),
    ORE_GOAL_COLUMN("min", ORE_TEXT_TREE_AT_LEAST, ore_book_first_goal),
    ORE_GOAL_COLUMN("max", ORE_TEXT_TREE_AT_MOST, ore_book_first_goal),
    {0}};
static const ore_column_def leaf_columns[] = {
    ORE_COLUMN("outcomes", ORE_TEXT_TREE_OUTCOMES, ORE_TEXT_CELL),
    ORE_COLUMN("probability", ORE_TEXT_PROBABILITY, ORE_SHARE),
    ORE_GOAL_COLUMN("first", ORE_TEXT_TREE_GOAL, ore_book_first_goal),
    ORE_COLUMN("projects", ORE_TEXT_PROJECTS, ORE_COUNT),
    ORE_COLUMN("cost", ORE_TEXT_COST, ORE_MONEY),
    {0}};

ORE_TABLE(decisions, "tblTreeDecisions", "treedecisions", decision_columns);
ORE_TABLE(accounts, "tblTreeAccounts", "treeaccounts", account_columns);
ORE_TABLE(values, "tblTreeValues", "treevalues", value_columns);
ORE_TABLE(leaves, "tblTreeLeaves", "treeleaves", leaf_columns);

static void add_commitment(ore_sheet *sheet, const ore_tree_study *study,
                           const ore_tree_step *step, const char *news, int p)
{
    const ore_round *round = study->tree->leaves[step->leaf].round;
    const ore_result *result = study->result->leaves[step->leaf];
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_number(row, "year", step->year);
    ore_cell_text_or(row, "news", step->is_certain ? NULL : news,
                     ORE_TEXT_TREE_WHATEVER);
    ore_cell_number(row, "probability", step->probability);
    ore_cell_project(row, p);
    ore_cell_label(row, "option", &round->options[result->option[p]]);
    ore_cell_number(row, "face", ore_figure_source_m(round, result, p, NULL));
    ore_cell_number(row, "cost", ore_figure_cost_m(round, result, p));
}

static void add_decisions(ore_sheet *sheet, const ore_tree_study *study)
{
    ore_tree_steps steps = ore_tree_steps_of(study->tree, study->result);

    ore_sheet_begin(sheet, &decisions,
                    ore_book_text(sheet->book, ORE_TEXT_TREE_DECISIONS));
    for (int i = 0; i < steps.n; i++) {
        const ore_tree_step *step = &steps.steps[i];
        const ore_result *result = study->result->leaves[step->leaf];
        char *news = ore_news_text(study->tree, step, sheet->book->is_japanese);

        for (int p = 0; p < study->tree->round->n_projects; p++) {
            if (result->option[p] >= 0 && result->year[p] == step->year) {
                add_commitment(sheet, study, step, news, p);
            }
        }
        free(news);
    }
    ore_tree_steps_free(&steps);
}

static void add_accounts(ore_sheet *sheet, const ore_tree_study *study)
{
    const ore_round *round = study->tree->round;

    ore_sheet_begin(sheet, &accounts,
                    ore_book_text(sheet->book, ORE_TEXT_TREE_ACCOUNTS));
    for (int b = 0; b < round->n_budgets; b++) {
        for (int y = 0; y < ore_figure_budget_years(round, b); y++) {
            const ore_set_aside set =
                ore_set_aside_of(study->tree, study->result, b, y);
            const ore_sheet_row row = ore_sheet_next(sheet);

            ore_cell_label(row, "budget", &round->budgets[b]);
            ore_cell_number(row, "year", round->commit.first + y);
            ore_cell_number(row, "certain", set.certain_m);
            ore_cell_number(row, "expected", set.expected_m);
            ore_cell_number(row, "most", set.most_m);
        }
    }
}

static void add_value(ore_sheet *sheet, const char *what, ore_gain gain)
{
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "what", what);
    if (isfinite(gain.min)) {
        ore_cell_number(row, "min", gain.min);
    } else {
        ore_cell_word(row, "min", ORE_TEXT_TREE_NO_PORTFOLIO);
    }
    if (isfinite(gain.max)) {
        ore_cell_number(row, "max", gain.max);
    } else {
        ore_cell_word(row, "max",
                      isfinite(gain.min) ? ORE_TEXT_ANSWER_NOT_KNOWN
                                         : ORE_TEXT_TREE_NO_PORTFOLIO);
    }
}

static void add_values(ore_sheet *sheet, const ore_tree_study *study)
{
    ore_book *book = sheet->book;
    const ore_round *round = study->tree->round;

    ore_sheet_begin(sheet, &values, ore_book_text(book, ORE_TEXT_TREE_VALUES));
    add_value(sheet, ore_book_text(book, ORE_TEXT_TREE_EVPI),
              ore_gain_of(round, &study->best, &study->foresight));
    add_value(sheet, ore_book_text(book, ORE_TEXT_TREE_VSS),
              ore_gain_of(round, &study->plan, &study->best));
    for (int i = 0; i < study->n_surveys; i++) {
        const ore_project *project =
            &round->projects[study->surveys[i].project];

        add_value(sheet,
                  ore_book_compose(book, ORE_TEXT_TREE_SURVEY,
                                   ore_book_project(book, project)),
                  ore_gain_of(round, &study->surveys[i].without, &study->best));
    }
}

static double cost_m(const ore_round *round, const ore_result *result)
{
    double sum_m = ore_purchase_total_m(round, result, -1);

    for (int p = 0; p < round->n_projects; p++) {
        sum_m += ore_figure_cost_m(round, result, p);
    }
    return sum_m;
}

static void add_leaves(ore_sheet *sheet, const ore_tree_study *study)
{
    ore_sheet_begin(sheet, &leaves,
                    ore_book_text(sheet->book, ORE_TEXT_TREE_LEAVES));
    for (int k = 0; k < study->tree->n_leaves; k++) {
        const ore_leaf *leaf = &study->tree->leaves[k];
        const ore_result *result = study->result->leaves[k];
        const ore_sheet_row row = ore_sheet_next(sheet);
        char *outcomes =
            ore_leaf_text(study->tree, k, sheet->book->is_japanese);

        ore_cell_text(row, "outcomes", outcomes);
        free(outcomes);
        ore_cell_number(row, "probability", leaf->probability);
        ore_cell_number(row, "first", result->goals[0].value);
        ore_cell_number(row, "projects",
                        ore_figure_funded(leaf->round, result));
        ore_cell_number(row, "cost", cost_m(leaf->round, result));
    }
}

/* What each future comes to, as long as the bars can be told apart. */
static void draw_leaves(ore_sheet *sheet, int n_leaves)
{
    if (n_leaves > 1 && n_leaves <= most_drawn) {
        ore_sheet_draw(
            sheet,
            ORE_CHART("treeleaves", "outcomes", "first", "first",
                      ORE_CHART_COLUMNS, .title = ORE_TEXT_TREE_CHART,
                      .axis = ore_book_goal(sheet->book,
                                            ore_book_first_goal(sheet->book))));
    }
}

void ore_fill_tree(ore_sheet *sheet)
{
    const ore_study *study = sheet->book->options->study;

    if (!study || !study->tree) {
        return;
    }
    add_decisions(sheet, study->tree);
    add_accounts(sheet, study->tree);
    if (study->tree->surveys) {
        add_values(sheet, study->tree);
    }
    add_leaves(sheet, study->tree);
    draw_leaves(sheet, study->tree->tree->n_leaves);
}
