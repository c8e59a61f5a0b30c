/* A round with something else in it, for questions of the kind "what if". */
#ifndef OPTIMIZER_STUDY_EDITED_ROUND_H
#define OPTIMIZER_STUDY_EDITED_ROUND_H

#include "orefolio/result.h"

/** Leave only the first goal. All of these edit a copy (ore_round_copy). */
void ore_edit_to_first_goal(ore_round *edited);
/** Later goals may take nothing from the first one. */
void ore_edit_give_nothing(ore_round *edited);
/** Promise no market anything (ore_rule_is_promise). */
void ore_edit_drop_promises(ore_round *edited);
/** Ask nothing of who pays how much: shares of budget cost. */
void ore_edit_drop_cost_shares(ore_round *edited);
/** Ask nothing of who pays how much and of who gets how much: shares of budget
 * cost, and the bands of deliveries and offtake. */
void ore_edit_drop_sharing(ore_round *edited);
/** Project p must go ahead, or must not. */
void ore_edit_decide(ore_round *edited, int p, ore_decision decision);
/** All options of project p succeed with this probability, 0..1. */
void ore_edit_success(ore_round *edited, int p, double probability);
/** All options of project p make `factor` of their output; what they take
 * stays. */
void ore_edit_output(ore_round *edited, int p, double factor);
/** All accounts have `factor` of their amounts. */
void ore_edit_accounts(ore_round *edited, double factor);
/** Each account has its share of its amounts; share [n_budgets]. */
void ore_edit_appropriate(ore_round *edited, const double *share);
/** Of the projects that the round decides about: what goes ahead in the
 * portfolio must go ahead; what does not must not; both, as goes_ahead
 * [n_projects] has it. */
void ore_edit_keep(ore_round *edited, const ore_result *portfolio);
void ore_edit_add_none(ore_round *edited, const ore_result *portfolio);
void ore_edit_choose(ore_round *edited, const bool *goes_ahead);
/** All options of project p cost `factor` of their capital cost; what its
 * sponsor and its banks can give stays, limits that are shares of capital cost
 * follow. */
void ore_edit_scale(ore_round *edited, int p, double factor);

/** What limits the financing of a project by itself. */
typedef enum ore_edit_term {
    ORE_TERM_SPONSOR_SHARE, /**< at least; all others at most */
    ORE_TERM_SPONSOR_EQUITY,
    ORE_TERM_BANK_DEBT,
    ORE_TERM_DEBT,
    ORE_TERM_DEBT_SHARE,
    ORE_TERM_PUBLIC_SHARE,
    ORE_TERM_GRANT_SHARE,
    ORE_TERM_INSTRUMENTS /**< a whole number */
} ore_edit_term;

/** "bank_debt_max": the column of a term; and whether it is a share. */
const char *ore_edit_term_key(ore_edit_term term);
bool ore_edit_term_is_share(ore_edit_term term);
/** What it is in the first option of project p. */
double ore_edit_term_figure(const ore_round *round, int p, ore_edit_term term);
/** All options of project p have the term wider by the amount. */
void ore_edit_term_by(ore_round *edited, int p, ore_edit_term term,
                      double amount);
/** Pair f has a smallest ticket that is smaller by the amount, or a largest one
 * that is larger. */
void ore_edit_ticket(ore_round *edited, int f, bool smallest, double amount);
/** Without link i; those after it move up. */
void ore_edit_unlink(ore_round *edited, int i);

#endif
