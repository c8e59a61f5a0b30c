#!/usr/bin/env python3
"""The same round in other units: scale_round.py FROM TO FLOWS MONEY

Every flow is FLOWS times and every amount of money MONEY times what it was, so
that shares, counts and shortfalls stay as they are.
"""
import configparser
import csv
import os
import sys

FLOWS = {"output_tpa", "input_tpa", "target_tpa", "tpa", "volume_tpa",
         "buy_max_tpa", "release_max_tpa", "capacity_t", "initial_t"}
MONEY = {"capex", "sponsor_equity_max", "bank_debt_max", "debt_capacity",
         "cash_flow", "value", "min", "max", "amount", "exposure", "ceiling",
         "ceiling_total", "ticket_min", "ticket_max"}
PRICES = {"price_usd_per_t", "strike_usd_per_t", "stress_price_usd_per_t",
          "cost_per_t", "gap_cost_per_t"}
IN_FLOWS = {"supply", "delivered"}
IN_MONEY = {"face", "budget_cost", "capex", "value", "private_capital",
            "public_face", "exposure"}
GOALS_IN_MONEY = {"budget_cost", "face", "value", "private_capital",
                  "gap_cost", "net_benefit"}


def times(text, factor):
    """A number, or a list of numbers, of which some belong to a year."""
    words = []
    for word in text.split():
        year, colon, number = word.rpartition(":")
        words.append(year + colon + repr(float(number) * factor))
    return " ".join(words)


def factor_of(name, flows, money):
    return (flows if name in FLOWS else money if name in MONEY else
            money / flows if name in PRICES else 1)


def scale_table(path, out, flows, money):
    with open(path) as f:
        rows = list(csv.DictReader(f))
    with open(out, "w", newline="") as f:
        writer = csv.DictWriter(f, rows[0].keys())
        writer.writeheader()
        for row in rows:
            writer.writerow({
                name: times(cell, factor_of(name, flows, money))
                if cell and factor_of(name, flows, money) != 1 else cell
                for name, cell in row.items()})


def factor_of_key(section, values, key, flows, money):
    kind, _, name = section.partition(" ")
    if kind == "rule" and key in ("min", "max"):
        unit = lambda name: flows if name in IN_FLOWS else \
            money if name in IN_MONEY else 1
        return unit(values.get("measure")) / unit(values.get("per"))
    if kind == "goal":
        return money if key == "limit" and name in GOALS_IN_MONEY else 1
    return factor_of(key, flows, money)


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__.splitlines()[0])
    source, target = sys.argv[1:3]
    flows, money = float(sys.argv[3]), float(sys.argv[4])
    os.makedirs(target, exist_ok=True)
    ini = configparser.ConfigParser(interpolation=None)
    ini.read(os.path.join(source, "round.ini"))
    for section in ini.sections():
        values = ini[section]
        for key in values:
            factor = factor_of_key(section, values, key, flows, money)
            if factor != 1:
                values[key] = times(values[key], factor)
    with open(os.path.join(target, "round.ini"), "w") as f:
        ini.write(f)
    for name in os.listdir(source):
        if name.endswith(".csv"):
            scale_table(os.path.join(source, name),
                        os.path.join(target, name), flows, money)


if __name__ == "__main__":
    main()
