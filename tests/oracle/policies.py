#!/usr/bin/python3
"""policies.py PROGRAM SEED DIR: a small round with events, solved by PROGRAM and by trying
every policy.

Projects are paid for by grants alone, so that a policy is what each leaf commits in which
year: accounts, links and non-anticipativity are looked at for all of them. Compared are the
best policy, the best without each survey and the value of each leaf by itself; and WS, RP and
EEV must come in that order."""
import itertools
import json
import pathlib
import random
import subprocess
import sys

program, seed, folder = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
folder.mkdir(exist_ok=True)
draw = random.Random(seed)
YEARS = [2026, 2027, 2028] if draw.random() < 0.5 else [2026, 2027]
PROJECTS = ["A", "B", "S"]


class Event:
    """What is not known yet: its outcomes, each a probability and its changes."""

    def __init__(self, name):
        self.name = name
        self.project = draw.choice(["S", "S", "A", None])
        self.lag = draw.choice([1, 1, 2])
        self.year = draw.choice([2026, 2027, 2028, 2029])
        n = draw.choice([1, 1, 2])
        cuts = sorted(draw.sample(range(1, 20), n))
        self.outcomes = [(f"{name}{i}", (b - a) / 20.0, changes())
                         for i, (a, b) in enumerate(zip([0] + cuts, cuts))]
        if draw.random() < 0.4 and n > 1:  # nothing is left to the tables
            last = self.outcomes.pop()
            self.outcomes.append((last[0], 1.0 - sum(o[1] for o in self.outcomes), last[2]))

    def ways(self):
        rest = 1.0 - sum(o[1] for o in self.outcomes)
        return self.outcomes + ([(None, rest, {})] if rest > 1e-9 else [])

    def known(self, chosen, year):
        if self.project is None:
            return year >= self.year
        at = chosen[PROJECTS.index(self.project)]
        return at is not None and year >= at + self.lag


def changes():
    some = {}
    for p in draw.sample(["A", "B"], draw.choice([1, 1, 2])):
        kind = draw.choice(["net", "net", "net", "capex", "out"])
        some[p, kind] = {"net": draw.randint(-60, 90), "capex": draw.choice([0.5, 1.5]),
                         "out": None}[kind]
    return some


base = {p: {"net": draw.randint(-20, 40), "capex": float(draw.randint(2, 8) * 10), "out": False}
        for p in PROJECTS}
base["S"]["net"] = -draw.randint(0, 12)
accounts = {year: draw.choice([30, 60, 90, 150]) for year in YEARS}
events = [Event(name) for name in ("x", "y")[:draw.choice([1, 1, 2])]]
requires = draw.random() < 0.3  # B requires A


def leaf_of(ways):
    leaf = {p: dict(base[p]) for p in PROJECTS}
    for _, _, change in ways:
        for (p, kind), value in change.items():
            if kind == "net":
                leaf[p]["net"] = value
            elif kind == "capex":
                leaf[p]["capex"] *= value
            else:
                leaf[p]["out"] = True
    return leaf


def write_round():
    lines = ["[round]", "name = Policies", "horizon = 2026-2030",
             f"commit = {YEARS[0]}-{YEARS[-1]}", "[tables]", "projects = projects.csv"]
    if requires:
        lines.append("links = links.csv")
        (folder / "links.csv").write_text("project,other,kind\nB,A,requires\n")
    lines += ["[funder US]", "[budget dpa]", "funder = US",
              "amount = " + " ".join(f"{y}:{a}" for y, a in accounts.items()),
              "[instrument grant]", "kind = grant", "funder = US", "budget = dpa",
              "[goals]", "order = x_net", "[goal x_net]", "sense = max"]
    for event in events:
        lines.append(f"[event {event.name}]")
        if event.project is None:
            lines.append(f"known_in = {event.year}")
        else:
            lines += [f"known_after = {event.project}", f"lag_years = {event.lag}"]
        for name, probability, change in event.outcomes:
            lines += [f"[outcome {name}]", f"event = {event.name}",
                      f"probability = {probability!r}"]
            for (p, kind), value in change.items():
                lines.append({"net": f"projects.{p}.x_net = {value}",
                              "capex": f"projects.{p}.capex = *{value}",
                              "out": f"projects.{p}.status = out"}[kind])
    (folder / "round.ini").write_text("\n".join(lines) + "\n")
    (folder / "projects.csv").write_text(
        "id,name,mineral,stage,country,capex,sponsor_equity_max,bank_debt_max,x_net\n" +
        "".join(f"{p},{p},oil,mine,US,{base[p]['capex']:g},0,0,{base[p]['net']}\n"
                for p in PROJECTS))


