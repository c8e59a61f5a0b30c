/* Switches: which projects a scenario takes in, leaves out or changes. */
#include <string.h>

#include "write/columns.h"
#include "write/compare.h"

enum { SCENARIO = 4, CHANGE, BEFORE, AFTER };

/* "fast, 2027", or a dash. */
static const char *decision(ore_book *book, int c, int p)
{
    const ore_plan *plan = book->cases[c].plan;
    const ore_result *result = book->cases[c].result;

    return p < 0 || result->option[p] < 0
               ? ore_say(book, ORE_TEXT_NO_UNIT)
               : ore_join(book, ORE_TEXT_LABEL_IN,
                          ore_word(book, plan->options[result->option[p]].id),
                          ore_keep(book, "%d", result->year[p]));
}

static void add_switch(ore_sheet *sheet, int c, int p)
{
    ore_book *book = sheet->book;
    const char *id = book->plan->projects[p].id;
    const bool was = ore_case_chosen(book, 0, id) > 0;
    const bool is = ore_case_chosen(book, c, id) > 0;
    const char *before = decision(book, 0, p);
    const char *after = decision(book, c, ore_case_project(book, c, id));

    if (strcmp(before, after) == 0) {
        return;
    }
    ore_cell *row = ore_next_row(sheet);

    ore_set_project(book, row, p);
    ore_set_text(&row[SCENARIO], ore_case_label(book, c));
    ore_set_text(&row[CHANGE], ore_say(book, was && is ? ORE_TEXT_CHANGE_OPTION
                                             : is      ? ORE_TEXT_CHANGE_ADDED
                                                  : ORE_TEXT_CHANGE_DROPPED));
    ore_set_text(&row[BEFORE], before);
    ore_set_text(&row[AFTER], after);
}

void ore_fill_switches(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    static const ore_text words[] = {ORE_TEXT_SCENARIO, ORE_TEXT_CHANGE,
                                     ORE_TEXT_BASE, ORE_TEXT_IN_SCENARIO};

    ore_add_table(sheet, "tblSwitches", "switches", NULL);
    ore_add_project_columns(sheet);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        ore_add_column(sheet, ore_say(book, words[i]), ORE_TEXT_CELL);
    }
    for (int c = 1; c < book->n_cases; c++) {
        for (int p = 0; p < book->plan->n_projects; p++) {
            if (book->cases[c].result->has_portfolio) {
                add_switch(sheet, c, p);
            }
        }
    }
}
