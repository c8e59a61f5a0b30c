/* Flows of one material that are too far apart to be told from one another:
 * beside a plant of 90 million tonnes, a target of 3 is less than the
 * tolerances of floating-point programs. */
#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "read/round/reader.h"

/* Random rounds with flows of one material this far apart agree with other
 * solvers; from ten times as far on, some do not. */
static const double max_ratio = 1e7;

/* The smallest and the largest flow above 0, and where they stand. */
typedef struct extremes {
    double min_tpa, max_tpa;
    ore_where min_where, max_where;
} extremes;

static void include(extremes *of, double tpa, ore_where where)
{
    if (tpa > 0.0 && tpa < of->min_tpa) {
        of->min_tpa = tpa;
        of->min_where = where;
    }
    if (tpa > of->max_tpa) {
        of->max_tpa = tpa;
        of->max_where = where;
    }
}

static void include_flows(const ore_round *round, extremes *all)
{
    for (int o = 0; o < round->n_options; o++) {
        for (int i = 0; i < round->options[o].n_flows; i++) {
            const ore_flow *flow = &round->options[o].flows[i];

            include(&all[flow->material], flow->output_tpa, flow->where);
            include(&all[flow->material], flow->input_tpa, flow->where);
        }
    }
}

static void include_years(const ore_round *round, extremes *all)
{
    for (int i = 0; i < round->n_targets; i++) {
        for (int t = 0; t < round->n_years; t++) {
            include(&all[round->targets[i].material],
                    round->targets[i].target_tpa[t], round->targets[i].where);
        }
    }
    for (int i = 0; i < round->n_supplies; i++) {
        for (int t = 0; t < round->n_years; t++) {
            include(&all[round->supplies[i].material],
                    round->supplies[i].tpa[t], round->supplies[i].where);
        }
    }
}

void ore_check_scale(ore_reader *reader)
{
    const ore_round *round = reader->round;
    extremes *all =
        ore_store_alloc(reader->store, round->n_materials, sizeof *all);

    for (int m = 0; m < round->n_materials; m++) {
        all[m] = (extremes){.min_tpa = HUGE_VAL};
    }
    include_flows(round, all);
    include_years(round, all);
    for (int m = 0; m < round->n_materials; m++) {
        const extremes *of = &all[m];

        if (of->max_tpa > max_ratio * of->min_tpa) {
            char *small = ore_number_text(of->min_tpa);
            char *large = ore_number_text(of->max_tpa);

            ore_error(reader->diags, of->min_where,
                      "material '%s': %s t/yr here, %s t/yr in %s:%d; expected "
                      "flows of one material within a factor of 10 million "
                      "(check the units)",
                      round->materials[m].id, small, large,
                      ore_shown(of->max_where.file), of->max_where.line);
            free(small);
            free(large);
        }
    }
}
