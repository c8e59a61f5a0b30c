#!/usr/bin/env python3
"""Fair portfolios by trying all: brute_fair.py PROGRAM SEED FOLDER

The rounds of brute.py, in which projects make materials that one market each
asks for, so that deliveries need no solver either. Goals are leximin_gap (all
levels), largest_gap, targets_met and breaches, then value; rules are also
ratios, coverage, soft. Prints one line; exit 0 = orefolio found the same, 1 =
it did not.
"""
import itertools
import json
import os
import random
import subprocess
import sys
from fractions import Fraction

import brute

MATERIALS = ["ga", "magnet", "ore", "oxide"]
ORDERS = [["leximin_gap"], ["leximin_gap", "value"], ["largest_gap", "value"],
          ["targets_met", "value"], ["breaches", "value"],
          ["leximin_gap", "breaches"], ["targets_met", "leximin_gap"],
          ["breaches", "leximin_gap"]]
FIGURES = ["count", "face", "budget_cost", "capex", "x_jobs"]


def draw(seed):
    r = brute.draw(seed, (10, 5))
    rng = random.Random("fair %d" % seed)
    r["materials"] = MATERIALS[:rng.randint(2, 4)]
    for p in r["projects"].values():
        for option in p["options"].values():
            option["makes"] = rng.choice(r["materials"] + [None])
            option["output"] = rng.randint(20, 400)
    r["years"] = list(range(r["horizon"][0], r["horizon"][1] + 1))
    r["targets"] = {m: {"tpa": {y: Fraction(rng.randint(50, 600))
                                for y in r["years"]},
                        "weight": rng.choice([1, 1, 2])}
                    for m in r["materials"]}
    r["supply"] = {m: Fraction(rng.randint(0, 200)) for m in r["materials"]
                   if rng.random() < 0.5}
    r["rate"] = Fraction(rng.choice([0, 5]), 100)
    r["order"] = rng.choice(ORDERS)
    r["level"] = Fraction(rng.choice([3, 5, 8, 10]), 10)
    r["asks"] = [ask(r, rng) for _ in range(rng.randint(0, 3))]
    if "breaches" in r["order"] and not any(a["penalty"] for a in r["asks"]):
        r["asks"].append({**ask(r, rng), "penalty": Fraction(2)})
    r["rules"] = r["rules"][:1]
    return r


def ask(r, rng):
    """A ratio, or a floor on coverage."""
    soft = rng.choice([None, Fraction(1), Fraction(5, 2)])
    if rng.random() < 0.3:
        return {"measure": "coverage", "material": rng.choice(
            r["materials"] + [None]), "floor": True, "penalty": soft,
            "limit": Fraction(rng.choice([2, 4, 7]), 10)}
    measure, per = rng.sample(FIGURES, 2)
    usual = {"count": Fraction(1), "x_jobs": Fraction(45)}
    size = usual.get(measure, Fraction(100)) / usual.get(per, Fraction(100))
    return {"measure": measure, "per": per, "floor": rng.random() < 0.5,
            "country": rng.choice([None] + brute.COUNTRIES),
            "each": rng.choice([None, None, "country", "stage", "project"]),
            "penalty": soft, "limit": Fraction(brute.text(
                size * Fraction(rng.choice([1, 2, 4, 6]), 4)))}


def tables(r):
    flows, targets, supply = [], [], []
    for p, x in r["projects"].items():
        for name, o in x["options"].items():
            if o["makes"]:
                flows.append({"project": p, "material": o["makes"],
                              "option": "" if name == "base" else name,
                              "output_tpa": o["output"]})
    for m, x in r["targets"].items():
        for y, v in x["tpa"].items():
            targets.append({"material": m, "market": "jp", "year": y,
                            "target_tpa": brute.text(v),
                            "weight": x["weight"]})
    for m, v in r["supply"].items():
        supply.append({"material": m, "country": "AU", "year": r["years"][0],
                       "tpa": brute.text(v)})
    none = {"project": "p0", "material": r["materials"][0], "option": "",
            "output_tpa": 0}
    return {"flows": flows or [none], "targets": targets, "supply": supply}


def lines(r):
    found = []
    for i, a in enumerate(r["asks"]):
        found += ["[rule a%d]" % i, "measure = " + a["measure"]]
        if a.get("material"):
            found += ["of = material:" + a["material"]]
        if a.get("country"):
            found += ["of = country:" + a["country"]]
        for key in ("per", "each"):
            if a.get(key):
                found += ["%s = %s" % (key, a[key])]
        found += ["%s = %s" % ("min" if a["floor"] else "max",
                               brute.text(a["limit"]))]
        if a["penalty"]:
            found += ["penalty = " + brute.text(a["penalty"])]
    found += ["[goals]", "order = " + " ".join(r["order"])]
    for goal in r["order"]:
        found += ["[goal %s]" % goal]
        if goal in ("leximin_gap", "largest_gap"):
            found += ["discount_rate = " + brute.text(r["rate"])]
        if goal == "targets_met":
            found += ["level = " + brute.text(r["level"])]
    return found


