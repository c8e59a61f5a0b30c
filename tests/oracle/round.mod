/* A funding round as a mixed-integer program in GNU MathProg, stated from the
   published formulation alone. It shares no code with orefolio and is written
   row by row without its shortcuts: no bound is tightened, no row is left out.

     glpsol -m round.mod -d ROUND.dat -d STAGE.dat

   ROUND.dat holds the round; STAGE.dat says which goal to optimise (`aim`) and
   at what values the goals before it are held (`held`). Money is in millions,
   flows in t/yr, shares are fractions. An option's name is unique: "P1.base".
   World 0 is the one that decisions are made for; the others repeat the years
   of a disruption. */

# ---------------------------------------------------------------- the round
param first_commit integer;
param last_commit integer;
param first_year integer;
param last_year integer;
set S := first_commit .. last_commit;    # years of commitment
set T := first_year .. last_year;        # years of supply
set Y := first_commit .. max(last_commit, last_year);   # years of spending
param derate default 0;                  # 1: outputs times their probability
param pending_rule symbolic default 'wait';     # wait, allow, exclude
param concern_max default 1;
param round_rate default 0;              # discount rate of the round
param earns default 0;                   # 1: negative rates count
param disruptions integer default 0;
param respond integer default 0;         # the disruption that has happened
param looks_ahead default 0;             # 1: some goal asks about the worlds
set DISRUPTION := 1 .. disruptions;
set WORLD := 0 .. disruptions;
param chance{DISRUPTION};
param breaks{DISRUPTION};
param heals{DISRUPTION};
param loss{DISRUPTION};

set PROJECT;
set OPTION;
param project_of{OPTION} symbolic in PROJECT;
param country{PROJECT} symbolic;
param status{PROJECT} symbolic default 'open';          # open must out committed
param review{PROJECT} symbolic default 'cleared';
param review_year{PROJECT} default 0;    # of its decision; 0 = no date
param review_late{PROJECT} default 0;    # 1: after the day of decision
param concern{PROJECT} default 0;
param capex{OPTION};
param from_year{OPTION} default first_commit;
param to_year{OPTION} default last_commit;
param ready_year{OPTION} default 0;
param ready_late{OPTION} default 0;
param build{OPTION} default 0;
param life{OPTION} default 1000;
param ramp_steps{OPTION} default 0;
param ramp{o in OPTION, 0 .. ramp_steps[o] - 1};
param probability{OPTION} default 1;
param sponsor_min{OPTION} default 0;
param sponsor_max{OPTION} default 1e9;
param bank_max{OPTION} default 1e9;
param debt_capacity{OPTION} default 1e9;
param debt_share{OPTION} default 1;
param public_share{OPTION} default 1;
param grant_share{OPTION} default 1;
param instruments_max{OPTION} default 1000;
param worth{OPTION} default 0;           # column value
param spend_steps{OPTION} default 1;
param spend{o in OPTION, 0 .. spend_steps[o] - 1} default 1;

param needed{OPTION, 1 .. 2} symbolic default '';       # instruments or kinds
param own_markets{OPTION} default 0;     # 1: sells only where it may
set FUNDER;
param funder_min{FUNDER} default 0;
param funder_max{FUNDER} default 1;
set BUDGET;
param funder_of{BUDGET} symbolic in FUNDER;
param by_spending{BUDGET} default 0;
param carries{BUDGET} default 0;
param amount{BUDGET, Y} default 0;
set INSTRUMENT;
param kind{INSTRUMENT} symbolic;         # grant loan guarantee equity
                                         # insurance offtake price_support
param funder{INSTRUMENT} symbolic in FUNDER;
param account{INSTRUMENT} symbolic;      # a budget, or none
param ceiling{INSTRUMENT, S} default 1e9;
param ceiling_total{INSTRUMENT} default 1e9;
param share_max{INSTRUMENT} default 1;
param coverage{INSTRUMENT} default 1;
param stake{INSTRUMENT} default 1;
param barred{INSTRUMENT, OPTION} default 0;
param sold{INSTRUMENT} symbolic default '';   # of promises: the material
param strike{INSTRUMENT} default 0;      # USD/t
param price{INSTRUMENT, T} default 0;    # USD/t
param stress{INSTRUMENT} default -1;     # USD/t, instead of the price
param upside{INSTRUMENT} default 0;
param volume{INSTRUMENT} default 1e9;    # t/yr
param volume_share{INSTRUMENT} default 1;
param support_years{INSTRUMENT} default 10;
set OFFER within {PROJECT, INSTRUMENT};  # who may be given what
param ticket_min{OFFER} default 0;
param ticket_max{OFFER} default 1e9;
param given_rate{OFFER} default -1e9;    # budget cost per unit of face

