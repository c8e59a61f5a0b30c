/* The kinds of tables: what each may have in it. */
#include "read/round/reader.h"

const ore_table_kind ore_table_kinds[] = {
    [ORE_TABLE_PROJECTS] = {"projects", ore_project_fields, ore_shape_fields,
                            true, "the candidates"},
    [ORE_TABLE_OPTIONS] = {"options", ore_option_fields, ore_shape_fields, true,
                           "mutually exclusive shapes of projects: what "
                           "differs from the project"},
    [ORE_TABLE_OFFERS] = {"offers", ore_offer_fields, NULL, false,
                          "which instruments a project may take"},
    [ORE_TABLE_FLOWS] = {"flows", ore_flow_fields, NULL, false,
                         "what projects make and take"},
    [ORE_TABLE_TARGETS] =
        {"targets", ore_target_fields, NULL, false,
         "what markets must be able to buy; interpolated between years"},
    [ORE_TABLE_SUPPLY] = {"supply", ore_supply_fields, NULL, false,
                          "what already flows; interpolated between years"},
    [ORE_TABLE_LINKS] = {"links", ore_link_fields, NULL, false,
                         "what ties projects together"},
    [ORE_TABLE_SPENDING] =
        {"spending", ore_spending_fields, NULL, false,
         "when a project's money is spent; default: all when committed"},
    [ORE_TABLE_BUDGETS] = {"budgets", ore_budget_row_fields, NULL, false,
                           "yearly amounts of budgets"},
    [ORE_TABLE_CEILINGS] = {"ceilings", ore_ceiling_row_fields, NULL, false,
                            "yearly exposure ceilings of instruments"}};
_Static_assert(ORE_COUNT_OF(ore_table_kinds) == ORE_TABLES,
               "a kind for every table");
