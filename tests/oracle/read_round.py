#!/usr/bin/env python3
"""Read a round a second time: read_round.py ROUND.ini OUT.dat STAGES.json

A round's INI file and tables become data of round.mod, without any of
orefolio's code. Only valid rounds are expected; nothing is checked.
"""
import configparser
import csv
import json
import os
import sys

from mathprog import data, stages

OPTION_NUMBERS = {
    "capex": "capex", "first_year": "first", "last_year": "last",
    "build_years": "build", "life_years": "life",
    "success_probability": "probability", "sponsor_share_min": "sponsor_min",
    "sponsor_equity_max": "sponsor_max", "bank_debt_max": "bank",
    "debt_capacity": "capacity", "debt_share_max": "debt_share",
    "public_share_max": "public", "instruments_max": "count",
    "value": "value"}


def real(text):
    """A number, whole where it is; None for an empty cell."""
    if text is None or not text.strip():
        return None
    value = float(text)
    return int(value) if value == int(value) else value


def span(text):
    """The years of "2026" or "2026-2029"."""
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def ends(text):
    """(first, last) of "2026-2029"; None without any."""
    years = span(text) if text else None
    return (years[0], years[-1]) if years else None


def yearly(text, whole):
    """{year: amount} of "120" or "2026:120 2027:90"."""
    if ":" not in text:
        return dict.fromkeys(whole, real(text))
    return {y: real(v) for pair in text.split()
            for years, v in [pair.split(":")] for y in span(years)}


def filter_of(text):
    return {w.partition(":")[0]: w.partition(":")[2].split(",")
            for w in (text or "").split() if w != "*"}


def steps(text):
    """(share, weight) of "0.3:1 0.4:2"; None without any."""
    return [tuple(float(v) for v in step.split(":"))
            for step in text.replace(";", " ").split()] if text else None


def subsidy(kind, terms):
    """Net present value of lending (or guaranteeing) 1, at the Treasury
    rate: what flows out less what is expected to flow in."""
    get = lambda key, default: float(terms.get(key, default))
    r = get("interest_rate", 0)
    i = get("treasury_rate", r)
    n, grace = int(get("tenor_years", 10)), int(get("grace_years", 0))
    form = terms.get("repayment", "straight")
    hazard = 1 - (1 - get("default_rate", 0)) ** (1 / n)
    recovery, lag = get("recovery_rate", 0), int(get("recovery_lag_years", 0))
    fee, yearly_fee = get("upfront_fee_rate", 0), get("annual_fee_rate", 0)
    cover = get("coverage", 1) if kind == "guarantee" else 1
    owed, alive, out = 1.0, 1.0, -cover * fee
    out += 1 if kind == "loan" else 0
    for t in range(1, n + 1):
        left = n - t + 1
        pay = owed if left == 1 else 0
        if t > grace and form == "straight":
            pay = owed / left
        if t > grace and form == "annuity":
            pay = owed * r / ((1 + r) ** left - 1) if r else owed / left
        v = (1 + i) ** -t
        failing, alive = alive * hazard, alive * (1 - hazard)
        back = recovery * owed * failing * (1 + i) ** -(t + lag)
        if kind == "loan":
            out -= (pay + r * owed) * alive * v + back
        else:
            out += cover * (owed * failing * v - back)
        out -= cover * yearly_fee * owed * alive * v
        owed -= pay
    return out