set MATERIAL;
set MARKET;
param makes{OPTION, MATERIAL} default 0;
param takes{OPTION, MATERIAL} default 0;
param target{MATERIAL, MARKET, T} default 0;
param weight{MATERIAL, MARKET, T} default 1;
set LOT;                                 # rows of existing supply
param lot_of{LOT} symbolic in MATERIAL;
param lot_market{LOT} symbolic default '';      # who may use it; '' = anybody
param lot_amount{LOT, T} default 0;
param lot_chosen{LOT} default 0;         # 1: as much of it as is wanted
param lot_pays{LOT} symbolic default '';        # the budget, if any
param lot_cost{LOT} default 0;           # of a tonne, M
param pieces{MATERIAL, MARKET} default 0;       # weight steps of the target
param piece_share{m in MATERIAL, r in MARKET, 1 .. pieces[m, r]};
param piece_weight{m in MATERIAL, r in MARKET, 1 .. pieces[m, r]};
param gap_cost{MATERIAL} default 0;      # of a tonne that is missing, M
param hits_option{DISRUPTION, OPTION} default 0;
param hits_lot{DISRUPTION, LOT} default 0;
param may_sell{OPTION, MARKET} default 0;
param promised{OPTION, MARKET} default 0;       # of its output
param of_funder{MARKET} symbolic default '';
param delivery_band{MARKET} default -1;
param delivery_basis{MARKET} symbolic default 'agreed';
param delivery_each{MARKET} symbolic default 'all';
param delivery_step{MARKET} default 0.05;
param asks_for{MARKET, MATERIAL} default 0;
param offtake_band{MARKET} default -1;
param offtake_basis{MARKET} symbolic default 'equity';

set STOCK default {};
param stock_of{STOCK} symbolic;          # the material
param stock_pays{STOCK} symbolic;        # the budget
param stock_cost{STOCK, T};              # of a tonne held to the end, M
param stock_room{STOCK} default 1e9;
param stock_buys{STOCK} default 1e9;
param stock_gives{STOCK} default 1e9;
param stock_first{STOCK} default 0;

param was{PROJECT} symbolic default '';  # the baseline's option
param was_year{PROJECT} default 0;
param was_face{OFFER} default 0;
param was_bought{STOCK, T} default 0;
param baseline default 0;                # 1: there is one
param keep symbolic default 'committed';

set REQUIRES dimen 3;         # project, other, lag
set EXCLUDES dimen 2;
set TOGETHER dimen 2;
set BONUS dimen 3;            # number, project, other
param gain{BONUS};

# A line is one inequality that a rule stands for. Side 1 is what the rule
# names; side 2 is its base, unless that is the number `fixed`.
set LINE default {};
set SIDE := 1 .. 2;
param measure{LINE, SIDE} symbolic default '';
param attribute{LINE, SIDE, OPTION} default 0;   # of the column x_NAME
param rule_from{LINE, SIDE} default 0;
param rule_to{LINE, SIDE} default 0;
param names_option{LINE, SIDE, OPTION} default 0;
param names_instrument{LINE, SIDE, INSTRUMENT} default 0;
param names_material{LINE, SIDE, MATERIAL} default 0;
param names_market{LINE, SIDE, MARKET} default 0;
param names_lot{LINE, SIDE, LOT} default 0;
param at_least{LINE} default 0;          # 1: a floor, 0: a cap
param amount_of{LINE};                   # what the limit says
param fixed{LINE} default 0;
param penalty{LINE} default 0;           # 0: it must hold
param breach_unit{LINE} default 1;       # what a breach of 1 is
param condition_of{LINE, PROJECT} default 0;
param large{LINE} default 0;             # more than it can be missed by

# --------------------------------------------------------------- the stages
set GOAL := {'shortfall', 'expected_shortfall', 'worst_shortfall',
  'cvar_shortfall', 'budget_cost', 'value', 'face', 'private_capital',
  'time_to_supply', 'changes', 'x_jobs', 'mixed', 'breaches', 'largest_gap',
  'leximin_gap', 'leximin_gap.2', 'leximin_gap.3', 'leximin_gap.4',
  'leximin_gap.5', 'leximin_gap.6', 'targets_met', 'gap_cost', 'net_benefit'};
param discount{g in GOAL} default
  if g = 'value' or g = 'budget_cost' then 0 else round_rate;
param to_output default 0;      # 1: value counts from the first output
param met_level default 1;      # of targets_met
set GAP := {'largest_gap', 'leximin_gap'};
param groups{GAP} default 0;    # of targets that are compared
param group_of{GAP, MATERIAL, MARKET} default 0;
param level default 0.9;        # of cvar_shortfall
param jobs{OPTION} default 0;   # column x_jobs
param jobs_sense default -1;
param mix{GOAL} default 0;      # weights of the blend `mixed`
param aim symbolic in GOAL;
param limit_on{GOAL} default 1e30;  # the worst it may be; 1e30 = none
param held{GOAL} default 1e30;  # 1e30 = not yet; signs as for minimising
param sense{g in GOAL} :=
  if g = 'value' or g = 'private_capital' or g = 'targets_met'
    or g = 'net_benefit' then -1
  else if g = 'x_jobs' then jobs_sense else 1;

# ---------------------------------------------------------------- derived
param in_time{o in OPTION, s in S} :=
  if s < from_year[o] or s > to_year[o] then 0
  else if ready_year[o] > s then 0
  else if s = first_commit and ready_late[o] = 1 then 0
  else 1;
param cleared{p in PROJECT, s in S} :=
  if status[p] = 'out' then 0
  else if status[p] = 'committed' then 1
  else if review[p] = 'blocked' or concern[p] > concern_max then 0
  else if review[p] <> 'pending' or pending_rule = 'allow' then 1
  else if pending_rule = 'exclude' or review_year[p] = 0 then 0
  else if review_year[p] > s then 0
  else if s = first_commit and review_late[p] = 1 then 0
  else 1;
param begins := if respond = 0 then first_commit else breaks[respond];
param kept{p in PROJECT} :=
  if was[p] = '' then 0
  else if keep = 'all' or (keep = 'committed' and status[p] = 'committed')
  then 1
  else if was_year[p] < begins then 1
  else 0;
