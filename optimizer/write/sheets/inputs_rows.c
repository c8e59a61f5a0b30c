/* See inputs_rows.h. */
#include "write/sheets/inputs_rows.h"

#include <math.h>

#include "write/book/columns.h"
#include "write/book/evidence.h"

ore_sheet_row ore_inputs_row(const ore_input_topic *about, const char *what,
                             ore_quantity quantity)
{
    ore_book *book = about->sheet->book;
    const ore_sheet_row row = ore_sheet_next(about->sheet);

    ore_cell_text(row, "of", about->of);
    ore_cell_text(row, "what", what);
    ore_cell_at(row, "value")->quantity = quantity;
    ore_cell_at(row, "value")->look = ORE_INPUT;
    ore_cell_text_or(row, "unit", ore_book_unit(book, quantity),
                     ORE_TEXT_NO_UNIT);
    ore_cell_text(row, "source", ore_book_place(book, about->where));
    ore_cell_evidence(row, about->where);
    return row;
}

void ore_inputs_text(const ore_input_topic *about, ore_text what,
                     const char *text)
{
    const ore_book *book = about->sheet->book;

    ore_cell_text(
        ore_inputs_row(about, ore_book_text(book, what), ORE_TEXT_CELL),
        "value", text);
}

void ore_inputs_word(const ore_input_topic *about, ore_text what, ore_text word)
{
    ore_inputs_text(about, what, ore_book_text(about->sheet->book, word));
}

void ore_inputs_number(const ore_input_topic *about, ore_text what,
                       ore_quantity quantity, double value)
{
    const ore_book *book = about->sheet->book;

    if (isfinite(value)) {
        ore_cell_number(
            ore_inputs_row(about, ore_book_text(book, what), quantity), "value",
            value);
    }
}

void ore_inputs_named(const ore_input_topic *about, ore_text what,
                      ore_quantity quantity, double value, const char *name)
{
    const char *words = ore_book_text(about->sheet->book, what);
    const ore_sheet_row row = ore_inputs_row(about, words, quantity);

    ore_cell_number(row, "value", value);
    ore_cell_name(row, "value", name);
}
