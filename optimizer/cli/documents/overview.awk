# orefolio(1) from `orefolio --help`: awk -v version=V -v commands=FILE, where
# FILE has a line "NAME<tab>SUMMARY" for each command.
function roff(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    return text
}
NR == 2 { description = $0 }
/^Usage: / { usage = substr($0, 17) }
/^Example: / { example = substr($0, 10) }
/^Exit codes: / { in_codes = 1; sub(/^Exit codes: /, "") }
in_codes { codes = codes " " $0 }
END {
    print ".TH OREFOLIO 1 \"\" \"orefolio " version "\" \"User Commands\""
    print ".SH NAME\norefolio \\- plan funding rounds for critical\\-minerals projects"
    print ".SH SYNOPSIS\n.B orefolio\n" roff(usage)
    print ".SH DESCRIPTION\n" roff(description)
    print ".SH COMMANDS"
    while ((getline line <commands) > 0) {
        split(line, field, "\t")
        page = "orefolio-" field[1]
        gsub(/ /, "-", page)
        print ".TP\n.B " roff(field[1]) "\n" roff(field[2]) "; see\n.BR " roff(page) " (1)"
    }
    print ".SH EXIT STATUS"
    n = split(codes, code, /, */)
    for (i = 1; i <= n; i++) {
        sub(/^ +/, "", code[i])
        at = index(code[i], " ")
        print ".TP\n.B " substr(code[i], 1, at - 1) "\n" roff(substr(code[i], at + 1))
    }
    print ".SH EXAMPLE\n.nf\n" roff(example) "\n.fi"
    print ".SH SEE ALSO\n.BR orefolio\\-round (5)"
}
