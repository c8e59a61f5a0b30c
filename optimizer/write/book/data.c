/* See data.h. */
#include "write/book/data.h"

void ore_begin_data(ore_sheet *sheet, const char *name, const char *slug,
                    const ore_data_column *columns, int n)
{
    ore_sheet_table *table = ore_add_table(sheet, name, slug, NULL);

    for (int i = 0; i < n; i++) {
        /* Words and pure numbers have no unit to add to the name. */
        ore_add_column(sheet, columns[i].name,
                       columns[i].quantity == ORE_TEXT_CELL ? ORE_TEXT_CELL
                                                            : ORE_GENERAL);
        table->columns[i].quantity = columns[i].quantity;
    }
}
