/* What the books say in every state that a run can end in: nothing that the
 * search did not prove. Results are those of the small round, their proofs set
 * by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture_round.h"
#include "near.h"
#include "orefolio/memory.h"
#include "write/book/columns.h"
#include "write/book/proof.h"

typedef struct state {
    ore_status status;
    double bound, gap;
} state;

static const double unknown = __builtin_nan("");
static const state proven = {ORE_OK, 5.0, 0.0};
static const state within = {ORE_OK, 4.5, 0.1};
static const state stopped = {ORE_STOPPED, 2.5, 0.5};
static const state stopped_best = {ORE_STOPPED, 5.0, 0.0};
static const state boundless = {ORE_STOPPED, __builtin_nan(""),
                                __builtin_nan("")};

static ore_result *result_in(const ore_round *round, state s)
{
    ore_result *result = fixture_result(round);

    result->status = s.status;
    for (int g = 0; g < round->n_goals; g++) {
        result->goals[g] = (ore_goal_outcome){5.0, s.bound, s.gap};
    }
    return result;
}

static ore_write_options how_in(const char *language)
{
    return (ore_write_options){.version = "0",
                               .statistics = &fixture_statistics,
                               .solver = "GLPK 5.0",
                               .options = "",
                               .language = language,
                               .gap = 0.1,
                               .no_timings = true};
}

static bool table_says(const ore_sheet_table *table, const char *words)
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
static bool sheet_says(const ore_sheet *sheet, const char *words)
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
static void expect_clean(const ore_book *book)
{
    for (int id = 0; id < ORE_SHEETS; id++) {
        const ore_sheet *sheet = &book->sheets[id];

        for (int i = 0; i < sheet->n_lines; i++) {
            assert_null(strstr(sheet->lines[i].text, "[x]"));
            assert_null(strstr(sheet->lines[i].text, "nan"));
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

static const ore_sheet_cell *row_of(const ore_sheet_table *table,
                                    const char *heading)
{
    for (int i = 0; i < table->n_rows; i++) {
        const ore_sheet_cell *row = &table->cells[i * table->n_columns];

        if (row[0].text &&
            strncmp(row[0].text, heading, strlen(heading)) == 0) {
            return row;
        }
    }
    fail_msg("no row '%s'", heading);
    return NULL;
}

/* What the memo says of a result in that state, in both languages. */
static void expect_memo(state s, const char *en, const char *ja,
                        const char *never_en, const char *never_ja)
{
    static const char *const languages[] = {"en", "ja"};
    const ore_round round = fixture_round();

    for (int i = 0; i < 2; i++) {
        const ore_write_options how = how_in(languages[i]);
        ore_result *result = result_in(&round, s);
        ore_book *book = ore_book_new(&round, result, &how);
        const ore_sheet *memo = &book->sheets[ORE_SHEET_MEMO];

        assert_true(sheet_says(memo, i ? ja : en));
        assert_false(sheet_says(memo, i ? never_ja : never_en));
        expect_clean(book);
        assert_string_equal(
            row_of(&book->sheets[ORE_SHEET_CHECKS].tables[0],
                   i ? "要求ギャップに達する前" : "Searches stopped")[5]
                .text,
            s.status == ORE_OK ? "OK"
            : i                ? "要確認"
                               : "CHECK");
        ore_book_free(book);
        ore_result_free(result);
    }
}

static void memo_tells_what_is_proven(void **unused)
{
    (void)unused;
    expect_memo(proven, "Proved optimal", "最適性を証明済み", "stopped",
                "終了した");
    /* The tolerance of the first goal is no failure. */
    expect_memo(within,
                "within 10.00% of the best possible; its tolerance lets later "
                "goals take up to 0.50%",
                "最良値から10.00%以内", "stopped", "終了した");
    expect_memo(stopped, "within 50.00% of the best possible",
                "最良値から50.00%以内", "Proved optimal", "最適性を証明済み");
    expect_memo(stopped_best, "Stopped before the gap", "終了した", "within 0",
                "0.00%以内");
    expect_memo(boundless, "no bound is proven yet", "限界は未証明",
                "of the best possible", "最良値");
}

