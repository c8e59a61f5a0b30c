/* Materials and markets. Those without a section of their own are made from
 * the tables that use them, unless others have one. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "read/round/fields.h"

const ore_field ore_material_fields[] = {
    ORE_FIELD("label", TEXT, offsetof(ore_material, label),
              "default: the name"),
    ORE_FIELD("label_ja", TEXT, offsetof(ore_material, label_ja),
              "in Japanese; default: label"),
    ORE_FIELD("mineral", TEXT, offsetof(ore_material, mineral),
              "what it is made of; default: the name"),
    ORE_FIELD("price_per_t", NUMBER, offsetof(ore_material, price_per_t),
              "of commitments and stockpiles that give none", .min = 0.0,
              .max = ORE_NO_LIMIT, .unit = "currency/t"),
    ORE_FIELD("price_usd_per_t", NUMBER, offsetof(ore_material, price_per_t),
              "price_per_t in US dollars", .min = 0.0, .max = ORE_NO_LIMIT,
              .unit = "USD/t", .in_usd_of = "price_per_t"),
    ORE_FIELD("weight", NUMBER, offsetof(ore_material, weight),
              "of its shortfall", .min = 0.0, .max = ORE_NO_LIMIT,
              .fallback = "1"),
    ORE_FIELD("gap_cost_per_t", NUMBER,
              offsetof(ore_material, gap_cost_m_per_t),
              "what a missing tonne costs its users, for goals gap_cost and "
              "net_benefit",
              .min = 0.0, .max = ORE_NO_LIMIT, .unit = "currency/t"),
    {0},
};

static const char *const bases[] = {[ORE_OFFTAKE_EQUITY] = "equity",
                                    [ORE_OFFTAKE_FACE] = "face",
                                    [ORE_OFFTAKE_BUDGET_COST] = "budget_cost",
                                    NULL};

static const char *const delivery_bases[] = {
    [ORE_DELIVERY_AGREED] = "agreed", [ORE_DELIVERY_PAID] = "paid", NULL};
static const char *const delivery_eaches[] = {[ORE_DELIVERY_OVER_ALL] = "all",
                                              [ORE_DELIVERY_EACH_MATERIAL] =
                                                  "material",
                                              NULL};

const ore_field ore_market_fields[] = {
    ORE_FIELD("label", TEXT, offsetof(ore_market, label), "default: the name"),
    ORE_FIELD("label_ja", TEXT, offsetof(ore_market, label_ja),
              "in Japanese; default: label"),
    ORE_FIELD("weight", NUMBER, offsetof(ore_market, weight),
              "of its shortfall", .min = 0.0, .max = ORE_NO_LIMIT,
              .fallback = "1"),
    ORE_FIELD("funder", OTHER, 0, "whose market it is", .unit = "funder"),
    ORE_FIELD("delivery_band", NUMBER, offsetof(ore_market, delivery_band),
              "its share of deliveries stays this near to its funder's shares "
              "of cost",
              .min = 0.0, .max = 1.0, .unit = "share"),
    ORE_FIELD("delivery_basis", WORD, offsetof(ore_market, delivery_basis),
              "what that share is: agreed (its least and greatest), or what "
              "the funder really pays",
              .fallback = "agreed", .choices = delivery_bases),
    ORE_FIELD("delivery_each", WORD, offsetof(ore_market, delivery_each),
              "material: the band holds for each material by itself; all: over "
              "all of them",
              .fallback = "all", .choices = delivery_eaches),
    ORE_FIELD(
        "delivery_step", NUMBER, offsetof(ore_market, delivery_step),
        "of delivery_basis = paid: the share that is paid counts in steps "
        "of this size",
        .min = 0.01, .max = 1.0, .fallback = "0.05", .unit = "share"),
    ORE_FIELD("offtake_band", NUMBER, offsetof(ore_market, offtake_band),
              "its share of every plant's output is at most this far below its "
              "funder's stake",
              .min = 0.0, .max = 1.0, .unit = "share"),
    ORE_FIELD("offtake_basis", WORD, offsetof(ore_market, offtake_basis),
              "what counts as stake", .fallback = "equity", .choices = bases),
    {0},
};

/* Ids that a column of some tables uses. */
typedef struct used {
    ore_source_cell *cells; /* [count] */
    int count, room;
} used;

static int by_text(const void *left, const void *right)
{
    return strcmp(((const ore_source_cell *)left)->text,
                  ((const ore_source_cell *)right)->text);
}

