/* What only the whole round can tell: parts that have no effect, limits that
 * are not there. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/filter.h"
#include "orefolio/instrument.h"
#include "read/round/fields.h"

static bool is_drawn_on(const ore_round *round, int b)
{
    for (int k = 0; k < round->n_instruments; k++) {
        if (round->instruments[k].budget == b) {
            return true;
        }
    }
    for (int h = 0; h < round->n_stockpiles; h++) {
        if (round->stockpiles[h].budget == b) {
            return true;
        }
    }
    for (int k = 0; k < round->n_offices; k++) {
        if (round->offices[k].budget == b) {
            return true;
        }
    }
    for (int i = 0; i < round->n_supplies; i++) {
        const ore_supply *supply = &round->supplies[i];

        if ((supply->is_optional && supply->budget == b) ||
            (supply->is_open && supply->sale_budget == b)) {
            return true;
        }
    }
    return false;
}

static void check_budgets(const ore_reader *reader)
{
    const ore_round *round = reader->round;

    for (int b = 0; b < round->n_budgets; b++) {
        if (!is_drawn_on(round, b)) {
            ore_warn(
                reader->diags, round->budgets[b].where,
                "budget '%s' is not drawn on by any instrument or stockpile",
                round->budgets[b].id);
        }
    }
}

static void check_instruments(const ore_reader *reader)
{
    const ore_round *round = reader->round;
    int i = 0;
    const ore_section *section;

    while ((section = ore_next_section(reader, "instrument", &i))) {
        const int k = ore_find_id(ore_instrument_list(round), section->name);

        ore_check_filter(reader, ore_record_cell(&section->record, "for"),
                         &round->instruments[k].applies_to);
    }
    if (round->n_instruments == 0) {
        const ore_where where = {reader->file, 0, 0};

        ore_warn(reader->diags, where,
                 "no instrument, so only private money can pay");
    }
}

static void check_private_money(const ore_reader *reader)
{
    const ore_round *round = reader->round;

    for (int o = 0; o < round->n_options; o++) {
        const ore_option *option = &round->options[o];

        if (option->capex_m > 0.0 && !isfinite(option->sponsor_equity_max_m) &&
            !isfinite(option->bank_debt_max_m)) {
            ore_warn(reader->diags, option->where,
                     "project '%s' has neither sponsor_equity_max nor "
                     "bank_debt_max: private money alone would pay for it",
                     round->projects[option->project].id);
        }
    }
}

/* Whether the pair can meet the need; a need that nothing limits from below
 * asks for nothing. */
static bool meets(const ore_reader *reader, const ore_option *option,
                  const char *word, int f)
{
    const ore_pair *pair = &reader->round->pairs[f];
    const ore_instrument *instrument =
        &reader->round->instruments[pair->instrument];

    if (strcmp(instrument->id, word) != 0 &&
        strcmp(instrument->kind->name, word) != 0) {
        return false;
    }
    if (!instrument->kind->cost_per_t && pair->min_m <= 0.0) {
        ore_error(reader->diags, option->where,
                  "needs has '%s', but instrument '%s' has no ticket_min", word,
                  instrument->id);
    }
    return true;
}

static bool is_kind_or_instrument(const ore_round *round, const char *word)
{
    for (int k = 0; ore_instrument_kinds[k]; k++) {
        if (strcmp(ore_instrument_kinds[k]->name, word) == 0) {
            return true;
        }
    }
    return ore_find_id(ore_instrument_list(round), word) >= 0;
}

static void check_need(const ore_reader *reader, const ore_option *option,
                       const char *word)
{
    const ore_round *round = reader->round;
    const ore_project *project = &round->projects[option->project];
    bool met = false;

    if (!is_kind_or_instrument(round, word)) {
        ore_error(reader->diags, option->where,
                  "needs has '%s', expected an instrument or a kind%s",
                  ore_shown(word),
                  ore_did_you_mean(reader, ore_instrument_list(round), word));
        return;
    }
    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        met = meets(reader, option, word, f) || met;
    }
    if (!met) {
        ore_warn(reader->diags, option->where,
                 "option '%s' of project '%s' needs '%s', which may not fund "
                 "it: it cannot go ahead",
                 option->id, project->id, word);
    }
}

