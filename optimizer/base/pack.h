/* Bytes that one process packs and another, forked from the same one, unpacks
 * in the same order. */
#ifndef OPTIMIZER_BASE_PACK_H
#define OPTIMIZER_BASE_PACK_H

#include <stddef.h>

typedef struct ore_pack {
    char *bytes; /**< [used] */
    size_t used, room;
    size_t at; /**< unpacked so far */
} ore_pack;

void ore_pack_bytes(ore_pack *pack, const void *bytes, size_t size);
/** Unpack as many bytes as were packed. */
void ore_unpack_bytes(ore_pack *pack, void *bytes, size_t size);

/** A text, or NULL. */
void ore_pack_text(ore_pack *pack, const char *text);
/** The caller frees. */
char *ore_unpack_text(ore_pack *pack);

/** Forget what is there, and free it. */
void ore_pack_clear(ore_pack *pack);

#endif
