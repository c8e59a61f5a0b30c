/* See pack.h. */
#include "base/pack.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

void ore_pack_bytes(ore_pack *pack, const void *bytes, size_t size)
{
    const size_t needed = pack->used + size;

    assert(needed <= INT_MAX / 2);
    if (needed > pack->room) {
        pack->room = 2 * needed;
        pack->bytes = ore_resize(pack->bytes, (int)pack->room, 1);
    }
    if (size > 0) {
        memcpy(pack->bytes + pack->used, bytes, size);
    }
    pack->used = needed;
}

void ore_unpack_bytes(ore_pack *pack, void *bytes, size_t size)
{
    assert(size <= pack->used - pack->at);
    if (size > 0) {
        memcpy(bytes, pack->bytes + pack->at, size);
    }
    pack->at += size;
}

void ore_pack_text(ore_pack *pack, const char *text)
{
    const size_t size = text ? strlen(text) + 1 : 0;

    ore_pack_bytes(pack, &size, sizeof size);
    ore_pack_bytes(pack, text, size);
}

char *ore_unpack_text(ore_pack *pack)
{
    size_t size;

    ore_unpack_bytes(pack, &size, sizeof size);
    if (size == 0) {
        return NULL;
    }
    char *text = ore_alloc((int)size, 1);

    ore_unpack_bytes(pack, text, size);
    return text;
}

void ore_pack_clear(ore_pack *pack)
{
    free(pack->bytes);
    *pack = (ore_pack){0};
}
