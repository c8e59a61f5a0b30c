"""Data of round.mod for the levers that draw_levers.py draws."""
from mathprog_rules import hits_lot, named


def put_instruments(r, d):
    """Promises about sales, and instruments for some options only."""
    made = {k: i["promise"] for k, i in r.instruments.items() if i["promise"]}
    for name, key in (("sold", "material"), ("strike", "strike_usd_per_t"),
                      ("stress", "stress_price_usd_per_t"),
                      ("upside", "upside_share"), ("volume", "volume_tpa"),
                      ("volume_share", "volume_share"),
                      ("support_years", "years")):
        d.table(name, {k: x.get(key) for k, x in made.items()})
    prices = {}
    for k, x in made.items():
        known = x["price"] or {r.years[0]: r.material_price[x["material"]]}
        last = known[min(known)]
        for y in r.years:
            last = prices[k, y] = known.get(y, last)
    d.table("price", prices)
    d.table("barred", {(k, "%s.%s" % (p, o)): 1
                       for k, i in r.instruments.items() if i["only_options"]
                       for p in r.options for o in r.options[p]
                       if o not in i["only_options"]})


def put_needs(r, d, names):
    d.table("needed", {(n, i + 1): word for (p, o), n in names.items()
                       for i, word in enumerate(r.options[p][o]["needs"])})


def put_sales(r, d, names):
    """Whom a project may sell to, and what they are promised."""
    bound = any("offtake_band" in x for x in r.market_terms.values())
    own, may, promised = {}, {}, {}
    for (p, o), n in names.items():
        shares = r.options[p][o]["markets"]
        own[n] = int(bound or shares is not None)
        for market in r.markets:
            if shares is None or market in shares:
                may[n, market] = 1
                promised[n, market] = (shares or {}).get(market, 0)
    d.table("own_markets", own)
    d.table("may_sell", may)
    d.table("promised", promised)
    for name, key in (("of_funder", "funder"),
                      ("delivery_band", "delivery_band"),
                      ("delivery_basis", "delivery_basis"),
                      ("delivery_each", "delivery_each"),
                      ("delivery_step", "delivery_step"),
                      ("offtake_band", "offtake_band"),
                      ("offtake_basis", "offtake_basis")):
        d.table(name, {m: x.get(key) for m, x in r.market_terms.items()})


def put_stocks(r, d):
    d.set("STOCK", list(r.stocks))
    for name, key in (("stock_of", "material"), ("stock_pays", "budget"),
                      ("stock_room", "capacity_t"),
                      ("stock_buys", "buy_max_tpa"),
                      ("stock_gives", "release_max_tpa"),
                      ("stock_first", "initial_t")):
        d.table(name, {h: x[key] for h, x in r.stocks.items()})
    d.table("stock_cost", {
        (h, y): x["price_usd_per_t"] / 1e6
        * (1 + (x["carrying_rate"] or 0) * (r.years[-1] - y))
        for h, x in r.stocks.items() for y in r.years})


def put_disruptions(r, d, names):
    """What each disruption hits; a project by what it makes."""
    d.scalar("disruptions", len(r.disruptions))
    columns = {"chance": {}, "breaks": {}, "heals": {}, "loss": {}}
    options, supplies = {}, {}
    for w, x in enumerate(r.disruptions.values(), 1):
        columns["chance"][w] = x["probability"]
        columns["breaks"][w], columns["heals"][w] = x["years"]
        columns["loss"][w] = x["loss"]
        words = x["of"]
        for (p, o), n in names.items():
            project = r.projects[p]
            facts = {"country": [project["country"]],
                     "stage": [project["stage"]],
                     "mineral": [project["mineral"]],
                     "tag": project["tags"].split(), "project": [p]}
            if named(r, words, **facts) and named(
                    r, words, material=list(r.options[p][o]["makes"])):
                options[w, n] = 1
        for i, lot in enumerate(r.supplies, 1):
            if hits_lot(r, words, lot):
                supplies[w, i] = 1
    for name, values in columns.items():
        d.table(name, values)
    d.table("hits_option", options)
    d.table("hits_lot", supplies)
    d.scalar("looks_ahead", int(any(
        g in ("expected_shortfall", "worst_shortfall", "cvar_shortfall")
        for g in list(r.goals) + list(r.mix))))


def put_baseline(r, d):
    if not r.baseline:
        return
    chosen = r.baseline["chosen"]
    d.scalar("baseline", 1)
    d.scalar("keep", r.keep)
    d.table("was", {p: "%s.%s" % (p, x["option"]) for p, x in chosen.items()})
    d.table("was_year", {p: x["year"] for p, x in chosen.items()})
    d.table("was_face", {(p, k): v for p, x in chosen.items()
                         for k, v in x["face"].items()})
    d.table("was_bought", r.baseline["bought"])
    if r.respond:
        d.scalar("respond", 1 + list(r.disruptions).index(r.respond))


def put_goals(r, d, names):
    d.table("discount", {g: v for g, v in r.goal_discount.items()})
    d.scalar("level", r.level)
    d.table("mix", r.mix)
    d.table("limit_on", r.goal_limit)
    d.scalar("jobs_sense", 1 if r.jobs_least else -1)
    d.table("jobs", {n: r.options[p][o]["x"].get("x_jobs")
                     for (p, o), n in names.items()})
    d.scalar("to_output", int(r.to_output))
    d.scalar("met_level", r.met_level)
    groups, group_of = {}, {}
    for g in ("largest_gap", "leximin_gap"):
        keys = {"target": lambda t: t, "material": lambda t: t[0],
                "market": lambda t: t[1]}[r.over.get(g, "target")]
        every = sorted({keys(t) for t in r.targets})
        groups[g] = len(every)
        group_of.update({(g, *t): 1 + every.index(keys(t))
                         for t in r.targets})
    d.table("groups", groups)
    d.table("group_of", group_of)
