#!/bin/sh
# orefolio against brute force in exact fractions on ORE_ROUNDS (30) small
# rounds of each class, from seed ORE_SEED (1) on: check_brute.sh PROGRAM
# SOURCE_DIR
set -u
here=$(realpath "$2")/tests/oracle
command -v python3 >/dev/null || exit 77
work=$(mktemp -d)
for class in brute brute_fair; do
    mkdir "$work/$class"
    sh "$here/each_round.sh" "$(realpath "$1")" "$here/$class.py" \
        "${ORE_ROUNDS:-30}" "$work/$class" || exit 1
    echo "$class: $(cat "$work/$class"/*.log | grep -c 'brute force None') of them infeasible"
done
rm -rf "$work"
