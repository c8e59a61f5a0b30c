/* Notes: what the figures mean, and what they can and cannot be used for. */
#include "write/columns.h"
#include "write/sheet.h"

static const ore_text notes[] = {
    ORE_TEXT_NOTE_FLOWS,    ORE_TEXT_NOTE_SUPPORT, ORE_TEXT_NOTE_COST,
    ORE_TEXT_NOTE_EXPOSURE, ORE_TEXT_NOTE_BEFORE,  ORE_TEXT_NOTE_MEANS,
    ORE_TEXT_NOTE_SCHEDULE, ORE_TEXT_NOTE_RULES,   ORE_TEXT_NOTE_NO_FUND,
    ORE_TEXT_NOTE_MARKS,    ORE_TEXT_NOTE_COLOURS, ORE_TEXT_NOTE_FORMULAS,
    ORE_TEXT_NOTE_PROOF,    ORE_TEXT_NOTE_LIMITS,  ORE_TEXT_NOTE_REVIEW,
};

/* Of figures that were re-solved. */
static const ore_text re_solved[] = {
    ORE_TEXT_NOTE_FORCED,
    ORE_TEXT_NOTE_ENTRY,
    ORE_TEXT_NOTE_RELAXED,
    ORE_TEXT_NOTE_ANSWERS,
};

static const ore_text years[] = {
    [ORE_YEARS_CALENDAR] = ORE_TEXT_NOTE_YEARS,
    [ORE_YEARS_JFY] = ORE_TEXT_NOTE_JFY,
    [ORE_YEARS_USFY] = ORE_TEXT_NOTE_USFY,
};

static void add_note(ore_sheet *sheet, ore_text note)
{
    ore_cell *row = ore_next_row(sheet);

    ore_set_number(&row[0], sheet->tables[0].n_rows);
    ore_set_text(&row[1], ore_say(sheet->book, note));
}

void ore_fill_notes(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    sheet->is_upright = true;
    ore_add_table(sheet, "tblNotes", "notes", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_NUMBER), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_NOTE), ORE_TEXT_CELL);
    add_note(sheet, ORE_TEXT_NOTE_MONEY);
    add_note(sheet, years[book->plan->year_kind]);
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        add_note(sheet, notes[i]);
    }
    for (size_t i = 0; i < sizeof re_solved / sizeof *re_solved; i++) {
        if (book->options->re_solved) {
            add_note(sheet, re_solved[i]);
        }
    }
    if (book->plan->outputs_expected) {
        add_note(sheet, ORE_TEXT_NOTE_EXPECTED);
    }
}
