/* The projects and options tables. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/round/fields.h"
#include "read/round/values.h"

#define PROJECT(field) offsetof(ore_project, field)

static const char *const decisions[] = {"open", "must", "out", "committed",
                                        NULL};
const char *const ore_reviews[] = {"cleared", "pending", "conditions",
                                   "blocked", NULL};

const ore_field ore_project_fields[] = {
    {"id", ORE_FIELD_OTHER, 0, 0, 0, NULL, "", "letters, digits, '_' and '-'",
     NULL},
    {"name", ORE_FIELD_TEXT, PROJECT(name), 0, 0, NULL, "", "shown in reports",
     NULL},
    {"name_ja", ORE_FIELD_TEXT, PROJECT(name_ja), 0, 0, "", "",
     "in Japanese; default: name", NULL},
    {"mineral", ORE_FIELD_TEXT, PROJECT(mineral), 0, 0, NULL, "",
     "what it is about, for filters", NULL},
    {"stage", ORE_FIELD_TEXT, PROJECT(stage), 0, 0, NULL, "",
     "mine, processing, refining, magnet, battery, recycling, survey, "
     "stockpile or any word",
     NULL},
    {"country", ORE_FIELD_TEXT, PROJECT(country), 0, 0, NULL, "",
     "where it stands", NULL},
    {"status", ORE_FIELD_WORD, PROJECT(decision), 0, 0, "open", "",
     "must, committed: goes ahead; out: does not", decisions},
    {"review", ORE_FIELD_WORD, PROJECT(review), 0, 0, "cleared", "",
     "security or ownership review", ore_reviews},
    {"review_on", ORE_FIELD_DATE, PROJECT(review_on), 0, 0, "", "date",
     "when the review is expected to end", NULL},
    {"conditions", ORE_FIELD_OTHER, 0, 0, 0, "", "rule",
     "with review = conditions: rules that hold only while it goes ahead",
     NULL},
    {"concern_share", ORE_FIELD_NUMBER, PROJECT(concern_share), 0, 1, "0",
     "share", "owned by entities of concern", NULL},
    {"tags", ORE_FIELD_WORDS, PROJECT(n_tags), 0, 0, "", "",
     "for filters, separated by blanks or ';'", NULL},
    {0},
};

const ore_field ore_option_fields[] = {
    {"project", ORE_FIELD_OTHER, 0, 0, 0, NULL, "project", "whose option it is",
     NULL},
    {"option", ORE_FIELD_OTHER, 0, 0, 0, NULL, "",
     "letters, digits, '_' and '-'", NULL},
    {0},
};

/* A project and the shape that its own row gives. */
typedef struct candidate {
    ore_project project; /* begins with the id */
    ore_option shape;
} candidate;

static void check_words(const ore_reader *reader, const ore_record *record)
{
    static const char *const words[] = {"mineral", "stage", "country"};

    for (int i = 0; i < 3; i++) {
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
                         const ore_option *stacking, candidate *to)
{
    ore_project *project = &to->project;

    ore_fill(reader, record, ore_project_fields, project);
    check_words(reader, record);
    project->id = ore_take_id(reader, record, "id");
    project->id = or_empty(project->id);
    project->where = record->where;
    project->name = or_empty(project->name);
    project->name_ja = project->name_ja ? project->name_ja : project->name;
    project->mineral = or_empty(project->mineral);
    project->stage = or_empty(project->stage);
    project->country = or_empty(project->country);
    ore_read_shape(reader, record, stacking, &to->shape);
}

static candidate *read_candidates(ore_reader *reader, int *n)
{
    const int count = ore_count_rows(reader, ORE_TABLE_PROJECTS);
    candidate *list = ore_alloc(count, sizeof(candidate));
    ore_rows rows = ore_rows_of(reader, ORE_TABLE_PROJECTS);
    ore_option stacking;

    ore_read_stacking(reader, &stacking);
    *n = 0;
    while (ore_list_next(&rows)) {
        read_project(reader, &rows.record, &stacking, &list[(*n)++]);
    }
    ore_rows_end(&rows);
    ore_sort_ids(reader, "project", list, *n, sizeof(candidate),
                 offsetof(candidate, project.where));
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

static int add_rows(const ore_reader *reader, const candidate *list,
                    ore_option *options)
{
    const ore_list projects = ore_project_list(reader->round);
    ore_rows rows = ore_rows_of(reader, ORE_TABLE_OPTIONS);
    int n = 0;

    while (ore_list_next(&rows)) {
        const int p = ore_reference(reader, &rows.record, "project", projects);
        const char *id = ore_take_id(reader, &rows.record, "option");

        ore_fill(reader, &rows.record, ore_option_fields, NULL);
        if (p < 0 || !id) {
            continue;
        }
        options[n] = list[p].shape;
        options[n].project = p;
        options[n].id = id;
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

static void read_options(ore_reader *reader, const candidate *list,
                         ore_project *projects)
{
    ore_round *round = reader->round;
    const int most =
        round->n_projects + ore_count_rows(reader, ORE_TABLE_OPTIONS);
    ore_option *options =
        ore_store_alloc(reader->store, most, sizeof(ore_option));
    bool *has_rows = ore_alloc(round->n_projects, sizeof(bool));
    int n = add_rows(reader, list, options);

    for (int o = 0; o < n; o++) {
        has_rows[options[o].project] = true;
    }
    for (int p = 0; p < round->n_projects; p++) {
        if (!has_rows[p]) {
            options[n] = list[p].shape;
            options[n].project = p;
            options[n].id = "base";
            options[n].where = projects[p].where;
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

void ore_read_projects(ore_reader *reader)
{
    ore_round *round = reader->round;
    int n;

    ore_read_attributes(reader);
    candidate *list = read_candidates(reader, &n);
    ore_project *projects =
        ore_store_alloc(reader->store, n, sizeof(ore_project));

    for (int p = 0; p < n; p++) {
        projects[p] = list[p].project;
    }
    reader->projects = projects;
    round->projects = projects;
    round->n_projects = n;
    read_options(reader, list, projects);
    free(list);
    if (n == 0 && reader->tables[ORE_TABLE_PROJECTS]) {
        const ore_where where = {reader->tables[ORE_TABLE_PROJECTS]->file, 0,
                                 0};

        ore_error(reader->diags, where, "no project in this table");
    }
}
