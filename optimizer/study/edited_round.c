/* See edited_round.h. */
#include "study/edited_round.h"

#include <math.h>

void ore_edit_to_first_goal(ore_round *edited)
{
    edited->n_goals = 1;
}

void ore_edit_give_nothing(ore_round *edited)
{
    ore_objective *goals =
        ore_round_own(edited, edited->goals, edited->n_goals, sizeof *goals);

    goals[0].tolerance = 0.0;
    edited->goals = goals;
}

void ore_edit_drop_cost_shares(ore_round *edited)
{
    ore_funder *funders = ore_round_own(edited, edited->funders,
                                        edited->n_funders, sizeof *funders);

    for (int u = 0; u < edited->n_funders; u++) {
        funders[u].budget_cost_share_min = 0.0;
        funders[u].budget_cost_share_max = 1.0;
    }
    edited->funders = funders;
}

void ore_edit_drop_sharing(ore_round *edited)
{
    ore_market *markets = ore_round_own(edited, edited->markets,
                                        edited->n_markets, sizeof *markets);

    ore_edit_drop_cost_shares(edited);
    for (int r = 0; r < edited->n_markets; r++) {
        markets[r].delivery_band = markets[r].offtake_band = nan("");
    }
    edited->markets = markets;
}

void ore_edit_decide(ore_round *edited, int p, ore_decision decision)
{
    ore_project *projects = ore_round_own(edited, edited->projects,
                                          edited->n_projects, sizeof *projects);

    projects[p].decision = decision;
    edited->projects = projects;
}

/* The options of the round, to be changed. */
static ore_option *own_options(ore_round *edited)
{
    ore_option *options = ore_round_own(edited, edited->options,
                                        edited->n_options, sizeof *options);

    edited->options = options;
    return options;
}

void ore_edit_success(ore_round *edited, int p, double probability)
{
    const ore_project *project = &edited->projects[p];
    ore_option *options = own_options(edited);

    for (int o = 0; o < project->n_options; o++) {
        options[project->first_option + o].success_probability = probability;
    }
}

void ore_edit_output(ore_round *edited, int p, double factor)
{
    const ore_project *project = &edited->projects[p];
    ore_option *options = own_options(edited);

    for (int o = 0; o < project->n_options; o++) {
        ore_option *option = &options[project->first_option + o];
        ore_flow *flows = ore_round_own(edited, option->flows, option->n_flows,
                                        sizeof *flows);

        for (int k = 0; k < option->n_flows; k++) {
            flows[k].output_tpa *= factor;
        }
        option->flows = flows;
    }
    ore_sale *sales =
        ore_round_own(edited, edited->sales, edited->n_sales, sizeof *sales);

    for (int k = 0; k < edited->n_sales; k++) {
        if (options[sales[k].option].project == p) {
            sales[k].output_tpa *= factor;
        }
    }
    edited->sales = sales;
}

/* Decide about open projects: those that go ahead (goes) must, the others must
 * not, each as far as it is asked for. */
static void decide_all(ore_round *edited, bool (*goes)(const void *of, int p),
                       const void *of, bool keeps, bool drops)
{
    ore_project *projects = ore_round_own(edited, edited->projects,
                                          edited->n_projects, sizeof *projects);

    for (int p = 0; p < edited->n_projects; p++) {
        if (projects[p].decision == ORE_OPEN && (goes(of, p) ? keeps : drops)) {
            projects[p].decision = goes(of, p) ? ORE_MUST : ORE_OUT;
        }
    }
    edited->projects = projects;
}

static bool goes_in_portfolio(const void *of, int p)
{
    const ore_result *portfolio = of;

    return portfolio->option[p] >= 0;
}

static bool goes_as_told(const void *of, int p)
{
    const bool *goes_ahead = of;

    return goes_ahead[p];
}

void ore_edit_keep(ore_round *edited, const ore_result *portfolio)
{
    decide_all(edited, goes_in_portfolio, portfolio, true, false);
}

void ore_edit_add_none(ore_round *edited, const ore_result *portfolio)
{
    decide_all(edited, goes_in_portfolio, portfolio, false, true);
}

void ore_edit_choose(ore_round *edited, const bool *goes_ahead)
{
    decide_all(edited, goes_as_told, goes_ahead, true, true);
}

/* The amounts of account b, `factor` of them. */
static void scale_account(const ore_round *edited, ore_budget *budgets, int b,
                          double factor)
{
    double *amount_m = ore_round_own(edited, budgets[b].amount_m,
                                     edited->n_budget_years, sizeof *amount_m);

    for (int y = 0; y < edited->n_budget_years; y++) {
        amount_m[y] *= factor;
    }
    budgets[b].amount_m = amount_m;
}

