"""A round's record as the data of round.mod.

A record has the attributes that make_round.Round draws and read_round.Round
reads; None stands for "not given".
"""
from mathprog_levers import (put_baseline, put_disruptions, put_goals,
                             put_instruments, put_needs, put_sales,
                             put_stocks)


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


def put_markets(r, d):
    d.set("MATERIAL", r.materials)
    d.set("COUNTRY", r.countries)
    d.set("MARKET", r.markets)
    d.table("target", {(m, k, y): v for (m, k), x in r.targets.items()
                       for y, v in path(r.years, x["points"]).items()})
    d.table("weight", {
        (m, k, y): v * r.material_weight[m] * r.market_weight[k]
        for (m, k), x in r.targets.items()
        for y, v in path(r.years, x["weights"]).items()})
    d.table("supply", {(m, c, y): v
                       for (m, c, k), points in r.supplies.items() if not k
                       for y, v in left_over(r, (m, c, k), points).items()})
    d.table("own_supply", {(m, c, k, y): v
                           for (m, c, k), points in r.supplies.items() if k
                           for y, v in left_over(r, (m, c, k),
                                                 points).items()})


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
    """Whether the filter's words about these facts hold."""
    return all(set(facts[w]) & set(v) or "*" in v
               for w, v in words.items() if w in facts)


def lines_of(r):
    """Every rule, for `each = country` once a country."""
    for name, rule in r.rules.items():
        for c in r.countries if rule["each"] else [None]:
            yield name if c is None else "%s %s" % (name, c), rule, c


def most_of(r, rule):
    """More than a rule can measure: what it is eased by while the project
    whose condition it is does not go ahead."""
    every = [x for options in r.options.values() for x in options.values()]
    measure = rule["measure"]
    if measure == "supply":
        most = sum(sum(x["makes"].values()) for x in every) + sum(
            max(points.values()) for points in r.supplies.values())
    elif measure in ("face", "budget_cost"):
        most = 0
        for (p, k), offer in r.offers.items():
            promise = r.instruments[k]["promise"]
            whole = max(x["capex"] for x in r.options[p].values())
            if promise:
                whole = promise["strike_usd_per_t"] / 1e6 * (
                    promise["years"] or 10) * max(
                        sum(x["makes"].values()) for x in r.options[p].values())
            most += whole if offer["high"] is None else min(whole,
                                                            offer["high"])
    else:
        most = sum({"count": 1, "capex": x["capex"],
                    "value": abs(x["value"] or 0)}.get(
                        measure, x["x"].get(measure, 0)) for x in every)
    limits = rule["limits"]
    return 1 + 2 * most + abs(limits.get("min", 0)) + abs(limits.get("max", 0))


def put_rules(r, d, names):
    chosen, paid, made, flowing, counted = {}, {}, {}, {}, {}
    for n, rule, c in lines_of(r):
        words = rule["of"]
        for (p, o), full in names.items():
            x = r.projects[p]
            if named(words, country=[x["country"]], stage=[x["stage"]],
                     mineral=[x["mineral"]], tag=x["tags"].split(),
                     project=[p], option=[o]) and c in (None, x["country"]):
                chosen[n, full] = 1
            counted[n, full] = r.options[p][o]["x"].get(rule["measure"])
        for k, i in r.instruments.items():
            if named(words, instrument=[k], funder=[i["funder"]]):
                paid[n, k] = 1
        for m in r.materials:
            if named(words, material=[m], mineral=[r.mineral[m]]):
                made[n, m] = 1
                for origin in r.countries:
                    if named(words, country=[origin], stage=[], tag=[],
                             project=[], option=[]) and c in (None, origin):
                        flowing[n, m, origin] = 1
    rules = {n: x for n, x, c in lines_of(r)}
    d.set("RULE", list(rules))
    d.table("measure", {n: "attribute" if x["measure"].startswith("x_")
                        else x["measure"] for n, x in rules.items()})
    d.table("rule_from", {n: x["years"][0] if x["years"] else 0
                          for n, x in rules.items()})
    d.table("rule_to", {n: x["years"][1] if x["years"] else 9999
                        for n, x in rules.items()})
    d.table("condition_of", {(n, p): 1 for n, _, _ in lines_of(r)
                             for p, project in r.projects.items()
                             if n.split(" ")[0] in project["conditions"]})
    d.table("large", {n: most_of(r, x) for n, x in rules.items()})
    d.table("attribute", counted)
    d.table("names_option", chosen)
    d.table("names_instrument", paid)
    d.table("names_material", made)
    d.table("names_supply", flowing)
    for name, key in (("at_least", "min"), ("at_most", "max"),
                      ("share_least", "min_share"),
                      ("share_most", "max_share")):
        d.table(name, {n: x["limits"].get(key) for n, x in rules.items()})


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
    names = put_projects(r, d)
    put_money(r, d)
    put_markets(r, d)
    put_instruments(r, d)
    put_needs(r, d, names)
    put_sales(r, d, names)
    put_stocks(r, d)
    put_disruptions(r, d, names, named)
    put_baseline(r, d)
    put_goals(r, d, names)
    put_links(r, d)
    put_rules(r, d, names)
    return d.text()


def stages(r):
    """The goals in order, and what the command line says."""
    args = ["--baseline", "baseline.json", "--keep", r.keep] \
        if r.baseline else []
    if r.respond:
        args += ["--respond", r.respond]
    return {"args": args, "goals": [
        {"goal": g, "tolerance": r.tolerance[g],
         "sign": -1 if g in ("value", "private_capital") or (
             g == "x_jobs" and not r.jobs_least) else 1} for g in r.goals]}
