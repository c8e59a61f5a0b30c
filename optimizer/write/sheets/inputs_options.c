/* Of Inputs: projects and their options. */
#include "write/book/columns.h"
#include "write/sheets/inputs_rows.h"

/* What an option is called: its project's id and name, and its own name where
 * there are several. */
static const char *option_label(ore_book *book, int o)
{
    const ore_option *option = &book->round->options[o];
    const ore_project *project = &book->round->projects[option->project];
    const char *name =
        ore_book_compose(book, ORE_TEXT_LABEL_AMOUNT, project->id,
                         ore_book_project(book, project));

    return project->n_options < 2
               ? name
               : ore_book_compose(book, ORE_TEXT_LABEL_IN, name,
                                  ore_book_option(book, option));
}

/* What decides most about an option: cost, time, chances and what it makes. */
static void add_option(ore_sheet *sheet, int o)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_option *option = &round->options[o];
    const char *label = option_label(book, o);
    const ore_input_topic about = {sheet, label, option->where};

    ore_inputs_number(&about, ORE_TEXT_CAPEX, ORE_MONEY, option->capex_m);
    if (option->ready_on) {
        ore_inputs_text(&about, ORE_TEXT_READY_ON, option->ready_on);
    }
    ore_inputs_number(&about, ORE_TEXT_BUILD_YEARS, ORE_COUNT,
                      option->build_years);
    ore_inputs_number(&about, ORE_TEXT_SUCCESS, ORE_SHARE,
                      option->success_probability);
    ore_inputs_number(&about, ORE_TEXT_SPONSOR_MAX, ORE_MONEY,
                      option->sponsor_equity_max_m);
    ore_inputs_number(&about, ORE_TEXT_BANK_MAX, ORE_MONEY,
                      option->bank_debt_max_m);
    ore_inputs_number(&about, ORE_TEXT_DEBT_CAPACITY, ORE_MONEY,
                      option->debt_capacity_m);
    if (round->n_offices > 0 && option->office >= 0) {
        ore_inputs_number(&about, ORE_TEXT_PERMIT_UNITS, ORE_SCORE,
                          option->permit_units);
    }
    for (int i = 0; i < option->n_flows; i++) {
        const ore_flow *flow = &option->flows[i];
        const ore_material *material = &round->materials[flow->material];

        if (flow->input_tpa > 0.0) {
            const char *what = ore_book_compose(book, ORE_TEXT_FULL_FEED,
                                                ORE_LABEL(book, material));

            ore_cell_number(
                ore_inputs_row(&(ore_input_topic){sheet, label, flow->where},
                               what, ORE_FLOW),
                "value", flow->input_tpa);
        }
        if (flow->output_tpa > 0.0) {
            const char *what = ore_book_compose(book, ORE_TEXT_FULL_OUTPUT,
                                                ORE_LABEL(book, material));

            ore_cell_number(
                ore_inputs_row(&(ore_input_topic){sheet, label, flow->where},
                               what, ORE_FLOW),
                "value", flow->output_tpa);
        }
    }
}

void ore_inputs_options(ore_sheet *sheet)
{
    for (int o = 0; o < sheet->book->round->n_options; o++) {
        add_option(sheet, o);
    }
}
