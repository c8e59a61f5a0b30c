/* Work in a forked process that reports through a pipe: its crashes, hangs and
 * deaf phases cost at most the time limit, and what it reported is kept. */
#ifndef OPTIMIZER_SOLVE_WORKER_H
#define OPTIMIZER_SOLVE_WORKER_H

#include "orefolio/common.h"

typedef enum ore_message_kind {
    ORE_MESSAGE_PHASE,      /**< number = the ore_phase that begins */
    ORE_MESSAGE_BOUND,      /**< goal: bound, nodes */
    ORE_MESSAGE_POINT,      /**< goal: value, nodes; the point follows */
    ORE_MESSAGE_GOAL_DONE,  /**< goal: value and bound at its end */
    ORE_MESSAGE_INFEASIBLE, /**< no portfolio satisfies the rows */
    ORE_MESSAGE_NUMBER,     /**< an answer of its own: number, value */
    ORE_MESSAGE_DONE        /**< searched to the end */
} ore_message_kind;

/** What the worker says. `count` doubles follow on the pipe. */
typedef struct ore_message {
    ore_message_kind kind;
    int goal, number, nodes, count;
    int iterations; /**< of the simplex method so far; 0 = not told */
    double value, bound;
} ore_message;

/** Write all bytes to the parent's pipe; where nobody reads any more, the child
 * ends. */
void ore_send_bytes(int pipe, const void *bytes, size_t size);

/** Send a message with its doubles. Ends the process when nobody listens. */
void ore_send(int pipe, const ore_message *message, const double *doubles);

typedef enum ore_worker_end {
    ORE_WORKER_DONE,
    ORE_WORKER_STOPPED, /**< deadline or Ctrl-C: killed */
    ORE_WORKER_CRASHED  /**< not started, or ended by itself without finishing:
                            ore_worker_trouble knows why */
} ore_worker_end;

typedef struct ore_worker {
    void (*work)(void *data, int pipe); /**< runs in the worker */
    void *data;
    double deadline_s; /**< on the clock of ore_now_s; then it is killed */
    /** Runs in the parent for every message. */
    void (*receive)(void *listener, const ore_message *message,
                    const double *doubles);
    /** Runs in the parent some times a second; may be NULL. */
    void (*tick)(void *listener);
    void *listener;
} ore_worker;

ore_worker_end ore_worker_run(const ore_worker *child);

/** Fork a process that runs workers of its own, ends with its parent, prints
 * nothing on standard output, and stops when that says so, by ore_worker_stop:
 * signals of a terminal reach the whole group. As fork. */
int ore_worker_fork(void);
/** Ask that process to stop as after Ctrl-C, and to tell what it has. */
void ore_worker_stop(int pid);
/** How a process that was left alone ended, from what waitpid says; what it
 * failed of is remembered for ore_worker_trouble. */
ore_worker_end ore_worker_judge(int wait_status);
/** The same of one that failed by a fault of errno: "it has no pipe: ". */
ore_worker_end ore_worker_fault(int fault, const char *what);

/** What a process that runs workers of its own tells its parent of them. */
typedef struct ore_worker_past {
    bool failed;      /**< ore_workers_failed, and it was told */
    bool interrupted; /**< ore_interrupted */
} ore_worker_past;
ore_worker_past ore_workers_past(void);
/** Take over what happened to the workers of another process. */
void ore_workers_adopt(ore_worker_past past);

/** What workers have failed of since the last call: ORE_OK = none did,
 * ORE_NO_MEMORY, or ORE_INTERNAL. `*why` is for people, and stays as it is
 * until another child fails. Who can do without what a worker would have told
 * need not look: ore_solve does. */
ore_status ore_worker_trouble(const char **why);
/** Whether any child has failed in the life of the program. */
bool ore_workers_failed(void);

/** From here on Ctrl-C, SIGTERM, SIGHUP and SIGXCPU end the program with a
 * message and ORE_NO_ANSWER until ore_interrupts_begin is first called, which
 * is then never ended: what was found is to be written whenever they come. */
void ore_interrupts_watch(void);

/** From here to ore_interrupts_end, the first of these signals ends running
 * workers; another one ends the program at once with ORE_STOPPED_AT_ONCE. What
 * is ignored stays ignored. May be nested: returns whether this is the
 * outermost one, which its end is told. */
ORE_MUST_USE bool ore_interrupts_begin(void);
void ore_interrupts_end(bool is_outermost);
/** Whether such a signal came since ore_interrupts_begin. */
bool ore_interrupted(void);

#endif