class Round:
    """The record that mathprog.py describes."""

    def __init__(self, path):
        self.folder = os.path.dirname(path)
        self.file = configparser.ConfigParser(
            interpolation=None, comment_prefixes=(";", "#"),
            inline_comment_prefixes=(";",), delimiters=("=",))
        self.file.optionxform = str
        with open(path, encoding="utf-8-sig") as f:
            self.file.read_file(f)
        self.read_round()
        self.read_money()
        self.read_projects()
        self.read_groups()
        self.read_options()
        self.read_offers()
        self.read_markets()
        self.read_rules()
        self.without_levers()

    def without_levers(self):
        """What rounds that exist as files only do not use."""
        self.stocks, self.disruptions, self.sales = {}, {}, {}
        self.market_terms = {m: {} for m in self.markets}
        self.material_price, self.mix, self.level = {}, {}, 0.9
        self.baseline = self.keep = self.respond = None
        for name, x in self.named_sections("market").items():
            for key in ("funder", "delivery_basis", "delivery_each"):
                self.market_terms[name][key] = x.get(key)
            for key in ("delivery_band", "delivery_step"):
                self.market_terms[name][key] = real(x.get(key))
        self.jobs_least = False
        for i in self.instruments.values():
            i.update(promise=None, only_options=None)
        for p in self.projects.values():
            p["conditions"] = []
        for options in self.options.values():
            for option in options.values():
                option.update(needs=[], markets=None, cash=None)

    def section(self, name):
        return self.file[name] if self.file.has_section(name) else {}

    def named_sections(self, kind):
        return {s.partition(" ")[2].strip(): self.file[s]
                for s in self.file.sections() if s.startswith(kind + " ")}

    def table(self, name):
        path = self.section("tables").get(name)
        if not path:
            return []
        with open(os.path.join(self.folder, path), newline="",
                  encoding="utf-8-sig") as f:
            return list(csv.DictReader(f))

    def read_round(self):
        head, order = self.section("round"), self.section("goals")["order"]
        self.commit = list(span(head["commit"]))
        self.years = list(span(head["horizon"]))
        self.budget_years = list(range(
            self.commit[0], max(self.commit[-1], self.years[-1]) + 1))
        self.decide_by = head.get("decide_by")
        self.discount = real(head.get("discount_rate", "0"))
        self.derate = self.section("derating").get("outputs") == "expected"
        screening = self.section("screening")
        self.earns = head.get("negative_subsidy") == "credit"
        self.pending = screening.get("pending", "wait")
        self.concern_max = real(screening.get("concern_share_max", "1"))
        self.stacking = {k: real(v)
                         for k, v in self.section("stacking").items()}
        self.goals = order.split()
        goals = self.named_sections("goal")
        about = lambda g, key: real(goals.get(g, {}).get(key, ""))
        self.tolerance = {g: about(g, "tolerance") or 0 for g in self.goals}
        self.goal_limit = {g: about(g, "limit") for g in goals
                           if about(g, "limit") is not None}
        self.goal_discount = {g: about(g, "discount_rate")
                              for g in self.goals
                              if about(g, "discount_rate") is not None}
        self.over = {g: x["over"] for g, x in goals.items() if "over" in x}
        self.levels = about("leximin_gap", "levels")
        self.met_level = about("targets_met", "level") or 1
        self.to_output = goals.get("value", {}).get(
            "discount_by") == "output"
        self.steps = steps(self.section("goals").get("weight_steps"))

    def read_groups(self):
        self.groups = {}
        for name, x in self.named_sections("group").items():
            self.groups[name] = filter_of(x.get("of"))
            if "countries" in x:
                self.groups[name]["country"] = x["countries"].split()

    def read_money(self):
        self.funders = {
            n: {"min": real(f.get("budget_cost_share_min", "0")),
                "max": real(f.get("budget_cost_share_max", "1"))}
            for n, f in self.named_sections("funder").items()}
        self.budgets = {
            n: {"funder": b["funder"],
                "spending": b.get("basis") == "disbursement",
                "carry": b.get("carry_over") == "yes",
                "amount": yearly(b["amount"], self.commit)
                if "amount" in b else {}}
            for n, b in self.named_sections("budget").items()}
        for row in self.table("budgets"):
            for y in span(row["year"]):
                self.budgets[row["budget"]]["amount"][y] = real(row["amount"])
        self.instruments = {}
        for n, i in self.named_sections("instrument").items():
            rate = real(i.get("subsidy_rate", ""))
            if rate is None:
                rate = subsidy(i["kind"], i) if "interest_rate" in i else 1
            rate = rate if self.earns else max(rate, 0)
            self.instruments[n] = {
                "kind": i["kind"], "funder": i["funder"],
                "budget": i.get("budget"), "rate": rate,
                "low": real(i.get("ticket_min", "0")),
                "high": real(i.get("ticket_max", "")),
                "share": real(i.get("share_max", "")),
                "total": real(i.get("ceiling_total", "")),
                "ceiling": yearly(i["ceiling"], self.commit)
                if "ceiling" in i else {},
                "coverage": real(i.get("coverage", "1")),
                "stake": real(i.get("stake_max", "1")),
                "for": filter_of(i.get("for"))}
        for row in self.table("ceilings"):
            for y in span(row["year"]):
                self.instruments[row["instrument"]]["ceiling"][y] = real(
                    row["exposure"])

    def read_projects(self):
        self.projects, self.cells = {}, {}
        for row in self.table("projects"):
            cell = lambda key: (row.get(key) or "").strip()
            self.cells[row["id"]] = row
            self.projects[row["id"]] = {
                "stage": cell("stage"), "country": cell("country"),
                "mineral": cell("mineral"), "tags": cell("tags"),
                "status": cell("status") or "open",
                "review": cell("review") or "cleared",
                "review_on": cell("review_on") or None,
                "concern": real(cell("concern_share")) or 0}

    def shape(self, p, row, option):
        """One option: its own cells where filled, else its project's."""
        cell = lambda key: (row.get(key) or "").strip() or (
            self.cells[p].get(key) or "").strip()
        shape = {k: real(cell(c)) for c, k in OPTION_NUMBERS.items()}
        shape["ready"] = cell("ready_on") or None
        shape["ramp"] = [real(v) for v in cell("ramp").split()] or None
        shape["x"] = {c: real(cell(c)) for c in {**self.cells[p], **row}
                      if c.startswith("x_")}
        mine = lambda r: r["project"] == p and (
            (r.get("option") or "").strip() in ("", option))
        flows = [f for f in self.table("flows") if mine(f)]
        shape["makes"] = {f["material"]: real(f.get("output_tpa"))
                          for f in flows if real(f.get("output_tpa"))}
        shape["takes"] = {f["material"]: real(f.get("input_tpa"))
                          for f in flows if real(f.get("input_tpa"))}
        spend = {}
        for s in self.table("spending"):
            if mine(s):
                share = real(s.get("share"))
                spend[int(s["offset_years"])] = share if share is not None \
                    else real(s["amount"]) / shape["capex"]
        shape["spend"] = [spend.get(n, 0) for n in range(max(spend) + 1)] \
            if spend else [1]
        return shape

    def read_options(self):
        self.options = {}
        for row in self.table("options"):
            self.options.setdefault(row["project"], {})[row["option"]] = \
                self.shape(row["project"], row, row["option"])
        for p in self.projects:
            if p not in self.options:
                self.options[p] = {"base": self.shape(p, {}, "base")}

    def fits(self, p, words):
        x = self.projects[p]
        facts = {"country": [x["country"]], "stage": [x["stage"]],
                 "mineral": [x["mineral"]], "tag": x["tags"].split(),
                 "project": [p]}
        return all("*" in v or set(v) & set(facts[w])
                   for w, v in words.items())

    def read_offers(self):
        rows, self.offers = {}, {}
        for row in self.table("offers"):
            rows.setdefault(row["project"], {})[row["instrument"]] = row
        for p in self.projects:
            for k, i in self.instruments.items():
                if (p in rows and k not in rows[p]) or not self.fits(
                        p, i["for"]):
                    continue
                row = rows.get(p, {}).get(k, {})
                most = [v for v in (i["high"], real(row.get("max")))
                        if v is not None]
                rate = real(row.get("subsidy_rate"))
                self.offers[p, k] = {
                    "low": max(i["low"], real(row.get("min")) or 0),
                    "high": min(most) if most else None,
                    "rate": i["rate"] if rate is None else rate}

    def read_markets(self):
        materials = self.named_sections("material")
        markets = self.named_sections("market")
        self.materials = list(materials)
        self.mineral = {m: x.get("mineral", m) for m, x in materials.items()}
        self.markets = list(markets)
        self.material_weight = {m: real(x.get("weight", "1"))
                                for m, x in materials.items()}
        self.market_weight = {m: real(x.get("weight", "1"))
                              for m, x in markets.items()}
        self.targets, self.supplies, self.supply_terms = {}, {}, {}
        self.gap_cost = {m: real(x["gap_cost_per_t"])
                         for m, x in materials.items()
                         if "gap_cost_per_t" in x}
        for row in self.table("targets"):
            target = self.targets.setdefault(
                (row["material"], row["market"]),
                {"points": {}, "weights": {},
                 "steps": steps(row.get("weight_steps"))})
            weight = real(row.get("weight"))
            for y in span(row["year"]):
                target["points"][y] = real(row["target_tpa"])
                target["weights"][y] = 1 if weight is None else weight
        for row in self.table("supply"):
            key = (row["material"], row["country"], row.get("market") or None)
            self.supply_terms[key] = {
                "stage": row.get("stage") or "", "tags": row.get("tags") or "",
                "optional": row.get("optional") == "yes",
                "budget": row.get("budget") or None,
                "cost": real(row.get("cost_per_t")) or 0}
            for y in span(row["year"]):
                self.supplies.setdefault(key, {})[y] = real(row["tpa"])
        self.countries = sorted({x["country"] for x in self.projects.values()}
                                | {c for _, c, _ in self.supplies})
        self.links = [{
            "kind": x["kind"], "project": x["project"], "other": x["other"],
            "lag": real(x.get("lag_years")) or 0,
            "value": real(x.get("value")) or 0} for x in self.table("links")]

    def read_rules(self):
        self.rules = {}
        for name, rule in self.named_sections("rule").items():
            each = rule.get("each")
            per_of = rule.get("per_of")
            self.rules[name] = {
                "measure": rule["measure"], "of": filter_of(rule.get("of")),
                "each": each.split() if each else None,
                "years": ends(rule.get("years")), "per": rule.get("per"),
                "per_of": filter_of(per_of) if per_of else None,
                "per_years": ends(rule.get("per_years")),
                "penalty": real(rule.get("penalty", "")),
                "share_of_target": rule.get("share_of") == "target",
                "limits": {k: real(rule[k]) for k in (
                    "min", "max", "min_share", "max_share") if k in rule}}


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__.splitlines()[0])
    r = Round(sys.argv[1])
    with open(sys.argv[2], "w", encoding="utf-8") as f:
        f.write(data(r))
    with open(sys.argv[3], "w", encoding="utf-8") as f:
        json.dump(stages(r), f)


if __name__ == "__main__":
    main()
