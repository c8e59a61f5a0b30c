#!/bin/sh
# ORE_ROUNDS (20) random rounds, from seed ORE_SEED (2001) on: the same answer
# whatever the order of rows, no better with a floor, no worse with more money:
#   check_properties.sh PROGRAM SOURCE_DIR
set -u
here=$(realpath "$2")/tests/oracle
command -v python3 >/dev/null || exit 77
work=$(mktemp -d)
ORE_SEED=${ORE_SEED:-2001}
export ORE_SEED
sh "$here/each_round.sh" "$(realpath "$1")" "$here/properties.py" \
    "${ORE_ROUNDS:-20}" "$work" || exit 1
rm -rf "$work"
