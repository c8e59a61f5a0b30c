/* Instruments: programmes, their ceilings and what they charge. */
#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "orefolio/instrument.h"
#include "orefolio/memory.h"
#include "read/money/quotation.h"
#include "read/round/fields.h"
#include "read/round/values.h"

#define AT(field) offsetof(ore_instrument, field)

const ore_field ore_instrument_fields[] = {
    ORE_FIELD("label", TEXT, AT(label), "default: the name"),
    ORE_FIELD("label_ja", TEXT, AT(label_ja), "in Japanese; default: label"),
    ORE_FIELD("kind", OTHER, 0, "one of the kinds listed below",
              .is_required = true),
    ORE_FIELD("funder", OTHER, 0, "who pays", .is_required = true,
              .unit = "funder"),
    ORE_FIELD("budget", OTHER, 0, "the account it charges; default: none",
              .unit = "budget"),
    ORE_FIELD("ceiling", YEARLY, 0,
              "exposure by commitment year; default: unlimited", .min = 0.0,
              .max = ORE_NO_LIMIT, .unit = "million"),
    ORE_FIELD("ceiling_total", NUMBER, AT(ceiling_total_m),
              "exposure over the round", .min = 0.0, .max = ORE_NO_LIMIT,
              .fallback = "unlimited", .unit = "million"),
    ORE_FIELD("ticket_min", NUMBER, AT(ticket_min_m),
              "per project, if used at all", .min = 0.0, .max = ORE_NO_LIMIT,
              .fallback = "0", .unit = "million"),
    ORE_FIELD("ticket_max", NUMBER, AT(ticket_max_m), "per project", .min = 0.0,
              .max = ORE_NO_LIMIT, .fallback = "unlimited", .unit = "million"),
    ORE_FIELD("share_max", NUMBER, AT(share_max),
              "of a project's capital cost, or of the sales that it promises",
              .min = 0.0, .max = 1.0, .fallback = "1", .unit = "share"),
    ORE_FIELD(
        "for", FILTER, 0,
        "which projects it may fund: country:US stage:mine; default: all"),
    ORE_FIELD(
        "subsidy_rate", NUMBER, AT(subsidy_rate),
        "budget cost per unit of face; default: from the terms or prices, "
        "else 1",
        .min = -1.0, .max = 1.0, .unit = "share"),
    ORE_FIELD("currency", CURRENCY, offsetof(ore_instrument, quoted.currency),
              "of its amounts; default: the round's"),
    ORE_FIELD("price_year", YEAR, offsetof(ore_instrument, quoted.price_year),
              "of its amounts; default: the round's", .unit = "year"),
    {0},
};

const ore_field ore_ceiling_row_fields[] = {
    ORE_FIELD("instrument", OTHER, 0, "of [instrument NAME]",
              .is_required = true, .unit = "instrument"),
    ORE_FIELD("year", OTHER, 0, "2026 or 2026-2029", .is_required = true,
              .unit = "years"),
    ORE_FIELD("exposure", NUMBER, 0, "in each of these years", .min = 0.0,
              .max = ORE_NO_LIMIT, .is_required = true, .unit = "million"),
    {0},
};

enum { MAX_KINDS = 32 };

static const ore_instrument_kind *take_kind(const ore_reader *reader,
                                            const ore_source_cell *cell)
{
    const char *names[MAX_KINDS] = {NULL};
    const ore_field field = {.key = "kind", .choices = names};
    int kind = 0;

    for (int i = 0; i < MAX_KINDS - 1 && ore_instrument_kinds[i]; i++) {
        names[i] = ore_instrument_kinds[i]->name;
    }
    if (cell) {
        (void)ore_value_choice(reader, &field, cell, &kind);
    }
    return ore_instrument_kinds[kind];
}

static bool has_key(const ore_instrument_kind *kind, const char *name)
{
    return ore_field_named(kind->terms, name) ||
           ore_field_named(kind->fields, name);
}

/* Keys that this kind does not have, though another does. */
static void check_kind_keys(const ore_reader *reader, const ore_record *record,
                            const ore_instrument_kind *kind)
{
    for (int i = 0; i < record->count; i++) {
        const char *name = record->names[i];
        char *owners = NULL;

        for (int k = 0; ore_instrument_kinds[k]; k++) {
            if (has_key(ore_instrument_kinds[k], name)) {
                char *more = ore_print("%s%s%s", owners ? owners : "",
                                       owners ? " or " : "",
                                       ore_instrument_kinds[k]->name);

                free(owners);
                owners = more;
            }
        }
        if (owners && !has_key(kind, name)) {
            ore_error(reader->diags, record->keys[i],
                      "key '%s' belongs to kind %s, but kind is %s", name,
                      owners, kind->name);
        }
        free(owners);
    }
}

