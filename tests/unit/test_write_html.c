/* The page: equal for equal runs, and no text of the input is taken for a tag.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/countries.h"
#include "fixture_round.h"
#include "near.h"
#include "write/book/layout.h"
#include "write/html/map.h"
#include "write/html/plot.h"
#include "write/write.h"

static char path[] = "/tmp/test_write_html.XXXXXX";

/* The page of the fixture whose second project, which goes ahead, is called so.
 * The caller frees. */
static char *page_of(const char *name, const char *language)
{
    const ore_round fixture = fixture_round();
    ore_project projects[3];
    ore_round round = fixture;
    ore_result *result = fixture_result(&fixture);
    const ore_write_options options = {.version = "0.1.0",
                                       .solver = "GLPK 5.0",
                                       .language = language,
                                       .no_timings = true};
    ore_diags *diags = ore_diags_new();
    char *page = ore_alloc(1 << 20, 1);

    memcpy(projects, fixture.projects, sizeof projects);
    projects[1].name = name;
    projects[1].name_ja = name;
    round.projects = projects;
    assert_int_equal(ore_write_html(&round, result, &options, path, diags),
                     ORE_OK);
    FILE *in = fopen(path, "rb");

    assert_non_null(in);
    assert_true(fread(page, 1, (1 << 20) - 1, in) > 0);
    fclose(in);
    ore_diags_free(diags);
    ore_result_free(result);
    return page;
}

static int has(const char *page, const char *text)
{
    int n = 0;

    for (; (page = strstr(page, text)); page++) {
        n++;
    }
    return n;
}

static void equal_runs_give_equal_pages(void **state)
{
    char *one = page_of("Bay refinery", "ja");
    char *two = page_of("Bay refinery", "ja");

    (void)state;
    assert_string_equal(one, two);
    assert_int_equal(has(one, "<html lang=\"ja\">"), 1);
    assert_int_equal(has(one, "http://") + has(one, "https://"), 0);
    free(one);
    free(two);
}

static void names_are_no_tags(void **state)
{
    char *page =
        page_of("</title><script>alert('x')</script>\"&\x01\xFF", "en");

    (void)state;
    assert_int_equal(has(page, "<script>"), 1); /* its own */
    assert_true(has(page, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"
                          "&quot;&amp;\xEF\xBF\xBD\xEF\xBF\xBD") > 3);
    free(page);
}

static void expect_shown(double number, ore_quantity quantity, const char *text)
{
    char *shown = ore_text_of_number(number, quantity);

    assert_string_equal(shown, text);
    free(shown);
}

static void numbers_are_those_of_the_workbook(void **state)
{
    (void)state;
    expect_shown(-1234.56, ORE_MONEY, "-1,234.6");
    expect_shown(-0.04, ORE_MONEY, "0.0");
    expect_shown(0.45, ORE_MONEY, "0.5");
    expect_shown(1.005, ORE_RATE, "1.01");
    expect_shown(0.12345, ORE_SHARE, "12.3%");
    expect_shown(2.0, ORE_POINTS, "+2.0");
    expect_shown(-2.0, ORE_POINTS, "-2.0");
    expect_shown(0.0, ORE_POINTS, "0.0");
    expect_shown(1234567.0, ORE_FLOW, "1,234,567");
    expect_shown(2026.0, ORE_YEAR, "2026");
    expect_shown(0.25, ORE_GENERAL, "0.25");
}

static void axes_have_round_marks(void **state)
{
    const ore_axis axis = ore_axis_between(-3.0, 1416.0, ORE_MONEY);
    const ore_axis shares = ore_axis_between(0.0, 1.0, ORE_SHARE);
    const ore_axis empty = ore_axis_between(0.0, 0.0, ORE_MONEY);

    (void)state;
    expect_near(axis.low, -500.0, 1e-9);
    expect_near(axis.high, 1500.0, 1e-9);
    expect_near(shares.high, 1.0, 1e-9);
    expect_near(shares.step, 0.2, 1e-9);
    expect_near(empty.high, 1.0, 1e-9);
}

/* Outlines are found by the codes of ISO 3166, in order, within the world. */
static void outlines_are_countries(void **state)
{
    (void)state;
    for (int i = 0; i < ore_outline_count; i++) {
        const ore_outline *o = &ore_outlines[i];

        assert_ptr_equal(ore_outline_of(o->code), o);
        assert_true(ore_country_of(o->code) || strcmp(o->code, "XK") == 0);
        assert_true(o->left <= o->right && o->top <= o->bottom);
        assert_true(o->x >= -1800 && o->x <= 1800 && o->y >= -900);
    }
    assert_null(ore_outline_of("ZZ"));
}

static bool are_apart(const ore_site *a, const ore_site *b)
{
    return fabs(a->x - b->x) >= (a->width + b->width) / 2.0 ||
           fabs(a->y - b->y) >= (a->height + b->height) / 2.0;
}

static void markers_stand_apart_and_inside(void **state)
{
    static const char *const codes[] = {"US", "JP", "KR", "CN", "TW", "PH",
                                        "VN", "TH", "MY", "SG", "ID", "AU"};
    enum { N = sizeof codes / sizeof *codes };
    ore_site sites[N] = {0};
    ore_map map = {.n = N, .sites = sites};

    (void)state;
    for (int i = 0; i < N; i++) {
        sites[i] = (ore_site){.outline = ore_outline_of(codes[i]),
                              .label = "A country 3/7",
                              .n_all = 7};
        assert_non_null(sites[i].outline);
    }
    ore_map_place(&map);
    for (int i = 0; i < N; i++) {
        assert_true(sites[i].x > 0.0 && sites[i].x < ORE_MAP_WIDTH);
        assert_true(sites[i].y > 0.0 && sites[i].y < map.height);
        for (int k = 0; k < i; k++) {
            assert_true(are_apart(&sites[i], &sites[k]));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_runs_give_equal_pages),
        cmocka_unit_test(names_are_no_tags),
        cmocka_unit_test(numbers_are_those_of_the_workbook),
        cmocka_unit_test(axes_have_round_marks),
        cmocka_unit_test(outlines_are_countries),
        cmocka_unit_test(markers_stand_apart_and_inside),
    };
    const int file = mkstemp(path);

    if (file < 0) {
        return 1;
    }
    close(file);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);

    unlink(path);
    return failed;
}