static void unknown_gaps_are_no_figures(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *result = result_in(&round, boundless);
    ore_book *book = ore_book_new(&round, result, &how);
    const ore_sheet_table *figures = &book->sheets[ORE_SHEET_MEMO].tables[0];
    const ore_sheet_table *checks = &book->sheets[ORE_SHEET_CHECKS].tables[0];
    const ore_sheet_table *told = &book->sheets[ORE_SHEET_PROVENANCE].tables[0];

    (void)unused;
    expect_near(row_of(figures, "Goal: ")[1].number, 5.0, 0.0);
    assert_string_equal(row_of(figures, "Proven gap: ")[1].text, "not known");
    assert_string_equal(row_of(checks, "Searches stopped")[5].text, "CHECK");
    assert_true(table_says(told, "no bound is proven"));
    assert_false(table_says(told, "proven bound"));
    ore_book_free(book);
    ore_result_free(result);
}

/* A proven gap is never told smaller than it is. */
static void gaps_are_rounded_up(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *result = result_in(&round, within);
    ore_book *book = ore_book_new(&round, result, &how);

    (void)unused;
    assert_string_equal(ore_spelled_gap(book, 0.1), "10.00");
    assert_string_equal(ore_spelled_gap(book, 0.000831), "0.09");
    assert_string_equal(ore_spelled_gap(book, 0.0000201), "0.0021");
    assert_string_equal(ore_spelled_gap(book, unknown), "not known");
    ore_book_free(book);
    ore_result_free(result);
}

/* Equal bytes are promised where no clock had a part. */
static void reproduction_is_promised_when_searches_ended(void **unused)
{
    static const state states[] = {{ORE_OK, 4.5, 0.1}, {ORE_STOPPED, 2.5, 0.5}};
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");

    (void)unused;
    for (int i = 0; i < 2; i++) {
        ore_result *result = result_in(&round, states[i]);
        ore_book *book = ore_book_new(&round, result, &how);
        const ore_sheet_table *told =
            &book->sheets[ORE_SHEET_PROVENANCE].tables[0];

        assert_int_equal(table_says(told, "byte for byte"), i == 0);
        assert_int_equal(table_says(told, "may give another portfolio"), i);
        ore_book_free(book);
        ore_result_free(result);
    }
}

/* The round against itself, the second case in the given state. */
static ore_book *compared(const ore_round *round, ore_result *results[2],
                          const ore_write_options *how, state s)
{
    static const double elsewhere[] = {5.0, 9.0, 7.0, 9.0};
    static ore_case cases[2];

    results[0] = result_in(round, proven);
    results[1] = result_in(round, s);
    results[1]->goals[0].value = 9.0;
    results[1]->option[1] = -1;
    results[1]->has_portfolio = s.status != ORE_INFEASIBLE;
    cases[0] = (ore_case){NULL, round, results[0], &elsewhere[0]};
    cases[1] = (ore_case){"High", round, results[1], &elsewhere[2]};
    return ore_comparison_new(cases, 2, how);
}

static void compared_free(ore_book *book, ore_result *results[2])
{
    ore_book_free(book);
    ore_result_free(results[0]);
    ore_result_free(results[1]);
}

