/* What is no result file of the round is refused at its place. */
#include "result_fixture.h"

/* Write the file with the first `from` replaced by `to`, and read it. */
static void refused(fixture *fix, const char *from, const char *to,
                    const char *message)
{
    ore_result *back = NULL;
    char *said = NULL;
    size_t length;
    ore_diags *diags = ore_diags_new();

    write_it(fix);
    char *text = written(fix), *at = strstr(text, from);
    assert_non_null(at);
    FILE *file = fopen(fix->path, "wb");
    fprintf(file, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    fclose(file);
    free(text);
    assert_int_equal(ore_read_result(fix->path, &fix->round, diags, &back),
                     ORE_BAD_INPUT);
    assert_null(back);
    FILE *out = open_memstream(&said, &length);
    ore_diags_print(diags, out);
    fclose(out);
    if (!strstr(said, message)) {
        fail_msg("'%s' is not in '%s'", message, said);
    }
    free(said);
    ore_diags_free(diags);
}

static void mistakes_are_refused(void **state)
{
    fixture *fix = *state;

    refused(fix, "\"P01\"", "\"P09\"", "unknown project 'P09'");
    refused(fix, "\"option\": \"base\"", "\"option\": \"big\"",
            "unknown option 'big'");
    refused(fix, "\"instrument\": \"grant\"", "\"instrument\": \"loan\"",
            "unknown instrument 'loan'");
    refused(fix, "\"year\": 2027", "\"year\": 2035",
            "year is 2035, expected 2026 to 2027");
    refused(fix, "\"face\": 20.123457", "\"face\": \"20\"",
            "'face' is not a number");
    refused(fix, "\"optimal\"", "\"best\"", "unknown status 'best'");
    refused(fix, "result/1", "result/2", "unknown format");
    refused(fix, "\"market\": \"JP\"", "\"market\": \"US\"",
            "no target of 'oxide' for market 'US'");
    refused(fix, "\"portfolio\"", "\"portfolios\"", "'portfolio' is missing");
    refused(fix, "\"rejected\": [", "\"rejected\": [[", "");
    refused(fix, "\"kind\": \"outranked\"", "\"kind\": \"outrun\"",
            "unknown kind 'outrun'");
    refused(fix, "\"format\"", "\"status\": 1, \"format\"", "");
}

static void places_are_told(void **state)
{
    fixture *fix = *state;
    char expected[128];

    write_it(fix);
    char *text = written(fix), *at = strstr(text, "\"P01\"");
    int line = 1, column = 1;
    for (const char *c = text; c < at; c++) {
        line += *c == '\n';
        column = *c == '\n' ? 1 : column + 1;
    }
    free(text);
    snprintf(expected, sizeof expected, "%s:%d:%d: error: ", fix->path, line,
             column);
    refused(fix, "\"P01\"", "\"P09\"", expected);
}

static void what_cannot_be_opened(void **state)
{
    fixture *fix = *state;
    ore_result *back = NULL;

    assert_int_equal(
        ore_read_result("/nowhere/r.json", &fix->round, fix->diags, &back),
        ORE_NO_INPUT);
    assert_int_equal(ore_read_result("/tmp", &fix->round, fix->diags, &back),
                     ORE_NO_INPUT);
    assert_int_equal(ore_write_json(&fix->round, fix->result, &how,
                                    "/nowhere/r.json", fix->diags),
                     ORE_NO_OUTPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(mistakes_are_refused, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(places_are_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_opened, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
