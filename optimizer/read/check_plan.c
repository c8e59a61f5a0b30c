/* What only the whole plan can tell: parts that have no effect, limits that
 * are not there. */
#include <math.h>
#include <string.h>

#include "orefolio/filter.h"
#include "read/fields.h"

static bool is_drawn_on(const ore_plan *plan, int b)
{
    for (int k = 0; k < plan->n_instruments; k++) {
        if (plan->instruments[k].budget == b) {
            return true;
        }
    }
    for (int h = 0; h < plan->n_stockpiles; h++) {
        if (plan->stockpiles[h].budget == b) {
            return true;
        }
    }
    return false;
}

static void check_budgets(const ore_reader *reader)
{
    const ore_plan *plan = reader->plan;

    for (int b = 0; b < plan->n_budgets; b++) {
        if (!is_drawn_on(plan, b)) {
            ore_warn(
                reader->diags, plan->budgets[b].where,
                "budget '%s' is not drawn on by any instrument or stockpile",
                plan->budgets[b].id);
        }
    }
}

static void check_instruments(const ore_reader *reader)
{
    const ore_plan *plan = reader->plan;
    int i = 0;
    const ore_section *section;

    while ((section = ore_next_section(reader, "instrument", &i))) {
        const int k = ore_find_id(ore_instrument_list(plan), section->name);

        ore_check_filter(reader, ore_record_cell(&section->record, "for"),
                         &plan->instruments[k].applies_to);
    }
    if (plan->n_instruments == 0) {
        const ore_where where = {reader->file, 0, 0};

        ore_warn(reader->diags, where,
                 "no instrument, so only private money can pay");
    }
}

static void check_private_money(const ore_reader *reader)
{
    const ore_plan *plan = reader->plan;

    for (int o = 0; o < plan->n_options; o++) {
        const ore_option *option = &plan->options[o];

        if (option->capex_m > 0.0 && !isfinite(option->sponsor_equity_max_m) &&
            !isfinite(option->bank_debt_max_m)) {
            ore_warn(reader->diags, option->where,
                     "project '%s' has neither sponsor_equity_max nor "
                     "bank_debt_max: private money alone would pay for it",
                     plan->projects[option->project].id);
        }
    }
}

static bool makes(const ore_plan *plan, int material)
{
    for (int o = 0; o < plan->n_options; o++) {
        for (int i = 0; i < plan->options[o].n_flows; i++) {
            const ore_flow *flow = &plan->options[o].flows[i];

            if (flow->material == material && flow->output_tpa > 0.0) {
                return true;
            }
        }
    }
    return false;
}

static void check_targets(const ore_reader *reader)
{
    const ore_plan *plan = reader->plan;

    for (int i = 0; i < plan->n_targets; i++) {
        const int material = plan->targets[i].material;

        if (!makes(plan, material)) {
            ore_warn(reader->diags, plan->targets[i].where,
                     "no project makes '%s'", plan->materials[material].id);
        }
    }
}

static void check_pending(const ore_reader *reader)
{
    const ore_plan *plan = reader->plan;

    for (int p = 0; p < plan->n_projects; p++) {
        const ore_project *project = &plan->projects[p];

        if (project->review == ORE_REVIEW_BLOCKED &&
            (project->decision == ORE_MUST ||
             project->decision == ORE_COMMITTED)) {
            ore_error(reader->diags, project->where,
                      "project '%s' must go ahead, but its review is blocked",
                      project->id);
        }
    }
}

void ore_check_plan(ore_reader *reader)
{
    check_budgets(reader);
    check_instruments(reader);
    check_private_money(reader);
    check_targets(reader);
    check_pending(reader);
}
