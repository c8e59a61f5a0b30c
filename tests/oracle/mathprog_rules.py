"""Portfolio rules as data of round.mod: every inequality that they stand for,
worked out from the words of the reference.

An inequality, a line, compares two sides: what the rule names, and its base,
which is 1, an amount of the targets, or another sum over the portfolio."""
import itertools

PROJECT = {"country", "stage", "mineral", "tag", "project", "option"}
MONEY = PROJECT | {"instrument", "funder"}
FLOWS = {"material", "mineral", "market"}
WORDS = {"face": MONEY, "budget_cost": MONEY, "exposure": MONEY,
         "public_face": MONEY, "supply": PROJECT | {"material"},
         "delivered": FLOWS, "coverage": FLOWS}
YEARLY = {"supply", "delivered"}        # hold in each year by themselves
SUPPLIED = YEARLY | {"coverage"}        # of years of the horizon
KEPT = {"material", "mineral"}          # a share is of the same materials


def words_of(measure):
    return WORDS.get(measure, PROJECT)


def expanded(r, word, values):
    """The values of one word: those that are named, those that are not."""
    yes, no = [], []
    for value in values:
        bare = value.lstrip("!")
        (no if value.startswith("!") else yes).extend(
            r.groups[bare[1:]][word] if bare.startswith("@") else [bare])
    return yes, no


def holds(r, word, values, facts):
    yes, no = expanded(r, word, values)
    return not set(no) & set(facts) and (
        not yes or "*" in yes or bool(set(yes) & set(facts)))


def named(r, words, **facts):
    """Whether the filter's words about these facts hold."""
    return all(holds(r, w, v, facts[w]) for w, v in words.items()
               if w in facts)


def hits_lot(r, words, lot):
    """Whether the filter matches existing supply."""
    terms = r.supply_terms[lot]
    return "project" not in words and "option" not in words and named(
        r, words, material=[lot[0]], mineral=[r.mineral[lot[0]]],
        country=[lot[1]], stage=[terms["stage"]], tag=terms["tags"].split())


class Side:
    """A measure over what filters name in some years. All the filters hold:
    what the rule says, and one value of each word of `each`."""

    def __init__(self, r, measure, filters, years):
        self.r, self.measure = r, measure
        self.filters, self.years = filters, years

    def has(self, **facts):
        return all(named(self.r, f, **facts) for f in self.filters)

    def option(self, p, o):
        x = self.r.projects[p]
        facts = {"country": [x["country"]], "stage": [x["stage"]],
                 "tag": x["tags"].split(), "project": [p], "option": [o]}
        if self.measure != "supply":    # there it is the material's
            facts["mineral"] = [x["mineral"]]
        return self.has(**facts)

    def instrument(self, k):
        return self.has(instrument=[k],
                        funder=[self.r.instruments[k]["funder"]])

    def material(self, m):
        return self.has(material=[m], mineral=[self.r.mineral[m]])

    def market(self, market):
        return self.has(market=[market])

    def lot(self, lot):
        return all(hits_lot(self.r, f, lot) for f in self.filters)

    def targets(self):
        return [t for t in self.r.targets
                if self.material(t[0]) and self.market(t[1])]

    def asked(self):
        """What the targets ask for, t."""
        return sum(self.r.asked[m, k, y] for m, k in self.targets()
                   for y in self.r.years if self.years[0] <= y
                   <= self.years[1])

    def per_option(self, p, o):
        x = self.r.options[p][o]
        if self.measure == "supply":
            return sum(v for m, v in x["makes"].items() if self.material(m))
        return {"count": 1, "capex": x["capex"], "value": abs(
            x["value"] or 0), "private_capital": x["capex"]}.get(
                self.measure, abs(x["x"].get(self.measure) or 0))

    def most_of_projects(self):
        return sum(max((self.per_option(p, o) for o in options
                        if self.option(p, o)), default=0)
                   for p, options in self.r.options.items())

    def most(self):
        """The largest that the round allows, whatever the money."""
        if self.measure == "coverage":
            return 1
        if self.measure == "delivered":
            return self.asked()
        if self.measure in MONEY_MEASURES:
            return self.most_money()
        if self.measure != "supply":
            return self.most_of_projects()
        return sum(self.most_of_projects() + sum(
            self.r.left[lot][y] for lot in self.r.supplies if self.lot(lot))
            for y in self.r.years if self.years[0] <= y <= self.years[1])

    def most_money(self):
        """An upper bound of it; no scale of a soft rule."""
        r, total = self.r, 0
        for (p, k), offer in r.offers.items():
            promise = r.instruments[k]["promise"]
            whole = max(x["capex"] for x in r.options[p].values())
            if promise:
                whole = promise["strike_usd_per_t"] / 1e6 * (
                    promise["years"] or 10) * max(
                        sum(x["makes"].values())
                        for x in r.options[p].values())
            total += whole if offer["high"] is None else min(whole,
                                                             offer["high"])
        return 2 * total


MONEY_MEASURES = {"face", "budget_cost", "exposure", "public_face"}


