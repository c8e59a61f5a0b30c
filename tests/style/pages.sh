#!/bin/sh
# What a page of --html must be, in both languages, for every example:
# well-formed, its links leading to places on it, nothing loaded from elsewhere,
# tables with captions, headings and scopes, drawings with titles, and no larger
# than 1.5 MB. pages.sh PROGRAM SOURCE_DIR
program=$1 source=$2
command -v python3 >/dev/null || exit 77
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
for round in "$source"/inputs/*/round.ini; do
    name=$(basename "$(dirname "$round")")
    "$program" solve "$round" -q --jobs 1 --work-limit 2 --no-options \
        --html "$dir/$name.html" --language en,ja 2>"$dir/err"
    code=$?
    # 1 = stopped by the limit.
    [ $code -le 1 ] || { cat "$dir/err"; exit 1; }
done
cp "$source"/inputs/demo/* "$dir"
printf '\n[scenario tight]\nlabel = <b>Half</b> & "less"\nbudget *.amount = *0.5\n' >>"$dir/round.ini"
"$program" compare "$dir/round.ini" -q --html "$dir/compare.html" --language en,ja || exit 1
printf '\n[scenario none]\nrule oxide-concentration.max_share = 0\n' >>"$dir/round.ini"
"$program" solve "$dir/round.ini" --scenario none -q --html "$dir/none.html" --language en,ja 2>/dev/null
python3 "$source/tests/style/pages.py" "$dir"/*.html
