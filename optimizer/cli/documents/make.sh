#!/bin/sh
# What is installed beside the program, from its help and its keys: man pages and
# bash completion. make.sh PROGRAM VERSION FOLDER
set -eu
program=$1 version=$2 out=$3
here=$(cd "$(dirname "$0")" && pwd)
export LC_ALL=C
unset ARGP_HELP_FMT COLUMNS || :
rm -rf "$out" && mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$program" --help >"$work/help"
sed -n 's/^  \(sweep [a-z]*\|[a-z]*\) .*/\1/p' "$work/help" >"$work/names"
: >"$work/commands"
: >"$work/branches"
while read -r name; do
    # shellcheck disable=SC2086
    "$program" $name --help </dev/null | awk -f "$here/help.awk" >"$work/records"
    summary=$(sed -n 's/^summary.//p' "$work/records")
    printf '%s\t%s\n' "$name" "$summary" >>"$work/commands"
    page=orefolio-$(echo "$name" | tr ' ' -).1
    awk -v name="$name" -v version="$version" -f "$here/page.awk" "$work/records" >"$out/$page"
    awk -v name="$name" -f "$here/completion.awk" "$work/records" >>"$work/branches"
done <"$work/names"
awk -v version="$version" -v commands="$work/commands" -f "$here/overview.awk" \
    "$work/help" >"$out/orefolio.1"
"$program" keys | awk -v version="$version" -f "$here/keys.awk" -f "$here/round.awk" \
    >"$out/orefolio-round.5"

words=$(sed 's/ .*//' "$work/names" | uniq | tr '\n' ' ')
seconds=$(sed -n 's/^sweep //p' "$work/names" | tr '\n' ' ')
{
    sed "s/@COMMANDS@/${words}help version/; s/@SWEEPS@/$seconds/; /@BRANCHES@/,\$d" \
        "$here/completion.bash.in"
    cat "$work/branches"
    sed '1,/@BRANCHES@/d' "$here/completion.bash.in"
} | sed 's/ "$/"/' >"$out/orefolio.bash"
