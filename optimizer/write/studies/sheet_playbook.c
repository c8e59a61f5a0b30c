/* Playbook: a page for each disruption that was asked for: goals and gaps as
 * planned, when nothing is done, with the response and with foresight, then
 * what the response does. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "write/book/columns.h"
#include "write/studies/response_cells.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("disruption", ORE_TEXT_DISRUPTION, ORE_TEXT_CELL),
    ORE_COLUMN("action", ORE_TEXT_PLAYBOOK_WHAT, ORE_TEXT_CELL),
    ORE_COLUMN("of", ORE_TEXT_ACTION_OF, ORE_TEXT_CELL),
    ORE_COLUMN("unit", ORE_TEXT_UNIT, ORE_TEXT_CELL),
    ORE_COLUMN("planned", ORE_TEXT_AS_PLANNED, ORE_SCORE),
    ORE_COLUMN("nothing", ORE_TEXT_DO_NOTHING, ORE_SCORE),
    ORE_COLUMN("respond", ORE_TEXT_RESPOND, ORE_SCORE),
    ORE_COLUMN("foresight", ORE_TEXT_FORESIGHT, ORE_SCORE),
    ORE_COLUMN("from", ORE_TEXT_FROM_YEAR, ORE_YEAR),
    ORE_COLUMN("to", ORE_TEXT_TO_YEAR, ORE_YEAR),
    ORE_COLUMN("amount", ORE_TEXT_ACTION_AMOUNT, ORE_GENERAL),
    ORE_COLUMN("cost", ORE_TEXT_COST_ADDED, ORE_MONEY),
    ORE_GOAL_COLUMN("worth", ORE_TEXT_WITHOUT_IT, ore_book_first_goal),
    {0}};

ORE_TABLE(table, "tblPlaybookPages", "playbookpages", columns,
          .page_of = "disruption");

static const ore_disruption *hit_of(const ore_response *response)
{
    return &response->cases[0].round->disruptions[response->disruption];
}

static ore_sheet_row begin_row(ore_sheet *sheet, const ore_response *response,
                               ore_text what)
{
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_label(row, "disruption", hit_of(response));
    if (what != ORE_TEXT_NONE) { /* else an action, which has its own */
        ore_cell_number(row, "from", hit_of(response)->years.first);
        ore_cell_number(row, "to", hit_of(response)->years.last);
        ore_cell_word(row, "action", what);
    }
    return row;
}

static void add_goals(ore_sheet *sheet, const ore_playbook *playbook,
                      const ore_response *response)
{
    ore_book *book = sheet->book;

    for (int g = 0; g < playbook->round->n_goals; g++) {
        const ore_objective *use = &playbook->round->goals[g];
        const ore_sheet_row row =
            begin_row(sheet, response, ORE_TEXT_PLAYBOOK_GOAL);

        ore_cell_text(row, "of", ore_book_goal(book, use));
        ore_cell_text(row, "unit", ore_book_goal_unit(book, use));
        ore_cell_figure(row, "planned",
                        ore_response_goal(&playbook->planned, g));
        for (int k = 0; k < ORE_RESPONSE_COLUMNS; k++) {
            ore_cell_figure(row, ore_response_columns[k],
                            ore_response_goal(&response->cases[k], g));
        }
    }
}

static void set_flow(ore_sheet_row row, const char *id, double flow_tpa)
{
    if (isfinite(flow_tpa)) {
        ore_cell_amount(row, id, ORE_FLOW, flow_tpa);
    } else {
        ore_cell_figure(row, id, flow_tpa);
    }
}

static void add_gap(ore_sheet *sheet, const ore_playbook *playbook,
                    const ore_response *response, int m)
{
    const ore_sheet_row row =
        begin_row(sheet, response, ORE_TEXT_PLAYBOOK_LACKING);

    ore_cell_label(row, "of", &playbook->round->materials[m]);
    ore_cell_text(row, "unit", ore_book_unit(sheet->book, ORE_FLOW));
    set_flow(row, "planned",
             ore_response_mean_gap_tpa(response, &playbook->planned, m));
    for (int k = 0; k < ORE_RESPONSE_COLUMNS; k++) {
        set_flow(row, ore_response_columns[k],
                 ore_response_mean_gap_tpa(response, &response->cases[k], m));
    }
}

static void add_recovery(ore_sheet *sheet, const ore_playbook *playbook,
                         const ore_response *response,
                         const ore_material_times *times)
{
    const ore_sheet_row row =
        begin_row(sheet, response, ORE_TEXT_PLAYBOOK_RECOVERS);

    ore_cell_label(row, "of", &playbook->round->materials[times->material]);
    ore_cell_word(row, "unit", ORE_TEXT_PLAYBOOK_YEARS);
    for (int k = 0; k < ORE_RESPONSE_COLUMNS; k++) {
        if (times->recover_years[k] >= 0) {
            ore_cell_amount(row, ore_response_columns[k], ORE_COUNT,
                            times->recover_years[k]);
        } else {
            ore_cell_word(row, ore_response_columns[k],
                          ORE_TEXT_NOT_IN_HORIZON);
        }
    }
}

static void add_page(ore_sheet *sheet, const ore_playbook *playbook,
                     const ore_response *response)
{
    add_goals(sheet, playbook, response);
    for (int i = 0; i < response->n_times; i++) {
        add_gap(sheet, playbook, response, response->times[i].material);
    }
    for (int i = 0; i < response->n_times; i++) {
        add_recovery(sheet, playbook, response, &response->times[i]);
    }
    for (int i = 0; i < response->n_actions; i++) {
        ore_cell_action(begin_row(sheet, response, ORE_TEXT_NONE),
                        &response->cases[ORE_RESPOND], &response->actions[i]);
    }
}

void ore_fill_playbook(ore_sheet *sheet)
{
    const ore_write_options *options = sheet->book->options;
    const ore_playbook *playbook =
        options->study ? options->study->playbook : NULL;
    bool has_begun = false;

    for (int i = 0; playbook && options->disruptions && i < playbook->n; i++) {
        const char *id = hit_of(&playbook->list[i])->id;

        if (strcmp(options->disruptions, "all") == 0 ||
            ore_lists(options->disruptions, id)) {
            if (!has_begun) {
                ore_sheet_begin(
                    sheet, &table,
                    ore_book_text(sheet->book, ORE_TEXT_PLAYBOOK_PAGES_NOTE));
                has_begun = true;
            }
            add_page(sheet, playbook, &playbook->list[i]);
        }
    }
}
