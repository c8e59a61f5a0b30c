"""A round's record as the data of round.mod.

A record has the attributes that make_round.Round draws and read_round.Round
reads; None stands for "not given".
"""
from mathprog_levers import (put_baseline, put_disruptions, put_goals,
                             put_instruments, put_needs, put_sales,
                             put_stocks)
from mathprog_rules import put_rules


def number(value):
    """The text of a number, the same in every file."""
    text = repr(round(value, 12))
    return text[:-2] if text.endswith(".0") else text


def path(years, points):
    """Linear between the points, flat outside them."""
    known = sorted(points)
    values = {}
    for y in years:
        before = [k for k in known if k <= y]
        after = [k for k in known if k >= y]
        if not before:
            values[y] = points[known[0]]
        elif not after or before[-1] == y:
            values[y] = points[before[-1]]
        else:
            a, b = before[-1], after[0]
            values[y] = points[a] + (points[b] - points[a]) * (y - a) / (b - a)
    return values


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


def serviceable(option):
    """The debt that is given, or that the cash flow serves."""
    cash, given = option["cash"], option["capacity"]
    if not cash:
        return given
    rate = 0.06 if cash["rate"] is None else cash["rate"]
    value = sum(cash["flow"][min(t, len(cash["flow"])) - 1] / (1 + rate) ** t
                for t in range(1, (cash["tenor"] or 10) + 1))
    value /= cash["dscr"] or 1.3
    return value if given is None else min(given, value)


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
            ("debt_share", "debt_share", "debt_share_max"),
            ("public_share", "public", "public_share_max"),
            ("instruments_max", "count", "instruments_max"),
            ("worth", "value", None)):
        d.table(name, {o: x[key] if x[key] is not None
                       else stack.get(general) for o, x in every.items()})
    d.table("debt_capacity", {o: serviceable(x) for o, x in every.items()})
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
    d.table("funder_of", {b: x["funder"] for b, x in r.budgets.items()})
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
    d.table("given_rate", {o: x["rate"] for o, x in r.offers.items()})


def left_over(r, key, points):
    """Supply by year: none once it is sold to others."""
    values, sale = path(r.years, points), r.sales.get(key)
    lost = sale and (sale["review"] == "cleared" or (
        sale["review"] == "pending" and r.pending != "allow"))
    return {y: 0 if lost and y >= year_of(sale["on"]) else v
            for y, v in values.items()}


def work_out_flows(r):
    """What targets ask for, and what is left of supply, year by year."""
    r.asked = {(m, k, y): v for (m, k), x in r.targets.items()
               for y, v in path(r.years, x["points"]).items()}
    r.left = {lot: left_over(r, lot, points)
              for lot, points in r.supplies.items()}


def put_markets(r, d):
    d.set("MATERIAL", r.materials)
    d.set("MARKET", r.markets)
    d.table("target", r.asked)
    d.table("weight", {
        (m, k, y): v * r.material_weight[m] * r.market_weight[k]
        for (m, k), x in r.targets.items()
        for y, v in path(r.years, x["weights"]).items()})
    steps = {t: x["steps"] or r.steps or [] for t, x in r.targets.items()}
    d.table("pieces", {t: len(x) for t, x in steps.items()})
    for n, name in enumerate(("piece_share", "piece_weight")):
        d.table(name, {(*t, i + 1): step[n] for t, x in steps.items()
                       for i, step in enumerate(x)})
    d.table("gap_cost", {m: v / 1e6 for m, v in r.gap_cost.items()})
    d.table("asks_for", {(k, m): 1 for m, k in r.targets})
    lots = list(enumerate(r.supplies, 1))
    d.set("LOT", [i for i, _ in lots])
    d.table("lot_of", {i: lot[0] for i, lot in lots})
    d.table("lot_market", {i: lot[2] for i, lot in lots})
    d.table("lot_amount", {
        (i, y): v for i, lot in lots
        for y, v in left_over(r, lot, r.supplies[lot]).items()})
    terms = [(i, r.supply_terms[lot]) for i, lot in lots]
    d.table("lot_chosen", {i: 1 for i, x in terms if x["optional"]})
    d.table("lot_pays", {i: x["budget"] for i, x in terms})
    d.table("lot_cost", {i: x["cost"] / 1e6 for i, x in terms
                         if x["budget"]})


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


def data(r):
    d = Data()
    d.scalar("first_commit", r.commit[0])
    d.scalar("last_commit", r.commit[-1])
    d.scalar("first_year", r.years[0])
    d.scalar("last_year", r.years[-1])
    d.scalar("derate", int(r.derate))
    d.scalar("pending_rule", r.pending)
    d.scalar("concern_max", r.concern_max)
    d.scalar("round_rate", r.discount)
    d.scalar("earns", int(r.earns))
    work_out_flows(r)
    names = put_projects(r, d)
    put_money(r, d)
    put_markets(r, d)
    put_instruments(r, d)
    put_needs(r, d, names)
    put_sales(r, d, names)
    put_stocks(r, d)
    put_disruptions(r, d, names)
    put_baseline(r, d)
    put_goals(r, d, names)
    put_links(r, d)
    put_rules(r, d, names)
    return d.text()


MAXIMISED = ("value", "private_capital", "targets_met", "net_benefit")


def levels(r):
    """How many of the largest gaps are looked at in turn."""
    all_of = {"target": r.targets, "material": r.materials,
              "market": r.markets}[r.over.get("leximin_gap", "target")]
    return min(r.levels or len(all_of), len(all_of))


def stages(r):
    """The goals in order, and what the command line says."""
    args = ["--baseline", "baseline.json", "--keep", r.keep] \
        if r.baseline else []
    if r.respond:
        args += ["--respond", r.respond]
    goals = []
    for g in r.goals:
        names = [g] if g != "leximin_gap" else [g] + [
            "%s.%d" % (g, k) for k in range(2, levels(r) + 1)]
        goals += [{"goal": name, "tolerance": r.tolerance[g],
                   "sign": -1 if g in MAXIMISED or (
                       g == "x_jobs" and not r.jobs_least) else 1}
                  for name in names]
    return {"args": args, "goals": goals}
