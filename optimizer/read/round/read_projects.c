/* The projects and options tables. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "read/round/fields.h"
#include "read/round/speed_ups.h"
#include "read/round/values.h"

#define PROJECT(field) offsetof(ore_project, field)

static const char *const decisions[] = {[ORE_OPEN] = "open",
                                        [ORE_MUST] = "must",
                                        [ORE_OUT] = "out",
                                        [ORE_COMMITTED] = "committed",
                                        NULL};
const char *const ore_reviews[] = {[ORE_REVIEW_CLEARED] = "cleared",
                                   [ORE_REVIEW_PENDING] = "pending",
                                   [ORE_REVIEW_CONDITIONS] = "conditions",
                                   [ORE_REVIEW_BLOCKED] = "blocked",
                                   NULL};

const ore_field ore_project_fields[] = {
    ORE_FIELD("id", OTHER, 0, "letters, digits, '_' and '-'",
              .is_required = true),
    ORE_FIELD("name", TEXT, PROJECT(name), "shown in reports",
              .is_required = true),
    ORE_FIELD("name_ja", TEXT, PROJECT(name_ja), "in Japanese; default: name"),
    ORE_FIELD("mineral", TEXT, PROJECT(mineral),
              "what it is about, for filters", .is_required = true),
    ORE_FIELD("stage", TEXT, PROJECT(stage),
              "mine, processing, refining, magnet, battery, recycling, survey, "
              "stockpile or any word",
              .is_required = true),
    ORE_FIELD("country", TEXT, PROJECT(country), "where it stands",
              .is_required = true),
    ORE_FIELD("status", WORD, PROJECT(decision),
              "must, committed: goes ahead; out: does not", .fallback = "open",
              .choices = decisions),
    ORE_FIELD("review", WORD, PROJECT(review), "security or ownership review",
              .fallback = "cleared", .choices = ore_reviews),
    ORE_FIELD("review_on", DATE, PROJECT(review_on),
              "when the review is expected to end", .unit = "date"),
    ORE_FIELD(
        "conditions", OTHER, 0,
        "with review = conditions: rules that hold only while it goes ahead",
        .unit = "rule"),
    ORE_FIELD("concern_share", NUMBER, PROJECT(concern_share),
              "owned by entities of concern", .min = 0.0, .max = 1.0,
              .fallback = "0", .unit = "share"),
    ORE_FIELD("tags", WORDS, PROJECT(n_tags),
              "for filters, separated by blanks or ';'"),
    {0},
};

static void check_words(const ore_reader *reader, const ore_record *record)
{
    static const char *const words[] = {"mineral", "stage", "country"};

    for (int i = 0; i < ORE_COUNT_OF(words); i++) {
        const ore_source_cell *cell = ore_record_cell(record, words[i]);

        if (cell) {
            ore_value_word(reader, words[i], cell->text, cell->where);
        }
    }
}

/* Words that were refused still have to be texts. */
static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static void read_project(const ore_reader *reader, const ore_record *record,
                         const ore_option *stacking, ore_candidate *to)
{
    ore_project *project = &to->project;

    ore_fill(reader, record, ore_project_fields, project);
    check_words(reader, record);
    project->id = ore_value_id(reader, record, "id");
    project->id = or_empty(project->id);
    project->where = record->where;
    project->name = or_empty(project->name);
    project->name_ja = project->name_ja ? project->name_ja : project->name;
    project->mineral = or_empty(project->mineral);
    project->stage = or_empty(project->stage);
    project->country = or_empty(project->country);
    ore_read_shape(reader, record, stacking, &to->shape);
}

static ore_candidate *read_candidates(ore_reader *reader, int *n)
{
    const int count = ore_count_rows(reader, ORE_TABLE_PROJECTS);
    ore_candidate *list = ore_alloc(count, sizeof(ore_candidate));
    ore_rows rows = ore_rows_of(reader, ORE_TABLE_PROJECTS);
    ore_option stacking;

    ore_read_stacking(reader, &stacking);
    *n = 0;
    while (ore_rows_next(&rows)) {
        read_project(reader, &rows.record, &stacking, &list[(*n)++]);
    }
    ore_rows_end(&rows);
    ore_sort_ids(reader, "project", list, *n, sizeof(ore_candidate),
                 offsetof(ore_candidate, project.where));
    return list;
}

