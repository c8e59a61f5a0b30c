/* The catalogue: what models/ calls its own in English has an entry in every
 * language, and no entry is left over. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture_round.h"
#include "orefolio/family.h"
#include "orefolio/goal.h"
#include "orefolio/phrases.h"
#include "write/book/sheet.h"

static const char *const words[][3] = {
#define ORE_WORD(word, english, japanese) {word, english, japanese},
#include "write/book/texts.def"
};

enum { N_WORDS = sizeof words / sizeof *words };

static const ore_book japanese = {.is_japanese = true}, english = {0};

/* How many keys are of models/. */
static int count_keys(void)
{
    int n = 0;

    for (int i = 0; i < N_WORDS; i++) {
        n += strncmp(words[i][0], "family.", 7) == 0 ||
             strncmp(words[i][0], "goal.", 5) == 0 ||
             strncmp(words[i][0], "instrument.", 11) == 0;
    }
    return n;
}

/* The key of something that is `own` in English; returns 1. */
static int expect_entry(const char *own, const char *of, const char *name,
                        const char *part)
{
    char key[80];
    int i = 0;

    snprintf(key, sizeof key, "%s.%s%s", of, name, part);
    while (i < N_WORDS && strcmp(words[i][0], key) != 0) {
        i++;
    }
    if (i == N_WORDS) {
        fail_msg("no word '%s'", key);
    }
    if (own) {
        assert_string_equal(words[i][1], own);
    }
    assert_true(*words[i][1] && *words[i][2]);
    assert_string_equal(ore_book_own_word(&english, "own", "%s", key), "own");
    assert_string_equal(ore_book_own_word(&japanese, "own", "%s", key),
                        words[i][2]);
    return 1;
}

static void words_are_sorted(void **state)
{
    (void)state;
    for (int i = 1; i < N_WORDS; i++) {
        assert_true(strcmp(words[i - 1][0], words[i][0]) < 0);
    }
}

static void all_that_is_registered_has_its_words(void **state)
{
    const ore_round round = fixture_round();
    int n = 0;

    (void)state;
    (void)fixture_result;
    for (int i = 0; ore_goals[i]; i++) {
        n += expect_entry(ore_goals[i]->label, "goal", ore_goals[i]->name, "");
        n += expect_entry(ore_goals[i]->unit, "goal", ore_goals[i]->name,
                          ".unit");
    }
    for (int i = 0; ore_instrument_kinds[i]; i++) {
        n += expect_entry(ore_instrument_kinds[i]->label, "instrument",
                          ore_instrument_kinds[i]->name, "");
    }
    for (int i = 0; ore_families[i]; i++) {
        const ore_family *family = ore_families[i];
        ore_notes notes = {0};

        assert_true(!family->reason || ore_phrase_is_known(family->reason));
        if (family->limit_label) {
            n += expect_entry(family->limit_label, "family", family->name,
                              ".limit");
        }
        if (family->list_unfollowed) {
            family->list_unfollowed(&round, &notes);
            n += expect_entry(notes.n > 0 ? notes.list[0].text : NULL, "family",
                              family->name, ".unfollowed");
            ore_notes_free(&notes);
        }
    }
    assert_int_equal(n, count_keys());
}

static void words_that_nobody_knows_stay(void **state)
{
    (void)state;
    assert_string_equal(
        ore_book_own_word(&japanese, "Pace", "family.pace.%s", "limit"),
        "Pace");
    assert_string_equal(ore_book_word(&japanese, "zone-refining"),
                        "zone-refining");
    assert_string_equal(ore_book_word(&japanese, "survey"), "探査");
    assert_string_equal(ore_book_word(&english, "mine"), "mine");
}

/* Arguments stand as they are, whatever they hold; what has no translation
 * stays English. */
static void phrases_take_their_arguments(void **state)
{
    const char *const names[] = {"{2}", "B"};
    char *en = ore_phrase_fill(false, "{1} or {2}", names);
    char *ja = ore_phrase_fill(true, "{1} or {2}", names);
    char *own = ore_phrase_fill(true, "no such phrase of {2}", names);
    ore_reason reason = {0};

    (void)state;
    assert_string_equal(en, "{2} or B");
    assert_string_equal(ja, "{2}またはB");
    assert_string_equal(own, "no such phrase of B");
    ore_reason_say(&reason, ORE_REASON_EXCLUDED, "excluded by the chosen {1}",
                   "P1");
    ore_reason_say(&reason, ORE_REASON_EXCLUDED, "excluded by the chosen {1}",
                   "P2");
    assert_string_equal(reason.detail, "excluded by the chosen P2");
    assert_string_equal(reason.detail_ja, "P2（採択）と両立しない");
    free(en);
    free(ja);
    free(own);
    free(reason.detail);
    free(reason.detail_ja);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_sorted),
        cmocka_unit_test(all_that_is_registered_has_its_words),
        cmocka_unit_test(words_that_nobody_knows_stay),
        cmocka_unit_test(phrases_take_their_arguments),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
