/* WhatIfRules: what the formulas of WhatIf and WhatIfGaps do not look at, by
 * name. */
#include "write/book/columns.h"
#include "write/book/sheet.h"

static void add_missing(ore_sheet *sheet, bool is_there, const char *rule,
                        const char *where)
{
    if (is_there) {
        ore_sheet_cell *row = ore_next_row(sheet);

        ore_set_text(&row[0], rule);
        ore_set_text(&row[1], where);
    }
}

static bool has_inputs(const ore_round *round)
{
    for (int o = 0; o < round->n_options; o++) {
        for (int i = 0; i < round->options[o].n_flows; i++) {
            if (round->options[o].flows[i].input_tpa > 0.0) {
                return true;
            }
        }
    }
    return false;
}

void ore_fill_what_rules(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;
    const char *all = ore_say(book, ORE_TEXT_EVERYWHERE);

    ore_add_table(sheet, "tblWhatUncovered", "whatuncovered", NULL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_RULE), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SOURCE), ORE_TEXT_CELL);
    add_missing(sheet, true, ore_say(book, ORE_TEXT_NO_TICKETS), all);
    add_missing(sheet, true, ore_say(book, ORE_TEXT_NO_DEBT), all);
    add_missing(sheet, has_inputs(round), ore_say(book, ORE_TEXT_NO_CHAINS),
                all);
    add_missing(sheet, round->n_markets > 1, ore_say(book, ORE_TEXT_NO_MARKETS),
                all);
    add_missing(sheet, round->n_links > 0, ore_say(book, ORE_TEXT_NO_LINKS),
                all);
    add_missing(sheet, round->n_stockpiles + round->n_disruptions > 0,
                ore_say(book, ORE_TEXT_NO_STOCKS), all);
    add_missing(sheet, round->n_funders > 1, ore_say(book, ORE_TEXT_NO_BURDEN),
                all);
    for (int b = 0; b < round->n_budgets; b++) {
        const ore_budget *budget = &round->budgets[b];

        add_missing(sheet, budget->basis != ORE_BASIS_COMMITMENT,
                    ore_join(book, ORE_TEXT_LABEL_OF,
                             ore_say(book, ORE_TEXT_NO_SPENDING),
                             ore_label(book, budget->label, budget->label_ja)),
                    ore_source_text(book, budget->where));
    }
    for (int r = 0; r < round->n_rules; r++) {
        const ore_rule *rule = &round->rules[r];

        add_missing(sheet, true,
                    ore_join(book, ORE_TEXT_LABEL_OF,
                             ore_say(book, ORE_TEXT_RULE),
                             ore_label(book, rule->label, rule->label_ja)),
                    ore_source_text(book, rule->where));
    }
}
