/* Offers: which instrument may fund which project, with how much, at what
 * rate. A project that the offers table lists takes only what it lists there;
 * any other takes every instrument whose `for` matches. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/filter.h"
#include "orefolio/instrument.h"
#include "orefolio/memory.h"
#include "read/fields.h"

const ore_field ore_offer_fields[] = {
    {"project", ORE_FIELD_OTHER, 0, 0, 0, NULL, "project", "who may take it",
     NULL},
    {"instrument", ORE_FIELD_OTHER, 0, 0, 0, NULL, "instrument",
     "of [instrument NAME]", NULL},
    {"min", ORE_FIELD_NUMBER, offsetof(ore_offer, min_m), 0, HUGE_VAL, "0",
     "million", "face, if used at all, in the instrument's currency", NULL},
    {"max", ORE_FIELD_NUMBER, offsetof(ore_offer, max_m), 0, HUGE_VAL,
     "unlimited", "million", "face", NULL},
    {"subsidy_rate", ORE_FIELD_NUMBER, offsetof(ore_offer, subsidy_rate), -1, 1,
     "", "share", "budget cost per unit of face; default: the instrument's",
     NULL},
    {0},
};

static double largest_capex_m(const ore_plan *plan, const ore_project *project)
{
    double capex_m = 0.0;

    for (int o = project->first_option;
         o < project->first_option + project->n_options; o++) {
        capex_m = fmax(capex_m, plan->options[o].capex_m);
    }
    return capex_m;
}

/* Tighten an offer by its instrument; false when nothing is left of it. */
static bool complete(const ore_plan *plan, ore_offer *offer)
{
    const ore_instrument *instrument = &plan->instruments[offer->instrument];
    const double share_m =
        instrument->kind->cost_usd_per_t
            ? HUGE_VAL
            : instrument->share_max *
                  largest_capex_m(plan, &plan->projects[offer->project]);

    offer->min_m = fmax(offer->min_m, instrument->ticket_min_m);
    offer->max_m = fmin(offer->max_m, fmin(instrument->ticket_max_m, share_m));
    if (isnan(offer->subsidy_rate)) {
        offer->subsidy_rate = instrument->subsidy_rate;
    }
    return offer->max_m > 0.0 && offer->min_m <= offer->max_m;
}

static void check_row(const ore_reader *reader, const ore_record *record,
                      const ore_offer *offer)
{
    const ore_plan *plan = reader->plan;
    const ore_cell *rate = ore_record_cell(record, "subsidy_rate");
    const ore_cell *least = ore_record_cell(record, "min");
    const ore_instrument *instrument = &plan->instruments[offer->instrument];
    const ore_project *project = &plan->projects[offer->project];

    if (!ore_filter_project(&instrument->applies_to, project)) {
        ore_error(reader->diags, ore_record_cell(record, "instrument")->where,
                  "instrument '%s' does not fund project '%s' (its key 'for')",
                  instrument->id, project->id);
    }
    if (least && offer->min_m > offer->max_m) {
        ore_error(reader->diags, least->where, "min is larger than max");
    }
    if (rate && offer->subsidy_rate < 0.0 && !reader->plan->may_gain) {
        ore_error(reader->diags, rate->where,
                  "subsidy_rate is '%s', expected a number >= 0 (or "
                  "'negative_subsidy = credit' in [round])",
                  rate->text);
    }
}

static bool read_row(const ore_reader *reader, const ore_record *record,
                     ore_offer *offer)
{
    const ore_plan *plan = reader->plan;

    ore_fill(reader, record, ore_offer_fields, offer);
    offer->where = record->where;
    offer->project =
        ore_reference(reader, record, "project", ore_project_list(plan));
    offer->instrument =
        ore_reference(reader, record, "instrument", ore_instrument_list(plan));
    if (offer->project < 0 || offer->instrument < 0) {
        return false;
    }
    check_row(reader, record, offer);
    offer->min_m *= plan->instruments[offer->instrument].quoted.rate;
    offer->max_m *= plan->instruments[offer->instrument].quoted.rate;
    return true;
}

static int by_pair(const void *left, const void *right)
{
    const ore_offer *a = left, *b = right;

    if (a->project != b->project) {
        return a->project - b->project;
    }
    return a->instrument != b->instrument ? a->instrument - b->instrument
                                          : a->where.line - b->where.line;
}

/* The rows of the table, sorted. The caller frees. */
static ore_offer *read_rows(const ore_reader *reader, int *n)
{
    ore_rows rows = ore_rows_of(reader, ORE_TABLE_OFFERS);
    ore_offer *listed =
        ore_alloc(ore_count_rows(reader, ORE_TABLE_OFFERS), sizeof(ore_offer));

    *n = 0;
    while (ore_list_next(&rows)) {
        if (read_row(reader, &rows.record, &listed[*n])) {
            (*n)++;
        }
    }
    ore_rows_end(&rows);
    qsort(listed, (size_t)*n, sizeof(ore_offer), by_pair);
    for (int i = 1; i < *n; i++) {
        if (listed[i].project == listed[i - 1].project &&
            listed[i].instrument == listed[i - 1].instrument) {
            ore_error(reader->diags, listed[i].where,
                      "offer of '%s' to this project comes twice, first on "
                      "line %d",
                      reader->plan->instruments[listed[i].instrument].id,
                      listed[i - 1].where.line);
        }
    }
    return listed;
}

/* The offers being collected. */
typedef struct kept {
    ore_offer *list; /* [count] */
    int count, room;
} kept;

static void keep(const ore_plan *plan, ore_offer offer, kept *to)
{
    if (complete(plan, &offer)) {
        to->list = ore_grow(to->list, to->count, &to->room, sizeof(ore_offer));
        to->list[to->count++] = offer;
    }
}

static void keep_matching(const ore_plan *plan, int p, kept *to)
{
    for (int k = 0; k < plan->n_instruments; k++) {
        const ore_instrument *instrument = &plan->instruments[k];
        const ore_offer offer = {.project = p,
                                 .instrument = k,
                                 .max_m = HUGE_VAL,
                                 .subsidy_rate = nan(""),
                                 .where = plan->projects[p].where};

        if (ore_filter_project(&instrument->applies_to, &plan->projects[p])) {
            keep(plan, offer, to);
        }
    }
}

void ore_read_offers(ore_reader *reader)
{
    ore_plan *plan = reader->plan;
    int n, i = 0;
    ore_offer *listed = read_rows(reader, &n);
    kept all = {0};

    for (int p = 0; p < plan->n_projects; p++) {
        ore_project *project = &reader->projects[p];
        const bool is_listed = i < n && listed[i].project == p;

        project->first_offer = all.count;
        for (; i < n && listed[i].project == p; i++) {
            keep(plan, listed[i], &all);
        }
        if (!is_listed) {
            keep_matching(plan, p, &all);
        }
        project->n_offers = all.count - project->first_offer;
    }
    free(listed);
    plan->offers = all.list;
    plan->n_offers = all.count;
    if (all.list) {
        ore_store_keep(reader->store, all.list);
    }
}
