/* Verification. See verify.h. */
#include "verify/verify.h"

#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "verify/rows.h"

static const double tolerance = 1e-6;
enum { most_told = 20 };

struct ore_report {
    ore_diags *diags;
    const char *family; /* whose check is running */
    int checked, broken;
};

static void expect(ore_report *report, bool holds, ore_where where,
                   const char *relation, const double sides[2], const char *fmt,
                   va_list args)
{
    report->checked++;
    if (holds) {
        return;
    }
    report->broken++;
    char *what = ore_vprint(fmt, args);

    ore_error(report->diags, where,
              "rule broken: %s: %s: %.10g, expected %s %.10g", report->family,
              ore_shown(what), sides[0], relation, sides[1]);
    free(what);
}

static double slack(double left, double right)
{
    return isfinite(left) && isfinite(right)
               ? tolerance * fmax(1.0, fmax(fabs(left), fabs(right)))
               : 0.0;
}

void ore_expect_le(ore_report *report, double left, double right,
                   ore_where where, const char *fmt, ...)
{
    const double sides[2] = {left, right};
    va_list args;

    va_start(args, fmt);
    expect(report, left <= right + slack(left, right), where, "<=", sides, fmt,
           args);
    va_end(args);
}

void ore_expect_ge(ore_report *report, double left, double right,
                   ore_where where, const char *fmt, ...)
{
    const double sides[2] = {left, right};
    va_list args;

    va_start(args, fmt);
    expect(report, left >= right - slack(left, right), where, ">=", sides, fmt,
           args);
    va_end(args);
}

void ore_expect_eq(ore_report *report, double left, double right,
                   ore_where where, const char *fmt, ...)
{
    const double sides[2] = {left, right};
    va_list args;

    va_start(args, fmt);
    expect(report, fabs(left - right) <= slack(left, right), where, "=", sides,
           fmt, args);
    va_end(args);
}

static void tell_row(void *data, const ore_model_row *row, double violation)
{
    ore_report *report = data;

    if (report->broken++ < most_told) {
        ore_error(report->diags, row->where,
                  "row %s is off by %.3g of its size, expected at most %.0e",
                  ore_shown(row->name), violation, tolerance);
    }
}

/* A result file may claim any goal values: they must be the portfolio's. */
static void check_goals(const ore_plan *plan, const ore_result *result,
                        ore_report *report)
{
    report->family = "goal";
    for (int g = 0; g < plan->n_goals; g++) {
        const char *name = plan->goals[g].name;

        if (!isnan(result->goals[g].value)) {
            ore_expect_eq(report, result->goals[g].value,
                          ore_goal_of(&plan->goals[g])
                              ->value(plan, result, &plan->goals[g]),
                          plan->goals[g].where, "value of goal %s", name);
        }
    }
}

int ore_check_family(const ore_family *family, const ore_plan *plan,
                     const ore_result *result, ore_diags *diags)
{
    ore_report report = {.diags = diags, .family = family->name};

    family->check(plan, result, &report);
    return report.broken;
}

ore_status ore_verify(const ore_program *program, ore_result *result,
                      ore_diags *diags)
{
    const ore_plan *plan = program->plan;
    ore_report report = {.diags = diags};
    double *point = ore_alloc(program->model->n_cols, sizeof *point);

    for (int i = 0; ore_families[i]; i++) {
        report.family = ore_families[i]->name;
        ore_families[i]->check(plan, result, &report);
    }
    check_goals(plan, result, &report);
    result->rules_checked = report.checked;
    if (report.broken == 0) {
        ore_point_of_result(plan, program->vars, result, point);
        result->worst_violation =
            ore_check_rows(program->model, point, tell_row, &report);
        result->rows_checked = program->model->n_rows;
    }
    free(point);
    return report.broken == 0 ? ORE_OK : ORE_UNVERIFIED;
}
