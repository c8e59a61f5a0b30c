/* Selection: projects by case, and how often each goes ahead. A project that
 * every portfolio has is core, one that none has is exterior, the others are
 * borderline. Source: J. Liesioe, P. Mild, A. Salo, Preference programming for
 * robust portfolio modeling and project selection, European Journal of
 * Operational Research 181 (2007) 1488-1505. */
#include <stdlib.h>

#include "orefolio/memory.h"
#include "write/book/columns.h"
#include "write/book/compare.h"

enum { CASES = 4 };

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

static void add_columns(ore_sheet *sheet)
{
    ore_book *book = sheet->book;

    ore_add_project_columns(sheet);
    for (int c = 0; c < book->n_cases; c++) {
        ore_add_column(sheet, ore_case_label(book, c), ORE_COUNT);
        ore_sum_column(sheet);
        ore_mark_column(sheet, ORE_PRODUCE);
    }
    ore_add_column(sheet, ore_say(book, ORE_TEXT_FUNDED_IN), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CORE_INDEX), ORE_SHARE);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_CLASS), ORE_TEXT_CELL);
}

static void add_project(ore_sheet *sheet, const rated *project)
{
    ore_book *book = sheet->book;
    const int times = CASES + book->n_cases, index = times + 1;
    const char *id = book->round->projects[project->p].id;
    ore_sheet_cell *row = ore_next_row(sheet);
    const char *core = ore_say(book, ORE_TEXT_CORE);
    const char *exterior = ore_say(book, ORE_TEXT_EXTERIOR);
    const char *borderline = ore_say(book, ORE_TEXT_BORDERLINE);

    ore_set_project(book, row, project->p);
    for (int c = 0; c < book->n_cases; c++) {
        const int chosen = ore_case_chosen(book, c, id);

        if (chosen < 0) {
            ore_set_text(&row[CASES + c],
                         ore_say(book, ORE_TEXT_NOT_APPLICABLE));
        } else {
            ore_set_number(&row[CASES + c], chosen);
        }
    }
    const char *first = ore_here(sheet, CASES);
    const char *last = ore_here(sheet, times - 1);

    ore_set_formula(book, &row[times], project->times, "=SUM(%s:%s)", first,
                    last);
    ore_set_formula(book, &row[index], (double)project->times / project->of,
                    "=%s/COUNT(%s:%s)", ore_here(sheet, times), first, last);
    ore_set_text_formula(book, &row[index + 1],
                         project->times == project->of ? core
                         : project->times == 0         ? exterior
                                                       : borderline,
                         "=IF(%s=1,\"%s\",IF(%s=0,\"%s\",\"%s\"))",
                         ore_here(sheet, index), core, ore_here(sheet, index),
                         exterior, borderline);
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
    ore_say_unended(sheet);
    ore_add_table(sheet, "tblSelection", "selection", NULL);
    ore_filter_table(sheet);
    add_columns(sheet);
    for (int i = 0; i < n; i++) {
        if (list[i].of > 0) {
            add_project(sheet, &list[i]);
        }
    }
    sheet->marks[sheet->n_marks++] =
        (ore_mark){0, CASES + book->n_cases + 2, CASES + book->n_cases + 2,
                   ORE_TEXT_CORE, ORE_GOOD};
    free(list);
}
