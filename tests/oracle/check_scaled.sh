#!/bin/sh
# ORE_ROUNDS (30) random rounds, from seed ORE_SEED (1) on, have the same
# answers in other units: check_scaled.sh PROGRAM SOURCE_DIR
set -u
here=$(realpath "$2")/tests/oracle
command -v python3 >/dev/null || exit 77
work=$(mktemp -d)
sh "$here/each_round.sh" "$(realpath "$1")" "$here/scaled.py" \
    "${ORE_ROUNDS:-30}" "$work" || exit 1
echo "$(cat "$work"/*.log | grep -c 'passed over') of them passed over"
rm -rf "$work"
