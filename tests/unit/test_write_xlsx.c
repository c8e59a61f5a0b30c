/* The written files: whole, equal for equal runs, never half there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "fixture_round.h"
#include "write/write.h"
#include "write/xlsx/package.h"
#include "write/xlsx/zip_check.h"

static char folder[] = "/tmp/test_write_xlsx.XXXXXX";

static int enter_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state)
{
    char *command = ore_print("rm -rf %s", folder);
    const int code = system(command);

    (void)state;
    free(command);
    return code;
}

static char *read_file(const char *path, size_t *size)
{
    FILE *in = fopen(path, "rb");
    char *bytes = ore_alloc(1 << 20, 1);

    assert_non_null(in);
    *size = fread(bytes, 1, (1 << 20) - 1, in);
    fclose(in);
    return bytes;
}

static ore_status write_book(const char *path, const char *language,
                             int *errors)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    const ore_write_options options = {.version = "0.1.0",
                                       .solver = "GLPK 5.0",
                                       .language = language,
                                       .no_timings = true};
    ore_diags *diags = ore_diags_new();
    const ore_status status =
        ore_write_workbook(&round, result, &options, path, diags);

    *errors = ore_diags_errors(diags);
    ore_diags_free(diags);
    ore_result_free(result);
    return status;
}

static void workbooks_are_whole_and_equal(void **state)
{
    size_t size = 0, again = 0;
    int errors = 0;

    (void)state;
    assert_int_equal(write_book("one.xlsx", "en", &errors), ORE_OK);
    assert_int_equal(setenv("TZ", "Asia/Tokyo", 1), 0);
    assert_int_equal(setenv("TMPDIR", "/nowhere", 1), 0);
    assert_int_equal(write_book("two.xlsx", "en", &errors), ORE_OK);
    assert_int_equal(write_book("ja.xlsx", "ja", &errors), ORE_OK);
    assert_int_equal(errors, 0);
    char *one = read_file("one.xlsx", &size);
    char *two = read_file("two.xlsx", &again);

    assert_true(ore_zip_is_whole((const unsigned char *)one, size));
    assert_int_equal(size, again);
    assert_memory_equal(one, two, size);
    free(one);
    free(two);
}

static void spoilt_packages_are_noticed(void **state)
{
    size_t size = 0;
    int errors = 0, noticed = 0;

    (void)state;
    assert_int_equal(write_book("whole.xlsx", "en", &errors), ORE_OK);
    char *bytes = read_file("whole.xlsx", &size);

    for (size_t cut = 0; cut < size; cut += size / 50) {
        noticed += !ore_zip_is_whole((const unsigned char *)bytes, cut);
    }
    assert_true(noticed >= 50);
    /* A byte of a member; a few places are of headers, where one byte more or
     * less says nothing of the contents. */
    noticed = 0;
    for (size_t at = size / 50; at < size; at += size / 50) {
        bytes[at] ^= 0x20;
        noticed += !ore_zip_is_whole((const unsigned char *)bytes, size);
        bytes[at] ^= 0x20;
    }
    assert_true(noticed >= 40);
    free(bytes);
}

static void old_file_stays_when_the_new_one_fails(void **state)
{
    struct stat kept;
    int errors = 0;

    (void)state;
    assert_int_equal(mkdir("folder.xlsx", 0777), 0);
    assert_int_equal(write_book("folder.xlsx", "en", &errors), ORE_NO_OUTPUT);
    assert_int_equal(errors, 1);
    assert_int_equal(stat("folder.xlsx", &kept), 0);
    assert_true(S_ISDIR(kept.st_mode));
    assert_int_equal(write_book("nowhere/a.xlsx", "en", &errors),
                     ORE_NO_OUTPUT);
    assert_int_equal(write_book("/dev/full", "en", &errors), ORE_NO_OUTPUT);
}

static bool says_something(const void *data, const char *file)
{
    (void)data;
    (void)file;
    fputs("not enough room\n", stderr);
    return true;
}

static bool dies(const void *data, const char *file)
{
    (void)data;
    (void)file;
    abort();
}

static void a_failing_child_leaves_nothing(void **state)
{
    ore_diags *diags = ore_diags_new();

    (void)state;
    assert_int_equal(ore_write_package("a.xlsx", says_something, NULL, diags),
                     ORE_NO_OUTPUT);
    assert_int_equal(ore_write_package("a.xlsx", dies, NULL, diags),
                     ORE_INTERNAL);
    assert_int_equal(ore_diags_errors(diags), 2);
    assert_int_equal(access("a.xlsx", F_OK), -1);
    ore_diags_free(diags);
}

static void text_tables(void **state)
{
    const ore_round round = fixture_round();
    ore_result *result = fixture_result(&round);
    const ore_write_options options = {.version = "0.1.0",
                                       .solver = "GLPK 5.0",
                                       .language = "en",
                                       .no_timings = true};
    ore_diags *diags = ore_diags_new();
    size_t size = 0;

    (void)state;
    assert_int_equal(ore_write_tsv(&round, result, &options, "tables", diags),
                     ORE_OK);
    char *text = read_file("tables/portfolio.tsv", &size);

    assert_non_null(strstr(text, "\tCapital cost (USD m)\t"));
    assert_non_null(strstr(text, "P2\t'=Bay refinery\tUnited States\t"));
    assert_non_null(strstr(text, "\t2027\t200\t120\t"));
    free(text);
    text = read_file("tables/gaps.tsv", &size);
    assert_non_null(strstr(text, "\tGap before (share)\tGap after (share)"
                                 "\tYears with a target\n"));
    free(text);
    assert_int_equal(
        ore_write_tsv(&round, result, &options, "nowhere/tables", diags),
        ORE_NO_OUTPUT);
    ore_diags_free(diags);
    ore_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(workbooks_are_whole_and_equal),
        cmocka_unit_test(spoilt_packages_are_noticed),
        cmocka_unit_test(old_file_stays_when_the_new_one_fails),
        cmocka_unit_test(a_failing_child_leaves_nothing),
        cmocka_unit_test(text_tables),
    };

    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
