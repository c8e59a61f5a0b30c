/* Contingent commitments: of what, and what it is worth by year. */
#include <math.h>

#include "orefolio/instrument.h"
#include "read/round/fields.h"

/* Years that are not given have the price of the year before, the first ones
 * that of the first given one; NULL when there is none at all. */
static const double *read_prices(const ore_reader *reader,
                                 const ore_record *record,
                                 const ore_instrument *instrument)
{
    const ore_round *round = reader->round;
    const int material = instrument->contingent.material;
    const ore_source_cell *own = ore_record_cell(record, "price_per_t");
    const ore_source_cell *in_usd = ore_record_cell(record, "price_usd_per_t");
    const char *name = own ? "price_per_t" : "price_usd_per_t";
    const ore_currency *usd = own ? NULL : ore_currency_in(round, "USD");
    double *prices =
        ore_store_alloc(reader->store, round->n_years, sizeof(double));
    double last = material < 0 || own || in_usd
                      ? nan("")
                      : round->materials[material].price_per_t;

    for (int t = 0; t < round->n_years; t++) {
        prices[t] = nan("");
    }
    if (own || in_usd) {
        const ore_yearly to = {
            .values = prices,
            .range = round->horizon,
            .whole = round->horizon,
            .name = name,
            .field = ore_field_named(ore_contingent_fields, name),
        };

        ore_take_yearly(reader, own ? own : in_usd, &to);
    }
    for (int t = 0; t < round->n_years && usd; t++) {
        prices[t] *= usd->worth;
    }
    for (int t = round->n_years - 1; t >= 0; t--) {
        last = isnan(prices[t]) ? last : prices[t];
    }
    for (int t = 0; t < round->n_years; t++) {
        last = prices[t] = isnan(prices[t]) ? last : prices[t];
    }
    return isnan(last) ? NULL : prices;
}

static void check(const ore_reader *reader, const ore_record *record,
                  const ore_instrument *instrument)
{
    const ore_contingent *contingent = &instrument->contingent;
    const ore_source_cell *charge = ore_record_cell(record, "charge");
    const ore_source_cell *share = ore_record_cell(record, "volume_share");

    if (!contingent->price_per_t && contingent->material >= 0 &&
        !ore_record_cell(record, "price_per_t") &&
        !ore_record_cell(record, "price_usd_per_t")) {
        ore_error(reader->diags, record->where,
                  "instrument '%s' has no price, expected price_per_t here or "
                  "in its material",
                  instrument->id);
    }
    if (contingent->charge == ORE_CHARGE_STRESS &&
        isnan(contingent->stress_per_t)) {
        ore_error(reader->diags, charge->where,
                  "charge is 'stress', expected stress_price_per_t beside "
                  "it");
    }
    if (share && contingent->volume_share <= 0.0) {
        ore_error(reader->diags, share->where,
                  "volume_share is '%s', expected a number > 0", share->text);
    }
}

void ore_read_contingent(const ore_reader *reader, const ore_record *record,
                         ore_instrument *instrument)
{
    ore_contingent *contingent = &instrument->contingent;

    contingent->material = ore_reference(reader, record, "material",
                                         ore_material_list(reader->round));
    contingent->price_per_t = read_prices(reader, record, instrument);
    check(reader, record, instrument);
}
