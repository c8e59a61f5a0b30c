/* Subsidy rates of loans and guarantees from their terms.
 *
 * Per unit of face lent at time 0, with yearly payments in arrears: opening
 * balance b(t), principal p(t), interest r b(t), t = 1..N, grace years first
 * (interest only). A constant hazard h = 1 - (1 - D)^(1/N) is derived from the
 * lifetime default rate D; survival S(t) = (1 - h)^t; a borrower that defaults
 * in t pays nothing from t on, and R b(t) is recovered L years later. Treasury
 * discount factor v(t) = (1 + i)^-t.
 *
 *   loan       interest  1 - sum (p + r b) v
 *              defaults  sum (p + r b) (1 - S) v
 *                          - sum R b (S(t-1) - S) v(t + L)
 *              fees      f_u + sum f_a b S v
 *   guarantee  the defaults are claims c b (S(t-1) - S) v less recoveries,
 *              the fees are paid on the covered share c
 *   insurance  as a guarantee's, f_a with the premium
 *   rate       interest + defaults - fees
 *
 * Source: Federal Credit Reform Act of 1990, 2 U.S.C. 661a(5); OMB Circular
 * A-11 section 185. */
#include <math.h>

#include "registry.h"

#define TERM(field) offsetof(ore_instrument, terms.field)

static const char *const repayments[] = {[ORE_REPAY_STRAIGHT] = "straight",
                                         [ORE_REPAY_ANNUITY] = "annuity",
                                         [ORE_REPAY_BULLET] = "bullet",
                                         NULL};

const ore_field ore_credit_fields[] = {
    ORE_FIELD("interest_rate", NUMBER, TERM(interest_rate),
              "what the borrower pays; gives the subsidy rate from terms",
              .min = 0.0, .max = 1.0, .unit = "per year"),
    ORE_FIELD("treasury_rate", NUMBER, TERM(treasury_rate),
              "discount rate; default: the interest rate", .min = 0.0,
              .max = 1.0, .unit = "per year"),
    ORE_FIELD("tenor_years", WHOLE, TERM(tenor_years),
              "from disbursement to the last payment, grace included", .min = 1,
              .max = 60, .fallback = "10", .unit = "years"),
    ORE_FIELD("grace_years", WHOLE, TERM(grace_years),
              "interest only, at the beginning", .min = 0, .max = 59,
              .fallback = "0", .unit = "years"),
    ORE_FIELD("repayment", WORD, TERM(repayment),
              "straight: equal principal; annuity: level payment; bullet: at "
              "the end",
              .fallback = "straight", .choices = repayments),
    ORE_FIELD("default_rate", NUMBER, TERM(default_rate),
              "of loans, over the whole life", .min = 0.0, .max = 0.999,
              .fallback = "0", .unit = "share"),
    ORE_FIELD("recovery_rate", NUMBER, TERM(recovery_rate),
              "of the balance at default", .min = 0.0, .max = 1.0,
              .fallback = "0", .unit = "share"),
    ORE_FIELD("recovery_lag_years", WHOLE, TERM(recovery_lag_years),
              "from default to recovery", .min = 0, .max = 60, .fallback = "0",
              .unit = "years"),
    ORE_FIELD("upfront_fee_rate", NUMBER, TERM(upfront_fee_rate),
              "of the principal, paid to the funder at the start", .min = 0.0,
              .max = 1.0, .fallback = "0", .unit = "share"),
    ORE_FIELD("annual_fee_rate", NUMBER, TERM(annual_fee_rate),
              "of the performing balance, paid to the funder", .min = 0.0,
              .max = 1.0, .fallback = "0", .unit = "per year"),
    {0},
};

/* Principal due at the end of year t of a balance of `balance`. */
static double principal_due(const ore_terms *terms, int t, double balance)
{
    const int left = terms->tenor_years - t + 1;
    const double r = terms->interest_rate;

    if (t <= terms->grace_years) {
        return left == 1 ? balance : 0.0;
    }
    switch (terms->repayment) {
    case ORE_REPAY_BULLET: return left == 1 ? balance : 0.0;
    case ORE_REPAY_ANNUITY:
        if (r > 0.0) {
            return balance * r / (pow(1.0 + r, left) - 1.0);
        }
        break;
    case ORE_REPAY_STRAIGHT: break;
    }
    return balance / left;
}

ore_subsidy ore_credit_subsidy(const ore_instrument *instrument)
{
    const ore_terms *terms = &instrument->terms;
    const bool is_loan = instrument->kind->source == ORE_SOURCE_LOAN;
    const double cover = is_loan ? 1.0 : instrument->coverage;
    const double treasury = isnan(terms->treasury_rate) ? terms->interest_rate
                                                        : terms->treasury_rate;
    const double hazard =
        1.0 - pow(1.0 - terms->default_rate, 1.0 / terms->tenor_years);
    ore_subsidy cost = {.interest = is_loan ? 1.0 : 0.0,
                        .fees = cover * terms->upfront_fee_rate,
                        .contingent = cover};
    double balance = 1.0, survival = 1.0;

    for (int t = 1; t <= terms->tenor_years; t++) {
        const double principal = principal_due(terms, t, balance);
        const double due = principal + terms->interest_rate * balance;
        const double v = pow(1.0 + treasury, -t);
        const double failing = survival * hazard;
        const double recovered =
            terms->recovery_rate * balance * failing *
            pow(1.0 + treasury, -(t + terms->recovery_lag_years));

        survival -= failing;
        if (is_loan) {
            cost.interest -= due * v;
            cost.defaults += due * (1.0 - survival) * v - recovered;
        } else {
            cost.defaults += cover * (balance * failing * v - recovered);
        }
        cost.fees += cover *
                     (terms->annual_fee_rate + instrument->premium_rate) *
                     balance * survival * v;
        cost.expected_called += cover * balance * failing;
        balance -= principal;
    }
    cost.expected_loss = cost.expected_called * (1.0 - terms->recovery_rate);
    cost.rate = cost.interest + cost.defaults - cost.fees;
    return cost;
}

double ore_debt_capacity_m(const ore_debt_sizing *sizing)
{
    double value_m = 0.0;

    if (sizing->n_cash == 0) {
        return sizing->given_m;
    }
    for (int t = 1; t <= sizing->tenor_years; t++) {
        const int last = sizing->n_cash - 1;

        value_m += sizing->cash_flow_m[t - 1 < last ? t - 1 : last] *
                   pow(1.0 + sizing->rate, -t);
    }
    return fmin(sizing->given_m, value_m / sizing->dscr_min);
}
