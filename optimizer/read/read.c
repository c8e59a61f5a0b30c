/* Reading a round: the stages, in order. */
#include <string.h>

#include "orefolio/memory.h"
#include "read/money/quotation.h"
#include "read/read.h"
#include "read/round/reader.h"
#include "read/round/spelling.h"
#include "read/scenario/extends.h"
#include "read/scenario/scenario.h"
#include "read/source.h"

/* Sections and tables, as the scenario has them. */
static void load(ore_reader *reader)
{
    ore_begin_scenario(reader);
    ore_check_sections(reader);
    ore_read_round_section(reader);
    ore_load_tables(reader);
    ore_finish_scenario(reader);
}

/* What they say. */
static void understand(ore_reader *reader)
{
    ore_read_countries(reader);
    ore_check_spelling(reader);
    ore_read_evidence(reader);
    ore_read_settings(reader);
    ore_read_groups(reader);
    ore_read_funders(reader);
    ore_read_budgets(reader);
    ore_read_materials(reader);
    ore_read_instruments(reader);
    ore_read_offices(reader);
    ore_read_appropriations(reader);
    if (!reader->tables[ORE_TABLE_PROJECTS]) {
        return; /* all that follows would be about projects that are missed */
    }
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
    ore_read_uncertain(reader);
    ore_read_events(reader);
    ore_read_response(reader);
    ore_round_make_states(reader->round);
    if (!reader->is_refused) {
        ore_check_round(reader);
        ore_check_scale(reader);
    }
}

/* --money, which the round must have a rate for. */
static void take_money(ore_reader *reader)
{
    const char *money = reader->asked->money;
    const ore_where nowhere = {0};

    if (!money) {
        return;
    }
    if (ore_need_rate(reader, nowhere, "--money", money)) {
        reader->round->money = money;
    }
}

static void begin(ore_reader *reader, const char *file)
{
    reader->store = ore_store_new();
    reader->file = ore_store_text(reader->store, file);
    reader->inputs = ore_store_alloc(
        reader->store, ORE_TABLES + ORE_DEEPEST_EXTENDS + 2, sizeof(ore_input));
    reader->round = ore_alloc(1, sizeof(ore_round));
    reader->round->store = reader->store;
    reader->round->inputs = reader->inputs;
    reader->round->respond = -1;
    reader->round->scenario = "base";
}

static ore_status judge(ore_reader *reader)
{
    if (ore_diags_errors(reader->diags) == 0) {
        take_money(reader);
    }
    return reader->is_missing                    ? ORE_NO_INPUT
           : ore_diags_errors(reader->diags) > 0 ? ORE_BAD_INPUT
           : reader->asked->strict && ore_diags_warnings(reader->diags) > 0
               ? ORE_BAD_INPUT
               : ORE_OK;
}

static ore_status read_into(ore_reader *reader, const char *path)
{
    ore_status status = ORE_OK;

    reader->ini = ore_load_round_file(reader, path, &status);
    if (!reader->ini) {
        return status;
    }
    load(reader);
    understand(reader);
    return judge(reader);
}

static ore_status end(ore_reader *reader, ore_status status, ore_round **round)
{
    *round = NULL;
    if (status == ORE_OK) {
        *round = reader->round;
    } else {
        ore_round_free(reader->round);
    }
    return status;
}

ore_status ore_read_source(const char *path, const ore_read_options *options,
                           ore_diags *diags, ore_round **round,
                           ore_round_source *source)
{
    ore_reader reader = {.diags = diags, .asked = options};

    begin(&reader, path);
    const ore_status status = read_into(&reader, path);

    *source = (ore_round_source){.file = reader.file, .ini = reader.ini};
    memcpy(source->tables, reader.tables, sizeof source->tables);
    return end(&reader, status, round);
}

ore_status ore_read_round_file(const char *path,
                               const ore_read_options *options,
                               ore_diags *diags, ore_round **round)
{
    ore_round_source source;

    return ore_read_source(path, options, diags, round, &source);
}

ore_status ore_read_mixture(const ore_round_source *source,
                            const ore_read_options *options, ore_diags *diags,
                            ore_round **round)
{
    ore_reader reader = {.diags = diags, .asked = options};

    begin(&reader, source->file);
    reader.ini = source->ini;
    memcpy(reader.tables, source->tables, sizeof reader.tables);
    ore_check_sections(&reader);
    ore_read_round_section(&reader);
    understand(&reader);
    return end(&reader, judge(&reader), round);
}
