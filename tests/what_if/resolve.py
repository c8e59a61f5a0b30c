"""Re-solves of a round with given projects: what the sheet WhatIf should say.

A round is copied and narrowed until nothing is left to choose but what flows
where: each project of the portfolio goes ahead as the option and in the year it
has there, every other one does not, and money is no object. Links are left out,
and so are rules about money, and those about flows when no operation of these
projects keeps them: the sheet says that it tests neither.
"""

import csv
import json
import os
import re
import shutil
import subprocess

FIXED = ("status", "first_year", "last_year", "ready_on", "review", "review_on")


def read_table(path):
    with open(path, newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames), list(reader)


def write_table(path, fields, rows):
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, fields)
        writer.writeheader()
        writer.writerows(rows)


def choose_options(folder, chosen):
    """Leave each project of `chosen` its option only."""
    options = {}
    path = os.path.join(folder, "options.csv")
    if not os.path.exists(path):
        return {}
    fields, rows = read_table(path)
    kept = []
    for row in rows:
        option = chosen.get(row["project"], (row["option"],))[0]
        if row["option"] == option:
            kept.append(row)
            options[row["project"]] = row
    write_table(path, fields, kept)
    path = os.path.join(folder, "flows.csv")
    fields, rows = read_table(path)
    write_table(path, fields, [
        row for row in rows
        if not row.get("option") or row["project"] not in chosen or
        row["option"] == chosen[row["project"]][0] or
        row["project"] not in options])
    return options


def fix_projects(folder, chosen):
    """`chosen`: project -> (option, year)."""
    options = choose_options(folder, chosen)
    for name in ("projects.csv", "options.csv"):
        path = os.path.join(folder, name)
        if not os.path.exists(path):
            continue
        fields, rows = read_table(path)
        fields += [field for field in ("status", "first_year", "last_year")
                   if field not in fields and name == "projects.csv"]
        for row in rows:
            project = row.get("id") or row["project"]
            for field in ("ready_on", "review", "review_on", "conditions"):
                if row.get(field):
                    row[field] = "cleared" if field == "review" else ""
            for field in ("first_year", "last_year"):
                if name == "projects.csv":
                    row[field] = chosen.get(project, ("", ""))[1]
                elif field in row:
                    row[field] = ""
            if name == "projects.csv":
                row["status"] = "must" if project in chosen else "out"
                row["concern_share"] = ""
            # Sponsors pay for all of it.
            for field in ("sponsor_equity_max", "sponsor_share_min", "needs"):
                if field in row:
                    row[field] = ""
        if name == "projects.csv" and "concern_share" not in fields:
            for row in rows:
                row.pop("concern_share", None)
        write_table(path, fields, rows)
    return options


def edit_ini(folder, with_rules, bought):
    """Only the base case counts, and what stockpiles bought stays bought: as a
    market of its own that comes before all others."""
    path = os.path.join(folder, "round.ini")
    with open(path) as file:
        text = file.read()
    material = dict(re.findall(
        r"(?m)^\[stockpile (\S+)\]\n(?:[^\[]*\n)??material = (\S+)", text))
    kept = []
    for section in re.split(r"(?m)^(?=\[)", text):
        head = section.split("\n", 1)[0]
        if re.match(r"\[(scenario|uncertain|disruption|stockpile|goal) ", head):
            continue
        if head.startswith("[rule ") and not (
                with_rules and re.search(
                    r"(?m)^measure = (supply|coverage|delivered)\b", section)):
            continue
        if head.startswith("[funder "):
            section = re.sub(r"(?m)^budget_cost_share_\w+ *=.*\n", "", section)
        if head.startswith("[market ") and not with_rules:
            section = re.sub(r"(?m)^\w+_band *=.*\n", "", section)
        if head.startswith("[tables]"):
            section = re.sub(r"(?m)^links *=.*\n", "", section)
        if head.startswith("[goals]"):
            section = "[goals]\norder = shortfall\n"
        kept.append(section)
    if bought:
        kept.append("\n[market stores]\nlabel = Stores\n")
        path_targets = os.path.join(folder, "targets.csv")
        fields, rows = read_table(path_targets)
        for row in bought:
            for year, tpa in ((row["year"] - 1, 0), (row["year"], row["bought_t"]),
                              (row["year"] + 1, 0)):
                if not any(r["market"] == "stores" and
                           r["material"] == material[row["stockpile"]] and
                           r["year"] == str(year) and tpa == 0 for r in rows):
                    rows = [r for r in rows if not (
                        r["market"] == "stores" and r["year"] == str(year) and
                        r["material"] == material[row["stockpile"]])]
                    rows.append({"material": material[row["stockpile"]],
                                 "market": "stores", "year": str(year),
                                 "target_tpa": str(tpa), "weight": "100000"})
        write_table(path_targets, fields, rows)
    with open(path, "w") as file:
        file.write("".join(kept))


def hold_purchases(folder, purchases):
    """Optional supply is there as far as the portfolio bought it."""
    path = os.path.join(folder, "supply.csv")
    fields, rows = read_table(path)
    if "optional" not in fields:
        return
    years = [int(year) for year in re.search(
        r"(?m)^horizon = (\d+)-(\d+)", open(os.path.join(
            folder, "round.ini")).read()).groups()]
    kept = [row for row in rows if row["optional"] != "yes"]
    bought = {}
    for row in purchases:
        key = row["material"], row["country"], row.get("market") or ""
        bought.setdefault(key, {})
        bought[key][row["year"]] = (bought[key].get(row["year"], 0.0) +
                                    row["taken_tpa"])
    for (material, country, market), taken in sorted(bought.items()):
        for year in range(years[0], years[1] + 1):
            kept.append({"material": material, "country": country,
                         "market": market, "year": str(year),
                         "asset": "bought", "optional": "no",
                         "tpa": repr(taken.get(year, 0.0))})
    fields += [name for name in ("asset",) if name not in fields]
    write_table(path, fields, kept)


def solve(program, source, folder, chosen, with_rules, held=None, extra=()):
    """The result of the round in `source` with these projects, or None."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder)
    fix_projects(folder, chosen)
    held = held or {}
    edit_ini(folder, with_rules, held.get("stocks", ()))
    hold_purchases(folder, held.get("purchases", ()))
    answer = os.path.join(folder, "answer.json")
    run = subprocess.run(
        [program, "solve", os.path.join(folder, "round.ini"), "--json", answer,
         "--no-options", "-q", *extra], capture_output=True, text=True)
    if run.returncode > 1:
        return None, f"exit {run.returncode}: {run.stderr.strip()[:300]}"
    with open(answer) as file:
        return json.load(file), ""
