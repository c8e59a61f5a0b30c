#!/bin/sh
# What `cmake --install` puts in place: a program that runs, a man page for each
# command with all its options, a bash completion that knows them, documents and
# examples. `install.sh PROGRAM SOURCE_DIR`
build=$(dirname "$1")
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
bad=0
complain() { echo "$1"; bad=1; }

cmake --install "$build" --prefix "$work" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
orefolio=$work/bin/orefolio
man=$work/share/man
doc=$work/share/doc/orefolio
"$orefolio" version >/dev/null || complain 'the installed program does not run'
for file in README.md CHANGELOG.md LICENSE inputs/guide.md inputs/reference.md \
    inputs/demo/round.ini inputs/ministerial-2026/projects.csv; do
    [ -s "$doc/$file" ] || complain "$file is not installed"
done

rendered() { # rendered PAGE: as a reader sees it, without its line breaks
    if command -v groff >/dev/null; then
        groff -man -Tascii -ww "$1" 2>>"$work/warnings" | sed 's/.\x08//g'
    else
        sed 's/\\-/-/g' "$1"
    fi | sed 's/\x1b\[[0-9;]*m//g' | tr -s ' \n' ' '
}

complete() { # complete WORD...: what bash offers for the last one
    bash -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _orefolio; echo "${COMPREPLY[*]}"' \
        "$work/share/bash-completion/completions/orefolio" "$@"
}
offers() { # offers WANTED WORD...
    wanted=$1
    shift
    got=$(complete "$@")
    [ "$got" = "$wanted" ] || complain "completing '$*' offers '$got', expected '$wanted'"
}

"$orefolio" --help | sed -n 's/^  \(sweep [a-z]*\|[a-z]*\) .*/\1/p' >"$work/commands"
[ "$(wc -l <"$work/commands")" -ge 10 ] || complain 'orefolio --help names too few commands'
while read -r command; do
    page=$man/man1/orefolio-$(echo "$command" | tr ' ' -).1
    [ -s "$page" ] || { complain "$command has no man page"; continue; }
    text=$(rendered "$page")
    # shellcheck disable=SC2086
    offered=" $(complete orefolio $command -) "
    # shellcheck disable=SC2086
    for option in $("$orefolio" $command --help </dev/null | grep -oE '^ +-.*' |
        grep -oE '(^|[ ,])--[a-z-]+' | tr -d ' ,'); do
        case $text in *"$option"*) ;; *) complain "$page lacks $option" ;; esac
        case $offered in
        *" $option "* | *" $option= "*) ;;
        *) complain "completion of $command lacks $option" ;;
        esac
    done
done <"$work/commands"
case $(rendered "$man/man1/orefolio.1") in
*'130 stopped at once'*) ;;
*) complain 'orefolio(1) lacks the exit codes' ;;
esac
case $(rendered "$man/man5/orefolio-round.5") in
*discount_rate*sponsor_equity_max*worst_shortfall*) ;;
*) complain 'orefolio-round(5) lacks keys, columns or goals' ;;
esac

[ ! -s "$work/warnings" ] || { cat "$work/warnings"; bad=1; }

offers solve orefolio so
offers plan orefolio sweep pl
offers verify orefolio help veri
offers '--trade-offs' orefolio solve --tr
offers 'committed all none' orefolio solve --keep ''
offers ja orefolio solve --language = j
offers '' orefolio solve inputs/
exit $bad
