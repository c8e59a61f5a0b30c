#!/bin/sh
# WhatIf against re-solves with the same projects, on every example: at least
# thirty switches each. LibreOffice calculates. what_if.sh PROGRAM SOURCE_DIR
program=$1 source=$2
python=
for candidate in python3 /usr/bin/python3; do
    $candidate -c 'import openpyxl' 2>/dev/null && python=$candidate && break
done
[ "$python" ] && command -v soffice >/dev/null || exit 77
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
bad=0
for example in demo eu-2026 ministerial-2026; do
    cp -r "$source/inputs/$example" "$dir/$example"
    # Within the tolerance of a goal either answer is as good.
    sed -i 's/^tolerance = .*/tolerance = 0/' "$dir/$example/round.ini"
    $python -W ignore "$source/tests/what_if/what_if.py" "$program" \
        "$dir/$example" 32 --gap 0.5 --time-limit 60 || bad=1
done
exit $bad
