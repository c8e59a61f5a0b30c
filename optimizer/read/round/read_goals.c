/* [goals] and [goal NAME]: what is optimised, most important first. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "read/round/fields.h"
#include "read/round/values.h"

static const char default_order[] = "shortfall budget_cost";

const ore_field ore_goals_fields[] = {
    ORE_FIELD("order", OTHER, 0,
              "goals, the most important first, separated by blanks",
              .fallback = default_order),
    {0},
};

static const char *const senses[] = {"max", "min", NULL};

/* A use and what its section says in words of another kind. */
typedef struct settings {
    ore_objective use;
    int sense;
} settings;

#define USE(field) offsetof(settings, use.field)

const ore_field ore_goal_fields[] = {
    ORE_FIELD("tolerance", NUMBER, USE(tolerance),
              "of its best value that later goals may give away", .min = 0.0,
              .max = 1.0, .fallback = "0", .unit = "share"),
    ORE_FIELD(
        "gap", NUMBER, USE(gap),
        "relative gap at which this goal is done; default: that of [solver]",
        .min = 0.0, .max = 1.0, .unit = "share"),
    ORE_FIELD("limit", NUMBER, USE(limit),
              "the worst that this goal may be: at most for goals that are "
              "minimised, at least for those that are maximised",
              .min = -ORE_NO_LIMIT, .max = ORE_NO_LIMIT, .unit = "as the goal"),
    ORE_FIELD("discount_rate", NUMBER, USE(discount_rate),
              "later years count less; default: the round's", .min = 0.0,
              .max = 1.0, .unit = "per year"),
    ORE_FIELD(
        "level", NUMBER, USE(level),
        "of cvar_shortfall: the mean of the worst 1 - level of all worlds",
        .min = 0.0, .max = 0.9999, .fallback = "0.9", .unit = "share"),
    ORE_FIELD("sense", WORD, offsetof(settings, sense),
              "of a goal x_NAME: whether more or less of it is better",
              .fallback = "max", .choices = senses),
    ORE_FIELD("blend", OTHER, 0,
              "makes a goal of others: shortfall:1 budget_cost:0.002"),
    {0},
};

/* Goals while they are read: those in the order, then those that only blends
 * name. */
typedef struct reading {
    const ore_reader *reader;
    ore_objective *uses; /* [most] */
    int n_ordered, n_uses;
} reading;

static const ore_section *section_of(const reading *r, const char *name)
{
    const ore_section *section;
    int i = 0;

    while ((section = ore_next_section(r->reader, "goal", &i))) {
        if (strcmp(section->name, name) == 0) {
            return section;
        }
    }
    return NULL;
}

static void unknown_goal(const ore_reader *reader, ore_where where,
                         const char *name)
{
    for (int g = 0; ore_goals[g]; g++) {
        if (ore_near_miss(name, ore_goals[g]->name)) {
            ore_error(reader->diags, where,
                      "unknown goal '%s', did you mean '%s'?", ore_shown(name),
                      ore_goals[g]->name);
            return;
        }
    }
    ore_error(reader->diags, where, "unknown goal '%s'", ore_shown(name));
}

