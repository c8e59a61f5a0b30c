/* The chosen projects of a result file. Decisions are read; figures that
 * follow from them (sources by kind, budget cost) are only compared, with a
 * warning, because the round may have changed since. */
#include <math.h>

#include "base/text.h"
#include "orefolio/instrument.h"
#include "read/results/filling.h"

double ore_round_figure(double value)
{
    return ore_rounded(value, 1e6);
}

bool ore_fill_project(const ore_filling *to, const ore_json_node *node, int *p)
{
    const char *id;

    if (!ore_json_get_text(node, "project", &id)) {
        return false;
    }
    *p = ore_project_named(to->round, id);
    if (*p < 0) {
        ore_json_unknown(node, "project", id, "a project of the round");
    }
    return *p >= 0;
}

bool ore_fill_year(const ore_filling *to, const ore_json_node *node,
                   ore_years range, int *year)
{
    ore_json_node member;

    if (!ore_json_get_whole(node, "year", year)) {
        return false;
    }
    if (*year < range.first || *year > range.last) {
        (void)ore_json_optional(node, "year", &member);
        ore_error(to->diags, ore_json_where(&member),
                  "year is %d, expected %d to %d", *year, range.first,
                  range.last);
        return false;
    }
    return true;
}

static bool get_option(const ore_filling *to, const ore_json_node *node, int p,
                       int *o)
{
    const char *id;

    if (!ore_json_get_text(node, "option", &id)) {
        return false;
    }
    *o = ore_option_named(to->round, p, id);
    if (*o < 0) {
        ore_json_unknown(node, "option", id, "an option of the project");
    }
    return *o >= 0;
}

static bool get_offer(const ore_filling *to, const ore_json_node *node, int p,
                      int *f)
{
    const char *id;

    if (!ore_json_get_text(node, "instrument", &id)) {
        return false;
    }
    *f = ore_pair_named(to->round, p, id);
    if (*f < 0) {
        ore_json_unknown(node, "instrument", id,
                         "an instrument that may fund the project");
    }
    return *f >= 0;
}

/* Warn when a figure that follows from others does not. */
static void compare(const ore_filling *to, const ore_json_node *node,
                    const char *key, double derived)
{
    ore_json_node member;

    if (ore_json_optional(node, key, &member) && json_is_number(member.value) &&
        fabs(json_number_value(member.value) - derived) >
            1e-5 * fmax(1.0, fabs(derived))) {
        ore_warn(to->diags, ore_json_where(&member),
                 "%s is %g, the commitments make it %g", key,
                 json_number_value(member.value), derived);
    }
}

static void read_commitment(const ore_filling *to, const ore_json_node *node,
                            int p)
{
    int f, year;
    double face_m;

    if (!get_offer(to, node, p, &f) ||
        !ore_fill_year(to, node, to->round->commit, &year) ||
        !ore_json_get_number(node, "face", &face_m)) {
        return;
    }
    if (to->result->face_m[f] != 0.0) {
        ore_error(to->diags, ore_json_where(node),
                  "instrument comes twice on project '%s'",
                  to->round->projects[p].id);
    }
    if (year != to->result->year[p]) {
        ore_error(to->diags, ore_json_where(node),
                  "commitment of %d, expected %d, the year of project '%s'",
                  year, to->result->year[p], to->round->projects[p].id);
    }
    to->result->face_m[f] = ore_round_figure(face_m);
    compare(to, node, "budget_cost",
            ore_charge_rate(to->round, f, to->result->option[p],
                            year - to->round->commit.first) *
                face_m);
}

/* Faces by kind against `sources`; returns the guaranteed debt, M. */
static double compare_sources(const ore_filling *to,
                              const ore_json_node *sources, int p)
{
    const ore_project *project = &to->round->projects[p];
    double wrapped_m = 0.0;

    for (int k = 0; ore_instrument_kinds[k]; k++) {
        double sum_m = 0.0;

        for (int i = 0; i < project->n_pairs; i++) {
            const int f = project->first_pair + i;
            const int instrument = to->round->pairs[f].instrument;

            if (to->round->instruments[instrument].kind ==
                ore_instrument_kinds[k]) {
                sum_m += to->result->face_m[f];
            }
        }
        if (ore_instrument_kinds[k]->json_source) {
            compare(to, sources, ore_instrument_kinds[k]->json_source, sum_m);
        }
        if (ore_instrument_kinds[k]->covers == ORE_COVERS_DEBT) {
            wrapped_m += sum_m;
        }
    }
    return wrapped_m;
}

static void read_money(const ore_filling *to, const ore_json_node *node, int p)
{
    ore_json_node list, sources;
    double debt_m, equity_m;

    if (!ore_json_member(node, "commitments", &list) ||
        !ore_json_member(node, "sources", &sources)) {
        return;
    }
    const int count = ore_json_count(&list);

    for (int i = 0; i < count; i++) {
        const ore_json_node element = ore_json_element(&list, i);

        read_commitment(to, &element, p);
    }
    if (ore_json_get_number(&sources, "bank_debt", &debt_m) &&
        ore_json_get_number(&sources, "sponsor_equity", &equity_m)) {
        to->result->debt_m[p] =
            ore_round_figure(debt_m + compare_sources(to, &sources, p));
        to->result->equity_m[p] = ore_round_figure(equity_m);
    }
}

void ore_fill_chosen(const ore_filling *to, const ore_json_node *node)
{
    int p, o, year;

    if (!ore_fill_project(to, node, &p) || !get_option(to, node, p, &o) ||
        !ore_fill_year(to, node, to->round->commit, &year)) {
        return;
    }
    if (to->result->option[p] >= 0) {
        ore_error(to->diags, ore_json_where(node), "project '%s' comes twice",
                  to->round->projects[p].id);
        return;
    }
    to->result->option[p] = o;
    to->result->year[p] = year;
    read_money(to, node, p);
}