set START := setof{o in OPTION, s in S:
  in_time[o, s] = 1 and cleared[project_of[o], s] = 1
  and (s >= begins or kept[project_of[o]] = 1)} (o, s);
param exposed{k in INSTRUMENT} :=
  if kind[k] = 'guarantee' or kind[k] = 'insurance' then coverage[k] else 1;
set SOURCE := {'grant', 'loan', 'equity'};
set DEAL := setof{(o, s) in START, k in INSTRUMENT:
  (project_of[o], k) in OFFER and barred[k, o] = 0} (o, k, s);
param step{o in OPTION, a in 0 .. 100} :=        # share of capacity, by age
  if a >= life[o] then 0
  else (if derate = 1 then probability[o] else 1)
    * (if ramp_steps[o] = 0 then 1 else ramp[o, min(a, ramp_steps[o] - 1)]);
param at_work{w in WORLD, t in T} :=             # the disruption, if any
  if w > 0 then w
  else if respond = 0 then 0
  else if t >= breaks[respond] and t <= heals[respond] then respond
  else 0;
set J := {w in WORLD, t in T: w = 0 or (looks_ahead = 1 and w <> respond
  and t >= (if w = 0 then 0 else breaks[w])
  and t <= (if w = 0 then 0 else heals[w]))};
param able{o in OPTION, s in S, (w, t) in J} :=
  (if t < s + build[o] then 0 else step[o, t - s - build[o]])
  * (if at_work[w, t] = 0 then 1 else
     1 - loss[at_work[w, t]] * hits_option[at_work[w, t], o]);
param left_of{l in LOT, (w, t) in J} := if at_work[w, t] = 0 then 1 else
  1 - loss[at_work[w, t]] * hits_lot[at_work[w, t], l];
param spent{(o, s) in START, y in Y} :=
  sum{n in 0 .. spend_steps[o] - 1:
      s + n = y or (y = max{q in Y} q and s + n > y)} spend[o, n];
# Promises: what is sold under them, at the strike and at its cost, M.
param sells{o in OPTION, k in INSTRUMENT, i in 0 .. support_years[k] - 1} :=
  min(volume[k], volume_share[k] * step[o, i]
    * sum{m in MATERIAL: m = sold[k]} makes[o, m])
  * (1 + round_rate) ^ -(build[o] + i) / 1e6;
param worth_then{k in INSTRUMENT, t in T} :=
  if stress[k] >= 0 then stress[k] else price[k, t];
param costs{k in INSTRUMENT, t in T} :=
  if kind[k] = 'offtake' then max(0, strike[k] - price[k, t])
  else if strike[k] > worth_then[k, t] then strike[k] - worth_then[k, t]
  else upside[k] * (strike[k] - worth_then[k, t]);
param whole{(o, k, s) in DEAL} :=
  if sold[k] = '' then capex[o]
  else strike[k] * sum{i in 0 .. support_years[k] - 1} sells[o, k, i];
param charged{(o, k, s) in DEAL} :=
  if given_rate[project_of[o], k] > -1e8 then given_rate[project_of[o], k]
  else if whole[o, k, s] = 0 then 0
  else max(if earns = 1 then -1e9 else 0,
    sum{i in 0 .. support_years[k] - 1} sells[o, k, i]
      * costs[k, max(first_year, min(last_year, s + build[o] + i))]
    / whole[o, k, s]);

# -------------------------------------------------------------- decisions
var go{START} binary;
var face{DEAL} >= 0;
var uses{OFFER} binary;
var equity{START} >= 0;
var debt{START} >= 0;
var run{OPTION, J} >= 0;
set SALE := {o in OPTION, m in MATERIAL, r in MARKET:
  own_markets[o] = 1 and may_sell[o, r] = 1 and makes[o, m] > 0};
var deliver{MATERIAL, MARKET, J} >= 0;
var from_own{MATERIAL, MARKET, J} >= 0;
var from_pool{MATERIAL, MARKET, J} >= 0;
var sell{(o, m, r) in SALE, (w, t) in J: target[m, r, t] > 0} >= 0;
var short{MATERIAL, MARKET, J} >= 0;
var take{LOT, T} >= 0;
var lot{LOT, J} >= 0;
var buy{STOCK, T} >= 0;
var release{STOCK, J} >= 0;
var both{BONUS} >= 0;

# ------------------------------------------------------ 1 once, 2 and 3 money
s.t. once{p in PROJECT}:
  sum{(o, s) in START: project_of[o] = p} go[o, s] <= 1;
s.t. due{p in PROJECT: status[p] = 'must' or status[p] = 'committed'}:
  sum{(o, s) in START: project_of[o] = p} go[o, s] >= 1;
s.t. paid{(o, s) in START}:
  equity[o, s] + debt[o, s]
  + sum{(o, k, s) in DEAL: kind[k] in SOURCE} face[o, k, s]
  = capex[o] * go[o, s];
s.t. own_money{(o, s) in START}:
  equity[o, s] >= sponsor_min[o] * capex[o] * go[o, s];
s.t. own_purse{(o, s) in START}: equity[o, s] <= sponsor_max[o] * go[o, s];
s.t. leverage{(o, s) in START}:
  debt[o, s] + sum{(o, k, s) in DEAL: kind[k] = 'loan'} face[o, k, s]
  <= debt_share[o] * capex[o] * go[o, s];