static void comparison_draws_nothing_from_stopped_searches(void **unused)
{
    static const ore_sheet_id marked[] = {
        ORE_SHEET_SUMMARY, ORE_SHEET_SELECTION, ORE_SHEET_FUNDING_CHANGE,
        ORE_SHEET_GAPS_CHANGE, ORE_SHEET_REGRET};
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *results[2];
    ore_book *book = compared(&round, results, &how, stopped);
    const ore_sheet_table *summary = &book->sheets[ORE_SHEET_SUMMARY].tables[0];
    const ore_sheet_table *regret = &book->sheets[ORE_SHEET_REGRET].tables[0];

    (void)unused;
    for (size_t i = 0; i < sizeof marked / sizeof *marked; i++) {
        const ore_sheet *sheet = &book->sheets[marked[i]];
        bool is_marked = table_says(&sheet->tables[0], "(stopped early)");

        for (int c = 0; c < sheet->tables[0].n_columns; c++) {
            is_marked |= strstr(sheet->tables[0].columns[c].heading,
                                "High (stopped early)") != NULL;
        }
        assert_true(is_marked);
        assert_true(
            sheet_says(sheet, "Stopped before the gap asked for: High"));
    }
    assert_string_equal(
        row_of(&book->sheets[ORE_SHEET_COMPARED].tables[0], "Search of High")[5]
            .text,
        "CHECK");
    assert_string_equal(row_of(summary, "Projects funded")[4].text,
                        "not known");
    assert_string_equal(row_of(summary, "Budget cost")[4].text, "not known");
    assert_string_equal(row_of(summary, "Goal: ")[4].text, "not known");
    assert_string_equal(row_of(summary, "Status")[3].text,
                        "stopped early, verified");
    compared_free(book, results);
    book = compared(&round, results, &how, boundless);
    summary = &book->sheets[ORE_SHEET_SUMMARY].tables[0];
    regret = &book->sheets[ORE_SHEET_REGRET].tables[0];
    assert_string_equal(row_of(summary, "Proven bound: ")[3].text, "not known");
    assert_string_equal(row_of(summary, "Proven gap: ")[3].text, "not known");
    /* If the second case comes true nothing is known: 0 is no answer. */
    assert_string_equal(regret->cells[2].text, "not known");
    assert_string_equal(regret->cells[5].text, "not known");
    assert_string_equal(regret->cells[regret->n_columns + 2].text, "not known");
    assert_string_equal(regret->cells[regret->n_columns + 5].text, "not known");
    assert_true(table_says(&book->sheets[ORE_SHEET_PROVENANCE].tables[0],
                           "may give another portfolio"));
    expect_clean(book);
    compared_free(book, results);
}

static void comparison_tells_differences_of_ended_searches(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *results[2];
    ore_book *book = compared(&round, results, &how, (state){ORE_OK, 9.0, 0.0});
    const ore_sheet_table *summary = &book->sheets[ORE_SHEET_SUMMARY].tables[0];

    (void)unused;
    assert_string_equal(
        row_of(&book->sheets[ORE_SHEET_COMPARED].tables[0], "Search of High")[5]
            .text,
        "OK");
    expect_near(row_of(summary, "Projects funded")[4].number, -1.0, 0.0);
    expect_near(row_of(summary, "Goal: ")[4].number, 4.0, 0.0);
    compared_free(book, results);
    /* A gap that reaches the base's value leaves the difference open. */
    book = compared(&round, results, &how, (state){ORE_OK, 4.5, 0.5});
    summary = &book->sheets[ORE_SHEET_SUMMARY].tables[0];
    assert_string_equal(row_of(summary, "Goal: ")[4].text, "may be none");
    assert_string_equal(row_of(summary, "Status")[3].text,
                        "within the gap asked for");
    compared_free(book, results);
}

static void infeasible_cases_are_marked(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("ja");
    ore_result *results[2];
    ore_book *book = compared(&round, results, &how,
                              (state){ORE_INFEASIBLE, unknown, unknown});
    const ore_sheet_table *summary = &book->sheets[ORE_SHEET_SUMMARY].tables[0];

    (void)unused;
    assert_non_null(strstr(summary->columns[3].heading, "High（案なし）"));
    expect_clean(book);
    compared_free(book, results);
}

/* Points of a frontier, samples among them: 0 and 1 are the same; 2 is worse
 * than 3 by both goals; 4 was stopped; 5 was not solved; 6 is recommended. */
enum { POINTS = 7 };

typedef struct study {
    bool goes[3];
    ore_run runs[POINTS];
    ore_frontier frontier;
    ore_study study;
    ore_write_options how;
    ore_round round;
    ore_result *result;
    ore_book *book;
} study;

