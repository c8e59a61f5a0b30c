/* Response: a disruption that has happened, from what was planned to what
 * foresight would have done; or, for all disruptions of the round, a line each.
 * Then what each material lacks without its largest supplier. */
#include <math.h>

#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/studies/response_cells.h"

/* Materials that are drawn. */
enum { MAX_CHARTS = 2 };

#define RESPONSE_COLUMNS(quantity)                                             \
    ORE_COLUMN("nothing", ORE_TEXT_DO_NOTHING, quantity),                      \
        ORE_COLUMN("respond", ORE_TEXT_RESPOND, quantity),                     \
        ORE_COLUMN("foresight", ORE_TEXT_FORESIGHT, quantity)

static const ore_column_def goal_columns[] = {
    ORE_COLUMN("measure", ORE_TEXT_RESPONSE_MEASURE, ORE_TEXT_CELL),
    ORE_COLUMN("unit", ORE_TEXT_UNIT, ORE_TEXT_CELL),
    ORE_COLUMN("planned", ORE_TEXT_AS_PLANNED, ORE_SCORE),
    RESPONSE_COLUMNS(ORE_SCORE),
    {0}};

ORE_TABLE(goals, "tblResponse", "response", goal_columns);

static void add_goal(ore_sheet *sheet, const ore_playbook *playbook,
                     const ore_response *response, int g)
{
    ore_book *book = sheet->book;
    const ore_objective *use = &book->round->goals[g];
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "measure", ore_book_goal(book, use));
    ore_cell_text(row, "unit", ore_book_goal_unit(book, use));
    ore_cell_figure(row, "planned", ore_response_goal(&playbook->planned, g));
    for (int k = 0; k < ORE_RESPONSE_COLUMNS; k++) {
        ore_cell_figure(row, ore_response_columns[k],
                        ore_response_goal(&response->cases[k], g));
    }
}

static const ore_column_def gap_columns[] = {
    ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    ORE_COLUMN("year", ORE_TEXT_YEAR_OF_SUPPLY, ORE_YEAR),
    ORE_COLUMN("target", ORE_TEXT_TARGET_HEADING, ORE_FLOW),
    ORE_COLUMN("planned", ORE_TEXT_AS_PLANNED, ORE_FLOW),
    RESPONSE_COLUMNS(ORE_FLOW),
    {0}};

ORE_TABLE(gaps, "tblResponseGaps", "responsegaps", gap_columns);

/* From the year before the disruption to the last one in which some column
 * differs from the plan. */
static ore_years years_of(const ore_playbook *playbook,
                          const ore_response *response)
{
    const ore_round *round = playbook->round;
    const ore_years hit =
        response->cases[0].round->disruptions[response->disruption].years;
    ore_years years = {hit.first - 1, hit.last};

    for (int i = 0; i < response->n_times; i++) {
        const int recovered = response->times[i].recover_years[ORE_DO_NOTHING];
        const int last =
            recovered < 0 ? round->horizon.last : hit.first + recovered;

        years.last = last > years.last ? last : years.last;
    }
    if (years.first < round->horizon.first) {
        years.first = round->horizon.first;
    }
    if (years.last > round->horizon.last) {
        years.last = round->horizon.last;
    }
    return years;
}

static void add_gaps(ore_sheet *sheet, const ore_playbook *playbook,
                     const ore_response *response)
{
    const ore_round *round = playbook->round;
    const ore_years years = years_of(playbook, response);

    ore_sheet_begin(sheet, &gaps,
                    ore_book_text(sheet->book, ORE_TEXT_RESPONSE_GAPS_NOTE));
    for (int i = 0; i < response->n_times; i++) {
        const int m = response->times[i].material;

        for (int year = years.first; year <= years.last; year++) {
            const int t = year - round->horizon.first;
            const ore_sheet_row row = ore_sheet_next(sheet);

            ore_cell_label(row, "material", &round->materials[m]);
            ore_cell_number(row, "year", year);
            ore_cell_number(row, "target",
                            ore_material_target_tpa(round, m, t));
            ore_cell_figure(row, "planned",
                            ore_response_gap_tpa(&playbook->planned, m, t));
            for (int k = 0; k < ORE_RESPONSE_COLUMNS; k++) {
                ore_cell_figure(
                    row, ore_response_columns[k],
                    ore_response_gap_tpa(&response->cases[k], m, t));
            }
        }
    }
}

