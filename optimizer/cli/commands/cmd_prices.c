/* prices: what a little more, or less, of each account, ceiling and rule comes
 * to, in all goals. */
#include <math.h>
#include <stdio.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/question.h"
#include "orefolio/messages.h"
#include "orefolio/tolerances.h"
#include "study/questions/prices.h"
#include "write/json/write_prices.h"

/* Of a terminal. */
enum { name_columns = 14 };

static bool is_same(double a, double b)
{
    return fabs(a - b) <= 1e-5 * fmax(1.0, fabs(b));
}

/* Whether any point differs from the round in a goal, or is not known. */
static bool tells_something(const ore_round *round, const ore_result *result,
                            const ore_price_curve *curve)
{
    for (int i = 0; i < ORE_PRICE_POINTS; i++) {
        const ore_result *own = curve->points[i].result;

        if (!own) {
            return true;
        }
        for (int g = 0; g < round->n_goals; g++) {
            if (!is_same(own->goals[g].value, result->goals[g].value)) {
                return true;
            }
        }
    }
    return false;
}

static void print_name(const ore_limit *limit)
{
    printf("%s %s", limit->figure, ore_shown(limit->id ? limit->id : ""));
    if (limit->year > 0) {
        printf(" %d", limit->year);
    }
}

/* A value; "~" where it is not proven best. */
static void print_value(const ore_goal_outcome *outcome)
{
    const bool is_proven =
        isfinite(outcome->bound) && outcome->gap <= ORE_TOLERANCE_PROVEN;
    char text[32];

    snprintf(text, sizeof text, "%s%.5g", is_proven ? "" : "~", outcome->value);
    printf(" %8s", text);
}

static void print_point(const ore_price_point *point, int g)
{
    if (point->result) {
        print_value(&point->result->goals[g]);
    } else {
        printf(" %8s", point->answer == ORE_ANSWER_IMPOSSIBLE ? "x" : "?");
    }
}

/* The points in order, the round as it is in their middle. */
static void print_curve(const ore_round *round, const ore_result *result,
                        const ore_price_curve *curve)
{
    print_name(&curve->limit);
    fputs("\n  ", stdout);
    ore_print_padded(_("moved by"), name_columns);
    for (int i = 0; i < ORE_PRICE_POINTS; i++) {
        if (i == ORE_PRICE_STEPS) {
            printf(" %8s", "0");
        }
        printf(" %+8.3g", ore_price_change(curve, i));
    }
    for (int g = 0; g < round->n_goals; g++) {
        fputs("\n  ", stdout);
        ore_print_padded(ore_shown(round->goals[g].name), name_columns);
        for (int i = 0; i < ORE_PRICE_POINTS; i++) {
            if (i == ORE_PRICE_STEPS) {
                print_value(&result->goals[g]);
            }
            print_point(&curve->points[i], g);
        }
    }
    putchar('\n');
}

static void print_all(const ore_round *round, const ore_result *result,
                      const ore_price_curve *curves, int n)
{
    int idle = 0;

    for (int i = 0; i < n; i++) {
        if (tells_something(round, result, &curves[i])) {
            print_curve(round, result, &curves[i]);
        }
    }
    for (int i = 0; i < n; i++) {
        if (!tells_something(round, result, &curves[i])) {
            fputs(idle++ > 0 ? ", " : _("no difference at any point: "),
                  stdout);
            print_name(&curves[i].limit);
        }
    }
    if (idle > 0) {
        putchar('\n');
    }
    puts(_("x: no portfolio; ?: not known in the time; ~: not proven best"));
}

static ore_status answer(const ore_options *options, const ore_inquiry *inquiry,
                         bool is_quiet, ore_diags *diags)
{
    ore_status status = ORE_OK;
    int n = 0;
    ore_price_curve *curves =
        ore_prices_list(inquiry->round, inquiry->result, &n);

    ore_prices_solve(inquiry, curves, n);
    if (!is_quiet) {
        print_all(inquiry->round, inquiry->result, curves, n);
    }
    if (options->json) {
        status = ore_write_prices(inquiry->round, inquiry->result, curves, n,
                                  options->json, diags);
    }
    if (status == ORE_OK) {
        status = ore_question_write(
            options, inquiry->round, inquiry->result,
            &(ore_answers){.n_curves = n, .curves = curves}, diags);
    }
    ore_prices_free(curves, n);
    return status;
}

static ore_status run(const ore_options *options)
{
    return ore_question_run(options, &(ore_question){.answer = answer});
}

const ore_command ore_command_prices = {
    .name = "prices",
    .args = "ROUND.ini",
    .summary = "what more and less of each account, ceiling and rule is worth",
    .example = "orefolio prices inputs/demo/round.ini --json prices.json",
    .min_args = 1,
    .max_args = 1,
    .accepts = ORE_OPT_SOLVER | ORE_OPT_OUTPUT | ORE_OPT_HTML |
               ORE_OPT_LANGUAGE | ORE_OPT_RESULT | ORE_OPT_STRICT |
               ORE_OPT_OUTSIDE | ORE_OPT_ROUND,
    .run = run,
};