static int by_project(const void *left, const void *right)
{
    const ore_option *a = left, *b = right;

    if (a->project != b->project) {
        return a->project < b->project ? -1 : 1;
    }
    const int order = strcmp(a->id, b->id);

    return order != 0 ? order : a->where.line - b->where.line;
}

static int add_rows(const ore_reader *reader, const ore_candidate *list,
                    ore_option *options)
{
    const ore_list projects = ore_project_list(reader->round);
    ore_rows rows = ore_rows_of(reader, ORE_TABLE_OPTIONS);
    int n = 0;

    while (ore_rows_next(&rows)) {
        const int p = ore_reference(reader, &rows.record, "project", projects);
        const char *id = ore_value_id(reader, &rows.record, "option");
        ore_option named = {0};

        ore_fill(reader, &rows.record, ore_option_fields, &named);
        if (p < 0 || !id || ore_record_cell(&rows.record, "accelerates")) {
            continue;
        }
        options[n] = list[p].shape;
        options[n].project = p;
        options[n].id = id;
        options[n].label = named.label;
        options[n].label_ja = named.label_ja ? named.label_ja : named.label;
        options[n].where = rows.record.where;
        ore_overlay_shape(reader, &rows.record, &options[n]);
        n++;
    }
    ore_rows_end(&rows);
    return n;
}

static void check_options(const ore_reader *reader, const ore_option *options,
                          int n)
{
    for (int o = 1; o < n; o++) {
        if (options[o].project == options[o - 1].project &&
            strcmp(options[o].id, options[o - 1].id) == 0) {
            ore_error(reader->diags, options[o].where,
                      "option '%s' of this project comes twice, first on line "
                      "%d",
                      options[o].id, options[o - 1].where.line);
        }
    }
}

static void read_options(ore_reader *reader, const ore_candidate *list,
                         ore_project *projects)
{
    ore_round *round = reader->round;
    const int max =
        round->n_projects + ore_count_rows(reader, ORE_TABLE_OPTIONS);
    ore_option *options =
        ore_store_alloc(reader->store, max, sizeof(ore_option));
    bool *has_rows = ore_alloc(round->n_projects, sizeof(bool));
    int n = add_rows(reader, list, options);

    for (int o = 0; o < n; o++) {
        has_rows[options[o].project] = true;
    }
    for (int p = 0; p < round->n_projects; p++) {
        if (!has_rows[p]) {
            options[n] = list[p].shape;
            options[n].project = p;
            if (!projects[p].speeds_up) {
                options[n].id = "base";
                options[n].where = projects[p].where;
            }
            n++;
        }
    }
    free(has_rows);
    qsort(options, (size_t)n, sizeof(ore_option), by_project);
    check_options(reader, options, n);
    for (int o = n - 1; o >= 0; o--) {
        projects[options[o].project].first_option = o;
        projects[options[o].project].n_options++;
    }
    reader->options = options;
    round->options = options;
    round->n_options = n;
}

/* Their projects, in their order. */
static void take_candidates(ore_reader *reader, const ore_candidate *list,
                            int n)
{
    ore_project *projects =
        ore_store_alloc(reader->store, n, sizeof(ore_project));

    for (int p = 0; p < n; p++) {
        projects[p] = list[p].project;
    }
    reader->projects = projects;
    reader->round->projects = projects;
    reader->round->n_projects = n;
}

void ore_read_projects(ore_reader *reader)
{
    int n;

    ore_read_attributes(reader);
    ore_candidate *list = read_candidates(reader, &n);

    take_candidates(reader, list, n);
    ore_read_speed_ups(reader, list);
    if (ore_offers_speed_ups(reader)) {
        list = ore_add_speed_ups(reader, list, &n);
        take_candidates(reader, list, n);
    }
    read_options(reader, list, reader->projects);
    free(list);
    ore_tie_speed_ups(reader);
    if (n == 0 && reader->tables[ORE_TABLE_PROJECTS]) {
        const ore_where where = {reader->tables[ORE_TABLE_PROJECTS]->file, 0,
                                 0};

        ore_error(reader->diags, where, "no project in this table");
    }
}
