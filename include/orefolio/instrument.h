/* A kind of instrument: what a unit of its face is in a project's financing
 * and to the account that pays for it. One file models/instruments/NAME.c
 * each, listed in models/instruments/instruments.def. */
#ifndef OREFOLIO_INSTRUMENT_H
#define OREFOLIO_INSTRUMENT_H

#include "orefolio/field.h"
#include "orefolio/round.h"

typedef enum ore_source {
    ORE_SOURCE_GRANT,
    ORE_SOURCE_LOAN,
    ORE_SOURCE_EQUITY,
    ORE_SOURCE_NONE /**< contingent: no money of its own */
} ore_source;

typedef enum ore_cover {
    ORE_COVERS_NOTHING,
    ORE_COVERS_DEBT,   /**< bank debt, which it makes possible (guarantee) */
    ORE_COVERS_PRIVATE /**< bank debt and sponsor equity that are there */
} ore_cover;

typedef struct ore_instrument_kind {
    const char *name; /**< value of the key `kind`, "loan" */
    const char *label;
    const char *json_source; /**< name in the result's `sources`, "loan"; NULL
                                  = it is no part of a project's financing */
    const char *summary;     /**< one line, for `orefolio keys` */
    ore_source source;
    ore_cover covers;
    const ore_field *terms;  /**< keys shared by several kinds: credit terms,
                                  which its rate may be computed from, or those
                                of contingent commitments; may be NULL */
    const ore_field *fields; /**< keys that only this kind has; may be NULL.
                                  Both are at offsets of ore_instrument */
    /** Budget cost per unit of face when neither rate nor terms are given. */
    double default_subsidy_rate;
    /** What can be lost per unit of face. */
    double (*exposure_share)(const ore_instrument *instrument);
    /** Counts towards public_share_max, per unit of face. */
    double (*public_share)(const ore_instrument *instrument);
    /** What a tonne sold in a year (as an index, t) at the support's strike
     * costs; with it, the kind is a contingent commitment, whose face
     * is their value at the strike, else it is about capital cost. May be NULL.
     */
    double (*cost_per_t)(const ore_contingent *contingent, int t);
} ore_instrument_kind;

/** All kinds in the order of models/instruments/instruments.def; ends with
 * NULL. */
extern const ore_instrument_kind *const ore_instrument_kinds[];

/** Keys that several kinds share; each ends with a NULL name. With the first,
 * the subsidy rate may be computed from terms. */
extern const ore_field ore_credit_fields[], ore_contingent_fields[];

/** Subsidy rate of terms and its composition, per unit of face. */
typedef struct ore_subsidy {
    double rate; /**< interest + defaults - fees */
    double interest, defaults, fees;
    double contingent;      /**< largest amount that can be called */
    double expected_called; /**< undiscounted */
    double expected_loss;   /**< called, less recoveries */
} ore_subsidy;

/** The subsidy rate of a loan (kind with source LOAN) or guarantee with
 * `coverage` under `terms`: the net present value at the Treasury rate of
 * outflows less expected inflows. terms->interest_rate must be given.
 * Source: Federal Credit Reform Act of 1990, 2 U.S.C. 661a(5). */
ore_subsidy ore_credit_subsidy(const ore_instrument *instrument);

/** The debt that the cash flow serves at the least cover, or what is given if
 * that is less, M: sum over the tenor of cash_flow / dscr_min (1 + rate)^-t. */
double ore_debt_capacity_m(const ore_debt_sizing *sizing);

/** The largest face that pair `f` can have on option `o` committed in
 * commitment year `s`, M: the capital cost, or the value at the strike of the
 * sales that it supports. */
double ore_max_face_m(const ore_round *round, int f, int o, int s);

/** The most of pair `f` that option `o` may be given in commitment year `s`,
 * M of face: the tightest of ticket, pair, share of the maximum commitment and
 * ceilings; 0 for options that the instrument is not for. */
double ore_award_max_m(const ore_round *round, int f, int o, int s);

/** Budget cost of pair `f` on option `o` committed in year `s`, per unit of
 * face: the subsidy rate, or what a contingent commitment is expected to cost.
 */
double ore_charge_rate(const ore_round *round, int f, int o, int s);

#endif