s.t. serviceable{(o, s) in START}:
  debt[o, s] + sum{(o, k, s) in DEAL: kind[k] = 'loan'} face[o, k, s]
  <= debt_capacity[o] * go[o, s];
s.t. granted{(o, s) in START}:
  sum{(o, k, s) in DEAL: kind[k] = 'grant'} face[o, k, s]
  <= grant_share[o] * capex[o] * go[o, s];
s.t. public{(o, s) in START}:
  sum{(o, k, s) in DEAL: kind[k] in SOURCE or kind[k] = 'guarantee'}
    exposed[k] * face[o, k, s]
  <= public_share[o] * capex[o] * go[o, s];
s.t. staked{(o, k, s) in DEAL: kind[k] = 'equity'}:
  face[o, k, s] <= stake[k] * (equity[o, s]
    + sum{(o, q, s) in DEAL: kind[q] = 'equity'} face[o, q, s]);
s.t. lent{(o, s) in START}:
  debt[o, s] <= bank_max[o] * go[o, s]
  + sum{(o, k, s) in DEAL: kind[k] = 'guarantee'} face[o, k, s];
s.t. wrapped{(o, s) in START}:
  sum{(o, k, s) in DEAL: kind[k] = 'guarantee'} face[o, k, s] <= debt[o, s];

s.t. insured{(o, s) in START}:
  sum{(o, k, s) in DEAL: kind[k] = 'insurance'} face[o, k, s]
  <= equity[o, s] + debt[o, s];
s.t. provided{(o, s) in START, n in 1 .. 2: needed[o, n] <> ''}:
  sum{(o, k, s) in DEAL: k = needed[o, n] or kind[k] = needed[o, n]}
    (if sold[k] <> '' then (if whole[o, k, s] > 0 then 1 / whole[o, k, s] else 0)
     else if ticket_min[project_of[o], k] > 0
     then 1 / ticket_min[project_of[o], k] else 0) * face[o, k, s]
  >= go[o, s];

# ---------------------------------------------------------------- 4 tickets
s.t. share_cap{(o, k, s) in DEAL}:
  face[o, k, s] <= share_max[k] * whole[o, k, s] * go[o, s];
s.t. ticket_low{(p, k) in OFFER}:
  sum{(o, k, s) in DEAL: project_of[o] = p} face[o, k, s]
  >= ticket_min[p, k] * uses[p, k];
s.t. ticket_high{(p, k) in OFFER}:
  sum{(o, k, s) in DEAL: project_of[o] = p} face[o, k, s]
  <= min(ticket_max[p, k], sum{(o, k, s) in DEAL: project_of[o] = p}
                             whole[o, k, s]) * uses[p, k];
s.t. few{p in PROJECT}:
  sum{(p, k) in OFFER} uses[p, k]
  <= sum{(o, s) in START: project_of[o] = p} instruments_max[o] * go[o, s];

# ---------------------------------------------- 5 budgets, ceilings, funders
s.t. budget{b in BUDGET, y in Y}:
  sum{(o, k, s) in DEAL, q in Y: account[k] = b
      and (q = y or (carries[b] = 1 and q < y))}
    (if by_spending[b] = 1 then spent[o, s, q]
     else if s = q then 1 else 0)
    * charged[o, k, s] * face[o, k, s]
  + sum{h in STOCK, t in T: stock_pays[h] = b
        and (t = y or (carries[b] = 1 and t < y))} stock_cost[h, t] * buy[h, t]
  + sum{l in LOT, t in T: lot_pays[l] = b
        and (t = y or (carries[b] = 1 and t < y))} lot_cost[l] * take[l, t]
  <= sum{q in Y: q = y or (carries[b] = 1 and q < y)} amount[b, q];
s.t. yearly_ceiling{k in INSTRUMENT, s in S}:
  sum{(o, k, s) in DEAL} exposed[k] * face[o, k, s] <= ceiling[k, s];
s.t. whole_ceiling{k in INSTRUMENT}:
  sum{(o, k, s) in DEAL} exposed[k] * face[o, k, s] <= ceiling_total[k];
var paid_by{FUNDER};
s.t. is_paid{f in FUNDER}: paid_by[f] =
  sum{(o, k, s) in DEAL: funder[k] = f} charged[o, k, s] * face[o, k, s]
  + sum{h in STOCK, t in T: funder_of[stock_pays[h]] = f}
      stock_cost[h, t] * buy[h, t]
  + sum{l in LOT, t in T, b in BUDGET: b = lot_pays[l] and funder_of[b] = f}
      lot_cost[l] * take[l, t];
s.t. funder_low{f in FUNDER: funder_min[f] > 0}:
  paid_by[f] >= funder_min[f] * sum{g in FUNDER} paid_by[g];
s.t. funder_high{f in FUNDER: funder_max[f] < 1}:
  paid_by[f] <= funder_max[f] * sum{g in FUNDER} paid_by[g];

# ------------------------------------------------- 6 supply chain, 7 targets
s.t. capacity{o in OPTION, (w, t) in J}:
  run[o, w, t] <= sum{(o, s) in START} able[o, s, w, t] * go[o, s];
s.t. is_lot{l in LOT, (w, t) in J}: lot[l, w, t] = left_of[l, w, t]
  * (if lot_chosen[l] = 1 then take[l, t] else lot_amount[l, t]);
