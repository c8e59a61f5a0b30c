/* A funding round as a mixed-integer program in GNU MathProg, stated from the
   published formulation alone. It shares no code with orefolio and is written
   row by row without its shortcuts: no bound is tightened, no row is left out.

     glpsol -m round.mod -d ROUND.dat -d STAGE.dat

   ROUND.dat holds the round; STAGE.dat says which goal to optimise (`aim`) and
   at what values the goals before it are held (`held`). Money is in millions,
   flows in t/yr, shares are fractions. An option's name is unique: "P1.base". */

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

set FUNDER;
param funder_min{FUNDER} default 0;
param funder_max{FUNDER} default 1;
set BUDGET;
param by_spending{BUDGET} default 0;
param carries{BUDGET} default 0;
param amount{BUDGET, Y} default 0;
set INSTRUMENT;
param kind{INSTRUMENT} symbolic;         # grant loan guarantee equity
param funder{INSTRUMENT} symbolic in FUNDER;
param account{INSTRUMENT} symbolic;      # a budget, or none
param ceiling{INSTRUMENT, S} default 1e9;
param ceiling_total{INSTRUMENT} default 1e9;
param share_max{INSTRUMENT} default 1;
param coverage{INSTRUMENT} default 1;
param stake{INSTRUMENT} default 1;
set OFFER within {PROJECT, INSTRUMENT};  # who may be given what
param ticket_min{OFFER} default 0;
param ticket_max{OFFER} default 1e9;
param rate{OFFER};                       # budget cost per unit of face

set MATERIAL;
set COUNTRY;
set MARKET;
param makes{OPTION, MATERIAL} default 0;
param takes{OPTION, MATERIAL} default 0;
param target{MATERIAL, MARKET, T} default 0;
param weight{MATERIAL, MARKET, T} default 1;
param supply{MATERIAL, COUNTRY, T} default 0;           # for anybody
param own_supply{MATERIAL, COUNTRY, MARKET, T} default 0;   # for one market

set REQUIRES dimen 3;         # project, other, lag
set EXCLUDES dimen 2;
set TOGETHER dimen 2;
set BONUS dimen 3;            # number, project, other
param gain{BONUS};

set RULE default {};                     # one for each country where asked
param measure{RULE} symbolic;
param attribute{RULE, OPTION} default 0;         # of the column x_NAME
param rule_from{RULE};
param rule_to{RULE};
param names_option{RULE, OPTION} default 0;
param names_instrument{RULE, INSTRUMENT} default 0;
param names_material{RULE, MATERIAL} default 0;
param names_supply{RULE, MATERIAL, COUNTRY} default 0;
param at_least{RULE} default -1e9;
param at_most{RULE} default 1e9;
param share_least{RULE} default -1;
param share_most{RULE} default 2;

# --------------------------------------------------------------- the stages
set GOAL := {'shortfall', 'budget_cost', 'value', 'face', 'private_capital'};
param discount{GOAL} default 0;
param aim symbolic in GOAL;
param held{GOAL} default 1e30;  # 1e30 = not yet; signs as for minimising
param sense{g in GOAL} :=
  if g = 'value' or g = 'private_capital' then -1 else 1;

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
set START := setof{o in OPTION, s in S:
  in_time[o, s] = 1 and cleared[project_of[o], s] = 1} (o, s);
param exposed{k in INSTRUMENT} :=
  if kind[k] = 'guarantee' then coverage[k] else 1;
set DEAL := setof{(o, s) in START, k in INSTRUMENT:
  (project_of[o], k) in OFFER} (o, k, s);
param running{(o, s) in START, t in T} :=
  if t < s + build[o] or t >= s + build[o] + life[o] then 0
  else (if derate = 1 then probability[o] else 1)
    * (if ramp_steps[o] = 0 then 1
       else ramp[o, min(t - s - build[o], ramp_steps[o] - 1)]);
