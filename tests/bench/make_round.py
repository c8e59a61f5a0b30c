#!/usr/bin/env python3
"""A seeded, realistic funding round of a given number of projects.

    tests/bench/make_round.py PROJECTS SEED FOLDER [--money SHARE] [--disruptions]

10 instruments of two funders on five accounts, 5 commitment years, 15 supply
years, 5 chains of 3 to 4 materials (18 in all) in three markets, links, rules,
options, scrap. Money is not scarce: more than half of the projects fit, and the
others would add little. --money SHARE leaves the accounts that share of their
amounts and the rest of the round as it is: with 0.1, between a fifth and a half
of the projects fit, and which is hard to say. Writes FOLDER/round.ini and its
tables; the same arguments give the same bytes."""
import argparse
import csv
import os
import random

CHAINS = {  # mineral: materials from ore to end product, M per (t/yr) of each
    "rare-earths": (("ree-concentrate", .02), ("ree-oxide", .12), ("ree-metal", .05), ("magnet", .07)),
    "lithium": (("spodumene", .015), ("lithium-hydroxide", .03), ("cathode", .02)),
    "nickel": (("nickel-intermediate", .03), ("nickel-sulphate", .015), ("precursor", .02)),
    "graphite": (("flake", .004), ("spherical", .008), ("anode", .018)),
    "cobalt": (("cobalt-hydroxide", .025), ("cobalt-sulphate", .02), ("cobalt-powder", .03)),
}
STAGES = ("mine", "processing", "refining", "magnet")
COUNTRIES = ("US", "JP", "AU", "CA", "BR", "KZ", "VN", "CL", "FR", "NA")
FIRST, COMMIT, LAST = 2026, 2030, 2040

ROUND = """[round]
name = Bench {n} seed {seed}
horizon = 2026-2040
commit = 2026-2030
decide_by = 2026-07-14
discount_rate = 0.03

[tables]
projects = projects.csv
options = options.csv
flows = flows.csv
targets = targets.csv
supply = supply.csv
links = links.csv

[screening]
concern_share_max = 0.25

[derating]
outputs = expected

[stacking]
grant_share_max = 0.5
debt_share_max = 0.7
instruments_max = 3

[funder US]
budget_cost_share_min = 0.35
budget_cost_share_max = 0.7

[funder JP]
budget_cost_share_min = 0.25

{money}
{materials}
[market US]
[market JP]
[market partners]
weight = 0.8

[rule concentration]
measure = supply
of = material:ree-oxide
each = country
years = 2033-2040
max_share = 0.6

[rule recyclers]
measure = count
of = stage:recycling
min = {recyclers}

[rule third-countries]
measure = face
of = tag:third
min_share = 0.15

[rule fast-track]
measure = count
of = option:fast
max = {fast}

{risk}[goals]
order = {goal}

[solver]
time_limit_s = 60
gap = 0.001
"""


def budgets(rng, asked_m):
    text, share = "", {"us-grants": .075, "us-credit": .04, "us-equity": .03, "jp-grants": .06, "jp-resources": .06}
    for name, part in share.items():
        amounts = " ".join(f"{y}:{asked_m * part / 5 * rng.uniform(.7, 1.3):.0f}"
                           for y in range(FIRST, COMMIT + 1))
        text += (f"[budget {name}]\nfunder = {name[:2].upper()}\namount = {amounts}\n"
                 f"carry_over = {'no' if name == 'us-equity' else 'yes'}\n\n")
    return text


