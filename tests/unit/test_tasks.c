/* Independent tasks in processes: their replies, whatever they are, and what
 * becomes of those that break down or are stopped. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "orefolio/memory.h"
#include "solve/worker.h"
#include "study/tasks.h"

enum { MANY = 12, LARGE = 300000 };

typedef struct record {
    ore_tasks tasks;
    int n_taken, n_lost, n_begun;
    int sum;
    bool taken[4 * MANY];
} record;

static bool begin(void *data, int i)
{
    record *r = data;

    r->n_begun++;
    return i % 4 != 3;
}

static void reply_number(void *data, int i, ore_pack *reply)
{
    char *large = ore_alloc(LARGE, 1);

    (void)data;
    /* Those that begin first end last. */
    usleep(1000 * (unsigned)(MANY - i % MANY));
    memset(large, i, LARGE);
    ore_pack_bytes(reply, &i, sizeof i);
    ore_pack_text(reply, i % 2 ? "odd" : NULL);
    ore_pack_bytes(reply, large, LARGE);
    free(large);
}

static void take(void *data, int i, ore_pack *reply)
{
    record *r = data;
    char *large = ore_alloc(LARGE, 1);
    int number;

    assert_false(r->taken[i]);
    r->taken[i] = true;
    r->n_taken++;
    r->n_lost += !reply;
    if (reply) {
        ore_unpack_bytes(reply, &number, sizeof number);
        char *text = ore_unpack_text(reply);

        assert_int_equal(number, i);
        assert_true(i % 2 ? strcmp(text, "odd") == 0 : !text);
        ore_unpack_bytes(reply, large, LARGE);
        assert_true(large[0] == (char)i && large[LARGE - 1] == (char)i);
        r->sum += number;
        free(text);
    }
    free(large);
}

static record run(int jobs, int n,
                  void (*work)(void *data, int i, ore_pack *reply),
                  void (*taking)(void *data, int i, ore_pack *reply))
{
    record r = {.tasks = {.jobs = jobs,
                          .n = n,
                          .what = "numbers",
                          .work = work,
                          .take = taking}};

    r.tasks.data = &r;
    ore_tasks_run(&r.tasks);
    return r;
}

static void test_every_reply_comes_once(void **unused)
{
    (void)unused;
    for (int jobs = 1; jobs <= 16; jobs *= 4) {
        const record r = run(jobs, MANY, reply_number, take);

        assert_int_equal(r.n_taken, MANY);
        assert_int_equal(r.n_lost, 0);
        assert_int_equal(r.sum, MANY * (MANY - 1) / 2);
    }
}

static void test_what_does_not_begin_is_not_taken(void **unused)
{
    record r = {.tasks = {.jobs = 2,
                          .n = MANY,
                          .what = "numbers",
                          .begin = begin,
                          .work = reply_number,
                          .take = take}};

    (void)unused;
    r.tasks.data = &r;
    ore_tasks_run(&r.tasks);
    assert_int_equal(r.n_begun, MANY);
    assert_int_equal(r.n_taken, MANY * 3 / 4);
    assert_false(r.taken[3]);
}

static void take_and_add(void *data, int i, ore_pack *reply)
{
    record *r = data;

    take(data, i, reply);
    r->tasks.n += i < MANY ? 2 : 0;
}

static void test_tasks_may_lead_to_others(void **unused)
{
    const record r = run(3, MANY, reply_number, take_and_add);

    (void)unused;
    assert_int_equal(r.n_taken, 3 * MANY);
}

static void break_down(void *data, int i, ore_pack *reply)
{
    switch (i) {
    case 1: abort();
    case 2: _exit(ORE_NO_MEMORY);
    case 3: raise(SIGKILL); break;
    default: reply_number(data, i, reply);
    }
}