param spent{(o, s) in START, y in Y} :=
  sum{n in 0 .. spend_steps[o] - 1:
      s + n = y or (y = max{q in Y} q and s + n > y)} spend[o, n];

# -------------------------------------------------------------- decisions
var go{START} binary;
var face{DEAL} >= 0;
var uses{OFFER} binary;
var equity{START} >= 0;
var debt{START} >= 0;
var run{OPTION, T} >= 0;
var deliver{MATERIAL, MARKET, T} >= 0;
var from_own{MATERIAL, MARKET, T} >= 0;
var short{MATERIAL, MARKET, T} >= 0;
var both{BONUS} >= 0;

# ------------------------------------------------------ 1 once, 2 and 3 money
s.t. once{p in PROJECT}:
  sum{(o, s) in START: project_of[o] = p} go[o, s] <= 1;
s.t. due{p in PROJECT: status[p] = 'must' or status[p] = 'committed'}:
  sum{(o, s) in START: project_of[o] = p} go[o, s] >= 1;
s.t. paid{(o, s) in START}:
  equity[o, s] + debt[o, s]
  + sum{(o, k, s) in DEAL: kind[k] <> 'guarantee'} face[o, k, s]
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
  sum{(o, k, s) in DEAL} exposed[k] * face[o, k, s]
  <= public_share[o] * capex[o] * go[o, s];
s.t. staked{(o, k, s) in DEAL: kind[k] = 'equity'}:
  face[o, k, s] <= stake[k] * (equity[o, s]
    + sum{(o, q, s) in DEAL: kind[q] = 'equity'} face[o, q, s]);
s.t. lent{(o, s) in START}:
  debt[o, s] <= bank_max[o] * go[o, s]
  + sum{(o, k, s) in DEAL: kind[k] = 'guarantee'} face[o, k, s];
s.t. wrapped{(o, s) in START}:
  sum{(o, k, s) in DEAL: kind[k] = 'guarantee'} face[o, k, s] <= debt[o, s];

# ---------------------------------------------------------------- 4 tickets
s.t. share_cap{(o, k, s) in DEAL}:
  face[o, k, s] <= share_max[k] * capex[o] * go[o, s];
s.t. ticket_low{(p, k) in OFFER}:
  sum{(o, k, s) in DEAL: project_of[o] = p} face[o, k, s]
  >= ticket_min[p, k] * uses[p, k];
s.t. ticket_high{(p, k) in OFFER}:
  sum{(o, k, s) in DEAL: project_of[o] = p} face[o, k, s]
  <= min(ticket_max[p, k], max{o in OPTION: project_of[o] = p} capex[o])
     * uses[p, k];
s.t. few{p in PROJECT}:
  sum{(p, k) in OFFER} uses[p, k]
  <= sum{(o, s) in START: project_of[o] = p} instruments_max[o] * go[o, s];

# ---------------------------------------------- 5 budgets, ceilings, funders
s.t. budget{b in BUDGET, y in Y}:
  sum{(o, k, s) in DEAL, q in Y: account[k] = b
      and (q = y or (carries[b] = 1 and q < y))}
    (if by_spending[b] = 1 then spent[o, s, q]
     else if s = q then 1 else 0)
    * rate[project_of[o], k] * face[o, k, s]
  <= sum{q in Y: q = y or (carries[b] = 1 and q < y)} amount[b, q];
s.t. yearly_ceiling{k in INSTRUMENT, s in S}:
  sum{(o, k, s) in DEAL} exposed[k] * face[o, k, s] <= ceiling[k, s];
s.t. whole_ceiling{k in INSTRUMENT}:
  sum{(o, k, s) in DEAL} exposed[k] * face[o, k, s] <= ceiling_total[k];
s.t. funder_low{f in FUNDER: funder_min[f] > 0}:
  sum{(o, k, s) in DEAL: funder[k] = f} rate[project_of[o], k] * face[o, k, s]
  >= funder_min[f] * sum{(o, k, s) in DEAL}
       rate[project_of[o], k] * face[o, k, s];
