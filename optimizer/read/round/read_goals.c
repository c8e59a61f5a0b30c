/* [goals] and [goal NAME]: what is optimised, most important first. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/goal.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/round/fields.h"
#include "read/round/goal_fields.h"
#include "read/round/values.h"

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
        return strcmp(name, "blend") != 0 && strcmp(name, "x_NAME") != 0 &&
               !strchr(name, '.');
    }
    unknown_goal(r->reader, where, name);
    return false;
}

static bool has_levels(const char *name)
{
    const ore_goal *goal = ore_goal_named(name);

    return goal && goal->has_levels;
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

/* The level that the goal means; its default where none is given. */
static double level_of(const reading *r, const ore_section *section,
                       const char *name, double given)
{
    const ore_source_cell *cell =
        section ? ore_record_cell(&section->record, "level") : NULL;
    const bool is_share_met = strcmp(name, "targets_met") == 0;

    if (isnan(given)) {
        return is_share_met ? 1.0 : 0.9;
    }
    if (cell && (is_share_met ? given <= 0.0 : given > 0.9999)) {
        ore_error(r->reader->diags, cell->where, "level is '%s', expected %s",
                  ore_shown(cell->text),
                  is_share_met ? _("a number above 0, up to 1")
                               : _("a number from 0 to 0.9999"));
    }
    return given;
}

/* How many levels of leximin_gap are objectives: as asked, at most one for each
 * that can have a gap. */
static int count_levels(const reading *r, const ore_goal_settings *values)
{
    const ore_round *round = r->reader->round;
    const int n = values->use.over == ORE_OVER_MARKET     ? round->n_markets
                  : values->use.over == ORE_OVER_MATERIAL ? round->n_materials
                                                          : round->n_targets;

    return values->levels > 0 && values->levels < n ? values->levels : n;
}

/* The other levels of a goal that has some, behind the first. */
static void add_levels(reading *r, ore_objective *first, int n_levels)
{
    first->rank = 1;
    for (int k = 2; k <= n_levels; k++) {
        r->uses[r->n_uses] = *first;
        r->uses[r->n_uses].rank = k;
        r->uses[r->n_uses++].name = ore_store_keep(
            r->reader->store, ore_print("%s.%d", first->name, k));
    }
}

static ore_objective *add_use(reading *r, const char *name, ore_where where)
{
    const ore_reader *reader = r->reader;
    const ore_goal *goal = ore_goal_named(name);
    const ore_section *section = section_of(r, name);
    const ore_record none = {0};
    ore_goal_settings values = {0};

    ore_fill(reader, section ? &section->record : &none, ore_goal_fields,
             &values);
    if (isnan(values.use.discount_rate)) {
        values.use.discount_rate = goal && goal->counts_years_alike
                                       ? 0.0
                                       : reader->round->discount_rate;
    }
    values.use.level = level_of(r, section, name, values.use.level);
    values.use.discounts_to_output = values.discount_by == 1;
    values.use.name = ore_store_text(reader->store, name);
    values.use.attribute = attribute_named(reader->round, name);
    values.use.is_minimised = values.sense == 1;
    values.use.where = where;
    ore_objective *use = &r->uses[r->n_uses++];

    *use = values.use;
    if (goal && goal->has_levels) {
        add_levels(r, use, count_levels(r, &values));
    }
    return use;
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

    if (has_levels(word)) {
        ore_error(r->reader->diags, where,
                  "blend of '%s', which is several goals in turn: expected it "
                  "in the order of [goals]",
                  ore_shown(word));
        return;
    }
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

        const ore_source_cell *cell = ore_record_cell(record, "limit");

        if (!*name || !cell) {
            continue;
        }
        if (has_levels(name)) {
            ore_error(r->reader->diags, cell->where,
                      "limit of '%s', which is several goals in turn: "
                      "expected a limit of largest_gap",
                      ore_shown(name));
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
            ore_goal_settings unused = {0};

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
    return max + reader->round->n_targets + reader->round->n_materials +
           reader->round->n_markets;
}

/* Soft rules that nothing minds. */
static void check_soft_rules(const reading *r)
{
    const ore_round *round = r->reader->round;

    for (int i = 0; i < round->n_rules && !find_use(r, "breaches"); i++) {
        if (round->rules[i].penalty > 0.0) {
            ore_warn(r->reader->diags, round->rules[i].where,
                     "rule '%s' has a penalty, but no goal counts breaches: "
                     "add breaches to the order of [goals]",
                     round->rules[i].id);
        }
    }
}

/* Goals that count costs of gaps where no material has one. */
static void check_gap_costs(const reading *r)
{
    static const char *const names[] = {"gap_cost", "net_benefit"};
    const ore_round *round = r->reader->round;
    bool has_cost = false;

    for (int m = 0; m < round->n_materials; m++) {
        has_cost = has_cost || !isnan(round->materials[m].gap_cost_m_per_t);
    }
    for (int i = 0; i < ORE_COUNT_OF(names) && !has_cost; i++) {
        const ore_objective *use = find_use(r, names[i]);

        if (use) {
            ore_error(r->reader->diags, use->where,
                      "goal '%s' counts nothing: no [material] has "
                      "gap_cost_per_t",
                      names[i]);
        }
    }
}

void ore_read_goals(ore_reader *reader)
{
    const ore_section *order = ore_section_of(reader, "goals");
    const ore_source_cell *cell =
        order ? ore_record_cell(&order->record, "order") : NULL;
    const ore_source_cell by_default = {ore_default_order,
                                        {reader->file, 0, 0}};
    reading r = {.reader = reader,
                 .uses = ore_store_alloc(reader->store, max_uses(reader),
                                         sizeof(ore_objective))};

    each_word(&r, cell ? cell : &by_default, take_goal, NULL);
    for (int g = 0; g < r.n_ordered; g++) {
        read_blend(&r, &r.uses[g]);
    }
    read_limits(&r);
    check_goal_sections(&r);
    check_soft_rules(&r);
    check_gap_costs(&r);
    reader->round->goals = r.uses;
    reader->round->n_goals = r.n_ordered;
}
