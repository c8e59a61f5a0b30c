/* Pairs: which instrument may fund which project, with how much, at what
 * rate. A project that the offers table lists takes only what it lists there;
 * any other takes every instrument whose `for` matches. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/filter.h"
#include "orefolio/instrument.h"
#include "orefolio/memory.h"
#include "read/round/fields.h"

const ore_field ore_offer_fields[] = {
    ORE_FIELD("project", OTHER, 0, "who may take it", .is_required = true,
              .unit = "project"),
    ORE_FIELD("instrument", OTHER, 0, "of [instrument NAME]",
              .is_required = true, .unit = "instrument"),
    ORE_FIELD("min", NUMBER, offsetof(ore_pair, min_m),
              "face, if used at all, in the instrument's currency", .min = 0.0,
              .max = ORE_NO_LIMIT, .fallback = "0", .unit = "million"),
    ORE_FIELD("max", NUMBER, offsetof(ore_pair, max_m), "face", .min = 0.0,
              .max = ORE_NO_LIMIT, .fallback = "unlimited", .unit = "million"),
    ORE_FIELD("subsidy_rate", NUMBER, offsetof(ore_pair, subsidy_rate),
              "budget cost per unit of face; default: the instrument's",
              .min = -1.0, .max = 1.0, .unit = "share"),
    {0},
};

static double largest_capex_m(const ore_round *round,
                              const ore_project *project)
{
    double capex_m = 0.0;

    for (int o = project->first_option;
         o < project->first_option + project->n_options; o++) {
        capex_m = fmax(capex_m, round->options[o].capex_m);
    }
    return capex_m;
}

/* Tighten a pair by its instrument; false when nothing is left of it. */
static bool complete(const ore_round *round, ore_pair *pair)
{
    const ore_instrument *instrument = &round->instruments[pair->instrument];
    const double share_m =
        instrument->kind->cost_per_t
            ? HUGE_VAL
            : instrument->share_max *
                  largest_capex_m(round, &round->projects[pair->project]);

    pair->min_m = fmax(pair->min_m, instrument->ticket_min_m);
    pair->max_m = fmin(pair->max_m, fmin(instrument->ticket_max_m, share_m));
    if (isnan(pair->subsidy_rate)) {
        pair->subsidy_rate = instrument->subsidy_rate;
    }
    return pair->max_m > 0.0 && pair->min_m <= pair->max_m;
}

static void check_row(const ore_reader *reader, const ore_record *record,
                      const ore_pair *pair)
{
    const ore_round *round = reader->round;
    const ore_source_cell *rate = ore_record_cell(record, "subsidy_rate");
    const ore_source_cell *min = ore_record_cell(record, "min");
    const ore_instrument *instrument = &round->instruments[pair->instrument];
    const ore_project *project = &round->projects[pair->project];

    if (!ore_filter_project(&instrument->applies_to, project)) {
        ore_error(reader->diags, ore_record_cell(record, "instrument")->where,
                  "instrument '%s' does not fund project '%s' (its key 'for')",
                  instrument->id, project->id);
    }
    if (min && pair->min_m > pair->max_m) {
        ore_error(reader->diags, min->where, "min is larger than max");
    }
    if (rate && pair->subsidy_rate < 0.0 && !reader->round->may_gain) {
        ore_error(reader->diags, rate->where,
                  "subsidy_rate is '%s', expected a number >= 0 (or "
                  "'negative_subsidy = credit' in [round])",
                  rate->text);
    }
}

static bool read_row(const ore_reader *reader, const ore_record *record,
                     ore_pair *pair)
{
    const ore_round *round = reader->round;

    ore_fill(reader, record, ore_offer_fields, pair);
    pair->where = record->where;
    pair->project =
        ore_reference(reader, record, "project", ore_project_list(round));
    pair->instrument =
        ore_reference(reader, record, "instrument", ore_instrument_list(round));
    if (pair->project < 0 || pair->instrument < 0) {
        return false;
    }
    check_row(reader, record, pair);
    pair->min_m *= round->instruments[pair->instrument].quoted.rate;
    pair->max_m *= round->instruments[pair->instrument].quoted.rate;
    return true;
}

