/* Colours that follow what cells hold, so that they stay right when somebody
 * changes a figure. */
#include <stdio.h>
#include <xlsxwriter.h>

#include "write/xlsx_pen.h"

/* Black is read on either at 7 : 1 and more. */
enum { LESS = 0x6FA8DC, NONE = 0xFFFFFF, MORE = 0xF46A25 };

static void put_rule(ore_pen *pen, const ore_table *table, int first, int last,
                     lxw_conditional_format *rule)
{
    pen->failures +=
        worksheet_conditional_format_range(
            pen->sheet, (lxw_row_t)(table->top + 1), (lxw_col_t)first,
            (lxw_row_t)(table->top + table->n_rows), (lxw_col_t)last,
            rule) != LXW_NO_ERROR;
}

static void put_mark(ore_pen *pen, const ore_sheet *sheet, const ore_mark *mark)
{
    const ore_table *table = &sheet->tables[mark->table];
    char letters[8], formula[80];
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA,
        .value_string = formula,
        .format = ore_pen_format(pen, ORE_TEXT_CELL, mark->look, ORE_BARE)};

    ore_column_letters(mark->first, letters);
    snprintf(formula, sizeof formula, "=%s%d=\"%s\"", letters, table->top + 2,
             ore_say(sheet->book, mark->text));
    put_rule(pen, table, mark->first, mark->last, &rule);
}

/* Points by which a share grew or fell: white is no change, the full colour
 * half of the whole. */
static void put_scale(ore_pen *pen, const ore_table *table, int column)
{
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_3_COLOR_SCALE,
        .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .mid_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .min_value = -50.0,
        .mid_value = 0.0,
        .max_value = 50.0,
        .min_color = LESS,
        .mid_color = NONE,
        .max_color = MORE};

    put_rule(pen, table, column, column, &rule);
}

void ore_pen_marks(ore_pen *pen, const ore_sheet *sheet)
{
    for (int i = 0; i < sheet->n_marks; i++) {
        put_mark(pen, sheet, &sheet->marks[i]);
    }
    for (int t = 0; t < sheet->n_tables; t++) {
        const ore_table *table = &sheet->tables[t];

        for (int c = 0; c < table->n_columns && table->n_rows > 0; c++) {
            if (table->columns[c].is_change) {
                put_scale(pen, table, c);
            }
        }
    }
}