s.t. funder_high{f in FUNDER: funder_max[f] < 1}:
  sum{(o, k, s) in DEAL: funder[k] = f} rate[project_of[o], k] * face[o, k, s]
  <= funder_max[f] * sum{(o, k, s) in DEAL}
       rate[project_of[o], k] * face[o, k, s];

# ------------------------------------------------- 6 supply chain, 7 targets
s.t. capacity{o in OPTION, t in T}:
  run[o, t] <= sum{(o, s) in START} running[o, s, t] * go[o, s];
s.t. balance{m in MATERIAL, t in T}:
  sum{c in COUNTRY} supply[m, c, t] + sum{o in OPTION} makes[o, m] * run[o, t]
  + sum{r in MARKET} from_own[m, r, t]
  >= sum{o in OPTION} takes[o, m] * run[o, t]
  + sum{r in MARKET} deliver[m, r, t];
s.t. own_limit{m in MATERIAL, r in MARKET, t in T}:
  from_own[m, r, t] <= sum{c in COUNTRY} own_supply[m, c, r, t];
s.t. own_use{m in MATERIAL, r in MARKET, t in T}:
  from_own[m, r, t] <= deliver[m, r, t];
s.t. need{m in MATERIAL, r in MARKET, t in T}:
  deliver[m, r, t] + short[m, r, t] >= target[m, r, t];
s.t. no_more{m in MATERIAL, r in MARKET, t in T}:
  deliver[m, r, t] <= target[m, r, t];

# ------------------------------------------------------------------ 8 rules
# `all` counts everything, `of` what the rule names. Supply rules hold in each
# year by itself; money and counts add up over the rule's commitment years.
s.t. rule_low{l in RULE: measure[l] <> 'supply' and at_least[l] > -1e9}:
  sum{(o, s) in START: names_option[l, o] = 1
      and s >= rule_from[l] and s <= rule_to[l]}
  ( (if measure[l] = 'count' then 1 else if measure[l] = 'capex' then capex[o]
     else if measure[l] = 'value' then worth[o]
     else if measure[l] = 'attribute' then attribute[l, o] else 0) * go[o, s]
  + sum{(o, k, s) in DEAL: names_instrument[l, k] = 1}
    (if measure[l] = 'face' then 1 else if measure[l] = 'budget_cost'
     then rate[project_of[o], k] else 0) * face[o, k, s] ) >= at_least[l];
s.t. rule_high{l in RULE: measure[l] <> 'supply' and at_most[l] < 1e9}:
  sum{(o, s) in START: names_option[l, o] = 1
      and s >= rule_from[l] and s <= rule_to[l]}
  ( (if measure[l] = 'count' then 1 else if measure[l] = 'capex' then capex[o]
     else if measure[l] = 'value' then worth[o]
     else if measure[l] = 'attribute' then attribute[l, o] else 0) * go[o, s]
  + sum{(o, k, s) in DEAL: names_instrument[l, k] = 1}
    (if measure[l] = 'face' then 1 else if measure[l] = 'budget_cost'
     then rate[project_of[o], k] else 0) * face[o, k, s] ) <= at_most[l];
s.t. rule_share_low{l in RULE: measure[l] <> 'supply' and share_least[l] > -1}:
  sum{(o, s) in START: s >= rule_from[l] and s <= rule_to[l]}
  ( (names_option[l, o] - share_least[l])
    * (if measure[l] = 'count' then 1 else if measure[l] = 'capex'
       then capex[o] else if measure[l] = 'value' then worth[o]
       else if measure[l] = 'attribute' then attribute[l, o] else 0) * go[o, s]
  + sum{(o, k, s) in DEAL}
    (names_option[l, o] * names_instrument[l, k] - share_least[l])
    * (if measure[l] = 'face' then 1 else if measure[l] = 'budget_cost'
       then rate[project_of[o], k] else 0) * face[o, k, s] ) >= 0;
