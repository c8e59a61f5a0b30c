/* Results of the small round, their proofs set by hand, and what books of them
 * say. */
#ifndef TESTS_UNIT_BOOK_STATES_H
#define TESTS_UNIT_BOOK_STATES_H

#include <string.h>

#include "book_cells.h"
#include "fixture_round.h"
#include "orefolio/memory.h"

typedef struct state {
    ore_status status;
    double bound, gap;
} state;

static const double unknown = __builtin_nan("");
static const state proven = {ORE_OK, 5.0, 0.0};
static const state stopped = {ORE_STOPPED, 2.5, 0.5};
static const state boundless = {ORE_STOPPED, __builtin_nan(""),
                                __builtin_nan("")};

static inline ore_result *result_in(const ore_round *round, state s)
{
    ore_result *result = fixture_result(round);

    result->status = s.status;
    for (int g = 0; g < round->n_goals; g++) {
        result->goals[g] = (ore_goal_outcome){5.0, s.bound, s.gap};
    }
    return result;
}

static inline ore_write_options how_in(const char *language)
{
    return (ore_write_options){.version = "0",
                               .statistics = &fixture_statistics,
                               .solver = "GLPK 5.0",
                               .language = language,
                               .gap = 0.1,
                               .no_timings = true};
}

static inline bool table_says(const ore_sheet_table *table, const char *words)
{
    for (int i = 0; i < table->n_rows * table->n_columns; i++) {
        if (table->cells[i].text && strstr(table->cells[i].text, words)) {
            return true;
        }
    }
    return false;
}

/* Whether the words stand on a sheet; lines are broken, so a phrase may not
 * span two of them. */
static inline bool sheet_says(const ore_sheet *sheet, const char *words)
{
    char *all = ore_copy("");
    bool says = false;

    for (int i = 0; i < sheet->n_lines; i++) {
        char *longer = ore_print("%s%s", all, sheet->lines[i].text);

        free(all);
        all = longer;
    }
    says = strstr(all, words) != NULL;
    free(all);
    for (int i = 0; i < sheet->n_tables; i++) {
        says |= table_says(&sheet->tables[i], words);
    }
    return says;
}

/* Sentences are free of marks for what is not known, whatever the state. */
static inline void expect_clean(const ore_book *book)
{
    for (int id = 0; id < ORE_SHEETS; id++) {
        const ore_sheet *sheet = &book->sheets[id];

        for (int i = 0; i < sheet->n_lines; i++) {
            assert_null(strstr(sheet->lines[i].text, "[x]"));
            assert_null(strstr(sheet->lines[i].text, " nan"));
        }
        for (int t = 0; t < sheet->n_tables && id != ORE_SHEET_NOTES; t++) {
            const ore_sheet_table *table = &sheet->tables[t];

            for (int i = 0; i < table->n_rows * table->n_columns; i++) {
                const char *text = table->cells[i].text;

                assert_true(!text || strcmp(text, "[x]") == 0 ||
                            !strstr(text, "[x]"));
                assert_true(!text || !strstr(text, " nan"));
            }
        }
    }
}

#endif
