/* Reading back a written package: every member unpacked. */
#include "write/xlsx/zip_check.h"

#include <stdlib.h>

#include "base/zip.h"

static const size_t largest_member = (size_t)1 << 30;

/* Whether the member unpacks and ends with a tag. */
static bool member_is_whole(const ore_zip *zip, const ore_zip_member *member)
{
    char *text = ore_zip_unpack(zip, member, largest_member);
    size_t length = member->plain_size;

    while (text && length > 1 && text[length - 1] == '\n') {
        length--;
    }
    const bool whole = text && length > 0 && text[length - 1] == '>';

    free(text);
    return whole;
}

bool ore_zip_is_whole(const unsigned char *bytes, size_t size)
{
    ore_zip zip;
    ore_zip_member member = {0};
    size_t n = 0;

    if (!ore_zip_open(bytes, size, &zip)) {
        return false;
    }
    for (size_t at = zip.first; at < zip.last; at = member.next) {
        if (!ore_zip_member_at(&zip, at, &member) ||
            !member_is_whole(&zip, &member)) {
            return false;
        }
        n++;
    }
    return n > 0 && n == zip.n_members;
}
