#!/usr/bin/env python3
"""Best portfolio by trying all: brute.py PROGRAM SEED FOLDER

A class of rounds that needs no solver: one grant pays every project in full,
nothing is produced, the goal is value. Every choice of option and year for
every project is tried with exact fractions against screening, windows,
budgets, the ceiling, links and rules. Prints one line; exit 0 = orefolio found
the same, 1 = it did not.
"""
import csv
import itertools
import json
import os
import random
import subprocess
import sys
from fractions import Fraction

COUNTRIES = ["AU", "JP", "US"]
STAGES = ["mine", "survey"]


def draw(seed, most=(8, 6)):
    """`most` projects with one year of commitment, and with more."""
    rng = random.Random(seed)
    commit = list(range(2026, 2026 + rng.randint(1, 3)))
    n = rng.randint(2, most[0] if len(commit) == 1 else most[1])
    horizon = (2027, 2030)
    projects = {}
    for i in range(n):
        if i > 1 and rng.random() < 0.2:
            # The same again under another name.
            projects["p%d" % i] = projects["p%d" % (i - 1)]
            continue
        options = {}
        for name in ["small", "big"] if rng.random() < 0.2 else ["base"]:
            options[name] = {
                "capex": Fraction(rng.randint(10, 2000), 10),
                "value": Fraction(rng.randint(-20, 400), 10),
                "x_jobs": Fraction(rng.randint(0, 90)),
                "first": rng.choice([None, None, None, commit[-1]]),
                "ready": rng.choice([None] * 4 + ["2026-09-01"]),
                "spend": rng.choice([[Fraction(1)],
                                     [Fraction(3, 5), Fraction(2, 5)]])}
        projects["p%d" % i] = {
            "country": rng.choice(COUNTRIES), "stage": rng.choice(STAGES),
            "status": rng.choice(["open"] * 20 + ["must", "out"]),
            "review": rng.choice(["cleared"] * 8 + ["blocked"]),
            "options": options}
        if projects["p%d" % i]["status"] == "must":
            # What must go ahead and may not is refused when it is read.
            projects["p%d" % i]["review"] = "cleared"
    total = sum(max(o["capex"] for o in p["options"].values())
                for p in projects.values())
    spending = rng.random() < 0.4
    years = list(range(commit[0], horizon[1] + 1)) if spending else commit
    links = []
    for pair in rng.sample(list(itertools.permutations(projects, 2)),
                           min(rng.randint(0, 4), n - 1)):
        if any(set(pair) == set(x[1:3]) for x in links):
            continue
        kind = rng.choice(["requires", "excludes", "together", "bonus"])
        if kind == "requires":
            # Never in a circle, which is refused when it is read.
            pair = sorted(pair)
        links.append((kind, *pair, rng.randint(0, 1) if kind == "requires"
                      else 0, Fraction(rng.randint(-100, 200), 10)
                      if kind == "bonus" else Fraction(0)))
    rules = []
    for _ in range(rng.randint(0, 3)):
        measure = rng.choice(["count", "face", "budget_cost", "capex",
                              "value", "x_jobs"])
        rules.append({
            "measure": measure,
            "country": rng.choice([None] + COUNTRIES),
            "stage": rng.choice([None, None] + STAGES),
            "years": rng.choice([None, None, (commit[0], commit[0])]),
            "each": rng.random() < 0.3,
            "limit": rng.choice(["max", "max_share", "max_share", "min"]),
            "share": Fraction(rng.choice([4, 5, 6]), 10),
            "amount": Fraction({"count": 2, "x_jobs": 90}.get(measure, 120))})
        if rules[-1]["each"]:
            rules[-1]["country"] = None
    return {
        "seed": seed, "commit": commit, "horizon": horizon,
        "projects": projects, "spending": spending,
        "carry": rng.random() < 0.5,
        "amount": {y: (total * rng.randint(5, 60) / 100).limit_denominator(1)
                   for y in years},
        "ceiling": total * rng.randint(3, 8) // 10, "links": links,
        "rules": rules}


