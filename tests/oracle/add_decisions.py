#!/usr/bin/env python3
"""Give a random round a permit office and open sales of assets.

add_decisions.py SEED FOLDER

Changes round.ini, projects.csv and supply.csv of the folder: an office with
little capacity, projects that need it, and proposed sales that the round
decides about, each with some of the answers.
"""
import csv
import os
import random
import re
import sys


def read(path):
    with open(path, newline="") as f:
        rows = csv.DictReader(f)
        return list(rows.fieldnames), list(rows)


def write(path, names, rows):
    with open(path, "w", newline="") as f:
        out = csv.DictWriter(f, names, lineterminator="\n", restval="")
        out.writeheader()
        out.writerows(rows)


def add_office(rng, folder, budgets, years):
    path = os.path.join(folder, "projects.csv")
    names, rows = read(path)
    for row in rows:
        if row["status"] not in ("must", "committed") and rng.random() < 0.7:
            row["permit_office"] = "office"
            row["permit_units"] = rng.choice([0, 1, 1, 2, 2.5])
    write(path, names + ["permit_office", "permit_units"], rows)
    capacity = " ".join("%d:%d" % (y, rng.randint(0, 3)) for y in years)
    with open(os.path.join(folder, "round.ini"), "a") as f:
        f.write("\n[office office]\ncapacity = %s\ncost_per_unit = %g\n"
                "budget = %s\n" % (capacity, rng.choice([0, 0.5, 2]),
                                   rng.choice(budgets)))


def open_sales(rng, folder, budgets, years):
    path = os.path.join(folder, "supply.csv")
    names, rows = read(path)
    _, targets = read(os.path.join(folder, "targets.csv"))
    markets = sorted({row["market"] for row in targets})
    terms = {}
    for row in rows:
        series = row["material"], row["country"], row["market"]
        if row["optional"] != "yes" and not row["sale_on"] and \
                rng.random() < 0.5:
            terms.setdefault(series, None)
    for series in terms:
        term = {"sale_on": "%d-04-01" % rng.choice(years), "decision": "open",
                "sale_budget": rng.choice(budgets),
                "block_cost": rng.randint(0, 30)}
        if rng.random() < 0.6:
            term.update(condition_cost=rng.randint(0, 10),
                        condition_share=rng.choice([0.3, 0.5, 0.8]))
        if markets and rng.random() < 0.6:
            term.update(counter_cost=rng.randint(0, 40),
                        counter_market=rng.choice(markets))
        terms[series] = term
    for row in rows:
        series = row["material"], row["country"], row["market"]
        if series in terms and not row["review"]:
            row.update(terms[series])
    write(path, names + ["decision", "condition_share", "condition_cost",
                         "block_cost", "counter_cost", "counter_market",
                         "sale_budget"], rows)


def main():
    seed, folder = int(sys.argv[1]), sys.argv[2]
    rng = random.Random(seed)
    with open(os.path.join(folder, "round.ini")) as f:
        text = f.read()
    budgets = re.findall(r"^\[budget (\S+)\]", text, re.M)
    span = re.search(r"^commit = (\d+)(?:-(\d+))?", text, re.M)
    first, last = int(span[1]), int(span[2] or span[1])
    years = list(range(first, last + 1))
    if budgets:
        add_office(rng, folder, budgets, years)
        if os.path.exists(os.path.join(folder, "supply.csv")):
            open_sales(rng, folder, budgets, years)


main()
