#include "orefolio/memory.h"
#include "write/book/sheet.h"
#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
typedef struct old {
    ore_sheet_table_def def;
    ore_column_def columns[100];
    int n;
    bool summed;
} old;
static ore_sheet_table *newest(ore_sheet *sheet)
{
    return &sheet->tables[sheet->n_tables - 1];
}
static old *old_of(ore_sheet *sheet)
{
    union {
        const ore_sheet_table_def *c;
        old *o;
    } u = {newest(sheet)->def};
    return u.o;
}
static ore_column_def *col(ore_sheet *sheet)
{
    return &old_of(sheet)->columns[newest(sheet)->n_columns - 1];
}
ore_sheet_table *ore_add_table(ore_sheet *sheet, const char *name,
                               const char *slug, const char *note)
{
    old *o = ore_alloc(1, sizeof *o);
    o->def = (ore_sheet_table_def){
        .name = name, .slug = slug, .columns = o->columns};
    ore_sheet_begin(sheet, &o->def, note);
    return newest(sheet);
}
void ore_filter_table(ore_sheet *sheet)
{
    old_of(sheet)->def.is_filtered = true;
}
int ore_add_column(ore_sheet *sheet, const char *heading, ore_quantity quantity)
{
    ore_sheet_table *table = newest(sheet);
    const char *unit = ore_book_unit(sheet->book, quantity);
    const int c = table->n_columns;
    ore_column_def *def = &old_of(sheet)->columns[c];
    def->id = ore_print("c%d", c);
    def->quantity = quantity;
    table->columns = ore_grow(table->columns, table->n_columns,
                              &table->room_columns, sizeof *table->columns);
    table->columns[c] = (ore_sheet_column){.def = def, .quantity = quantity};
    table->columns[c].heading =
        *unit ? ore_print("%s (%s)", heading, unit) : ore_copy(heading);
    return table->n_columns++;
}
void ore_sum_column(ore_sheet *sheet)
{
    ore_sheet_table *table = newest(sheet);
    const bool is_first = sheet->n_tables == 1 && sheet->n_lines == 0;
    table->columns[table->n_columns - 1].has_total = true;
    if (!old_of(sheet)->summed) {
        table->top += 1 + table->def->is_filtered - is_first;
        old_of(sheet)->summed = true;
    }
}
void ore_mark_column(ore_sheet *sheet, ore_look positive)
{
    col(sheet)->positive = positive;
}
void ore_bar_column(ore_sheet *sheet)
{
    col(sheet)->bar = true;
}
void ore_scale_column(ore_sheet *sheet, ore_scale scale)
{
    col(sheet)->scale = scale;
}
void ore_ask_column(ore_sheet *sheet, ore_entry_kind entry)
{
    col(sheet)->entry = entry;
}
ore_sheet_cell *ore_next_row(ore_sheet *sheet)
{
    const ore_sheet_row row = ore_sheet_next(sheet);
    return &row.table->cells[row.at * row.table->n_columns];
}
void ore_set_text(ore_sheet_cell *cell, const char *text)
{
    free(cell->text);
    cell->text = ore_copy(text);
    cell->is_number = false;
}
void ore_set_number(ore_sheet_cell *cell, double number)
{
    assert(isfinite(number));
    cell->is_number = true;
    cell->number = number + 0.0;
}
void ore_set_amount(ore_sheet_cell *cell, ore_quantity quantity, double number)
{
    cell->quantity = quantity;
    ore_set_number(cell, number);
}
static const char *keep_args(ore_book *book, const char *fmt, va_list args)
{
    char *t = ore_vprint(fmt, args);
    const char *k = ore_book_print(book, "%s", t);
    free(t);
    return k;
}
void ore_set_formula(ore_book *book, ore_sheet_cell *cell, double number,
                     const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    cell->formula = keep_args(book, fmt, args);
    va_end(args);
    ore_set_number(cell, number);
}
void ore_set_text_formula(ore_book *book, ore_sheet_cell *cell,
                          const char *text, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    cell->formula = keep_args(book, fmt, args);
    va_end(args);
    ore_set_text(cell, text);
}
void ore_set_link(ore_book *book, ore_sheet_cell *cell, ore_sheet_id target)
{
    const char *name = ore_book_text(book, book->sheets[target].name);
    ore_set_text(cell, name);
    cell->look = ORE_LINK;
    cell->link = ore_book_print(book, "internal:'%s'!A1", name);
}
const char *ore_here(ore_sheet *sheet, int column)
{
    const ore_sheet_table *table = newest(sheet);
    char letters[8];
    ore_column_letters(column, letters);
    return ore_book_print(sheet->book, "%s%d", letters,
                          table->top + table->n_rows + 1);
}
const char *ore_column_range(ore_book *book, ore_sheet_id id, int table,
                             int column)
{
    const ore_sheet_table *of = &book->sheets[id].tables[table];
    char letters[8];
    ore_column_letters(column, letters);
    return ore_book_print(book, "'%s'!$%s$%d:$%s$%d",
                          ore_book_text(book, book->sheets[id].name), letters,
                          of->top + 2, letters, of->top + of->n_rows + 1);
}
const char *ore_total_cell(ore_book *book, ore_sheet_id id, int table,
                           int column)
{
    const ore_sheet_table *of = &book->sheets[id].tables[table];
    char letters[8];
    ore_column_letters(column, letters);
    return ore_book_print(book, "'%s'!$%s$%d",
                          ore_book_text(book, book->sheets[id].name), letters,
                          ore_total_row(of) + 1);
}
void ore_name_here(ore_sheet *sheet, const char *name, int column)
{
    ore_book *book = sheet->book;
    const ore_sheet_table *table = newest(sheet);
    char letters[8];
    ore_column_letters(column, letters);
    book->names[book->n_names].name = name;
    book->names[book->n_names++].target =
        ore_book_print(book, "='%s'!$%s$%d", ore_book_text(book, sheet->name),
                       letters, table->top + table->n_rows + 1);
}
void ore_old_mark(ore_sheet *sheet, int table, int first, int last,
                  ore_text text, ore_look look)
{
    union {
        const ore_column_def *c;
        ore_column_def *o;
    } u = {sheet->tables[table].columns[first].def};
    assert(first == last);
    int i = 0;
    while (u.o->marks[i].look)
        i++;
    u.o->marks[i] = (ore_mark){text, look};
}
