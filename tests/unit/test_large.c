/* A comparison of 1000 projects over 15 years in 20 scenarios, and the workbook
 * of one of them, are written within the memory that they may take. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/diagnostics.h"
#include "orefolio/memory.h"
#include "read/read.h"
#include "write/write.h"

enum { n_cases = 20, most_mb = 300 };

#if defined __SANITIZE_ADDRESS__
#define IS_SANITIZED 1
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED 0
#endif

static double peak_mb(void)
{
    struct rusage own, children; /* workbooks may be written in a child */

    getrusage(RUSAGE_SELF, &own);
    getrusage(RUSAGE_CHILDREN, &children);
    return (double)(own.ru_maxrss > children.ru_maxrss ? own.ru_maxrss
                                                       : children.ru_maxrss) /
           1024.0;
}

/* Two thirds of the projects, others in every case, paid for by anything. */
static ore_result *some_portfolio(const ore_round *round, int c)
{
    ore_result *result = ore_result_new(round);

    result->has_portfolio = true;
    for (int p = 0; p < round->n_projects; p++) {
        if ((p + c) % 3 == 0) {
            result->reason[p].kind = ORE_REASON_BUDGET;
            continue;
        }
        result->option[p] = round->projects[p].first_option;
        result->year[p] = round->commit.first + p % round->n_commit;
        result->equity_m[p] = 100.0;
        for (int i = 0; i < round->projects[p].n_pairs; i++) {
            result->face_m[round->projects[p].first_pair + i] = 10.0 + c;
        }
    }
    for (int i = 0; i < round->n_targets * round->n_states; i++) {
        result->delivered_tpa[i] = 10.0 * c;
        result->shortfall_tpa[i] = 200.0 - 10.0 * c;
    }
    return result;
}

static void test_large_workbooks_take_little_memory(void **unused)
{
    char dir[] = "/tmp/orefolio-large.XXXXXX", command[400], path[100];
    ore_diags *diags = ore_diags_new();
    const ore_read_options none = {0};
    const ore_write_options how = {.version = "1",
                                   .solver = "none",
                                   .language = "en",
                                   .money = "USD",
                                   .no_timings = true};
    ore_round *round = NULL;
    ore_case cases[n_cases];
    ore_result *results[n_cases];

    (void)unused;
    if (!mkdtemp(dir)) {
        skip();
    }
    snprintf(command, sizeof command,
             "python3 " ORE_SOURCE_DIR "/tests/bench/make_round.py 1000 1 %s",
             dir);
    assert_int_equal(system(command), 0);
    snprintf(path, sizeof path, "%s/round.ini", dir);
    assert_int_equal(ore_read_round_file(path, &none, diags, &round), ORE_OK);
    for (int c = 0; c < n_cases; c++) {
        results[c] = some_portfolio(round, c);
        cases[c] = (ore_case){NULL, round, results[c], NULL};
    }
    snprintf(path, sizeof path, "%s/large.xlsx", dir);
    const double start_s = ore_now_s();

    assert_int_equal(ore_write_comparison(cases, n_cases, &how, path, diags),
                     ORE_OK);
    assert_int_equal(ore_write_workbook(round, results[0], &how, path, diags),
                     ORE_OK);
    print_message("written in %.1f s, at most %.0f MB in use\n",
                  ore_now_s() - start_s, peak_mb());
    assert_true(IS_SANITIZED || peak_mb() < most_mb);
    for (int c = 0; c < n_cases; c++) {
        ore_result_free(results[c]);
    }
    ore_round_free(round);
    ore_diags_free(diags);
    snprintf(command, sizeof command, "rm -r %s", dir);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_large_workbooks_take_little_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