s.t. may_take{l in LOT, t in T}: take[l, t] <= if lot_chosen[l] = 0
  or (lot_pays[l] <> '' and (t < first_commit or t > max{b in BUDGET:
      b = lot_pays[l]} (if by_spending[b] = 1 then last_year
                        else last_commit))) then 0
  else lot_amount[l, t];
s.t. balance{m in MATERIAL, (w, t) in J}:
  sum{l in LOT: lot_of[l] = m and lot_market[l] = ''} lot[l, w, t]
  + sum{o in OPTION} makes[o, m] * run[o, w, t]
  + sum{h in STOCK: stock_of[h] = m} release[h, w, t]
  >= sum{o in OPTION} takes[o, m] * run[o, w, t]
  + sum{h in STOCK: stock_of[h] = m and at_work[w, t] = 0} buy[h, t]
  + sum{r in MARKET} from_pool[m, r, w, t]
  + sum{(o, m, r) in SALE: target[m, r, t] > 0} sell[o, m, r, w, t];
s.t. pool{m in MATERIAL, (w, t) in J}:
  sum{r in MARKET} from_pool[m, r, w, t]
  <= sum{l in LOT: lot_of[l] = m and lot_market[l] = ''} lot[l, w, t]
  + sum{o in OPTION: own_markets[o] = 0} makes[o, m] * run[o, w, t]
  + sum{h in STOCK: stock_of[h] = m} release[h, w, t];
s.t. own_limit{m in MATERIAL, r in MARKET, (w, t) in J}:
  from_own[m, r, w, t]
  <= sum{l in LOT: lot_of[l] = m and lot_market[l] = r} lot[l, w, t];
s.t. received{m in MATERIAL, r in MARKET, (w, t) in J}:
  deliver[m, r, w, t] <= from_own[m, r, w, t] + from_pool[m, r, w, t]
  + sum{(o, m, r) in SALE: target[m, r, t] > 0} sell[o, m, r, w, t];
s.t. need{m in MATERIAL, r in MARKET, (w, t) in J}:
  deliver[m, r, w, t] + short[m, r, w, t] >= target[m, r, t];
s.t. no_more{m in MATERIAL, r in MARKET, (w, t) in J}:
  deliver[m, r, w, t] <= target[m, r, t];
s.t. output{o in OPTION, m in MATERIAL, (w, t) in J: own_markets[o] = 1}:
  sum{(o, m, r) in SALE: target[m, r, t] > 0} sell[o, m, r, w, t]
  <= makes[o, m] * run[o, w, t];
s.t. promise{(o, m, r) in SALE, (w, t) in J: target[m, r, t] > 0}:
  sell[o, m, r, w, t] >= promised[o, r] * makes[o, m] * run[o, w, t];
s.t. stake_pays{(o, m, r) in SALE, (w, t) in J: target[m, r, t] > 0
    and offtake_band[r] >= 0 and capex[o] > 0}:
  sell[o, m, r, w, t] >= sum{(o, s) in START} makes[o, m] * able[o, s, w, t]
  * ( sum{(o, k, s) in DEAL: funder[k] = of_funder[r]
        and (offtake_basis[r] <> 'equity' or kind[k] = 'equity')}
      (if offtake_basis[r] = 'budget_cost' then charged[o, k, s] else 1)
      * face[o, k, s] / capex[o]
    - offtake_band[r] * go[o, s] );
# The market's share of deliveries, over all materials or of each by itself,
# is near its funder's share of cost: the agreed one, or the step that what it
# really pays is in.
var portion{MATERIAL, MARKET};
s.t. is_portion{m in MATERIAL, r in MARKET}: portion[m, r] =
  sum{t in T: sum{q in MARKET} target[m, q, t] > 0}
    deliver[m, r, 0, t] / (sum{q in MARKET} target[m, q, t]);
set STEPS := setof{r in MARKET, k in 1 .. 100: delivery_band[r] >= 0
  and (k = 1 or (delivery_basis[r] = 'paid'
                 and (k - 1) * delivery_step[r] < 1 - 1e-9))} (r, k);
param step_low{(r, k) in STEPS} := if delivery_basis[r] = 'paid'
  then (k - 1) * delivery_step[r]
  else sum{f in FUNDER: f = of_funder[r]} funder_min[f];
param step_high{(r, k) in STEPS} := if delivery_basis[r] = 'paid'
  then min(1, k * delivery_step[r])
  else sum{f in FUNDER: f = of_funder[r]} funder_max[f];
set BANDS := setof{(r, k) in STEPS: delivery_each[r] = 'all'
    and sum{m in MATERIAL} asks_for[r, m] > 0} (r, k, 'all')
  union setof{(r, k) in STEPS, m in MATERIAL: delivery_each[r] = 'material'
    and asks_for[r, m] = 1} (r, k, m);
param most_paid := 1
  + sum{(p, k) in OFFER, o in OPTION: project_of[o] = p} 2
    * max{s in S} (if (o, k, s) in DEAL then abs(charged[o, k, s])
      * min(ticket_max[p, k], whole[o, k, s]) else 0)
  + sum{b in BUDGET: exists{h in STOCK} stock_pays[h] = b
      or exists{l in LOT} lot_pays[l] = b} sum{y in Y} amount[b, y];
var at_step{STEPS} binary;
s.t. one_step{r in MARKET: delivery_band[r] >= 0}:
  sum{(r, k) in STEPS} at_step[r, k] = 1;
