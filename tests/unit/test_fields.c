/* Every row of every table of fields says what its type needs. */
#include <limits.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "orefolio/family.h"
#include "orefolio/instrument.h"
#include "read/round/reader.h"

/* Call `look` with each table, as it is called. */
static void each_table(void (*look)(const char *name, const ore_field *fields))
{
    for (const ore_section_kind *s = ore_section_kinds; s->name; s++) {
        look(s->name, s->fields);
    }
    for (int id = 0; id < ORE_TABLES; id++) {
        look(ore_table_kinds[id].name, ore_table_kinds[id].fields);
    }
    look("shape", ore_shape_fields);
    look("credit", ore_credit_fields);
    look("contingent", ore_contingent_fields);
    for (int i = 0; ore_families[i]; i++) {
        if (ore_families[i]->fields) {
            look(ore_families[i]->name, ore_families[i]->fields);
        }
    }
    for (int k = 0; ore_instrument_kinds[k]; k++) {
        if (ore_instrument_kinds[k]->fields) {
            look(ore_instrument_kinds[k]->name,
                 ore_instrument_kinds[k]->fields);
        }
    }
}

/* Fail, and name the row, unless `good`. */
static void expect(bool good, const char *table, const ore_field *field,
                   const char *what)
{
    if (!good) {
        fail_msg("%s.%s: %s", table, field->key, what);
    }
}

static void has_texts(const char *table, const ore_field *fields)
{
    for (const ore_field *f = fields; f->key; f++) {
        expect(*f->key && f->help && *f->help, table, f, "has no help");
        expect(!f->unit || *f->unit, table, f, "an empty unit is none");
        expect(!f->fallback || *f->fallback, table, f,
               "an empty default is none");
        expect(!f->is_required || !f->fallback, table, f,
               "is required, and has a default");
    }
}

static void test_rows_have_help_and_no_empty_texts(void **unused)
{
    (void)unused;
    each_table(has_texts);
}

static void states_its_range(const char *table, const ore_field *fields)
{
    for (const ore_field *f = fields; f->key; f++) {
        if (!ore_field_has_range(f)) {
            expect(f->min == 0.0 && f->max == 0.0, table, f,
                   "has a range that its type does not take");
            continue;
        }
        expect(f->min < f->max, table, f, "states no range");
        if (f->type == ORE_FIELD_WHOLE) {
            expect(f->min == floor(f->min) && f->max == floor(f->max) &&
                       f->min >= INT_MIN && f->max <= INT_MAX,
                   table, f, "has a range of no whole numbers");
        }
        if (f->fallback && strcmp(f->fallback, "unlimited") == 0) {
            expect(f->max == ORE_NO_LIMIT || f->max == INT_MAX, table, f,
                   "is unlimited in a closed range");
        } else if (f->fallback) {
            expect(atof(f->fallback) >= f->min && atof(f->fallback) <= f->max,
                   table, f, "has a default out of its range");
        }
    }
}

static void test_numbers_state_their_range(void **unused)
{
    (void)unused;
    each_table(states_its_range);
}

static void has_choices(const char *table, const ore_field *fields)
{
    for (const ore_field *f = fields; f->key; f++) {
        bool known = !f->fallback || f->type != ORE_FIELD_WORD;

        expect((f->type == ORE_FIELD_WORD) == (f->choices != NULL), table, f,
               "words, and they alone, have choices");
        for (int i = 0; f->choices && f->choices[i]; i++) {
            known = known || strcmp(f->choices[i], f->fallback) == 0;
        }
        expect(known, table, f, "has a default that is none of its words");
    }
}

static void test_words_have_their_choices(void **unused)
{
    (void)unused;
    each_table(has_choices);
}

static bool is_filled(const ore_field *f)
{
    return f->type != ORE_FIELD_OTHER && f->type != ORE_FIELD_FILTER &&
           f->type != ORE_FIELD_YEARLY;
}

/* Whether the row gives the figure of the row above, in the same place and
 * within the same range. */
static bool is_in_usd_of_last(const ore_field *fields, const ore_field *f)
{
    return f > fields && strcmp(f->in_usd_of, f[-1].key) == 0 &&
           f->at == f[-1].at && f->type == f[-1].type && f->min == f[-1].min &&
           f->max == f[-1].max && !f->is_required && !f->fallback;
}

static void has_its_place(const char *table, const ore_field *fields)
{
    for (const ore_field *f = fields; f->key; f++) {
        for (const ore_field *g = fields; g < f; g++) {
            expect(strcmp(f->key, g->key) != 0, table, f, "comes twice");
            expect(!is_filled(f) || !is_filled(g) || f->at != g->at ||
                       f->in_usd_of,
                   table, f, "fills the place of another");
        }
        expect(!f->in_usd_of || is_in_usd_of_last(fields, f), table, f,
               "does not stand below the figure that it gives in dollars");
    }
}

static void test_no_two_rows_fill_one_place(void **unused)
{
    (void)unused;
    each_table(has_its_place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_have_help_and_no_empty_texts),
        cmocka_unit_test(test_numbers_state_their_range),
        cmocka_unit_test(test_words_have_their_choices),
        cmocka_unit_test(test_no_two_rows_fill_one_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
