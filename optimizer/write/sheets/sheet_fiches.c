/* Fiches: a page for each project that was asked for. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/accounting.h"
#include "orefolio/instrument.h"
#include "orefolio/timing.h"
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_COLUMN("project", ORE_TEXT_PROJECT_ID, ORE_TEXT_CELL),
    ORE_COLUMN("item", ORE_TEXT_FIGURE, ORE_TEXT_CELL),
    ORE_COLUMN("value", ORE_TEXT_VALUE, ORE_GENERAL),
    ORE_COLUMN("unit", ORE_TEXT_UNIT, ORE_TEXT_CELL),
    {0}};

ORE_TABLE(table, "tblFiches", "fiches", columns, .page_of = "project");

static ore_sheet_row begin_item(ore_sheet *sheet, int p, const char *item)
{
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "project", sheet->book->round->projects[p].id);
    ore_cell_text(row, "item", item);
    return row;
}

static void add_word(ore_sheet *sheet, int p, ore_text item, const char *value)
{
    const ore_sheet_row row =
        begin_item(sheet, p, ore_book_text(sheet->book, item));

    ore_cell_text_or(row, "value", value, ORE_TEXT_NO_UNIT);
    ore_cell_word(row, "unit", ORE_TEXT_NO_UNIT);
}

static void add_number(ore_sheet *sheet, int p, const char *item,
                       ore_quantity quantity, double value)
{
    const ore_sheet_row row = begin_item(sheet, p, item);

    ore_cell_at(row, "value")->quantity = quantity;
    ore_cell_figure(row, "value", value);
    ore_cell_text_or(
        row, "unit",
        quantity == ORE_SHARE ? "" : ore_book_unit(sheet->book, quantity),
        ORE_TEXT_NO_UNIT);
}

static void add_figure(ore_sheet *sheet, int p, ore_text item,
                       ore_quantity quantity, double value)
{
    add_number(sheet, p, ore_book_text(sheet->book, item), quantity, value);
}

/* Who pays how much of what. */
static void add_sources(ore_sheet *sheet, int p)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_project *project = &round->projects[p];

    for (int f = project->first_pair;
         f < project->first_pair + project->n_pairs; f++) {
        const ore_instrument *instrument =
            &round->instruments[round->pairs[f].instrument];

        if (book->result->face_m[f] > 0.0) {
            add_number(sheet, p,
                       ore_book_compose(book, ORE_TEXT_FICHE_SOURCE,
                                        ORE_LABEL(book, instrument)),
                       ORE_MONEY, book->result->face_m[f]);
        }
    }
    add_figure(sheet, p, ORE_TEXT_BANK_DEBT, ORE_MONEY,
               ore_figure_bank_debt_m(round, book->result, p));
    add_figure(sheet, p, ORE_TEXT_SPONSOR, ORE_MONEY,
               book->result->equity_m[p]);
    add_figure(sheet, p, ORE_TEXT_COST, ORE_MONEY,
               ore_figure_cost_m(round, book->result, p));
}

/* What the option makes and takes, at its plateau. */
static void add_flows(ore_sheet *sheet, int p, const ore_option *option)
{
    ore_book *book = sheet->book;

    for (int k = 0; k < option->n_flows; k++) {
        const ore_flow *flow = &option->flows[k];
        const char *material =
            ORE_LABEL(book, &book->round->materials[flow->material]);

        if (flow->output_tpa > 0.0) {
            add_number(sheet, p,
                       ore_book_compose(book, ORE_TEXT_FICHE_OUTPUT, material),
                       ORE_FLOW,
                       ore_figure_plateau_tpa(book->round, option, flow));
        }
        if (flow->input_tpa > 0.0) {
            add_number(sheet, p,
                       ore_book_compose(book, ORE_TEXT_FICHE_INPUT, material),
                       ORE_FLOW, flow->input_tpa);
        }
    }
}

static void add_attributes(ore_sheet *sheet, int p, const ore_option *option)
{
    const ore_book *book = sheet->book;

    for (int a = 0; a < book->round->n_attributes; a++) {
        const char *name = book->round->attributes[a] + strlen("x_");

        add_number(sheet, p,
                   ore_book_own_word(book, name, "attribute.%s", name),
                   ORE_GENERAL, option->attributes[a]);
    }
}

/* What is the same whether the project goes ahead or not. */
static void add_head(ore_sheet *sheet, int p)
{
    const ore_book *book = sheet->book;
    const ore_project *project = &book->round->projects[p];

    add_word(sheet, p, ORE_TEXT_PROJECT,
             ore_book_label(book, project->name, project->name_ja));
    add_word(sheet, p, ORE_TEXT_COUNTRY,
             ore_book_country(book, project->country));
    add_word(sheet, p, ORE_TEXT_STAGE, ore_book_word(book, project->stage));
    add_word(sheet, p, ORE_TEXT_REVIEW,
             ore_book_text(book, ore_review_text(project->review)));
    add_word(sheet, p, ORE_TEXT_REVIEW_ON, project->review_on);
}

static void add_funded(ore_sheet *sheet, int p)
{
    const ore_book *book = sheet->book;
    const ore_option *option = &book->round->options[book->result->option[p]];
    const int year = book->result->year[p];

    add_word(sheet, p, ORE_TEXT_OPTION, ore_book_option(book, option));
    add_figure(sheet, p, ORE_TEXT_COMMITTED, ORE_YEAR, year);
    add_figure(sheet, p, ORE_TEXT_PRODUCES_FROM, ORE_YEAR,
               year + ore_years_to_output(option));
    add_figure(sheet, p, ORE_TEXT_CAPEX, ORE_MONEY, option->capex_m);
    add_sources(sheet, p);
    add_flows(sheet, p, option);
    if (option->n_flows > 0) {
        add_figure(sheet, p, ORE_TEXT_MEAN_USE, ORE_SHARE,
                   ore_figure_mean_use(book->round, book->result, p));
    }
    add_figure(sheet, p, ORE_TEXT_RISK, ORE_SCORE,
               ore_rounded(1.0 - option->success_probability, 1e9));
    add_attributes(sheet, p, option);
}

static void add_left_out(ore_sheet *sheet, int p)
{
    const ore_book *book = sheet->book;
    const ore_option *option =
        &book->round->options[book->round->projects[p].first_option];
    const ore_reason *reason = &book->result->reason[p];

    add_figure(sheet, p, ORE_TEXT_CAPEX, ORE_MONEY, option->capex_m);
    add_flows(sheet, p, option);
    add_attributes(sheet, p, option);
    add_word(
        sheet, p, ORE_TEXT_REASON,
        ore_book_label(book, reason->detail,
                       reason->detail_ja ? reason->detail_ja : reason->detail));
}

/* Whether project p was asked for: by its id, as funded, or with all. */
static bool is_asked(const ore_book *book, int p)
{
    const char *asked = book->options->fiches;
    const char *id = book->round->projects[p].id;

    return asked &&
           (strcmp(asked, "all") == 0 ||
            (strcmp(asked, "funded") == 0 && book->result->option[p] >= 0) ||
            ore_lists(asked, id));
}

void ore_fill_fiches(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    bool has_begun = false;

    for (int p = 0; p < book->round->n_projects; p++) {
        if (!is_asked(book, p)) {
            continue;
        }
        if (!has_begun) {
            sheet->is_upright = true;
            ore_sheet_begin(sheet, &table, NULL);
            has_begun = true;
        }
        add_head(sheet, p);
        if (book->result->option[p] >= 0) {
            add_funded(sheet, p);
        } else {
            add_left_out(sheet, p);
        }
    }
}
