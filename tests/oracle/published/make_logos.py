#!/usr/bin/env python3
"""Write a capital-budgeting case of LOGOS as a round.

make_logos.py CASE.xml DIR [--scenario N] [--force] [--appropriations]

The case lists investments, their options where it has any, net present
values, costs by year, the capital of each year, or of each year and scenario,
and what is mandatory. DIR gets round.ini and its tables. --scenario counts
the capital scenarios of the case from 1. --force writes the published
selection (CASE.gold.csv) as `must` and everything else as `out`. --appropriations writes every capital
scenario as an appropriation of the round, which has the capital of the first.

Printed are what the value of the round lacks to the net present value of the
case, the published one, and the probability of the scenario. README.md says
how a case reads as a round.
"""
import argparse
import csv
import os
import re
import xml.etree.ElementTree as ET
from decimal import Decimal

from make_round import FIRST_YEAR, ROUND, write_table

NOTHING = "DoNothing"
MILLION = 1000000


def words(node):
    return re.split(r"[\s,]+", node.text.strip()) if node is not None else []


def decimals(node):
    return [Decimal(word) for word in words(node)]


class Case:
    """What the file says, an option a row; no options: one for each."""

    def __init__(self, path, scenario):
        root = ET.parse(path).getroot()
        investments = words(root.find("Sets/investments"))
        self.years = len(words(root.find("Sets/time_periods")))
        resources = words(root.find("Sets/resources"))
        assert len(resources) <= 1, "one account is read"
        options = root.find("Sets/options")
        lists = [words_.split() for words_ in options.text.split(";")] \
            if options is not None else [[None]] * len(investments)
        assert len(lists) == len(investments)
        self.has_options = options is not None
        self.mandatory = set(words(root.find("Settings/mandatory")))
        values = iter(decimals(root.find("Parameters/net_present_values")))
        costs = iter(decimals(root.find("Parameters/costs")))
        # Money is in millions where the file has it in single dollars.
        capital = decimals(root.find("Parameters/available_capitals"))
        self.unit = MILLION if max(capital) > MILLION else 1
        self.options = {}       # investment: {option: (value, costs)}
        for investment, names in zip(investments, lists):
            self.options[investment] = {
                name: (next(values) / self.unit,
                       [next(costs) / self.unit for _ in range(self.years)])
                for name in names}
        self.probability = 1
        if scenario:
            uncertain = root.find("Uncertainties/available_capitals")
            self.probability = decimals(
                uncertain.find("probabilities"))[scenario - 1]
            start = (scenario - 1) * self.years
            capital = decimals(uncertain.find("scenarios"))[
                start:start + self.years]
        self.capital = [amount / self.unit for amount in capital]
        assert len(self.capital) == self.years
        assert next(values, None) is None and next(costs, None) is None

    def nothing(self, investment):
        """The value of not going ahead, None where that is not allowed."""
        if NOTHING in self.options[investment]:
            return self.options[investment][NOTHING][0]
        return None if investment in self.mandatory else Decimal(0)

    def constant(self):
        """The net present value when all that may be left out is."""
        return sum(self.nothing(i) or 0 for i in self.options)


def published(path, scenario):
    """The row of the printed results."""
    with open(path.removesuffix(".xml") + ".gold.csv", newline="",
              encoding="utf-8") as file:
        return list(csv.DictReader(file))[scenario - 1 if scenario else 0]


def plain(number):
    return format(number, "f")


def write_round(case, folder, name, chosen):
    """chosen: column of the printed results: "1.0" or "0.0"; or None."""
    projects, options, spending = [], [], []
    for j, (investment, choices) in enumerate(case.options.items()):
        project = f"P{j + 1:03}"
        plans = {option: what for option, what in choices.items()
                 if option != NOTHING}
        status = "must" if case.nothing(investment) is None else "open"
        for option, (value, costs) in plans.items():
            name_ = option or ""
            if case.nothing(investment) is not None:
                value -= case.nothing(investment)
            capex = plain(sum(costs))
            if case.has_options:
                options.append([project, name_, capex, plain(value), 0, 0])
            # An option that costs nothing has no outlays to spread.
            spending += [[project, name_, offset, plain(cost)]
                         for offset, cost in enumerate(costs)
                         if sum(costs) > 0]
            if chosen:
                column = f"{investment}__{option}" if option else investment
                # One plan an investment: the printed choice is its status.
                assert len(plans) == 1
                status = "must" if float(chosen[column]) > 0.5 else "out"
        projects.append([project, investment, "none", "none", "US", capex,
                         plain(value), 0, 0, status])
    years = range(FIRST_YEAR, FIRST_YEAR + case.years)
    os.makedirs(folder, exist_ok=True)
    write_table(folder, "projects.csv",
                ["id", "name", "mineral", "stage", "country", "capex", "value",
                 "sponsor_equity_max", "bank_debt_max", "status"], projects)
    write_table(folder, "budgets.csv", ["budget", "year", "amount"],
                [["outlays", year, plain(amount)]
                 for year, amount in zip(years, case.capital)])
    write_table(folder, "spending.csv",
                ["project", "option", "offset_years", "amount"], spending)
    text = ROUND.format(name=name, first=years[0], last=years[-1])
    if case.has_options:
        write_table(folder, "options.csv",
                    ["project", "option", "capex", "value",
                     "sponsor_equity_max", "bank_debt_max"], options)
        text = text.replace("spending =", "options = options.csv\nspending =")
    with open(os.path.join(folder, "round.ini"), "w",
              encoding="utf-8") as file:
        file.write(text)


def write_appropriations(path, folder, capital):
    """Scenarios, as shares of the capital of the round."""
    uncertain = ET.parse(path).getroot().find(
        "Uncertainties/available_capitals")
    amounts = decimals(uncertain.find("scenarios"))
    with open(os.path.join(folder, "round.ini"), "a",
              encoding="utf-8") as file:
        for i, probability in enumerate(
                decimals(uncertain.find("probabilities"))):
            shares = {amounts[i * len(capital) + year] / MILLION / amount
                      for year, amount in enumerate(capital)}
            assert len(shares) == 1, "one share for all years"
            file.write(f"\n[appropriation s{i + 1:02}]\n"
                       f"amounts = {plain(shares.pop())}\n"
                       f"probability = {plain(probability)}\n")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case")
    parser.add_argument("folder")
    parser.add_argument("--scenario", type=int, default=0)
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--appropriations", action="store_true")
    args = parser.parse_args()
    case = Case(args.case, args.scenario)
    row = published(args.case, args.scenario)
    name = os.path.basename(args.case).removesuffix(".xml")
    write_round(case, args.folder, f"{name} {args.scenario or ''}".strip(),
                row if args.force else None)
    if args.appropriations:
        write_appropriations(args.case, args.folder, case.capital)
    print(plain(case.constant()),
          plain(Decimal(row["MaxNPV"]) / case.unit), case.probability)


if __name__ == "__main__":
    main()
