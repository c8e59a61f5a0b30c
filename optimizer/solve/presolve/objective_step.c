/* See objective_step.h. */
#include "solve/presolve/objective_step.h"

#include <math.h>

/* Figures are told apart from whole ones, and are exact, up to these. */
static const double whole_within = 1e-9, largest = 1e12;

/* The largest whole number that divides both, which are whole. */
static double common_divisor(double a, double b)
{
    while (b > 0.0) {
        const double rest = fmod(a, b);

        a = b;
        b = rest;
    }
    return a;
}

/* The same for the goal's coefficients × scale; 0 when one is not whole. */
static double step_at(const ore_model *model, int g, double scale)
{
    double step = 0.0;

    for (int e = 0; e < model->n_goal_entries; e++) {
        const ore_program_entry *entry = &model->goal_entries[e];
        const double scaled = fabs(entry->coef) * scale;

        if (entry->row != g) {
            continue;
        }
        if (model->cols[entry->col].kind != ORE_BINARY || scaled > largest ||
            fabs(scaled - round(scaled)) > whole_within * fmax(1.0, scaled)) {
            return 0.0;
        }
        step = common_divisor(round(scaled), step);
    }
    return step;
}

double ore_objective_step(const ore_model *model, int g)
{
    static const double scales[] = {1.0, 10.0, 100.0, 1000.0};

    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        const double step = step_at(model, g, scales[i]);

        if (step > 0.0) {
            return step / scales[i];
        }
    }
    return 0.0;
}
