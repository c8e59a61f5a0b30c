/* Data_Plan: what every project is doing in every year of supply. */
#include "orefolio/accounting.h"
#include "write/book/columns.h"
#include "write/book/data.h"

static const char *phase_of(const ore_book *book, int p, int t)
{
    const ore_round *round = book->round;
    const int opens = book->result->year[p] +
                      round->options[book->result->option[p]].build_years;

    return round->horizon.first + t < opens ? "build"
           : ore_figure_capacity_share(round, book->result, p, t) <= 0.0
               ? "closed"
           : ore_phase_text(book, p, t) == ORE_TEXT_IDLE ? "idle"
                                                         : "produce";
}

static void add_year(ore_sheet *sheet, int p, int t)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const ore_project *project = &round->projects[p];
    ore_sheet_cell *row = ore_next_row(sheet);

    ore_set_text(&row[0], round->scenario);
    ore_set_text(&row[1], project->id);
    ore_set_text(&row[2], ore_label(book, project->name, project->name_ja));
    ore_set_text(&row[3], round->options[book->result->option[p]].id);
    ore_set_number(&row[4], book->result->year[p]);
    ore_set_number(&row[5], round->horizon.first + t);
    ore_set_text(&row[6], phase_of(book, p, t));
    ore_set_number(&row[7],
                   ore_figure_capacity_share(round, book->result, p, t));
    ore_set_number(&row[8], ore_figure_use(round, book->result, p, t));
}

void ore_fill_data_round(ore_sheet *sheet)
{
    static const ore_data_column columns[] = {
        {"scenario", ORE_TEXT_CELL},     {"project", ORE_TEXT_CELL},
        {"project_name", ORE_TEXT_CELL}, {"option", ORE_TEXT_CELL},
        {"committed", ORE_YEAR},         {"year", ORE_YEAR},
        {"phase", ORE_TEXT_CELL},        {"capacity_share", ORE_SCORE},
        {"use_share", ORE_SCORE}};
    const ore_round *round = sheet->book->round;

    ore_begin_data(sheet, "tblDataPlan", "data_plan", columns,
                   sizeof columns / sizeof *columns);
    for (int p = 0; p < round->n_projects; p++) {
        for (int t = 0;
             sheet->book->result->option[p] >= 0 && t < round->n_years; t++) {
            if (round->horizon.first + t >= sheet->book->result->year[p]) {
                add_year(sheet, p, t);
            }
        }
    }
}
