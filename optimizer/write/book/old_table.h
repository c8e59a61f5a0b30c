#ifndef OLD_TABLE_H
#define OLD_TABLE_H
ore_sheet_table *ore_add_table(ore_sheet *sheet, const char *name,
                               const char *slug, const char *note);
void ore_filter_table(ore_sheet *sheet);
int ore_add_column(ore_sheet *sheet, const char *heading,
                   ore_quantity quantity);
void ore_sum_column(ore_sheet *sheet);
void ore_mark_column(ore_sheet *sheet, ore_look positive);
void ore_bar_column(ore_sheet *sheet);
void ore_scale_column(ore_sheet *sheet, ore_scale scale);
void ore_ask_column(ore_sheet *sheet, ore_entry_kind entry);
ore_sheet_cell *ore_next_row(ore_sheet *sheet);
#define ore_end_table ore_sheet_end
void ore_set_text(ore_sheet_cell *cell, const char *text);
void ore_set_number(ore_sheet_cell *cell, double number);
void ore_set_amount(ore_sheet_cell *cell, ore_quantity quantity, double number);
void ore_set_formula(ore_book *book, ore_sheet_cell *cell, double number,
                     const char *fmt, ...) ORE_PRINTF(4, 5);
void ore_set_text_formula(ore_book *book, ore_sheet_cell *cell,
                          const char *text, const char *fmt, ...)
    ORE_PRINTF(4, 5);
void ore_set_link(ore_book *book, ore_sheet_cell *cell, ore_sheet_id target);
const char *ore_here(ore_sheet *sheet, int column);
const char *ore_column_range(ore_book *book, ore_sheet_id id, int table,
                             int column);
const char *ore_total_cell(ore_book *book, ore_sheet_id id, int table,
                           int column);
void ore_name_here(ore_sheet *sheet, const char *name, int column);
void ore_old_mark(ore_sheet *sheet, int table, int first, int last,
                  ore_text text, ore_look look);
#endif
