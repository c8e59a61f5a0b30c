#!/bin/sh
# The program is built as CMakeLists.txt promises: position-independent, bound at
# once, with a read-only table of functions, no stack that runs, guards of the
# stack, checked string functions, and where the processor has it, marked jumps.
command -v readelf >/dev/null || exit 77
program=$1
readelf -Ws "$program" | grep -q __asan_init && exit 77
bad=0
has() { # has WHAT OPTIONS PATTERN
    readelf -W $2 "$program" | grep -Eq "$3" || { echo "not built with: $1"; bad=1; }
}
has 'a position-independent executable' -h 'Type: +DYN'
has 'binding at once' -d 'BIND_NOW|FLAGS.*NOW'
has 'relocations that become read-only' -l 'GNU_RELRO'
has 'a stack that does not run' -l 'GNU_STACK .* RW '
has 'guards of the stack' -s '__stack_chk_fail'
has 'checked functions' -s '_chk(@|$)'
# The mark of a whole program needs those of the C library's start files, too.
[ "$(uname -m)" != x86_64 ] || objdump -d "$program" | awk '/<ore_main>:/ { getline; found = /endbr64/ } END { exit !found }' ||
    { echo 'not built with: marked jumps'; bad=1; }
exit $bad
