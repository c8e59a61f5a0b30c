/* Explained: why projects are in or out, and what would turn that round. */
#include <math.h>

#include "write/answers/lists.h"
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("project", ORE_TEXT_PROJECT_ID, ORE_TEXT_CELL),
    ORE_COLUMN("name", ORE_TEXT_PROJECT, ORE_TEXT_CELL),
    ORE_COLUMN("funded", ORE_TEXT_ASKED_FUNDED, ORE_TEXT_CELL),
    ORE_COLUMN("goal", ORE_TEXT_ASKED_GOAL, ORE_TEXT_CELL),
    ORE_COLUMN("own", ORE_TEXT_ASKED_OWN, ORE_SCORE),
    ORE_COLUMN("other", ORE_TEXT_ASKED_OTHER, ORE_SCORE),
    ORE_COLUMN("loss", ORE_TEXT_ASKED_LOSS, ORE_SCORE),
    ORE_COLUMN("within", ORE_TEXT_ASKED_WITHIN, ORE_SCORE),
    ORE_COLUMN("enters", ORE_TEXT_ASKED_ENTERS, ORE_TEXT_CELL),
    ORE_COLUMN("leaves", ORE_TEXT_ASKED_LEAVES, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblExplained", "explained", columns);

static const ore_column_def flip_columns[] = {
    ORE_COLUMN("project", ORE_TEXT_PROJECT_ID, ORE_TEXT_CELL),
    ORE_COLUMN("name", ORE_TEXT_PROJECT, ORE_TEXT_CELL),
    ORE_COLUMN("cost", ORE_TEXT_FLIP_COST, ORE_SHARE),
    ORE_COLUMN("success", ORE_TEXT_FLIP_SUCCESS, ORE_SHARE),
    ORE_COLUMN("output", ORE_TEXT_FLIP_OUTPUT, ORE_SHARE),
    ORE_COLUMN("accounts", ORE_TEXT_FLIP_ACCOUNTS, ORE_SHARE),
    {0}};

ORE_TABLE(flips, "tblFlips", "flips", flip_columns);

static void name_project(ore_sheet_row row, int p)
{
    const ore_book *book = row.sheet->book;
    const ore_project *project = &book->round->projects[p];

    ore_cell_text(row, "project", project->id);
    ore_cell_text(row, "name", ore_book_project(book, project));
}

static void add_goal(ore_sheet *sheet, const ore_explanation *of, int g)
{
    ore_book *book = sheet->book;
    const ore_result *own = book->result, *other = of->result;
    const ore_sheet_row row = ore_sheet_next(sheet);
    double within = nan("");

    name_project(row, of->project);
    ore_cell_word(row, "funded",
                  own->option[of->project] >= 0 ? ORE_TEXT_ASKED_YES
                                                : ORE_TEXT_ASKED_NO);
    ore_cell_text(row, "goal", ore_book_goal(book, &book->round->goals[g]));
    ore_cell_number(row, "own", own->goals[g].value);
    if (!other) {
        ore_cell_answer(row, "other", of->answer, nan(""));
        return;
    }
    ore_cell_number(row, "other", other->goals[g].value);
    ore_cell_number(row, "loss",
                    ore_explained_loss(book->round, own, other, g, &within));
    ore_cell_answer(row, "within", ORE_ANSWER_KNOWN, within);
    ore_cell_text(row, "enters", ore_book_entering(book, own, other));
    ore_cell_text(row, "leaves", ore_book_entering(book, other, own));
}

static void add_flips(ore_sheet *sheet, const ore_explanation *of)
{
    static const char *const ids[ORE_FLIPS] = {[ORE_FLIP_COST] = "cost",
                                               [ORE_FLIP_SUCCESS] = "success",
                                               [ORE_FLIP_OUTPUT] = "output",
                                               [ORE_FLIP_ACCOUNTS] =
                                                   "accounts"};
    const ore_sheet_row row = ore_sheet_next(sheet);

    name_project(row, of->project);
    for (int kind = 0; kind < ORE_FLIPS; kind++) {
        const ore_flip *flip = &of->flips[kind];

        if (flip->answer == ORE_ANSWER_IMPOSSIBLE) {
            ore_cell_word(row, ids[kind], ORE_TEXT_FLIP_NEVER);
        } else {
            ore_cell_answer(row, ids[kind], flip->answer, flip->at);
        }
    }
}

void ore_fill_explained(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_answers *answers = book->options->study->answers;

    if (answers->n_explanations == 0) {
        return;
    }
    ore_sheet_say(sheet, ORE_PLAIN, ORE_TEXT_ASKED_MONEY,
                  book->round->currency);
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < answers->n_explanations; i++) {
        for (int g = 0; g < book->round->n_goals; g++) {
            add_goal(sheet, &answers->explanations[i], g);
        }
    }
    ore_sheet_begin(sheet, &flips, ore_book_text(book, ORE_TEXT_ASKED_FLIPS));
    for (int i = 0; i < answers->n_explanations; i++) {
        add_flips(sheet, &answers->explanations[i]);
    }
}
