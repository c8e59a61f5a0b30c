#!/bin/sh
# A check of one random round after the other: each_round.sh PROGRAM CHECK.py
# ROUNDS FOLDER runs `CHECK.py PROGRAM SEED FOLDER/SEED` for ROUNDS seeds from
# ORE_SEED (1) on, keeps the folders of those that fail and says how many do not.
set -u
program=$1 check=$2 rounds=$3 work=$4
export program check work
export PYTHONDONTWRITEBYTECODE=1
cat >"$work/one" <<'END'
python3 "$check" "$program" "$1" "$work/$1" >"$work/$1.log" 2>&1 &&
    rm -rf "${work:?}/$1" && exit
cat "$work/$1.log"
: >"$work/bad.$1"
END
first=${ORE_SEED:-1}
seq "$first" $((first + rounds - 1)) | xargs -P2 -n1 sh "$work/one"
bad=$(find "$work" -maxdepth 1 -name 'bad.*' | wc -l)
echo "$((rounds - bad)) of $rounds rounds agree"
[ "$bad" = 0 ] || { echo "see $work"; exit 1; }
