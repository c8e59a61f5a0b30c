/* A store owns many small pieces of memory that are freed together: the
 * strings and arrays of a round. */
#ifndef OPTIMIZER_BASE_STORE_H
#define OPTIMIZER_BASE_STORE_H

#include <stddef.h>

typedef struct ore_store ore_store;

/** The caller frees with ore_store_free (NULL is allowed). */
ore_store *ore_store_new(void);
void ore_store_free(ore_store *store);

/** `count` zeroed elements of `size` bytes, owned by the store. */
void *ore_store_alloc(ore_store *store, int count, size_t size);

/** Hand over a block from ore_alloc and the like; returns it. It must not be
 * resized or freed afterwards. NULL is allowed. */
void *ore_store_keep(ore_store *store, void *block);

/** A copy of the text, or of its first `length` bytes, owned by the store. */
const char *ore_store_text(ore_store *store, const char *text);
const char *ore_store_cut(ore_store *store, const char *text, size_t length);

#endif
