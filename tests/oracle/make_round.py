#!/usr/bin/env python3
"""Make a small random funding round: make_round.py SEED DIR

Writes DIR/round.ini with its tables, as orefolio reads them, DIR/round.dat,
the same round as data of round.mod, and DIR/stages.json, the goals in order.
Both come from one record in memory; what orefolio has to work out itself
(interpolated years, filters, offers) is worked out here for the data file.
"""
import csv
import json
import os
import random
import sys

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
MARKETS = ["JP", "US"]
MEASURES = ["count", "face", "budget_cost", "capex", "value", "supply",
            "x_jobs"]
ORDERS = [
    ["shortfall", "budget_cost"], ["shortfall", "budget_cost"],
    ["shortfall", "budget_cost"], ["shortfall", "face"],
    ["value", "budget_cost"], ["shortfall", "value", "face"],
    ["value", "private_capital"], ["shortfall", "private_capital"],
    ["private_capital", "budget_cost"], ["budget_cost", "value"],
]


def number(value):
    """The text of a number, the same in every file."""
    text = repr(round(value, 12))
    return text[:-2] if text.endswith(".0") else text


class Round:
    """One random round: plain attributes, filled by `draw`."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.seed = seed
        self.draw_years()
        self.draw_money()
        self.draw_projects()
        self.draw_offers()
        self.draw_markets()
        self.draw_links()
        self.draw_rules()

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
                "amount": {y: self.amount(0, 300) for y in years
                           if self.chance(0.9)} or {self.commit[0]: 50}}
        self.instruments = {}
        for i in range(rng.randint(2, 6)):
            self.instruments["k%d" % (i + 1)] = self.instrument(i)

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
        return {
            "kind": kind, "funder": funder, "budget": budget, "rate": rate,
            "low": rng.choice([0, 0, 5, 20]),
            "high": rng.choice([None, 60, 150]),
            "share": rng.choice([None, 0.4, 0.5, 0.8]),
            "total": rng.choice([None, None, 100, 300]),
            "ceiling": {y: self.amount(20, 250) for y in self.commit}
            if self.chance(0.3) else None, "ceiling_table": self.chance(0.3),
            "coverage": rng.choice([0.8, 0.9]) if kind == "guarantee" else 1,
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
        return {
            "capex": capex,
            "first": rng.choice([None] * 4 + [self.commit[-1]]),
            "last": rng.choice([None] * 5 + [self.commit[0]]),
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
            "jobs": self.rng.randint(0, 300),
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
                    and (not i["stages"] or project["stage"] in i["stages"])]
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
        return {y: self.amount(low, high, digits) for y in chosen}

    def path(self, points):
        """Linear between the points, flat outside them."""
        known = sorted(points)
        values = {}
        for y in self.years:
            before = [k for k in known if k <= y]
            after = [k for k in known if k >= y]
            if not before:
                values[y] = points[known[0]]
            elif not after or before[-1] == y:
                values[y] = points[before[-1]]
            else:
                a, b = before[-1], after[0]
                values[y] = points[a] + (points[b] - points[a]) * (y - a) \
                    / (b - a)
        return values

    def draw_markets(self):
        rng = self.rng
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
            self.targets["oxide", "JP"] = {"points": self.points(50, 900, 0),
                                           "weight": None}
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
                    "each": "country" not in words and self.chance(0.4),
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


# --------------------------------------------------------- orefolio's format
def yearly(amounts):
    return " ".join("%d:%s" % (y, number(v)) for y, v in sorted(
        amounts.items()))


def put(lines, key, value):
    if value is not None:
        lines.append("%s = %s" % (key, value if isinstance(value, str)
                                  else number(value)))


def filter_text(words):
    return " ".join("%s:%s" % (w, ",".join(v)) for w, v in words.items())


def ini(r, tables):
    lines = ["[round]", "name = Random round %d" % r.seed, "currency = USD",
             "horizon = %d-%d" % (r.years[0], r.years[-1]),
             "commit = %d-%d" % (r.commit[0], r.commit[-1]),
             "discount_rate = " + number(r.discount)]
    put(lines, "decide_by", r.decide_by)
    lines += ["", "[tables]"] + ["%s = %s.csv" % (t, t) for t in tables]
    lines += ["", "[derating]",
              "outputs = " + ("expected" if r.derate else "full")]
    lines += ["", "[screening]", "pending = " + r.pending,
              "concern_share_max = " + number(r.concern_max)]
    if r.stacking:
        lines += ["", "[stacking]"]
        for key, value in r.stacking.items():
            put(lines, key, value)
    for name, f in r.funders.items():
        lines += ["", "[funder %s]" % name]
        if (f["min"], f["max"]) != (0, 1):
            put(lines, "budget_cost_share_min", f["min"])
            put(lines, "budget_cost_share_max", f["max"])
    for name, b in r.budgets.items():
        lines += ["", "[budget %s]" % name]
        put(lines, "funder", b["funder"])
        if not b["table"]:
            put(lines, "amount", yearly(b["amount"]))
        put(lines, "basis", "disbursement" if b["spending"] else "commitment")
        put(lines, "carry_over", "yes" if b["carry"] else "no")
    for name, i in r.instruments.items():
        lines += ["", "[instrument %s]" % name]
        put(lines, "kind", i["kind"])
        put(lines, "funder", i["funder"])
        put(lines, "budget", i["budget"])
        put(lines, "subsidy_rate", i["rate"])
        put(lines, "ticket_min", i["low"] or None)
        put(lines, "ticket_max", i["high"])
        put(lines, "share_max", i["share"])
        put(lines, "ceiling_total", i["total"])
        if i["ceiling"] and not i["ceiling_table"]:
            put(lines, "ceiling", yearly(i["ceiling"]))
        if i["kind"] == "guarantee":
            put(lines, "coverage", i["coverage"])
        if i["stake"] != 1:
            put(lines, "stake_max", i["stake"])
        words = {}
        if i["countries"]:
            words["country"] = i["countries"]
        if i["stages"]:
            words["stage"] = i["stages"]
        put(lines, "for", filter_text(words) or None)
    for m in MATERIALS:
        lines += ["", "[material %s]" % m, "mineral = " + MINERAL[m]]
        if r.material_weight[m] != 1:
            put(lines, "weight", r.material_weight[m])
    for m in MARKETS:
        lines += ["", "[market %s]" % m.lower()]
        if r.market_weight[m] != 1:
            put(lines, "weight", r.market_weight[m])
    for name, rule in r.rules.items():
        lines += ["", "[rule %s]" % name]
        put(lines, "measure", rule["measure"])
        put(lines, "of", filter_text(rule["of"]) or None)
        if rule["each"]:
            put(lines, "each", "country")
        if rule["years"]:
            put(lines, "years", "%d-%d" % rule["years"])
        for key, value in rule["limits"].items():
            put(lines, key, value)
    lines += ["", "[goals]", "order = " + " ".join(r.goals)]
    for goal in r.goals:
        lines += ["", "[goal %s]" % goal]
        put(lines, "tolerance", r.tolerance[goal])
        put(lines, "discount_rate", r.goal_discount.get(goal))
    return "\n".join(lines) + "\n"


OPTION_COLUMNS = {
    "capex": "capex", "first_year": "first", "last_year": "last",
    "ready_on": "ready", "build_years": "build", "life_years": "life",
    "ramp": "ramp", "success_probability": "probability",
    "sponsor_share_min": "sponsor_min", "sponsor_equity_max": "sponsor_max",
    "bank_debt_max": "bank", "debt_capacity": "capacity",
    "debt_share_max": "debt_share", "public_share_max": "public",
    "instruments_max": "count", "value": "value", "x_jobs": "jobs"}


def cell(value):
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(number(v) for v in value)
    return value if isinstance(value, str) else number(value)


def option_cells(option):
    return {c: cell(option[k]) for c, k in OPTION_COLUMNS.items()}


def tables(r):
    rows = {"projects": [], "options": [], "flows": [], "targets": [],
            "supply": [], "links": [], "spending": [], "budgets": [],
            "ceilings": [], "offers": r.listed}
    for p, project in r.projects.items():
        options = r.options[p]
        first = next(iter(options))
        rows["projects"].append({
            "id": p, "name": "Project " + p, "mineral": project["mineral"],
            "stage": project["stage"], "country": project["country"],
            "status": project["status"], "review": project["review"],
            "review_on": project["review_on"] or "",
            "concern_share": number(project["concern"]),
            "tags": project["tags"], **option_cells(options[first])})
        for o, option in options.items():
            if project["by_option"]:
                rows["options"].append(
                    {"project": p, "option": o, **option_cells(option)})
            label = o if project["by_option"] else ""
            for m in MATERIALS:
                if m in option["makes"] or m in option["takes"]:
                    rows["flows"].append({
                        "project": p, "option": label, "material": m,
                        "output_tpa": cell(option["makes"].get(m)),
                        "input_tpa": cell(option["takes"].get(m))})
            if len(option["spend"]) > 1:
                for n, share in enumerate(option["spend"]):
                    rows["spending"].append({
                        "project": p, "option": label, "offset_years": n,
                        "share": number(share)})
    for (m, market), target in r.targets.items():
        for y, v in target["points"].items():
            rows["targets"].append({
                "material": m, "market": market.lower(), "year": y,
                "target_tpa": number(v), "weight": cell(target["weight"])})
    for (m, c, market), points in r.supplies.items():
        for y, v in points.items():
            rows["supply"].append({
                "material": m, "country": c, "market": (market or "").lower(),
                "year": y, "tpa": number(v)})
    for link in r.links:
        rows["links"].append({
            "kind": link["kind"], "project": link["project"],
            "other": link["other"], "lag_years": cell(link["lag"]),
            "value": cell(link["value"])})
    for name, b in r.budgets.items():
        for y, v in b["amount"].items() if b["table"] else ():
            rows["budgets"].append({"budget": name, "year": y,
                                    "amount": number(v)})
    for name, i in r.instruments.items():
        if i["ceiling"] and i["ceiling_table"]:
            for y, v in i["ceiling"].items():
                rows["ceilings"].append({"instrument": name, "year": y,
                                         "exposure": number(v)})
    for required, columns in (("targets", None), ("flows", [
            "project", "option", "material", "output_tpa", "input_tpa"])):
        if not rows[required] and columns:
            rows[required] = [dict.fromkeys(columns, None)]
    return rows


# ------------------------------------------------------------ MathProg's data
class Data:
    """Lines of a MathProg data section."""

    def __init__(self):
        self.lines = ["data;"]

    @staticmethod
    def word(value):
        return "'%s'" % value if isinstance(value, str) else number(value)

    def set(self, name, members):
        text = " ".join(
            "(%s)" % ",".join(self.word(v) for v in m)
            if isinstance(m, tuple) else self.word(m) for m in members)
        self.lines.append("set %s := %s;" % (name, text))

    def scalar(self, name, value):
        self.lines.append("param %s := %s;" % (name, self.word(value)))

    def table(self, name, values):
        """values: key or tuple of keys -> value; None is left out."""
        entries = []
        for key, value in values.items():
            if value is not None:
                keys = key if isinstance(key, tuple) else (key,)
                entries.append("[%s] %s" % (
                    ",".join(self.word(k) for k in keys), self.word(value)))
        if entries:
            self.lines.append("param %s := %s;" % (name, "\n ".join(entries)))

    def text(self):
        return "\n".join(self.lines + ["end;", ""])


def late(r, date):
    return 1 if date and r.decide_by and date > r.decide_by else None


def year_of(date):
    return int(date[:4]) if date else None


def put_projects(r, d):
    names = {(p, o): "%s.%s" % (p, o) for p in r.options for o in r.options[p]}
    every = {names[p, o]: x for p in r.options
             for o, x in r.options[p].items()}
    d.set("PROJECT", list(r.projects))
    d.set("OPTION", list(every))
    d.table("project_of", {n: po[0] for po, n in names.items()})
    for name, key in (("country", "country"), ("status", "status"),
                      ("review", "review"), ("concern", "concern")):
        d.table(name, {p: x[key] for p, x in r.projects.items()})
    d.table("review_year", {p: year_of(x["review_on"])
                            for p, x in r.projects.items()})
    d.table("review_late", {p: late(r, x["review_on"])
                            for p, x in r.projects.items()})
    stack = r.stacking
    for name, key, general in (
            ("capex", "capex", None), ("from_year", "first", None),
            ("to_year", "last", None), ("build", "build", None),
            ("life", "life", None), ("probability", "probability", None),
            ("sponsor_min", "sponsor_min", "sponsor_share_min"),
            ("sponsor_max", "sponsor_max", None), ("bank_max", "bank", None),
            ("debt_capacity", "capacity", None),
            ("debt_share", "debt_share", "debt_share_max"),
            ("public_share", "public", "public_share_max"),
            ("instruments_max", "count", "instruments_max"),
            ("worth", "value", None), ("attribute", "jobs", None)):
        d.table(name, {o: x[key] if x[key] is not None
                       else stack.get(general) for o, x in every.items()})
    d.table("grant_share", {o: stack.get("grant_share_max") for o in every})
    d.table("ready_year", {o: year_of(x["ready"]) for o, x in every.items()})
    d.table("ready_late", {o: late(r, x["ready"]) for o, x in every.items()})
    d.table("ramp_steps", {o: len(x["ramp"] or []) for o, x in every.items()})
    d.table("ramp", {(o, a): v for o, x in every.items()
                     for a, v in enumerate(x["ramp"] or [])})
    d.table("spend_steps", {o: len(x["spend"]) for o, x in every.items()})
    d.table("spend", {(o, a): v for o, x in every.items()
                      for a, v in enumerate(x["spend"])})
    d.table("makes", {(o, m): v for o, x in every.items()
                      for m, v in x["makes"].items()})
    d.table("takes", {(o, m): v for o, x in every.items()
                      for m, v in x["takes"].items()})
    return names


def put_money(r, d):
    d.set("FUNDER", list(r.funders))
    d.table("funder_min", {f: x["min"] for f, x in r.funders.items()})
    d.table("funder_max", {f: x["max"] for f, x in r.funders.items()})
    d.set("BUDGET", list(r.budgets))
    d.table("by_spending", {b: int(x["spending"])
                            for b, x in r.budgets.items()})
    d.table("carries", {b: int(x["carry"]) for b, x in r.budgets.items()})
    d.table("amount", {(b, y): v for b, x in r.budgets.items()
                       for y, v in x["amount"].items()})
    d.set("INSTRUMENT", list(r.instruments))
    for name, key in (("kind", "kind"), ("funder", "funder"),
                      ("ceiling_total", "total"), ("share_max", "share"),
                      ("coverage", "coverage"), ("stake", "stake")):
        d.table(name, {k: x[key] for k, x in r.instruments.items()})
    d.table("account", {k: x["budget"] or "none"
                        for k, x in r.instruments.items()})
    d.table("ceiling", {(k, y): v for k, x in r.instruments.items()
                        for y, v in (x["ceiling"] or {}).items()})
    d.set("OFFER", list(r.offers))
    d.table("ticket_min", {o: x["low"] for o, x in r.offers.items()})
    d.table("ticket_max", {o: x["high"] for o, x in r.offers.items()})
    d.table("rate", {o: x["rate"] for o, x in r.offers.items()})


def put_markets(r, d):
    d.set("MATERIAL", MATERIALS)
    d.set("COUNTRY", COUNTRIES + ["CN"])
    d.set("MARKET", MARKETS)
    d.table("target", {(m, k, y): v for (m, k), x in r.targets.items()
                       for y, v in r.path(x["points"]).items()})
    d.table("weight", {
        (m, k): (1 if x["weight"] is None else x["weight"])
        * r.material_weight[m] * r.market_weight[k]
        for (m, k), x in r.targets.items()})
    d.table("supply", {(m, c, y): v
                       for (m, c, k), points in r.supplies.items() if not k
                       for y, v in r.path(points).items()})
    d.table("own_supply", {(m, c, k, y): v
                           for (m, c, k), points in r.supplies.items() if k
                           for y, v in r.path(points).items()})


def put_links(r, d):
    d.set("REQUIRES", [(x["project"], x["other"], x["lag"])
                       for x in r.links if x["kind"] == "requires"])
    for name, kind in (("EXCLUDES", "excludes"), ("TOGETHER", "together")):
        d.set(name, [(x["project"], x["other"]) for x in r.links
                     if x["kind"] == kind])
    bonus = {(n, x["project"], x["other"]): x["value"]
             for n, x in enumerate(r.links) if x["kind"] == "bonus"}
    d.set("BONUS", list(bonus))
    d.table("gain", bonus)


def named(words, **facts):
    return all(facts[w] in v for w, v in words.items() if w in facts)


def put_rules(r, d, names):
    lines = {}
    for name, rule in r.rules.items():
        for c in COUNTRIES + ["CN"] if rule["each"] else [None]:
            lines[name if c is None else "%s %s" % (name, c)] = (rule, c)
    d.set("RULE", list(lines))
    d.table("measure", {n: "attribute" if x["measure"] == "x_jobs"
                        else x["measure"] for n, (x, c) in lines.items()})
    d.table("rule_from", {n: x["years"][0] if x["years"] else 0
                          for n, (x, c) in lines.items()})
    d.table("rule_to", {n: x["years"][1] if x["years"] else 9999
                        for n, (x, c) in lines.items()})
    chosen, paid, made, flowing = {}, {}, {}, {}
    for n, (x, c) in lines.items():
        words = x["of"]
        for (p, o), full in names.items():
            facts = r.projects[p]
            if named(words, country=facts["country"], stage=facts["stage"],
                     tag=facts["tags"]) and c in (None, facts["country"]):
                chosen[n, full] = 1
        for k, i in r.instruments.items():
            if named(words, instrument=k, funder=i["funder"]):
                paid[n, k] = 1
        for m in MATERIALS:
            if named(words, material=m):
                made[n, m] = 1
                for origin in COUNTRIES + ["CN"]:
                    if named(words, country=origin) and c in (None, origin):
                        flowing[n, m, origin] = 1
    d.table("names_option", chosen)
    d.table("names_instrument", paid)
    d.table("names_material", made)
    d.table("names_supply", flowing)
    for name, key in (("at_least", "min"), ("at_most", "max"),
                      ("share_least", "min_share"),
                      ("share_most", "max_share")):
        d.table(name, {n: x["limits"].get(key)
                       for n, (x, c) in lines.items()})


def data(r):
    d = Data()
    d.scalar("first_commit", r.commit[0])
    d.scalar("last_commit", r.commit[-1])
    d.scalar("first_year", r.years[0])
    d.scalar("last_year", r.years[-1])
    d.scalar("derate", int(r.derate))
    d.scalar("pending_rule", r.pending)
    d.scalar("concern_max", r.concern_max)
    names = put_projects(r, d)
    put_money(r, d)
    put_markets(r, d)
    put_links(r, d)
    put_rules(r, d, names)
    d.table("discount", {g: r.goal_discount.get(g, r.discount)
                         for g in ("shortfall",)})
    return d.text()


def write(r, folder):
    os.makedirs(folder, exist_ok=True)
    rows = {name: table for name, table in tables(r).items() if table}
    for name, table in rows.items():
        with open(os.path.join(folder, name + ".csv"), "w", newline="") as f:
            writer = csv.DictWriter(f, list(table[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(t for t in table
                             if any(v is not None for v in t.values()))
    with open(os.path.join(folder, "round.ini"), "w") as f:
        f.write(ini(r, rows))
    with open(os.path.join(folder, "round.dat"), "w") as f:
        f.write(data(r))
    with open(os.path.join(folder, "stages.json"), "w") as f:
        json.dump([{"goal": g, "tolerance": r.tolerance[g]}
                   for g in r.goals], f)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__.splitlines()[0])
    write(Round(int(sys.argv[1])), sys.argv[2])