s.t. rule_share_high{l in RULE: measure[l] <> 'supply' and share_most[l] < 2}:
  sum{(o, s) in START: s >= rule_from[l] and s <= rule_to[l]}
  ( (names_option[l, o] - share_most[l])
    * (if measure[l] = 'count' then 1 else if measure[l] = 'capex'
       then capex[o] else if measure[l] = 'value' then worth[o]
       else if measure[l] = 'attribute' then attribute[l, o] else 0) * go[o, s]
  + sum{(o, k, s) in DEAL}
    (names_option[l, o] * names_instrument[l, k] - share_most[l])
    * (if measure[l] = 'face' then 1 else if measure[l] = 'budget_cost'
       then rate[project_of[o], k] else 0) * face[o, k, s] ) <= 0;

param old_of{l in RULE, t in T: measure[l] = 'supply'} :=
  sum{m in MATERIAL, c in COUNTRY: names_supply[l, m, c] = 1}
    (supply[m, c, t] + sum{r in MARKET} own_supply[m, c, r, t]);
param old_all{l in RULE, t in T: measure[l] = 'supply'} :=
  sum{m in MATERIAL, c in COUNTRY: names_material[l, m] = 1}
    (supply[m, c, t] + sum{r in MARKET} own_supply[m, c, r, t]);
set SUPPLY_ROW := setof{l in RULE, t in T: measure[l] = 'supply'
  and t >= rule_from[l] and t <= rule_to[l]} (l, t);
s.t. supply_low{(l, t) in SUPPLY_ROW: at_least[l] > -1e9}:
  old_of[l, t] + sum{o in OPTION, m in MATERIAL}
    names_option[l, o] * names_material[l, m] * makes[o, m] * run[o, t]
  >= at_least[l];
s.t. supply_high{(l, t) in SUPPLY_ROW: at_most[l] < 1e9}:
  old_of[l, t] + sum{o in OPTION, m in MATERIAL}
    names_option[l, o] * names_material[l, m] * makes[o, m] * run[o, t]
  <= at_most[l];
s.t. supply_share_low{(l, t) in SUPPLY_ROW: share_least[l] > -1}:
  old_of[l, t] + sum{o in OPTION, m in MATERIAL}
    names_option[l, o] * names_material[l, m] * makes[o, m] * run[o, t]
  >= share_least[l] * (old_all[l, t] + sum{o in OPTION, m in MATERIAL}
    names_material[l, m] * makes[o, m] * run[o, t]);
s.t. supply_share_high{(l, t) in SUPPLY_ROW: share_most[l] < 2}:
  old_of[l, t] + sum{o in OPTION, m in MATERIAL}
    names_option[l, o] * names_material[l, m] * makes[o, m] * run[o, t]
  <= share_most[l] * (old_all[l, t] + sum{o in OPTION, m in MATERIAL}
    names_material[l, m] * makes[o, m] * run[o, t]);

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

# ------------------------------------------------------------------ goals
var score{GOAL};
s.t. is_shortfall: score['shortfall'] =
  sum{m in MATERIAL, r in MARKET, t in T: target[m, r, t] > 0}
    weight[m, r, t] * (1 + discount['shortfall']) ^ (first_year - t)
    * short[m, r, t] / target[m, r, t];
s.t. is_budget_cost: score['budget_cost'] =
  sum{(o, k, s) in DEAL} rate[project_of[o], k] * face[o, k, s]
  - sum{(n, p, q) in BONUS} gain[n, p, q] * both[n, p, q];
s.t. is_value: score['value'] =
  sum{(o, s) in START} worth[o] * go[o, s]
  + sum{(n, p, q) in BONUS} gain[n, p, q] * both[n, p, q];
s.t. is_face: score['face'] = sum{(o, k, s) in DEAL} face[o, k, s];
s.t. is_private: score['private_capital'] =
  sum{(o, s) in START} (equity[o, s] + debt[o, s]);
s.t. hold{g in GOAL: held[g] < 1e30}: sense[g] * score[g] <= held[g];

minimize objective: sense[aim] * score[aim];

end;