static ore_run point(study *s, double value, double other, ore_status status)
{
    return (ore_run){.family = ORE_DESIGN_SAMPLE,
                     .status = status,
                     .has_portfolio = status <= ORE_STOPPED,
                     .limit = unknown,
                     .value = value,
                     .gap = status == ORE_STOPPED ? unknown : 0.0,
                     .other = other,
                     .closed = 0.5,
                     .is_sought = true,
                     .is_scored = true,
                     .kept = unknown,
                     .goes = s->goes};
}

static study *study_in(const char *language)
{
    study *s = ore_alloc(1, sizeof *s);

    s->round = fixture_round();
    s->result = result_in(&s->round, proven);
    s->runs[0] = point(s, 9.0, 10.0, ORE_OK);
    s->runs[1] = point(s, 9.0, 10.0, ORE_OK);
    s->runs[2] = point(s, 8.0, 30.0, ORE_OK);
    s->runs[3] = point(s, 7.0, 20.0, ORE_OK);
    s->runs[4] = point(s, 6.0, 40.0, ORE_STOPPED);
    s->runs[5] = point(s, 0.0, 0.0, ORE_INFEASIBLE);
    s->runs[6] = point(s, 5.0, 60.0, ORE_OK);
    s->runs[1].kept = 9.5;
    s->runs[4].kept = 6.0;
    s->frontier = (ore_frontier){&s->round.goals[1], POINTS, s->runs};
    s->study = (ore_study){
        .frontier = &s->frontier, .n_runs = POINTS, .runs = s->runs};
    s->how = how_in(language);
    s->how.study = &s->study;
    s->book = ore_book_new(&s->round, s->result, &s->how);
    return s;
}

static void study_free(study *s)
{
    ore_book_free(s->book);
    ore_result_free(s->result);
    free(s);
}

static void frontier_marks_what_is_no_point_of_its_own(void **unused)
{
    enum { REMARK = 8 };
    study *s = study_in("en");
    const ore_sheet *sheet = &s->book->sheets[ORE_SHEET_FRONTIER];
    const ore_sheet_table *table = &sheet->tables[0];
    const ore_sheet_cell *cells = &table->cells[REMARK];
    const int n = table->n_columns;

    (void)unused;
    assert_int_equal(table->n_rows, 6);
    assert_string_equal(cells[0].text, "\u2013");
    assert_string_equal(cells[n].text, "same as point 1");
    assert_string_equal(cells[2 * n].text, "no better than point 4");
    assert_string_equal(cells[3 * n].text, "\u2013");
    assert_string_equal(cells[4 * n].text, "stopped early");
    assert_string_equal(cells[4 * n - 1].text, "not known");
    assert_string_equal(cells[5 * n].text, "\u2013");
    assert_true(sheet_says(sheet, "other portfolios may lie there"));
    assert_true(sheet_says(sheet, "(see Remark): 2, 3"));
    assert_true(sheet_says(sheet, "before the gap asked for: 5."));
    assert_true(sheet_says(sheet, "not solved yet: 6"));
    expect_clean(s->book);
    study_free(s);
}

/* Means say over how many runs they are, and no loss is told against a search
 * that was stopped. */