static void check_needs(const ore_reader *reader)
{
    const ore_round *round = reader->round;

    for (int o = 0; o < round->n_options; o++) {
        for (int i = 0; i < round->options[o].n_needs; i++) {
            check_need(reader, &round->options[o], round->options[o].needs[i]);
        }
    }
}

static bool makes(const ore_round *round, int material)
{
    for (int o = 0; o < round->n_options; o++) {
        for (int i = 0; i < round->options[o].n_flows; i++) {
            const ore_flow *flow = &round->options[o].flows[i];

            if (flow->material == material && flow->output_tpa > 0.0) {
                return true;
            }
        }
    }
    return false;
}

static void check_targets(const ore_reader *reader)
{
    const ore_round *round = reader->round;

    for (int i = 0; i < round->n_targets; i++) {
        const int material = round->targets[i].material;

        if (!makes(round, material)) {
            ore_warn(reader->diags, round->targets[i].where,
                     "no project makes '%s'", round->materials[material].id);
        }
    }
}

static bool has_output(const ore_option *option)
{
    for (int i = 0; i < option->n_flows; i++) {
        if (option->flows[i].output_tpa > 0.0) {
            return true;
        }
    }
    return false;
}

/* Whether a row of projects or options is about what makes a material. */
static bool row_has_output(const ore_round *round, const ore_record *record,
                           const char *column)
{
    const ore_source_cell *id = ore_record_cell(record, column);
    const int p = id ? ore_find_id(ore_project_list(round), id->text) : -1;
    bool found = p < 0;

    for (int o = 0; p >= 0 && o < round->n_options; o++) {
        found = found || (round->options[o].project == p &&
                          has_output(&round->options[o]));
    }
    return found;
}

/* Whether news is found by the project: its success is an event. */
static bool is_awaited(const ore_reader *reader, const char *project)
{
    const ore_section *section;
    int i = 0;

    while ((section = ore_next_section(reader, "event", &i))) {
        const ore_source_cell *after =
            ore_record_cell(&section->record, "known_after");

        if (after && strcmp(after->text, project) == 0) {
            return true;
        }
    }
    return false;
}

/* A project that requires this one; NULL = none does. */
static const char *who_requires(const ore_round *round, const char *id)
{
    for (int i = 0; i < round->n_links; i++) {
        const ore_link *link = &round->links[i];

        if (link->kind == ORE_LINK_REQUIRES &&
            strcmp(round->projects[link->other].id, id) == 0) {
            return round->projects[link->project].id;
        }
    }
    return NULL;
}

/* A survey without output is found to be a success or not; what requires it
 * goes ahead in either case unless an event says what the news changes. */
static bool tell_survey(const ore_reader *reader, const char *project,
                        ore_where where)
{
    const char *who = who_requires(reader->round, project);

    if (who) {
        ore_warn(reader->diags, where,
                 "project '%s' requires '%s', whose success changes nothing: "
                 "[event NAME] with known_after = %s says what is found",
                 who, ore_shown(project), ore_shown(project));
    }
    return who != NULL;
}

static void tell_idle_probability(const ore_reader *reader,
                                  const ore_source_cell *cell, bool has_output)
{
    if (!reader->round->outputs_expected &&
        reader->round->reliability.draws == 0) {
        const ore_where file = {cell->where.file, 0, 0};

        ore_note(reader->diags, file,
                 "success_probability changes no answer: [derating] outputs "
                 "is not 'expected', and there is no [reliability]");
    } else if (!has_output) {
        ore_note(reader->diags, cell->where,
                 "success_probability is '%s', which changes no answer: the "
                 "project makes no material",
                 ore_shown(cell->text));
    }
}

