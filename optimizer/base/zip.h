/* Zip packages in memory: their members, unpacked and checked. */
#ifndef OPTIMIZER_BASE_ZIP_H
#define OPTIMIZER_BASE_ZIP_H

#include <stdbool.h>
#include <stddef.h>

/** An opened package; the bytes are borrowed. Filled by ore_zip_open. */
typedef struct ore_zip {
    const unsigned char *bytes;
    size_t size;
    size_t n_members;
    size_t first; /**< where the directory begins */
    size_t last;  /**< and ends */
} ore_zip;

typedef struct ore_zip_member {
    const char *name; /**< [name_length] not terminated */
    size_t name_length;
    size_t plain_size;       /**< bytes when unpacked, as it says */
    size_t packed_size;      /**< bytes in the package, as it says */
    size_t next;             /**< place of the next entry of the directory */
    const unsigned char *at; /**< its entry */
} ore_zip_member;

/** Find the directory. False: it is no zip file, is spread over several or
 * larger than 4 GiB. */
bool ore_zip_open(const unsigned char *bytes, size_t size, ore_zip *zip);

/** The member at `place` (zip->first, then member->next); false at the end and
 * where the directory is broken: then `place` is not zip->last. */
bool ore_zip_member_at(const ore_zip *zip, size_t place,
                       ore_zip_member *member);

/** The member's bytes and a zero byte after them; the caller frees. NULL when
 * it is larger than `max_size`, encrypted, packed in a way unknown, or not what
 * its size and checksum say. */
char *ore_zip_unpack(const ore_zip *zip, const ore_zip_member *member,
                     size_t max_size);

#endif
