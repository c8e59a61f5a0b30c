/* The Memo's sentences about other runs of the round: how the recommended
 * projects fare under other assumptions. */
#include <math.h>

#include "orefolio/accounting.h"
#include "orefolio/goal.h"
#include "orefolio/study/response.h"
#include "orefolio/study/study.h"
#include "write/book/columns.h"
#include "write/book/proof.h"
#include "write/memo/memo.h"

/* Recommended projects that every run with a portfolio has. */
static int count_core(const ore_book *book, const ore_study *study)
{
    int n = 0;

    for (int p = 0; p < book->round->n_projects; p++) {
        bool is_core = book->result->option[p] >= 0;

        for (int i = 1; i < study->n_runs && is_core; i++) {
            is_core = !study->runs[i].has_portfolio || study->runs[i].goes[p];
        }
        n += is_core;
    }
    return n;
}

/* A sentence of counts; none when the first is 0. */
static void say_counts(ore_sheet *sheet, ore_text text, int n, int of)
{
    ore_book *book = sheet->book;

    if (n > 0) {
        ore_sheet_say(sheet, ORE_PLAIN, text, ore_book_number(book, n, 0),
                      ore_book_number(book, of, 0));
    }
}

/* The first run is the round itself and says nothing new. */
void ore_memo_runs(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_study *study = book->options->study;
    const int n_runs = study ? study->n_runs : 0;
    const char *funded =
        ore_book_number(book, ore_figure_funded(book->round, book->result), 0);
    int n = 0, stopped = 0, scored = 0, kept = 0;

    for (int i = 1; i < n_runs; i++) {
        const ore_run *run = &study->runs[i];

        n += run->has_portfolio;
        stopped += run->has_portfolio && !ore_run_has_ended(run);
        scored += run->has_portfolio && run->is_scored;
        kept += run->has_portfolio && run->is_scored && !isnan(run->kept);
    }
    if (n > 0) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_CORE,
                      ore_book_number(book, n, 0),
                      ore_book_number(book, count_core(book, study), 0), funded,
                      ore_book_text(book, ORE_TEXT_NAME_ROBUSTNESS));
    }
    say_counts(sheet, ORE_TEXT_MEMO_RUNS_WITHOUT, n_runs - 1 - n, n_runs - 1);
    say_counts(sheet, ORE_TEXT_MEMO_RUNS_STOPPED, stopped, n);
    say_counts(sheet, ORE_TEXT_MEMO_RUNS_MISSING, study ? study->n_missing : 0,
               0);
    if (scored > 0) {
        ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_KEPT,
                      ore_book_number(book, scored, 0),
                      ore_book_number(book, kept, 0), funded);
    }
}

/* "12.3" of the first goal; a word where there is no portfolio. */
static const char *first_goal_of(ore_book *book, const ore_response_case *of)
{
    return of->result->has_portfolio
               ? ore_book_number(book, of->result->goals[0].value, 2)
               : ore_book_text(book, ORE_TEXT_MEMO_NO_PORTFOLIO);
}

void ore_memo_response(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_study *study = book->options->study;
    const ore_playbook *playbook = study ? study->playbook : NULL;

    if (!playbook || playbook->round->respond < 0) {
        return;
    }
    const ore_response_case *cases = playbook->list[0].cases;
    const ore_disruption *hit =
        &cases[0].round->disruptions[playbook->list[0].disruption];
    const ore_objective *first = ore_book_first_goal(book);

    ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_MEMO_RESPONSE,
                  ORE_LABEL(book, hit),
                  ore_memo_years(book, hit->years.first, hit->years.last),
                  ore_book_goal(book, first), ore_book_goal_unit(book, first),
                  first_goal_of(book, &cases[ORE_DO_NOTHING]),
                  first_goal_of(book, &cases[ORE_RESPOND]),
                  first_goal_of(book, &cases[ORE_FORESIGHT]),
                  ore_book_text(book, ORE_TEXT_NAME_RESPONSE));
}

void ore_memo_single_figures(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_study *study = book->options->study;
    const bool is_swept = study && study->n_swings > 0;

    ore_sheet_line(
        sheet, ORE_PLAIN,
        is_swept
            ? ore_book_compose(book, ORE_TEXT_MEMO_SWEPT,
                               ore_book_text(book, ORE_TEXT_NAME_ROBUSTNESS),
                               ore_book_text(book, ORE_TEXT_NAME_SENSITIVITY))
            : ore_book_text(book, ORE_TEXT_MEMO_LIMITS_OF_USE));
}
