/* [round] and the settings of screening, derating, solver and report. */
#include <limits.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/family.h"
#include "read/money/currencies.h"
#include "read/money/quotation.h"
#include "read/round/fields.h"

enum { MAX_YEARS = 100, FIRST_YEAR = 1900, LAST_YEAR = 2200 };
/* What their table of fates may take in memory is in proportion. */
enum { MAX_DRAWS = 100000 };

/* A round and what is kept in it as a word, flag or string of another kind. */
typedef struct settings {
    ore_round round;
    int language, negative_subsidy, outputs;
} settings;

#define ROUND(field) offsetof(settings, round.field)

static const char *const languages[] = {"en", "ja", NULL};
static const char *const negatives[] = {"zero", "credit", NULL};
const char *const ore_year_kinds[] = {[ORE_YEARS_CALENDAR] = "calendar",
                                      [ORE_YEARS_JFY] = "JFY",
                                      [ORE_YEARS_USFY] = "USFY",
                                      NULL};
static const char *const pendings[] = {[ORE_PENDING_WAIT] = "wait",
                                       [ORE_PENDING_ALLOW] = "allow",
                                       [ORE_PENDING_EXCLUDE] = "exclude",
                                       NULL};
static const char *const outputs[] = {"full", "expected", NULL};

const ore_field ore_round_fields[] = {
    ORE_FIELD("name", TEXT, ROUND(name), "shown in reports",
              .is_required = true),
    ORE_FIELD("name_ja", TEXT, ROUND(name_ja), "in Japanese; default: name"),
    ORE_FIELD("extends", OTHER, 0,
              "a round file that this one is laid over, key by key",
              .unit = "path"),
    ORE_FIELD("currency", CURRENCY, ROUND(currency),
              "of every amount, in millions", .fallback = "USD"),
    ORE_FIELD("horizon", YEARS, ROUND(horizon), "in which supply is measured",
              .is_required = true, .unit = "years"),
    ORE_FIELD("commit", YEARS, ROUND(commit), "in which funds may be committed",
              .is_required = true, .unit = "years"),
    ORE_FIELD("decide_by", DATE, ROUND(decide_by),
              "what is ready later cannot be committed in the first year",
              .unit = "date"),
    ORE_FIELD("discount_rate", NUMBER, ROUND(discount_rate),
              "for goals over years", .min = 0.0, .max = 1.0,
              .fallback = "0.03", .unit = "per year"),
    ORE_FIELD("price_year", YEAR, ROUND(price_year), "of the constant prices",
              .unit = "year"),
    ORE_FIELD("inflation_rate", NUMBER, ROUND(inflation_rate),
              "brings amounts of another price_year to the round's",
              .min = -0.5, .max = 1.0, .unit = "per year"),
    ORE_FIELD(
        "negative_subsidy", WORD, offsetof(settings, negative_subsidy),
        "zero: a subsidy rate below 0 counts as 0; credit: it is kept and "
        "earns",
        .fallback = "zero", .choices = negatives),
    {0},
};

const ore_field ore_screening_fields[] = {
    ORE_FIELD("concern_share_max", NUMBER, ROUND(screening.concern_share_max),
              "of ownership by entities of concern", .min = 0.0, .max = 1.0,
              .fallback = "1", .unit = "share"),
    ORE_FIELD("pending", WORD, ROUND(screening.pending),
              "projects under review: wait for review_on, allow, or exclude",
              .fallback = "wait", .choices = pendings),
    {0},
};

const ore_field ore_derating_fields[] = {
    ORE_FIELD("outputs", WORD, offsetof(settings, outputs),
              "expected: outputs count times success_probability",
              .fallback = "full", .choices = outputs),
    {0},
};

const ore_field ore_reliability_fields[] = {
    ORE_FIELD("draws", WHOLE, ROUND(reliability.draws),
              "of failures, disruptions and outcomes that the recommended plan "
              "is put to",
              .min = 1, .max = MAX_DRAWS, .fallback = "1000"),
    ORE_FIELD("level", NUMBER, ROUND(reliability.level),
              "of a target that has to be delivered for it to count as met",
              .min = 0.01, .max = 1.0, .fallback = "0.9", .unit = "share"),
    ORE_FIELD("seed", WHOLE, ROUND(reliability.seed), "of the draws", .min = 0,
              .max = INT_MAX, .fallback = "1"),
    {0},
};

