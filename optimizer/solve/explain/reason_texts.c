/* See reason_texts.h. */
#include "solve/explain/reason_texts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "orefolio/phrases.h"
#include "orefolio/tolerances.h"
#include "program/program.h"

static const char *phrase_of(ore_reason_kind kind)
{
    switch (kind) {
    case ORE_REASON_UNFUNDABLE:
        return "cannot be fully financed, even on its own";
    case ORE_REASON_BUDGET:
        return "cannot be financed beside the selected projects within budgets "
               "and ceilings";
    case ORE_REASON_NO_GAIN:
        return "would not improve the first goal, the selected projects "
               "staying as they are";
    case ORE_REASON_OUTRANKED:
        return "may help; not selected before the search stopped";
    default: return "not examined before the run ended";
    }
}

static int by_reason(const void *a, const void *b)
{
    const ore_family *const *x = a, *const *y = b;

    return strcmp((*x)->reason, (*y)->reason);
}

/* The families that ask something of the portfolio, in the order of what they
 * say; how many there are. */
static int find_askers(const ore_model *model, const ore_family **askers)
{
    int n = 0;

    for (int i = 0; i < model->n_rows; i++) {
        const ore_family *family = model->rows[i].family;
        /* Rows without a limit, as those of a bonus, keep nobody out. */
        bool is_new = family && family->reason && model->rows[i].limit;

        for (int k = 0; k < n && is_new; k++) {
            is_new = askers[k] != family;
        }
        if (is_new) {
            askers[n++] = family;
        }
    }
    if (n > 0) {
        qsort(askers, (size_t)n, sizeof *askers, by_reason);
    }
    return n;
}

/* "a, b or c": what is asked of the portfolio. The caller frees. */
static char *list_askers(bool is_japanese, const ore_family *const *askers,
                         int n)
{
    char *list = NULL;

    for (int k = 0; k < n; k++) {
        char *own = ore_phrase_fill(is_japanese, askers[k]->reason, NULL);
        const char *const both[] = {list, own};
        char *longer =
            k == 0
                ? ore_copy(own)
                : ore_phrase_fill(is_japanese,
                                  k < n - 1 ? "{1}, {2}" : "{1} or {2}", both);

        free(own);
        free(list);
        list = longer;
    }
    return list ? list : ore_copy("");
}

static void say_excluded(ore_reason *reason, const ore_model *model)
{
    const char *const english = "{1} keeps it out";
    const ore_family **askers =
        ore_alloc(ore_count_families(), sizeof(const ore_family *));
    const int n = find_askers(model, askers);
    char *en = list_askers(false, askers, n);
    char *ja = list_askers(true, askers, n);

    free(reason->detail);
    free(reason->detail_ja);
    *reason =
        (ore_reason){ORE_REASON_EXCLUDED,
                     ore_phrase_fill(false, english, (const char *const[]){en}),
                     ore_phrase_fill(true, english, (const char *const[]){ja})};
    free(en);
    free(ja);
    free(askers);
}

/* A gain within the tolerance of the first goal, to two digits, upwards. */
static void say_little(ore_reason *reason, double share)
{
    const double percent = 100.0 * share;
    const double step = pow(10.0, floor(log10(percent)) - 1.0);
    char *text = ore_print("%.2g", step * ceil(percent / step * (1.0 - 1e-9)));

    ore_reason_say(reason, ORE_REASON_NO_GAIN,
                   "would improve the first goal by at most {1} %, no more "
                   "than its tolerance, the selected projects staying as they "
                   "are",
                   text);
    free(text);
}

void ore_reason_text(const ore_program *program, ore_reason_kind kind,
                     double share, ore_reason *reason)
{
    if (kind == ORE_REASON_EXCLUDED) {
        say_excluded(reason, program->model);
    } else if (kind == ORE_REASON_NO_GAIN && share > ORE_TOLERANCE_PROVEN) {
        say_little(reason, share);
    } else {
        ore_reason_say(reason, kind, phrase_of(kind));
    }
}
