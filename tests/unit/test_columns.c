/* A column more moves no figure: every table of every kind of book gets one, at
 * every place, and all that is written elsewhere is as before: cells under
 * their headings, formulas, names, charts and checks by the same columns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "book_states.h"
#include "book_told.h"
#include "near.h"

/* Where the column goes: before column `at` of that table; NULL = nowhere. */
static struct {
    const char *slug;
    int at;
    ore_column_def columns[64];
    ore_sheet_table_def table;
} more;

void __real_ore_sheet_begin(ore_sheet *sheet, const ore_sheet_table_def *def,
                            const char *note);
void __wrap_ore_sheet_begin(ore_sheet *sheet, const ore_sheet_table_def *def,
                            const char *note);

static int count_defs(const ore_column_def *columns)
{
    int n = 0;

    while (columns[n].id) {
        n++;
    }
    return n;
}

/* Stands for ore_sheet_begin by a flag of the linker. */
void __wrap_ore_sheet_begin(ore_sheet *sheet, const ore_sheet_table_def *def,
                            const char *note)
{
    const int n = count_defs(def->columns);

    if (more.slug && strcmp(def->slug, more.slug) == 0) {
        for (int from = 0, to = 0; from <= n; from++) {
            if (from == more.at) {
                more.columns[to++] = (ore_column_def){.id = added,
                                                      .text = ORE_TEXT_REMARK,
                                                      .quantity = ORE_COUNT};
            }
            more.columns[to++] = def->columns[from];
        }
        more.table = *def;
        more.table.columns = more.columns;
        def = &more.table;
    }
    __real_ore_sheet_begin(sheet, def, note);
}

/* Books of every kind: of a result with other runs and trade-offs, and of a
 * comparison. */
typedef struct books {
    ore_round round;
    ore_result *result, *other;
    bool goes[3];
    ore_run runs[3];
    ore_uncertain uncertain;
    ore_swing swing;
    ore_frontier frontier;
    ore_study study;
    ore_conditional_optimum forced[3];
    ore_trade_offs trade_offs;
    ore_write_options how;
    ore_case cases[2];
} books;

static books *books_new(void)
{
    static const double elsewhere[] = {5.0, 9.0, 7.0, 9.0};
    books *b = ore_alloc(1, sizeof *b);

    b->round = fixture_round();
    b->result = result_in(&b->round, proven);
    b->other = result_in(&b->round, proven);
    b->other->option[1] = -1;
    for (int i = 0; i < 3; i++) {
        b->runs[i] = (ore_run){.family = ORE_DESIGN_SAMPLE,
                               .has_portfolio = true,
                               .limit = unknown,
                               .value = 5.0 + i,
                               .other = 10.0 * i,
                               .closed = 0.1 * i,
                               .is_scored = true,
                               .is_sought = true,
                               .goes = b->goes};
        b->forced[i] = (ore_conditional_optimum){.answer = ORE_ANSWER_KNOWN};
    }
    b->uncertain = (ore_uncertain){.id = "a", .label = "A", .address = "x"};
    b->swing = (ore_swing){&b->uncertain, 0.9, 1.1, &b->runs[1], &b->runs[2]};
    b->frontier = (ore_frontier){.other = &b->round.goals[1],
                                 .n_runs = 3,
                                 .runs = b->runs,
                                 .recommended = 2};
    b->study = (ore_study){.frontier = &b->frontier,
                           .n_runs = 3,
                           .runs = b->runs,
                           .n_swings = 1,
                           .swings = &b->swing};
    b->trade_offs = (ore_trade_offs){.forced = b->forced};
    b->how = how_in("en");
    b->how.study = &b->study;
    b->how.re_solved = &b->trade_offs;
    b->cases[0] = (ore_case){NULL, &b->round, b->result, &elsewhere[0]};
    b->cases[1] = (ore_case){"High", &b->round, b->other, &elsewhere[2]};
    return b;
}

static void books_free(books *b)
{
    ore_result_free(b->result);
    ore_result_free(b->other);
    free(b);
}

static ore_book *open_book(const books *b, bool is_comparison)
{
    return is_comparison ? ore_comparison_new(b->cases, 2, &b->how)
                         : ore_book_new(&b->round, b->result, &b->how);
}

