/* Of the result file: what the plan comes to in draws of what may go wrong. */
#include <math.h>

#include "write/json/json_parts.h"

static json_t *spread_json(const ore_spread *spread)
{
    json_t *object = json_object();

    ore_json_set(object, "p10", ore_json_figure(spread->p10));
    ore_json_set(object, "p50", ore_json_figure(spread->p50));
    ore_json_set(object, "p90", ore_json_figure(spread->p90));
    return object;
}

static json_t *target_json(const ore_round *round, const ore_target_odds *own)
{
    const ore_target *target = &round->targets[own->target];
    json_t *object = json_object(), *met = json_array();

    for (int t = 0; t < round->n_years; t++) {
        if (!isnan(own->met[t])) {
            json_t *year = json_object();

            ore_json_set(year, "year", json_integer(round->horizon.first + t));
            ore_json_set(year, "met", ore_json_figure(own->met[t]));
            (void)json_array_append_new(met, year);
        }
    }
    ore_json_set(object, "material",
                 ore_json_text(round->materials[target->material].id));
    ore_json_set(object, "market",
                 ore_json_text(round->markets[target->market].id));
    ore_json_set(object, "years_planned", json_integer(own->n_planned));
    ore_json_set(object, "holds", ore_json_figure(own->holds));
    ore_json_set(object, "met_by_year", met);
    ore_json_set(object, "planned_gap_tpa", ore_json_figure(own->planned_tpa));
    ore_json_set(object, "gap_tpa", spread_json(&own->gap_tpa));
    return object;
}

static json_t *market_json(const ore_round *round, const ore_market_odds *own)
{
    json_t *object = json_object();

    ore_json_set(object, "market",
                 ore_json_text(round->markets[own->market].id));
    ore_json_set(object, "end_products_planned", json_integer(own->n_planned));
    ore_json_set(object, "holds", ore_json_figure(own->holds));
    return object;
}

static json_t *failure_json(const ore_round *round, const ore_failure *own)
{
    json_t *object = json_object();

    if (own->project >= 0) {
        ore_json_set(object, "project",
                     ore_json_text(round->projects[own->project].id));
    } else {
        ore_json_set(object, "disruption",
                     ore_json_text(round->disruptions[own->disruption].id));
    }
    ore_json_set(object, "share", ore_json_figure(own->share));
    ore_json_set(object, "bad_share", ore_json_figure(own->bad_share));
    return object;
}

json_t *ore_json_reliability(const ore_reliability *all)
{
    const ore_round *round = all->round;
    json_t *object = json_object(), *targets = json_array(),
           *markets = json_array(), *failures = json_array();

    for (int i = 0; i < all->n_targets; i++) {
        (void)json_array_append_new(targets,
                                    target_json(round, &all->targets[i]));
    }
    for (int i = 0; i < all->n_markets; i++) {
        (void)json_array_append_new(markets,
                                    market_json(round, &all->markets[i]));
    }
    for (int i = 0; i < all->n_failures; i++) {
        (void)json_array_append_new(failures,
                                    failure_json(round, &all->failures[i]));
    }
    ore_json_set(object, "draws", json_integer(all->n_draws));
    ore_json_set(object, "seed", json_integer(round->reliability.seed));
    ore_json_set(object, "level", ore_json_figure(round->reliability.level));
    ore_json_set(object, "known", json_integer(all->n_known));
    ore_json_set(object, "broken", json_integer(all->n_broken));
    ore_json_set(object, "bad", json_integer(all->n_bad));
    ore_json_set(object, "planned_shortfall",
                 ore_json_figure(all->planned_loss));
    ore_json_set(object, "shortfall", spread_json(&all->loss));
    ore_json_set(object, "targets", targets);
    ore_json_set(object, "markets", markets);
    ore_json_set(object, "failures", failures);
    return object;
}
