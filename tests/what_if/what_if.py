"""WhatIf against re-solves: projects are switched off and on in a workbook,
LibreOffice calculates it, and the round is solved anew with the same projects.
what_if.py PROGRAM SOURCE_DIR ROUND_DIR N [SOLVE_OPTION...]
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

import resolve

GRAIN = 0.01  # t/yr: figures are written rounded one by one
SHARE = 1e-3  # of the headline


def tables(book):
    """Tables of a workbook by name: lists of rows by column heading."""
    found = {}
    for sheet in book:
        for name, ref in sheet.tables.items():
            rows = list(sheet[ref])
            heads = [str(cell.value).replace("\n", " ") for cell in rows[0]]
            found[name] = (sheet, heads, rows[1:])
    return found


def values(found, name):
    _, heads, rows = found[name]
    return [[cell.value for cell in row] for row in rows]


def at(heads, text):
    return next(i for i, head in enumerate(heads) if head.startswith(text))


def read_switches(found):
    _, heads, rows = found["tblWhatProjects"]
    columns = [at(heads, text) for text in
               ("Project ID", "Option", "Start", "Goes ahead, rec")]
    return {row[columns[0]].value: tuple(row[c].value for c in columns[1:])
            for row in rows}


def choose(switches, n):
    """n projects spread over the list, each by itself; where there are fewer,
    pairs too."""
    names = sorted(switches)
    step = max(1.0, len(names) / n)
    chosen = [(names[int(i * step)],)
              for i in range(min(n, len(names)))]
    step = 1
    while len(chosen) < n:
        for i in range(0, len(names) - step):
            if len(chosen) < n:
                chosen.append((names[i], names[i + step]))
        step += 1
    return chosen


def write_lean(path, out):
    """Only the sheets that follow the switches, without stored results, so that
    LibreOffice finds them. The switches' cells by project."""
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        if not sheet.title.startswith("WhatIf"):
            book.remove(sheet)
    book.defined_names = type(book.defined_names)()
    sheet, heads, rows = tables(book)["tblWhatProjects"]
    cells = {row[at(heads, "Project ID")].value:
             row[at(heads, "Goes ahead (1")].coordinate for row in rows}
    book.save(out)
    return book.sheetnames.index(sheet.title) + 1, cells


def write_switched(lean, out, number, cells):
    """The lean book with some cells set to the other of 1 and 0."""
    inside = f"xl/worksheets/sheet{number}.xml"
    with zipfile.ZipFile(lean) as old, zipfile.ZipFile(
            out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item.filename)
            if item.filename == inside:
                text = data.decode()
                for cell in cells:
                    text, n = re.subn(
                        rf'(<c r="{cell}"[^>]*>\s*<v>)([01])(</v>)',
                        lambda m: m[1] + str(1 - int(m[2])) + m[3], text)
                    assert n == 1, cell
                data = text.encode()
            new.writestr(item, data)


def recalculate(folder, names):
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile",
         "--headless", "--convert-to", "xlsx", "--outdir",
         os.path.join(folder, "out"), *names],
        check=True, capture_output=True, timeout=540)


def read_frame(lean):
    """Where the figures of WhatIfChain stand, and those that never change."""
    book = openpyxl.load_workbook(lean)
    found = tables(book)
    sheet, heads, rows = found["tblChainTargets"]
    targets, weight = [], {}
    for row in rows:
        cells = [cell.value for cell in row]
        key = (cells[at(heads, "Material")], cells[at(heads, "Market")],
               cells[at(heads, "Year")])
        n = sum(head.startswith("Step") and " begins" in head for head in heads)
        first, step = at(heads, "Step 1 begins"), at(heads, "Step 1 adds")
        weight[key] = (cells[at(heads, "Weight of")],
                       [(cells[first + k], cells[step + k]) for k in range(n)])
        targets.append((key, row[at(heads, "Shortfall")].coordinate,
                        row[at(heads, "Weighted shortfall")].coordinate))
    _, heads, rows = found["tblChainPools"]
    pools = [((row[at(heads, "Material")].value, row[at(heads, "Year")].value),
              row[at(heads, "Uncertain")].coordinate) for row in rows]
    return book.sheetnames.index(sheet.title) + 1, targets, pools, weight


def read_sheet(path, frame):
    number, targets, pools, _ = frame
    with zipfile.ZipFile(path) as book:
        text = book.read(f"xl/worksheets/sheet{number}.xml").decode()
    found = {cell: float(value) for cell, value in re.findall(
        r'<c r="([A-Z]+[0-9]+)"[^>]*t="n"[^>]*>(?:<f[^>]*>[^<]*</f>)?'
        r"<v>([^<]*)</v>", text)}
    short = {key: found[cell] for key, cell, _ in targets}
    lost = sum(found[cell] for _, _, cell in targets)
    doubt = {key: found[cell] for key, cell in pools}
    return short, lost, doubt


def headline(short, weight):
    return sum(weight[key][0] * sum(step * max(0.0, short[key] - start)
                                    for start, step in weight[key][1])
               for key in short)


