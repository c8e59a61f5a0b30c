/* Every family's rows and its check say the same of any result: of random
 * ones, of solved ones, and of solved ones that were tampered with. A family
 * whose emit forgets a row, or whose check forgets a rule, fails here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "orefolio/asset_sales.h"
#include "orefolio/program.h"
#include "random_round.h"
#include "solve/solve.h"
#include "verify/rows.h"
#include "verify/verify.h"

enum { n_rounds = RANDOM_ROUNDS(200), n_tampered = 12, most_families = 32 };

static int family_of(const char *row)
{
    for (int i = 0; ore_families[i]; i++) {
        const size_t length = strlen(ore_families[i]->name);

        if (strncmp(row, ore_families[i]->name, length) == 0 &&
            (row[length] == '(' || row[length] == '_')) {
            return i;
        }
    }
    return -1;
}

typedef struct broken_rows {
    bool family[most_families];
    bool bounds;
    bool tightened[most_families];
    char last[most_families][200]; /* name of a broken row of the family */
} broken_rows;

/* Rows whose coefficients are tightened by what other families say, or that
 * are relaxed by what the bounds allow when a project stays out: when one is
 * broken, some family is. */
static bool is_tightened(const char *row)
{
    static const char *const starts[] = {"chain_cover(", "ticket_tie(",
                                         "ticket_max("};

    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        if (strncmp(row, starts[i], strlen(starts[i])) == 0) {
            return true;
        }
    }
    return strncmp(row, "rule_", 5) == 0 && strstr(row, ",P");
}

static void note_row(void *data, const ore_program_row *row, double violation)
{
    broken_rows *broken = data;
    const int i = family_of(row->name);

    (void)violation;
    if (i < 0) {
        broken->bounds = true;
        return;
    }
    if (is_tightened(row->name)) {
        broken->tightened[i] = true;
        return;
    }
    broken->family[i] = true;
    snprintf(broken->last[i], sizeof broken->last[i], "%s", row->name);
}

static double fraction(random_state state)
{
    return 1e-3 * pick(state, 0, 1000);
}

static void tamper_at(double *figures, int count, random_state state)
{
    if (count > 0) {
        figures[pick(state, 0, count - 1)] = 80.0 * fraction(state);
    }
}

/* Another delivery, with the shortfall that it leaves. */
static void tamper_delivery(const ore_round *round, ore_result *result,
                            random_state state)
{
    const int i = pick(state, 0, round->n_targets * round->n_states - 1);
    const double target_tpa =
        round->targets[i / round->n_states]
            .target_tpa[round->states[i % round->n_states].t];

    result->delivered_tpa[i] = fmin(target_tpa, 80.0 * fraction(state));
    result->shortfall_tpa[i] = target_tpa - result->delivered_tpa[i];
}

static void tamper_figure(const ore_round *round, ore_result *result,
                          random_state state)
{
    const int p = pick(state, 0, round->n_projects - 1);
    const ore_project *project = &round->projects[p];
    const int n_states = round->n_states;

    switch (pick(state, 0, 11)) {
    case 11: {
        const int i = pick(state, 0, round->n_supplies - 1);
        const ore_sale_answer answer =
            (ore_sale_answer)pick(state, 0, ORE_SALE_ANSWERS - 1);

        if (round->supplies[i].is_open &&
            (answer == ORE_SALE_LET_GO ||
             ore_sale_may_answer(&round->supplies[i], answer))) {
            result->answer[i] = answer;
        }
        break;
    }
    case 0:
        result->option[p] = -1;
        result->year[p] = 0;
        break;
    case 1:
        result->option[p] =
            project->first_option + pick(state, 0, project->n_options - 1);
        result->year[p] = pick(state, round->commit.first, round->commit.last);
        break;
    case 2:
        if (project->n_pairs > 0) {
            result->face_m[project->first_pair +
                           pick(state, 0, project->n_pairs - 1)] =
                80.0 * fraction(state);
        }
        break;
    case 3: result->equity_m[p] = 60.0 * fraction(state); break;
    case 4: result->debt_m[p] = 60.0 * fraction(state); break;
    case 5:
        tamper_at(result->sold_tpa, round->n_sales * n_states, state);
        break;
    case 6:
        tamper_at(result->bought_t, round->n_stockpiles * round->n_years,
                  state);
        break;
    case 7:
        tamper_at(result->released_t, round->n_stockpiles * n_states, state);
        break;
    case 9:
        tamper_at(result->taken_tpa, round->n_supplies * round->n_years, state);
        break;
    case 8: tamper_delivery(round, result, state); break;
    default:
        for (int t = 0; t < round->n_states; t++) {
            result->utilisation[p * round->n_states + t] = fraction(state);
        }
    }
}

/* Move one figure of the result by much, or decide about one project anew; the
 * goals say what is true of what comes out. */
static void tamper(const ore_round *round, ore_result *result,
                   random_state state)
{
    tamper_figure(round, result, state);
    for (int g = 0; g < round->n_goals; g++) {
        const ore_objective *use = &round->goals[g];

        result->goals[g].value =
            ore_objective_goal(use)->value(round, result, use);
    }
}

