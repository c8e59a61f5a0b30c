/* Rows of the options table with `accelerates`: what a response may pay so that
 * a project which is committed has its output sooner. A round that is no
 * response has none of them. */
#include "read/round/speed_ups.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/round/fields.h"
#include "read/round/values.h"

bool ore_offers_speed_ups(const ore_reader *reader)
{
    return reader->asked &&
           (reader->asked->respond || reader->asked->is_response);
}

/* What the project's own row says of its commitment is not about paying more
 * for it later; of its money, shares stay. */
static ore_option cleared(const ore_reader *reader, const ore_option *shape)
{
    ore_option own = *shape;

    own.first_year = reader->round->commit.first;
    own.last_year = reader->round->commit.last;
    own.ready_on = NULL;
    own.sponsor_equity_max_m = HUGE_VAL;
    own.bank_debt_max_m = HUGE_VAL;
    own.sizing.given_m = HUGE_VAL;
    own.sizing.n_cash = 0;
    own.value = 0.0;
    own.attributes = NULL;
    own.office = -1;
    own.n_needs = 0;
    return own;
}

static void check_cells(const ore_reader *reader, const ore_record *record)
{
    static const char *const needed[] = {"capex", "build_years"};
    static const char *const shared[] = {"life_years", "success_probability",
                                         "markets"};

    for (int i = 0; i < ORE_COUNT_OF(needed); i++) {
        if (!ore_record_cell(record, needed[i])) {
            ore_error(reader->diags, record->where,
                      "row with accelerates without %s, which a speed-up does "
                      "not take from its project",
                      needed[i]);
        }
    }
    for (int i = 0; i < ORE_COUNT_OF(shared); i++) {
        const ore_source_cell *cell = ore_record_cell(record, shared[i]);

        if (cell) {
            ore_error(reader->diags, cell->where,
                      "row with accelerates has %s '%s': a speed-up has that "
                      "of the option it speeds up, leave the cell empty",
                      shared[i], ore_shown(cell->text));
        }
    }
}

/* "First: fast track" */
static const char *name_of(const ore_reader *reader, const char *project,
                           const char *option)
{
    char *name = ore_print("%s: %s", project, option);
    const char *own = ore_store_text(reader->store, name);

    free(name);
    return own;
}

static ore_speed_row read_row(const ore_reader *reader,
                              const ore_record *record,
                              const ore_candidate *sped, const char *option)
{
    ore_speed_row row = {.as = *sped,
                         .of = *ore_record_cell(record, "accelerates"),
                         .has_ramp = ore_record_cell(record, "ramp")};
    ore_project *project = &row.as.project;
    ore_option named = {0};
    char *id = ore_print("%s.%s", project->id, option);

    ore_fill(reader, record, ore_option_fields, &named);
    check_cells(reader, record);
    row.as.shape = cleared(reader, &sped->shape);
    row.as.shape.id = option;
    row.as.shape.label = named.label;
    row.as.shape.label_ja = named.label_ja ? named.label_ja : named.label;
    row.as.shape.where = record->where;
    ore_overlay_shape(reader, record, &row.as.shape);
    project->speeds_up = sped->project.id;
    project->id = ore_store_text(reader->store, id);
    project->name =
        name_of(reader, project->name, named.label ? named.label : option);
    project->name_ja = name_of(reader, project->name_ja,
                               named.label ? row.as.shape.label_ja : option);
    project->where = record->where;
    if (project->decision != ORE_OUT) {
        project->decision = ORE_OPEN;
    }
    free(id);
    return row;
}

void ore_read_speed_ups(ore_reader *reader, const ore_candidate *list)
{
    const ore_list projects = ore_project_list(reader->round);
    ore_rows rows = ore_rows_of(reader, ORE_TABLE_OPTIONS);
    ore_speed_row *own = ore_store_alloc(
        reader->store, ore_count_rows(reader, ORE_TABLE_OPTIONS), sizeof *own);
    int n = 0;

    while (ore_rows_next(&rows)) {
        const ore_record *record = &rows.record;
        const ore_source_cell *project = ore_record_cell(record, "project"),
                              *option = ore_record_cell(record, "option");

        /* Without them, the row is refused with the other options. */
        if (ore_record_cell(record, "accelerates") && project && option) {
            const int p = ore_find_id(projects, project->text);

            if (p >= 0) {
                own[n++] = read_row(reader, record, &list[p], option->text);
            }
        }
    }
    ore_rows_end(&rows);
    reader->speed_rows = own;
    reader->round->n_speed_ups = n;
}

ore_candidate *ore_add_speed_ups(const ore_reader *reader, ore_candidate *list,
                                 int *n)
{
    const int more = reader->round->n_speed_ups;
    ore_candidate *all = ore_resize(list, *n + more, sizeof *all);

    for (int i = 0; i < more; i++) {
        all[(*n)++] = reader->speed_rows[i].as;
    }
    ore_sort_ids(reader, "project", all, *n, sizeof *all,
                 offsetof(ore_candidate, project.where));
    return all;
}