/* A probability counts for what a project makes, and for nothing else. */
static void check_probability(const ore_reader *reader, ore_table_id id,
                              const char *column)
{
    ore_rows rows = ore_rows_of(reader, id);
    double p = 1.0;

    while (ore_rows_next(&rows)) {
        const ore_source_cell *cell =
            ore_record_cell(&rows.record, "success_probability");
        const ore_source_cell *project = ore_record_cell(&rows.record, column);

        if (!cell || ore_parse_number(cell->text, &p) || p >= 1.0 ||
            (project && is_awaited(reader, project->text))) {
            continue;
        }
        const bool has_output =
            row_has_output(reader->round, &rows.record, column);

        if (has_output || !project ||
            !tell_survey(reader, project->text, cell->where)) {
            tell_idle_probability(reader, cell, has_output);
        }
    }
    ore_rows_end(&rows);
}

static void check_pending(const ore_reader *reader)
{
    const ore_round *round = reader->round;

    for (int p = 0; p < round->n_projects; p++) {
        const ore_project *project = &round->projects[p];

        if (project->review == ORE_REVIEW_BLOCKED &&
            (project->decision == ORE_MUST ||
             project->decision == ORE_COMMITTED)) {
            ore_error(reader->diags, project->where,
                      "project '%s' must go ahead, but its review is blocked",
                      project->id);
        }
    }
}

/* The mineral of a material that `word` is nearly; NULL = it is one, or none is
 * near. */
static const char *near_mineral(const ore_round *round, const char *word)
{
    const char *near = NULL;

    for (int m = 0; m < round->n_materials; m++) {
        if (strcmp(round->materials[m].mineral, word) == 0) {
            return NULL;
        }
        near = ore_nearer(word, near, round->materials[m].mineral);
    }
    return near;
}

/* Projects whose mineral no material has, but nearly. */
static void check_minerals(const ore_reader *reader)
{
    ore_rows rows = ore_rows_of(reader, ORE_TABLE_PROJECTS);

    while (ore_rows_next(&rows)) {
        const ore_source_cell *cell = ore_record_cell(&rows.record, "mineral");
        const char *near =
            cell ? near_mineral(reader->round, cell->text) : NULL;

        if (near) {
            ore_warn(reader->diags, cell->where,
                     "no material is of the mineral '%s', did you mean '%s'?",
                     ore_shown(cell->text), near);
        }
    }
    ore_rows_end(&rows);
}

static bool has_target(const ore_round *round, int market)
{
    for (int i = 0; i < round->n_targets; i++) {
        if (round->targets[i].market == market) {
            return true;
        }
    }
    return false;
}

/* Markets without a target that are nearly one with a target, unless sections
 * declare them. */
static void check_markets(const ore_reader *reader)
{
    const ore_round *round = reader->round;

    for (int r = 0; r < round->n_markets; r++) {
        const ore_market *market = &round->markets[r];
        const char *near = NULL;

        for (int other = 0; other < round->n_markets && !has_target(round, r);
             other++) {
            near = has_target(round, other)
                       ? ore_nearer(market->id, near, round->markets[other].id)
                       : near;
        }
        if (near && ore_count_sections(reader, "market") == 0) {
            ore_warn(reader->diags, market->where,
                     "market '%s' has no target, did you mean '%s'?",
                     market->id, near);
        }
    }
}

void ore_check_round(ore_reader *reader)
{
    check_budgets(reader);
    check_instruments(reader);
    check_private_money(reader);
    check_needs(reader);
    check_targets(reader);
    check_minerals(reader);
    check_markets(reader);
    check_pending(reader);
    check_probability(reader, ORE_TABLE_PROJECTS, "id");
    check_probability(reader, ORE_TABLE_OPTIONS, "project");
}