def values(r, word):
    """The values that a word has in the round."""
    found = set()
    if word in ("country", "stage", "mineral"):
        found |= {x[word] for x in r.projects.values()}
    if word == "country":
        found |= {lot[1] for lot in r.supplies}
    if word == "stage":
        found |= {x["stage"] for x in r.supply_terms.values()}
    if word == "tag":
        found |= {t for x in list(r.projects.values())
                  + list(r.supply_terms.values()) for t in x["tags"].split()}
    if word == "mineral":
        found |= set(r.mineral.values())
    found |= set({"project": r.projects, "material": r.materials,
                  "market": r.markets, "funder": r.funders}.get(word, []))
    return sorted(found - {""})


def within(years, span):
    return max(years[0], span[0]), min(years[-1], span[-1])


def lines_of(r, name):
    """(each's values, key, year or None, named Side, base Side or number)."""
    rule = r.rules[name]
    measure, per = rule["measure"], rule["per"]
    each = rule["each"]
    if each is None:
        each = ["target"] if measure == "coverage" and not per else []
    span = r.years if measure in SUPPLIED else r.commit
    years = within(rule["years"] or span, span)
    alike = per and (per in SUPPLIED) == (measure in SUPPLIED)
    yearly = "year" in each or (measure in YEARLY and (
        not per or per in YEARLY))
    for only in choices(r, rule["of"], each):
        for year in range(years[0], years[1] + 1) if yearly else [None]:
            now = (year, year) if year else years
            mine = Side(r, measure, [rule["of"], only], now)
            if measure == "coverage" and mine.asked() == 0:
                continue
            for key in rule["limits"]:
                yield only, key, year, mine, base_of(
                    r, rule, key, only, mine, year if alike else None)


def base_of(r, rule, key, only, mine, year):
    measure, per = rule["measure"], rule["per"]
    if key in ("min_share", "max_share"):
        if rule["share_of_target"]:
            return mine.asked()
        kept = KEPT if measure in YEARLY else set()
        return Side(r, measure, [{w: v for w, v in f.items() if w in kept}
                                 for f in mine.filters], mine.years)
    if not per:
        return 1
    of = rule["per_of"]
    if of is None:
        of = {w: v for w, v in rule["of"].items() if w in words_of(per)}
    span = r.years if per in SUPPLIED else r.commit
    usual = (rule["years"] or span) if (per in SUPPLIED) == (
        measure in SUPPLIED) else span
    years = (year, year) if year else within(rule["per_years"] or usual, span)
    return Side(r, per, [of, only], years)


def choices(r, of, each):
    """Every combination of values of the words of `each`."""
    lists = []
    for word in each:
        if word == "target":
            every = Side(r, "delivered", [of], None).targets()
            lists.append([{"material": [m], "market": [k]}
                          for m, k in sorted(every)])
        elif word not in ("year", "none"):
            lists.append([{word: [v]} for v in values(r, word)
                          if word not in of or holds(r, word, of[word], [v])])
    for chosen in itertools.product(*lists):
        yield {w: v for words in chosen for w, v in words.items()}


class Tables:
    """The columns of the lines while they are collected."""

    def __init__(self):
        self.columns = {}

    def set(self, name, key, value):
        self.columns.setdefault(name, {})[key] = value

    def put(self, d):
        for name, column in self.columns.items():
            d.table(name, column)

    def side(self, line, n, side, names):
        r = side.r
        is_column = side.measure.startswith("x_")
        self.set("measure", (line, n),
                 "attribute" if is_column else side.measure)
        self.set("rule_from", (line, n), side.years[0])
        self.set("rule_to", (line, n), side.years[1])
        for (p, o), full in names.items():
            if side.option(p, o):
                self.set("names_option", (line, n, full), 1)
            if is_column:
                self.set("attribute", (line, n, full),
                         r.options[p][o]["x"].get(side.measure))
        for k in r.instruments:
            if side.instrument(k):
                self.set("names_instrument", (line, n, k), 1)
        for m in r.materials:
            if side.material(m):
                self.set("names_material", (line, n, m), 1)
        for k in r.markets:
            if side.market(k):
                self.set("names_market", (line, n, k), 1)
        for i, lot in enumerate(r.supplies):
            if side.lot(lot):
                self.set("names_lot", (line, n, i + 1), 1)


def text_of(name, only, key, year):
    return " ".join([name] + sorted(v for x in only.values() for v in x)
                    + [key] + ([str(year)] if year else []))


def put_rules(r, d, names):
    tables, lines = Tables(), []
    for name, rule in r.rules.items():
        for only, key, year, mine, base in lines_of(r, name):
            line, limit = text_of(name, only, key, year), rule["limits"][key]
            lines.append(line)
            tables.side(line, 1, mine, names)
            if isinstance(base, Side):
                tables.side(line, 2, base, names)
                size = base.most()
            else:
                tables.set("fixed", line, base)
                size = base
            tables.set("at_least", line, int(key.startswith("min")))
            tables.set("amount_of", line, limit)
            tables.set("large", line, 1 + 2 * mine.most()
                       + 2 * abs(limit) * size)
            if rule["penalty"] is not None:
                tables.set("penalty", line, rule["penalty"])
                tables.set("breach_unit", line, abs(limit) * size or 1)
            for p, project in r.projects.items():
                if name in project["conditions"]:
                    tables.set("condition_of", (line, p), 1)
    d.set("LINE", lines)
    tables.put(d)