static void clear_absent(double *figures, const ore_col *cols, int count)
{
    for (int i = 0; i < count; i++) {
        figures[i] = cols[i].at < 0 ? 0.0 : figures[i];
    }
}

/* Leave no figure that no column stands for: checked by `stack` alone. */
static void clear_unchosen(const ore_program *program, ore_result *result)
{
    const ore_round *round = program->round;

    const ore_variables *variables = program->variables;

    clear_absent(result->sold_tpa, variables->sell,
                 round->n_sales * round->n_states);
    clear_absent(result->taken_tpa, variables->take,
                 round->n_supplies * round->n_years);
    clear_absent(result->bought_t, variables->buy,
                 round->n_stockpiles * round->n_years);
    clear_absent(result->released_t, variables->release,
                 round->n_stockpiles * round->n_states);
    for (int p = 0; p < round->n_projects; p++) {
        const int o = result->option[p];

        for (int t = 0; t < round->n_states; t++) {
            if (o < 0 ||
                program->variables->utilisation[o * round->n_states + t].at <
                    0) {
                result->utilisation[p * round->n_states + t] = 0.0;
            }
        }
        for (int i = 0; i < round->projects[p].n_pairs; i++) {
            const int f = round->projects[p].first_pair + i;

            if (o < 0 ||
                ore_variables_award(round, variables, f, o,
                                    result->year[p] - round->commit.first)
                        .at < 0) {
                result->face_m[f] = 0.0;
            }
        }
        if (o < 0) {
            result->equity_m[p] = result->debt_m[p] = 0.0;
        }
    }
}

static void compare(const ore_program *program, const ore_result *result,
                    int seed)
{
    const ore_round *round = program->round;
    broken_rows broken = {0};
    double *point = ore_alloc(program->model->n_cols, sizeof *point);

    ore_variables_point(round, program->variables, result, point);
    int n_broken = 0, n_tightened = 0;

    (void)ore_check_rows(program->model, point, note_row, &broken);
    for (int i = 0; ore_families[i]; i++) {
        ore_diags *diags = ore_diags_new();
        const int rules =
            ore_check_family(ore_families[i], round, result, diags);

        /* An award above its bound is a ticket rule, a utilisation above its
         * bound a chain rule: the program has them as bounds. */
        if (rules > 0
                ? !broken.family[i] && !broken.tightened[i] && !broken.bounds
                : broken.family[i]) {
            ore_diags_print(diags, stderr);
            fail_msg("ORE_SEED=%d: family %s: %d rules broken, rows say %s "
                     "(%s)",
                     seed, ore_families[i]->name, rules,
                     broken.family[i] ? "broken" : "all hold", broken.last[i]);
        }
        ore_diags_free(diags);
        n_broken += rules;
        n_tightened += broken.tightened[i];
    }
    assert_true(n_broken > 0 || n_tightened == 0);
    free(point);
}

static void test_rows_and_checks_agree(void **unused)
{
    const char *replay = getenv("ORE_SEED");
    const int first = replay ? atoi(replay) : 1;
    int n_solved = 0;

    (void)unused;
    for (int seed = first; seed < (replay ? first + 1 : n_rounds); seed++) {
        const ore_round *round = random_round(seed);
        ore_program *program = ore_program_new(round);
        const ore_solve_settings settings = {.time_limit_s = 3600.0, .seed = 1};
        ore_result *result = NULL;
        ore_statistics statistics;
        random_state state;

        seed_random(state, seed + 1000000);
        n_solved +=
            ore_solve(program, &settings, &result, &statistics) == ORE_OK;
        for (int i = 0; i < n_tampered; i++) {
            clear_unchosen(program, result);
            compare(program, result, seed);
            tamper(round, result, state);
        }
        ore_result_free(result);
        ore_program_free(program);
    }
    assert_true(replay || n_solved > n_rounds / 2);
}

static void test_solved_rounds_verify(void **unused)
{
    const char *replay = getenv("ORE_SEED");
    const int first = replay ? atoi(replay) : 1;

    (void)unused;
    for (int seed = first; seed < (replay ? first + 1 : n_rounds); seed++) {
        ore_program *program = ore_program_new(random_round(seed));
        const ore_solve_settings settings = {.time_limit_s = 3600.0, .seed = 1};
        ore_result *result = NULL;
        ore_statistics statistics;
        ore_diags *diags = ore_diags_new();

        if (ore_solve(program, &settings, &result, &statistics) == ORE_OK &&
            ore_verify(program, result, &statistics, diags) != ORE_OK) {
            ore_diags_print(diags, stderr);
            fail_msg("ORE_SEED=%d: the portfolio breaks a rule", seed);
        }
        ore_diags_free(diags);
        ore_result_free(result);
        ore_program_free(program);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_and_checks_agree),
        cmocka_unit_test(test_solved_rounds_verify),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
