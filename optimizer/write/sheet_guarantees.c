/* Guarantees: every commitment without money of its own, and what it may come
 * to: budget cost, contingent liability, expected calls and loss, and the debt
 * that it mobilises. Then the same by funder, which the columns draw. */
#include <math.h>

#include "orefolio/measures.h"
#include "write/columns.h"
#include "write/sheet.h"

static void set_figure(const ore_sheet *sheet, ore_cell *cell, double value)
{
    if (isnan(value)) {
        ore_set_text(cell, ore_say(sheet->book, ORE_TEXT_NOT_APPLICABLE));
    } else {
        ore_set_number(cell, value);
    }
}

static bool is_shown(const ore_book *book, int f)
{
    return book->result->face_m[f] > 0.0 && ore_is_liability(book->plan, f);
}

static void add_columns(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    static const ore_text amounts[] = {
        ORE_TEXT_FACE,          ORE_TEXT_COST,
        ORE_TEXT_CONTINGENT,    ORE_TEXT_EXPECTED_CALLED,
        ORE_TEXT_EXPECTED_LOSS, ORE_TEXT_MOBILISED};

    ore_add_project_columns(sheet);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_INSTRUMENT), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_FUNDER), ORE_TEXT_CELL);
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
        ore_add_column(sheet, ore_say(book, amounts[i]), ORE_MONEY);
        ore_sum_column(sheet);
    }
}

static void add_commitment(ore_sheet *sheet, int f)
{
    ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;
    const ore_offer *offer = &plan->offers[f];
    const ore_instrument *instrument = &plan->instruments[offer->instrument];
    const ore_funder *funder = &plan->funders[instrument->funder];
    const ore_liability liability = ore_liability_of(plan, book->result, f);
    const double figures[] = {liability.face_m,       liability.cost_m,
                              liability.contingent_m, liability.called_m,
                              liability.loss_m,       liability.mobilised_m};
    ore_cell *row = ore_next_row(sheet);

    ore_set_project(book, row, offer->project);
    ore_set_text(&row[4],
                 ore_label(book, instrument->label, instrument->label_ja));
    ore_set_text(&row[5], ore_label(book, funder->label, funder->label_ja));
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        set_figure(sheet, &row[6 + i], figures[i]);
    }
}

enum { BY_FACE = 1, BY_COST, BY_CONTINGENT, BY_COLUMNS };

static void add_funder(ore_sheet *sheet, int funder)
{
    const ore_book *book = sheet->book;
    const ore_plan *plan = book->plan;
    double face_m = 0.0, cost_m = 0.0, contingent_m = 0.0;

    for (int f = 0; f < plan->n_offers; f++) {
        if (is_shown(book, f) &&
            plan->instruments[plan->offers[f].instrument].funder == funder) {
            const ore_liability liability =
                ore_liability_of(plan, book->result, f);

            face_m += liability.face_m;
            cost_m += liability.cost_m;
            contingent_m += liability.contingent_m;
        }
    }
    if (face_m > 0.0) {
        ore_cell *row = ore_next_row(sheet);

        ore_set_text(&row[0], ore_label(book, plan->funders[funder].label,
                                        plan->funders[funder].label_ja));
        ore_set_number(&row[BY_FACE], face_m);
        ore_set_number(&row[BY_COST], cost_m);
        ore_set_number(&row[BY_CONTINGENT], contingent_m);
    }
}

static void add_funders(ore_sheet *sheet)
{
    static const ore_text amounts[] = {ORE_TEXT_FACE, ORE_TEXT_COST,
                                       ORE_TEXT_CONTINGENT};
    const ore_book *book = sheet->book;

    ore_add_table(sheet, "tblLiabilities", "liabilities",
                  ore_say(book, ORE_TEXT_LIABILITIES_NOTE));
    ore_add_column(sheet, ore_say(book, ORE_TEXT_FUNDER), ORE_TEXT_CELL);
    for (int i = 0; i + 1 < BY_COLUMNS; i++) {
        ore_add_column(sheet, ore_say(book, amounts[i]), ORE_MONEY);
        ore_sum_column(sheet);
    }
    for (int i = 0; i < book->plan->n_funders; i++) {
        add_funder(sheet, i);
    }
    sheet->charts[sheet->n_charts++] = (ore_chart){
        .kind = ORE_CHART_COLUMNS,
        .title = ORE_TEXT_LIABILITIES_CHART,
        .axis = ore_unit(book, ORE_MONEY),
        .table = 1,
        .category = 0,
        .first = BY_COST,
        .last = BY_CONTINGENT,
    };
}

void ore_fill_guarantees(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    for (int f = 0; f < book->plan->n_offers; f++) {
        if (is_shown(book, f)) {
            if (sheet->n_tables == 0) {
                ore_add_table(sheet, "tblGuarantees", "guarantees", NULL);
                add_columns(sheet);
            }
            add_commitment(sheet, f);
        }
    }
    if (sheet->n_tables > 0) {
        add_funders(sheet);
    }
}