s.t. step_is_paid{(r, k) in STEPS: delivery_basis[r] = 'paid'}:
  sum{f in FUNDER: f = of_funder[r]} paid_by[f]
  >= step_low[r, k] * sum{f in FUNDER} paid_by[f]
   - most_paid * (1 - at_step[r, k]);
s.t. step_is_not_above{(r, k) in STEPS: delivery_basis[r] = 'paid'}:
  sum{f in FUNDER: f = of_funder[r]} paid_by[f]
  <= step_high[r, k] * sum{f in FUNDER} paid_by[f]
   + most_paid * (1 - at_step[r, k]);
s.t. portion_low{(r, k, m) in BANDS}:
  sum{n in MATERIAL: m = 'all' or n = m} (portion[n, r]
    - (step_low[r, k] - delivery_band[r]) * sum{q in MARKET} portion[n, q])
  >= - card(T) * card(MATERIAL) * (1 - at_step[r, k]);
s.t. portion_high{(r, k, m) in BANDS}:
  sum{n in MATERIAL: m = 'all' or n = m} (portion[n, r]
    - (step_high[r, k] + delivery_band[r]) * sum{q in MARKET} portion[n, q])
  <= card(T) * card(MATERIAL) * (1 - at_step[r, k]);

# -------------------------------------------------------------- stockpiles
s.t. may_buy{h in STOCK, t in T}:
  buy[h, t] <= if at_work[0, t] > 0 or t < first_commit
    or (by_spending[stock_pays[h]] = 0 and t > last_commit) then 0
    else stock_buys[h];
s.t. may_release{h in STOCK, (w, t) in J}:
  release[h, w, t] <= if at_work[w, t] = 0 then 0 else stock_gives[h];
s.t. room{h in STOCK}:
  stock_first[h] + sum{t in T} buy[h, t] <= stock_room[h];
s.t. in_store{h in STOCK, (w, t) in J: at_work[w, t] > 0}:
  sum{(w, q) in J: q <= t and at_work[w, q] > 0} release[h, w, q]
  <= stock_first[h]
   + sum{q in T: q < (if at_work[w, t] = 0 then 0 else breaks[at_work[w, t]])}
       buy[h, q];

# ------------------------------------------------------------------ 8 rules
# Money and counts add up over years of commitment, flows over years of
# supply. A rule that is a project's condition holds while that project goes
# ahead; a soft one may be missed, which its breach counts.
set ABOUT := setof{l in LINE, n in SIDE: measure[l, n] <> ''} (l, n);
var amount_at{LINE, SIDE};
param counts{(l, n) in ABOUT, o in OPTION} :=
  if names_option[l, n, o] = 0 then 0
  else if measure[l, n] = 'count' then 1
  else if measure[l, n] = 'capex' then capex[o]
  else if measure[l, n] = 'value' then worth[o]
  else if measure[l, n] = 'attribute' then attribute[l, n, o] else 0;
param pays{(l, n) in ABOUT, k in INSTRUMENT} :=
  if names_instrument[l, n, k] = 0 then 0
  else if measure[l, n] = 'face' or measure[l, n] = 'budget_cost' then 1
  else if measure[l, n] = 'exposure' then exposed[k]
  else if measure[l, n] = 'public_face' and kind[k] in SOURCE then 1
  else if measure[l, n] = 'public_face' and kind[k] = 'guarantee'
  then exposed[k] else 0;
param asked{(l, n) in ABOUT} := sum{m in MATERIAL, r in MARKET, t in T:
    names_material[l, n, m] = 1 and names_market[l, n, r] = 1
    and t >= rule_from[l, n] and t <= rule_to[l, n]} target[m, r, t];
s.t. is_amount{(l, n) in ABOUT: not (measure[l, n] in
    {'supply', 'delivered', 'coverage'})}: amount_at[l, n] =
  sum{(o, s) in START: names_option[l, n, o] = 1
      and s >= rule_from[l, n] and s <= rule_to[l, n]}
  ( counts[l, n, o] * go[o, s]
  + (if measure[l, n] = 'private_capital' then 1 else 0)
    * (equity[o, s] + debt[o, s])
  + sum{(o, k, s) in DEAL} pays[l, n, k] * face[o, k, s]
    * (if measure[l, n] = 'budget_cost' then charged[o, k, s] else 1) );
s.t. is_supply{(l, n) in ABOUT: measure[l, n] = 'supply'}: amount_at[l, n] =
  sum{t in T: t >= rule_from[l, n] and t <= rule_to[l, n]}
  ( sum{q in LOT: names_lot[l, n, q] = 1} lot[q, 0, t]
  + sum{o in OPTION, m in MATERIAL: names_material[l, n, m] = 1
        and names_option[l, n, o] = 1} makes[o, m] * run[o, 0, t] );
s.t. is_delivered{(l, n) in ABOUT: measure[l, n] = 'delivered'
    or measure[l, n] = 'coverage'}: amount_at[l, n] =
  sum{m in MATERIAL, r in MARKET, t in T:
    names_material[l, n, m] = 1 and names_market[l, n, r] = 1
    and t >= rule_from[l, n] and t <= rule_to[l, n]} deliver[m, r, 0, t]
  / (if measure[l, n] = 'coverage' then asked[l, n] else 1);
s.t. is_fixed{l in LINE: measure[l, 2] = ''}: amount_at[l, 2] = fixed[l];
set CASE := setof{l in LINE: sum{p in PROJECT} condition_of[l, p] = 0} (l, 0)
  union setof{l in LINE, p in PROJECT: condition_of[l, p] = 1} (l, p);
