#!/bin/sh
# A family is one file and one line: orefolio with the family `pace` (pace.c)
# shows it wherever families show. pace.sh PROGRAM_WITH_PACE SOURCE_DIR
program=$1 bad=0
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cp "$2"/inputs/demo/* "$dir" && cd "$dir" || exit 1

expect() { # expect FILE PATTERN WHAT
    grep -q -- "$2" "$1" || { echo "$3: no '$2' in:"; head -n 30 "$1"; bad=1; }
}
solve() { "$program" solve round.ini --no-timings -q "$@"; }

"$program" keys >keys
expect keys '^  starts_max  *number .* projects that may begin' 'keys'

# Without the key nothing changes, and nothing is said of it.
solve --json plain.json --tsv plain || { echo 'no answer without the key'; bad=1; }
! grep -rq 'tarts in one year' plain || { echo 'told without the key'; bad=1; }

set_pace() { solve --set round.starts_max="$@"; }
set_pace 1 --trade-offs -o pace.xlsx --json pace.json --tsv pace || { echo "exit $?"; bad=1; }
"$program" export round.ini --set round.starts_max=1 -o pace.lp --format lp
expect pace.lp '^ pace(2027)' 'model'
expect pace/constraints.tsv '^Starts in one year	Pace	202[678]' 'Constraints'
expect pace/notfunded.tsv 'the number of starts in a year' 'reasons'
expect pace/whatuncovered.tsv '^Starts in one year' 'WhatIfRules'
expect pace.json '"limit": "round starts_max"' 'trade-offs'
[ "$(grep -c '"limit": "round starts_max"' pace.json)" = 1 ] || { echo 'one key is moved once'; bad=1; }

# A portfolio that begins more in a year is refused.
cp plain.json forged.json
"$program" verify round.ini forged.json --set round.starts_max=0 --changed-inputs >said 2>&1
[ $? = 4 ] || { echo "verify: exit $?, expected 4"; bad=1; }
expect said 'rule broken: pace: starts in 20' 'verifier'

# In conflict with what must go ahead.
set_pace 0 --set 'projects.*.status=must' --json no.json 2>said
[ $? = 2 ] || { echo 'expected no portfolio'; bad=1; }
expect said 'in conflict: `starts_max` = 0' 'conflict'
# By its place, where the file gives it.
sed -i '/^commit = /a starts_max = 0' round.ini
solve --set 'projects.*.status=must' 2>said
expect said '^round.ini:[0-9]*:1[0-9]: error: in conflict: `starts_max` = 0' 'place'
exit $bad
