/* A kind of instrument: what a unit of its face is in a project's financing
 * and to the account that pays for it. One file models/instrument_NAME.c
 * each, listed in models/instruments.def. */
#ifndef OREFOLIO_INSTRUMENT_H
#define OREFOLIO_INSTRUMENT_H

#include "orefolio/field.h"
#include "orefolio/plan.h"

typedef enum ore_source {
    ORE_SOURCE_GRANT,
    ORE_SOURCE_LOAN,
    ORE_SOURCE_EQUITY,
    ORE_SOURCE_NONE /**< wraps bank debt: no money of its own (guarantee) */
} ore_source;

typedef struct ore_instrument_kind {
    const char *name; /**< value of the key `kind`, "loan" */
    const char *label, *label_ja;
    const char *json_source; /**< name in the result's `sources`, "loan" */
    const char *summary;     /**< one line, for `orefolio keys` */
    ore_source source;
    bool has_credit_terms;   /**< subsidy rate may be computed from terms */
    const ore_field *fields; /**< keys that only this kind has, at offsets of
                                  ore_instrument; may be NULL */
    /** Budget cost per unit of face when neither rate nor terms are given. */
    double default_subsidy_rate;
    /** What can be lost per unit of face. */
    double (*exposure_share)(const ore_instrument *instrument);
    /** Counts towards public_share_max, per unit of face. */
    double (*public_share)(const ore_instrument *instrument);
} ore_instrument_kind;

/** All kinds in the order of models/instruments.def; ends with NULL. */
extern const ore_instrument_kind *const ore_instrument_kinds[];

/** The keys of the credit terms, at offsets of ore_instrument; for kinds with
 * has_credit_terms. Ends with a NULL name. */
extern const ore_field ore_terms_fields[];

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

#endif
