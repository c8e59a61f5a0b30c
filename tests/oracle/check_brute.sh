#!/bin/sh
# orefolio against brute force in exact fractions on ORE_ROUNDS (100) small
# rounds, from seed ORE_SEED (1) on: check_brute.sh PROGRAM SOURCE_DIR
set -u
here=$(realpath "$2")/tests/oracle
command -v python3 >/dev/null || exit 77
work=$(mktemp -d)
sh "$here/each_round.sh" "$(realpath "$1")" "$here/brute.py" \
    "${ORE_ROUNDS:-100}" "$work" || exit 1
echo "$(cat "$work"/*.log | grep -c 'brute force None') of them infeasible"
rm -rf "$work"
