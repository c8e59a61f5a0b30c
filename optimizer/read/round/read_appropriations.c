/* [appropriation NAME]: budget scenarios, each with no less of any account than
 * the one before, whatever the order of the file. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/round/fields.h"

#define AT(field) offsetof(ore_appropriation, field)

const ore_field ore_appropriation_fields[] = {
    ORE_FIELD("label", TEXT, AT(label), "default: the name"),
    ORE_FIELD("label_ja", TEXT, AT(label_ja), "in Japanese; default: label"),
    ORE_FIELD(
        "amounts", OTHER, 0,
        "0.8 = eight tenths of every account; dpa:0.7 jogmec:1 = of some, "
        "the others as they are",
        .is_required = true, .unit = "share"),
    ORE_FIELD("probability", NUMBER, AT(probability),
              "of all together 1; given for all of them or for none, which are "
              "equally likely then",
              .min = 0.0, .max = 1.0, .unit = "share"),
    {0},
};

/* What a share may be. */
static const ore_field share_field =
    ORE_FIELD("amounts", NUMBER, 0, "", .min = 0.0, .max = ORE_NO_LIMIT);

/* One "dpa:0.7" of a list. */
static void take_share(const ore_reader *reader, char *word, ore_where where,
                       double *share)
{
    char *colon = strchr(word, ':');
    const ore_list budgets = ore_budget_list(reader->round);

    if (!colon) {
        ore_error(reader->diags, where,
                  "amounts has '%s', expected one share, 0.8, or shares of "
                  "accounts, dpa:0.7 jogmec:1",
                  ore_shown(word));
        return;
    }
    *colon = '\0';
    const int b = ore_find_id(budgets, word);
    const ore_source_cell value = {colon + 1, where};

    if (b < 0) {
        ore_error(reader->diags, where, "unknown %s '%s'%s", budgets.what,
                  ore_shown(word), ore_did_you_mean(reader, budgets, word));
    } else {
        (void)ore_value_number(reader, &share_field, &value, &share[b]);
    }
}

static const double *read_shares(const ore_reader *reader,
                                 const ore_record *record)
{
    const int n = reader->round->n_budgets;
    const ore_source_cell *cell = ore_record_cell(record, "amounts");
    double *share = ore_store_alloc(reader->store, n, sizeof *share);
    char *text, *rest = NULL;
    double all = 1.0;

    if (cell && !strpbrk(cell->text, ": \t")) {
        (void)ore_value_number(reader, &share_field, cell, &all);
    }
    for (int b = 0; b < n; b++) {
        share[b] = all;
    }
    if (!cell || !strpbrk(cell->text, ": \t")) {
        return share;
    }
    text = ore_copy(cell->text);
    for (char *word = strtok_r(text, " \t", &rest); word;
         word = strtok_r(NULL, " \t", &rest)) {
        ore_where where = cell->where;

        where.column += (int)(word - text);
        take_share(reader, word, where, share);
    }
    free(text);
    return share;
}

/* Probabilities that were not given, and those that do not fit. */
static void check_probabilities(const ore_reader *reader,
                                ore_appropriation *list, int n)
{
    int n_given = 0;
    double sum = 0.0;

    for (int i = 0; i < n; i++) {
        n_given += !isnan(list[i].probability);
        sum += isnan(list[i].probability) ? 0.0 : list[i].probability;
    }
    for (int i = 0; i < n; i++) {
        if (n_given == 0) {
            list[i].probability = 1.0 / n;
        } else if (isnan(list[i].probability)) {
            ore_error(reader->diags, list[i].where,
                      "appropriation '%s' has no probability, expected one for "
                      "each appropriation or for none",
                      list[i].id);
        }
    }
    if (n_given == n && n > 0 && fabs(sum - 1.0) > 1e-6) {
        ore_error(reader->diags, list[0].where,
                  "the probabilities of appropriations add up to %.7g, "
                  "expected 1",
                  sum);
    }
}

/* A project list is nested where one appropriation buys whatever the other
 * does. */
static void check_order(const ore_reader *reader, const ore_appropriation *a,
                        const ore_appropriation *b)
{
    int more = -1, less = -1;

    for (int k = 0; k < reader->round->n_budgets; k++) {
        more = a->share[k] > b->share[k] ? k : more;
        less = a->share[k] < b->share[k] ? k : less;
    }
    if (more >= 0 && less >= 0) {
        ore_error(reader->diags, b->where,
                  "appropriation '%s' has less of account '%s' than '%s' and "
                  "more of '%s', expected no less of any, or no more",
                  b->id, reader->round->budgets[more].id, a->id,
                  reader->round->budgets[less].id);
    }
}

void ore_read_appropriations(ore_reader *reader)
{
    const int count = ore_count_sections(reader, "appropriation");
    ore_appropriation *list =
        ore_store_alloc(reader->store, count, sizeof *list);
    const ore_section *section;
    int i = 0, n = 0;

    while ((section = ore_next_section(reader, "appropriation", &i))) {
        ore_appropriation *own = &list[n++];

        ore_fill(reader, &section->record, ore_appropriation_fields, own);
        own->id = section->name;
        own->where = section->record.where;
        own->share = read_shares(reader, &section->record);
        ore_default_labels(own->id, &own->label, &own->label_ja);
    }
    ore_sort_ids(reader, "appropriation", list, n, sizeof *list, AT(where));
    for (int b = 1; b < n; b++) {
        for (int a = 0; a < b; a++) {
            check_order(reader, &list[a], &list[b]);
        }
    }
    check_probabilities(reader, list, n);
    reader->round->appropriations = list;
    reader->round->n_appropriations = n;
}
