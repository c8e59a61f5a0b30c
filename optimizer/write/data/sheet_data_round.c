/* Data_Plan: what every project is doing in every year of supply. */
#include "orefolio/accounting.h"
#include "write/book/columns.h"

static const ore_column_def columns[] = {
    ORE_DATA_COLUMN("scenario", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("project", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("project_name", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("option", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("committed", ORE_YEAR),
    ORE_DATA_COLUMN("year", ORE_YEAR),
    ORE_DATA_COLUMN("phase", ORE_TEXT_CELL),
    ORE_DATA_COLUMN("capacity_share", ORE_SCORE),
    ORE_DATA_COLUMN("use_share", ORE_SCORE),
    {0}};

ORE_TABLE(table, "tblDataPlan", "data_plan", columns, .is_data = true);

static const char *phase_of(const ore_book *book, int p, int t)
{
    const ore_round *round = book->round;
    const int opens = book->result->year[p] +
                      round->options[book->result->option[p]].build_years;

    return round->horizon.first + t < opens ? "build"
           : ore_figure_capacity_share(round, book->result, p, t) <= 0.0
               ? "closed"
           : ore_book_phase(book, p, t) == ORE_TEXT_IDLE ? "idle"
                                                         : "produce";
}

static void add_year(ore_sheet *sheet, int p, int t)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_project *project = &round->projects[p];
    const ore_sheet_row row = ore_sheet_next(sheet);

    ore_cell_text(row, "scenario", round->scenario);
    ore_cell_text(row, "project", project->id);
    ore_cell_text(row, "project_name", ore_book_project(book, project));
    ore_cell_text(row, "option", round->options[book->result->option[p]].id);
    ore_cell_number(row, "committed", book->result->year[p]);
    ore_cell_number(row, "year", round->horizon.first + t);
    ore_cell_text(row, "phase", phase_of(book, p, t));
    ore_cell_number(row, "capacity_share",
                    ore_figure_capacity_share(round, book->result, p, t));
    ore_cell_number(row, "use_share",
                    ore_figure_use(round, book->result, p, t));
}

void ore_fill_data_round(ore_sheet *sheet)
{
    const ore_round *round = sheet->book->round;
    const ore_result *result = sheet->book->result;

    ore_sheet_begin(sheet, &table, NULL);
    for (int p = 0; p < round->n_projects; p++) {
        for (int t = 0; result->option[p] >= 0 && t < round->n_years; t++) {
            if (round->horizon.first + t >= result->year[p]) {
                add_year(sheet, p, t);
            }
        }
    }
}
