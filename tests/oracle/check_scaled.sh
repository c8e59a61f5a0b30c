#!/bin/sh
# ORE_ROUNDS (60) random rounds, from seed ORE_SEED (1) on, have the same
# answers in other units: check_scaled.sh PROGRAM SOURCE_DIR
set -u
program=$(realpath "$1") here=$(realpath "$2")/tests/oracle
command -v python3 >/dev/null || exit 77
work=$(mktemp -d)
export program here work
export PYTHONDONTWRITEBYTECODE=1
cat >"$work/one" <<'END'
python3 "$here/scaled.py" "$program" "$1" "$work/$1" >"$work/$1.log" 2>&1 &&
    rm -rf "${work:?}/$1" && exit
cat "$work/$1.log"
: >"$work/bad.$1"
END
first=${ORE_SEED:-1} rounds=${ORE_ROUNDS:-60}
seq "$first" $((first + rounds - 1)) | xargs -P2 -n1 sh "$work/one"
bad=$(find "$work" -maxdepth 1 -name 'bad.*' | wc -l)
echo "$((rounds - bad)) of $rounds rounds have the same answers," \
    "$(cat "$work"/*.log | grep -c 'passed over') passed over"
if [ "$bad" -gt 0 ]; then
    echo "see $work"
    exit 1
fi
rm -rf "$work"
