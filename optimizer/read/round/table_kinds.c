/* The kinds of tables: what each may have in it. */
#include "read/round/reader.h"

const ore_table_kind ore_table_kinds[] = {
    {"projects", ore_project_fields, ore_shape_fields, true, "the candidates"},
    {"options", ore_option_fields, ore_shape_fields, true,
     "mutually exclusive shapes of projects: what differs from the project"},
    {"offers", ore_offer_fields, NULL, false,
     "which instruments a project may take"},
    {"flows", ore_flow_fields, NULL, false, "what projects make and take"},
    {"targets", ore_target_fields, NULL, false,
     "what markets must be able to buy; interpolated between years"},
    {"supply", ore_supply_fields, NULL, false,
     "what already flows; interpolated between years"},
    {"links", ore_link_fields, NULL, false, "what ties projects together"},
    {"spending", ore_spending_fields, NULL, false,
     "when a project's money is spent; default: all when committed"},
    {"budgets", ore_budget_row_fields, NULL, false,
     "yearly amounts of budgets"},
    {"ceilings", ore_ceiling_row_fields, NULL, false,
     "yearly exposure ceilings of instruments"},
};