var eased{CASE} >= 0;                    # by how much, while p does not go
var breach{LINE} >= 0;
s.t. is_eased{(l, p) in CASE}: eased[l, p] <=
  if p = 0 then 0 else large[l] * (1 - sum{(o, s) in START: project_of[o] = p}
    go[o, s]);
s.t. is_hard{l in LINE: penalty[l] = 0}: breach[l] = 0;
s.t. rule_low{(l, p) in CASE: at_least[l] = 1}:
  amount_at[l, 1] >= amount_of[l] * amount_at[l, 2]
  - breach_unit[l] * breach[l] - eased[l, p];
s.t. rule_high{(l, p) in CASE: at_least[l] = 0}:
  amount_at[l, 1] <= amount_of[l] * amount_at[l, 2]
  + breach_unit[l] * breach[l] + eased[l, p];

# ------------------------------------------------------------------ 9 links
s.t. requires{(p, q, lag) in REQUIRES, s in S}:
  sum{(o, v) in START: project_of[o] = p and v <= s} go[o, v]
  <= sum{(o, v) in START: project_of[o] = q and v <= s - lag} go[o, v];
s.t. excludes{(p, q) in EXCLUDES}:
  sum{(o, s) in START: project_of[o] = p or project_of[o] = q} go[o, s] <= 1;
s.t. together{(p, q) in TOGETHER}:
  sum{(o, s) in START: project_of[o] = p} go[o, s]
  = sum{(o, s) in START: project_of[o] = q} go[o, s];
s.t. both_first{(n, p, q) in BONUS}:
  both[n, p, q] <= sum{(o, s) in START: project_of[o] = p} go[o, s];
s.t. both_second{(n, p, q) in BONUS}:
  both[n, p, q] <= sum{(o, s) in START: project_of[o] = q} go[o, s];
s.t. both_due{(n, p, q) in BONUS}:
  both[n, p, q] >= sum{(o, s) in START: project_of[o] = p
                       or project_of[o] = q} go[o, s] - 1;

# --------------------------------------------------------------- baseline
s.t. stays{p in PROJECT: kept[p] = 1}:
  sum{(o, s) in START: o = was[p] and s = was_year[p]} go[o, s] = 1;
s.t. stays_paid{(p, k) in OFFER: kept[p] = 1 and was_face[p, k] > 0}:
  sum{(o, k, s) in DEAL: o = was[p] and s = was_year[p]} face[o, k, s]
  >= was_face[p, k];
s.t. stays_bought{h in STOCK, t in T: respond > 0 and t < begins}:
  buy[h, t] = was_bought[h, t];

# ------------------------------------------------------------------ goals
var score{GOAL};
param weighs{g in GOAL, m in MATERIAL, r in MARKET, t in T} :=
  if target[m, r, t] = 0 then 0 else
  weight[m, r, t] * (1 + discount[g]) ^ (first_year - t) / target[m, r, t];
set RISK := {'shortfall', 'expected_shortfall', 'worst_shortfall',
  'cvar_shortfall'};
var lack{RISK, WORLD};
# A target with weight steps: pieces of what is missing, the first ones first.
var piece{m in MATERIAL, r in MARKET, J, 1 .. pieces[m, r]} >= 0;
s.t. in_pieces{m in MATERIAL, r in MARKET, (w, t) in J: pieces[m, r] > 0}:
  sum{n in 1 .. pieces[m, r]} piece[m, r, w, t, n] = short[m, r, w, t];
s.t. piece_ends{m in MATERIAL, r in MARKET, (w, t) in J,
    n in 1 .. pieces[m, r] - 1}:
  piece[m, r, w, t, n] <= piece_share[m, r, n] * target[m, r, t];
s.t. is_lack{g in RISK, v in WORLD}: lack[g, v] =
  sum{m in MATERIAL, r in MARKET, (w, t) in J:
      w = v or (w = 0 and not ((v, t) in J))}
    weighs[g, m, r, t] * (if pieces[m, r] = 0 then short[m, r, w, t] else
      sum{n in 1 .. pieces[m, r]} piece_weight[m, r, n] * piece[m, r, w, t, n]);
param odds{v in WORLD} :=
  if v > 0 then chance[v] else max(0, 1 - sum{d in DISRUPTION} chance[d]);
var threshold >= 0;
var excess{WORLD} >= 0;
s.t. is_excess{v in WORLD}:
  excess[v] >= lack['cvar_shortfall', v] - threshold;
s.t. is_shortfall: score['shortfall'] = lack['shortfall', 0];
s.t. is_expected: score['expected_shortfall'] =
  sum{v in WORLD} odds[v] * lack['expected_shortfall', v];
s.t. is_worst{v in WORLD}:
  score['worst_shortfall'] >= lack['worst_shortfall', v];
s.t. is_cvar: score['cvar_shortfall'] =
  threshold + sum{v in WORLD} odds[v] * excess[v] / (1 - level);
var spends{GOAL};
s.t. is_spends{g in GOAL}: spends[g] =
  sum{(o, k, s) in DEAL} charged[o, k, s] * face[o, k, s]
    / (1 + discount[g]) ^ (s - first_commit)
  + sum{h in STOCK, t in T} stock_cost[h, t] * buy[h, t]
    / (1 + discount[g]) ^ (t - first_commit)
  + sum{l in LOT, t in T: lot_pays[l] <> ''} lot_cost[l] * take[l, t]
    / (1 + discount[g]) ^ (t - first_commit)
  - sum{(n, p, q) in BONUS} gain[n, p, q] * both[n, p, q];
