/* permit: the permits that an office issues in a commitment year stay within
 * its capacity.
 *
 *   sum over o of k   permit_units[o] start[o,s] <= capacity[k,s]    all k, s
 *
 * What they cost is charged to the office's account in the same year, with the
 * commitments (families/budget.c). */
#include <math.h>

#include "orefolio/accounting.h"
#include "registry.h"

static void emit_year(const ore_round *round, const ore_variables *variables,
                      ore_model *model, int k, int s)
{
    const ore_office *office = &round->offices[k];
    const int year = round->commit.first + s;
    const ore_row row = ore_model_add_row(model, office->capacity_where,
                                          -HUGE_VAL, office->capacity[s],
                                          "permit(%s,%d)", office->id, year);

    ore_model_row_limit(model, row, "`capacity` %d of office %s = %.10g", year,
                        office->id, office->capacity[s]);
    ore_model_row_amount(model, row, 0.0);
    for (int o = 0; o < round->n_options; o++) {
        ore_model_add_coef(model, row, ore_permit_units(round, o, k),
                           variables->start[ore_at_commit(round, o, s)]);
    }
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    for (int k = 0; k < round->n_offices; k++) {
        for (int s = 0; s < round->n_commit; s++) {
            emit_year(round, variables, model, k, s);
        }
    }
}

/* Project by project: what each takes of its office, by year. */
static void check_office(const ore_round *round, const ore_result *result,
                         ore_report *report, int k)
{
    const ore_office *office = &round->offices[k];

    for (int year = round->commit.first; year <= round->commit.last; year++) {
        double units = 0.0;

        for (int p = 0; p < round->n_projects; p++) {
            const int o = result->option[p];

            if (o >= 0 && result->year[p] == year &&
                round->options[o].office == k) {
                units += round->options[o].permit_units;
            }
        }
        ore_expect_le(
            report, units, office->capacity[year - round->commit.first],
            office->where, "capacity of office %s in %d", office->id, year);
    }
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    for (int k = 0; k < round->n_offices; k++) {
        check_office(round, result, report, k);
    }
}

static void list_limits(const ore_round *round, const ore_result *result,
                        ore_limits *limits)
{
    for (int i = 0; i < round->n_offices * round->n_commit; i++) {
        const int k = i / round->n_commit, s = i % round->n_commit;
        const ore_office *office = &round->offices[k];
        const int year = round->commit.first + s;

        ore_limits_add(limits, (ore_limit){.figure = "office capacity",
                                           .of = k,
                                           .s = s,
                                           .id = office->id,
                                           .label = office->label,
                                           .label_ja = office->label_ja,
                                           .year = year,
                                           .unit = ORE_LIMIT_SCORE,
                                           .limit = office->capacity[s],
                                           .used = ore_permit_units_used(
                                               round, result, k, year),
                                           .step = 1.0,
                                           .where = office->capacity_where});
    }
}

static void relax(ore_round *edited, const ore_limit *limit)
{
    ore_office *offices = ore_round_own(edited, edited->offices,
                                        edited->n_offices, sizeof *offices);
    double *capacity = ore_round_own(edited, offices[limit->of].capacity,
                                     edited->n_commit, sizeof *capacity);

    capacity[limit->s] += limit->step;
    offices[limit->of].capacity = capacity;
    edited->offices = offices;
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    for (int k = 0; k < round->n_offices; k++) {
        const ore_office *office = &round->offices[k];

        ore_notes_add(
            notes, (ore_note_line){.text = "Permits: capacity and cost stay as "
                                           "they were used",
                                   .label = office->label,
                                   .label_ja = office->label_ja,
                                   .where = office->where});
    }
}

const ore_family ore_family_permit = {
    .name = "permit",
    .summary = "Permit units of every office, by year",
    .scope = ORE_SCOPE_PORTFOLIO,
    .reason = "the capacity of a permit office",
    .limit_label = "Permit office",
    .emit = emit,
    .check = check,
    .list_limits = list_limits,
    .relax = relax,
    .list_unfollowed = list_unfollowed,
};
