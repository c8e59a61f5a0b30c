#!/usr/bin/env python3
"""Make a small random funding round: make_round.py SEED DIR [MONEY]

Writes DIR/round.ini with its tables, as orefolio reads them, DIR/round.dat,
the same round as data of round.mod, and DIR/stages.json, the goals in order.
Both come from one record in memory; what orefolio has to work out itself
(interpolated years, filters, offers) is worked out here for the data file.
MONEY is the share that accounts keep of what they would have (1).
"""
import random
import sys

from draw_decisions import Decisions
from draw_levers import Levers
from read_round import subsidy
from write_round import write

MATERIALS = ["conc", "oxide", "magnet", "scrap", "ga"]
MINERAL = {"conc": "re", "oxide": "re", "magnet": "re", "scrap": "re",
           "ga": "gallium"}
SHAPES = {  # stage: (what it takes, what it makes)
    "mine": (None, "conc"),
    "refining": ("conc", "oxide"),
    "magnet": ("oxide", "magnet"),
    "recycling": ("scrap", "oxide"),
    "smelter": (None, "ga"),
    "survey": (None, None),
}
COUNTRIES = ["AU", "BR", "JP", "US"]
MARKETS = ["jp", "us"]
MEASURES = ["count", "face", "budget_cost", "capex", "value", "supply",
            "x_jobs"]
ORDERS = [
    ["shortfall", "budget_cost"], ["shortfall", "budget_cost"],
    ["shortfall", "budget_cost"], ["shortfall", "face"],
    ["value", "budget_cost"], ["shortfall", "value", "face"],
    ["value", "private_capital"], ["shortfall", "private_capital"],
    ["private_capital", "budget_cost"], ["budget_cost", "value"],
]


