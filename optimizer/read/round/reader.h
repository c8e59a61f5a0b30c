/* A round while it is read from sections and tables. Each part of the
 * round is read by a file of its own, from the fields that file declares. */
#ifndef OPTIMIZER_READ_ROUND_READER_H
#define OPTIMIZER_READ_ROUND_READER_H

#include "base/diagnostics.h"
#include "base/store.h"
#include "orefolio/field.h"
#include "orefolio/round.h"
#include "read/formats/ini_file.h"
#include "read/formats/record.h"
#include "read/formats/table.h"
#include "read/read_options.h"

/** The tables a round can name, in the order of ore_tables. */
typedef enum ore_table_id {
    ORE_TABLE_PROJECTS,
    ORE_TABLE_OPTIONS,
    ORE_TABLE_OFFERS,
    ORE_TABLE_FLOWS,
    ORE_TABLE_TARGETS,
    ORE_TABLE_SUPPLY,
    ORE_TABLE_LINKS,
    ORE_TABLE_SPENDING,
    ORE_TABLE_BUDGETS,
    ORE_TABLE_CEILINGS,
    ORE_TABLES /**< how many there are */
} ore_table_id;

/** [group NAME]: values that filters name together. */
typedef struct ore_group {
    const char *id;
    ore_filter of; /**< its values, by word */
    ore_where where;
} ore_group;

typedef struct ore_reader {
    ore_diags *diags;
    const ore_read_options *asked; /**< by the command line */
    ore_store *store;
    ore_round *round;  /**< being filled */
    const char *file;  /**< the round file, as named */
    ore_input *inputs; /**< round->inputs, with room for every table */
    ore_ini *ini;
    ore_table *tables[ORE_TABLES];  /**< NULL = not named, or refused */
    const int *by_name[ORE_TABLES]; /**< its rows by what names them first, for
                                         addresses; NULL = not sorted yet */
    ore_project *projects;          /**< round->projects, to be completed */
    ore_option *options;            /**< round->options, to be completed */
    struct ore_override *overrides; /**< [n_overrides], while reading */
    int n_overrides;
    const ore_group *groups; /**< [n_groups] */
    int n_groups;
    ore_changed *changed; /**< [n_changed] in the order they act, while
                               reading */
    int n_changed, room_changed;
    bool is_missing; /**< a file could not be opened */
    bool is_refused; /**< a table is missing or was not understood */
} ore_reader;

/** A kind of section, and a kind of table: what may be in them. */
typedef struct ore_section_kind {
    const char *name;
    bool is_named; /**< "[funder US]" */
    const ore_field *fields;
    const char *help;
} ore_section_kind;

typedef struct ore_table_kind {
    const char *name;
    const ore_field *fields, *more; /**< more: NULL = no others */
    bool takes_attributes;          /**< columns x_NAME */
    const char *help;
} ore_table_kind;

/** All kinds of sections; ends with a NULL name. */
extern const ore_section_kind ore_section_kinds[];
/** [ORE_TABLES] */
extern const ore_table_kind ore_table_kinds[];

/** The fields of sections and tables, each declared by its reader. */
extern const ore_field ore_round_fields[], ore_tables_fields[],
    ore_country_fields[], ore_currency_fields[], ore_funder_fields[],
    ore_budget_fields[], ore_instrument_fields[], ore_stacking_fields[],
    ore_material_fields[], ore_group_fields[], ore_market_fields[],
    ore_rule_fields[], ore_goals_fields[], ore_goal_fields[],
    ore_scenario_fields[], ore_uncertain_fields[], ore_event_fields[],
    ore_outcome_fields[], ore_screening_fields[], ore_derating_fields[],
    ore_reliability_fields[], ore_solver_fields[], ore_report_fields[],
    ore_stockpile_fields[], ore_disruption_fields[], ore_office_fields[],
    ore_appropriation_fields[];
extern const ore_field ore_project_fields[], ore_shape_fields[],
    ore_option_fields[], ore_offer_fields[], ore_flow_fields[],
    ore_target_fields[], ore_supply_fields[], ore_link_fields[],
    ore_spending_fields[], ore_budget_row_fields[], ore_ceiling_row_fields[];

enum { ORE_DEEPEST_EXTENDS = 8 };

/** The path that a cell names, relative to the file the cell is in; those of
 * the command line to the round file's folder. Owned by the store. */
const char *ore_beside(const ore_reader *reader, const ore_source_cell *cell);

/** Whether the file that `cell` names may be read: it is in the round's folder
 * with all links followed, or --allow-outside was given. Else an error there.
 */
bool ore_may_read(const ore_reader *reader, const ore_source_cell *cell,
                  const char *path);

enum { ORE_FIELD_LISTS = 64 };
/** The lists of fields that a section of the kind may have keys of, its own
 * first; how many. */
int ore_section_fields(const ore_section_kind *kind,
                       const ore_field *lists[ORE_FIELD_LISTS]);

/** Whether sections of the kind may have the key; else an error at `where`. */
bool ore_check_key(const ore_reader *reader, const ore_section_kind *kind,
                   const char *key, ore_where where);

/** Report sections and keys that do not belong. */
void ore_check_sections(const ore_reader *reader);

/** The only section of that kind; NULL when there is none. */
const ore_section *ore_section_of(const ore_reader *reader, const char *kind);
/** The next section of that kind from index *i on, which is moved past it. */
const ore_section *ore_next_section(const ore_reader *reader, const char *kind,
                                    int *i);
/** The first section of that kind and name, which exists. */
const ore_section *ore_section_named(const ore_reader *reader, const char *kind,
                                     const char *name);
