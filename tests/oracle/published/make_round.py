#!/usr/bin/env python3
"""Write a published capital-budgeting problem as a round.

make_round.py FILE NUMBER DIR

FILE is one of lorie-savage.csv, weing.txt and mknap1.txt, NUMBER counts its
problems from 1. DIR gets round.ini and its tables; the published optimum is
printed. README.md says how a problem reads as a round.
"""
import csv
import os
import re
import sys

FIRST_YEAR = 2026
# Lorie and Savage (1955) print their answer in the text, not in the table.
LORIE_SAVAGE = {"budgets": ["50", "20"], "optimum": "70"}

ROUND = """[round]
name = {name}
horizon = {first}-{last}
commit = {first}

[tables]
projects = projects.csv
spending = spending.csv
budgets = budgets.csv

[funder owner]

[budget outlays]
funder = owner
basis = disbursement
carry_over = no

[instrument outlay]
kind = grant
funder = owner
budget = outlays
share_max = 1

[stacking]
public_share_max = 1
grant_share_max = 1
sponsor_share_min = 0

[goals]
order = value
"""


def lorie_savage(path):
    """The one problem of the table: values, weights by year, capacities."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    weights = [[row[f"outlay_year_{year}"] for row in rows] for year in (1, 2)]
    return [([row["present_value"] for row in rows], weights,
             LORIE_SAVAGE["budgets"], LORIE_SAVAGE["optimum"])]


def take(numbers, count):
    return [next(numbers) for _ in range(count)]


def weingartner(path):
    """Layout mknap2: m n, values, capacities, m rows of weights, optimum."""
    with open(path, encoding="utf-8") as file:
        parts = re.split(r"problem WEING\d+\.DAT", file.read())[1:]
    problems = []
    for part in parts:
        numbers = iter(re.findall(r"(?<![+\w])[\d.]+", part))
        m, n = (int(number) for number in take(numbers, 2))
        values, capacities = take(numbers, n), take(numbers, m)
        weights = [take(numbers, n) for _ in range(m)]
        problems.append((values, weights, capacities, next(numbers)))
    return problems


def petersen(path):
    """Layout mknap1: n m optimum, values, m rows of weights, capacities."""
    with open(path, encoding="utf-8") as file:
        numbers = iter(file.read().split())
    problems = []
    for _ in range(int(next(numbers))):
        n, m, optimum = int(next(numbers)), int(next(numbers)), next(numbers)
        values = take(numbers, n)
        weights = [take(numbers, n) for _ in range(m)]
        problems.append((values, weights, take(numbers, m), optimum))
    return problems


READERS = {"lorie-savage.csv": lorie_savage, "weing.txt": weingartner,
           "mknap1.txt": petersen, "mknapcb1.txt": petersen}


def write_table(folder, name, header, rows):
    path = os.path.join(folder, name)
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)


def write_round(folder, name, problem):
    values, weights, capacities, _ = problem
    years = range(FIRST_YEAR, FIRST_YEAR + len(capacities))
    projects, spending = [], []
    for j, value in enumerate(values):
        project = f"P{j + 1:03}"
        outlays = [row[j] for row in weights]
        capex = sum(int(outlay) for outlay in outlays)
        projects.append([project, f"Project {j + 1}", "none", "none", "US",
                         capex, value, 0, 0])
        # A project that costs nothing has no outlays to spread.
        spending += [[project, offset, outlay]
                     for offset, outlay in enumerate(outlays) if capex > 0]
    os.makedirs(folder, exist_ok=True)
    write_table(folder, "projects.csv",
                ["id", "name", "mineral", "stage", "country", "capex", "value",
                 "sponsor_equity_max", "bank_debt_max"], projects)
    write_table(folder, "budgets.csv", ["budget", "year", "amount"],
                [["outlays", year, amount]
                 for year, amount in zip(years, capacities)])
    write_table(folder, "spending.csv",
                ["project", "offset_years", "amount"], spending)
    with open(os.path.join(folder, "round.ini"), "w",
              encoding="utf-8") as file:
        file.write(ROUND.format(name=name, first=years[0], last=years[-1]))


def main():
    path, number, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    base = os.path.basename(path)
    problem = READERS[base](path)[number - 1]
    write_round(folder, f"{base} {number}", problem)
    print(problem[3])


if __name__ == "__main__":
    main()