class Round(Levers, Decisions):
    """One random round: plain attributes, filled by `draw`."""

    def __init__(self, seed, money=1):
        self.rng = random.Random(seed)
        self.seed, self.money = seed, money
        self.draw_years()
        self.draw_money()
        self.draw_projects()
        self.draw_offers()
        self.draw_markets()
        self.draw_links()
        self.draw_rules()
        self.draw_levers()
        self.draw_decisions()

    def chance(self, probability):
        return self.rng.random() < probability

    def amount(self, low, high, digits=1):
        return round(self.rng.uniform(low, high), digits)

    # ------------------------------------------------------------- years
    def draw_years(self):
        rng = self.rng
        self.commit = list(range(2026, 2026 + rng.randint(1, 3)))
        first = 2026 + rng.randint(0, 2)
        self.years = list(range(first, first + rng.randint(4, 8)))
        self.decide_by = "2026-07-14" if self.chance(0.6) else None
        self.budget_years = list(
            range(self.commit[0], max(self.commit[-1], self.years[-1]) + 1))
        self.discount = rng.choice([0, 0.03, 0.05])
        self.derate = self.chance(0.4)
        self.pending = rng.choice(["wait", "allow", "exclude"])
        self.concern_max = rng.choice([1, 0.25])
        self.earns = self.chance(0.3)
        self.goals = list(rng.choice(ORDERS))
        self.tolerance = {g: rng.choice([0, 0, 0, 0.01, 0.05])
                          for g in self.goals}
        self.goal_discount = {}
        if "shortfall" in self.goals and self.chance(0.3):
            self.goal_discount["shortfall"] = 0.07

    # ------------------------------------------------------------- money
    def draw_money(self):
        rng = self.rng
        self.funders = {}
        for name in ["us", "jp"][:rng.randint(1, 2)]:
            self.funders[name] = {"min": 0, "max": 1}
        if len(self.funders) == 2 and self.chance(0.3):
            self.funders["us"] = {"min": 0.3, "max": 0.7}
        self.budgets = {}
        for i in range(rng.randint(1, 3)):
            spending = self.chance(0.35)
            carry = self.chance(0.5)
            years = self.budget_years if spending and not carry \
                else self.commit
            self.budgets["b%d" % (i + 1)] = {
                "funder": rng.choice(sorted(self.funders)),
                "spending": spending, "carry": carry,
                "table": self.chance(0.3),
                "amount": {y: round(self.money * amount, 2)
                           for y, amount in self.account(years).items()}}
        self.instruments = {}
        for i in range(rng.randint(2, 6)):
            self.instruments["k%d" % (i + 1)] = self.instrument(i)
        self.draw_promises()

    def account(self, years):
        return {y: self.amount(0, 300) for y in years
                if self.chance(0.9)} or {self.commit[0]: 50}

    def instrument(self, i):
        rng = self.rng
        kind = ["grant", "loan", "guarantee", "equity"][
            i if i < 2 else rng.randint(0, 3)]
        budget = rng.choice(sorted(self.budgets) + [None]) \
            if self.chance(0.3) else rng.choice(sorted(self.budgets))
        funder = self.budgets[budget]["funder"] if budget \
            else rng.choice(sorted(self.funders))
        rate = {"grant": 1, "equity": 1}.get(kind, self.amount(0.02, 0.3, 2))
        if kind == "equity" and self.chance(0.5):
            rate = 0.4
        cover = rng.choice([0.8, 0.9]) if kind == "guarantee" else 1
        terms = None
        if kind in ("loan", "guarantee") and self.chance(0.4):
            terms = {"interest_rate": rng.choice([0.03, 0.05]),
                     "treasury_rate": 0.04, "tenor_years": rng.randint(5, 20),
                     "grace_years": rng.randint(0, 4),
                     "repayment": rng.choice(["straight", "annuity",
                                              "bullet"]),
                     "default_rate": rng.choice([0.1, 0.3]),
                     "recovery_rate": 0.4, "recovery_lag_years": 2,
                     "upfront_fee_rate": rng.choice([0, 0.01]),
                     "annual_fee_rate": 0.005}
            rate = subsidy(kind, {**terms, "coverage": cover})
            rate = rate if self.earns else max(rate, 0)
        return {
            "kind": kind, "funder": funder, "budget": budget, "rate": rate,
            "low": rng.choice([0, 0, 5, 20]),
            "high": rng.choice([None, 60, 150]),
            "share": rng.choice([None, 0.4, 0.5, 0.8]),
            "total": rng.choice([None, None, 100, 300]),
            "ceiling": {y: self.amount(20, 250) for y in self.commit}
            if self.chance(0.3) else None, "ceiling_table": self.chance(0.3),
            "coverage": cover, "terms": terms,
            "stake": rng.choice([0.3, 0.5]) if kind == "equity"
            and self.chance(0.8) else 1,
            "countries": sorted(rng.sample(COUNTRIES, 3))
            if self.chance(0.3) else None,
            "stages": sorted(rng.sample(sorted(SHAPES), 4))
            if self.chance(0.3) else None}

    # ---------------------------------------------------------- projects
    def draw_projects(self):
        rng = self.rng
        self.projects, self.options = {}, {}
        # What must go ahead and may not is refused when it is read.
        for i in range(rng.randint(2, 10)):
            name = "p%d" % (i + 1)
            stage = rng.choice(sorted(SHAPES) + ["mine", "refining", "magnet"])
            self.projects[name] = {
                "stage": stage, "country": rng.choice(COUNTRIES),
                "mineral": "gallium" if stage == "smelter" else "re",
                "status": "must" if self.chance(0.03) else
                "out" if self.chance(0.04) else
                "committed" if self.chance(0.02) else "open",
                "review": rng.choice(["pending", "blocked", "conditions"])
                if self.chance(0.12) else "cleared",
                "review_on": rng.choice([None, "2026-05-01", "2026-09-30",
                                         "2027-02-01"]),
                "concern": rng.choice([0, 0, 0, 0.2, 0.4]),
                "tags": "fast" if self.chance(0.3) else "",
                "by_option": False}
            if self.projects[name]["status"] in ("must", "committed"):
                self.projects[name]["review"] = "cleared"
                self.projects[name]["concern"] = 0
            base = self.shape(stage)
            if self.chance(0.3):
                self.projects[name]["by_option"] = True
                self.options[name] = {"small": base, "big": self.larger(base)}
            else:
                self.options[name] = {"base": base}

    def shape(self, stage):
        rng = self.rng
        capex = self.amount(20, 400)
        some = lambda p, low, high: round(capex * rng.uniform(low, high), 1) \
            if self.chance(p) else None
        takes, makes = SHAPES[stage]
        out = self.amount(50, 900, 0)
        n_spend = rng.choice([1, 1, 2, 3])
        share = {1: [1], 2: [0.6, 0.4], 3: [0.2, 0.5, 0.3]}[n_spend]
        first, last = rng.choice(
            [(None, None)] * 5 + [(self.commit[-1], None),
                                  (None, self.commit[0]),
                                  (self.commit[0], self.commit[-1])])
        return {
            "capex": capex, "first": first, "last": last,
            "ready": rng.choice([None] * 6 + ["2026-07-14", "2026-08-01",
                                             "2027-03-01"]),
            "build": rng.choice([None, 0, 1, 2]),
            "life": rng.choice([None, None, 2, 4]),
            "ramp": rng.choice([None, [0.4, 0.75, 1], [0.5, 1], [0.8]]),
            "probability": rng.choice([None, 0.75, 0.9]),
            "sponsor_min": rng.choice([None, 0.1, 0.25]),
            "sponsor_max": some(0.8, 0.2, 0.6),
            "bank": some(0.8, 0.1, 0.5),
            "capacity": some(0.6, 0.3, 0.7),
            "debt_share": rng.choice([None, 0.5, 0.7]),
            "public": rng.choice([None, 0.5, 0.7, 0.9]),
            "count": rng.choice([None, 1, 2, 3]),
            "value": rng.choice([None, self.amount(-5, 60)]),
            "x": {"x_jobs": self.rng.randint(0, 300)},
            "spend": share,
            "takes": {takes: round(out * rng.choice([1.5, 2.5]), 1)}
            if takes else {},
            "makes": {makes: out} if makes else {}}

    def larger(self, base):
        big = dict(base)
        factor = self.rng.choice([1.4, 1.8])
        for key in ("capex", "sponsor_max", "bank", "capacity", "value"):
            if big[key] is not None:
                big[key] = round(big[key] * factor, 1)
        big["build"] = (base["build"] or 0) + self.rng.randint(0, 1)
        big["takes"] = {m: round(v * 2, 1) for m, v in base["takes"].items()}
        big["makes"] = {m: round(v * 2, 1) for m, v in base["makes"].items()}
        return big

    def draw_offers(self):
        self.stacking = {}
        if self.chance(0.5):
            self.stacking["grant_share_max"] = 0.4
        if self.chance(0.3):
            self.stacking["sponsor_share_min"] = 0.15
        if self.chance(0.3):
            self.stacking["debt_share_max"] = 0.65
        if self.chance(0.3):
            self.stacking["public_share_max"] = 0.75
        if self.chance(0.3):
            self.stacking["instruments_max"] = 2
        self.offers, self.listed = {}, []
        lists = self.chance(0.3)
        for p, project in self.projects.items():
            fits = [k for k, i in self.instruments.items()
                    if (not i["countries"]
                        or project["country"] in i["countries"])
                    and (not i["stages"] or project["stage"] in i["stages"])
                    and (not i["only_options"]
                         or set(self.options[p]) & set(i["only_options"]))]
            rows = lists and fits and self.chance(0.5)
            for k in fits:
                i = self.instruments[k]
                if rows and k != fits[0] and self.chance(0.4):
                    continue
                low, high, rate = i["low"], i["high"], i["rate"]
                if rows:
                    row = {"project": p, "instrument": k, "min": "",
                           "max": "", "subsidy_rate": ""}
                    if self.chance(0.3):
                        row["min"] = "10"
                        low = max(low, 10)
                    if self.chance(0.4):
                        row["max"] = "45"
                        high = 45 if high is None else min(high, 45)
                    if self.chance(0.3):
                        row["subsidy_rate"] = "0.5"
                        rate = 0.5
                    self.listed.append(row)
                self.offers[p, k] = {"low": low, "high": high, "rate": rate}

    # ----------------------------------------------------------- markets
    def points(self, low, high, digits):
        """Values at some years, as rows (year text, value)."""
        chosen = sorted(self.rng.sample(
            self.years, self.rng.randint(1, min(3, len(self.years)))))
        points = {y: self.amount(low, high, digits) for y in chosen}
        if self.chance(0.3):
            # A plateau, which is written as a range of years.
            for y in range(chosen[0], min(chosen[0] + 3, self.years[-1] + 1)):
                points[y] = points[chosen[0]]
        return points

    def draw_markets(self):
        rng = self.rng
        self.materials, self.mineral = MATERIALS, MINERAL
        self.countries, self.markets = COUNTRIES + ["CN"], MARKETS
        self.material_weight = {m: rng.choice([1, 1, 2]) for m in MATERIALS}
        self.market_weight = {r: rng.choice([1, 1, 1.5]) for r in MARKETS}
        self.targets, self.supplies = {}, {}
        for m in ["oxide", "magnet", "ga"]:
            for r in MARKETS:
                if self.chance(0.6):
                    self.targets[m, r] = {
                        "points": self.points(0, 900, 0),
                        "weight": rng.choice([None, 0.5, 3])}
        if not self.targets:
            self.targets["oxide", "jp"] = {"points": self.points(50, 900, 0),
                                           "weight": None}
        for target in self.targets.values():
            weight = 1 if target["weight"] is None else target["weight"]
            target["weights"] = dict.fromkeys(target["points"], weight)
        for m in MATERIALS:
            for c in COUNTRIES + ["CN"]:
                if self.chance(0.35):
                    own = rng.choice(MARKETS) if self.chance(0.3) else None
                    self.supplies[m, c, own] = self.points(0, 400, 0)

    # ----------------------------------------------------- links and rules
    def draw_links(self):
        rng = self.rng
        self.links, used = [], set()
        names = sorted(self.projects)
        for _ in range(rng.randint(0, 4)):
            p, q = rng.sample(names, 2)
            if frozenset((p, q)) in used:
                continue
            used.add(frozenset((p, q)))
            kind = rng.choice(["requires", "excludes", "together", "bonus",
                               "bonus"])
            self.links.append({
                "kind": kind, "project": p, "other": q,
                "lag": rng.choice([0, 0, 1]) if kind == "requires" else None,
                "value": self.amount(-10, 25) if kind == "bonus" else None})

    def draw_rules(self):
        rng = self.rng
        self.rules = {}
        for i in range(rng.choice([0, 0, 1, 2, 3])):
            measure = rng.choice(MEASURES)
            words = {}
            if measure == "supply":
                words["material"] = sorted(rng.sample(MATERIALS, rng.randint(
                    1, 2)))
            if measure in ("face", "budget_cost") and self.chance(0.5):
                words["instrument"] = sorted(rng.sample(
                    sorted(self.instruments), 2))
            if measure in ("face", "budget_cost") and self.chance(0.2):
                words["funder"] = [rng.choice(sorted(self.funders))]
            if self.chance(0.5):
                words["country"] = sorted(rng.sample(COUNTRIES,
                                                     rng.randint(1, 2)))
            if measure != "supply" and self.chance(0.3):
                words["stage"] = sorted(rng.sample(sorted(SHAPES), 3))
            if measure != "supply" and self.chance(0.2):
                words["tag"] = ["fast"]
            span = self.years if measure == "supply" else self.commit
            rule = {"measure": measure, "of": words, "years": None,
                    "each": ["country"] if "country" not in words
                    and self.chance(0.4) else [],
                    "limits": {}}
            if self.chance(0.4):
                a, b = sorted(rng.choices(span, k=2))
                rule["years"] = (a, b)
            typical = {"count": 2, "face": 150, "budget_cost": 80,
                       "capex": 400, "value": 50, "supply": 500,
                       "x_jobs": 300}[measure]
            roll = rng.random()
            if roll < 0.35:
                rule["limits"]["max"] = round(typical * rng.uniform(0.5, 2), 0)
            elif roll < 0.75:
                rule["limits"]["max_share"] = rng.choice([0.4, 0.6, 0.8])
            elif roll < 0.85 and not rule["each"]:
                rule["limits"]["min"] = round(typical * rng.uniform(0, 0.4), 0)
            elif not rule["each"]:
                rule["limits"]["min_share"] = rng.choice([0.1, 0.3])
            else:
                rule["limits"]["max"] = typical
            self.rules["r%d" % (i + 1)] = rule


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__.splitlines()[0])
    write(Round(int(sys.argv[1]), *map(float, sys.argv[3:])), sys.argv[2])
