/* The spending table: when a project's money is spent. Rows that name an
 * option replace, for it, those that name none. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "read/round/fields.h"

enum { MAX_OFFSET = 50 };

/* A row; option -1 = every option of the project; share or amount nan(""). */
typedef struct entry {
    int project, option, offset_years;
    double share, amount_m;
    ore_where where;
} entry;

const ore_field ore_spending_fields[] = {
    ORE_FIELD("project", OTHER, 0, "whose money is spent", .is_required = true,
              .unit = "project"),
    ORE_FIELD("option", OTHER, 0, "default: every option"),
    ORE_FIELD("offset_years", WHOLE, offsetof(entry, offset_years),
              "after the commitment", .min = 0, .max = MAX_OFFSET,
              .is_required = true, .unit = "years"),
    ORE_FIELD("share", NUMBER, offsetof(entry, share),
              "of capital cost; a project's shares sum to 1", .min = 0.0,
              .max = 1.0, .unit = "share"),
    ORE_FIELD("amount", NUMBER, offsetof(entry, amount_m),
              "instead of share; a project's amounts sum to its capex",
              .min = 0.0, .max = ORE_NO_LIMIT, .unit = "million"),
    {0},
};

static int by_place(const void *left, const void *right)
{
    const entry *a = left, *b = right;

    if (a->project != b->project) {
        return a->project - b->project;
    }
    if (a->option != b->option) {
        return a->option - b->option;
    }
    return a->offset_years != b->offset_years
               ? a->offset_years - b->offset_years
               : a->where.line - b->where.line;
}

static bool read_entry(const ore_reader *reader, const ore_record *record,
                       entry *e)
{
    const ore_list projects = ore_project_list(reader->round);
    bool is_good;

    ore_fill(reader, record, ore_spending_fields, e);
    e->project = ore_reference(reader, record, "project", projects);
    e->option = ore_option_reference(reader, record, e->project, &is_good);
    e->where = record->where;
    if (!ore_record_cell(record, "share") ==
        !ore_record_cell(record, "amount")) {
        ore_error(reader->diags, record->where,
                  "expected either share or amount");
        return false;
    }
    return is_good && e->project >= 0 && e->offset_years >= 0 &&
           (!isnan(e->share) || !isnan(e->amount_m));
}

/* Set what is spent by option `o`, out of the entries that belong to it. */
static void set_spending(const ore_reader *reader, const entry *entries, int n,
                         int o)
{
    ore_option *option = &reader->options[o];
    const int count = entries[n - 1].offset_years + 1;
    double *shares = ore_store_alloc(reader->store, count, sizeof(double));
    double sum = 0.0;

    for (int i = 0; i < n; i++) {
        const entry *e = &entries[i];
        const double share = !isnan(e->share) ? e->share
                             : option->capex_m > 0.0
                                 ? e->amount_m / option->capex_m
                                 : 0.0;

        if (i > 0 && e->offset_years == entries[i - 1].offset_years) {
            ore_error(reader->diags, e->where,
                      "offset_years %d of this project comes twice, first on "
                      "line %d",
                      e->offset_years, entries[i - 1].where.line);
        }
        shares[e->offset_years] += share;
        sum += share;
    }
    if (fabs(sum - 1.0) > 1e-6) {
        ore_error(reader->diags, entries[0].where,
                  "spending of option '%s' of project '%s' sums to %.6g of "
                  "its capital cost, expected 1",
                  option->id, reader->round->projects[option->project].id, sum);
        return;
    }
    for (int i = 0; i < count; i++) {
        shares[i] /= sum;
    }
    option->spending_share = shares;
    option->n_spending = count;
}

/* Entries [first, last) belong to one project, the common ones first. */
static void set_project(const ore_reader *reader, const entry *entries, int n)
{
    const ore_project *project = &reader->round->projects[entries[0].project];
    int common = 0;

    while (common < n && entries[common].option == -1) {
        common++;
    }
    for (int o = project->first_option;
         o < project->first_option + project->n_options; o++) {
        int first = common, last;

        while (first < n && entries[first].option != o) {
            first++;
        }
        for (last = first; last < n && entries[last].option == o; last++) {
        }
        if (last > first) {
            set_spending(reader, entries + first, last - first, o);
        } else if (common > 0) {
            set_spending(reader, entries, common, o);
        }
    }
}

void ore_read_spending(ore_reader *reader)
{
    static const double all_at_once[] = {1.0};
    ore_rows rows = ore_rows_of(reader, ORE_TABLE_SPENDING);
    entry *entries =
        ore_alloc(ore_count_rows(reader, ORE_TABLE_SPENDING), sizeof(entry));
    int n = 0, first = 0;

    for (int o = 0; o < reader->round->n_options; o++) {
        reader->options[o].spending_share = all_at_once;
        reader->options[o].n_spending = 1;
    }
    while (ore_rows_next(&rows)) {
        if (read_entry(reader, &rows.record, &entries[n])) {
            n++;
        }
    }
    ore_rows_end(&rows);
    qsort(entries, (size_t)n, sizeof(entry), by_place);
    while (first < n) {
        int last = first;

        while (last < n && entries[last].project == entries[first].project) {
            last++;
        }
        set_project(reader, entries + first, last - first);
        first = last;
    }
    free(entries);
}