static int by_pair(const void *left, const void *right)
{
    const ore_pair *a = left, *b = right;

    if (a->project != b->project) {
        return a->project - b->project;
    }
    return a->instrument != b->instrument ? a->instrument - b->instrument
                                          : a->where.line - b->where.line;
}

/* The rows of the table, sorted. The caller frees. */
static ore_pair *read_rows(const ore_reader *reader, int *n)
{
    ore_rows rows = ore_rows_of(reader, ORE_TABLE_OFFERS);
    ore_pair *listed =
        ore_alloc(ore_count_rows(reader, ORE_TABLE_OFFERS), sizeof(ore_pair));

    *n = 0;
    while (ore_rows_next(&rows)) {
        if (read_row(reader, &rows.record, &listed[*n])) {
            (*n)++;
        }
    }
    ore_rows_end(&rows);
    qsort(listed, (size_t)*n, sizeof(ore_pair), by_pair);
    for (int i = 1; i < *n; i++) {
        if (listed[i].project == listed[i - 1].project &&
            listed[i].instrument == listed[i - 1].instrument) {
            ore_error(reader->diags, listed[i].where,
                      "offer of '%s' to this project comes twice, first on "
                      "line %d",
                      reader->round->instruments[listed[i].instrument].id,
                      listed[i - 1].where.line);
        }
    }
    return listed;
}

/* The pairs being collected. */
typedef struct kept {
    ore_pair *list; /* [count] */
    int count, room;
} kept;

static void keep(const ore_round *round, ore_pair pair, kept *to)
{
    if (complete(round, &pair)) {
        to->list = ore_grow(to->list, to->count, &to->room, sizeof(ore_pair));
        to->list[to->count++] = pair;
    }
}

static void keep_matching(const ore_round *round, int p, kept *to)
{
    for (int k = 0; k < round->n_instruments; k++) {
        const ore_instrument *instrument = &round->instruments[k];
        const ore_pair pair = {.project = p,
                               .instrument = k,
                               .max_m = HUGE_VAL,
                               .subsidy_rate = nan(""),
                               .where = round->projects[p].where};

        if (ore_filter_project(&instrument->applies_to, &round->projects[p])) {
            keep(round, pair, to);
        }
    }
}

/* Whose rows are those of project p: a speed-up is offered what its project is.
 */
static int listed_as(const ore_round *round, int p)
{
    const ore_project *project = &round->projects[p];

    return project->speeds_up ? round->options[project->sped_option].project
                              : p;
}

/* The first row, of those sorted, that is not of a project before p. */
static int first_of(const ore_pair *listed, int n, int p)
{
    int from = 0, to = n;

    while (from < to) {
        const int middle = from + (to - from) / 2;

        if (listed[middle].project < p) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    return from;
}

void ore_read_offers(ore_reader *reader)
{
    ore_round *round = reader->round;
    int n;
    ore_pair *listed = read_rows(reader, &n);
    kept all = {0};

    for (int p = 0; p < round->n_projects; p++) {
        ore_project *project = &reader->projects[p];
        const int as = listed_as(round, p);
        int i = first_of(listed, n, as);
        const bool is_listed = i < n && listed[i].project == as;

        project->first_pair = all.count;
        for (; i < n && listed[i].project == as; i++) {
            ore_pair pair = listed[i];

            pair.project = p;
            keep(round, pair, &all);
        }
        if (!is_listed) {
            keep_matching(round, p, &all);
        }
        project->n_pairs = all.count - project->first_pair;
    }
    free(listed);
    round->pairs = all.list;
    round->n_pairs = all.count;
    if (all.list) {
        ore_store_keep(reader->store, all.list);
    }
}
