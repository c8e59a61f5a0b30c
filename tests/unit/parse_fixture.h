/* What a parser is given: a store for its strings, messages for its user. */
#ifndef TESTS_UNIT_PARSE_FIXTURE_H
#define TESTS_UNIT_PARSE_FIXTURE_H

#include "base/diagnostics.h"
#include "base/store.h"

/** Owned from set_up to tear_down. */
typedef struct fixture {
    ore_store *store;
    ore_diags *diags;
} fixture;

static inline int set_up(void **state)
{
    static fixture f;

    f = (fixture){ore_store_new(), ore_diags_new()};
    *state = &f;
    return 0;
}

static inline int tear_down(void **state)
{
    fixture *f = *state;

    ore_store_free(f->store);
    ore_diags_free(f->diags);
    return 0;
}

#endif