static void test_a_breakdown_is_one_task_s(void **unused)
{
    const char *why = NULL;
    record r;

    (void)unused;
    (void)ore_worker_trouble(&why);
    r = run(1, 2, break_down, take);
    assert_int_equal(r.n_lost, 1);
    assert_int_equal(ore_worker_trouble(&why), ORE_INTERNAL);
    assert_string_equal(why, "it was ended by signal 6");
    r = run(1, 3, break_down, take);
    assert_int_equal(r.n_lost, 2);
    r = run(4, 5, break_down, take);
    assert_int_equal(r.n_taken, 5);
    assert_int_equal(r.n_lost, 3);
    assert_int_equal(r.sum, 4);
    assert_true(ore_worker_trouble(&why) != ORE_OK);
}

static void take_two(void *data, int i, ore_pack *reply)
{
    record *r = data;

    take(data, i, reply);
    r->tasks.is_over = r->n_taken == 2;
}

static void test_what_is_over_ends_the_rest(void **unused)
{
    const record r = run(2, MANY, reply_number, take_two);
    const char *why = NULL;

    (void)unused;
    assert_int_equal(r.n_taken, 2);
    (void)ore_worker_trouble(&why);
    assert_int_equal(ore_worker_trouble(&why), ORE_OK);
}

/* The last one has the parent stopped, and the others wait to be asked. */
static void wait_for_end(void *data, int i, ore_pack *reply)
{
    if (i == 2) {
        kill(getppid(), SIGINT);
    }
    while (!ore_interrupted()) {
        usleep(1000);
    }
    reply_number(data, i, reply);
}

static void test_an_interrupt_keeps_what_is_there(void **unused)
{
    const bool outer = ore_interrupts_begin();
    const record r = run(3, MANY, wait_for_end, take);

    (void)unused;
    assert_true(ore_interrupted());
    ore_interrupts_end(outer);
    assert_int_equal(r.n_taken, 3);
    assert_int_equal(r.n_lost, 0);
}

static void interrupt_itself(void *data, int i, ore_pack *reply)
{
    raise(SIGUSR1);
    reply_number(data, i, reply);
}

static void test_an_interrupt_of_a_task_is_that_of_all(void **unused)
{
    const bool outer = ore_interrupts_begin();
    const record r = run(1, MANY, interrupt_itself, take);

    (void)unused;
    assert_true(ore_interrupted());
    ore_interrupts_end(outer);
    assert_int_equal(r.n_taken, 1);
}

static char last_line[200];
static int n_lines;

static void show(const char *line)
{
    if (*line) {
        (void)strncpy(last_line, line, sizeof last_line - 1);
        n_lines++;
    }
}

static void test_the_line_says_how_many_are_left(void **unused)
{
    const ore_study_watch watch = {.show = show};
    record r = {.tasks = {.jobs = 1,
                          .n = 3,
                          .what = "numbers",
                          .watch = &watch,
                          .work = reply_number,
                          .take = take}};

    (void)unused;
    r.tasks.data = &r;
    ore_tasks_run(&r.tasks);
    assert_int_equal(n_lines, 3);
    assert_non_null(strstr(last_line, "2 of 3 numbers, perhaps "));
}

static void test_time_is_shared(void **unused)
{
    (void)unused;
    assert_true(ore_tasks_share_s(100.0, 4, 2) == 50.0);
    assert_true(ore_tasks_share_s(100.0, 1, 2) == 100.0);
    assert_true(ore_tasks_share_s(90.0, 9, 1) == 10.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_reply_comes_once),
        cmocka_unit_test(test_what_does_not_begin_is_not_taken),
        cmocka_unit_test(test_tasks_may_lead_to_others),
        cmocka_unit_test(test_a_breakdown_is_one_task_s),
        cmocka_unit_test(test_what_is_over_ends_the_rest),
        cmocka_unit_test(test_an_interrupt_keeps_what_is_there),
        cmocka_unit_test(test_an_interrupt_of_a_task_is_that_of_all),
        cmocka_unit_test(test_the_line_says_how_many_are_left),
        cmocka_unit_test(test_time_is_shared),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
