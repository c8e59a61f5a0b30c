/* Sheets of many runs: shares, distributions, swings and frontiers as they
 * follow from runs made by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "fixture_round.h"
#include "near.h"
#include "write/book/columns.h"

enum { RUNS = 6 };

/* P1 in all, P2 in the round, a scenario and a sample, P3 in one sample; the
 * last run has no portfolio. */
static bool goes[RUNS][3] = {{1, 1, 0}, {1, 1, 0}, {1, 0, 0},
                             {1, 0, 1}, {1, 1, 0}, {0, 0, 0}};

static ore_run run_of(int i, ore_design_family family, double value)
{
    return (ore_run){.family = family,
                     .has_portfolio = i < RUNS - 1,
                     .status = i < RUNS - 1 ? ORE_OK : ORE_INFEASIBLE,
                     .limit = nan(""),
                     .is_sought = true,
                     .value = value,
                     .other = 10.0 * i,
                     .closed = 0.1 * i,
                     .n_funded = goes[i][0] + goes[i][1] + goes[i][2],
                     .goes = goes[i]};
}

typedef struct study {
    ore_run runs[RUNS];
    ore_uncertain uncertain[2];
    ore_swing swings[2];
    ore_frontier frontier;
    ore_study study;
    ore_write_options options;
    ore_round round;
    ore_result *result;
    ore_book *book;
} study;

static study *study_new(void)
{
    study *s = ore_alloc(1, sizeof *s);

    s->round = fixture_round();
    s->result = fixture_result(&s->round);
    s->runs[0] = run_of(0, ORE_DESIGN_ROUND, 5.0);
    s->runs[1] = run_of(1, ORE_DESIGN_LOW, 3.0);
    s->runs[2] = run_of(2, ORE_DESIGN_HIGH, 6.0);
    s->runs[3] = run_of(3, ORE_DESIGN_SAMPLE, 9.0);
    s->runs[4] = run_of(4, ORE_DESIGN_SAMPLE, 4.0);
    s->runs[5] = run_of(5, ORE_DESIGN_SCENARIO, 0.0);
    s->runs[0].gap = 0.1;
    s->runs[2].gap = 0.2;
    s->runs[3].is_scored = s->runs[4].is_scored = true;
    s->runs[3].kept = nan("");
    s->runs[4].kept = 4.5;
    s->uncertain[0] = (ore_uncertain){.id = "a", .label = "A", .address = "x"};
    s->uncertain[1] = (ore_uncertain){.id = "b", .label = "B", .address = "y"};
    s->swings[0] = (ore_swing){&s->uncertain[0], 0.9, 1.2, &s->runs[5], NULL};
    s->swings[1] =
        (ore_swing){&s->uncertain[1], 0.8, 1.1, &s->runs[1], &s->runs[2]};
    s->frontier = (ore_frontier){&s->round.goals[1], 3, s->runs};
    s->study = (ore_study){.frontier = &s->frontier,
                           .n_runs = RUNS,
                           .runs = s->runs,
                           .n_swings = 2,
                           .swings = s->swings,
                           .n_missing = 7};
    s->options = (ore_write_options){.version = "0",
                                     .statistics = &fixture_statistics,
                                     .solver = "GLPK 5.0",
                                     .options = "",
                                     .language = "en",
                                     .study = &s->study};
    s->book = ore_book_new(&s->round, s->result, &s->options);
    return s;
}

static void study_free(study *s)
{
    ore_book_free(s->book);
    ore_result_free(s->result);
    free(s);
}

static const ore_sheet_table *table_named(const study *s, const char *name)
{
    for (int i = 0; i < ORE_SHEETS; i++) {
        const ore_sheet *sheet = &s->book->sheets[i];

        for (int t = 0; t < sheet->n_tables; t++) {
            if (strcmp(sheet->tables[t].name, name) == 0) {
                return &sheet->tables[t];
            }
        }
    }
    fail_msg("no table %s", name);
    return NULL;
}

static const ore_sheet_cell *cell(const ore_sheet_table *table, int row,
                                  int column)
{
    assert_true(row < table->n_rows && column < table->n_columns);
    return &table->cells[row * table->n_columns + column];
}