int ore_count_sections(const ore_reader *reader, const char *kind);

/** Go through the rows of a table; `row` and `cells` hold the one in hand.
 *   ore_rows rows = ore_rows_of(reader, ORE_TABLE_FLOWS);
 *   while (ore_rows_next(&rows)) { … rows.record … }
 *   ore_rows_end(&rows); */
typedef struct ore_rows {
    const ore_table *table;
    int next;
    ore_source_cell *cells;
    ore_record record;
} ore_rows;
ore_rows ore_rows_of(const ore_reader *reader, ore_table_id id);
bool ore_rows_next(ore_rows *rows);
void ore_rows_end(ore_rows *rows);
/** How many rows the table has; 0 without the table. */
int ore_count_rows(const ore_reader *reader, ore_table_id id);

/** Sort `count` elements of `size` bytes that begin with their id, and report
 * ids that come twice; `where` is the offset of an ore_where in them. */
void ore_sort_ids(const ore_reader *reader, const char *what, void *base,
                  int count, size_t size, size_t where);

/** A sorted list of elements that begin with their id. */
typedef struct ore_list {
    const char *what; /**< "project" */
    const void *base;
    int count;
    size_t size;
} ore_list;
ore_list ore_funder_list(const ore_round *round);
ore_list ore_budget_list(const ore_round *round);
ore_list ore_office_list(const ore_round *round);
ore_list ore_instrument_list(const ore_round *round);
ore_list ore_material_list(const ore_round *round);
ore_list ore_market_list(const ore_round *round);
ore_list ore_disruption_list(const ore_round *round);
ore_list ore_project_list(const ore_round *round);
ore_list ore_event_list(const ore_round *round);

/** Index of the element with this id; -1 = none. */
int ore_find_id(ore_list list, const char *id);
/** The element that the record's `key` names; -1 after an error, or when the
 * record has no such cell. */
int ore_reference(const ore_reader *reader, const ore_record *record,
                  const char *key, ore_list list);
/** ", did you mean 'X'?" for an id of the list near to `id`, or "". Lives as
 * long as the round. */
const char *ore_did_you_mean(const ore_reader *reader, ore_list list,
                             const char *id);

/** Whether the text is a code of ISO 3166 or a declared group; else an error at
 * `where` that says what is meant. */
bool ore_check_country(const ore_reader *reader, ore_where where,
                       const char *text);

/** The words of an ore_year_kind; ends with NULL. */
extern const char *const ore_year_kinds[];

/** Labels that were not given: the id, and the other label. */
void ore_default_labels(const char *id, const char **label,
                        const char **label_ja);

/** The columns x_NAME of projects and options, for all that follows. */
void ore_read_attributes(ore_reader *reader);
/** [stacking], or its defaults. */
void ore_read_stacking(const ore_reader *reader, ore_option *stacking);
/** What a row of projects says of its shape; `stacking` gives the limits that
 * it does not. */
void ore_read_shape(const ore_reader *reader, const ore_record *record,
                    const ore_option *stacking, ore_option *shape);
/** What a row of options changes of it. */
void ore_overlay_shape(const ore_reader *reader, const ore_record *record,
                       ore_option *shape);

/** Tell the rules [n_rules, sorted] which projects' conditions name them. */
void ore_read_conditions(const ore_reader *reader, ore_rule *rules);

/** What the record's column `markets` says of the shape; nothing without it. */
void ore_take_markets(const ore_reader *reader, const ore_record *record,
                      ore_option *shape);

/** The option of the project that the record's `option` names; -1 = every
 * option, or an error (then *is_good is false). */
int ore_option_reference(const ore_reader *reader, const ore_record *record,
                         int project, bool *is_good);

/** The stages of reading, in this order. */
void ore_read_round_section(ore_reader *reader);
void ore_load_tables(ore_reader *reader);
/** [country NAME]; after that countries can be checked. */
void ore_read_countries(ore_reader *reader);
void ore_read_evidence(ore_reader *reader);
void ore_read_settings(ore_reader *reader);
void ore_read_groups(ore_reader *reader);
void ore_read_funders(ore_reader *reader);
void ore_read_budgets(ore_reader *reader);
void ore_read_materials(ore_reader *reader);
/** The material and prices of a contingent commitment; its fields are filled.
 */
void ore_read_contingent(const ore_reader *reader, const ore_record *record,
                         ore_instrument *instrument);
void ore_read_instruments(ore_reader *reader);
void ore_read_offices(ore_reader *reader);
void ore_read_appropriations(ore_reader *reader);
void ore_read_projects(ore_reader *reader);
void ore_read_flows(ore_reader *reader);
void ore_read_spending(ore_reader *reader);
void ore_read_targets(ore_reader *reader);
void ore_read_supply(ore_reader *reader);
void ore_read_sales(ore_reader *reader);
void ore_read_stockpiles(ore_reader *reader);
void ore_read_disruptions(ore_reader *reader);
void ore_read_links(ore_reader *reader);
void ore_read_offers(ore_reader *reader);
void ore_read_rules(ore_reader *reader);
void ore_read_uncertain(ore_reader *reader);
/** [event NAME] and [outcome NAME], where they are not known already. */
void ore_read_events(ore_reader *reader);
void ore_read_goals(ore_reader *reader);
/** The disruption that is responded to, and the earlier run to start from. */
void ore_read_response(ore_reader *reader);
void ore_check_round(ore_reader *reader);
/** Report flows of one material that are too far apart to be solved for. */
void ore_check_scale(ore_reader *reader);

#endif
