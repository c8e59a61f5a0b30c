/* Expectations of the checks of families: what does not hold is an error. */
#include "base/report.h"

#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "orefolio/tolerances.h"

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
               ? ORE_TOLERANCE_WRITTEN *
                     fmax(1.0, fmax(fabs(left), fabs(right)))
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