static used collect(const ore_reader *reader, const char *column,
                    const ore_table_id *tables, int n_tables)
{
    used ids = {0};
    int n = 0;

    for (int i = 0; i < n_tables; i++) {
        ore_rows rows = ore_rows_of(reader, tables[i]);

        while (ore_rows_next(&rows)) {
            const char *id = ore_value_id(reader, &rows.record, column);

            if (id) {
                ids.cells = ore_grow(ids.cells, ids.count, &ids.room,
                                     sizeof(ore_source_cell));
                ids.cells[ids.count++] = (ore_source_cell){
                    id, ore_record_cell(&rows.record, column)->where};
            }
        }
        ore_rows_end(&rows);
    }
    if (ids.count > 0) {
        qsort(ids.cells, (size_t)ids.count, sizeof(ore_source_cell), by_text);
    }
    for (int i = 0; i < ids.count; i++) {
        if (n == 0 || strcmp(ids.cells[n - 1].text, ids.cells[i].text) != 0) {
            ids.cells[n++] = ids.cells[i];
        }
    }
    ids.count = n;
    return ids;
}

static void complete_material(ore_material *material, const char *id,
                              ore_where where)
{
    material->id = id;
    material->where = where;
    ore_default_labels(id, &material->label, &material->label_ja);
    material->mineral = material->mineral ? material->mineral : id;
    material->gap_cost_m_per_t /= 1e6;
}

static void read_materials(ore_reader *reader)
{
    static const ore_table_id tables[] = {ORE_TABLE_FLOWS, ORE_TABLE_TARGETS,
                                          ORE_TABLE_SUPPLY};
    const ore_record none = {0};
    const int count = ore_count_sections(reader, "material");
    used ids = {0};
    const ore_section *section;
    int i = 0, n = 0;

    if (count == 0) {
        ids = collect(reader, "material", tables, ORE_COUNT_OF(tables));
    }
    ore_material *list =
        ore_store_alloc(reader->store, count + ids.count, sizeof(ore_material));

    while ((section = ore_next_section(reader, "material", &i))) {
        ore_fill(reader, &section->record, ore_material_fields, &list[n]);
        complete_material(&list[n++], section->name, section->record.where);
    }
    for (int j = 0; j < ids.count; j++) {
        ore_fill(reader, &none, ore_material_fields, &list[n]);
        complete_material(&list[n++], ids.cells[j].text, ids.cells[j].where);
    }
    free(ids.cells);
    ore_sort_ids(reader, "material", list, n, sizeof(ore_material),
                 offsetof(ore_material, where));
    reader->round->materials = list;
    reader->round->n_materials = n;
}

static void complete_market(const ore_reader *reader, const ore_record *record,
                            const char *id, ore_where where, ore_market *market)
{
    const ore_source_cell *band = ore_record_cell(record, "delivery_band");
    const ore_source_cell *offtake = ore_record_cell(record, "offtake_band");
    const ore_source_cell *needy = band ? band : offtake;

    ore_fill(reader, record, ore_market_fields, market);
    market->id = id;
    market->where = where;
    market->funder =
        ore_reference(reader, record, "funder", ore_funder_list(reader->round));
    if (needy && !ore_record_cell(record, "funder")) {
        ore_error(reader->diags, needy->where,
                  "market '%s' has a band but no funder", id);
    }
    ore_default_labels(id, &market->label, &market->label_ja);
}

static void read_markets(ore_reader *reader)
{
    static const ore_table_id tables[] = {ORE_TABLE_TARGETS, ORE_TABLE_SUPPLY};
    const ore_record none = {0};
    const int count = ore_count_sections(reader, "market");
    used ids = {0};
    const ore_section *section;
    int i = 0, n = 0;

    if (count == 0) {
        ids = collect(reader, "market", tables, ORE_COUNT_OF(tables));
    }
    ore_market *list =
        ore_store_alloc(reader->store, count + ids.count, sizeof(ore_market));

    while ((section = ore_next_section(reader, "market", &i))) {
        complete_market(reader, &section->record, section->name,
                        section->record.where, &list[n++]);
    }
    for (int j = 0; j < ids.count; j++) {
        complete_market(reader, &none, ids.cells[j].text, ids.cells[j].where,
                        &list[n++]);
    }
    free(ids.cells);
    ore_sort_ids(reader, "market", list, n, sizeof(ore_market),
                 offsetof(ore_market, where));
    reader->round->markets = list;
    reader->round->n_markets = n;
}

void ore_read_materials(ore_reader *reader)
{
    read_materials(reader);
    read_markets(reader);
}
