/* Reading a round: the stages, in order. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/input.h"
#include "read/read.h"
#include "read/reader.h"

/* The folder of a path, with its '/'; "" when it has none. */
static const char *folder_of(ore_store *store, const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? ore_store_cut(store, path, (size_t)(slash - path + 1)) : "";
}

static void fill(ore_reader *reader)
{
    ore_check_sections(reader);
    ore_read_round(reader);
    ore_load_tables(reader);
    ore_read_settings(reader);
    ore_read_funders(reader);
    ore_read_budgets(reader);
    ore_read_materials(reader);
    ore_read_instruments(reader);
    ore_read_projects(reader);
    ore_read_flows(reader);
    ore_read_spending(reader);
    ore_read_targets(reader);
    ore_read_supply(reader);
    ore_read_sales(reader);
    ore_read_stockpiles(reader);
    ore_read_disruptions(reader);
    ore_read_links(reader);
    ore_read_offers(reader);
    ore_read_rules(reader);
    ore_read_goals(reader);
    ore_read_response(reader);
    ore_make_moments(reader);
    ore_check_plan(reader);
}

/* The provenance names the round file without its folder, so that equal rounds
 * give equal results wherever they lie. */
static void note_round_file(ore_reader *reader, const char *path,
                            const ore_text *text)
{
    ore_plan *plan = reader->plan;
    ore_input *inputs =
        ore_store_alloc(reader->store, ORE_TABLES + 2, sizeof(ore_input));
    const char *slash = strrchr(path, '/');

    inputs[0].path = ore_store_text(reader->store, slash ? slash + 1 : path);
    memcpy(inputs[0].sha256, text->sha256, sizeof text->sha256);
    inputs[0].rows = reader->ini->n_lines;
    reader->inputs = inputs;
    plan->inputs = inputs;
    plan->n_inputs = 1;
}

static ore_status read_into(ore_reader *reader, const char *path)
{
    const ore_where nowhere = {0};
    const ore_where where = {ore_store_text(reader->store, path), 0, 0};
    ore_text text = {0};
    const ore_status status =
        ore_load_text(where, nowhere, ORE_ENCODING_AUTO, ORE_LARGEST_ROUND,
                      reader->diags, &text);

    if (status != ORE_OK) {
        return status;
    }
    reader->file = where.file;
    reader->folder = folder_of(reader->store, path);
    reader->ini = ore_parse_ini(text.text, where, reader->store, reader->diags);
    note_round_file(reader, path, &text);
    free(text.text);
    if (reader->ini->n_sections == 0) {
        ore_error(reader->diags, where,
                  "no section in this file, expected '[round]' first");
        return ORE_BAD_INPUT;
    }
    fill(reader);
    return reader->is_missing                    ? ORE_NO_INPUT
           : ore_diags_errors(reader->diags) > 0 ? ORE_BAD_INPUT
                                                 : ORE_OK;
}

ore_status ore_read_plan(const char *path, const ore_read_options *options,
                         ore_diags *diags, ore_plan **plan)
{
    ore_reader reader = {
        .diags = diags, .store = ore_store_new(), .asked = options};

    reader.plan = ore_alloc(1, sizeof(ore_plan));
    reader.plan->store = reader.store;
    reader.plan->respond = -1;
    const ore_status status = read_into(&reader, path);

    *plan = NULL;
    if (status == ORE_OK) {
        *plan = reader.plan;
    } else {
        ore_plan_free(reader.plan);
    }
    return status;
}
