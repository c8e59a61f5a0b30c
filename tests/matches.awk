# Exit 0 when the second file is like the first, in which a line "..." stands
# for any lines: awk -f matches.awk GOLDEN ACTUAL. GOLDEN may not be empty.
NR == FNR { want[++n] = $0; next }
{ got[++m] = $0 }
function fits(i, j) {
    for (; i <= n && want[i] != "..."; i++)
        if (want[i] != got[j++]) return 0
    if (i > n) return j > m
    for (; j <= m + 1; j++) if (fits(i + 1, j)) return 1
    return 0
}
END { exit !fits(1, 1) }
