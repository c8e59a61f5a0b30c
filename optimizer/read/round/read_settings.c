/* [round] and the settings of screening, derating, solver, report and
 * currency. */
#include <limits.h>
#include <math.h>
#include <string.h>

#include "orefolio/family.h"
#include "read/round/fields.h"

enum { MOST_YEARS = 100, FIRST_YEAR = 1900, LAST_YEAR = 2200 };

/* A plan and what is kept in it as a word, flag or string of another kind. */
typedef struct settings {
    ore_round round;
    int currency, money, language, negative_subsidy, outputs;
} settings;

#define PLAN(field) offsetof(settings, round.field)

static const char *const currencies[] = {"USD", "JPY", NULL};
static const char *const languages[] = {"en", "ja", NULL};
static const char *const negatives[] = {"zero", "credit", NULL};
/* In the order of ore_year_kind. */
static const char *const year_kinds[] = {"calendar", "JFY", "USFY", NULL};
static const char *const pendings[] = {"wait", "allow", "exclude", NULL};
static const char *const outputs[] = {"full", "expected", NULL};

const ore_field ore_round_fields[] = {
    {"name", ORE_FIELD_TEXT, PLAN(name), 0, 0, NULL, "", "shown in reports",
     NULL},
    {"name_ja", ORE_FIELD_TEXT, PLAN(name_ja), 0, 0, "", "",
     "in Japanese; default: name", NULL},
    {"extends", ORE_FIELD_OTHER, 0, 0, 0, "", "path",
     "a round file that this one is laid over, key by key", NULL},
    {"currency", ORE_FIELD_WORD, offsetof(settings, currency), 0, 0, "USD", "",
     "of every amount, in millions", currencies},
    {"horizon", ORE_FIELD_YEARS, PLAN(horizon), 0, 0, NULL, "years",
     "in which supply is measured", NULL},
    {"commit", ORE_FIELD_YEARS, PLAN(commit), 0, 0, NULL, "years",
     "in which funds may be committed", NULL},
    {"decide_by", ORE_FIELD_DATE, PLAN(decide_by), 0, 0, "", "date",
     "what is ready later cannot be committed in the first year", NULL},
    {"discount_rate", ORE_FIELD_NUMBER, PLAN(discount_rate), 0, 1, "0.03",
     "per year", "for goals over years", NULL},
    {"price_year", ORE_FIELD_YEAR, PLAN(price_year), 0, 0, "", "year",
     "of the constant prices", NULL},
    {"inflation_rate", ORE_FIELD_NUMBER, PLAN(inflation_rate), -0.5, 1, "",
     "per year", "brings amounts of another price_year to the round's", NULL},
    {"negative_subsidy", ORE_FIELD_WORD, offsetof(settings, negative_subsidy),
     0, 0, "zero", "",
     "zero: a subsidy rate below 0 counts as 0; credit: it is kept and earns",
     negatives},
    {0},
};

const ore_field ore_currency_fields[] = {
    {"per_usd", ORE_FIELD_NUMBER, PLAN(jpy_per_usd), 1, 10000, NULL, "JPY",
     "for one US dollar", NULL},
    {0},
};

const ore_field ore_screening_fields[] = {
    {"concern_share_max", ORE_FIELD_NUMBER, PLAN(screening.concern_share_max),
     0, 1, "1", "share", "of ownership by entities of concern", NULL},
    {"pending", ORE_FIELD_WORD, PLAN(screening.pending), 0, 0, "wait", "",
     "projects under review: wait for review_on, allow, or exclude", pendings},
    {0},
};

const ore_field ore_derating_fields[] = {
    {"outputs", ORE_FIELD_WORD, offsetof(settings, outputs), 0, 0, "full", "",
     "expected: outputs count times success_probability", outputs},
    {0},
};

const ore_field ore_solver_fields[] = {
    {"time_limit_s", ORE_FIELD_NUMBER, PLAN(time_limit_s), 0.001, 1e7, "60",
     "s", "of the whole solve", NULL},
    {"gap", ORE_FIELD_NUMBER, PLAN(gap), 0, 1, "0.001", "share",
     "proven distance from the best at which the search may stop", NULL},
    {"seed", ORE_FIELD_WHOLE, PLAN(seed), 0, INT_MAX, "1", "",
     "of everything random", NULL},
    {0},
};

const ore_field ore_report_fields[] = {
    {"title", ORE_FIELD_TEXT, PLAN(title), 0, 0, "", "",
     "default: the round's name", NULL},
    {"reviewed_by", ORE_FIELD_TEXT, PLAN(reviewed_by), 0, 0, "", "",
     "who has reviewed inputs and goals independently", NULL},
    {"use_by", ORE_FIELD_DATE, PLAN(use_by), 0, 0, "", "date",
     "after which the answer is not to be used", NULL},
    {"language", ORE_FIELD_WORD, offsetof(settings, language), 0, 0, "en", "",
     "of the outputs", languages},
    {"years", ORE_FIELD_WORD, PLAN(year_kind), 0, 0, "calendar", "",
     "what headings call the round's years: calendar ones, or fiscal years of "
     "Japan or the United States",
     year_kinds},
    {"money", ORE_FIELD_WORD, offsetof(settings, money), 0, 0, "", "",
     "shown in this currency; default: the round's", currencies},
    {0},
};

