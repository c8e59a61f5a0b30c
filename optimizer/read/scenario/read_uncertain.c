/* [uncertain NAME]: figures that are not known for sure, and by what factors
 * they may be off. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/formats/input.h"
#include "read/round/fields.h"
#include "read/scenario/address.h"

enum { MAX_WORDS = 5 };
static const double largest_factor = 1e6;

/* How many numbers follow the word, and how they must lie. */
static const struct {
    const char *word;
    ore_distribution distribution;
    int min, max;
    bool ascends; /* each at least the one before */
    const char *form;
} distributions[] = {
    {"uniform", ORE_UNIFORM, 2, 2, true, "uniform LOW HIGH"},
    {"triangular", ORE_TRIANGULAR, 3, 3, true, "triangular LOW MODE HIGH"},
    {"normal", ORE_NORMAL, 2, 4, false, "normal MEAN SD [LOW HIGH]"},
    {"lognormal", ORE_LOGNORMAL, 2, 2, false, "lognormal MEDIAN SPREAD"},
};

/* No factor is below 0 or beyond a million; a normal one's mean lies between
 * its ends. */
static bool are_good(int d, const double *numbers, int count)
{
    if (count < distributions[d].min || count > distributions[d].max) {
        return false;
    }
    for (int i = 0; i < count; i++) {
        if (numbers[i] < 0.0 || numbers[i] > largest_factor ||
            (i > 0 && distributions[d].ascends &&
             numbers[i] < numbers[i - 1])) {
            return false;
        }
    }
    if (distributions[d].distribution == ORE_NORMAL) {
        return count == 2 || (count == 4 && numbers[2] <= numbers[0] &&
                              numbers[0] <= numbers[3]);
    }
    return distributions[d].ascends || (numbers[0] > 0.0 && numbers[1] >= 1.0);
}

