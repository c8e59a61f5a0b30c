/* Allocation, growing arrays and the store. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/store.h"
#include "orefolio/memory.h"

static void test_growth(void **state)
{
    int *numbers = NULL;
    int room = 0;

    (void)state;
    for (int i = 0; i < 1000; i++) {
        numbers = ore_grow(numbers, i, &room, sizeof(int));
        numbers[i] = i;
    }
    assert_true(room >= 1000);
    assert_int_equal(numbers[999], 999);
    free(numbers);
    free(ore_alloc(0, 8));
}

static void test_text(void **state)
{
    char *text = ore_print("%s-%d", "a", 7);

    (void)state;
    assert_string_equal(text, "a-7");
    assert_null(ore_copy(NULL));
    free(text);
}

static void test_store(void **state)
{
    ore_store *store = ore_store_new();
    const char *first = ore_store_text(store, "first");
    char longer[5000];

    (void)state;
    memset(longer, 'x', sizeof longer);
    for (int i = 0; i < 10000; i++) {
        assert_string_equal(ore_store_cut(store, "abcdef", 3), "abc");
    }
    assert_int_equal(strlen(ore_store_cut(store, longer, sizeof longer)), 5000);
    assert_string_equal(first, "first");
    const int *zeros = ore_store_alloc(store, 100, sizeof(int));

    assert_int_equal(zeros[99], 0);
    ore_store_free(store);
    ore_store_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_growth),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_store),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