static void check_years(const ore_reader *reader, const ore_record *record,
                        const char *name, ore_years *years)
{
    const ore_source_cell *cell = ore_record_cell(record, name);

    if (years->first == 0) {
        /* The mistake was told; be generous, so that no more follow. */
        *years = (ore_years){FIRST_YEAR, LAST_YEAR};
    } else if (years->last - years->first >= MOST_YEARS) {
        ore_error(reader->diags, cell->where,
                  "%s has %d years, expected at most %d", name,
                  years->last - years->first + 1, MOST_YEARS);
    }
}

static void check_round(const ore_reader *reader, const ore_record *record)
{
    ore_round *round = reader->round;
    const ore_source_cell *cell = ore_record_cell(record, "commit");

    check_years(reader, record, "horizon", &round->horizon);
    check_years(reader, record, "commit", &round->commit);
    if (cell && (round->commit.last > round->horizon.last) &&
        round->commit.last != LAST_YEAR) {
        ore_error(reader->diags, cell->where,
                  "commit is '%s', expected an end no later than the "
                  "horizon's, %d",
                  cell->text, round->horizon.last);
        round->horizon.last = round->commit.last;
    }
    if (round->horizon.last < round->commit.last) {
        round->horizon.last = round->commit.last;
    }
    if (round->commit.first > round->horizon.last) {
        round->commit.first = round->horizon.last;
    }
    round->n_years = round->horizon.last - round->horizon.first + 1;
    round->n_commit = round->commit.last - round->commit.first + 1;
    round->n_budget_years = round->horizon.last - round->commit.first + 1;
}

/* The keys that only a family reads, into a record of its own. */
static void read_families(ore_reader *reader, const ore_record *record)
{
    void **all =
        ore_store_alloc(reader->store, ore_count_families(), sizeof *all);

    for (int i = 0; ore_families[i]; i++) {
        if (ore_families[i]->fields) {
            all[i] = ore_store_alloc(reader->store, 1,
                                     ore_families[i]->settings_size);
            ore_fill(reader, record, ore_families[i]->fields, all[i]);
        }
    }
    reader->round->family_settings = all;
}

void ore_read_round_section(ore_reader *reader)
{
    const ore_section *section = ore_section_of(reader, "round");
    const ore_record none = {.where = {reader->file, 0, 0}};
    const ore_record *record = section ? &section->record : &none;
    settings values = {.round = *reader->round};

    if (section) {
        ore_fill(reader, record, ore_round_fields, &values);
    } else {
        ore_error(reader->diags, none.where, "section 'round' is missing");
    }
    *reader->round = values.round;
    reader->round->currency = currencies[values.currency];
    reader->round->may_gain = values.negative_subsidy == 1;
    if (!reader->round->name_ja) {
        reader->round->name_ja = reader->round->name;
    }
    read_families(reader, record);
    check_round(reader, record);
}

/* Fill from the only section of that kind, or with its defaults. */
static void fill_from(const ore_reader *reader, const char *kind,
                      const ore_field *fields, settings *values)
{
    const ore_section *section = ore_section_of(reader, kind);
    const ore_record none = {0};

    ore_fill(reader, section ? &section->record : &none, fields, values);
}

static void read_currency(const ore_reader *reader, settings *values)
{
    const ore_section *section;
    int i = 0;

    values->round.jpy_per_usd = nan("");
    while ((section = ore_next_section(reader, "currency", &i))) {
        if (strcmp(section->name, "JPY") == 0) {
            ore_fill(reader, &section->record, ore_currency_fields, values);
        } else if (*section->name) {
            ore_error(reader->diags, section->record.where,
                      "currency is '%s', expected JPY", section->name);
        }
    }
}

void ore_read_settings(ore_reader *reader)
{
    ore_round *round = reader->round;
    const ore_section *report = ore_section_of(reader, "report");
    const ore_source_cell *money =
        report ? ore_record_cell(&report->record, "money") : NULL;
    settings values = {.round = *round};

    read_currency(reader, &values);
    fill_from(reader, "screening", ore_screening_fields, &values);
    fill_from(reader, "derating", ore_derating_fields, &values);
    fill_from(reader, "solver", ore_solver_fields, &values);
    fill_from(reader, "report", ore_report_fields, &values);
    *round = values.round;
    round->outputs_expected = values.outputs == 1;
    round->language = languages[values.language];
    round->money = money ? currencies[values.money] : round->currency;
    if (!round->title) {
        round->title = round->name;
    }
    if (money && strcmp(round->money, round->currency) != 0 &&
        isnan(round->jpy_per_usd)) {
        ore_error(reader->diags, money->where,
                  "money is '%s', but the round is in %s: expected "
                  "'[currency JPY]' with per_usd",
                  round->money, round->currency);
    }
}
