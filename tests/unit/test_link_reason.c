/* Links that keep P3 of the small round out: P1 and P2 go ahead, P3 does not.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fixture_round.h"
#include "solve/explain/link_reason.h"

/* Expect this reason for project p under one link; NULL = none. */
static void expect(ore_link link, int p, const char *detail)
{
    ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);

    round.n_links = 1;
    round.links = &link;
    ore_reason reason = ore_explain_link(&round, result, p);

    if (detail) {
        assert_int_equal(reason.kind, ORE_REASON_EXCLUDED);
        assert_string_equal(reason.detail, detail);
        assert_non_null(reason.detail_ja);
    } else {
        assert_int_equal(reason.kind, ORE_REASON_NONE);
    }
    free(reason.detail);
    free(reason.detail_ja);
    ore_result_free(result);
}

static void the_chosen_one_is_named(void **state)
{
    (void)state;
    expect((ore_link){.kind = ORE_LINK_EXCLUDES, .project = 0, .other = 2}, 2,
           "excluded by the chosen P1");
    expect((ore_link){.kind = ORE_LINK_EXCLUDES, .project = 2, .other = 1}, 2,
           "excluded by the chosen P2");
}

static void what_is_missing_is_named(void **state)
{
    (void)state;
    expect((ore_link){.kind = ORE_LINK_REQUIRES, .project = 1, .other = 2}, 1,
           "needs, and cannot go ahead without, P3");
    expect((ore_link){.kind = ORE_LINK_TOGETHER, .project = 1, .other = 2}, 1,
           "goes ahead only together with P3");
}

static void other_links_say_nothing(void **state)
{
    (void)state;
    expect((ore_link){.kind = ORE_LINK_REQUIRES, .project = 2, .other = 1}, 2,
           NULL);
    expect((ore_link){.kind = ORE_LINK_REQUIRES, .project = 1, .other = 2}, 2,
           NULL);
    expect((ore_link){.kind = ORE_LINK_SYNERGY, .project = 2, .other = 1}, 2,
           NULL);
    expect((ore_link){.kind = ORE_LINK_EXCLUDES, .project = 0, .other = 1}, 2,
           NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_chosen_one_is_named),
        cmocka_unit_test(what_is_missing_is_named),
        cmocka_unit_test(other_links_say_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
