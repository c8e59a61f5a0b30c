#!/bin/sh
# Memory that runs out, at one allocation after the other: a message and exit
# code 71, or 70 where it was the solver's own, never a crash, and the old file
# as it was; or a whole portfolio that was found before. memory.sh PROGRAM SOURCE_DIR
program=$1
command -v cc >/dev/null || exit 77
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
failed=0

# From the FAIL_AT-th allocation on there is no memory.
cat >shim.c <<'C'
#define _GNU_SOURCE
#include <stdlib.h>
void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
static long count, fail_at = -1;
static int fails(void)
{
    if (fail_at < 0) {
        const char *text = getenv("FAIL_AT");
        fail_at = text ? atol(text) : 0;
    }
    return fail_at > 0 && ++count >= fail_at;
}
void *malloc(size_t size) { return fails() ? NULL : __libc_malloc(size); }
void *calloc(size_t n, size_t size) { return fails() ? NULL : __libc_calloc(n, size); }
void *realloc(void *block, size_t size) { return fails() ? NULL : __libc_realloc(block, size); }
C
cc -O1 -shared -fPIC -o shim.so shim.c || exit 1

# hungry CODES ARGUMENTS...: ever later the memory is gone; one of CODES.
hungry() {
    codes=$1
    shift
    at=1 well=0
    while [ $at -lt 3000000 ]; do
        echo old >out.json
        FAIL_AT=$at LD_PRELOAD=$PWD/shim.so "$program" "$@" >told 2>said </dev/null
        code=$?
        # Some do without what they find no memory for: all is well after ten such runs.
        if [ $code = 0 ]; then
            well=$((well + 1)) at=$((at + 1))
            [ $well -lt 10 ] || return
            continue
        fi
        well=0
        # The solver's process had found something before its memory was gone.
        if [ $code = 1 ] && "$program" verify round.ini out.json -q; then
            at=$((at + 1 + at / 9))
            continue
        fi
        case " $codes " in
        *" $code "*) ;;
        *)
            echo "$*: allocation $at: exit $code: $(head -c 300 said)"
            failed=1
            ;;
        esac
        [ -s said ] || { echo "$*: allocation $at: no message"; failed=1; }
        [ "$(cat out.json)" = old ] || { echo "$*: allocation $at: half a file"; failed=1; }
        at=$((at + 1 + at / 9))
    done
}
cp "$2"/tests/cases/solve-small/* . 2>/dev/null
hungry 71 --help
hungry 71 keys
hungry 71 solve --help
hungry 71 check round.ini
hungry 71 export round.ini -o out.mps
hungry '70 71' solve round.ini --json out.json -q
hungry '70 71 74' solve round.ini -o out.xlsx -q
exit $failed
