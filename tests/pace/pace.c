/* pace: at most so many projects begin in any one year.
 *
 *   sum over p, o   start[p,o,s] <= starts_max     all s
 *
 * Not a family of the program: the test pace/pace adds it, as anybody would add
 * one, and looks for it wherever families show. */
#include <math.h>
#include <stddef.h>

#include "economics/charges.h"
#include "orefolio/family.h"

extern const ore_family ore_family_pace;

typedef struct settings {
    double starts_max; /* NAN = no limit */
} settings;

static const ore_field fields[] = {
    ORE_FIELD("starts_max", NUMBER, offsetof(settings, starts_max),
              "projects that may begin in one year", .min = 0.0, .max = 1e6),
    {0},
};

static const settings defaults = {.starts_max = (double)NAN};

static double starts_max(const ore_round *round)
{
    const settings *own = ore_family_settings(round, &ore_family_pace);

    return own->starts_max;
}

static void emit(const ore_round *round, const ore_variables *variables,
                 ore_model *model)
{
    const ore_where where =
        ore_family_where(round, &ore_family_pace, "starts_max");
    const double max = starts_max(round);

    for (int s = 0; s < round->n_commit && !isnan(max); s++) {
        const int year = round->commit.first + s;
        const ore_row row =
            ore_model_add_row(model, where, -HUGE_VAL, max, "pace(%d)", year);

        ore_model_row_limit(model, row, "`starts_max` = %g, year %d", max,
                            year);
        ore_model_row_amount(model, row, 0.0);
        for (int p = 0; p < round->n_projects; p++) {
            ore_row_add_starts(round, variables, model, row, 1.0, p,
                               (ore_years){s, s});
        }
    }
}

static int count_starts(const ore_round *round, const ore_result *result,
                        int year)
{
    int n = 0;

    for (int p = 0; p < round->n_projects; p++) {
        n += result->option[p] >= 0 && result->year[p] == year;
    }
    return n;
}

static void check(const ore_round *round, const ore_result *result,
                  ore_report *report)
{
    const ore_where where =
        ore_family_where(round, &ore_family_pace, "starts_max");
    const double max = starts_max(round);

    for (int year = round->commit.first;
         year <= round->commit.last && !isnan(max); year++) {
        ore_expect_le(report, count_starts(round, result, year), max, where,
                      "starts in %d", year);
    }
}

static void list_limits(const ore_round *round, const ore_result *result,
                        ore_limits *limits)
{
    const ore_where where =
        ore_family_where(round, &ore_family_pace, "starts_max");
    const double max = starts_max(round);

    for (int year = round->commit.first;
         year <= round->commit.last && !isnan(max); year++) {
        ore_limits_add(limits,
                       (ore_limit){.figure = "round starts_max",
                                   .s = -1,
                                   .id = "starts_max",
                                   .label = "Starts in one year",
                                   .label_ja = "年間の着手数",
                                   .year = year,
                                   .unit = ORE_LIMIT_COUNT,
                                   .limit = max,
                                   .used = count_starts(round, result, year),
                                   .step = 1.0,
                                   .where = where});
    }
}

static void relax(ore_round *edited, const ore_limit *limit)
{
    settings *own = ore_family_own_settings(edited, &ore_family_pace);

    own->starts_max += limit->step;
}

static void list_unfollowed(const ore_round *round, ore_notes *notes)
{
    if (!isnan(starts_max(round))) {
        ore_notes_add(notes, (ore_note_line){.text = "Starts in one year"});
    }
}

const ore_family ore_family_pace = {
    .name = "pace",
    .summary = "No more projects begin in one year than may",
    .scope = ORE_SCOPE_PORTFOLIO,
    .reason = "the number of starts in a year",
    .limit_label = "Pace",
    .fields = fields,
    .settings_size = sizeof(settings),
    .defaults = &defaults,
    .emit = emit,
    .check = check,
    .list_limits = list_limits,
    .relax = relax,
    .list_unfollowed = list_unfollowed,
};