static int ascending(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

/* Only what may be a number is quoted: any file may be named here. */
static void tell_bad_factor(const ore_reader *reader, ore_where where,
                            const char *line, const char *wrong)
{
    enum { LONGEST_NUMBER = 24 };
    const bool is_long = strlen(line) > LONGEST_NUMBER;
    char *quoted = is_long ? ore_print(_("a line of %zu bytes"), strlen(line))
                           : ore_print("'%s'", ore_shown(line));

    ore_error(reader->diags, where,
              "%s is no factor, expected one number >= 0 a line%s", quoted,
              wrong && !is_long ? wrong : "");
    free(quoted);
}

/* One factor a line, sorted; blank lines are passed over. */
static void take_factors(const ore_reader *reader, ore_where where, char *text,
                         ore_uncertain *to)
{
    double *numbers = NULL;
    int room = 0;

    for (char *line = text; line; where.line++) {
        char *end = strchr(line, '\n');

        if (end) {
            *end = '\0';
        }
        if (*line) {
            numbers = ore_grow(numbers, to->n_numbers, &room, sizeof *numbers);
            const char *wrong = ore_parse_number(line, &numbers[to->n_numbers]);

            if (wrong || numbers[to->n_numbers] < 0.0) {
                tell_bad_factor(reader, where, line, wrong);
            } else {
                to->n_numbers++;
            }
        }
        line = end ? end + 1 : NULL;
    }
    if (to->n_numbers > 0) {
        double *kept =
            ore_store_alloc(reader->store, to->n_numbers, sizeof *kept);

        memcpy(kept, numbers, (size_t)to->n_numbers * sizeof *kept);
        qsort(kept, (size_t)to->n_numbers, sizeof *kept, ascending);
        to->numbers = kept;
    }
    free(numbers);
}

static void read_empirical(ore_reader *reader, const ore_source_cell *cell,
                           const char *path, ore_uncertain *to)
{
    if (!path) {
        ore_error(reader->diags, cell->where,
                  "distribution is 'empirical', expected empirical FILE");
        return;
    }
    const ore_source_cell named = {path, cell->where};
    const ore_where file = {ore_beside(reader, &named), 0, 0};
    ore_input_text text = {0};

    if (!ore_may_read(reader, &named, file.file)) {
        return;
    }
    const ore_status status =
        ore_load_text(file, cell->where, ORE_ENCODING_UTF8, ORE_LARGEST_TABLE,
                      reader->diags, &text);

    to->distribution = ORE_EMPIRICAL;
    if (status != ORE_OK) {
        reader->is_missing |= status == ORE_NO_INPUT;
        return;
    }
    take_factors(reader, (ore_where){file.file, 1, 1}, text.text, to);
    if (to->n_numbers == 0) {
        ore_error(reader->diags, file,
                  "no factor in this file, expected one a line");
    }
    free(text.text);
}

/* Numbers of the word, a normal one with ends: no factor is below 0. */
static void keep_numbers(const ore_reader *reader, int d, const double *numbers,
                         int count, ore_uncertain *to)
{
    const bool has_ends =
        distributions[d].distribution != ORE_NORMAL || count == 4;
    double *kept = ore_store_alloc(reader->store, count + 2, sizeof *kept);

    memcpy(kept, numbers, (size_t)count * sizeof *kept);
    if (!has_ends) {
        kept[count++] = 0.0;
        kept[count++] = HUGE_VAL;
    }
    to->distribution = distributions[d].distribution;
    to->numbers = kept;
    to->n_numbers = count;
}

static void read_distribution(ore_reader *reader, const ore_source_cell *cell,
                              ore_uncertain *to)
{
    char *text = ore_copy(cell->text), *rest = NULL;
    const char *word = strtok_r(text, " \t", &rest);
    double numbers[MAX_WORDS];
    int count = 0;
    const char *wrong = NULL;

    if (word && strcmp(word, "empirical") == 0) {
        read_empirical(reader, cell, strtok_r(NULL, " \t", &rest), to);
        free(text);
        return;
    }
    for (char *number = strtok_r(NULL, " \t", &rest); number && !wrong;
         number = strtok_r(NULL, " \t", &rest)) {
        wrong = count < MAX_WORDS ? ore_parse_number(number, &numbers[count++])
                                  : "";
    }
    for (int d = 0; d < ORE_COUNT_OF(distributions); d++) {
        if (word && strcmp(word, distributions[d].word) == 0) {
            if (wrong || !are_good(d, numbers, count)) {
                ore_error(
                    reader->diags, cell->where,
                    "distribution is '%s', expected %s of factors from 0 on",
                    ore_shown(cell->text), distributions[d].form);
            } else {
                keep_numbers(reader, d, numbers, count, to);
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

static void read_figures(const ore_reader *reader, const ore_source_cell *of,
                         ore_uncertain *to)
{
    const ore_figures figures = ore_figures_addressed(reader, of);

    /* A cell that should be a number is told at its own place. */
    if (figures.count > 0 && !figures.has_number) {
        ore_error(reader->diags, of->where,
                  "'%s' names something that is no number",
                  ore_shown(of->text));
    }
    to->address = of->text;
    to->n_figures = figures.count;
    to->figures = figures.addresses;
}

void ore_read_uncertain(ore_reader *reader)
{
    ore_round *round = reader->round;
    ore_uncertain *list = ore_store_alloc(
        reader->store, ore_count_sections(reader, "uncertain"), sizeof *list);
    const ore_section *section;
    int i = 0;

    while ((section = ore_next_section(reader, "uncertain", &i))) {
        const ore_record *record = &section->record;
        const ore_source_cell *of = ore_record_cell(record, "of");
        const ore_source_cell *distribution =
            ore_record_cell(record, "distribution");
        ore_uncertain *to = &list[round->n_uncertains++];

        ore_fill(reader, record, ore_uncertain_fields, to);
        to->id = section->name;
        to->where = record->where;
        ore_default_labels(to->id, &to->label, &to->label_ja);
        if (of) {
            read_figures(reader, of, to);
        }
        if (distribution) {
            read_distribution(reader, distribution, to);
        }
    }
    ore_sort_ids(reader, "uncertain", list, round->n_uncertains, sizeof *list,
                 offsetof(ore_uncertain, where));
    round->uncertains = list;
}
