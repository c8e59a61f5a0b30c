#!/bin/sh
# LibreOffice calculates every workbook anew: each stored result is what it
# finds. Then the sheet WhatIf lives: a project switched off, an amount raised
# and a budget cut have the consequences that they should. recalc.sh PROGRAM SOURCE_DIR
program=$1 inputs=$2/inputs cases=$2/tests/style/cases.ini
python=
for candidate in python3 /usr/bin/python3; do
    $candidate -c 'import openpyxl' 2>/dev/null && python=$candidate && break
done
[ "$python" ] && command -v soffice >/dev/null || exit 77
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1

# make ARGUMENTS...: a run that writes, proven or not; that is not looked at here.
make() {
    "$program" "$@" -q >said 2>&1
    code=$?
    [ $code -le 1 ] || { echo "$*: exit $code: $(cat said)"; exit 1; }
}
# The demo in euros, with other currencies, fiscal years and a group of countries.
mkdir euro && cp "$inputs"/demo/* euro && cd euro || exit 1
sed -i 's/^currency = USD/currency = EUR/; s/^per_usd = .*/rate = 160/
    s/^\[funder JP\]/[currency USD]\nrate = 1.08\n\n[country ROW]\nlabel = Others\n\n&\nfiscal_year = JFY/' round.ini
sed -i 's/^oxide,AU/oxide,ROW/' supply.csv
cd ..
make sweep plan --allow-outside "$cases" -o sweep --samples 3 --points 4
make sweep run --allow-outside sweep
for language in en ja; do
    for example in demo ministerial-2026; do
        [ $example = demo ] && more=--trade-offs || more='--gap 0.5 --time-limit 3600'
        make solve "$inputs/$example/round.ini" $more \
            --language $language -o $example-$language.xlsx
    done
    make solve euro/round.ini --language $language -o euro-$language.xlsx
    make solve euro/round.ini --language $language --money USD \
        -o euro-usd-$language.xlsx
    make solve euro/round.ini --language $language --money JPY \
        -o euro-jpy-$language.xlsx
    make compare --allow-outside "$cases" --language $language \
        -o compare-$language.xlsx
    make sweep merge --allow-outside sweep --language $language \
        -o sweep-$language.xlsx
done
make init --xlsx template
mv template/round.xlsx template.xlsx || exit 1

# A reader that keeps no stored results makes LibreOffice find its own.
cat >strip.py <<'END'
import sys
import openpyxl

for name in sys.argv[1:]:
    openpyxl.load_workbook(name).save("bare-" + name)
book = openpyxl.load_workbook("demo-en.xlsx")
sheet = book["WhatIf"]
for row in sheet.iter_rows():
    if row[0].value == "MAG_JP" and row[4].value == 180 and row[5].value == 1:
        row[6].value = 0
    if row[0].value == "us" and row[2].value == 2026:
        row[3].value = 50
for row in book["WhatIfMoney"].iter_rows():
    if row[0].value == "MAG_US" and row[7].value == 180:
        row[7].value = 500
book.save("switched.xlsx")
END
cat >compare.py <<'END'
import sys
import openpyxl

bad = 0


def values(name):
    return openpyxl.load_workbook(name, data_only=True)


def same(a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
    return a == b


for name in sys.argv[1:]:
    formulas, stored = openpyxl.load_workbook(name), values(name)
    found, count = values("out/bare-" + name), 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                a = stored[sheet.title][cell.coordinate].value
                b = found[sheet.title][cell.coordinate].value
                if not same(a, b):
                    bad += 1
                    print(name, sheet.title, cell.coordinate, a, b)
    print(name, count, "formulas")

def rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]

before, after = values("demo-en.xlsx"), values("out/switched.xlsx")
changed = [(a, b) for a, b in zip(rows(before["WhatIf"]), rows(after["WhatIf"]))
           if a != b]
account = [b for a, b in changed if b[0] == "us" and b[2] == 2026]
broken = [b[1] for b in rows(after["WhatIf"]) if b[0] == "Limits broken"]
paid = [b for a, b in changed if b[0] == "MAG_US" and b[10] == "CHECK"]
plant = [b for a, b in changed if b[0] == "MAG_JP" and b[10] == "OK"]
gap = [(a, b) for a, b in zip(rows(before["WhatIfGaps"]), rows(after["WhatIfGaps"]))
       if a[0] == "magnet" and isinstance(a[10], (int, float))
       and not all(map(same, a, b))]
if not (len(account) == 1 and account[0][10] == "CHECK"
        and abs(account[0][9] + account[0][8]) < 1e-9 and account[0][9] > 0):
    bad += 1
    print("a budget cut to 50 breaks nothing:", account)
if not (len(broken) == 1 and broken[0] >= 1):
    bad += 1
    print("a budget overdrawn is not counted:", broken)
if not (len(paid) == 1 and abs(paid[0][3] - 230 - 320) < 1e-9):
    bad += 1
    print("more debt guaranteed than a project may have breaks nothing:", paid)
if not (len(plant) == 1 and plant[0][3] == 0):
    bad += 1
    print("a project switched off keeps its support:", plant)
# 2033: 575 t/yr were lacking, and the plant made 1425.
if not (len(gap) == 1 and abs(gap[0][1][10] - gap[0][0][10] - 1425) < 1e-6):
    bad += 1
    print("the gap does not feel it:", gap)
sys.exit(bad > 0)
END
$python strip.py *.xlsx || exit 1
soffice -env:UserInstallation="file://$dir/profile" --headless \
    --convert-to xlsx --outdir out bare-*.xlsx switched.xlsx >said 2>&1 ||
    { echo "soffice: $(cat said)"; exit 1; }
$python compare.py demo-*.xlsx euro-*.xlsx ministerial-*.xlsx compare-*.xlsx sweep-*.xlsx template.xlsx
