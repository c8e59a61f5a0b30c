"""What a random round asks of its portfolio as a whole: measures of what is
delivered and of leverage, ratios, soft rules, groups, supply that may be
chosen, gaps that weigh more the larger they are, fair goals, and deliveries by
what is paid. Drawn by a stream of its own when all else is there, so that the
other draws stay what they are."""
import random

FLOW_WORDS = ["material", "market", "mineral"]
GAP_COST = {"oxide": 40000, "magnet": 150000, "ga": 300000}     # USD/t
LIMITED = {"largest_gap": (0.4, 1), "targets_met": (1, 2),
           "gap_cost": (50, 800), "net_benefit": (-20, 100),
           "breaches": (0.2, 2)}
RATIOS = [  # measure, per, and what is usual
    ("private_capital", "public_face", 0.4), ("budget_cost", "supply", 0.02),
    ("face", "private_capital", 3), ("x_jobs", "capex", 0.6),
    ("capex", "count", 150), ("exposure", "x_jobs", 0.5),
    ("budget_cost", "delivered", 0.02), ("supply", "count", 600),
    ("delivered", "supply", 0.4), ("public_face", "capex", 0.4),
    ("value", "count", 20), ("delivered", "count", 300)]


class Decisions:
    """Mixed into Round."""

    def draw_decisions(self):
        self.dice = random.Random("decisions %d" % self.seed)
        self.draw_groups()
        self.draw_supply_terms()
        self.draw_gaps()
        self.draw_deliveries()
        self.complete_rules()
        for i in range(self.dice.choice([0, 0, 1, 1, 2])):
            self.draw_rule("s%d" % (i + 1))
        self.draw_fair_goals()

    def happens(self, probability):
        return self.dice.random() < probability

    def draw_groups(self):
        self.groups = {}
        if self.happens(0.4):
            self.groups["bloc"] = {"country": sorted(self.dice.sample(
                self.countries, self.dice.randint(1, 3)))}
            if self.happens(0.5):
                self.groups["bloc"]["stage"] = ["mine", "refining"]

    def draw_supply_terms(self):
        dice = self.dice
        self.supply_terms = {}
        chosen = self.happens(0.5)
        for lot in sorted(self.supplies, key=str):
            optional = chosen and self.happens(0.4)
            pays = dice.choice(sorted(self.budgets)) \
                if optional and self.happens(0.6) else None
            self.supply_terms[lot] = {
                "stage": dice.choice(["", "", "mine", "recycling"]),
                "tags": dice.choice(["", "", "", "fast", "old fast"]),
                "optional": optional, "budget": pays,
                "cost": dice.choice([0, 8000, 60000])}

    def draw_gaps(self):
        dice = self.dice
        every = [[(0.3, 1), (0.4, 2), (1, 4)], [(0.5, 0), (0.5, 1)],
                 [(0.25, 1), (0.25, 1.5)], [(1, 2)]]
        self.steps = dice.choice(every) if self.happens(0.2) else None
        for t in sorted(self.targets):
            self.targets[t]["steps"] = dice.choice(every) \
                if self.happens(0.15) else None
        self.gap_cost = {m: GAP_COST[m] for m in sorted(GAP_COST)
                         if self.happens(0.7)}

    def draw_deliveries(self):
        dice = self.dice
        for r in self.markets:
            terms = self.market_terms[r]
            if "offtake_band" in terms:
                continue
            if self.happens(0.1):
                terms.update(funder=dice.choice(sorted(self.funders)),
                             delivery_band=dice.choice([0.1, 0.25, 0.4]))
            if "delivery_band" in terms:
                if self.happens(0.6):
                    terms["delivery_basis"] = "paid"
                    terms["delivery_step"] = dice.choice([0.5, 0.25, 0.3])
                terms["delivery_each"] = dice.choice(["all", "material"])

    # ----------------------------------------------------------------- rules
    def complete_rules(self):
        for name in sorted(self.rules):
            rule = self.rules[name]
            rule.update(per=None, per_of=None, per_years=None, penalty=None,
                        share_of_target=False)
            soft = rule["measure"] in ("count", "capex", "supply", "x_jobs") \
                or "max" in rule["limits"] or "min" in rule["limits"]
            if soft and self.happens(0.3):
                rule["penalty"] = self.dice.choice([0.5, 1, 3])

    def draw_rule(self, name):
        shape = self.dice.choice(["coverage", "coverage", "delivered", "money",
                                  "ratio", "ratio", "share", "shared"])
        rule = {"of": {}, "each": None, "years": None, "limits": {},
                "per": None, "per_of": None, "per_years": None,
                "penalty": self.dice.choice([0.5, 2])
                if self.happens(0.4) else None, "share_of_target": False}
        getattr(self, "rule_" + shape)(rule)
        if rule["limits"]:
            self.rules[name] = rule

    def some_years(self, rule, span, probability=0.5):
        if self.happens(probability):
            a, b = sorted(self.dice.choices(span, k=2))
            rule["years"] = (a, b)

    def flow_words(self):
        words = {}
        m, market = self.dice.choice(sorted(self.targets))
        if self.happens(0.6):
            words["material"] = [m]
        elif self.happens(0.3):
            words["mineral"] = ["!gallium" if self.mineral[m] == "re"
                                else "gallium"]
        if self.happens(0.5):
            words["market"] = [market]
        return words

    def project_words(self):
        words = {}
        places = [["@bloc"], ["!@bloc"]] if self.groups else []
        places += [["!JP"], ["AU", "US"], ["US", "!AU"]]
        if self.happens(0.5):
            words["country"] = self.dice.choice(places)
        if self.happens(0.3):
            words["stage"] = self.dice.choice(
                [["!mine"], ["mine", "refining"], ["recycling", "survey"]]
                + [["@bloc"]] * ("stage" in self.groups.get("bloc", {})))
        if self.happens(0.15):
            words["tag"] = [self.dice.choice(["fast", "!fast"])]
        return words

    def rule_coverage(self, rule):
        from mathprog import path
        rule.update(measure="coverage", of=self.flow_words())
        rule["each"] = self.dice.choice([
            None, None, ["none"], ["target", "year"], ["material"],
            ["market"], ["market", "year"]])
        self.some_years(rule, self.years)
        key = "min" if self.happens(0.8) else "max"
        rule["limits"][key] = self.dice.choice([0.1, 0.25, 0.5]) \
            if key == "min" else self.dice.choice([0.5, 0.9])
        first, last = rule["years"] or (self.years[0], self.years[-1])
        # A rule about what nobody asks for is refused.
        if not any(v > 0 for (m, r), x in self.targets.items()
                   if self.fits_flow(rule["of"], m, r)
                   for y, v in path(self.years, x["points"]).items()
                   if first <= y <= last):
            rule["limits"] = {}

    def fits_flow(self, words, m, r):
        from mathprog_rules import named
        return named(self, words, material=[m], market=[r],
                     mineral=[self.mineral[m]])

    def rule_delivered(self, rule):
        rule.update(measure="delivered", of=self.flow_words())
        rule["each"] = self.dice.choice([None, ["market"], ["material"],
                                         ["target"], ["none"]])
        self.some_years(rule, self.years)
        kind = self.dice.choice(["max", "min", "max_share", "min_share"])
        rule["limits"][kind] = {"max": 300, "min": 40, "max_share": 0.7,
                                "min_share": 0.1}[kind]

    def rule_money(self, rule):
        measure = self.dice.choice(["private_capital", "public_face",
                                    "exposure"])
        rule.update(measure=measure, of=self.project_words())
        rule["each"] = self.dice.choice([
            None, ["country"], ["country", "stage"], ["year"], ["project"],
            ["stage", "year"], ["tag"], ["mineral"]])
        if measure != "private_capital":
            if self.happens(0.3):
                rule["of"]["funder"] = [self.dice.choice(sorted(
                    self.funders))]
            elif self.happens(0.3):
                rule["of"]["instrument"] = ["!" + self.dice.choice(sorted(
                    self.instruments))]
            elif self.happens(0.3):
                rule["each"] = ["funder"]
        self.some_years(rule, self.commit, 0.3)
        kind = self.dice.choice(["max", "max_share", "min"])
        rule["limits"][kind] = {"max": 100, "max_share": 0.6, "min": 10}[kind]
        if rule["each"] and kind == "min":
            rule["limits"] = {"max": 60, "min": 0}
        if kind == "max_share" and measure != "private_capital":
            rule["penalty"] = None      # its scale is not stated here

    def rule_ratio(self, rule):
        measure, per, usual = self.dice.choice(RATIOS)
        flows = {"supply", "delivered", "coverage"}
        rule.update(measure=measure, per=per)
        rule["of"] = self.flow_words() if "delivered" in (measure, per) \
            and measure in flows and per in flows else self.project_words()
        if measure == "delivered" and per != "supply":
            rule["of"] = self.flow_words()
        if measure == "delivered" and per == "supply":
            rule["of"].pop("market", None)
        if per == "supply" and measure != "delivered" and self.happens(0.5):
            rule["per_of"] = {"material": ["oxide", "magnet", "ga"]}
        if per == "delivered":
            rule["per_of"] = self.flow_words()
        if per == "count" and measure == "delivered":
            rule["per_of"] = self.project_words()
        if not flows & {measure, per}:
            rule["each"] = self.dice.choice([
                None, ["project"], ["country"], ["stage", "country"],
                ["year"]])
        if self.happens(0.2):
            rule["per_years"] = (self.years[0], self.years[0] + 2) \
                if per in flows else (self.commit[0], self.commit[0])
            if (per in flows) == (measure in flows) and (
                    per in flows or rule["each"]):
                rule["per_years"] = None
        self.some_years(rule, self.years if measure in flows
                        else self.commit, 0.2)
        key = self.dice.choice(["min", "max"])
        rule["limits"][key] = round(
            usual * self.dice.choice([0.5, 1]) if key == "min"
            else usual * self.dice.choice([1, 2]), 6)
        if key == "min" and rule["each"] and self.happens(0.7):
            rule["limits"][key] /= 4
        if per == "public_face":
            rule["penalty"] = None      # its scale is not stated here
        if not self.base_is_there(rule):
            rule["limits"] = {}

    def base_is_there(self, rule):
        """A ratio over nothing is refused."""
        from mathprog import work_out_flows
        from mathprog_rules import Side, base_of
        work_out_flows(self)
        mine = Side(self, rule["measure"], [rule["of"], {}], None)
        base = base_of(self, rule, next(iter(rule["limits"])), {}, mine, None)
        return base.most() > 0 and (rule["per"] != "public_face" or any(
            base.instrument(k) and any(base.option(p, o)
                                       for o in self.options[p])
            and self.instruments[k]["kind"] not in
            ("insurance", "offtake", "price_support")
            for p, k in self.offers))

    def rule_share(self, rule):
        """Shares of supply, of which tags and stages may be counted."""
        rule.update(measure="supply", of=self.project_words())
        rule["each"] = self.dice.choice([None, ["material"], ["country"],
                                         ["mineral"], ["stage"]])
        if self.happens(0.5):
            rule["of"]["material"] = [self.dice.choice(self.materials)]
        self.some_years(rule, self.years)
        rule["limits"] = {"max_share": 0.7} \
            if rule["each"] or self.happens(0.6) else {"min_share": 0.1}

    def rule_shared(self, rule):
        """Shares of targets."""
        if self.happens(0.5):
            rule.update(measure="delivered", of=self.flow_words())
        else:
            rule.update(measure="supply", of=self.project_words())
            if self.happens(0.7):
                rule["of"]["material"] = [self.dice.choice(
                    sorted(self.targets))[0]]
        rule["share_of_target"] = True
        rule["each"] = self.dice.choice([None, None, ["material"]])
        self.some_years(rule, self.years)
        rule["limits"] = {"min_share": 0.1} if self.happens(0.6) \
            else {"max_share": 0.65}

    # ----------------------------------------------------------------- goals
    def draw_fair_goals(self):
        dice = self.dice
        self.over, self.levels, self.met_level = {}, None, 1
        self.to_output = False
        fair = ["largest_gap", "leximin_gap", "targets_met", "gap_cost",
                "net_benefit"]
        if not self.gap_cost:
            fair = fair[:3]
        if self.happens(0.55):
            goal = dice.choice(fair)
            self.goals.insert(dice.choice([0, 0, 1]), goal)
            if goal in ("largest_gap", "leximin_gap"):
                self.over[goal] = dice.choice(["target", "material",
                                               "market"])
            self.levels = dice.choice([None, 2, 3])
            self.met_level = dice.choice([1, 0.5, 0.8])
            self.goals = self.goals[:3] if goal != "leximin_gap" \
                else self.goals[:2]
        soft = any(x["penalty"] for x in self.rules.values())
        if soft and self.happens(0.9):
            self.goals.insert(dice.choice([0, 1, len(self.goals)]),
                              "breaches")
        if "mixed" in self.goals and self.happens(0.5):
            extra = [g for g in ("largest_gap", "targets_met", "net_benefit",
                                 "breaches") if g not in self.goals
                     and (soft or g != "breaches")
                     and (self.gap_cost or g != "net_benefit")]
            self.mix[dice.choice(extra)] = 0.05
        for g in self.goals:
            self.tolerance.setdefault(g, dice.choice([0, 0, 0.01, 0.05]))
        self.tolerance = {g: v for g, v in self.tolerance.items()
                          if g in self.goals}
        if "mixed" not in self.goals:
            self.mix = {}
        self.drop_unused(soft)

    def drop_unused(self, soft):
        dice, every = self.dice, self.goals + list(self.mix)
        self.goal_discount = {g: v for g, v in self.goal_discount.items()
                              if g in every}
        self.goal_limit = {g: v for g, v in self.goal_limit.items()
                           if g in every}
        for g in every:
            if g in ("value", "budget_cost", "net_benefit", "gap_cost",
                     "largest_gap", "leximin_gap") and self.happens(0.3):
                self.goal_discount[g] = 0.08
        self.to_output = "value" in every and self.happens(0.5)
        goal = dice.choice(["largest_gap", "targets_met"]
                           + ["gap_cost", "net_benefit"] * bool(self.gap_cost)
                           + ["breaches"] * soft)
        if self.happens(0.15) and goal not in self.goals[:1]:
            low, high = LIMITED[goal]
            self.goal_limit[goal] = round(dice.uniform(low, high), 1)