static void fill_kind(const ore_reader *reader, const ore_record *record,
                      ore_instrument *instrument)
{
    const ore_instrument_kind *kind = instrument->kind;
    const ore_record none = {0};

    instrument->coverage = instrument->stake_max = 1.0;
    instrument->contingent.material = -1;
    ore_fill(reader, kind->terms == ore_credit_fields ? record : &none,
             ore_credit_fields, instrument);
    if (kind->terms == ore_contingent_fields) {
        ore_fill(reader, record, ore_contingent_fields, instrument);
    }
    if (kind->fields) {
        ore_fill(reader, record, kind->fields, instrument);
    }
    if (kind->cost_per_t) {
        ore_read_contingent(reader, record, instrument);
    }
}

static void check_terms(const ore_reader *reader, const ore_record *record,
                        const ore_instrument *instrument)
{
    const ore_terms *terms = &instrument->terms;
    const ore_source_cell *grace = ore_record_cell(record, "grace_years");

    for (int i = 0; i < record->count && isnan(terms->interest_rate); i++) {
        if (instrument->kind->terms == ore_credit_fields &&
            ore_field_named(ore_credit_fields, record->names[i]) &&
            !ore_record_cell(record, "interest_rate")) {
            ore_error(reader->diags, record->keys[i],
                      "key '%s' needs interest_rate beside it",
                      record->names[i]);
        }
    }
    if (grace && terms->grace_years >= terms->tenor_years) {
        ore_error(reader->diags, grace->where,
                  "grace_years is '%s', expected less than the %d tenor_years",
                  ore_shown(grace->text), terms->tenor_years);
    }
}

/* The rate as given, from the terms, or the kind's own. */
static void complete_rate(const ore_reader *reader, const ore_record *record,
                          ore_instrument *instrument)
{
    const ore_source_cell *cell = ore_record_cell(record, "subsidy_rate");

    if (cell && instrument->subsidy_rate < 0.0 && !reader->round->may_gain) {
        ore_error(reader->diags, cell->where,
                  "subsidy_rate is '%s', expected a number >= 0 (or "
                  "'negative_subsidy = credit' in [round])",
                  ore_shown(cell->text));
    }
    if (!isnan(instrument->subsidy_rate) || instrument->kind->cost_per_t) {
        return;
    }
    if (isnan(instrument->terms.interest_rate)) {
        instrument->subsidy_rate = instrument->kind->default_subsidy_rate;
        if (instrument->kind->terms == ore_credit_fields) {
            ore_warn(reader->diags, record->where,
                     "instrument '%s' has neither subsidy_rate nor "
                     "interest_rate: its face is charged in full",
                     instrument->id);
        }
        return;
    }
    instrument->subsidy_rate = ore_credit_subsidy(instrument).rate;
    if (instrument->subsidy_rate < 0.0 && !reader->round->may_gain) {
        instrument->gain_rate = instrument->subsidy_rate;
        instrument->subsidy_rate = 0.0;
        ore_warn(reader->diags, ore_record_cell(record, "interest_rate")->where,
                 "the subsidy rate of instrument '%s' is %.4g by its terms, "
                 "which counts as 0: its face costs no account anything (give "
                 "subsidy_rate, or 'negative_subsidy = credit' in [round])",
                 instrument->id, instrument->gain_rate);
    }
}