static void robustness_tells_of_how_many(void **unused)
{
    study *s = study_in("en");
    const ore_sheet *sheet = &s->book->sheets[ORE_SHEET_ROBUSTNESS];
    const ore_sheet_table *outcomes = &sheet->tables[0],
                          *scores = &sheet->tables[1];
    const ore_sheet_cell *row = scores->cells;

    (void)unused;
    expect_near(outcomes->cells[2].number, 1.0, 0.0);
    expect_near(outcomes->cells[3].number, 1.0, 0.0);
    expect_near(row[1].number, 6.0, 0.0);
    expect_near(row[2].number, 4.0, 0.0);
    expect_near(row[3].number, 2.0, 0.0);
    expect_near(row[4].number, 7.75, 1e-12);
    expect_near(row[6].number, 1.0, 0.0);
    expect_near(row[7].number, 0.5, 1e-12);
    assert_non_null(strstr(sheet->tables[2].note, "(6 of 7)"));
    assert_true(sheet_says(sheet, "before the gap asked for: 1."));
    sheet = &s->book->sheets[ORE_SHEET_MEMO];
    assert_true(sheet_says(sheet, "1 of 6 other runs have no portfolio"));
    assert_true(sheet_says(sheet, "1 of these 5 portfolios"));
    sheet = &s->book->sheets[ORE_SHEET_CHECKS];
    /* Once as a point of the frontier, once as a run. */
    expect_near(row_of(&sheet->tables[0], "Other runs")[1].number, 2.0, 0.0);
    assert_true(table_says(&s->book->sheets[ORE_SHEET_PROVENANCE].tables[0],
                           "may give another portfolio"));
    study_free(s);
    s = study_in("ja");
    expect_clean(s->book);
    study_free(s);
}

/* What nobody knows of some commitments has no sum over the others. */
static void sums_over_unknowns_are_left_out(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *result = result_in(&round, proven);

    (void)unused;
    fixture_instruments[2].terms.interest_rate = unknown;
    ore_book *book = ore_book_new(&round, result, &how);
    const ore_sheet *sheet = &book->sheets[ORE_SHEET_GUARANTEES];
    const ore_sheet_table *table = &sheet->tables[0];

    assert_true(sheet_says(sheet, "known of 0 of 1 commitments"));
    assert_true(table->columns[8].has_total);
    assert_false(table->columns[9].has_total);
    assert_false(table->columns[10].has_total);
    assert_string_equal(table->cells[9].text, "not known");
    ore_book_free(book);
    ore_result_free(result);
}

/* A target that begins late: its means are over all years, and say so. */
static void means_say_their_years(void **unused)
{
    static const double late[] = {0, 0, 200, 200, 200, 200};
    const ore_write_options how = how_in("en");
    ore_round round = fixture_round();
    ore_target targets[FIXTURE_TARGETS] = {fixture_targets[0],
                                           fixture_targets[1]};
    ore_result *result = result_in(&round, proven);

    (void)unused;
    targets[0].target_tpa = late;
    round.targets = targets;
    ore_book *book = ore_book_new(&round, result, &how);
    const ore_sheet *sheet = &book->sheets[ORE_SHEET_GAPS];

    assert_true(sheet_says(sheet, "all 6 years"));
    expect_near(sheet->tables[0].cells[9].number, 4.0, 0.0);
    expect_near(sheet->tables[0].cells[19].number, 6.0, 0.0);
    ore_book_free(book);
    ore_result_free(result);
}

/* Nothing is said of a project that was not asked. */
static void reasons_promise_nothing(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *result = result_in(&round, stopped);
    ore_book *book = ore_book_new(&round, result, &how);
    const ore_sheet_table *table =
        &book->sheets[ORE_SHEET_NOT_FUNDED].tables[0];

    (void)unused;
    assert_string_equal(table->cells[5].text,
                        "No gain found for the first goal");
    assert_false(table_says(table, "fford"));
    ore_book_free(book);
    ore_result_free(result);
}

/* Gaps that are too small to name are not none; a mean need not fall. */
static void memo_of_gaps_is_exact(void **unused)
{
    const ore_round round = fixture_round();
    const ore_write_options how = how_in("en");
    ore_result *result = result_in(&round, proven);

    (void)unused;
    for (int i = 0; i < FIXTURE_TARGETS * FIXTURE_YEARS; i++) {
        result->shortfall_tpa[i] = 0.1;
    }
    ore_book *book = ore_book_new(&round, result, &how);

    assert_true(sheet_says(&book->sheets[ORE_SHEET_MEMO],
                           "What stays open is less than 0.5%"));
    ore_book_free(book);
    for (int i = 0; i < FIXTURE_TARGETS * FIXTURE_YEARS; i++) {
        result->shortfall_tpa[i] =
            fixture_targets[i / FIXTURE_YEARS].target_tpa[i % FIXTURE_YEARS];
    }
    book = ore_book_new(&round, result, &how);
    assert_false(sheet_says(&book->sheets[ORE_SHEET_MEMO], "falls"));
    assert_true(sheet_says(&book->sheets[ORE_SHEET_MEMO],
                           "is 100% on average of all targets"));
    ore_book_free(book);
    ore_result_free(result);
}

