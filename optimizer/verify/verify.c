/* Verification. See verify.h. */
#include "verify/verify.h"

#include <math.h>
#include <stdlib.h>

#include "base/report.h"
#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/program.h"
#include "orefolio/tolerances.h"
#include "verify/rows.h"

enum { max_told = 20 };

static void tell_row(void *data, const ore_program_row *row, double violation)
{
    ore_report *report = data;

    if (report->broken++ < max_told) {
        ore_error(report->diags, row->where,
                  "row %s is off by %.3g of its size, expected at most %.0e",
                  ore_shown(row->name), violation, ORE_TOLERANCE_WRITTEN);
    }
}

/* A result file may claim any goal values: they must be the portfolio's. */
static void check_goals(const ore_program *program, const ore_result *result,
                        ore_report *report)
{
    const ore_round *round = program->round;

    report->family = "goal";
    for (int g = 0; g < round->n_goals; g++) {
        const char *name = round->goals[g].name;

        if (!isnan(result->goals[g].value)) {
            ore_expect_eq(report, result->goals[g].value,
                          ore_program_value(program, g, result),
                          round->goals[g].where, "value of goal %s", name);
        }
    }
}

int ore_check_family(const ore_family *family, const ore_round *round,
                     const ore_result *result, ore_diags *diags)
{
    ore_report report = {.diags = diags, .family = family->name};

    family->check(round, result, &report);
    return report.broken;
}

/* The rules of one round, and its goals. */
static void check_rules(const ore_program *program, const ore_result *result,
                        ore_report *report)
{
    for (int i = 0; ore_families[i]; i++) {
        report->family = ore_families[i]->name;
        ore_families[i]->check(program->round, result, report);
    }
    check_goals(program, result, report);
}

ore_status ore_verify(const ore_program *program, const ore_result *result,
                      ore_statistics *statistics, ore_diags *diags)
{
    ore_report report = {.diags = diags};
    double *point = ore_alloc(program->model->n_cols, sizeof *point);

    for (int k = 0; k < ore_program_n_parts(program); k++) {
        check_rules(ore_program_part(program, k), ore_result_leaf(result, k),
                    &report);
    }
    if (program->joined) {
        check_goals(program, result, &report);
    }
    statistics->rules_checked = report.checked;
    if (report.broken == 0) {
        ore_program_point(program, result, point);
        statistics->worst_violation =
            ore_check_rows(program->model, point, tell_row, &report);
        statistics->rows_checked = program->model->n_rows;
    }
    free(point);
    return report.broken == 0 ? ORE_OK : ORE_UNVERIFIED;
}
