/* What the keys of [round] that only one family reads say. */
#include <assert.h>

#include "orefolio/family.h"

static int place_of(const ore_round *round, const ore_family *family)
{
    int i = 0;

    while (i < round->n_family_settings &&
           round->family_settings[i].family != family) {
        i++;
    }
    assert(i < round->n_family_settings); /* it has keys, and they were read */
    return i;
}

const void *ore_family_settings(const ore_round *round,
                                const ore_family *family)
{
    return round->family_settings[place_of(round, family)].settings;
}

void *ore_family_own_settings(ore_round *copy, const ore_family *family)
{
    const int i = place_of(copy, family);
    ore_family_keys *all = ore_round_own(copy, copy->family_settings,
                                         copy->n_family_settings, sizeof *all);

    all[i].settings =
        ore_round_own(copy, all[i].settings, 1, family->settings_size);
    copy->family_settings = all;
    return all[i].settings;
}
