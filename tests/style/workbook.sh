#!/bin/sh
# What a workbook must be, by unzip and xmllint alone: well-formed parts, no
# error values, no empty results, every formula with its result, tables with
# headings and rows, charts with alternative text, nothing hidden, no macros,
# no links out. With openpyxl, another reader opens it too.
# workbook.sh PROGRAM SOURCE_DIR
program=$1
inputs=$2/inputs cases=$2/tests/style/cases.ini
command -v unzip >/dev/null && command -v xmllint >/dev/null || exit 77
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
failed=0

fail() {
    echo "$*"
    failed=1
}

# absent WORDS FILES...: no part matches the pattern.
absent() {
    words=$1
    shift
    found=$(grep -lE -- "$words" "$@" 2>/dev/null)
    [ -z "$found" ] || fail "$book: '$words' in $found"
}

# Every table has rows below its heading, and no heading twice.
look_at_tables() {
    for part in "$book"/xl/tables/*.xml; do
        [ -f "$part" ] || continue
        sed -n 's/.*<table [^>]*ref="[A-Z]*\([0-9]*\):[A-Z]*\([0-9]*\)".*/\1 \2/p' \
            "$part" | while read -r first last; do
            [ "$last" -gt "$first" ]
        done || fail "$part: a table without rows"
        twice=$(grep -o '<tableColumn [^>]*name="[^"]*"' "$part" |
            sed 's/.*name=//' | tr '[:upper:]' '[:lower:]' | sort | uniq -d)
        [ -z "$twice" ] || fail "$part: headings $twice twice"
    done
}

look_at() {
    unzip -q -d "$book" "$book.xlsx" || fail "$book: not a zip file"
    find "$book" -type f \( -name '*.xml' -o -name '*.rels' \) \
        -exec xmllint --noout {} + || fail "$book: not well-formed"
    sheets=$book/xl/worksheets
    absent '<v>(nan|inf|-nan|-inf|NAN|INF)' "$sheets"/*.xml
    absent '#(REF|NAME|VALUE|DIV/0|N/A|NUM|NULL)' "$sheets"/*.xml
    absent '</f></c>|</f><v></v>|<v/>' "$sheets"/*.xml
    absent '<mergeCell|hidden="1"|state="hidden"' "$sheets"/*.xml \
        "$book/xl/workbook.xml"
    absent 'totalsRowFunction|calculatedColumnFormula' "$book"/xl/tables/*.xml
    absent 'TargetMode="External"|vbaProject|externalLink' \
        "$book/[Content_Types].xml" "$book"/xl/_rels/*.rels
    for part in "$book"/xl/drawings/drawing*.xml; do
        [ ! -f "$part" ] || grep -q 'descr="[^"]' "$part" ||
            fail "$part: no alternative text"
    done
    look_at_tables
    if python3 -c 'import openpyxl' 2>/dev/null; then
        python3 -c "
import sys, openpyxl
book = openpyxl.load_workbook('$book.xlsx', data_only=True)
sys.exit(any(s['A1'].value in (None, '') for s in book))" ||
            fail "$book: openpyxl does not read it"
    fi
}

# Pages are A4 and as wide as the paper.
look_at_pages() {
    for part in "$sheets"/*.xml; do
        grep -q '<pageSetup [^>]*paperSize="9"' "$part" || fail "$part: not A4"
        grep -q 'fitToPage="1"' "$part" || fail "$part: not fit to its pages"
    done
}

"$program" sweep plan --allow-outside "$cases" -o sweep --samples 3 --points 4 --quiet &&
    "$program" sweep run --allow-outside sweep --quiet || fail "the sweep was not solved"
for language in en ja; do
    for round in demo ministerial-2026; do
        book=$round-$language
        [ $round = demo ] && more=--trade-offs || more='--gap 0.5 --no-options'
        # The looks need a portfolio, not the best one.
        "$program" solve "$inputs/$round/round.ini" --quiet --time-limit 3600 \
            $more --language $language -o "$book.xlsx"
        look_at
        look_at_pages
    done
    book=compare-$language
    "$program" compare --allow-outside "$cases" --quiet --language $language -o "$book.xlsx" ||
        fail "$book: not written"
    look_at
    look_at_pages
    book=sweep-$language
    "$program" sweep merge --allow-outside sweep --quiet --language $language -o "$book.xlsx" ||
        fail "$book: not written"
    look_at
    look_at_pages
done
book=template
"$program" init --quiet --xlsx template.dir && mv template.dir/round.xlsx . &&
    mv round.xlsx template.xlsx || fail "$book: not written"
look_at
exit $failed
