# Reads lines of `orefolio keys`. Widths are those of `keys`.

# The next field of `rest`: of this width, or longer where it does not fit.
function field(width,    n, text) {
    n = width
    while (n < length(rest) && substr(rest, n + 1, 1) != " ") n++
    text = substr(rest, 1, n)
    rest = substr(rest, n + 2)
    gsub(/^ +| +$/, "", text)
    return text == "-" ? "" : text
}

# Sets name, type, unit, range, otherwise and meaning from a line.
function take_key(line) {
    rest = substr(line, 3)
    name = field(22)
    type = field(8)
    unit = field(10)
    range = field(24)
    otherwise = field(12)
    meaning = rest
    sub(/^ +/, "", meaning)
}
