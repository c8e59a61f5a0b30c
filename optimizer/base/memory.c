/* Memory that never comes back NULL. */
#include "orefolio/memory.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "orefolio/common.h"

void ore_out_of_memory(void)
{
    fputs("orefolio: out of memory\n", stderr);
    exit(ORE_NO_MEMORY);
}

static void *or_end(void *block)
{
    if (!block) {
        ore_out_of_memory();
    }
    return block;
}

void *ore_alloc(int count, size_t size)
{
    assert(count >= 0);
    return or_end(calloc(count > 0 ? (size_t)count : 1, size));
}

void *ore_resize(void *block, int count, size_t size)
{
    assert(count >= 0);
    return or_end(reallocarray(block, count > 0 ? (size_t)count : 1, size));
}

void *ore_grow(void *block, int count, int *room, size_t size)
{
    if (count < *room) {
        return block;
    }
    assert(*room <= INT32_MAX / 2);
    *room = *room > 0 ? 2 * *room : 16;
    return ore_resize(block, *room, size);
}

void *ore_library_alloc(size_t size)
{
    return or_end(malloc(size > 0 ? size : 1));
}

void *ore_library_resize(void *block, size_t size)
{
    return or_end(realloc(block, size > 0 ? size : 1));
}

char *ore_copy(const char *text)
{
    return text ? or_end(strdup(text)) : NULL;
}

char *ore_print(const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    char *text = ore_vprint(fmt, args);
    va_end(args);
    return text;
}

char *ore_vprint(const char *fmt, va_list args)
{
    char *text = NULL;

    return vasprintf(&text, fmt, args) < 0 ? or_end(NULL) : text;
}
