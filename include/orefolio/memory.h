/* Memory that never comes back NULL: exhaustion prints one line and ends the
 * program with exit code 71, so no caller has an untested error path. */
#ifndef OREFOLIO_MEMORY_H
#define OREFOLIO_MEMORY_H

#include <stdarg.h>

#include "orefolio/common.h"

/** Say so and end the program. */
_Noreturn void ore_out_of_memory(void);

/** `count` zeroed elements of `size` bytes; count 0 gives a pointer that may
 * be freed. The caller frees with free(). */
void *ore_alloc(int count, size_t size);

/** Resize `block` (NULL allowed) to `count` elements; new ones are not
 * zeroed. Returns the block's new place; the caller frees it. */
void *ore_resize(void *block, int count, size_t size);

/** Make room for one more element in a growing array of `*count` used out of
 * `*room` elements (doubling). Returns the array's new place. */
void *ore_grow(void *block, int count, int *room, size_t size);

/** For libraries that take allocators: they hand a failure on as a mistake of
 * their input, or abort. */
void *ore_library_alloc(size_t size);
void *ore_library_resize(void *block, size_t size);

/** A copy of `text` that the caller frees. NULL gives NULL. */
char *ore_copy(const char *text);

/** A formatted string that the caller frees. */
char *ore_print(const char *fmt, ...) ORE_PRINTF(1, 2);
char *ore_vprint(const char *fmt, va_list args) ORE_PRINTF(1, 0);

#endif