/* The accounts of the round, to be changed. */
static ore_budget *own_accounts(ore_round *edited)
{
    ore_budget *budgets = ore_round_own(edited, edited->budgets,
                                        edited->n_budgets, sizeof *budgets);

    edited->budgets = budgets;
    return budgets;
}

void ore_edit_accounts(ore_round *edited, double factor)
{
    ore_budget *budgets = own_accounts(edited);

    for (int b = 0; b < edited->n_budgets; b++) {
        scale_account(edited, budgets, b, factor);
    }
}

void ore_edit_appropriate(ore_round *edited, const double *share)
{
    ore_budget *budgets = own_accounts(edited);

    for (int b = 0; b < edited->n_budgets; b++) {
        scale_account(edited, budgets, b, share[b]);
    }
}

void ore_edit_scale(ore_round *edited, int p, double factor)
{
    const ore_project *project = &edited->projects[p];
    ore_option *options = own_options(edited);

    for (int o = 0; o < project->n_options; o++) {
        options[project->first_option + o].capex_m *= factor;
    }
}

const char *ore_edit_term_key(ore_edit_term term)
{
    static const char *const keys[] = {
        [ORE_TERM_SPONSOR_SHARE] = "sponsor_share_min",
        [ORE_TERM_SPONSOR_EQUITY] = "sponsor_equity_max",
        [ORE_TERM_BANK_DEBT] = "bank_debt_max",
        [ORE_TERM_DEBT] = "debt_capacity",
        [ORE_TERM_DEBT_SHARE] = "debt_share_max",
        [ORE_TERM_PUBLIC_SHARE] = "public_share_max",
        [ORE_TERM_GRANT_SHARE] = "grant_share_max",
        [ORE_TERM_INSTRUMENTS] = "instruments_max"};

    return keys[term];
}

bool ore_edit_term_is_share(ore_edit_term term)
{
    return term != ORE_TERM_SPONSOR_EQUITY && term != ORE_TERM_BANK_DEBT &&
           term != ORE_TERM_DEBT && term != ORE_TERM_INSTRUMENTS;
}

static double *term_of(ore_option *option, ore_edit_term term)
{
    switch (term) {
    case ORE_TERM_SPONSOR_SHARE: return &option->sponsor_share_min;
    case ORE_TERM_SPONSOR_EQUITY: return &option->sponsor_equity_max_m;
    case ORE_TERM_BANK_DEBT: return &option->bank_debt_max_m;
    case ORE_TERM_DEBT: return &option->debt_capacity_m;
    case ORE_TERM_DEBT_SHARE: return &option->debt_share_max;
    case ORE_TERM_PUBLIC_SHARE: return &option->public_share_max;
    case ORE_TERM_GRANT_SHARE:
    case ORE_TERM_INSTRUMENTS: break;
    }
    return &option->grant_share_max;
}

double ore_edit_term_figure(const ore_round *round, int p, ore_edit_term term)
{
    ore_option option = round->options[round->projects[p].first_option];

    return term == ORE_TERM_INSTRUMENTS ? option.instruments_max
                                        : *term_of(&option, term);
}

void ore_edit_term_by(ore_round *edited, int p, ore_edit_term term,
                      double amount)
{
    const ore_project *project = &edited->projects[p];
    ore_option *options = own_options(edited);

    for (int o = 0; o < project->n_options; o++) {
        ore_option *option = &options[project->first_option + o];
        double *figure = term_of(option, term);

        if (term == ORE_TERM_INSTRUMENTS) {
            option->instruments_max =
                (int)fmin(project->n_pairs, option->instruments_max + amount);
            continue;
        }
        *figure += term == ORE_TERM_SPONSOR_SHARE ? -amount : amount;
        if (ore_edit_term_is_share(term)) {
            *figure = fmin(1.0, fmax(0.0, *figure));
        }
    }
}

void ore_edit_ticket(ore_round *edited, int f, bool smallest, double amount)
{
    ore_pair *pairs =
        ore_round_own(edited, edited->pairs, edited->n_pairs, sizeof *pairs);

    if (smallest) {
        pairs[f].min_m = fmax(0.0, pairs[f].min_m - amount);
    } else {
        pairs[f].max_m += amount;
    }
    edited->pairs = pairs;
}

void ore_edit_unlink(ore_round *edited, int i)
{
    ore_link *links =
        ore_round_own(edited, edited->links, edited->n_links, sizeof *links);

    edited->n_links--;
    for (int k = i; k < edited->n_links; k++) {
        links[k] = links[k + 1];
    }
    edited->links = links;
}
