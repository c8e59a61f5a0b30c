/* Causes: which decisions differ between two rounds, which inputs, and which of
 * these caused which of those. The book is that of the round after. */
#include <math.h>

#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("project", ORE_TEXT_PROJECT_ID, ORE_TEXT_CELL),
    ORE_COLUMN("name", ORE_TEXT_PROJECT, ORE_TEXT_CELL),
    ORE_COLUMN("before", ORE_TEXT_CAUSE_DECISION, ORE_TEXT_CELL),
    ORE_COLUMN("after", ORE_TEXT_CAUSE_AFTER, ORE_TEXT_CELL),
    ORE_COLUMN("by", ORE_TEXT_CAUSE_BY, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblCauses", "causes", columns);

static const ore_column_def change_columns[] = {
    ORE_COLUMN("change", ORE_TEXT_CAUSE_NUMBER, ORE_COUNT),
    ORE_COLUMN("address", ORE_TEXT_CAUSE_ADDRESS, ORE_TEXT_CELL),
    ORE_COLUMN("before", ORE_TEXT_CAUSE_OLD, ORE_TEXT_CELL),
    ORE_COLUMN("after", ORE_TEXT_CAUSE_NEW, ORE_TEXT_CELL),
    ORE_COLUMN("old", ORE_TEXT_CAUSE_OLD_PLACE, ORE_TEXT_CELL),
    ORE_COLUMN("new", ORE_TEXT_CAUSE_NEW_PLACE, ORE_TEXT_CELL),
    ORE_COLUMN("needed", ORE_TEXT_CAUSE_NEEDED, ORE_TEXT_CELL,
               .marks = {{ORE_TEXT_CAUSE_YES, ORE_GOOD}}),
    {0}};

ORE_TABLE(changes, "tblInputChanges", "inputchanges", change_columns);

/* "2026", or with its option where the project has several. */
static const char *decided(ore_book *book, const ore_round *round, int p,
                           const ore_decided *of)
{
    const char *year;

    if (!of->option) {
        return ore_book_text(book, ORE_TEXT_CAUSE_NOT_FUNDED);
    }
    year = ore_book_digits(book, of->year);
    return round->projects[p].n_options > 1
               ? ore_book_print(book, "%s, %s", year, of->option)
               : year;
}

/* "1+4": the changes of cause k. */
static const char *changes_of(ore_book *book, const ore_causes *causes, int k)
{
    const char *list = "";

    for (int c = 0; c < causes->n_changes; c++) {
        if (causes->cause_of[c] == k) {
            list =
                ore_book_print(book, "%s%s%d", list, *list ? "+" : "", c + 1);
        }
    }
    return list;
}

/* "2 (50 %); 3 (50 %)": causes with a share in decision d. */
static const char *causes_of(ore_book *book, const ore_causes *causes, int d)
{
    static const double no_share = 1e-9;
    const char *list = "";

    for (int k = 0; k < causes->n_causes && causes->answer == ORE_ANSWER_KNOWN;
         k++) {
        const double share = causes->share[d * causes->n_causes + k];

        if (fabs(share) > no_share) {
            list = ore_book_print(
                book, "%s%s%s (%.0f %%)", list,
                *list ? ore_book_text(book, ORE_TEXT_LIST_COMMA) : "",
                changes_of(book, causes, k), 100.0 * share);
        }
    }
    return list;
}

static void add_decision(ore_sheet *sheet, const ore_causes_told *told, int d)
{
    ore_book *book = sheet->book;
    const ore_changed_decision *of = &told->causes->decisions[d];
    const ore_project *project = of->new_project >= 0
                                     ? &told->after->projects[of->new_project]
                                     : &told->before->projects[of->old_project];
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "project", project->id);
    ore_cell_text(row, "name", ore_book_project(book, project));
    ore_cell_text(row, "before",
                  decided(book, told->before, of->old_project, &of->before));
    ore_cell_text(row, "after",
                  decided(book, told->after, of->new_project, &of->after));
    ore_cell_text(row, "by", causes_of(book, told->causes, d));
}

static void put_place(ore_sheet_row row, const char *id, ore_where where)
{
    if (where.file) {
        ore_cell_text(row, id, ore_book_place(row.sheet->book, where));
    }
}

static void add_change(ore_sheet *sheet, const ore_causes_told *told, int c)
{
    const ore_input_change *change = &told->changes[c];
    const ore_causes *causes = told->causes;
    const int cause = causes->cause_of[c];
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_number(row, "change", c + 1);
    ore_cell_text(row, "address", change->address);
    if (change->is_whole) {
        ore_cell_word(row, change->before ? "before" : "after",
                      change->before ? ORE_TEXT_CAUSE_WENT
                                     : ORE_TEXT_CAUSE_CAME);
    } else {
        ore_cell_text(row, "before", change->before);
        ore_cell_text(row, "after", change->after);
    }
    put_place(row, "old", change->old_where);
    put_place(row, "new", change->new_where);
    if (cause >= 0 && causes->is_found && causes->is_needed[cause]) {
        ore_cell_word(row, "needed", ORE_TEXT_CAUSE_YES);
    }
}

void ore_fill_causes(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_causes_told *told = book->options->study->answers->causes;

    if (!told) {
        return;
    }
    ore_sheet_text(sheet, ORE_PLAIN,
                   told->causes->answer == ORE_ANSWER_KNOWN
                       ? ORE_TEXT_CAUSE_SHARES
                       : ORE_TEXT_CAUSE_UNKNOWN);
    ore_sheet_begin(sheet, &table, NULL);
    for (int d = 0; d < told->causes->n_decisions; d++) {
        add_decision(sheet, told, d);
    }
    ore_sheet_begin(sheet, &changes,
                    ore_book_text(book, ORE_TEXT_CAUSE_CHANGES));
    for (int c = 0; c < told->causes->n_changes; c++) {
        add_change(sheet, told, c);
    }
}
