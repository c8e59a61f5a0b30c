/* The column `conditions` of projects: which rules hold only for whose sake. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/round/fields.h"

static void add_project(const ore_reader *reader, ore_rule *rule, int p)
{
    int *list =
        ore_store_alloc(reader->store, rule->n_conditional + 1, sizeof(int));
    int n = 0;

    /* Rows come in the order of the file, projects are sorted. */
    while (n < rule->n_conditional && rule->conditional[n] < p) {
        list[n] = rule->conditional[n];
        n++;
    }
    list[n] = p;
    for (int i = n; i < rule->n_conditional; i++) {
        list[i + 1] = rule->conditional[i];
    }
    rule->conditional = list;
    rule->n_conditional++;
}

static bool has_project(const ore_rule *rule, int p)
{
    for (int i = 0; i < rule->n_conditional; i++) {
        if (rule->conditional[i] == p) {
            return true;
        }
    }
    return false;
}

static void take_names(const ore_reader *reader, const ore_source_cell *cell,
                       ore_rule *rules, int p)
{
    const ore_list list = {"rule", rules, reader->round->n_rules,
                           sizeof(ore_rule)};
    char *text = ore_copy(cell->text), *rest = NULL;

    for (char *name = strtok_r(text, " ;\t", &rest); name;
         name = strtok_r(NULL, " ;\t", &rest)) {
        const int i = ore_find_id(list, name);

        if (i < 0) {
            ore_error(reader->diags, cell->where, "unknown rule '%s'%s",
                      ore_shown(name), ore_did_you_mean(reader, list, name));
        } else if (!has_project(&rules[i], p)) {
            add_project(reader, &rules[i], p);
        }
    }
    free(text);
}

void ore_read_conditions(const ore_reader *reader, ore_rule *rules)
{
    const ore_round *round = reader->round;
    ore_rows rows = ore_rows_of(reader, ORE_TABLE_PROJECTS);

    while (ore_rows_next(&rows)) {
        const ore_source_cell *id = ore_record_cell(&rows.record, "id");
        const ore_source_cell *cell =
            ore_record_cell(&rows.record, "conditions");
        const int p = id ? ore_find_id(ore_project_list(round), id->text) : -1;

        if (p < 0) {
            continue;
        }
        const bool is_due = round->projects[p].review == ORE_REVIEW_CONDITIONS;

        if (cell && !is_due) {
            ore_error(reader->diags, cell->where,
                      "conditions belong to review = conditions");
        } else if (cell) {
            take_names(reader, cell, rules, p);
        } else if (is_due) {
            ore_warn(reader->diags, rows.record.where,
                     "review of '%s' asks for conditions, but none is named",
                     round->projects[p].id);
        }
    }
    ore_rows_end(&rows);
}