static void robustness(void **state)
{
    study *s = study_new();
    const ore_sheet_table *projects = table_named(s, "tblRobust");

    (void)state;
    /* Id, …, recommended, scenarios, single changes, samples, all, core. */
    assert_string_equal(cell(projects, 0, 0)->text, "P1");
    expect_near(cell(projects, 0, 4)->number, 1.0, 0.0);
    expect_near(cell(projects, 0, 8)->number, 1.0, 0.0);
    assert_string_equal(cell(projects, 1, 0)->text, "P2");
    expect_near(cell(projects, 1, 5)->number, 1.0, 0.0);
    expect_near(cell(projects, 1, 6)->number, 0.5, 0.0);
    expect_near(cell(projects, 1, 7)->number, 0.5, 0.0);
    expect_near(cell(projects, 1, 8)->number, 0.6, 1e-12);
    /* Of three different portfolios one has it. */
    expect_near(cell(projects, 1, 9)->number, 1.0 / 3.0, 1e-12);
    assert_string_equal(cell(projects, 1, 10)->text, "borderline");
    assert_string_equal(cell(projects, 2, 0)->text, "P3");
    expect_near(cell(projects, 2, 8)->number, 0.2, 1e-12);
    study_free(s);
}

static void outcomes(void **state)
{
    study *s = study_new();
    const ore_sheet_table *table = table_named(s, "tblOutcomes");
    const ore_sheet_table *scores = table_named(s, "tblScores");

    (void)state;
    assert_int_equal(table->n_rows, 4);
    expect_near(cell(table, 0, 1)->number, 2.0, 0.0);
    expect_near(cell(table, 0, 2)->number, 1.0, 0.0);
    /* All runs: 3, 4, 5, 6, 9. */
    expect_near(cell(table, 3, 3)->number, 0.0, 0.0);
    expect_near(cell(table, 3, 4)->number, 3.0, 0.0);
    expect_near(cell(table, 3, 6)->number, 5.0, 0.0);
    expect_near(cell(table, 3, 8)->number, 9.0, 0.0);
    expect_near(cell(table, 3, 9)->number, 1.8, 1e-12);
    assert_string_equal(cell(scores, 0, 0)->text, "Samples");
    expect_near(cell(scores, 0, 1)->number, 2.0, 0.0);
    expect_near(cell(scores, 0, 2)->number, 1.0, 0.0);
    expect_near(cell(scores, 0, 3)->number, 1.0, 0.0);
    expect_near(cell(scores, 0, 4)->number, 4.5, 1e-12);
    expect_near(cell(scores, 0, 6)->number, 1.0, 0.0);
    expect_near(cell(scores, 0, 8)->number, 0.5, 1e-12);
    study_free(s);
}

static void sensitivity(void **state)
{
    study *s = study_new();
    const ore_sheet_table *table = table_named(s, "tblSens");

    (void)state;
    /* What has no figure comes last. */
    assert_string_equal(cell(table, 0, 0)->text, "B");
    expect_near(cell(table, 0, 4)->number, -2.0, 1e-12);
    expect_near(cell(table, 0, 5)->number, 1.0, 1e-12);
    expect_near(cell(table, 0, 6)->number, 3.0, 1e-12);
    /* Gaps of 0.1 of 5 and 0.2 of 6. */
    expect_near(cell(table, 0, 7)->number, 1.7, 1e-12);
    expect_near(cell(table, 0, 8)->number, 1.0, 0.0);
    assert_string_equal(cell(table, 1, 0)->text, "A");
    assert_false(cell(table, 1, 4)->is_number);
    study_free(s);
}

static void frontier(void **state)
{
    study *s = study_new();
    const ore_sheet_table *table = table_named(s, "tblFrontier");
    const ore_sheet_table *projects = table_named(s, "tblFrontierProjects");

    (void)state;
    assert_int_equal(table->n_rows, 3);
    assert_string_equal(cell(table, 2, 1)->text, "Recommended");
    expect_near(cell(table, 1, 4)->number, 0.1, 1e-12);
    /* P2 is in the first two of three points; P3 in none. */
    expect_near(cell(projects, 1, 4)->number, 2.0, 0.0);
    expect_near(cell(projects, 1, 6)->number, 0.0, 0.0);
    assert_string_equal(cell(projects, 2, 6)->text, "in none");
    study_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(robustness),
        cmocka_unit_test(outcomes),
        cmocka_unit_test(sensitivity),
        cmocka_unit_test(frontier),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
