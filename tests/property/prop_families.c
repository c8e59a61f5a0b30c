/* Every family's rows and its check say the same of any result: of random
 * ones, of solved ones, and of solved ones that were tampered with. A family
 * whose emit forgets a row, or whose check forgets a rule, fails here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "random_plan.h"
#include "solve/solve.h"
#include "verify/rows.h"
#include "verify/verify.h"

enum { n_rounds = 400, n_tampered = 12, most_families = 32 };

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
    char last[200];
} broken_rows;

static void note_row(void *data, const ore_model_row *row, double violation)
{
    broken_rows *broken = data;
    const int i = family_of(row->name);

    (void)violation;
    if (i < 0) {
        broken->bounds = true;
        return;
    }
    broken->family[i] = true;
    snprintf(broken->last, sizeof broken->last, "%s", row->name);
}

static double fraction(random_state state)
{
    return 1e-3 * pick(state, 0, 1000);
}

/* Move one figure of the result by much, or decide about one project anew. */
static void tamper(const ore_plan *plan, ore_result *result, random_state state)
{
    const int p = pick(state, 0, plan->n_projects - 1);
    const ore_project *project = &plan->projects[p];

    switch (pick(state, 0, 5)) {
    case 0:
        result->option[p] = -1;
        result->year[p] = 0;
        break;
    case 1:
        result->option[p] =
            project->first_option + pick(state, 0, project->n_options - 1);
        result->year[p] = pick(state, plan->commit.first, plan->commit.last);
        break;
    case 2:
        if (project->n_offers > 0) {
            result->face_m[project->first_offer +
                           pick(state, 0, project->n_offers - 1)] =
                80.0 * fraction(state);
        }
        break;
    case 3: result->equity_m[p] = 60.0 * fraction(state); break;
    case 4: result->debt_m[p] = 60.0 * fraction(state); break;
    default:
        for (int t = 0; t < plan->n_years; t++) {
            result->use[p * plan->n_years + t] = fraction(state);
        }
    }
}

/* Leave no figure that no column stands for: checked by `stack` alone. */
static void clear_unchosen(const ore_program *program, ore_result *result)
{
    const ore_plan *plan = program->plan;

    for (int p = 0; p < plan->n_projects; p++) {
        const int o = result->option[p];

        for (int t = 0; t < plan->n_years; t++) {
            if (o < 0 || program->vars->run[o * plan->n_years + t].at < 0) {
                result->use[p * plan->n_years + t] = 0.0;
            }
        }
        if (o >= 0) {
            continue;
        }
        result->equity_m[p] = result->debt_m[p] = 0.0;
        for (int i = 0; i < plan->projects[p].n_offers; i++) {
            result->face_m[plan->projects[p].first_offer + i] = 0.0;
        }
    }
}

static void compare(const ore_program *program, const ore_result *result,
                    int seed)
{
    const ore_plan *plan = program->plan;
    broken_rows broken = {0};
    double *point = ore_alloc(program->model->n_cols, sizeof *point);

    ore_point_of_result(plan, program->vars, result, point);
    (void)ore_check_rows(program->model, point, note_row, &broken);
    for (int i = 0; ore_families[i]; i++) {
        ore_diags *diags = ore_diags_new();
        const int rules =
            ore_check_family(ore_families[i], plan, result, diags);

        /* An award above its bound is a ticket rule, a utilisation above its
         * bound a chain rule: the program has them as bounds. */
        if ((rules > 0) != broken.family[i] && !(rules > 0 && broken.bounds)) {
            ore_diags_print(diags, stderr);
            fail_msg("ORE_SEED=%d: family %s: %d rules broken, rows say %s "
                     "(%s)",
                     seed, ore_families[i]->name, rules,
                     broken.family[i] ? "broken" : "all hold", broken.last);
        }
        ore_diags_free(diags);
    }
    free(point);
}

static void test_rows_and_checks_agree(void **unused)
{
    const char *replay = getenv("ORE_SEED");
    const int first = replay ? atoi(replay) : 1;
    int n_solved = 0;

    (void)unused;
    for (int seed = first; seed < (replay ? first + 1 : n_rounds); seed++) {
        const ore_plan *plan = random_plan(seed);
        ore_program *program = ore_program_new(plan);
        const ore_solve_settings settings = {.time_limit_s = 20.0, .seed = 1};
        ore_result *result = NULL;
        random_state state;

        seed_random(state, seed + 1000000);
        n_solved += ore_solve(program, &settings, &result) == ORE_OK;
        for (int i = 0; i < n_tampered; i++) {
            clear_unchosen(program, result);
            compare(program, result, seed);
            tamper(plan, result, state);
        }
        ore_result_free(result);
        ore_program_free(program);
    }
    assert_true(replay || n_solved > n_rounds / 2);
}

static void test_solved_rounds_verify(void **unused)
{
    (void)unused;
    for (int seed = 1; seed < n_rounds; seed++) {
        ore_program *program = ore_program_new(random_plan(seed));
        const ore_solve_settings settings = {.time_limit_s = 20.0, .seed = 1};
        ore_result *result = NULL;
        ore_diags *diags = ore_diags_new();

        if (ore_solve(program, &settings, &result) == ORE_OK &&
            ore_verify(program, result, diags) != ORE_OK) {
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
