/* Source: PKWARE APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12, 4.3.16. */
#include "base/zip.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "orefolio/memory.h"

enum { LOCAL_SIZE = 30, ENTRY_SIZE = 46, END_SIZE = 22, STORED = 0 };

static const unsigned char local_mark[] = {'P', 'K', 3, 4};
static const unsigned char entry_mark[] = {'P', 'K', 1, 2};
static const unsigned char end_mark[] = {'P', 'K', 5, 6};

static size_t two_bytes(const unsigned char *at)
{
    return (size_t)at[0] | (size_t)at[1] << 8;
}

static size_t four_bytes(const unsigned char *at)
{
    return two_bytes(at) | two_bytes(at + 2) << 16;
}

/* The end record; a comment of up to 64 KiB may follow it. NULL = none. */
static const unsigned char *find_end(const unsigned char *bytes, size_t size)
{
    const size_t furthest = END_SIZE + 0xFFFF;

    for (size_t back = END_SIZE; back <= size && back <= furthest; back++) {
        const unsigned char *at = bytes + size - back;

        if (memcmp(at, end_mark, sizeof end_mark) == 0 &&
            two_bytes(at + 20) == back - END_SIZE) {
            return at;
        }
    }
    return NULL;
}

bool ore_zip_open(const unsigned char *bytes, size_t size, ore_zip *zip)
{
    const unsigned char *end = find_end(bytes, size);

    if (!end) {
        return false;
    }
    *zip = (ore_zip){.bytes = bytes,
                     .size = size,
                     .n_members = two_bytes(end + 10),
                     .first = four_bytes(end + 16),
                     .last = (size_t)(end - bytes)};
    return zip->n_members == two_bytes(end + 8) && zip->first <= zip->last;
}

bool ore_zip_member_at(const ore_zip *zip, size_t place, ore_zip_member *member)
{
    if (place < zip->first || place + ENTRY_SIZE > zip->last) {
        return false;
    }
    const unsigned char *at = zip->bytes + place;
    const size_t name_length = two_bytes(at + 28);
    const size_t next = place + ENTRY_SIZE + name_length + two_bytes(at + 30) +
                        two_bytes(at + 32);

    if (memcmp(at, entry_mark, sizeof entry_mark) != 0 || next > zip->last) {
        return false;
    }
    *member = (ore_zip_member){.name = (const char *)at + ENTRY_SIZE,
                               .name_length = name_length,
                               .plain_size = four_bytes(at + 24),
                               .packed_size = four_bytes(at + 20),
                               .next = next,
                               .at = at};
    return true;
}

static void *alloc(void *unused, unsigned count, unsigned size)
{
    (void)unused;
    return ore_library_alloc((size_t)count * size);
}

static void release(void *unused, void *block)
{
    (void)unused;
    free(block);
}

/* Unpack into `plain`, which has a byte more than the member should need. */
static bool unpack(const unsigned char *packed, size_t packed_size, int method,
                   char *plain, size_t plain_size)
{
    if (method == STORED) {
        memcpy(plain, packed, plain_size == packed_size ? plain_size : 0);
        return plain_size == packed_size;
    }
    z_stream stream = {.avail_in = (uInt)packed_size,
                       .avail_out = (uInt)plain_size + 1,
                       .next_out = (Bytef *)plain,
                       .zalloc = alloc,
                       .zfree = release};
    /* zlib reads through a pointer that it does not declare const. */
    unsigned char *input = ore_alloc((int)packed_size + 1, 1);
    bool good = false;

    memcpy(input, packed, packed_size);
    stream.next_in = input;
    if (method == Z_DEFLATED && inflateInit2(&stream, -MAX_WBITS) == Z_OK) {
        good = inflate(&stream, Z_FINISH) == Z_STREAM_END &&
               stream.total_out == plain_size;
        (void)inflateEnd(&stream);
    }
    free(input);
    return good;
}

char *ore_zip_unpack(const ore_zip *zip, const ore_zip_member *member,
                     size_t max_size)
{
    const unsigned char *entry = member->at;
    const bool is_encrypted = two_bytes(entry + 8) & 1;
    const size_t packed_size = four_bytes(entry + 20);
    const size_t local = four_bytes(entry + 42);

    if (is_encrypted || member->plain_size > max_size ||
        local + LOCAL_SIZE > zip->first ||
        memcmp(zip->bytes + local, local_mark, sizeof local_mark) != 0) {
        return NULL;
    }
    const size_t data = local + LOCAL_SIZE +
                        two_bytes(zip->bytes + local + 26) +
                        two_bytes(zip->bytes + local + 28);

    if (data > zip->first || packed_size > zip->first - data) {
        return NULL;
    }
    char *plain = ore_alloc((int)member->plain_size + 1, 1);

    if (!unpack(zip->bytes + data, packed_size, (int)two_bytes(entry + 10),
                plain, member->plain_size) ||
        crc32(0, (const Bytef *)plain, (uInt)member->plain_size) !=
            four_bytes(entry + 16)) {
        free(plain);
        return NULL;
    }
    plain[member->plain_size] = '\0';
    return plain;
}
