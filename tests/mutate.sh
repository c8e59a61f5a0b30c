#!/bin/sh
# Every family's rows are needed: without the emit of any one family some test
# must fail. tests/mutate.sh [FAMILY...] works on a copy; all families take a
# few minutes. Exits 1 when a family is not missed.
set -eu
cd "$(dirname "$0")/.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files | tar -cf - -T - | tar -xf - -C "$copy"
cmake -S "$copy" -B "$copy/build" -G Ninja >/dev/null
families=${*:-$(sed -n 's/^ORE_FAMILY(\(.*\))/\1/p' models/families/families.def)}
bad=0

for family in $families; do
    file=$copy/models/families/$family.c
    cp "$file" "$copy/kept.c"
    sed -i 's/^    \.emit = emit,/    .emit = none,/' "$file"
    sed -i '/^const ore_family /i\
static void none(const ore_plan *plan, const ore_vars *vars, ore_model *model)\
{\
    (void)emit;\
    (void)plan;\
    (void)vars;\
    (void)model;\
}\
' "$file"
    cmake --build "$copy/build" >"$copy/log" 2>&1 || { cat "$copy/log"; exit 1; }
    if ctest --test-dir "$copy/build" -L 'property|golden' --stop-on-failure >"$copy/log" 2>&1; then
        echo "$family: nobody misses its rows"
        bad=1
    else
        echo "$family: missed by $(sed -n 's/.*Test *#[0-9]*: \([^ ]*\) .*Failed.*/\1/p' "$copy/log" | head -1)"
    fi
    cp "$copy/kept.c" "$file"
done
exit $bad