/* The id of the project's that is nearest to this one; NULL = none is near. */
static const char *nearest_option(const ore_round *round, int p, const char *id)
{
    const ore_project *project = &round->projects[p];
    const char *near = NULL;

    for (int i = 0; i < project->n_options; i++) {
        near =
            ore_nearer(id, near, round->options[project->first_option + i].id);
    }
    return near;
}

/* The row of this project and option; NULL. */
static const ore_speed_row *find_row(const ore_reader *reader,
                                     const char *project, const char *option)
{
    for (int i = 0; i < reader->round->n_speed_ups; i++) {
        const ore_speed_row *row = &reader->speed_rows[i];

        if (strcmp(row->as.project.speeds_up, project) == 0 &&
            strcmp(row->as.shape.id, option) == 0) {
            return row;
        }
    }
    return NULL;
}

/* Another project's option of that name; NULL. */
static const char *find_owner(const ore_round *round, const char *option)
{
    for (int o = 0; o < round->n_options; o++) {
        const ore_project *owner = &round->projects[round->options[o].project];

        if (!owner->speeds_up && owner->n_options > 1 &&
            strcmp(round->options[o].id, option) == 0) {
            return owner->id;
        }
    }
    return NULL;
}

/* Why the row speeds up nothing. */
static void refuse(const ore_reader *reader, const ore_speed_row *row,
                   const char *near)
{
    const char *project = row->as.project.speeds_up;
    const char *of = ore_shown(row->of.text);
    const char *owner = find_owner(reader->round, row->of.text);

    if (strcmp(row->of.text, row->as.shape.id) == 0) {
        ore_error(reader->diags, row->of.where,
                  "option '%s' accelerates itself, expected the option of "
                  "project '%s' that it speeds up",
                  of, project);
    } else if (find_row(reader, project, row->of.text)) {
        ore_error(reader->diags, row->of.where,
                  "option '%s' of project '%s' is a speed-up itself, expected "
                  "the option that both speed up",
                  of, project);
    } else if (owner) {
        ore_error(reader->diags, row->of.where,
                  "option '%s' is one of project '%s', expected one of project "
                  "'%s' itself",
                  of, owner, project);
    } else {
        ore_error(reader->diags, row->of.where,
                  "unknown option '%s' of project '%s'%s%s%s", of, project,
                  near ? _(", did you mean '") : "", near ? near : "",
                  near ? _("'?") : "");
    }
}

/* The project that the row is in a response, and its only option. */
static void tie(ore_reader *reader, const ore_speed_row *row, int sped)
{
    const ore_list projects = ore_project_list(reader->round);
    const int p = ore_find_id(projects, row->as.project.id);
    ore_project *own = &reader->projects[p];
    ore_option *option = &reader->options[own->first_option];
    const ore_option *from = &reader->options[sped];

    own->sped_option = sped;
    option->life_years = from->life_years;
    option->success_probability = from->success_probability;
    option->market_shares = from->market_shares;
    if (!row->has_ramp) {
        option->n_ramp = from->n_ramp;
        option->ramp = from->ramp;
    }
}

void ore_tie_speed_ups(ore_reader *reader)
{
    const ore_round *round = reader->round;
    const ore_list projects = ore_project_list(round);

    for (int i = 0; i < round->n_speed_ups; i++) {
        const ore_speed_row *row = &reader->speed_rows[i];
        const int p = ore_find_id(projects, row->as.project.speeds_up);
        const int sped = ore_option_named(round, p, row->of.text);

        if (ore_option_named(round, p, row->as.shape.id) >= 0 ||
            find_row(reader, row->as.project.speeds_up, row->as.shape.id) !=
                row) {
            ore_error(reader->diags, row->as.shape.where,
                      "option '%s' of project '%s' comes twice",
                      row->as.shape.id, row->as.project.speeds_up);
        } else if (sped < 0) {
            refuse(reader, row, nearest_option(round, p, row->of.text));
        } else if (ore_offers_speed_ups(reader)) {
            tie(reader, row, sped);
        }
    }
}

void ore_share_flows(ore_reader *reader)
{
    const ore_round *round = reader->round;

    for (int o = 0; o < round->n_options; o++) {
        const ore_project *project =
            &round->projects[round->options[o].project];

        if (project->speeds_up) {
            reader->options[o].flows =
                round->options[project->sped_option].flows;
            reader->options[o].n_flows =
                round->options[project->sped_option].n_flows;
        }
    }
}

bool ore_names_speed_up(const ore_reader *reader, const ore_project *project,
                        const ore_source_cell *cell)
{
    const ore_speed_row *row = find_row(reader, project->id, cell->text);

    if (row) {
        ore_error(reader->diags, cell->where,
                  "option '%s' speeds up '%s' and has no rows here: leave this "
                  "one out",
                  row->as.shape.id, ore_shown(row->of.text));
    }
    return row;
}