const ore_field ore_solver_fields[] = {
    ORE_FIELD("time_limit_s", NUMBER, ROUND(time_limit_s), "of the whole solve",
              .min = 0.001, .max = 1e7, .fallback = "60", .unit = "s"),
    ORE_FIELD("gap", NUMBER, ROUND(gap),
              "proven distance from the best at which the search may stop",
              .min = 0.0, .max = 1.0, .fallback = "0.001", .unit = "share"),
    ORE_FIELD("seed", WHOLE, ROUND(seed), "of everything random", .min = 0,
              .max = INT_MAX, .fallback = "1"),
    {0},
};

const ore_field ore_report_fields[] = {
    ORE_FIELD("title", TEXT, ROUND(title), "default: the round's name"),
    ORE_FIELD("reviewed_by", TEXT, ROUND(reviewed_by),
              "who has reviewed inputs and goals independently"),
    ORE_FIELD("use_by", DATE, ROUND(use_by),
              "after which the answer is not to be used", .unit = "date"),
    ORE_FIELD("language", WORD, offsetof(settings, language), "of the outputs",
              .fallback = "en", .choices = languages),
    ORE_FIELD("years", WORD, ROUND(year_kind),
              "what headings call the round's years: calendar ones, or fiscal "
              "years of Japan or the United States",
              .fallback = "calendar", .choices = ore_year_kinds),
    ORE_FIELD("money", CURRENCY, ROUND(money),
              "shown in this currency; default: yen in Japanese where there is "
              "a rate "
              "for it, else the round's"),
    {0},
};

static void check_years(const ore_reader *reader, const ore_record *record,
                        const char *name, ore_years *years)
{
    const ore_source_cell *cell = ore_record_cell(record, name);

    if (years->first == 0) {
        /* The mistake was told; be generous, so that no more follow. */
        *years = (ore_years){FIRST_YEAR, LAST_YEAR};
    } else if (years->last - years->first >= MAX_YEARS) {
        ore_error(reader->diags, cell->where,
                  "%s has %d years, expected at most %d", name,
                  years->last - years->first + 1, MAX_YEARS);
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

/* Where each of the keys is given. */
static const ore_where *places_of(ore_reader *reader, const ore_record *record,
                                  const ore_field *fields)
{
    int n = 0;

    while (fields[n].key) {
        n++;
    }
    ore_where *places = ore_store_alloc(reader->store, n, sizeof *places);

    for (int i = 0; i < n; i++) {
        const ore_source_cell *cell = ore_record_cell(record, fields[i].key);

        places[i] = cell ? cell->where : (ore_where){.file = reader->file};
    }
    return places;
}

/* The keys that only a family reads, into a record of its own. */
static void read_families(ore_reader *reader, const ore_record *record)
{
    ore_family_keys *all =
        ore_store_alloc(reader->store, ore_count_families(), sizeof *all);
    int n = 0;

    for (int i = 0; ore_families[i]; i++) {
        if (ore_families[i]->fields) {
            void *own = ore_store_alloc(reader->store, 1,
                                        ore_families[i]->settings_size);

            memcpy(own, ore_families[i]->defaults,
                   ore_families[i]->settings_size);
            ore_fill_given(reader, record, ore_families[i]->fields, own);
            all[n++] = (ore_family_keys){
                ore_families[i], own,
                places_of(reader, record, ore_families[i]->fields)};
        }
    }
    reader->round->family_settings = all;
    reader->round->n_family_settings = n;
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
    if (!reader->round->currency) {
        const ore_source_cell *cell = ore_record_cell(record, "currency");

        reader->round->currency = "USD";
        if (cell) {
            ore_error(reader->diags, cell->where,
                      "currency is '%s', expected a code of ISO 4217 like EUR",
                      ore_shown(cell->text));
        }
    }
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

void ore_read_settings(ore_reader *reader)
{
    ore_round *round = reader->round;
    const ore_section *report = ore_section_of(reader, "report");
    const ore_source_cell *money =
        report ? ore_record_cell(&report->record, "money") : NULL;
    settings values;

    ore_read_currencies(reader);
    values.round = *round;
    fill_from(reader, "screening", ore_screening_fields, &values);
    fill_from(reader, "derating", ore_derating_fields, &values);
    if (ore_section_of(reader, "reliability")) {
        fill_from(reader, "reliability", ore_reliability_fields, &values);
    }
    fill_from(reader, "solver", ore_solver_fields, &values);
    fill_from(reader, "report", ore_report_fields, &values);
    *round = values.round;
    round->outputs_expected = values.outputs == 1;
    round->language = languages[values.language];
    if (!round->title) {
        round->title = round->name;
    }
    if (round->money &&
        !ore_need_rate(reader, money->where, "money", round->money)) {
        round->money = NULL;
    }
}