def starts(r, project):
    """All (option, year) that may go ahead, and None when it need not."""
    found = [] if project["status"] == "must" else [None]
    if project["status"] == "out" or project["review"] == "blocked":
        return found
    for name, option in project["options"].items():
        for year in r["commit"]:
            late = option["ready"] and year == r["commit"][0]
            if not late and (not option["first"] or year >= option["first"]):
                found.append((name, year))
    return found


def affordable(r, chosen):
    last = r["horizon"][1]
    charged = dict.fromkeys(range(r["commit"][0], last + 1), Fraction(0))
    for option, year in chosen.values():
        spend = option["spend"] if r["spending"] else [Fraction(1)]
        for n, share in enumerate(spend):
            charged[min(year + n, last)] += share * option["capex"]
    left = Fraction(0)
    for year in sorted(charged):
        left = r["amount"].get(year, Fraction(0)) - charged[year] \
            + (left if r["carry"] else 0)
        if left < 0:
            return False
    return sum(o["capex"] for o, y in chosen.values()) <= r["ceiling"]


def linked(r, chosen):
    for kind, p, q, lag, _ in r["links"]:
        if kind == "requires" and p in chosen and (
                q not in chosen or chosen[p][1] < chosen[q][1] + lag):
            return False
        if kind == "excludes" and p in chosen and q in chosen:
            return False
        if kind == "together" and (p in chosen) != (q in chosen):
            return False
    return True


def measured(r, rule, chosen, country, everything=False):
    total = Fraction(0)
    for p, (option, year) in chosen.items():
        facts = r["projects"][p]
        inside = everything or (
            rule["country"] in (None, facts["country"])
            and rule["stage"] in (None, facts["stage"])
            and country in (None, facts["country"]))
        if inside and (not rule["years"]
                       or rule["years"][0] <= year <= rule["years"][1]):
            total += {"count": Fraction(1), "face": option["capex"],
                      "budget_cost": option["capex"],
                      "capex": option["capex"], "value": option["value"],
                      "x_jobs": option["x_jobs"]}[rule["measure"]]
    return total


def ruled(r, chosen):
    for rule in r["rules"]:
        for country in COUNTRIES if rule["each"] else [None]:
            if rule["each"] and country not in {
                    p["country"] for p in r["projects"].values()}:
                continue
            got = measured(r, rule, chosen, country)
            whole = measured(r, rule, chosen, country, True)
            if rule["limit"] == "max" and got > rule["amount"]:
                return False
            if rule["limit"] == "min" and got < rule["amount"] / 4:
                return False
            if rule["limit"] == "max_share" and got > rule["share"] * whole:
                return False
    return True


def best(r):
    """The greatest value, or None when no portfolio is possible."""
    found = None
    names = list(r["projects"])
    for choice in itertools.product(*[starts(r, p)
                                      for p in r["projects"].values()]):
        chosen = {n: (r["projects"][n]["options"][c[0]], c[1])
                  for n, c in zip(names, choice) if c}
        value = sum((o["value"] for o, y in chosen.values()), Fraction(0)) \
            + sum(x[4] for x in r["links"] if x[0] == "bonus"
                  and x[1] in chosen and x[2] in chosen)
        if (found is None or value > found) and affordable(r, chosen) \
                and linked(r, chosen) and ruled(r, chosen):
            found = value
    return found


def text(value):
    if value is None:
        return ""
    return "%g" % value if isinstance(value, Fraction) else str(value)


