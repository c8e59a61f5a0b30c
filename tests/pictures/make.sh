#!/bin/sh
# The pictures of README.md, from the demo: make.sh PROGRAM SOURCE_DIR
# Needs LibreOffice, poppler-utils and ImageMagick; run it when sheets change.
set -eu
program=$(realpath "$1") source=$(realpath "$2")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
"$program" solve "$source/inputs/demo/round.ini" -q -o en.xlsx
"$program" solve "$source/inputs/demo/round.ini" -q --language ja -o ja.xlsx
"$program" sweep plan "$source/inputs/demo/round.ini" -q -o sweep --samples 40 --points 12
"$program" sweep run sweep -q
"$program" sweep score sweep -q
"$program" sweep merge sweep -q -o many.xlsx
soffice -env:UserInstallation="file://$dir/profile" --headless --convert-to pdf \
    en.xlsx ja.xlsx many.xlsx >/dev/null 2>&1

page_of() { # page_of BOOK TITLE: the page whose first line begins with it
    page=1
    until pdftotext -f $page -l $page "$1.pdf" - | head -n 1 | grep -q "^$2[:：]"; do
        page=$((page + 1))
        [ $page -lt 99 ]
    done
    echo $page
}

picture() { # picture BOOK TITLE NAME
    page=$(page_of "$1" "$2")
    pdftoppm -r 80 -f "$page" -l "$page" -png -singlefile "$1.pdf" "$3"
    convert "$3.png" -gravity south -chop 0x60 -trim -bordercolor white -border 12 -colors 64 -strip \
        "$source/tests/pictures/$3.png"
}
picture en 'Decision memo' memo
picture ja 決裁用説明資料（案） memo-ja
picture en 'Supply gaps' gaps
picture en Funding funding
picture en Schedule schedule
picture en 'What if' what-if
picture many 'Efficient frontier' frontier
picture many Robustness robustness
ls -l "$source"/tests/pictures/*.png
