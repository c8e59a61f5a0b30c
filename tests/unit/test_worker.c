/* What becomes of work in a forked process: done, crashed, hung, stopped. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "solve/lp/lp.h"
#include "solve/worker.h"

typedef struct heard {
    int messages;
    double last, sum;
} heard;

static void hear(void *listener, const ore_message *message,
                 const double *doubles)
{
    heard *h = listener;

    h->messages++;
    h->last = message->value;
    for (int i = 0; i < message->count; i++) {
        h->sum += doubles[i];
    }
}

static void tell_thousand(void *data, int pipe)
{
    double doubles[1000];

    (void)data;
    for (int i = 0; i < 1000; i++) {
        doubles[i] = 1.0;
    }
    for (int i = 1; i <= 200; i++) {
        const ore_message message = {
            .kind = ORE_MESSAGE_POINT, .count = 1000, .value = i};

        ore_send(pipe, &message, doubles);
    }
}

static void tell_then(int pipe)
{
    const ore_message message = {.kind = ORE_MESSAGE_NUMBER, .value = 7.0};

    ore_send(pipe, &message, NULL);
}

static void crash(void *data, int pipe)
{
    (void)data;
    tell_then(pipe);
    abort();
}

static void hang(void *data, int pipe)
{
    (void)data;
    tell_then(pipe);
    for (;;) {
        pause();
    }
}

static void interrupt_parent(void *data, int pipe)
{
    (void)data;
    tell_then(pipe);
    kill(getppid(), SIGINT);
    hang(data, pipe);
}

static ore_worker_end run(void (*work)(void *, int), double seconds, heard *h)
{
    const ore_worker child = {.work = work,
                              .deadline_s = ore_now_s() + seconds,
                              .receive = hear,
                              .listener = h};

    return ore_worker_run(&child);
}

static void test_everything_told_is_heard(void **unused)
{
    heard h = {0};

    (void)unused;
    assert_int_equal(run(tell_thousand, 30.0, &h), ORE_WORKER_DONE);
    assert_int_equal(h.messages, 200);
    assert_true(h.last == 200.0 && h.sum == 200000.0);
}

static void test_a_crash_keeps_what_was_told(void **unused)
{
    heard h = {0};

    (void)unused;
    assert_int_equal(run(crash, 30.0, &h), ORE_WORKER_CRASHED);
    assert_true(h.messages == 1 && h.last == 7.0);
}

static void run_out_of_memory(void *data, int pipe)
{
    (void)data;
    (void)pipe;
    _exit(ORE_NO_MEMORY);
}

static void test_a_failure_says_why_once(void **unused)
{
    heard h = {0};
    const char *why = NULL;

    (void)unused;
    (void)ore_worker_trouble(&why);
    assert_int_equal(run(tell_thousand, 30.0, &h), ORE_WORKER_DONE);
    assert_int_equal(ore_worker_trouble(&why), ORE_OK);
    assert_int_equal(run(run_out_of_memory, 30.0, &h), ORE_WORKER_CRASHED);
    assert_int_equal(run(crash, 30.0, &h), ORE_WORKER_CRASHED);
    assert_int_equal(ore_worker_trouble(&why), ORE_NO_MEMORY);
    assert_string_equal(why, "out of memory");
    assert_int_equal(ore_worker_trouble(&why), ORE_OK);
    assert_true(ore_workers_failed());
    assert_int_equal(run(crash, 30.0, &h), ORE_WORKER_CRASHED);
    assert_int_equal(ore_worker_trouble(&why), ORE_INTERNAL);
    assert_string_equal(why, "it was ended by signal 6");
}

static void test_a_hang_ends_at_the_deadline(void **unused)
{
    heard h = {0};
    const double start_s = ore_now_s();

    (void)unused;
    assert_int_equal(run(hang, 0.5, &h), ORE_WORKER_STOPPED);
    assert_true(ore_now_s() - start_s < 20.0);
    assert_true(h.messages == 1);
}

static void test_an_interrupt_stops_the_child(void **unused)
{
    heard h = {0};

    (void)unused;
    const bool outer = ore_interrupts_begin();
    const bool inner = ore_interrupts_begin();

    assert_true(outer);
    assert_false(inner);
    assert_int_equal(run(interrupt_parent, 30.0, &h), ORE_WORKER_STOPPED);
    assert_true(ore_interrupted());
    ore_interrupts_end(inner);
    assert_true(ore_interrupted());
    ore_interrupts_end(outer);
    assert_true(h.messages >= 1 && h.last == 7.0);
}

static void test_every_signal_that_means_stop_is_heard(void **unused)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGXCPU};

    (void)unused;
    for (int i = 0; i < 4; i++) {
        const bool outer = ore_interrupts_begin();

        assert_false(ore_interrupted());
        raise(signals[i]);
        assert_true(ore_interrupted());
        ore_interrupts_end(outer);
    }
}

static void test_a_closed_terminal_says_so_more_than_once(void **unused)
{
    const bool outer = ore_interrupts_begin();

    (void)unused;
    raise(SIGHUP);
    raise(SIGHUP);
    assert_true(ore_interrupted());
    ore_interrupts_end(outer);
}

static void test_what_is_ignored_stays_ignored(void **unused)
{
    struct sigaction now;

    (void)unused;
    signal(SIGHUP, SIG_IGN);
    const bool outer = ore_interrupts_begin();

    sigaction(SIGHUP, NULL, &now);
    assert_true(now.sa_handler == SIG_IGN);
    raise(SIGHUP);
    assert_false(ore_interrupted());
    ore_interrupts_end(outer);
    signal(SIGHUP, SIG_DFL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_everything_told_is_heard),
        cmocka_unit_test(test_a_crash_keeps_what_was_told),
        cmocka_unit_test(test_a_failure_says_why_once),
        cmocka_unit_test(test_a_hang_ends_at_the_deadline),
        cmocka_unit_test(test_an_interrupt_stops_the_child),
        cmocka_unit_test(test_every_signal_that_means_stop_is_heard),
        cmocka_unit_test(test_a_closed_terminal_says_so_more_than_once),
        cmocka_unit_test(test_what_is_ignored_stays_ignored),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
