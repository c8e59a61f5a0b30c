/* The table targets: what each market wants of a material, year by year. */
#include <stdlib.h>

#include "read/flows/series.h"
#include "read/flows/weight_steps.h"
#include "read/round/fields.h"

const ore_field ore_target_fields[] = {
    ORE_FIELD("material", OTHER, 0, "what is needed", .is_required = true,
              .unit = "material"),
    ORE_FIELD("market", OTHER, 0, "who needs it", .is_required = true,
              .unit = "market"),
    ORE_FIELD("year", OTHER, 0, "2030 or 2030-2035", .is_required = true,
              .unit = "years"),
    ORE_FIELD("target_tpa", NUMBER, offsetof(ore_series_point, tpa),
              "what it must be able to buy", .min = 0.0, .max = ORE_NO_LIMIT,
              .is_required = true, .unit = "t/yr"),
    ORE_FIELD("weight", NUMBER, offsetof(ore_series_point, weight),
              "of its shortfall, times the material's and the market's",
              .min = 0.0, .max = ORE_NO_LIMIT, .fallback = "1"),
    ORE_FIELD("weight_steps", OTHER, 0,
              "0.3:1 0.4:2 1:4: the first 30 % that is missing weighs 1, the "
              "next 40 % weigh 2, the rest 4, times weight; default: that of "
              "[goals]"),
    {0},
};

static void complete(const ore_reader *reader, const ore_record *record,
                     ore_series_point *row)
{
    const ore_source_cell *steps = ore_record_cell(record, "weight_steps");

    row->country = row->asset = "";
    row->n_steps =
        steps ? ore_take_weight_steps(reader, steps, &row->steps) : 0;
}

static void check_alike(const ore_reader *reader, const ore_series_point *a,
                        const ore_series_point *b)
{
    bool same = a->n_steps == b->n_steps;

    for (int k = 0; same && k < a->n_steps; k++) {
        same = a->steps[k].from == b->steps[k].from &&
               a->steps[k].weight == b->steps[k].weight;
    }
    if (!same) {
        ore_error(reader->diags, b->where,
                  "weight_steps differs from line %d of the same target",
                  a->where.line);
    }
}

/* [goals] weight_steps: those of targets that have none of their own. */
static int take_default_steps(const ore_reader *reader,
                              const ore_weight_step **steps)
{
    const ore_section *goals = ore_section_of(reader, "goals");
    const ore_source_cell *cell =
        goals ? ore_record_cell(&goals->record, "weight_steps") : NULL;

    *steps = NULL;
    return cell ? ore_take_weight_steps(reader, cell, steps) : 0;
}

void ore_read_targets(ore_reader *reader)
{
    ore_round *round = reader->round;
    static const ore_series_table table = {ORE_TABLE_TARGETS, ore_target_fields,
                                           complete, check_alike};
    ore_series_points all = ore_series_read(reader, &table);
    const ore_weight_step *steps;
    const int n_steps = take_default_steps(reader, &steps);
    ore_target *list =
        ore_store_alloc(reader->store, all.count, sizeof(ore_target));
    int n = 0, size;

    for (int first = 0; first < all.count; first += size, n++) {
        const ore_series_point *series = &all.list[first];

        size = ore_series_length(&all, first);
        if (series->market < 0) {
            n--;
            continue;
        }
        double *tpa =
            ore_store_alloc(reader->store, round->n_years, sizeof(double));
        double *weight =
            ore_store_alloc(reader->store, round->n_years, sizeof(double));
        const double factor = round->materials[series->material].weight *
                              round->markets[series->market].weight;

        for (int t = 0; t < round->n_years; t++) {
            const ore_series_point value =
                ore_series_at(series, size, round->horizon.first + t);

            tpa[t] = value.tpa;
            weight[t] = value.weight * factor;
        }
        list[n] = (ore_target){
            .material = series->material,
            .market = series->market,
            .target_tpa = tpa,
            .weight = weight,
            .n_steps = series->n_steps > 0 ? series->n_steps : n_steps,
            .steps = series->n_steps > 0 ? series->steps : steps,
            .where = series->where};
    }
    free(all.list);
    round->targets = list;
    round->n_targets = n;
}