/* A disruption that begins in the last commitment year leaves it; one that
 * begins later leaves none, and the book says so. */
static void late_responses_say_that_decisions_stand(void **unused)
{
    static int option[] = {0, 1, -1}, year[] = {2026, 2027, 0};
    static double face_m[] = {60.0, 20.0, 80.0, 40.0};
    static const char *const languages[] = {"en", "ja"};
    static const char *const words[] = {"can no longer change",
                                        "もはや変更できない"};
    ore_disruption hit = {.id = "ban", .label = "Ban", .label_ja = "禁輸"};
    ore_round round = fixture_round();

    (void)unused;
    round.n_disruptions = 1;
    round.disruptions = &hit;
    round.respond = 0;
    round.baseline.path = "base.json";
    round.baseline.option = option;
    round.baseline.year = year;
    round.baseline.face_m = face_m;
    for (int i = 0; i < 4; i++) {
        const ore_write_options how = how_in(languages[i / 2]);
        const bool is_late = i % 2;

        hit.years = (ore_years){2027 + is_late, 2030};
        ore_result *result = result_in(&round, proven);
        ore_book *book = ore_book_new(&round, result, &how);

        assert_int_equal(
            sheet_says(&book->sheets[ORE_SHEET_MEMO], words[i / 2]), is_late);
        assert_int_equal(
            sheet_says(&book->sheets[ORE_SHEET_CHANGES], words[i / 2]),
            is_late);
        ore_book_free(book);
        ore_result_free(result);
    }
}

/* A project that opens after the horizon has no use of capacity to tell, and
 * years without deliveries have no recycled share. */
static void means_over_nothing_are_none(void **unused)
{
    const ore_write_options how = how_in("en");
    ore_round round = fixture_round();
    ore_option late[3] = {fixture_options[0], fixture_options[1],
                          fixture_options[2]};
    ore_result *result = result_in(&round, proven);

    (void)unused;
    late[0].build_years = 20;
    round.options = late;
    memset(result->use, 0, FIXTURE_YEARS * sizeof *result->use);
    memset(result->delivered_tpa, 0,
           FIXTURE_TARGETS * FIXTURE_YEARS * sizeof *result->delivered_tpa);
    ore_book *book = ore_book_new(&round, result, &how);
    const ore_sheet_table *table = &book->sheets[ORE_SHEET_PORTFOLIO].tables[0];
    const int at = ore_portfolio_sources(&round) + ore_kind_count() + 5;

    assert_string_equal(table->cells[at].text, "[x]");
    table = &book->sheets[ORE_SHEET_CONCENTRATION].tables[2];
    assert_string_equal(table->cells[1].text, "[x]");
    ore_book_free(book);
    ore_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memo_tells_what_is_proven),
        cmocka_unit_test(unknown_gaps_are_no_figures),
        cmocka_unit_test(gaps_are_rounded_up),
        cmocka_unit_test(reproduction_is_promised_when_searches_ended),
        cmocka_unit_test(comparison_draws_nothing_from_stopped_searches),
        cmocka_unit_test(comparison_tells_differences_of_ended_searches),
        cmocka_unit_test(infeasible_cases_are_marked),
        cmocka_unit_test(frontier_marks_what_is_no_point_of_its_own),
        cmocka_unit_test(robustness_tells_of_how_many),
        cmocka_unit_test(sums_over_unknowns_are_left_out),
        cmocka_unit_test(means_say_their_years),
        cmocka_unit_test(reasons_promise_nothing),
        cmocka_unit_test(memo_of_gaps_is_exact),
        cmocka_unit_test(means_over_nothing_are_none),
        cmocka_unit_test(late_responses_say_that_decisions_stand),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
