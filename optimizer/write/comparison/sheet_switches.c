/* Switches: which projects a scenario takes in, leaves out or changes. */
#include <math.h>
#include <string.h>

#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/book/compare.h"

static const ore_column_def columns[] = {
    ORE_PROJECT_COLUMNS,
    ORE_COLUMN("case", ORE_TEXT_SCENARIO, ORE_TEXT_CELL),
    ORE_COLUMN("change", ORE_TEXT_CHANGE, ORE_TEXT_CELL),
    ORE_COLUMN("before", ORE_TEXT_BASE, ORE_TEXT_CELL),
    ORE_COLUMN("after", ORE_TEXT_IN_SCENARIO, ORE_TEXT_CELL),
    ORE_COLUMN("support_before", ORE_TEXT_SUPPORT_BASE, ORE_MONEY),
    ORE_COLUMN("support_after", ORE_TEXT_SUPPORT_SCENARIO, ORE_MONEY),
    ORE_COLUMN("why_out", ORE_TEXT_WHY_OUT, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblSwitches", "switches", columns, .is_filtered = true);

static const double written_m = 1e-6; /* faces are written this finely */

/* A project in a case; p = -1: the case does not have it. */
typedef struct decision {
    const ore_round *round;
    const ore_result *result;
    int p;
} decision;

static decision decide(const ore_book *book, int c, const char *id)
{
    return (decision){book->cases[c].round, book->cases[c].result,
                      ore_case_project(book, c, id)};
}

static bool is_in(decision d)
{
    return d.p >= 0 && d.result->option[d.p] >= 0;
}

static double support_m(decision d)
{
    return is_in(d) ? ore_figure_source_m(d.round, d.result, d.p, NULL) : 0.0;
}

/* Face of the instrument with this id. */
static double face_m(decision d, const char *id)
{
    const ore_project *project = &d.round->projects[d.p];

    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        const ore_pair *pair = &d.round->pairs[f];

        if (strcmp(d.round->instruments[pair->instrument].id, id) == 0) {
            return d.result->face_m[f];
        }
    }
    return 0.0;
}

/* Whether an instrument of `a` has another face in `b`. */
static bool is_mixed_otherwise(decision a, decision b)
{
    const ore_project *project = &a.round->projects[a.p];

    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        const char *id = a.round->instruments[a.round->pairs[f].instrument].id;

        if (fabs(a.result->face_m[f] - face_m(b, id)) > written_m) {
            return true;
        }
    }
    return false;
}

/* The most telling difference. */
static ore_text change_of(decision before, decision after)
{
    if (!is_in(before) || !is_in(after)) {
        return is_in(after)    ? ORE_TEXT_CHANGE_ADDED
               : is_in(before) ? ORE_TEXT_CHANGE_DROPPED
                               : ORE_TEXT_CHANGE_NONE;
    }
    if (strcmp(before.round->options[before.result->option[before.p]].id,
               after.round->options[after.result->option[after.p]].id) != 0) {
        return ORE_TEXT_CHANGE_OPTION;
    }
    return before.result->year[before.p] != after.result->year[after.p]
               ? ORE_TEXT_CHANGE_YEAR
           : fabs(support_m(before) - support_m(after)) > written_m
               ? ORE_TEXT_CHANGE_MONEY
           : is_mixed_otherwise(before, after) ? ORE_TEXT_CHANGE_MIX
                                               : ORE_TEXT_CHANGE_NONE;
}

/* "fast, 2027", or a dash. */
static const char *in_words(ore_book *book, decision d)
{
    return is_in(d) ? ore_book_compose(
                          book, ORE_TEXT_LABEL_IN,
                          ore_book_word(
                              book, d.round->options[d.result->option[d.p]].id),
                          ore_book_digits(book, d.result->year[d.p]))
                    : ore_book_text(book, ORE_TEXT_NO_UNIT);
}

/* Why the case that leaves the project out does so. */
static const char *reason(const ore_book *book, decision before, decision after)
{
    const decision out = is_in(after) ? before : after;
    const ore_reason *why = out.p >= 0 ? &out.result->reason[out.p] : NULL;

    return is_in(out) ? ore_book_text(book, ORE_TEXT_NO_UNIT)
           : why && why->detail
               ? ore_book_label(book, why->detail, why->detail_ja)
               : ore_book_text(book, ORE_TEXT_NOT_APPLICABLE);
}

static void add_switch(ore_sheet *sheet, int c, int p)
{
    ore_book *book = sheet->book;
    const char *id = book->round->projects[p].id;
    const decision before = decide(book, 0, id), after = decide(book, c, id);
    const ore_text change = change_of(before, after);

    if (change == ORE_TEXT_CHANGE_NONE) {
        return;
    }
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_project(row, p);
    ore_cell_text(row, "case", ore_case_label(book, c));
    ore_cell_word(row, "change", change);
    ore_cell_text(row, "before", in_words(book, before));
    ore_cell_text(row, "after", in_words(book, after));
    ore_cell_number(row, "support_before", support_m(before));
    ore_cell_number(row, "support_after", support_m(after));
    ore_cell_text(row, "why_out", reason(book, before, after));
}

void ore_fill_switches(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    ore_sheet_say_unended(sheet);
    ore_sheet_begin(sheet, &table, NULL);
    for (int c = 1; c < book->n_cases; c++) {
        for (int p = 0; p < book->round->n_projects; p++) {
            if (book->cases[c].result->has_portfolio) {
                add_switch(sheet, c, p);
            }
        }
    }
}
