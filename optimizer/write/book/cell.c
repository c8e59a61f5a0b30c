/* Cells of a row by the ids of their columns. */
#include "write/book/table.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>

#include "orefolio/memory.h"

static int column_of(ore_sheet_row row, const char *id)
{
    return ore_column_index(row.table, id, row.nth);
}

ore_sheet_cell *ore_cell_at(ore_sheet_row row, const char *id)
{
    return &row.table
                ->cells[row.at * row.table->n_columns + column_of(row, id)];
}

static void set_text(ore_sheet_cell *cell, const char *text)
{
    free(cell->text);
    cell->text = ore_copy(text);
    cell->is_number = false;
}

static void set_number(ore_sheet_cell *cell, double number)
{
    assert(isfinite(number));
    cell->is_number = true;
    cell->number = number + 0.0; /* no negative zero */
}

void ore_cell_text(ore_sheet_row row, const char *id, const char *text)
{
    set_text(ore_cell_at(row, id), text);
}

void ore_cell_word(ore_sheet_row row, const char *id, ore_text text)
{
    ore_cell_text(row, id, ore_book_text(row.sheet->book, text));
}

void ore_cell_text_or(ore_sheet_row row, const char *id, const char *text,
                      ore_text otherwise)
{
    if (text && *text) {
        ore_cell_text(row, id, text);
    } else {
        ore_cell_word(row, id, otherwise);
    }
}

void ore_cell_number(ore_sheet_row row, const char *id, double number)
{
    set_number(ore_cell_at(row, id), number);
}

void ore_cell_amount(ore_sheet_row row, const char *id, ore_quantity quantity,
                     double number)
{
    ore_cell_at(row, id)->quantity = quantity;
    ore_cell_number(row, id, number);
}

void ore_cell_figure(ore_sheet_row row, const char *id, double value)
{
    ore_cell_answer(
        row, id, isfinite(value) ? ORE_ANSWER_KNOWN : ORE_ANSWER_NONE, value);
}

void ore_cell_answer(ore_sheet_row row, const char *id, ore_answer answer,
                     double value)
{
    ore_text word = ORE_TEXT_ANSWER_NOT_KNOWN;

    switch (answer) {
    case ORE_ANSWER_KNOWN:
        if (isfinite(value)) {
            ore_cell_number(row, id, value);
            return;
        }
        break;
    case ORE_ANSWER_NONE: word = ORE_TEXT_NOT_APPLICABLE; break;
    case ORE_ANSWER_UNASKED: word = ORE_TEXT_NOT_ASKED; break;
    case ORE_ANSWER_IMPOSSIBLE: word = ORE_TEXT_NOT_POSSIBLE; break;
    case ORE_ANSWER_UNKNOWN: break;
    }
    ore_cell_word(row, id, word);
}

static void set_formula(ore_sheet_row row, ore_sheet_cell *cell,
                        const char *fmt, va_list args)
{
    char *formula = ore_vprint(fmt, args);

    cell->formula = ore_cell_expand(row, formula);
    free(formula);
}

void ore_cell_formula(ore_sheet_row row, const char *id, double number,
                      const char *fmt, ...)
{
    ore_sheet_cell *cell = ore_cell_at(row, id);
    va_list args;

    va_start(args, fmt);
    set_formula(row, cell, fmt, args);
    va_end(args);
    set_number(cell, number);
}

void ore_cell_text_formula(ore_sheet_row row, const char *id, const char *text,
                           const char *fmt, ...)
{
    ore_sheet_cell *cell = ore_cell_at(row, id);
    va_list args;

    va_start(args, fmt);
    set_formula(row, cell, fmt, args);
    va_end(args);
    set_text(cell, text);
}

void ore_cell_link(ore_sheet_row row, const char *id, int target)
{
    ore_book *book = row.sheet->book;
    const char *name = ore_book_text(book, book->sheets[target].name);
    ore_sheet_cell *cell = ore_cell_at(row, id);

    set_text(cell, name);
    cell->look = ORE_LINK;
    cell->link = ore_book_print(book, "internal:'%s'!A1", name);
}

void ore_cell_name(ore_sheet_row row, const char *id, const char *name)
{
    ore_book *book = row.sheet->book;
    char letters[8];

    book->names = ore_grow(book->names, book->n_names, &book->room_names,
                           sizeof *book->names);
    ore_column_letters(column_of(row, id), letters);
    book->names[book->n_names].name = name;
    book->names[book->n_names++].target = ore_book_print(
        book, "='%s'!$%s$%d", ore_book_text(book, row.sheet->name), letters,
        row.table->top + row.at + 2);
}
