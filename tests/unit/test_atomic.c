/* Output files: complete or not there. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/atomic.h"
#include "base/temporary.h"
#include "orefolio/memory.h"

typedef struct fixture {
    char dir[32], *file;
    ore_diags *diags;
} fixture;

static int set_up(void **state)
{
    fixture *fix = ore_alloc(1, sizeof *fix);

    strcpy(fix->dir, "/tmp/ore_atomic_XXXXXX");
    assert_non_null(mkdtemp(fix->dir));
    fix->file = ore_print("%s/out.txt", fix->dir);
    fix->diags = ore_diags_new();
    *state = fix;
    return 0;
}

static int tear_down(void **state)
{
    fixture *fix = *state;

    unlink(fix->file);
    assert_int_equal(rmdir(fix->dir), 0);
    ore_diags_free(fix->diags);
    free(fix->file);
    free(fix);
    return 0;
}

static void write_text(const fixture *fix, const char *text)
{
    ore_output *output = ore_output_open(fix->file, fix->diags);

    assert_non_null(output);
    fputs(text, ore_output_stream(output));
    assert_int_equal(ore_output_finish(output, fix->diags), ORE_OK);
}

static void expect_text(const fixture *fix, const char *expected)
{
    char text[64] = "";
    FILE *file = fopen(fix->file, "rb");

    assert_non_null(file);
    const size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    assert_int_equal(length, strlen(expected));
    assert_string_equal(text, expected);
}

static int count_files(const char *path)
{
    DIR *dir = opendir(path);
    int count = -2; /* . and .. */

    assert_non_null(dir);
    while (readdir(dir)) {
        count++;
    }
    closedir(dir);
    return count;
}

static void replaces_when_finished(void **state)
{
    const fixture *fix = *state;

    write_text(fix, "old");
    ore_output *output = ore_output_open(fix->file, fix->diags);
    fputs("new and longer", ore_output_stream(output));
    fflush(ore_output_stream(output));
    expect_text(fix, "old");
    assert_int_equal(ore_output_finish(output, fix->diags), ORE_OK);
    expect_text(fix, "new and longer");
    assert_int_equal(count_files(fix->dir), 1);
}

static void dropped_leaves_nothing(void **state)
{
    const fixture *fix = *state;

    write_text(fix, "old");
    ore_output *output = ore_output_open(fix->file, fix->diags);
    fputs("half", ore_output_stream(output));
    ore_output_drop(output);
    ore_output_drop(NULL);
    expect_text(fix, "old");
    assert_int_equal(count_files(fix->dir), 1);
}

static void links_stay_links(void **state)
{
    const fixture *fix = *state;
    char *target = ore_print("%s/target", fix->dir);
    struct stat info;

    fclose(fopen(target, "wb"));
    assert_int_equal(symlink(target, fix->file), 0);
    write_text(fix, "through");
    assert_int_equal(lstat(fix->file, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    expect_text(fix, "through");
    unlink(target);
    free(target);
}

static void dangling_links_stay_links(void **state)
{
    const fixture *fix = *state;
    char *target = ore_print("%s/target", fix->dir);
    struct stat info;

    assert_int_equal(symlink("target", fix->file), 0);
    write_text(fix, "to nowhere yet");
    assert_int_equal(lstat(fix->file, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int_equal(lstat(target, &info), 0);
    assert_true(S_ISREG(info.st_mode));
    expect_text(fix, "to nowhere yet");
    unlink(target);
    free(target);
}

static void modes_are_kept(void **state)
{
    const fixture *fix = *state;
    struct stat info;

    write_text(fix, "new");
    const mode_t mask = umask(0);
    (void)umask(mask);
    assert_int_equal(stat(fix->file, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0666 & ~mask);
    assert_int_equal(chmod(fix->file, 0640), 0);
    write_text(fix, "again");
    assert_int_equal(stat(fix->file, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
}

static void read_only_files_stay(void **state)
{
    const fixture *fix = *state;

    write_text(fix, "old");
    assert_int_equal(chmod(fix->file, 0444), 0);
    assert_null(ore_output_open(fix->file, fix->diags));
    assert_int_equal(ore_output_try(fix->file, fix->diags), ORE_NO_OUTPUT);
    expect_text(fix, "old");
}

static void trying_leaves_nothing(void **state)
{
    const fixture *fix = *state;

    assert_int_equal(ore_output_try(fix->file, fix->diags), ORE_OK);
    assert_int_equal(count_files(fix->dir), 0);
    assert_int_equal(ore_output_try(fix->dir, fix->diags), ORE_NO_OUTPUT);
    assert_int_equal(ore_output_try("/nowhere/x", fix->diags), ORE_NO_OUTPUT);
    write_text(fix, "old");
    assert_int_equal(ore_output_try(fix->file, fix->diags), ORE_OK);
    expect_text(fix, "old");
    assert_int_equal(count_files(fix->dir), 1);
}

/* A name of this host that nobody holds is of a run that was killed; one of
 * another host may be of a run there. */
static void temporaries_that_are_left_are_cleaned(void **state)
{
    const fixture *fix = *state;
    char host[65] = "";
    ore_temporary held;

    assert_int_equal(gethostname(host, 64), 0);
    char *own = ore_print("%s/.orefolio-%s-0123.tmp", fix->dir, host);
    char *other = ore_print("%s/.orefolio-far-%s-0123.tmp", fix->dir, host);

    fclose(fopen(own, "wb"));
    fclose(fopen(other, "wb"));
    assert_true(ore_temporary_open(fix->dir, &held));
    if (!held.name) {
        assert_true(ore_temporary_name(fix->dir, &held));
    }
    ore_clean_temporaries(fix->dir);
    assert_int_equal(access(own, F_OK), -1);
    assert_int_equal(access(other, F_OK), 0);
    assert_int_equal(access(held.name, F_OK), 0);
    close(held.fd);
    ore_clean_temporaries(fix->dir);
    assert_int_equal(access(held.name, F_OK), -1);
    unlink(other);
    free(held.name);
    free(other);
    free(own);
}

static void trouble_is_told(void **state)
{
    const fixture *fix = *state;

    assert_null(ore_output_open("/nowhere/out.txt", fix->diags));
    assert_int_equal(ore_diags_errors(fix->diags), 1);
    /* The device takes nothing; what is there must not be replaced. */
    ore_output *output = ore_output_open("/dev/full", fix->diags);
    assert_non_null(output);
    fputs("lost", ore_output_stream(output));
    assert_int_equal(ore_output_finish(output, fix->diags), ORE_NO_OUTPUT);
    assert_int_equal(ore_diags_errors(fix->diags), 2);
    assert_int_equal(access("/dev/full", F_OK), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(replaces_when_finished, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(dropped_leaves_nothing, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(links_stay_links, set_up, tear_down),
        cmocka_unit_test_setup_teardown(dangling_links_stay_links, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(modes_are_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(read_only_files_stay, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(trying_leaves_nothing, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(temporaries_that_are_left_are_cleaned,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(trouble_is_told, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