def instruments(asked_m):
    rows = (  # id, kind, account, least, most, share, rate, for, ceiling as share of what is asked
        ("us-grant", "grant", "us-grants", 5, 150, .5, None, "country:US,CA,AU", None),
        ("us-processing", "grant", "us-grants", 10, 200, .5, None, "country:US stage:processing,refining,magnet,recycling", None),
        ("us-loan", "loan", "us-credit", 25, 700, .6, .12, "country:US", .10),
        ("us-strategic", "loan", "us-credit", 10, 400, .5, .11, "country:US,AU,CA", .10),
        ("us-guarantee", "guarantee", "us-credit", 10, 350, .5, .045, "*", .06),
        ("us-equity", "equity", "us-equity", 10, 120, .25, None, "tag:third", .03),
        ("jp-grant", "grant", "jp-grants", 5, 180, .5, None, "country:JP", None),
        ("jp-equity", "equity", "jp-resources", 8, 200, .4, .6, "stage:mine,processing", .05),
        ("jp-guarantee", "guarantee", "jp-resources", 10, 300, .6, .07, "stage:mine,processing,refining,recycling", .07),
        ("jp-loan", "loan", "jp-resources", 15, 400, .5, .06, "country:AU,CA,US,BR,CL,VN,KZ,FR,NA", .07),
    )
    text = ""
    for id_, kind, account, least, most, share, rate, for_, ceiling in rows:
        text += f"[instrument {id_}]\nkind = {kind}\nfunder = {id_[:2].upper()}\nbudget = {account}\n"
        text += f"ticket_min = {least}\nticket_max = {most}\nshare_max = {share}\n"
        text += "" if for_ == "*" else f"for = {for_}\n"
        text += "" if rate is None else f"subsidy_rate = {rate}\n"
        text += "" if ceiling is None else f"ceiling_total = {asked_m * ceiling:.0f}\n"
        text += {"guarantee": "coverage = 0.85\n", "equity": "stake_max = 0.4\n"}.get(kind, "") + "\n"
    return text


def project(rng, i):
    mineral = rng.choice(list(CHAINS))
    chain = CHAINS[mineral]
    step = rng.randrange(len(chain))
    recycles = step == 1 and rng.random() < .25
    stage = "recycling" if recycles else STAGES[step]
    country = rng.choices(COUNTRIES, (6, 5, 4, 3, 2, 2, 2, 2, 1, 1))[0]
    capex = round(rng.lognormvariate(5.5, .6))
    output = round(capex / chain[step][1] / 10 * rng.uniform(.7, 1.4)) * 10 * (.5 if recycles else 1)
    row = {
        "id": f"P{i:04d}", "name": f"{mineral} {stage} {i}", "mineral": mineral, "stage": stage,
        "country": country, "capex": capex, "build_years": rng.randint(1, 3 if step else 4),
        "ready_on": f"{rng.choice((2026, 2026, 2026, 2027, 2028))}-{rng.randint(1, 12):02d}-01",
        "ramp": "0.3 0.7 1" if step == 0 else "0.5 1", "life_years": 20,
        "success_probability": round(rng.uniform(.7, .95), 2), "sponsor_share_min": .2,
        "sponsor_equity_max": round(capex * rng.uniform(.28, .45)),
        "bank_debt_max": round(capex * rng.uniform(.05, .2)),
        "debt_capacity": round(capex * rng.uniform(.45, .65)),
        "public_share_max": .6, "concern_share": rng.choice((0,) * 15 + (.4,)),
        "tags": "" if country in ("US", "JP") else "third", "x_jobs": round(capex * rng.uniform(.3, .9)),
    }
    flows = [(row["id"], chain[step][0], output, 0)]
    if recycles:
        flows.append((row["id"], f"{mineral}-scrap", 0, round(output * 1.3)))
    elif step > 0:
        flows.append((row["id"], chain[step - 1][0], 0, round(output * rng.uniform(1.0, 1.3))))
    return row, flows


def options(rng, rows):
    out = []
    for row in rows:
        kind = rng.choices(("none", "fast", "large"), (8, 1, 1))[0]
        if kind == "none" or (kind == "fast" and row["build_years"] < 2):
            continue
        factor = 1.08 if kind == "fast" else 1.6
        out.append({"project": row["id"], "option": "base"})
        out.append({"project": row["id"], "option": kind, "capex": round(row["capex"] * factor),
                    "build_years": row["build_years"] - (kind == "fast"),
                    **{k: round(row[k] * factor) for k in ("sponsor_equity_max", "bank_debt_max", "debt_capacity")}})
    return out


