/* NotFunded: every project that does not go ahead, and why. */
#include <math.h>

#include "orefolio/study/study.h"
#include "write/book/columns.h"

static ore_text phrase(ore_reason_kind kind)
{
    switch (kind) {
    case ORE_REASON_NONE: return ORE_TEXT_NOT_APPLICABLE;
    case ORE_REASON_OUT: return ORE_TEXT_REASON_OUT;
    case ORE_REASON_SCREENED: return ORE_TEXT_REASON_SCREENED;
    case ORE_REASON_WINDOW: return ORE_TEXT_REASON_WINDOW;
    case ORE_REASON_UNFUNDABLE: return ORE_TEXT_REASON_UNFUNDABLE;
    case ORE_REASON_EXCLUDED: return ORE_TEXT_REASON_EXCLUDED;
    case ORE_REASON_BUDGET: return ORE_TEXT_REASON_BUDGET;
    case ORE_REASON_NO_GAIN: return ORE_TEXT_REASON_NO_GAIN;
    case ORE_REASON_OUTRANKED: return ORE_TEXT_REASON_OUTRANKED;
    case ORE_REASON_UNKNOWN: return ORE_TEXT_REASON_UNKNOWN;
    case ORE_REASONS: break;
    }
    return ORE_TEXT_NOT_APPLICABLE;
}

static const char *detail(const ore_book *book, const ore_reason *reason)
{
    if (book->is_japanese && reason->detail_ja) {
        return reason->detail_ja;
    }
    return reason->detail ? reason->detail
                          : ore_book_text(book, ORE_TEXT_NOT_APPLICABLE);
}

static bool has_runs(const ore_book *book)
{
    return book->options->study && book->options->study->n_runs > 1;
}

static bool has_flips(const ore_book *book)
{
    return book->options->study && book->options->study->n_left_out > 0;
}

static const ore_column_def columns[] = {
    ORE_PROJECT_COLUMNS,
    ORE_COLUMN("capex", ORE_TEXT_CAPEX, ORE_MONEY),
    ORE_COLUMN("reason", ORE_TEXT_REASON, ORE_TEXT_CELL),
    ORE_COLUMN("detail", ORE_TEXT_DETAIL, ORE_TEXT_CELL),
    ORE_GOAL_COLUMN("loss", ORE_TEXT_LOSS_IF_FORCED, ore_book_first_goal,
                    .is_shown = ore_book_is_re_solved),
    ORE_COLUMN("support", ORE_TEXT_SUPPORT_IF_FORCED, ORE_MONEY,
               .is_shown = ore_book_is_re_solved),
    ORE_COLUMN("entry", ORE_TEXT_ENTRY_SUPPORT, ORE_MONEY,
               .is_shown = ore_book_is_re_solved),
    ORE_GOAL_COLUMN("within", ORE_TEXT_PROVEN_WITHIN, ore_book_first_goal,
                    .is_shown = ore_book_is_re_solved),
    ORE_COLUMN("flip_cost", ORE_TEXT_CHOSEN_COST, ORE_SHARE,
               .is_shown = has_flips),
    ORE_COLUMN("flip_success", ORE_TEXT_CHOSEN_SUCCESS, ORE_SHARE,
               .is_shown = has_flips),
    ORE_COLUMN("flip_output", ORE_TEXT_CHOSEN_OUTPUT, ORE_SHARE,
               .is_shown = has_flips),
    ORE_COLUMN("flip_accounts", ORE_TEXT_CHOSEN_ACCOUNTS, ORE_SHARE,
               .is_shown = has_flips),
    ORE_COLUMN("runs", ORE_TEXT_SHARE_OF_RUNS, ORE_SHARE, .is_shown = has_runs),
    {0}};

ORE_TABLE(table, "tblNotFunded", "notfunded", columns, .is_filtered = true);

static void add_lines(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    ore_sheet_say(sheet, ORE_GREY, ORE_TEXT_FORCED_LINE,
                  ore_book_goal(book, &book->round->goals[0]));
    ore_sheet_text(sheet, ORE_GREY, ORE_TEXT_ENTRY_LINE);
}

static void set_forced(ore_sheet_row row, const ore_conditional_optimum *f)
{
    ore_cell_answer(row, "loss", f->answer, f->opportunity_cost);
    ore_cell_answer(row, "support", f->answer, f->support_m);
    if (f->break_even == ORE_ANSWER_IMPOSSIBLE) {
        ore_cell_word(row, "entry", ORE_TEXT_NOT_ENTERING);
    } else {
        ore_cell_answer(row, "entry", f->break_even, f->break_even_support_m);
    }
    ore_cell_answer(row, "within", f->answer, f->uncertainty);
}

/* In how many of the other runs it goes ahead. */
static double share_of_runs(const ore_study *study, int p)
{
    int n = 0, times = 0;

    for (int i = 0; i < study->n_runs; i++) {
        n += study->runs[i].has_portfolio;
        times += study->runs[i].has_portfolio && study->runs[i].goes[p];
    }
    return n > 0 ? (double)times / n : 0.0;
}

/* The first step at which the project would be chosen. */
static void set_flips(ore_sheet_row row, const ore_study *study, int p)
{
    static const char *const ids[ORE_FLIPS] = {
        [ORE_FLIP_COST] = "flip_cost",
        [ORE_FLIP_SUCCESS] = "flip_success",
        [ORE_FLIP_OUTPUT] = "flip_output",
        [ORE_FLIP_ACCOUNTS] = "flip_accounts"};

    for (int i = 0; i < study->n_left_out; i++) {
        const ore_explanation *of = &study->left_out[i];

        for (int kind = 0; kind < ORE_FLIPS && of->project == p; kind++) {
            const ore_flip *flip = &of->flips[kind];

            if (flip->answer == ORE_ANSWER_IMPOSSIBLE) {
                ore_cell_word(row, ids[kind], ORE_TEXT_FLIP_NEVER);
            } else {
                ore_cell_answer(row, ids[kind], flip->answer, flip->at);
            }
        }
    }
}

static void add_project(ore_sheet *sheet, int p)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_reason *reason = &book->result->reason[p];
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_project(row, p);
    ore_cell_number(row, "capex",
                    round->options[round->projects[p].first_option].capex_m);
    ore_cell_word(row, "reason", phrase(reason->kind));
    ore_cell_text(row, "detail", detail(book, reason));
    if (ore_book_is_re_solved(book)) {
        set_forced(row, &book->options->re_solved->forced[p]);
    }
    if (has_flips(book)) {
        set_flips(row, book->options->study, p);
    }
    if (has_runs(book)) {
        ore_cell_number(row, "runs", share_of_runs(book->options->study, p));
    }
}

void ore_fill_not_funded(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    if (ore_book_is_re_solved(book)) {
        add_lines(sheet);
    }
    if (has_flips(book)) {
        ore_sheet_text(sheet, ORE_GREY, ORE_TEXT_CHOSEN_LINE);
    }
    ore_sheet_begin(sheet, &table, NULL);
    for (int p = 0; p < book->round->n_projects; p++) {
        if (book->result->option[p] < 0) {
            add_project(sheet, p);
        }
    }
}
