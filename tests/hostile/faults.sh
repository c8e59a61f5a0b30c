#!/bin/sh
# One call of the system or of the allocator fails, the program's own or one of
# a process that it starts: a code that the README knows and a message, every
# output whole or as it was, nothing temporary left. Exit 0 is for the very bytes
# of a run in peace. faults.sh PROGRAM SOURCE_DIR [all]: one call after the other,
# or ever fewer of them.
program=$1 every=${3:-}
command -v cc >/dev/null || exit 77
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
shim=$dir/faults.so mark=$dir/mark
cc -O1 -shared -fPIC -o "$shim" "$2/tests/hostile/faults.c" -ldl || exit 1
cp -r "$2/tests/cases/solve-small" "$dir/work"
cd "$dir/work" || exit 1
failed=0

fault() { # fault CALL PLACE AT ARGUMENTS...
    how="FAULT_MARK=$mark FAULT_CALL=$1 FAULT_IN=$2 FAULT_AT=$3 LD_PRELOAD=$shim"
    shift 3
    # shellcheck disable=SC2086
    timeout 600 env $how "$program" "$@" >"$dir/told" 2>"$dir/said" </dev/null
}

# Sanitizers have allocators of their own that must come first.
fault memory parent 1 --help
[ -e "$mark" ] || exit 77
rm "$mark"

complain() { # complain WHAT: of the run at hand
    echo "$call in the $place, call $at: exit $code: $1: $(head -c 300 "$dir/said")"
    failed=1
}

whole() { # whole FILE: as it was before, or as it must be
    [ "$(head -c 4 "$1")" = old ] && return
    cmp -s "$1" "$dir/peace/$1" && return
    [ $code = 1 ] || return 1
    case $1 in
    *.json) "$program" verify round.ini "$1" -q ;;
    *.xlsx) unzip -tqq "$1" ;;
    esac
}

judge() { # judge CODES: the run that has just ended with $code
    case " 0 1 $1 " in *" $code "*) ;; *) complain "expected one of $1" ;; esac
    [ $code = 0 ] || [ -s "$dir/said" ] || complain "no message"
    for file in out.json out.xlsx out.html; do
        [ ! -e "$dir/peace/$file" ] || whole $file || complain "$file is half a file"
        [ $code != 0 ] || cmp -s $file "$dir/peace/$file" || complain "another $file"
    done
    [ $code != 0 ] || cmp -s "$dir/told" "$dir/peace/told" || complain "told otherwise"
    [ -z "$(find . -name '.orefolio*')" ] || complain "a temporary file is left"
    rm -rf .orefolio*
}

# try CODES CALL PLACE ARGUMENTS...: one call after the other fails.
try() {
    codes=$1 call=$2 place=$3 at=1
    shift 3
    while :; do
        rm -f "$mark"
        echo old >out.json
        echo old >out.xlsx
        echo old >out.html
        fault "$call" "$place" $at "$@"
        code=$?
        [ -e "$mark" ] || return
        judge "$codes"
        [ "$every" ] && at=$((at + 1)) || at=$((at + 1 + at / 5))
    done
}

peace() { # peace ARGUMENTS...: the bytes of a run without faults
    rm -rf "$dir/peace" out.json out.xlsx out.html
    mkdir "$dir/peace"
    touch out.json out.xlsx out.html
    "$program" "$@" >"$dir/peace/told" || exit 1
    mv out.json out.xlsx out.html "$dir/peace"
    for file in out.json out.xlsx out.html; do
        [ -s "$dir/peace/$file" ] || echo old >"$dir/peace/$file"
    done
}

"$program" solve round.ini -q --no-timings --no-options --json seed.json || exit 1
peace solve round.ini -o out.xlsx --json out.json --no-timings
for place in parent child; do
    # A library that is short of memory may leave half a workbook without a word:
    # that it is half is seen, and it is not written (74).
    [ $place = parent ] && short='70 71' || short='70 71 74'
    try "$short" memory $place solve round.ini -o out.xlsx --json out.json --no-timings
    for call in fork pipe poll; do
        try '70 71' $call $place solve round.ini -o out.xlsx --json out.json --no-timings
    done
    for call in open read write close sync rename map; do
        try '3 66 70 71 74' $call $place solve round.ini -o out.xlsx --json out.json --no-timings
    done
done
peace check round.ini
try '71' memory parent check round.ini
peace report round.ini seed.json --html out.html
for call in memory open write close sync rename; do
    try '66 70 71 74' $call parent report round.ini seed.json --html out.html
done

# A search with fewer helpers than asked for says so.
code=0 call=fork place=child at=1
fault fork child 1 solve round.ini --jobs 2 -q || complain "no answer without a helper"
grep -q '1 of 1 helpers' "$dir/said" || complain "a helper is missing without a word"
# Who started the program may ignore how its children end.
peace solve round.ini -o out.xlsx --json out.json --no-timings
echo old >out.html
env --ignore-signal=CHLD "$program" solve round.ini -o out.xlsx --json out.json --no-timings >"$dir/told" 2>"$dir/said"
code=$? call=SIGCHLD
[ $code = 0 ] || complain "children end unheard"
judge 0
exit $failed