/* The tables of a book that is there already, one after the other. */
static void each_table(const ore_book *book,
                       void (*visit)(const ore_sheet_table_def *def,
                                     void *data),
                       void *data)
{
    for (int i = 0; i < ORE_SHEETS; i++) {
        for (int k = 0; k < book->sheets[i].n_tables; k++) {
            visit(book->sheets[i].tables[k].def, data);
        }
    }
}

/* Equal, or the lines that differ. */
static void expect_same(const char *told, const char *expected)
{
    int line = 0;

    while (*told && *told == *expected) {
        line = *told == '\n' ? 0 : line + 1;
        told++;
        expected++;
    }
    if (*told || *expected) {
        fail_msg("%.200s\n  instead of\n%.200s", told - (line < 99 ? line : 99),
                 expected - (line < 99 ? line : 99));
    }
}

typedef struct trial {
    const books *books;
    bool is_comparison;
    const char *expected;
    int n_tables;
} trial;

/* The table with one more column at every place, but between the two of a pair.
 * The empty table has its word in the first column, whatever that is. */
static void try_table(const ore_sheet_table_def *def, void *data)
{
    trial *t = data;

    t->n_tables++;
    for (int at = 1; at <= count_defs(def->columns); at++) {
        if (def->columns[at].id && def->columns[at].beside) {
            continue;
        }
        more.slug = def->slug;
        more.at = at;
        ore_book *book = open_book(t->books, t->is_comparison);
        char *told = tell_book(book);

        more.slug = NULL;
        assert_int_equal(
            ore_column_index(ore_book_table(book, def->slug), added, 0) > 0,
            true);
        expect_same(told, t->expected);
        free(told);
        ore_book_free(book);
    }
}

static void a_column_more_moves_no_figure(void **unused)
{
    books *b = books_new();

    (void)unused;
    for (int i = 0; i < 2; i++) {
        ore_book *book = open_book(b, i);
        char *expected = tell_book(book);
        trial t = {b, i, expected, 0};

        each_table(book, try_table, &t);
        assert_true(t.n_tables > (i ? 8 : 30));
        free(expected);
        ore_book_free(book);
    }
    books_free(b);
}

/* The same for the table that many sheets and checks refer to, spelled out. */
static void commitments_keep_their_headings(void **unused)
{
    books *b = books_new();
    ore_book *before = open_book(b, false);

    (void)unused;
    more.slug = "commitments";
    more.at = 3;
    ore_book *book = open_book(b, false);

    more.slug = NULL;
    const ore_sheet_table *table = ore_book_table(book, "commitments");

    assert_string_equal(table->columns[3].heading,
                        ore_text_in(ORE_TEXT_REMARK, false));
    assert_string_equal(
        table->columns[ore_column_index(table, "face", 0)].heading,
        "Face amount (USD m)");
    expect_near(number(book, "commitments", 0, "face"),
                number(before, "commitments", 0, "face"), 0.0);
    assert_string_equal(ore_book_total(before, "commitments.face", 0),
                        "'Commitments'!$H$4");
    assert_string_equal(ore_book_total(book, "commitments.face", 0),
                        "'Commitments'!$I$4");
    const int check =
        row_of(book, "checks", ore_text_in(ORE_TEXT_CHECK_FACES, false));

    assert_non_null(strstr(cell(book, "checks", check, "right")->formula,
                           "'Commitments'!$I$4"));
    assert_string_equal(text(book, "checks", check, "result"), "OK");
    ore_book_free(before);
    ore_book_free(book);
    books_free(b);
}

static void expect_unique(const ore_sheet_table_def *def, void *data)
{
    const char **slugs = data;
    int n = 0;

    for (const ore_column_def *a = def->columns; a->id; a++) {
        for (const ore_column_def *b = a + 1; b->id; b++) {
            assert_string_not_equal(a->id, b->id);
        }
        /* What references are made of. */
        assert_null(strpbrk(a->id, ".{} "));
    }
    for (; slugs[n]; n++) {
        assert_string_not_equal(slugs[n], def->slug);
    }
    slugs[n] = def->slug;
}

static void ids_and_tables_are_unique(void **unused)
{
    books *b = books_new();

    (void)unused;
    for (int i = 0; i < 2; i++) {
        ore_book *book = open_book(b, i);
        const char *slugs[ORE_SHEETS * ORE_TABLES_MAX] = {NULL};

        each_table(book, expect_unique, slugs);
        ore_book_free(book);
    }
    books_free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_column_more_moves_no_figure),
        cmocka_unit_test(commitments_keep_their_headings),
        cmocka_unit_test(ids_and_tables_are_unique),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
