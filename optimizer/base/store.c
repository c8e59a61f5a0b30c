/* The store: a list of blocks; small texts share pages. */
#include "base/store.h"

#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"

enum { PAGE = 1 << 14 };

struct ore_store {
    void **blocks; /* [count] */
    int count, room;
    char *page; /* where the next small text goes */
    size_t left;
};

ore_store *ore_store_new(void)
{
    return ore_alloc(1, sizeof(ore_store));
}

void ore_store_free(ore_store *store)
{
    if (!store) {
        return;
    }
    for (int i = 0; i < store->count; i++) {
        free(store->blocks[i]);
    }
    free(store->blocks);
    free(store);
}

void *ore_store_keep(ore_store *store, void *block)
{
    store->blocks =
        ore_grow(store->blocks, store->count, &store->room, sizeof(void *));
    store->blocks[store->count++] = block;
    return block;
}

void *ore_store_alloc(ore_store *store, int count, size_t size)
{
    return ore_store_keep(store, ore_alloc(count, size));
}

const char *ore_store_text(ore_store *store, const char *text)
{
    return ore_store_cut(store, text, strlen(text));
}

const char *ore_store_cut(ore_store *store, const char *text, size_t length)
{
    char *copy;

    if (length >= PAGE / 8) {
        copy = ore_store_keep(store, ore_print("%.*s", (int)length, text));
        return copy;
    }
    if (store->left < length + 1) {
        store->page = ore_store_alloc(store, PAGE, 1);
        store->left = PAGE;
    }
    copy = store->page;
    memcpy(copy, text, length);
    copy[length] = '\0';
    store->page += length + 1;
    store->left -= length + 1;
    return copy;
}
