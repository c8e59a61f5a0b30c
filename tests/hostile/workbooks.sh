#!/bin/sh
# Tables in workbooks: the same answer as from CSV files, and what no workbook
# should be is refused by sheet and cell. workbooks.sh PROGRAM SOURCE_DIR
program=$1
command -v python3 >/dev/null || exit 77
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
failed=0

# The example as one workbook and as CSV files: the same portfolio, tables and
# figures; only where they came from differs.
for example in demo ministerial-2026; do
    "$program" init -q --example $example csv-$example &&
        "$program" init -q --xlsx --example $example xlsx-$example || failed=1
    for kind in csv xlsx; do
        "$program" check $kind-$example/round.ini >$kind.check 2>&1 || failed=1
    done
    sed -i 's/[a-z]*\.xlsx#[A-Za-z]*:[A-Z]*//; s/[a-z]*\.csv://; s/^[a-z]*-\([a-z0-9-]*\)\//\1:/; s/:\([0-9]*\):[0-9]*: \(note\|warning\)/:\1: \2/; s/^\([0-9]*\):[0-9]*:/\1:/' ./*.check
    diff csv.check xlsx.check || failed=1
done
for kind in csv xlsx; do
    "$program" solve $kind-demo/round.ini -q --no-timings --tsv $kind-tsv --json $kind.json || failed=1
    sed -i '/"path"/d; /"sha256"/d' $kind.json
    rm -f $kind-tsv/provenance.tsv
    sed -i 's/round\.xlsx#[A-Za-z]*:/:/; s/[a-z]*\.csv:/:/' $kind-tsv/inputs.tsv
done
diff -r csv-tsv xlsx-tsv && diff csv.json xlsx.json || failed=1

# make.py KIND: hurt.xlsx, the example's workbook with one thing wrong.
cat >make.py <<'END'
import re, sys, zipfile

kind = sys.argv[1]
parts = {}
with zipfile.ZipFile("xlsx-demo/round.xlsx") as z:
    for name in z.namelist():
        parts[name] = z.read(name)
names = re.findall(rb'<sheet name="(\w+)"', parts["xl/workbook.xml"])
sheet = "xl/worksheets/sheet%d.xml" % (names.index(b"Projects") + 1)
text = parts[sheet].decode()
cell = re.search(r'<c r="C2"[^>]*>.*?</c>', text).group(0)
swap = {
    "error": '<c r="C2" t="e"><v>#N/A</v></c>',
    "uncalculated": '<c r="C2"><f>1+1</f></c>',
    "no-text": '<c r="C2" t="s"><v>999999</v></c>',
    "hidden-character": '<c r="C2" t="inlineStr"><is><t>a\u202eb</t></is></c>',
    "escaped": '<c r="C2" t="inlineStr"><is><t>a_x0007_b</t></is></c>',
    "outside": cell + '<c r="ZZ2"><v>1</v></c>',
    "far": cell + '<c r="ZZZZZZZZ2"><v>1</v></c>',
}
if kind in swap:
    parts[sheet] = text.replace(cell, swap[kind]).encode()
elif kind == "merged":
    parts[sheet] = text.replace("</sheetData>", '</sheetData><mergeCells>'
                                '<mergeCell ref="A2:B2"/></mergeCells>').encode()
elif kind == "doctype":
    parts[sheet] = text.replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "aaaa">'
                                '<!ENTITY b "&a;&a;&a;">]><worksheet', 1).encode()
elif kind == "malformed":
    parts[sheet] = text[:len(text) // 2].encode()
elif kind == "no-sheet-part":
    del parts[sheet]
elif kind == "links":
    parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"
elif kind == "old-dates":
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        b"<workbookPr ", b'<workbookPr date1904="1" ')
elif kind in ("packed", "texts", "elements", "deep", "attributes",
              "tags"):
    head, n = text[:text.index("<sheetData")], 5 << 20
    parts[sheet] = (head + {
        "packed": " " * n + "<sheetData/></worksheet>",
        "texts": "<sheetData/></worksheet>",
        "elements": "<sheetData>" + "<row/>" * n + "</sheetData></worksheet>",
        "deep": "<row>" * n,
        "attributes": "<row%s/></worksheet>" % "".join(
            ' a%d=""' % i for i in range(n // 8)),
        "tags": "<row%s/></worksheet>" % "".join(
            ' a%d=">"' % i for i in range(200)),
    }[kind]).encode()
    if kind == "texts":
        parts["xl/sharedStrings.xml"] = b"<sst>" + b"<si/>" * n + b"</sst>"
elif kind == "bomb":
    parts[sheet] = text.encode() + b" " * (80 << 20)
with zipfile.ZipFile("hurt.xlsx", "w", zipfile.ZIP_DEFLATED) as z:
    for name, data in parts.items():
        how = zipfile.ZIP_STORED if kind in (
            "texts", "elements", "deep", "attributes") else None
        z.writestr(name, data, how)
if kind in ("cut", "flipped", "old", "not-a-zip", "empty"):
    with open("xlsx-demo/round.xlsx", "rb") as f:
        data = bytearray(f.read())
    if kind == "cut":
        data = data[:len(data) * 2 // 3]
    elif kind == "flipped":
        data[data.index(b"sheet2.xml") + 60] ^= 0x55
    elif kind == "old":
        data = b"\xd0\xcf\x11\xe0" + data[4:]
    else:
        data = b"id,name\n" if kind == "not-a-zip" else b""
    with open("hurt.xlsx", "wb") as f:
        f.write(data)
END
sed 's/round\.xlsx#Projects/hurt.xlsx#Projects/' xlsx-demo/round.ini >hurt.ini
sed -i 's/round\.xlsx/xlsx-demo\/&/' hurt.ini

# expect KIND WORDS: refused with code 65 and these words.
expect() {
    python3 make.py "$1" || exit 1
    said=$( (ulimit -v 1500000; timeout 200 "$program" check hurt.ini 2>&1) </dev/null)
    code=$?
    if [ "$code" != 65 ] || ! printf '%s' "$said" | grep -q -- "$2"; then
        printf '%s: expected code 65 and "%s", got %s:\n%s\n' "$1" "$2" "$code" \
            "$(printf '%s' "$said" | head -n 5)"
        failed=1
    fi
}
expect error "Projects:C2: error: cell holds the error '#N/A'"
expect uncalculated 'Projects:C2: error: formula without a stored result'
expect no-text 'Projects:C2: error: cell refers to a text'
expect hidden-character 'Projects:C2: error: character U+202E'
expect escaped 'Projects:C2: error: character U+0007'
expect outside 'Projects:ZZ2: error: cell is outside'
expect far 'cell is outside'
expect merged 'cells A2:B2 are merged'
expect doctype 'declares a document type'
expect malformed 'not well-formed'
expect no-sheet-part 'is missing'
expect links 'links to other files'
expect old-dates 'count from 1904'
expect packed 'sheet[0-9]*.xml is packed more than 200 times smaller'
expect texts 'sharedStrings.xml has more than'
expect elements 'has more than 4000000 elements'
expect deep 'has elements more than 100 deep'
expect attributes 'has a tag of more than 65536 bytes'
expect tags 'has more than 100 attributes'
expect bomb 'larger than 64 MiB'
expect cut 'no .xlsx file, or is cut off'
expect flipped 'damaged'
expect old 'of the old kind'
expect not-a-zip 'no .xlsx file'
expect empty 'no .xlsx file'
sed -i 's/hurt\.xlsx#Projects/xlsx-demo\/round.xlsx#Plants/' hurt.ini
expect sheet "workbook has no sheet 'Plants', it has"
exit $failed
