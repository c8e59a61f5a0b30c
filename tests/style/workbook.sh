#!/bin/sh
# What a workbook must be, by unzip and xmllint alone: well-formed parts, no
# error values, no empty results, every formula with its result, tables with
# headings and rows, charts with alternative text, nothing hidden, no macros,
# no links out. With openpyxl, another reader opens it too.
# workbook.sh PROGRAM SOURCE_DIR
program=$1
round=$2/inputs/demo/round.ini
[ -f "$round" ] || exit 77
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
    [ -z "$found" ] || fail "$language: '$words' in $found"
}

for language in en ja; do
    "$program" solve "$round" --quiet --language $language \
        -o $language.xlsx || fail "$language: no workbook"
    mkdir $language
    unzip -q -d $language $language.xlsx || fail "$language: not a zip file"
    find $language -type f \( -name '*.xml' -o -name '*.rels' \) \
        -exec xmllint --noout {} + || fail "$language: not well-formed"
    sheets=$language/xl/worksheets
    absent '<v>(nan|inf|-nan|-inf|NAN|INF)' $sheets/*.xml
    absent '#(REF|NAME|VALUE|DIV/0|N/A|NUM|NULL)' $sheets/*.xml
    absent '</f></c>|</f><v></v>|<v/>' $sheets/*.xml
    absent '<mergeCell|hidden="1"|state="hidden"' $sheets/*.xml \
        $language/xl/workbook.xml
    absent 'totalsRowFunction|calculatedColumnFormula' $language/xl/tables/*.xml
    absent 'TargetMode="External"|vbaProject|externalLink' \
        "$language/[Content_Types].xml" $language/xl/_rels/*.rels
    for part in "$language"/xl/drawings/drawing*.xml; do
        grep -q 'descr="[^"]' "$part" || fail "$part: no alternative text"
    done
    for part in "$sheets"/*.xml; do
        grep -q '<pageSetup [^>]*paperSize="9"' "$part" || fail "$part: not A4"
        grep -q 'fitToPage="1"' "$part" || fail "$part: not fit to its pages"
        grep -q 'All_checks' "$part" || fail "$part: no flag of the checks"
    done
    grep -q 'name="All_checks"' $language/xl/workbook.xml ||
        fail "$language: no name All_checks"
    # Every table has at least one row below its heading.
    for part in "$language"/xl/tables/*.xml; do
        sed -n 's/.*<table [^>]*ref="[A-Z]*\([0-9]*\):[A-Z]*\([0-9]*\)".*/\1 \2/p' \
            "$part" | while read -r first last; do
            [ "$last" -gt "$first" ]
        done || fail "$part: a table without rows"
    done
    if python3 -c 'import openpyxl' 2>/dev/null; then
        python3 -c "
import sys, openpyxl
book = openpyxl.load_workbook('$language.xlsx', data_only=True)
sys.exit(any(s['A1'].value in (None, '') for s in book))" ||
            fail "$language: openpyxl does not read it"
    fi
done
exit $failed