static int attribute_named(const ore_round *round, const char *name)
{
    for (int i = 0; i < round->n_attributes; i++) {
        if (strcmp(round->attributes[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

/* Whether a goal of that name is there; a blend is known by its section. */
static bool is_goal(const reading *r, const char *name, ore_where where)
{
    const ore_section *section = section_of(r, name);

    if (strncmp(name, "x_", 2) == 0) {
        if (attribute_named(r->reader->round, name) < 0) {
            ore_error(r->reader->diags, where,
                      "goal '%s': no column of that name in projects",
                      ore_shown(name));
            return false;
        }
        return true;
    }
    if ((section && ore_record_cell(&section->record, "blend")) ||
        ore_goal_named(name)) {
        return strcmp(name, "blend") != 0 && strcmp(name, "x_NAME") != 0;
    }
    unknown_goal(r->reader, where, name);
    return false;
}

static ore_objective *find_use(const reading *r, const char *name)
{
    for (int g = 0; g < r->n_uses; g++) {
        if (strcmp(r->uses[g].name, name) == 0) {
            return &r->uses[g];
        }
    }
    return NULL;
}

static ore_objective *add_use(reading *r, const char *name, ore_where where)
{
    const ore_reader *reader = r->reader;
    const ore_section *section = section_of(r, name);
    const ore_record none = {0};
    settings values = {0};

    ore_fill(reader, section ? &section->record : &none, ore_goal_fields,
             &values);
    if (isnan(values.use.discount_rate)) {
        values.use.discount_rate = reader->round->discount_rate;
    }
    values.use.name = ore_store_text(reader->store, name);
    values.use.attribute = attribute_named(reader->round, name);
    values.use.is_minimised = values.sense == 1;
    values.use.where = where;
    r->uses[r->n_uses] = values.use;
    return &r->uses[r->n_uses++];
}

/* Go through the blank-separated words of a cell. */
static void each_word(reading *r, const ore_source_cell *cell,
                      void (*take)(reading *r, char *word, ore_where where,
                                   void *data),
                      void *data)
{
    char *text = ore_copy(cell->text), *rest = NULL;

    for (char *word = strtok_r(text, " \t", &rest); word;
         word = strtok_r(NULL, " \t", &rest)) {
        ore_where where = cell->where;

        where.column += (int)(word - text);
        take(r, word, where, data);
    }
    free(text);
}

static void take_goal(reading *r, char *name, ore_where where, void *data)
{
    (void)data;
    if (find_use(r, name)) {
        ore_error(r->reader->diags, where, "goal '%s' comes twice", name);
    } else if (is_goal(r, name, where)) {
        (void)add_use(r, name, where);
        r->n_ordered = r->n_uses;
    }
}

/* "GOAL:WEIGHT" of a blend. */
static void take_term(reading *r, char *word, ore_where where, void *data)
{
    ore_objective *blend = data;
    char *colon = strchr(word, ':');
    double weight = 0.0;
    const char *wrong =
        colon ? ore_parse_number(colon + 1, &weight) : " (no ':')";

    if (wrong) {
        ore_error(r->reader->diags, where,
                  "blend has '%s', expected GOAL:WEIGHT%s", ore_shown(word),
                  wrong);
        return;
    }
    *colon = '\0';
    if (!is_goal(r, word, where)) {
        return;
    }
    const ore_section *section = section_of(r, word);

    if (section && ore_record_cell(&section->record, "blend")) {
        ore_error(r->reader->diags, where,
                  "blend of '%s', which is a blend itself", ore_shown(word));
        return;
    }
    const ore_objective *found = find_use(r, word);
    const ore_objective *use = found ? found : add_use(r, word, where);
    ore_objective_term *terms = ore_store_alloc(
        r->reader->store, blend->n_terms + 1, sizeof(ore_objective_term));

    for (int i = 0; i < blend->n_terms; i++) {
        terms[i] = blend->terms[i];
    }
    terms[blend->n_terms] =
        (ore_objective_term){weight, use, ore_objective_goal(use)};
    blend->terms = terms;
    blend->n_terms++;
}

static void read_blend(reading *r, ore_objective *use)
{
    const ore_section *section = section_of(r, use->name);
    const ore_source_cell *cell =
        section ? ore_record_cell(&section->record, "blend") : NULL;

    if (cell) {
        each_word(r, cell, take_term, use);
    }
}

/* Goals that have a limit count though no goal of the order uses them. */
static void read_limits(reading *r)
{
    ore_round *round = r->reader->round;
    const ore_objective **limits =
        ore_store_alloc(r->reader->store, ore_count_sections(r->reader, "goal"),
                        sizeof(const ore_objective *));
    const ore_section *section;
    int i = 0;

    while ((section = ore_next_section(r->reader, "goal", &i))) {
        const ore_record *record = &section->record;
        const char *name = section->name;

        if (!*name || !ore_record_cell(record, "limit")) {
            continue;
        }
        if (!find_use(r, name) && is_goal(r, name, record->where)) {
            read_blend(r, add_use(r, name, record->where));
        }
        const ore_objective *use = find_use(r, name);

        if (use && !isnan(use->limit)) {
            limits[round->n_limits++] = use;
        }
    }
    round->limits = limits;
}

/* Sections that no goal of the order uses, and names that no goal has. */
static void check_goal_sections(const reading *r)
{
    const ore_section *section;
    int i = 0;

    while ((section = ore_next_section(r->reader, "goal", &i))) {
        if (*section->name && !find_use(r, section->name) &&
            is_goal(r, section->name, section->record.where)) {
            settings unused = {0};

            ore_fill(r->reader, &section->record, ore_goal_fields, &unused);
            ore_warn(r->reader->diags, section->record.where,
                     "goal '%s' is not in the order of [goals]", section->name);
        }
    }
}

/* How many goals and terms there can be at most. */
static int max_uses(const ore_reader *reader)
{
    int max = ore_count_sections(reader, "goal") + reader->round->n_attributes;

    for (int g = 0; ore_goals[g]; g++) {
        max++;
    }
    return max;
}

void ore_read_goals(ore_reader *reader)
{
    const ore_section *order = ore_section_of(reader, "goals");
    const ore_source_cell *cell =
        order ? ore_record_cell(&order->record, "order") : NULL;
    const ore_source_cell by_default = {default_order, {reader->file, 0, 0}};
    reading r = {.reader = reader,
                 .uses = ore_store_alloc(reader->store, max_uses(reader),
                                         sizeof(ore_objective))};

    each_word(&r, cell ? cell : &by_default, take_goal, NULL);
    for (int g = 0; g < r.n_ordered; g++) {
        read_blend(&r, &r.uses[g]);
    }
    read_limits(&r);
    check_goal_sections(&r);
    reader->round->goals = r.uses;
    reader->round->n_goals = r.n_ordered;
}
