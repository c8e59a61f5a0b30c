/* NotFunded: every project that does not go ahead, and why. */
#include "write/book/columns.h"
#include "write/book/sheet.h"

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
                          : ore_say(book, ORE_TEXT_NOT_APPLICABLE);
}

/* Columns and lines of what was re-solved. */
static void add_forced_columns(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    ore_add_goal_column(sheet, ore_say(book, ORE_TEXT_LOSS_IF_FORCED),
                        &book->round->goals[0]);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SUPPORT_IF_FORCED), ORE_MONEY);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_ENTRY_SUPPORT), ORE_MONEY);
    ore_add_goal_column(sheet, ore_say(book, ORE_TEXT_PROVEN_WITHIN),
                        &book->round->goals[0]);
}

static void add_lines(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    ore_add_line(
        sheet, ORE_GREY,
        ore_compose(book, ORE_TEXT_FORCED_LINE,
                    (const char *const[]){
                        ore_goal_title(book, &book->round->goals[0]), NULL}));
    ore_add_line(sheet, ORE_GREY, ore_say(book, ORE_TEXT_ENTRY_LINE));
}

static void set_forced(const ore_book *book, ore_sheet_cell *cells,
                       const ore_conditional_optimum *f)
{
    ore_set_answer(book, &cells[0], f->answer, f->loss);
    ore_set_answer(book, &cells[1], f->answer, f->support_m);
    if (f->entry == ORE_ANSWER_IMPOSSIBLE) {
        ore_set_text(&cells[2], ore_say(book, ORE_TEXT_NOT_ENTERING));
    } else {
        ore_set_answer(book, &cells[2], f->entry, f->entry_m);
    }
    ore_set_answer(book, &cells[3], f->answer, f->room);
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

void ore_fill_not_funded(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_trade_offs *re_solved = book->options->re_solved;
    const ore_study *study = book->options->study;
    const bool has_runs = study && study->n_runs > 1;

    if (re_solved) {
        add_lines(sheet);
    }
    ore_add_table(sheet, "tblNotFunded", "notfunded", NULL);
    ore_filter_table(sheet);
    ore_add_project_columns(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CAPEX), ORE_MONEY);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_REASON), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_DETAIL), ORE_TEXT_CELL);
    if (re_solved) {
        add_forced_columns(sheet);
    }
    if (has_runs) {
        ore_add_column(sheet, ore_say(book, ORE_TEXT_SHARE_OF_RUNS), ORE_SHARE);
    }
    for (int p = 0; p < round->n_projects; p++) {
        if (book->result->option[p] < 0) {
            const ore_reason *reason = &book->result->reason[p];
            const ore_option *first =
                &round->options[round->projects[p].first_option];
            ore_sheet_cell *row = ore_next_row(sheet);
            ore_sheet_cell *why = &row[ORE_NOT_FUNDED_CAPEX + 1];

            ore_set_project(book, row, p);
            ore_set_number(&row[ORE_NOT_FUNDED_CAPEX], first->capex_m);
            ore_set_text(&why[0], ore_say(book, phrase(reason->kind)));
            ore_set_text(&why[1], detail(book, reason));
            if (re_solved) {
                set_forced(book, &why[2], &re_solved->forced[p]);
            }
            if (has_runs) {
                ore_set_number(&why[re_solved ? 6 : 2],
                               share_of_runs(study, p));
            }
        }
    }
}
