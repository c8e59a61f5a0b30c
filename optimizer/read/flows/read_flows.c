/* The flows table: what projects make and take. A row that names an option
 * wins over the row of the same material that names none. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/round/fields.h"
#include "read/round/speed_ups.h"

/* A row; option -1 = every option of the project. */
typedef struct entry {
    ore_flow flow;
    int project, option;
    ore_where where;
} entry;

const ore_field ore_flow_fields[] = {
    ORE_FIELD("project", OTHER, 0, "whose flow it is", .is_required = true,
              .unit = "project"),
    ORE_FIELD("option", OTHER, 0, "default: every option"),
    ORE_FIELD("material", OTHER, 0, "what is made or taken",
              .is_required = true, .unit = "material"),
    ORE_FIELD("output_tpa", NUMBER, offsetof(entry, flow.output_tpa),
              "made at full utilisation", .min = 0.0, .max = ORE_NO_LIMIT,
              .fallback = "0", .unit = "t/yr"),
    ORE_FIELD("input_tpa", NUMBER, offsetof(entry, flow.input_tpa),
              "taken at full utilisation", .min = 0.0, .max = ORE_NO_LIMIT,
              .fallback = "0", .unit = "t/yr"),
    {0},
};

int ore_option_reference(const ore_reader *reader, const ore_record *record,
                         int project, bool *is_good)
{
    const ore_round *round = reader->round;
    const ore_source_cell *cell = ore_record_cell(record, "option");

    *is_good = true;
    if (!cell || project < 0) {
        return -1;
    }
    const ore_project *owner = &round->projects[project];
    const char *near = NULL;

    for (int o = owner->first_option;
         o < owner->first_option + owner->n_options; o++) {
        if (strcmp(round->options[o].id, cell->text) == 0) {
            return o;
        }
        near = ore_nearer(cell->text, near, round->options[o].id);
    }
    *is_good = false;
    if (ore_names_speed_up(reader, owner, cell)) {
        return -1;
    }
    ore_error(
        reader->diags, cell->where, "unknown option '%s' of project '%s'%s%s%s",
        ore_shown(cell->text), owner->id, near ? _(", did you mean '") : "",
        near ? near : "", near ? _("'?") : "");
    return -1;
}

static int by_place(const void *left, const void *right)
{
    const entry *a = left, *b = right;

    if (a->project != b->project) {
        return a->project - b->project;
    }
    if (a->flow.material != b->flow.material) {
        return a->flow.material - b->flow.material;
    }
    return a->option != b->option ? a->option - b->option
                                  : a->where.line - b->where.line;
}

static bool read_entry(const ore_reader *reader, const ore_record *record,
                       entry *e)
{
    const ore_round *round = reader->round;
    bool is_good;

    ore_fill(reader, record, ore_flow_fields, e);
    e->project =
        ore_reference(reader, record, "project", ore_project_list(round));
    e->flow.material =
        ore_reference(reader, record, "material", ore_material_list(round));
    e->option = ore_option_reference(reader, record, e->project, &is_good);
    e->where = record->where;
    if (!ore_record_cell(record, "output_tpa") &&
        !ore_record_cell(record, "input_tpa")) {
        ore_error(reader->diags, record->where,
                  "flow without output_tpa and input_tpa");
    }
    return is_good && e->project >= 0 && e->flow.material >= 0 &&
           e->flow.output_tpa + e->flow.input_tpa > 0.0;
}

static void check_entries(const ore_reader *reader, const entry *entries, int n)
{
    for (int i = 1; i < n; i++) {
        const entry *a = &entries[i - 1], *b = &entries[i];

        if (a->project == b->project && a->option == b->option &&
            a->flow.material == b->flow.material) {
            ore_error(reader->diags, b->where,
                      "flow of '%s' by this project comes twice, first on "
                      "line %d",
                      reader->round->materials[b->flow.material].id,
                      a->where.line);
        }
    }
}

/* The flows of option `o`, out of its project's entries. */
static void set_flows(const ore_reader *reader, const entry *entries, int n,
                      int o)
{
    ore_option *option = &reader->options[o];
    ore_flow *flows = ore_store_alloc(reader->store, n, sizeof(ore_flow));
    int count = 0;

    for (int i = 0; i < n; i++) {
        const entry *e = &entries[i];
        const bool more =
            count > 0 && flows[count - 1].material == e->flow.material;

        if (e->option == -1 || e->option == o) {
            /* The entry of the option itself comes after the common one. */
            count = more ? count : count + 1;
            flows[count - 1] = e->flow;
            flows[count - 1].where = e->where;
        }
    }
    option->flows = flows;
    option->n_flows = count;
}

void ore_read_flows(ore_reader *reader)
{
    const ore_round *round = reader->round;
    ore_rows rows = ore_rows_of(reader, ORE_TABLE_FLOWS);
    entry *entries =
        ore_alloc(ore_count_rows(reader, ORE_TABLE_FLOWS), sizeof(entry));
    int n = 0, first = 0;

    while (ore_rows_next(&rows)) {
        if (read_entry(reader, &rows.record, &entries[n])) {
            n++;
        }
    }
    ore_rows_end(&rows);
    qsort(entries, (size_t)n, sizeof(entry), by_place);
    check_entries(reader, entries, n);
    while (first < n) {
        const int p = entries[first].project;
        int last = first;

        while (last < n && entries[last].project == p) {
            last++;
        }
        for (int o = round->projects[p].first_option;
             o < round->projects[p].first_option + round->projects[p].n_options;
             o++) {
            set_flows(reader, entries + first, last - first, o);
        }
        first = last;
    }
    free(entries);
    ore_share_flows(reader);
}
