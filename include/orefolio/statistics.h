/* What a run took, beside what came of it: nothing here is part of the answer.
 */
#ifndef OREFOLIO_STATISTICS_H
#define OREFOLIO_STATISTICS_H

/** What the time of a run goes to, in order. */
typedef enum ore_phase {
    ORE_PHASE_READ,  /**< files read and checked */
    ORE_PHASE_BUILD, /**< the round becomes a program */
    ORE_PHASE_ROOT,  /**< first portfolio of large rounds; root relaxations */
    ORE_PHASE_CUT,   /**< cuts at the root */
    ORE_PHASE_HEURISTICS, /**< heuristics: rounding, dives, neighbourhoods */
    ORE_PHASE_TREE,       /**< branch and bound */
    ORE_PHASE_POLISH,     /**< ties */
    ORE_PHASE_REASON, /**< why the others are out, or which rules conflict */
    ORE_PHASE_VERIFY, /**< exact arithmetic */
    ORE_PHASE_WRITE,  /**< workbook, TSV and JSON */
    ORE_PHASES
} ore_phase;

/** What a phase is called on the terminal: "root LP", "branch and bound". */
const char *ore_phase_name(ore_phase phase);

typedef struct ore_statistics {
    int rows, columns, integers, nonzeros; /**< of the program; 0 = not known */
    int rows_checked, rules_checked;       /**< by the verifier */
    double worst_violation; /**< of a row, relative to its own size */
    long nodes;             /**< of the search tree */
    long iterations;        /**< of the simplex method, in the search */
    double work_s;  /**< about what the search took, from iterations and size:
                         the same on any machine */
    double seconds; /**< of the whole solve */
    double phase_s[ORE_PHASES];
} ore_statistics;

#endif
