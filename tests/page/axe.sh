#!/bin/sh
# Pages of --html in a browser: axe-core finds nothing, nothing is wider than the
# screen, nothing is asked of the network, headings sort their tables, and paper has
# pages. Needs chromium, and axe-core and puppeteer-core of npm where NODE_PATH says.
# axe.sh PROGRAM SOURCE_DIR
program=$1 source=$2
browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser)}
[ "$browser" ] && command -v node >/dev/null &&
    node -e 'require.resolve("axe-core"); require.resolve("puppeteer-core")' 2>/dev/null || exit 77
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
for round in "$source"/inputs/*/round.ini; do
    name=$(basename "$(dirname "$round")")
    "$program" solve "$round" -q --jobs 1 --work-limit 2 \
        --html "$dir/$name.html" --language en,ja 2>"$dir/err"
    code=$?
    [ $code -le 1 ] || { cat "$dir/err"; exit 1; }
done
"$program" frontier "$source/inputs/demo/round.ini" -q --points 4 --html "$dir/frontier.html" || exit 1
cp "$source"/inputs/demo/* "$dir"
printf '\n[scenario tight]\nlabel = Half the money\nbudget *.amount = *0.5\n' >>"$dir/round.ini"
"$program" compare "$dir/round.ini" -q --html "$dir/compare.html" || exit 1
CHROMIUM=$browser node "$source/tests/page/axe.js" "$dir"/*.html