s.t. is_budget_cost: score['budget_cost'] = spends['budget_cost'];
param idle{o in OPTION} :=
  sum{a in 0 .. ramp_steps[o] - 1: sum{b in 0 .. a} ramp[o, b] = 0} 1;
s.t. is_value: score['value'] =
  sum{(o, s) in START} worth[o] * go[o, s] / (1 + discount['value'])
    ^ (s - first_commit + to_output * (build[o] + idle[o]))
  + sum{(n, p, q) in BONUS} gain[n, p, q] * both[n, p, q];
s.t. is_face: score['face'] = sum{(o, k, s) in DEAL} face[o, k, s];
s.t. is_private: score['private_capital'] =
  sum{(o, s) in START} (equity[o, s] + debt[o, s]);
s.t. is_time: score['time_to_supply'] =
  sum{(o, s) in START: sum{m in MATERIAL} makes[o, m] > 0}
    (s - first_commit + build[o] + idle[o]) * go[o, s];
s.t. is_changes: score['changes'] =
  sum{(o, s) in START: was[project_of[o]] = ''} go[o, s]
  + sum{p in PROJECT: was[p] <> ''}
    (1 - sum{(o, s) in START: o = was[p] and s = was_year[p]} go[o, s]);
s.t. is_jobs: score['x_jobs'] = sum{(o, s) in START} jobs[o] * go[o, s];
s.t. is_breaches: score['breaches'] = sum{l in LINE} penalty[l] * breach[l];
# Gaps: the mean share missing of each group of targets, by weight and year.
param sizes{g in GAP, n in 1 .. groups[g]} := sum{m in MATERIAL, r in MARKET,
  t in T: group_of[g, m, r] = n} weighs[g, m, r, t] * target[m, r, t];
var gap{g in GAP, n in 1 .. groups[g]} >= 0;
s.t. is_gap{g in GAP, n in 1 .. groups[g]}: gap[g, n] =
  (if sizes[g, n] = 0 then 0 else 1 / sizes[g, n])
  * sum{m in MATERIAL, r in MARKET, t in T: group_of[g, m, r] = n}
    weighs[g, m, r, t] * short[m, r, 0, t];
s.t. is_largest{n in 1 .. groups['largest_gap']}:
  score['largest_gap'] >= gap['largest_gap', n];
s.t. none_largest: score['largest_gap'] >= 0;
# The sum of the k largest is no less than that of any k.
set RANK := 1 .. 6;
param rank_of{k in RANK} symbolic :=
  if k = 1 then 'leximin_gap' else 'leximin_gap.' & k;
set CHOICE := 1 .. 2 ^ groups['leximin_gap'] - 1;
set CHOSEN{c in CHOICE} := setof{n in 1 .. groups['leximin_gap']:
  floor(c / 2 ^ (n - 1)) mod 2 = 1} n;
s.t. is_rank{k in RANK, c in CHOICE:
    card(CHOSEN[c]) = min(k, groups['leximin_gap'])}:
  score[rank_of[k]] >= sum{n in CHOSEN[c]} gap['leximin_gap', n];
s.t. none_rank{k in RANK}: score[rank_of[k]] >= 0;
set WANTED := setof{m in MATERIAL, r in MARKET:
  sum{t in T} target[m, r, t] > 0} (m, r);
var met{WANTED} binary;
s.t. is_met_then{(m, r) in WANTED}: sum{t in T} deliver[m, r, 0, t]
  >= met_level * met[m, r] * sum{t in T} target[m, r, t];
s.t. is_met: score['targets_met'] = sum{(m, r) in WANTED} met[m, r]
  * (sum{t in T: target[m, r, t] > 0} weight[m, r, t])
  / (sum{t in T: target[m, r, t] > 0} 1);
var costs_missing{GOAL};
s.t. is_costs_missing{g in GOAL}: costs_missing[g] = sum{m in MATERIAL,
    r in MARKET, t in T} gap_cost[m] * short[m, r, 0, t]
    / (1 + discount[g]) ^ (t - first_commit);
s.t. is_gap_cost: score['gap_cost'] = costs_missing['gap_cost'];
# What would be missing without any project, and without optional supply.
param bare{m in MATERIAL, t in T} := max(0, sum{r in MARKET} max(0,
    target[m, r, t] - sum{l in LOT: lot_of[l] = m and lot_market[l] = r
      and lot_chosen[l] = 0} left_of[l, 0, t] * lot_amount[l, t])
  - sum{l in LOT: lot_of[l] = m and lot_market[l] = ''
      and lot_chosen[l] = 0} left_of[l, 0, t] * lot_amount[l, t]);
s.t. is_net: score['net_benefit'] = - costs_missing['net_benefit']
  - spends['net_benefit'] + sum{m in MATERIAL, t in T} gap_cost[m] * bare[m, t]
    / (1 + discount['net_benefit']) ^ (t - first_commit);
s.t. is_mixed: score['mixed'] =
  sum{g in GOAL: mix[g] <> 0} mix[g] * sense[g] * score[g];
s.t. limited{g in GOAL: limit_on[g] < 1e30}:
  sense[g] * score[g] <= sense[g] * limit_on[g];
s.t. hold{g in GOAL: held[g] < 1e30}: sense[g] * score[g] <= held[g];

minimize objective: sense[aim] * score[aim];

end;