def links(rng, rows):
    out, taken = [], set()
    for _ in range(max(2, len(rows) // 12)):
        a, b = rng.sample(rows, 2)
        kind = rng.choices(("requires", "excludes", "bonus"), (3, 4, 2))[0]
        if (a["id"], b["id"]) in taken or (b["id"], a["id"]) in taken:
            continue
        if kind == "requires" and rows.index(a) < rows.index(b):
            a, b = b, a
        taken.add((a["id"], b["id"]))
        out.append({"kind": kind, "project": a["id"], "other": b["id"],
                    "lag_years": 1 if kind == "requires" else "", "value": 5 if kind == "bonus" else ""})
    return out


def supplies_and_targets(rng, capacity):
    supply, targets = [], []
    for mineral, chain in CHAINS.items():
        for step, (material, _) in enumerate(chain):
            whole = capacity.get(material, 0)
            for country in rng.sample(COUNTRIES[:6], 2):
                grow = rng.uniform(1, 1.5)
                for year, factor in ((FIRST, 1), (LAST, grow)):
                    supply.append((material, country, "", year, round(whole * .05 * factor)))
            if step == 0:
                continue
            weight = 1 + step
            for market, part in (("US", .5), ("JP", .35), ("partners", .15)):
                end = whole * part * rng.uniform(.35, .6)
                for year, factor in ((FIRST, .25), (2035, 1), (LAST, 1.1)):
                    targets.append((material, market, year, round(end * factor), weight))
        for year, factor in ((FIRST, .02), (LAST, .12)):
            supply.append((f"{mineral}-scrap", "US", "", year, round(capacity.get(chain[1][0], 0) * factor)))
    return supply, targets


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(header)
        writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("projects", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("folder")
    parser.add_argument("--money", type=float, default=1, metavar="SHARE")
    parser.add_argument("--disruptions", action="store_true")
    args = parser.parse_args()
    rng = random.Random(f"{args.projects}/{args.seed}")
    rows, flows = [], []
    for i in range(args.projects):
        row, made = project(rng, i)
        rows.append(row)
        flows += made
    asked_m = sum(row["capex"] for row in rows)
    capacity = {}
    for _, material, output, _ in flows:
        capacity[material] = capacity.get(material, 0) + output
    os.makedirs(args.folder, exist_ok=True)
    materials = "".join(f"[material {m}]\nmineral = {mineral}\n\n" for mineral, chain in CHAINS.items()
                        for m in [c[0] for c in chain] + [f"{mineral}-scrap"])
    risk = ("[disruption ban]\nprobability = 0.1\nyears = 2032-2033\nloss = 0.7\nof = country:AU\n\n"
            if args.disruptions else "")
    recyclers = sum(row["stage"] == "recycling" and row["concern_share"] == 0 for row in rows)
    text = ROUND.format(n=args.projects, seed=args.seed, money=budgets(rng, asked_m * args.money) + instruments(asked_m),
                        materials=materials, recyclers=min(3, recyclers // 2), fast=max(2, args.projects // 20),
                        goal="expected_shortfall" if args.disruptions else "shortfall", risk=risk)
    with open(os.path.join(args.folder, "round.ini"), "w", encoding="utf-8") as out:
        out.write(text)
    write(args.folder, "projects.csv", list(rows[0]), [list(row.values()) for row in rows])
    shapes = ["project", "option", "capex", "build_years", "sponsor_equity_max", "bank_debt_max", "debt_capacity"]
    write(args.folder, "options.csv", shapes, [[row.get(k, "") for k in shapes] for row in options(rng, rows)])
    write(args.folder, "flows.csv", ["project", "material", "output_tpa", "input_tpa"], flows)
    supply, targets = supplies_and_targets(rng, capacity)
    write(args.folder, "supply.csv", ["material", "country", "market", "year", "tpa"], supply)
    write(args.folder, "targets.csv", ["material", "market", "year", "target_tpa", "weight"], targets)
    names = ["kind", "project", "other", "lag_years", "value"]
    write(args.folder, "links.csv", names, [[row[k] for k in names] for row in links(rng, rows)])


if __name__ == "__main__":
    main()
