/* Selection: projects by case, and how often each goes ahead. A project that
 * every portfolio has is core, one that none has is exterior, the others are
 * borderline. Source: J. Liesioe, P. Mild, A. Salo, Preference programming for
 * robust portfolio modeling and project selection, European Journal of
 * Operational Research 181 (2007) 1488-1505. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/memory.h"
#include "write/book/columns.h"
#include "write/book/compare.h"

typedef struct rated {
    int p, times, of;
} rated;

static int most_often_first(const void *left, const void *right)
{
    const rated *a = left, *b = right;
    const int order =
        b->times * (a->of > 0 ? a->of : 1) - a->times * (b->of > 0 ? b->of : 1);

    return order != 0 ? order : a->p - b->p;
}

static const ore_column_def columns[] = {
    ORE_PROJECT_COLUMNS,
    ORE_COLUMNS("case", ore_case_columns, ore_case_heading, ORE_COUNT,
                .total = true, .positive = ORE_PRODUCE),
    ORE_COLUMN("times", ORE_TEXT_FUNDED_IN, ORE_COUNT),
    ORE_COLUMN("index", ORE_TEXT_CORE_INDEX, ORE_SHARE),
    ORE_COLUMN("class", ORE_TEXT_CLASS, ORE_TEXT_CELL,
               .marks = {{ORE_TEXT_CORE, ORE_GOOD}}),
    {0}};

ORE_TABLE(table, "tblSelection", "selection", columns, .is_filtered = true);

static void add_project(ore_sheet *sheet, const rated *project)
{
    const ore_book *book = sheet->book;
    const char *id = book->round->projects[project->p].id;
    const ore_sheet_row row = ore_sheet_next(sheet);
    const char *core = ore_book_text(book, ORE_TEXT_CORE);
    const char *exterior = ore_book_text(book, ORE_TEXT_EXTERIOR);
    const char *borderline = ore_book_text(book, ORE_TEXT_BORDERLINE);

    ore_cell_project(row, project->p);
    for (int c = 0; c < book->n_cases; c++) {
        const int chosen = ore_case_chosen(book, c, id);

        ore_cell_figure(ore_cell_nth(row, c), "case",
                        chosen < 0 ? nan("") : chosen);
    }
    ore_cell_formula(row, "times", project->times, "=SUM({case})");
    ore_cell_formula(row, "index", (double)project->times / project->of,
                     "={times}/COUNT({case})");
    ore_cell_text_formula(row, "class",
                          project->times == project->of ? core
                          : project->times == 0         ? exterior
                                                        : borderline,
                          "=IF({index}=1,\"%s\",IF({index}=0,\"%s\",\"%s\"))",
                          core, exterior, borderline);
}

void ore_fill_selection(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const int n = book->round->n_projects;
    rated *list = ore_alloc(n, sizeof *list);

    for (int p = 0; p < n; p++) {
        list[p].p = p;
        list[p].times = ore_case_times(book, p, &list[p].of);
    }
    if (n > 0) {
        qsort(list, (size_t)n, sizeof *list, most_often_first);
    }
    ore_sheet_say_unended(sheet);
    ore_sheet_begin(sheet, &table, NULL);
    for (int i = 0; i < n; i++) {
        if (list[i].of > 0) {
            add_project(sheet, &list[i]);
        }
    }
    free(list);
}