def write_table(folder, name, rows):
    if rows:
        with open(os.path.join(folder, name + ".csv"), "w", newline="") as f:
            writer = csv.DictWriter(f, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return bool(rows)


def write(r, folder):
    os.makedirs(folder, exist_ok=True)
    projects, options, spending = [], [], []
    for p, x in r["projects"].items():
        for name, o in x["options"].items():
            cells = {"capex": text(o["capex"]), "value": text(o["value"]),
                     "x_jobs": text(o["x_jobs"]),
                     "first_year": text(o["first"]),
                     "ready_on": text(o["ready"]), "sponsor_equity_max": 0,
                     "bank_debt_max": 0}
            if name in ("base", "small"):
                projects.append({
                    "id": p, "name": p, "mineral": "re", "stage": x["stage"],
                    "country": x["country"], "status": x["status"],
                    "review": x["review"], **cells})
            if name != "base":
                # An empty cell would mean the project's own.
                cells["first_year"] = text(o["first"] or r["commit"][0])
                cells["ready_on"] = text(o["ready"] or "2025-01-01")
                options.append({"project": p, "option": name, **cells})
            for n, share in enumerate(o["spend"]):
                spending.append({
                    "project": p, "option": "" if name == "base" else name,
                    "offset_years": n, "share": text(share)})
    links = [{"kind": k, "project": p, "other": q,
              "lag_years": lag if k == "requires" else "",
              "value": text(v) if k == "bonus" else ""}
             for k, p, q, lag, v in r["links"]]
    tables = {"projects": projects, "options": options, "spending": spending,
              "links": links,
              **r.get("tables", {
                  "flows": [{"project": "p0", "material": "ore",
                             "output_tpa": 1}],
                  "targets": [{"material": "ore", "market": "jp",
                               "year": r["horizon"][0], "target_tpa": 1}]})}
    names = [n for n, rows in tables.items() if write_table(folder, n, rows)]
    lines = ["[round]", "name = Brute %d" % r["seed"], "currency = USD",
             "horizon = %d-%d" % r["horizon"], "decide_by = 2026-07-14",
             "commit = %d-%d" % (r["commit"][0], r["commit"][-1]),
             "[tables]"] + ["%s = %s.csv" % (n, n) for n in names]
    lines += ["[funder us]", "[budget b]", "funder = us", "amount = "
              + " ".join("%d:%s" % (y, text(v))
                         for y, v in r["amount"].items()),
              "basis = " + ("disbursement" if r["spending"]
                            else "commitment"),
              "carry_over = " + ("yes" if r["carry"] else "no"),
              "[instrument g]", "kind = grant", "funder = us", "budget = b",
              "ceiling_total = " + text(Fraction(r["ceiling"])),
              "[market jp]"]
    for material in r.get("materials", ["ore"]):
        lines += ["[material %s]" % material, "mineral = re"]
    for i, rule in enumerate(r["rules"]):
        words = ["%s:%s" % (w, rule[w]) for w in ("country", "stage")
                 if rule[w]]
        lines += ["[rule r%d]" % i, "measure = " + rule["measure"]]
        lines += ["of = " + " ".join(words)] if words else []
        lines += ["each = country"] if rule["each"] else []
        lines += ["years = %d-%d" % rule["years"]] if rule["years"] else []
        lines += ["%s = %s" % (rule["limit"], text({
            "max": rule["amount"], "min": rule["amount"] / 4,
            "max_share": rule["share"]}[rule["limit"]]))]
    lines += r.get("lines", ["[goals]", "order = value"])
    with open(os.path.join(folder, "round.ini"), "w") as f:
        f.write("\n".join(lines) + "\n")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__.splitlines()[0])
    program, seed, folder = sys.argv[1:]
    r = draw(int(seed))
    write(r, folder)
    result = os.path.join(folder, "result.json")
    run = subprocess.run(
        [program, "solve", os.path.join(folder, "round.ini"), "--json",
         result, "--quiet", "--gap", "0"], stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, check=False)
    expected = best(r)
    got = None
    if run.returncode == 0:
        with open(result) as f:
            got = json.load(f)["goals"][0]["value"]
    same = run.returncode == 2 if expected is None else (
        got is not None and abs(Fraction(got) - expected) < Fraction(1, 10**6))
    print("seed %s: brute force %s, orefolio %s, exit %d %s" % (
        seed, None if expected is None else float(expected), got,
        run.returncode, "" if same else run.stdout.strip()))
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