def gaps_of(result):
    return {(row["material"], row["market"], row["year"]): row["shortfall_tpa"]
            for row in result["shortfall"] if not row.get("disruption")}


def by_material(short):
    sums = {}
    for (material, _, year), tpa in short.items():
        sums[material, year] = sums.get((material, year), 0.0) + tpa
    return sums


def compare(name, sheet, truth, start, weight):
    """Prints a line; returns the kind: equal, said or WRONG. Where the re-solve
    of the portfolio itself comes to other gaps than the portfolio, both are as
    good: the headline is compared by how much it changes, and these gaps are
    not."""
    short, lost, doubt = sheet
    real = {key: truth[key] for key in short}
    ours, theirs = by_material(short), by_material(real)
    off = {key: (round(ours[key], 2), round(theirs[key], 2)) for key in ours
           if abs(ours[key] - theirs[key]) > GRAIN + 1e-6 * theirs[key]}
    if start is None:
        ties = set(off)
        change, real_change = 0.0, 0.0
    else:
        ties, lost_before, real_before = start
        change = lost - lost_before
        real_change = headline(real, weight) - real_before
    silent = {key: pair for key, pair in off.items()
              if doubt[key] < 2 and key not in ties}
    is_off = abs(change - real_change) > SHARE * max(1.0, headline(real, weight))
    is_said = any(doubt.values())
    off = {key for key in off if key not in ties}
    kind = ("equal" if not off and not is_off else
            "WRONG" if silent or (is_off and not is_said) else "said")
    print(f"{kind:6} {name:34} headline {change:+.3f} {real_change:+.3f} "
          f"doubts {sum(d > 0 for d in doubt.values())} off {len(off)}"
          f" silent {len(silent)}", dict(list(silent.items())[:4]), flush=True)
    return kind, (ties, lost, headline(real, weight))


def main():
    program, source, n = sys.argv[1], sys.argv[2], int(sys.argv[3])
    extra = sys.argv[4:]
    folder = os.environ.get("WHAT_IF_DIR") or tempfile.mkdtemp()
    os.makedirs(folder, exist_ok=True)
    book = os.path.join(folder, "plan.xlsx")
    plan = os.path.join(folder, "plan.json")
    subprocess.run([program, "solve", os.path.join(source, "round.ini"), "-o",
                    book, "--json", plan, "--no-options", "-q", *extra], check=False)
    found = tables(openpyxl.load_workbook(book))
    switches = read_switches(found)
    chosen = [()] + choose(switches, n)
    names = []
    lean = os.path.join(folder, "lean.xlsx")
    number, cells = write_lean(book, lean)
    with open(plan) as file:
        result = json.load(file)
    held = {"stocks": [row for row in result.get("stockpiles", [])
                       if row.get("bought_t", 0) > 0],
            "purchases": result.get("purchases", [])}
    for i, which in enumerate(chosen):
        names.append(os.path.join(folder, f"switched-{i}.xlsx"))
        write_switched(lean, names[-1], number, [cells[p] for p in which])
    for i in range(0, len(names), 16):
        recalculate(folder, names[i:i + 16])
    truths_path = os.path.join(folder, "truths.json")
    truths = {}
    if os.path.exists(truths_path):
        with open(truths_path) as file:
            truths = json.load(file)
    counts, starts, frame = {}, {}, read_frame(lean)
    for i, which in enumerate(chosen):
        on = {name: (option if option != "as applied" else "base", year) for name, (option, year, is_on)
              in switches.items() if is_on != (name in which)}
        key = " ".join(f"{p}/{o}/{y}" for p, (o, y) in sorted(on.items()))
        # The portfolio itself is solved with and without rules.
        for with_rules in ((True, False) if not which or key not in truths
                           else ()):
            result, why = resolve.solve(
                program, source, os.path.join(folder, "again"), on, with_rules,
                held)
            truth = [with_rules, why, result and
                     [[*k, v] for k, v in gaps_of(result).items()]]
            if not which and result:
                starts[with_rules] = truth
            if key not in truths or truths[key][2] is None:
                truths[key] = truth
            if which and result:
                break
        rules, why, gaps = truths[key]
        name = ",".join(("-" if switches[p][2] else "+") + p for p in which)
        if gaps is None:
            print("NONE  ", name, why)
            counts["none"] = counts.get("none", 0) + 1
            continue
        sheet = read_sheet(os.path.join(
            folder, "out", os.path.basename(names[i])), frame)
        if not which:
            for with_rules, truth in starts.items():
                _, starts[with_rules] = compare(
                    "portfolio", sheet,
                    {tuple(row[:3]): row[3] for row in truth[2]}, None,
                    frame[3])
            continue
        kind, _ = compare(
            name + ("" if rules else " (no rules)"), sheet,
            {tuple(row[:3]): row[3] for row in gaps}, starts[rules], frame[3])
        counts[kind] = counts.get(kind, 0) + 1
    with open(truths_path, "w") as file:
        json.dump(truths, file)
    print(source, counts)
    return 1 if counts.get("WRONG") or counts.get("none") else 0


if __name__ == "__main__":
    sys.exit(main())
