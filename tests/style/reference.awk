# The tables of inputs/reference.md from the output of `orefolio keys`:
#     orefolio keys >KEYS; awk -f reference.awk KEYS inputs/reference.md
# prints the reference with what stands between "<!-- keys HEADING -->" and
# "<!-- end -->" replaced by the table of that heading, and complains of
# headings that one of the two lacks.

# The next field of `rest`: of this width, or longer when it does not fit.
function field(width,    n, f) {
    n = width
    while (n < length(rest) && substr(rest, n + 1, 1) != " ") n++
    f = substr(rest, 1, n)
    rest = substr(rest, n + 2)
    gsub(/^ +| +$/, "", f)
    gsub(/\|/, "\\|", f)
    return f == "-" ? "" : f
}

function row(line,    name, type, unit, range, otherwise) {
    rest = substr(line, 3)
    name = field(22)
    type = field(8)
    unit = field(10)
    range = field(24)
    otherwise = field(12)
    gsub(/^ +/, "", rest)
    gsub(/\|/, "\\|", rest)
    if (otherwise == "required") otherwise = "**required**"
    return "| `" name "` | " type " | " unit " | " range " | " otherwise \
        " | " rest " |\n"
}

# A heading of `keys`, without what is said of it.
function heading(line) {
    sub(/: .*/, "", line)
    return line
}

NR == FNR && /^(\[|table )/ {
    now = heading($0)
    order[++n] = now
    rows[now] = ""
    next
}
NR == FNR && /^$/ { now = ""; next }
NR == FNR && now != "" && !/^  name  +type/ {
    rows[now] = rows[now] row($0)
    next
}
NR == FNR { next }

/^<!-- keys / {
    print
    now = $0
    gsub(/^<!-- keys | -->$/, "", now)
    if (!(now in rows)) complain(now " is not in `orefolio keys`")
    is_there[now] = 1
    print ""
    if (rows[now] != "") {
        print "| key or column | type | unit | range | default | meaning |"
        print "| --- | --- | --- | --- | --- | --- |"
        print rows[now]
    }
    is_skipped = 1
    next
}
/^<!-- end -->$/ { is_skipped = 0 }
!is_skipped { print }

function complain(text) {
    print "inputs/reference.md: " text >"/dev/stderr"
    failed = 1
}
END {
    for (i = 1; i <= n; i++)
        if (rows[order[i]] != "" && !(order[i] in is_there))
            complain("has no table of " order[i])
    exit failed
}