static void draw(ore_sheet *sheet, const ore_playbook *playbook,
                 const ore_response *response)
{
    ore_book *book = sheet->book;
    const ore_years years = years_of(playbook, response);
    const int n = years.last - years.first + 1;

    for (int i = 0; i < response->n_times && i < MAX_CHARTS && n > 1; i++) {
        const ore_material *material =
            &book->round->materials[response->times[i].material];

        ore_sheet_draw(sheet, ORE_CHART("responsegaps", "year", "planned",
                                        "foresight", ORE_CHART_LINES,
                                        .title = ORE_TEXT_RESPONSE_CHART,
                                        .axis = ore_book_unit(book, ORE_FLOW),
                                        .first_row = i * n, .n_rows = n,
                                        .name = ORE_LABEL(book, material)));
    }
}

static const ore_column_def action_columns[] = {
    ORE_COLUMN("action", ORE_TEXT_ACTION, ORE_TEXT_CELL),
    ORE_COLUMN("of", ORE_TEXT_ACTION_OF, ORE_TEXT_CELL),
    ORE_COLUMN("from", ORE_TEXT_FROM_YEAR, ORE_YEAR),
    ORE_COLUMN("to", ORE_TEXT_TO_YEAR, ORE_YEAR),
    ORE_COLUMN("amount", ORE_TEXT_ACTION_AMOUNT, ORE_GENERAL),
    ORE_COLUMN("unit", ORE_TEXT_UNIT, ORE_TEXT_CELL),
    ORE_COLUMN("cost", ORE_TEXT_COST_ADDED, ORE_MONEY),
    ORE_GOAL_COLUMN("worth", ORE_TEXT_WITHOUT_IT, ore_book_first_goal),
    {0}};

ORE_TABLE(actions, "tblActions", "actions", action_columns);

static void add_actions(ore_sheet *sheet, const ore_response *response)
{
    ore_book *book = sheet->book;

    if (response->n_actions == 0) {
        return;
    }
    ore_sheet_begin(sheet, &actions,
                    ore_book_text(book, ORE_TEXT_ACTIONS_NOTE));
    for (int i = 0; i < response->n_actions; i++) {
        ore_cell_action(ore_sheet_next(sheet), &response->cases[ORE_RESPOND],
                        &response->actions[i]);
    }
}

static const ore_column_def time_columns[] = {
    ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    ORE_COLUMN("survive", ORE_TEXT_SURVIVES, ORE_COUNT),
    RESPONSE_COLUMNS(ORE_COUNT),
    {0}};

ORE_TABLE(times, "tblTimes", "times", time_columns);

static void add_times(ore_sheet *sheet, const ore_response *response)
{
    ore_book *book = sheet->book;

    if (response->n_times == 0) {
        return;
    }
    ore_sheet_begin(sheet, &times, ore_book_text(book, ORE_TEXT_TIMES_NOTE));
    for (int i = 0; i < response->n_times; i++) {
        const ore_material_times *own = &response->times[i];
        const ore_sheet_row row = ore_sheet_next(sheet);

        ore_cell_label(row, "material", &book->round->materials[own->material]);
        if (own->answer == ORE_ANSWER_KNOWN) {
            ore_cell_number(row, "survive", own->survive_years);
        } else {
            ore_cell_word(row, "survive", ORE_TEXT_NOT_KNOWN);
        }
        for (int k = 0; k < ORE_RESPONSE_COLUMNS; k++) {
            if (own->recover_years[k] >= 0) {
                ore_cell_number(row, ore_response_columns[k],
                                own->recover_years[k]);
            } else {
                ore_cell_word(row, ore_response_columns[k],
                              ORE_TEXT_NOT_IN_HORIZON);
            }
        }
    }
}

static const ore_column_def loss_columns[] = {
    ORE_COLUMN("material", ORE_TEXT_MATERIAL, ORE_TEXT_CELL),
    ORE_COLUMN("country", ORE_TEXT_LARGEST_SUPPLIER, ORE_TEXT_CELL),
    ORE_COLUMN("share", ORE_TEXT_SUPPLIER_SHARE, ORE_SHARE),
    ORE_COLUMN("with", ORE_TEXT_GAP_WITH_IT, ORE_FLOW),
    ORE_COLUMN("without", ORE_TEXT_GAP_WITHOUT_IT, ORE_FLOW),
    {0}};

ORE_TABLE(losses, "tblLargestLost", "largestlost", loss_columns);