def choices(leaf, barred=()):
    """What a leaf may commit by itself: a year or None for each project."""
    for chosen in itertools.product([None] + YEARS, repeat=len(PROJECTS)):
        spent = dict.fromkeys(YEARS, 0.0)
        good = True
        for p, year in zip(PROJECTS, chosen):
            if year is not None:
                spent[year] += leaf[p]["capex"]
                good &= not leaf[p]["out"] and p not in barred
        good &= all(spent[y] <= accounts[y] + 1e-9 for y in YEARS)
        a, b = chosen[0], chosen[1]
        if requires and b is not None:
            good &= a is not None and a <= b
        if good:
            yield chosen


def value(leaf, chosen):
    return sum(leaf[p]["net"] for p, year in zip(PROJECTS, chosen) if year is not None)


def agree(one, other, a, b):
    """Whether leaves may decide so: alike until one of them can tell them apart."""
    (ways, leaf), (ways_b, leaf_b) = one, other
    for year in YEARS:
        if any(w[0] != v[0] and event.known(a, year)
               for event, w, v in zip(events, ways, ways_b)):
            return True
        for i, p in enumerate(PROJECTS):
            if (a[i] == year) != (b[i] == year):
                return False
            if a[i] == year and leaf[p]["capex"] != leaf_b[p]["capex"]:
                return False  # the same grants would have to pay for both
    return True


def best_policy(barred=()):
    leaves = [(ways, leaf_of(ways)) for ways in
              itertools.product(*(event.ways() for event in events))]
    chances = []
    for ways, _ in leaves:
        chance = 1.0
        for way in ways:
            chance *= way[1]
        chances.append(chance)
    options = [sorted(((value(leaf, c), c) for c in choices(leaf, barred)),
                      key=lambda option: -option[0]) for _, leaf in leaves]
    bounds = [sum(chances[k] * options[k][0][0] for k in range(j, len(leaves)))
              for j in range(len(leaves) + 1)]
    best = [-1e9]

    def go(k, sum_so_far, taken):
        if k == len(leaves):
            best[0] = max(best[0], sum_so_far)
            return
        for worth, chosen in options[k]:
            reach = sum_so_far + chances[k] * worth + bounds[k + 1]
            if reach <= best[0] + 1e-12:
                break
            if all(agree(leaves[j], leaves[k], taken[j], chosen) for j in range(k)):
                go(k + 1, sum_so_far + chances[k] * worth, taken + [chosen])

    go(0, 0.0, [])
    return best[0], bounds[0]


def run(*words):
    done = subprocess.run([program, *words], capture_output=True, text=True, cwd=folder,
                          check=False)
    if done.returncode != 0:
        sys.exit(f"seed {seed}: {' '.join(words)}: exit {done.returncode}\n{done.stdout}"
                 f"{done.stderr}")


def expect(what, found, wanted):
    if found is None or abs(found - wanted) > 1e-5 * max(1.0, abs(wanted)):
        sys.exit(f"seed {seed}: {what} is {found}, every policy tried gives {wanted}")


write_round()
run("solve", "round.ini", "--json", "r.json", "--gap", "0", "-q")
run("verify", "round.ini", "r.json", "-q")
tree = json.loads((folder / "r.json").read_text())
values = tree["values"]
best, foresight = best_policy()
expect("the best policy", tree["goals"][0]["value"], best)
expect("its bound", tree["goals"][0]["bound"], best)
expect("foresight", values["foresight"]["value"], foresight)
for survey in values["surveys"]:
    expect(f"the best without {survey['project']}", survey["without"]["value"],
           best_policy([survey["project"]])[0])
plan = values["plan_of_tables"]
if not plan["infeasible"] and not plan["value"] <= best + 1e-5:
    sys.exit(f"seed {seed}: the plan of the tables is worth {plan['value']}, more than {best}")
if not best <= foresight + 1e-5:
    sys.exit(f"seed {seed}: {best} is better than foresight, {foresight}")
