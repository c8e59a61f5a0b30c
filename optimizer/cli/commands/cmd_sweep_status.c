/* sweep status: how many points of each family are finished, and how. */
#include <stdio.h>

#include "cli/command.h"
#include "orefolio/messages.h"
#include "study/sweep/sweep_folder.h"

/* What has become of the points of a family. */
typedef struct counts {
    int points, proven, stopped, infeasible;
} counts;

static int left(const counts *c)
{
    return c->points - c->proven - c->stopped - c->infeasible;
}

static void count_point(const ore_sweep_folder *folder,
                        const ore_design_point *point, counts *c)
{
    ore_status found = ORE_OK;

    c->points++;
    if (ore_sweep_point_state(folder, point, &found) == ORE_POINT_FINISHED) {
        c->proven += found == ORE_OK;
        c->stopped += found == ORE_STOPPED;
        c->infeasible += found == ORE_INFEASIBLE;
    }
}

static void print_counts(const char *name, const counts *c)
{
    printf("%-10s %7d %7d %8d %11d %6d\n", name, c->points, c->proven,
           c->stopped, c->infeasible, left(c));
}

static ore_status run(const ore_options *options)
{
    ore_sweep_folder folder;
    ore_status status =
        ore_sweep_open(options->args[0], &options->study, &folder);
    counts by_family[ORE_DESIGN_FAMILIES] = {0}, all = {0};

    for (int i = 0; status == ORE_OK && i < folder.sweep->n_points; i++) {
        const ore_design_point *point = &folder.sweep->points[i];

        count_point(&folder, point, &by_family[point->family]);
    }
    if (status == ORE_OK) {
        puts(_("family      points  proven  stopped  infeasible   left"));
        for (int i = 0; i < ORE_DESIGN_FAMILIES; i++) {
            const counts *c = &by_family[i];

            if (c->points > 0) {
                print_counts(ore_design_families[i], c);
            }
            all.points += c->points;
            all.proven += c->proven;
            all.stopped += c->stopped;
            all.infeasible += c->infeasible;
        }
        print_counts("all", &all);
    }
    return ore_sweep_close(&folder, status);
}

const ore_command ore_command_sweep_status = {
    .name = "sweep status",
    .args = "DIR",
    .summary = "how many points of a sweep are finished",
    .example = "orefolio sweep status sweep",
    .min_args = 1,
    .max_args = 1,
    .accepts = 0,
    .run = run,
};
