/* The progress line: what a terminal has room for, the most telling parts
 * first.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli/progress.h"
#include "orefolio/memory.h"

static const ore_progress far_on = {.elapsed_s = 12.4,
                                    .limit_s = 90.0,
                                    .phase = ORE_PHASE_TREE,
                                    .best = 1234.5678,
                                    .bound = 1200.0,
                                    .n_projects = 23};

static void expect(ore_progress progress, int columns, const char *expected)
{
    const ore_objective goals[] = {{.name = "shortfall"}};
    const ore_round round = {.n_goals = 1, .goals = goals};
    char *line = ore_progress_text(&round, &progress, columns);

    assert_string_equal(line, expected);
    assert_true((int)strlen(line) < columns);
    free(line);
}

static void a_wide_terminal_has_it_all(void **state)
{
    (void)state;
    expect(far_on, 200,
           "12 of 90 s, shortfall: branch and bound, best 1234.57 (23 "
           "projects), within 2.80 %, bound 1200");
}

static void a_study_comes_first(void **state)
{
    ore_progress one_of_many = far_on;

    (void)state;
    one_of_many.study = "3 of 12 points, perhaps 85 s left";
    expect(one_of_many, 80,
           "3 of 12 points, perhaps 85 s left; 12 of 90 s, shortfall: branch "
           "and bound");
}

static void a_narrow_one_has_the_first_parts(void **state)
{
    (void)state;
    expect(far_on, 85,
           "12 of 90 s, shortfall: branch and bound, best 1234.57 (23 "
           "projects), within 2.80 %");
    expect(far_on, 60,
           "12 of 90 s, shortfall: branch and bound, within 2.80 %");
    expect(far_on, 10, "");
}

static void what_is_not_known_is_left_out(void **state)
{
    ore_progress begun = {.elapsed_s = 0.2,
                          .limit_s = 90.0,
                          .phase = ORE_PHASE_ROOT,
                          .best = nan(""),
                          .bound = nan("")};

    (void)state;
    expect(begun, 80, "0 of 90 s, shortfall: root LP");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wide_terminal_has_it_all),
        cmocka_unit_test(a_narrow_one_has_the_first_parts),
        cmocka_unit_test(a_study_comes_first),
        cmocka_unit_test(what_is_not_known_is_left_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
