/* [uncertain NAME]: figures that are not known for sure. Checked here; the
 * sampling of them begins from the same words. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/address.h"
#include "read/fields.h"
#include "read/override.h"

enum { MOST_WORDS = 5 };

typedef struct uncertainty {
    double shared;
} uncertainty;

const ore_field ore_uncertain_fields[] = {
    {"of", ORE_FIELD_OTHER, 0, 0, 0, NULL, "address",
     "a number, or a pattern of them: projects.*.capex", NULL},
    {"distribution", ORE_FIELD_OTHER, 0, 0, 0, NULL, "factors",
     "uniform a b, triangular a mode b, normal mean sd [min max], lognormal "
     "median spread, empirical FILE",
     NULL},
    {"shared", ORE_FIELD_NUMBER, offsetof(uncertainty, shared), 0, 1, "0",
     "share", "of the variance, common to all that the pattern names", NULL},
    {0},
};

/* How many numbers follow the word, and how they must lie. */
static const struct {
    const char *word;
    int least, most;
    bool ascends; /* each at least the one before */
    const char *form;
} distributions[] = {
    {"uniform", 2, 2, true, "uniform LOW HIGH"},
    {"triangular", 3, 3, true, "triangular LOW MODE HIGH"},
    {"normal", 2, 4, false, "normal MEAN SD [LOW HIGH]"},
    {"lognormal", 2, 2, false, "lognormal MEDIAN SPREAD"},
};

enum { N_DISTRIBUTIONS = sizeof distributions / sizeof *distributions };

static bool are_good(int d, const double *numbers, int count)
{
    if (count < distributions[d].least || count > distributions[d].most) {
        return false;
    }
    for (int i = 1; i < count && distributions[d].ascends; i++) {
        if (numbers[i] < numbers[i - 1]) {
            return false;
        }
    }
    if (strcmp(distributions[d].word, "normal") == 0) {
        return numbers[1] >= 0.0 && count != 3 &&
               (count < 4 || numbers[2] <= numbers[3]);
    }
    return distributions[d].ascends || (numbers[0] > 0.0 && numbers[1] >= 1.0);
}

static void check_empirical(const ore_reader *reader, const ore_cell *cell,
                            const char *path)
{
    const ore_cell named = {path, cell->where};
    FILE *file = path ? fopen(ore_beside(reader, &named), "re") : NULL;

    if (!path) {
        ore_error(reader->diags, cell->where,
                  "distribution is 'empirical', expected empirical FILE");
    } else if (!file) {
        ore_error(reader->diags, cell->where, "cannot open '%s'",
                  ore_shown(path));
    } else {
        fclose(file);
    }
}

static void check_distribution(const ore_reader *reader, const ore_cell *cell)
{
    char *text = ore_copy(cell->text), *rest = NULL;
    const char *word = strtok_r(text, " \t", &rest);
    double numbers[MOST_WORDS];
    int count = 0;
    const char *wrong = NULL;

    if (word && strcmp(word, "empirical") == 0) {
        check_empirical(reader, cell, strtok_r(NULL, " \t", &rest));
        free(text);
        return;
    }
    for (char *number = strtok_r(NULL, " \t", &rest); number && !wrong;
         number = strtok_r(NULL, " \t", &rest)) {
        wrong = count < MOST_WORDS ? ore_parse_number(number, &numbers[count++])
                                   : "";
    }
    for (int d = 0; d < N_DISTRIBUTIONS; d++) {
        if (word && strcmp(word, distributions[d].word) == 0) {
            if (wrong || !are_good(d, numbers, count)) {
                ore_error(reader->diags, cell->where,
                          "distribution is '%s', expected %s of factors",
                          ore_shown(cell->text), distributions[d].form);
            }
            free(text);
            return;
        }
    }
    ore_error(reader->diags, cell->where,
              "distribution is '%s', expected uniform, triangular, normal, "
              "lognormal or empirical with its numbers",
              ore_shown(cell->text));
    free(text);
}

void ore_read_uncertain(ore_reader *reader)
{
    const ore_section *section;
    int i = 0;

    while ((section = ore_next_section(reader, "uncertain", &i))) {
        const ore_record *record = &section->record;
        const ore_cell *of = ore_record_cell(record, "of");
        const ore_cell *distribution = ore_record_cell(record, "distribution");
        uncertainty values = {0};
        bool is_number;

        ore_fill(reader, record, ore_uncertain_fields, &values);
        if (of && ore_count_addressed(reader, of, &is_number) > 0 &&
            !is_number) {
            ore_error(reader->diags, of->where,
                      "'%s' names something that is no number",
                      ore_shown(of->text));
        }
        if (distribution) {
            check_distribution(reader, distribution);
        }
    }
}
