"""The levers of a random round beyond money and flows: what make_round.py's
Round draws when its projects, offers and rules are there."""

import random

PRICED = {"oxide": 60000, "magnet": 90000, "ga": 400000}   # USD/t
GOALS = ["shortfall", "expected_shortfall", "worst_shortfall",
         "cvar_shortfall", "budget_cost", "value", "face", "private_capital",
         "time_to_supply", "changes", "x_jobs"]
BUILDERS = ["shortfall", "expected_shortfall", "worst_shortfall",
            "cvar_shortfall", "value", "x_jobs", "mixed"]


class Levers:
    """Mixed into Round; `chance`, `amount` and `rng` are Round's."""

    def draw_levers(self):
        self.draw_quotes()
        self.draw_markets_of_projects()
        self.draw_conditions()
        self.draw_sales()
        self.draw_debt()
        self.draw_stocks()
        self.draw_disruptions()
        self.draw_needs()
        self.draw_goals()
        self.draw_baseline()

    # ------------------------------------------------------- more instruments
    def draw_promises(self):
        """Called with the money: instruments beyond the four."""
        rng = self.rng
        self.material_price = PRICED
        kinds = ["insurance", "offtake", "price_support"]
        for i in range(rng.choice([0, 0, 1, 2])):
            name = "q%d" % (i + 1)
            kind = rng.choice(kinds)
            one = self.instrument(9)
            one.update(kind=kind, terms=None, coverage=1, stake=1, share=None)
            if kind == "insurance":
                one["coverage"] = rng.choice([0.8, 0.9, 1])
                one["rate"] = self.amount(0.01, 0.1, 2)
            else:
                one["rate"] = None
                one["promise"] = self.promise(kind)
            self.instruments[name] = one
        for one in self.instruments.values():
            one.setdefault("promise", None)
            one["only_options"] = ["big", "base"] if self.chance(0.1) else None

    def promise(self, kind):
        rng = self.rng
        material = rng.choice(sorted(PRICED))
        usual = PRICED[material]
        prices = sorted(rng.sample(self.years, 2))
        made = {"material": material,
                "strike_usd_per_t": round(usual * rng.choice([0.9, 1.1, 1.4])),
                "price": {y: round(usual * rng.uniform(0.7, 1.3))
                          for y in prices} if self.chance(0.5) else None,
                "volume_tpa": rng.choice([None, 100, 300]),
                "volume_share": rng.choice([None, 0.5, 0.8]),
                "years": rng.choice([None, 2, 5])}
        if kind == "price_support":
            made["upside_share"] = rng.choice([None, 0.5, 1])
            if self.chance(0.3):
                made["stress_price_usd_per_t"] = round(usual * 0.6)
        return made

    def draw_quotes(self):
        """Amounts given in yen or in prices of another year: how much a
        figure in the file is of one in the round."""
        self.yen = self.old_prices = False
        accounts = list(self.budgets.values()) + list(
            self.instruments.values())
        for one in accounts:
            one["per"], one["quote"] = 1, {}
            if self.chance(0.12):
                one["per"] *= 150
                one["quote"]["currency"] = "JPY"
                self.yen = True
            if self.chance(0.1):
                one["per"] /= 1.02 ** 2
                one["quote"]["price_year"] = 2023
                self.old_prices = True

    # ---------------------------------------------------------- who is sold to
    def draw_markets_of_projects(self):
        rng = self.rng
        self.market_terms = {r: {} for r in self.markets}
        for r in self.markets:
            if self.chance(0.15):
                self.market_terms[r] = {
                    "funder": rng.choice(sorted(self.funders)),
                    "offtake_band": rng.choice([0, 0.2, 0.5]),
                    "offtake_basis": rng.choice(["equity", "face",
                                                 "budget_cost"])}
            elif self.chance(0.1):
                self.market_terms[r] = {
                    "funder": rng.choice(sorted(self.funders)),
                    "delivery_band": rng.choice([0.2, 0.4])}
        for p in self.projects:
            for option in self.options[p].values():
                option["markets"] = None
        for p in self.projects:
            if not self.chance(0.25):
                continue
            shares = {r: rng.choice([0, 0, 0.3, 0.5])
                      for r in rng.sample(self.markets, rng.randint(1, 2))}
            for option in self.options[p].values():
                option["markets"] = shares

    def draw_conditions(self):
        """Rules that hold only while a project goes ahead."""
        for p in self.projects.values():
            p["conditions"] = []
            if p["review"] == "conditions" and self.rules:
                p["conditions"] = [self.rng.choice(sorted(self.rules))]

    def draw_sales(self):
        """Supply whose owner would sell it to others."""
        self.sales = {}
        for key in sorted(self.supplies, key=str):
            if self.chance(0.12):
                self.sales[key] = {
                    "on": "%d-07-01" % self.rng.choice(self.years),
                    "review": self.rng.choice(["cleared", "pending",
                                               "conditions", "blocked"])}

    def draw_debt(self):
        """Debt that a cash flow serves. What an option leaves empty is its
        project's, so that the options of a project share their terms."""
        for options in self.options.values():
            terms = {"dscr": self.rng.choice([None, 1.2, 2]),
                     "rate": self.rng.choice([None, 0.04]),
                     "tenor": self.rng.choice([None, 6])}
            has_cash = self.chance(0.2)
            for option in options.values():
                option["cash"] = None
                if has_cash:
                    option["cash"] = {**terms, "flow": [
                        round(option["capex"] * f, 1) for f in
                        self.rng.choice([[0.1], [0.02, 0.08, 0.15]])]}

    # ------------------------------------------------------------ what if
    def draw_stocks(self):
        rng = self.rng
        self.stocks = {}
        for i in range(rng.choice([0, 0, 0, 1, 2])):
            material = rng.choice(sorted(PRICED))
            self.stocks["h%d" % (i + 1)] = {
                "material": material, "budget": rng.choice(
                    sorted(self.budgets)),
                "price_usd_per_t": round(PRICED[material] * 0.9),
                "carrying_rate": rng.choice([None, 0.02]),
                "capacity_t": rng.choice([None, 400]),
                "buy_max_tpa": rng.choice([None, 150]),
                "release_max_tpa": rng.choice([None, 200]),
                "initial_t": rng.choice([None, 50])}

    def draw_disruptions(self):
        rng = self.rng
        self.disruptions = {}
        for i in range(rng.choice([0, 1, 1, 2])):
            words = {}
            if self.chance(0.7):
                words["country"] = sorted(rng.sample(self.countries, 2))
            if self.chance(0.4):
                words["material"] = sorted(rng.sample(self.materials, 2))
            if self.chance(0.2):
                words["stage"] = ["mine", "refining"]
            if self.chance(0.1):
                words["tag"] = ["fast"]
            if not words:
                words["mineral"] = ["re"]
            a, b = sorted(rng.choices(self.years, k=2))
            self.disruptions["d%d" % (i + 1)] = {
                "of": words, "years": (a, min(b, a + 3)),
                "loss": rng.choice([0.5, 0.8, 1]),
                "probability": rng.choice([0.05, 0.1, 0.3])}

    def draw_needs(self):
        """Options that go ahead with an instrument only."""
        for p, options in self.options.items():
            first = next(iter(options.values()))
            for option in options.values():
                option["needs"] = list(first.get("needs", []))
                fit = [k for k in self.instruments if (p, k) in self.offers
                       and (self.instruments[k]["promise"]
                            or self.instruments[k]["low"] > 0)]
                if fit and self.chance(0.12):
                    option["needs"] = [self.rng.choice(fit)]

    # ------------------------------------------------------------ the goals
    def draw_goals(self):
        rng = self.rng
        self.level, self.mix, self.jobs_least = 0.9, {}, False
        if self.chance(0.6):
            others = [g for g in GOALS if g != "changes" or self.chance(0.5)]
            self.goals = [rng.choice(BUILDERS)]
            for goal in rng.sample(others, rng.randint(1, 2)):
                if goal not in self.goals:
                    self.goals.append(goal)
            self.level = rng.choice([0.5, 0.8, 0.9])
        if "mixed" in self.goals:
            rest = [g for g in GOALS if g not in self.goals]
            terms = ["shortfall"] if "shortfall" in rest else []
            terms += [g for g in rng.sample(rest, 2) if g not in terms]
            self.mix = {g: {"shortfall": 1, "expected_shortfall": 1}.get(
                g, rng.choice([0.002, 0.01])) for g in terms}
        self.jobs_least = "x_jobs" in self.goals[1:] and self.chance(0.5)
        every = self.goals + list(self.mix)
        self.tolerance = {g: self.tolerance.get(
            g, rng.choice([0, 0, 0, 0.01, 0.05])) for g in self.goals}
        self.goal_discount = {g: v for g, v in self.goal_discount.items()
                              if g in every}
        for g in every:
            if g.endswith("shortfall") and self.chance(0.2):
                self.goal_discount[g] = 0.07

        self.draw_limits()

    def draw_limits(self):
        """Sometimes the second goal must not end worse than a limit. By a
        stream of its own: the other draws stay what they are."""
        rng = random.Random("limit %d" % self.seed)
        spans = {"budget_cost": (5, 120), "face": (30, 400),
                 "shortfall": (0.5, 12), "expected_shortfall": (0.5, 12),
                 "worst_shortfall": (0.5, 15), "cvar_shortfall": (0.5, 15),
                 "time_to_supply": (2, 15), "private_capital": (10, 80),
                 "value": (1, 8), "changes": (1, 5)}
        self.goal_limit = {}
        for goal in self.goals[1:2]:
            if goal in spans and rng.random() < 0.3:
                self.goal_limit[goal] = round(rng.uniform(*spans[goal]), 1)

    # --------------------------------------------------------- an earlier run
    def draw_baseline(self):
        rng = self.rng
        self.baseline, self.keep, self.respond = None, None, None
        if not self.chance(0.3):
            return
        chosen = {}
        for p, options in self.options.items():
            if self.projects[p]["status"] != "out" and self.chance(0.35):
                o = rng.choice(sorted(options))
                offers = [k for q, k in self.offers if q == p]
                face = self.amount(1, options[o]["capex"] * 0.2)
                chosen[p] = {"option": o, "year": rng.choice(self.commit),
                             "face": {rng.choice(offers): face}
                             if offers and self.chance(0.3) else {}}
        self.baseline = {"chosen": chosen, "bought": {}}
        self.keep = rng.choice(["committed", "none", "none", "all"])
        begun = [w for w, d in self.disruptions.items()
                 if d["years"][0] <= self.commit[-1]]
        if begun and self.chance(0.6):
            self.respond = rng.choice(begun)
            self.keep = rng.choice(["committed", "none"])
            first = self.disruptions[self.respond]["years"][0]
            for h in self.stocks:
                for y in self.commit:
                    if self.years[0] <= y < first and self.chance(0.5):
                        self.baseline["bought"][h, y] = 10
