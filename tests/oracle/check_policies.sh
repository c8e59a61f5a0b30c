#!/bin/sh
# Rounds with events against the best of all policies, on ORE_ROUNDS (30) small
# rounds from seed ORE_SEED (1) on: check_policies.sh PROGRAM SOURCE_DIR
set -u
here=$(realpath "$2")/tests/oracle
command -v python3 >/dev/null || exit 77
work=$(mktemp -d)
sh "$here/each_round.sh" "$(realpath "$1")" "$here/policies.py" \
    "${ORE_ROUNDS:-30}" "$work" || exit 1
rm -rf "$work"