static void read_one(const ore_reader *reader, const ore_section *section,
                     ore_instrument *instrument)
{
    const ore_round *round = reader->round;
    const ore_record *record = &section->record;
    const int before = ore_diags_errors(reader->diags);
    const unsigned about_projects =
        1u << ORE_FILTER_COUNTRY | 1u << ORE_FILTER_STAGE |
        1u << ORE_FILTER_MINERAL | 1u << ORE_FILTER_TAG |
        1u << ORE_FILTER_PROJECT | 1u << ORE_FILTER_OPTION;

    instrument->kind = take_kind(reader, ore_record_cell(record, "kind"));
    ore_fill(reader, record, ore_instrument_fields, instrument);
    instrument->id = section->name;
    instrument->where = record->where;
    ore_quote(reader, record, &instrument->quoted);
    ore_default_labels(instrument->id, &instrument->label,
                       &instrument->label_ja);
    instrument->funder =
        ore_reference(reader, record, "funder", ore_funder_list(round));
    instrument->budget =
        ore_reference(reader, record, "budget", ore_budget_list(round));
    instrument->applies_to =
        ore_take_filter(reader, record, "for", about_projects);
    if (before == ore_diags_errors(reader->diags)) {
        check_kind_keys(reader, record, instrument->kind);
    }
    fill_kind(reader, record, instrument);
    check_terms(reader, record, instrument);
    if (before == ore_diags_errors(reader->diags)) {
        complete_rate(reader, record, instrument);
    }
    if (instrument->ticket_min_m > instrument->ticket_max_m) {
        ore_error(reader->diags, ore_record_cell(record, "ticket_min")->where,
                  "ticket_min is larger than ticket_max");
    }
    instrument->ticket_min_m *= instrument->quoted.rate;
    instrument->ticket_max_m *= instrument->quoted.rate;
    instrument->ceiling_total_m *= instrument->quoted.rate;
}

static ore_yearly ceilings_of(const ore_reader *reader, double *ceiling_m)
{
    return (ore_yearly){
        .values = ceiling_m,
        .range = reader->round->commit,
        .whole = reader->round->commit,
        .name = "ceiling",
        .field = ore_field_named(ore_instrument_fields, "ceiling"),
    };
}

static void read_rows(const ore_reader *reader, double *const *ceilings)
{
    const ore_list list = ore_instrument_list(reader->round);
    ore_rows rows = ore_rows_of(reader, ORE_TABLE_CEILINGS);

    while (ore_rows_next(&rows)) {
        const ore_source_cell *year = ore_record_cell(&rows.record, "year");
        const int k = ore_reference(reader, &rows.record, "instrument", list);
        double exposure_m = nan("");
        ore_years years;

        ore_fill(reader, &rows.record, ore_ceiling_row_fields, &exposure_m);
        if (k < 0 || !year || !ore_value_years(reader, "year", year, &years) ||
            isnan(exposure_m)) {
            continue;
        }
        const ore_yearly to = ceilings_of(reader, ceilings[k]);

        ore_set_yearly(reader, year->where, years, exposure_m, &to);
    }
    ore_rows_end(&rows);
}

/* Ceilings from the sections' lists, then from the table; other years have
 * none. */
static void read_ceilings(const ore_reader *reader, ore_instrument *list, int n)
{
    const int n_commit = reader->round->n_commit;
    double **ceilings = ore_store_alloc(reader->store, n, sizeof(double *));

    for (int k = 0; k < n; k++) {
        const ore_section *section =
            ore_section_named(reader, "instrument", list[k].id);
        const ore_source_cell *cell =
            ore_record_cell(&section->record, "ceiling");

        ceilings[k] = ore_store_alloc(reader->store, n_commit, sizeof(double));
        list[k].ceiling_m = ceilings[k];
        for (int s = 0; s < n_commit; s++) {
            ceilings[k][s] = nan("");
        }
        if (cell) {
            const ore_yearly to = ceilings_of(reader, ceilings[k]);

            ore_take_yearly(reader, cell, &to);
        }
    }
    read_rows(reader, ceilings);
    for (int k = 0; k < n; k++) {
        for (int s = 0; s < n_commit; s++) {
            ceilings[k][s] = isnan(ceilings[k][s])
                                 ? HUGE_VAL
                                 : ceilings[k][s] * list[k].quoted.rate;
        }
    }
}

void ore_read_instruments(ore_reader *reader)
{
    const int count = ore_count_sections(reader, "instrument");
    ore_instrument *list =
        ore_store_alloc(reader->store, count, sizeof(ore_instrument));
    const ore_section *section;
    int i = 0, n = 0;

    while ((section = ore_next_section(reader, "instrument", &i))) {
        read_one(reader, section, &list[n++]);
    }
    ore_sort_ids(reader, "instrument", list, n, sizeof(ore_instrument),
                 offsetof(ore_instrument, where));
    reader->round->instruments = list;
    reader->round->n_instruments = n;
    read_ceilings(reader, list, n);
}
