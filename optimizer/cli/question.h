/* Commands that ask about a portfolio: explain, alternatives, prices. */
#ifndef OPTIMIZER_CLI_QUESTION_H
#define OPTIMIZER_CLI_QUESTION_H

#include "base/diagnostics.h"
#include "cli/options.h"
#include "orefolio/study/answers.h"
#include "study/questions/questions.h"

/** What such a command does beside what all of them do. */
typedef struct ore_question {
    /** Whether the command line can be answered, with an error each where it
     * cannot, before anything is solved; NULL = always. */
    ore_status (*check)(const ore_options *options, const ore_round *round,
                        ore_diags *diags);
    /** Ask; print the answers unless told to be quiet, and write those files
     * that were asked for. */
    ore_status (*answer)(const ore_options *options, const ore_inquiry *inquiry,
                         bool is_quiet, ore_diags *diags);
} ore_question;

/** Run it: open the round of the first argument, check the outputs, take the
 * portfolio of --result or solve the round, and answer: a part of the round's
 * work for each question, on all cores, until --time-limit ends. */
ore_status ore_question_run(const ore_options *options,
                            const ore_question *question);

/** Write the workbook of the answers about the result to --output, in each
 * language, and tell; nothing without the option. */
ORE_MUST_USE ore_status ore_question_write(const ore_options *options,
                                           const ore_round *round,
                                           const ore_result *result,
                                           const ore_answers *answers,
                                           ore_diags *diags);

/** What project p is called on the terminal. */
const char *ore_project_terminal_name(const ore_round *round, int p);

/** Print the text, and blanks up to so many columns of a terminal: before it
 * where `columns` is negative. */
void ore_print_padded(const char *text, int columns);

/** Print, after the heading, the projects that go ahead in `to` and not in
 * `from`, but for `but` (-1 = none); nothing where there are none. */
void ore_print_entering(const ore_round *round, const ore_result *from,
                        const ore_result *to, int but, const char *heading);

#endif