def delivered(r, chosen):
    got = {}
    for m, x in r["targets"].items():
        for y, asked in x["tpa"].items():
            made = r["supply"].get(m, 0) + sum(
                o["output"] for o, s in chosen.values()
                if o["makes"] == m and y >= s)
            got[m, y] = min(asked, Fraction(made))
    return got


def figure(r, chosen, measure, country, only):
    total = Fraction(0)
    for p, (o, _) in chosen.items():
        facts = r["projects"][p]
        if country in (None, facts["country"]) and only in (
                None, ("country", facts["country"]),
                ("stage", facts["stage"]), ("project", p)):
            total += {"count": Fraction(1), "face": o["capex"],
                      "budget_cost": o["capex"], "capex": o["capex"],
                      "x_jobs": o["x_jobs"]}[measure]
    return total


def largest(r, per, country, only):
    """The most that the base of a ratio can be. The whole of a project is the
    most that a grant pays."""
    return sum(max(figure(r, {p: (o, 0)}, per, country, only)
                   for o in x["options"].values())
               for p, x in r["projects"].items())


def breaches(r, chosen, got):
    """The breaches of soft rules by penalty; None = a hard one is broken."""
    total = Fraction(0)
    for a in r["asks"]:
        for have, base, size in sides(r, a, chosen, got):
            miss = a["limit"] * base - have
            miss = max(Fraction(0), miss if a["floor"] else -miss)
            if miss > 0 and not a["penalty"]:
                return None
            total += (a["penalty"] or 0) * miss / (a["limit"] * size or 1)
    return total


def sides(r, a, chosen, got):
    if a["measure"] == "coverage":
        for m, x in r["targets"].items():
            if a["material"] in (None, m):
                yield sum(got[m, y] for y in r["years"]) / sum(
                    x["tpa"].values()), 1, 1
        return
    of = a["country"]
    every = {"country": {x["country"] for x in r["projects"].values()}
             | ({"AU"} if r["supply"] else set()),
             "stage": {x["stage"] for x in r["projects"].values()},
             "project": set(r["projects"])}.get(a["each"], [None])
    for value in every:
        only = value and (a["each"], value)
        if a["each"] == "country" and of not in (None, value):
            continue
        yield (figure(r, chosen, a["measure"], of, only),
               figure(r, chosen, a["per"], of, only),
               largest(r, a["per"], of, only))


def gaps(r, got):
    found = []
    for m, x in r["targets"].items():
        counts = {y: (1 + r["rate"]) ** (r["years"][0] - y)
                  for y in r["years"]}
        found.append(sum((1 - got[m, y] / x["tpa"][y]) * c
                         for y, c in counts.items()) / sum(counts.values()))
    return sorted(found, reverse=True)


def scores(r, chosen):
    """What every goal in order comes to, smaller is better; None = a rule is
    broken."""
    got, found = delivered(r, chosen), []
    broken = breaches(r, chosen, got)
    if broken is None:
        return None
    for goal in r["order"]:
        if goal == "leximin_gap":
            found += itertools.accumulate(gaps(r, got))
        elif goal == "largest_gap":
            found.append(gaps(r, got)[0])
        elif goal == "targets_met":
            found.append(-sum(
                x["weight"] for m, x in r["targets"].items()
                if sum(got[m, y] for y in r["years"])
                >= r["level"] * sum(x["tpa"].values())))
        elif goal == "breaches":
            found.append(broken)
        else:
            found.append(-sum((o["value"] for o, _ in chosen.values()),
                              Fraction(0))
                         - sum(x[4] for x in r["links"] if x[0] == "bonus"
                               and x[1] in chosen and x[2] in chosen))
    return found


def best(r):
    found, names = None, list(r["projects"])
    for choice in itertools.product(*[brute.starts(r, p)
                                      for p in r["projects"].values()]):
        chosen = {n: (r["projects"][n]["options"][c[0]], c[1])
                  for n, c in zip(names, choice) if c}
        if not (brute.linked(r, chosen) and brute.affordable(r, chosen)
                and brute.ruled(r, chosen)):
            continue
        one = scores(r, chosen)
        if one is not None and (found is None or one < found):
            found = one
    return found


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__.splitlines()[0])
    program, seed, folder = sys.argv[1:]
    r = draw(int(seed))
    r["tables"], r["lines"] = tables(r), lines(r)
    brute.write(r, folder)
    result = os.path.join(folder, "result.json")
    run = subprocess.run(
        [program, "solve", os.path.join(folder, "round.ini"), "--json",
         result, "--quiet", "--gap", "0"], stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, check=False)
    expected, got = best(r), None
    if run.returncode == 0:
        with open(result) as f:
            got = [-g["value"] if g["name"] in ("value", "targets_met")
                   else g["value"] for g in json.load(f)["goals"]]
    # A ratio over nothing is refused.
    refused = run.returncode == 65 and "over nothing" in run.stdout
    same = refused or run.returncode == 2 if expected is None or refused \
        else got is not None and len(got) == len(expected) and all(
            abs(a - b) < 1e-4 for a, b in zip(got, expected))
    print("seed %s: %s brute force %s, orefolio %s, exit %d %s" % (
        seed, " ".join(r["order"]),
        expected and ["%.6f" % v for v in expected],
        got, run.returncode, "" if same else run.stdout.strip()))
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
