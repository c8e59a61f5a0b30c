/* What the keys of [round] that only one family reads say. */
#include <assert.h>
#include <string.h>

#include "orefolio/family.h"

/* Where the round has them; the number of entries when it was not read. */
static int place_of(const ore_round *round, const ore_family *family)
{
    int i = 0;

    while (i < round->n_family_settings &&
           round->family_settings[i].family != family) {
        i++;
    }
    return i;
}

const void *ore_family_settings(const ore_round *round,
                                const ore_family *family)
{
    const int i = place_of(round, family);

    assert(family->fields && family->defaults);
    return i < round->n_family_settings ? round->family_settings[i].settings
                                        : family->defaults;
}

void *ore_family_own_settings(ore_round *copy, const ore_family *family)
{
    const int i = place_of(copy, family), n = copy->n_family_settings;

    assert(i < n); /* what is moved was read */
    ore_family_keys *all =
        ore_round_own(copy, copy->family_settings, n, sizeof *all);

    all[i].settings =
        ore_round_own(copy, all[i].settings, 1, family->settings_size);
    copy->family_settings = all;
    return all[i].settings;
}

ore_where ore_family_where(const ore_round *round, const ore_family *family,
                           const char *key)
{
    const int i = place_of(round, family);
    int k = 0;

    while (strcmp(family->fields[k].key, key) != 0) {
        k++;
    }
    return i < round->n_family_settings ? round->family_settings[i].where[k]
                                        : (ore_where){0};
}