static void add_losses(ore_sheet *sheet, const ore_playbook *playbook)
{
    ore_book *book = sheet->book;

    if (playbook->n_losses == 0) {
        return;
    }
    ore_sheet_begin(sheet, &losses, ore_book_text(book, ORE_TEXT_LOSSES_NOTE));
    for (int i = 0; i < playbook->n_losses; i++) {
        const ore_country_loss *loss = &playbook->losses[i];
        const ore_sheet_row row = ore_sheet_next(sheet);

        ore_cell_label(row, "material",
                       &book->round->materials[loss->material]);
        ore_cell_text_or(row, "country",
                         loss->country ? ore_book_country(book, loss->country)
                                       : NULL,
                         ORE_TEXT_NOT_APPLICABLE);
        if (loss->answer == ORE_ANSWER_KNOWN) {
            ore_cell_number(row, "share", loss->share);
            ore_cell_number(row, "with", loss->gap_tpa);
            ore_cell_number(row, "without", loss->lost_tpa);
        } else if (loss->country) {
            ore_cell_number(row, "share", loss->share);
            ore_cell_word(row, "with", ORE_TEXT_NOT_KNOWN);
            ore_cell_word(row, "without", ORE_TEXT_NOT_KNOWN);
        }
    }
}

static const ore_column_def line_columns[] = {
    ORE_COLUMN("disruption", ORE_TEXT_DISRUPTION, ORE_TEXT_CELL),
    ORE_COLUMN("from", ORE_TEXT_FROM_YEAR, ORE_YEAR),
    ORE_COLUMN("to", ORE_TEXT_TO_YEAR, ORE_YEAR),
    ORE_GOAL_COLUMN("nothing", ORE_TEXT_DO_NOTHING, ore_book_first_goal),
    ORE_GOAL_COLUMN("respond", ORE_TEXT_RESPOND, ore_book_first_goal),
    ORE_GOAL_COLUMN("foresight", ORE_TEXT_FORESIGHT, ore_book_first_goal),
    ORE_COLUMN("cost", ORE_TEXT_COST_ADDED, ORE_MONEY),
    {0}};

ORE_TABLE(lines, "tblPlaybook", "playbook", line_columns);

static void add_line(ore_sheet *sheet, const ore_response *response)
{
    const ore_disruption *hit =
        &response->cases[0].round->disruptions[response->disruption];
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_label(row, "disruption", hit);
    ore_cell_number(row, "from", hit->years.first);
    ore_cell_number(row, "to", hit->years.last);
    for (int k = 0; k < ORE_RESPONSE_COLUMNS; k++) {
        ore_cell_figure(row, ore_response_columns[k],
                        ore_response_goal(&response->cases[k], 0));
    }
    ore_cell_figure(row, "cost",
                    ore_response_cost_m(&response->cases[ORE_RESPOND]) -
                        ore_response_cost_m(&response->cases[ORE_DO_NOTHING]));
}

static void say_without_promises(ore_sheet *sheet, const ore_playbook *playbook)
{
    for (int i = 0; i < playbook->n; i++) {
        if (playbook->list[i].is_without_promises) {
            ore_sheet_say(
                sheet, ORE_PLAIN, ORE_TEXT_RESPONSE_WITHOUT_PROMISES,
                ORE_LABEL(sheet->book,
                          &playbook->round
                               ->disruptions[playbook->list[i].disruption]));
        }
    }
}

void ore_fill_response(ore_sheet *sheet)
{
    const ore_study *study = sheet->book->options->study;
    const ore_playbook *playbook = study ? study->playbook : NULL;

    if (!playbook) {
        return;
    }
    say_without_promises(sheet, playbook);
    if (playbook->round->respond < 0) {
        ore_sheet_begin(sheet, &lines,
                        ore_book_text(sheet->book, ORE_TEXT_PLAYBOOK_NOTE));
        for (int i = 0; i < playbook->n; i++) {
            add_line(sheet, &playbook->list[i]);
        }
    } else {
        const ore_response *response = &playbook->list[0];

        ore_sheet_begin(sheet, &goals, NULL);
        for (int g = 0; g < playbook->round->n_goals; g++) {
            add_goal(sheet, playbook, response, g);
        }
        add_actions(sheet, response);
        add_times(sheet, response);
        if (response->n_times > 0) {
            add_gaps(sheet, playbook, response);
            draw(sheet, playbook, response);
        }
    }
    add_losses(sheet, playbook);
}
