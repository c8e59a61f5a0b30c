/* Of section 1 of the Memo, where a round has events: decide now, decide later.
 * The figures of the other sections are those of the likeliest leaf. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/study/tree_steps.h"
#include "orefolio/study/tree_study.h"
#include "write/book/columns.h"
#include "write/memo/memo.h"

/* A page holds these. */
enum { MAX_STEPS = 6 };

/* "Drill, Seismic test" of the step's year. */
static const char *projects_of(ore_book *book, const ore_tree_study *study,
                               const ore_tree_step *step)
{
    const ore_round *round = study->tree->leaves[step->leaf].round;
    const ore_result *result = study->result->leaves[step->leaf];
    const char *list = "";

    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] >= 0 && result->year[p] == step->year) {
            list = ore_memo_listed(book, list,
                                   ore_book_project(book, &round->projects[p]));
        }
    }
    return list;
}

static void say_now(ore_sheet *sheet, const ore_tree_study *study,
                    const ore_tree_steps *steps)
{
    ore_book *book = sheet->book;
    const char *list = "";

    for (int i = 0; i < steps->n; i++) {
        if (steps->steps[i].is_certain) {
            list = ore_memo_listed(book, list,
                                   projects_of(book, study, &steps->steps[i]));
        }
    }
    if (*list) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_TREE_NOW, list);
    } else {
        ore_sheet_text(sheet, ORE_PLAIN, ORE_TEXT_MEMO_TREE_NOTHING);
    }
}

static void say_step(ore_sheet *sheet, const ore_tree_study *study,
                     const ore_tree_step *step)
{
    ore_book *book = sheet->book;
    char *news = ore_news_text(study->tree, step, book->is_japanese);

    ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_TREE_LATER,
                  ore_book_print(book, "%d", step->year), news,
                  ore_memo_percent(book, step->probability),
                  projects_of(book, study, step));
    free(news);
}

static void say_later(ore_sheet *sheet, const ore_tree_study *study,
                      const ore_tree_steps *steps)
{
    ore_book *book = sheet->book;
    int n = 0;

    for (int i = 0; i < steps->n; i++) {
        if (!steps->steps[i].is_certain && n++ < MAX_STEPS) {
            say_step(sheet, study, &steps->steps[i]);
        }
    }
    if (n > MAX_STEPS) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_TREE_MORE,
                      ore_book_text(book, ORE_TEXT_NAME_TREE),
                      ore_book_number(book, n - MAX_STEPS, 0));
    }
}

static double cost_m(const ore_leaf *leaf, const ore_result *result)
{
    return ore_funder_charge_m(leaf->round, result, -1);
}

static void say_money(ore_sheet *sheet, const ore_tree_study *study)
{
    ore_book *book = sheet->book;
    double least_m = HUGE_VAL, most_m = 0.0, expected_m = 0.0;

    for (int k = 0; k < study->tree->n_leaves; k++) {
        const ore_leaf *leaf = &study->tree->leaves[k];
        const double own_m =
            book->money_rate * cost_m(leaf, study->result->leaves[k]);

        least_m = fmin(least_m, own_m);
        most_m = fmax(most_m, own_m);
        expected_m += leaf->probability * own_m;
    }
    ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_TREE_MONEY,
                  ore_memo_amount(book, least_m),
                  ore_memo_amount(book, expected_m),
                  ore_memo_amount(book, most_m));
}

void ore_memo_news(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_study *beside = book->options->study;
    const ore_tree_study *study = beside ? beside->tree : NULL;

    if (!study) {
        return;
    }
    const int k = ore_scenario_tree_likeliest(study->tree);
    char *outcomes = ore_leaf_text(study->tree, k, book->is_japanese);
    ore_tree_steps steps = ore_tree_steps_of(study->tree, study->result);

    ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_TREE,
                  ore_book_number(book, study->tree->n_leaves, 0), outcomes,
                  ore_memo_percent(book, study->tree->leaves[k].probability),
                  ore_book_text(book, ORE_TEXT_NAME_TREE));
    say_now(sheet, study, &steps);
    say_later(sheet, study, &steps);
    say_money(sheet, study);
    ore_tree_steps_free(&steps);
    free(outcomes);
}
