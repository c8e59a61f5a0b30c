/* The column `markets` of projects and options, and the sales it allows. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/round/fields.h"

/* "US" or "US:0.4": shares[of the market] = what is reserved for it. */
static void take_word(const ore_reader *reader, char *word, ore_where where,
                      double *shares)
{
    const ore_list markets = ore_market_list(reader->round);
    char *colon = strchr(word, ':');
    double share = 0.0;

    if (colon) {
        const char *wrong = ore_parse_number(colon + 1, &share);

        if (wrong || share < 0.0 || share > 1.0) {
            ore_error(reader->diags, where,
                      "markets has '%s', expected MARKET or MARKET:SHARE with "
                      "a share from 0 to 1%s",
                      ore_shown(word), wrong ? wrong : "");
            return;
        }
        *colon = '\0';
    }
    const int r = ore_find_id(markets, word);

    if (r < 0) {
        ore_error(reader->diags, where, "unknown market '%s'%s",
                  ore_shown(word), ore_did_you_mean(reader, markets, word));
    } else if (!isnan(shares[r])) {
        ore_error(reader->diags, where, "market '%s' comes twice", word);
    } else {
        shares[r] = share;
    }
}

void ore_take_markets(const ore_reader *reader, const ore_record *record,
                      ore_option *shape)
{
    const ore_source_cell *cell = ore_record_cell(record, "markets");
    const int n_markets = reader->round->n_markets;
    double sum = 0.0;

    if (!cell) {
        return;
    }
    double *shares = ore_store_alloc(reader->store, n_markets, sizeof(double));
    char *text = ore_copy(cell->text), *rest = NULL;

    for (int r = 0; r < n_markets; r++) {
        shares[r] = nan("");
    }
    for (char *word = strtok_r(text, " \t", &rest); word;
         word = strtok_r(NULL, " \t", &rest)) {
        ore_where where = cell->where;

        take_word(reader, word, where, shares);
    }
    free(text);
    for (int r = 0; r < n_markets; r++) {
        sum += isnan(shares[r]) ? 0.0 : shares[r];
    }
    if (sum > 1.0 + 1e-9) {
        ore_error(reader->diags, cell->where,
                  "markets is '%s', expected shares that sum to at most 1",
                  ore_shown(cell->text));
    }
    shape->market_shares = shares;
}

static bool has_offtake_band(const ore_round *round)
{
    for (int r = 0; r < round->n_markets; r++) {
        if (!isnan(round->markets[r].offtake_band)) {
            return true;
        }
    }
    return false;
}

/* Targets are sorted by material, then market: so are the sales of an output.
 */
static int add_sales(const ore_round *round, int o, const ore_flow *flow,
                     ore_sale *sales)
{
    const double *shares = round->options[o].market_shares;
    int n = 0;

    for (int i = 0; i < round->n_targets; i++) {
        const ore_target *target = &round->targets[i];
        const double share = shares ? shares[target->market] : 0.0;

        if (target->material == flow->material && !isnan(share)) {
            sales[n++] = (ore_sale){.option = o,
                                    .material = flow->material,
                                    .market = target->market,
                                    .target = i,
                                    .output_tpa = flow->output_tpa,
                                    .share_min = share};
        }
    }
    return n;
}

void ore_read_sales(ore_reader *reader)
{
    ore_round *round = reader->round;
    const bool bound = has_offtake_band(round);
    int max = 0, n = 0;

    for (int o = 0; o < round->n_options; o++) {
        const ore_option *option = &round->options[o];

        reader->options[o].has_markets = bound || option->market_shares;
        max += option->has_markets ? option->n_flows * round->n_targets : 0;
    }
    ore_sale *sales = ore_store_alloc(reader->store, max, sizeof(ore_sale));

    for (int o = 0; o < round->n_options; o++) {
        const ore_option *option = &round->options[o];

        for (int i = 0; i < option->n_flows && option->has_markets; i++) {
            if (option->flows[i].output_tpa > 0.0) {
                n += add_sales(round, o, &option->flows[i], &sales[n]);
            }
        }
    }
    round->sales = sales;
    round->n_sales = n;
}
