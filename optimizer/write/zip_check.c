/* Reading back a written package: the directory at its end, then every member
 * unpacked. Source: PKWARE APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12, 4.3.16. */
#include "write/zip_check.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "orefolio/memory.h"

enum { LOCAL_SIZE = 30, ENTRY_SIZE = 46, END_SIZE = 22 };

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

/* Whether the packed data is `plain_size` bytes with that checksum. */
static bool unpacks(const unsigned char *packed, size_t packed_size,
                    size_t plain_size, size_t checksum)
{
    unsigned char *plain = ore_alloc((int)plain_size + 1, 1);
    z_stream stream = {.avail_in = (uInt)packed_size,
                       .avail_out = (uInt)plain_size + 1};
    /* zlib reads through a pointer that it does not declare const. */
    unsigned char *input = ore_alloc((int)packed_size + 1, 1);
    bool good = false;

    memcpy(input, packed, packed_size);
    stream.next_in = input;
    stream.next_out = plain;
    if (inflateInit2(&stream, -MAX_WBITS) == Z_OK) {
        good = inflate(&stream, Z_FINISH) == Z_STREAM_END &&
               stream.total_out == plain_size && plain_size > 0 &&
               crc32(0, plain, (uInt)plain_size) == checksum;
        while (good && plain_size > 1 && plain[plain_size - 1] == '\n') {
            plain_size--;
        }
        good = good && plain[plain_size - 1] == '>';
        (void)inflateEnd(&stream);
    }
    free(input);
    free(plain);
    return good;
}

/* One entry of the directory and the member it points to. */
static bool member_is_whole(const unsigned char *bytes, size_t size,
                            const unsigned char *entry)
{
    const size_t packed_size = four_bytes(entry + 20);
    const size_t plain_size = four_bytes(entry + 24);
    const size_t at = four_bytes(entry + 42);

    if (memcmp(entry, entry_mark, sizeof entry_mark) != 0 ||
        at + LOCAL_SIZE > size || plain_size > (size_t)1 << 30 ||
        memcmp(bytes + at, local_mark, sizeof local_mark) != 0) {
        return false;
    }
    const size_t data = at + LOCAL_SIZE + two_bytes(bytes + at + 26) +
                        two_bytes(bytes + at + 28);

    return data + packed_size <= size && two_bytes(entry + 10) == Z_DEFLATED &&
           unpacks(bytes + data, packed_size, plain_size,
                   four_bytes(entry + 16));
}

bool ore_zip_is_whole(const unsigned char *bytes, size_t size)
{
    if (size < END_SIZE ||
        memcmp(bytes + size - END_SIZE, end_mark, sizeof end_mark) != 0) {
        return false;
    }
    const unsigned char *end = bytes + size - END_SIZE;
    const size_t n = two_bytes(end + 10);
    size_t at = four_bytes(end + 16);

    for (size_t i = 0; i < n; i++) {
        if (at + ENTRY_SIZE > size - END_SIZE ||
            !member_is_whole(bytes, size, bytes + at)) {
            return false;
        }
        at += ENTRY_SIZE + two_bytes(bytes + at + 28) +
              two_bytes(bytes + at + 30) + two_bytes(bytes + at + 32);
    }
    return n > 0 && at == size - END_SIZE;
}
