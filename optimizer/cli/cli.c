/* The command line: which command, and what every command needs. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/parse_options.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/read.h"
#include "solve/solve.h"
#include "solve/worker.h"
#include "verify/rows.h"
#include "write/write.h"

#define ORE_COMMAND(name) extern const ore_command ore_command_##name;
#include "cli/commands.def"
#undef ORE_COMMAND

#define ORE_COMMAND(name) &ore_command_##name,
const ore_command *const ore_commands[] = {
#include "cli/commands.def"
    NULL};
#undef ORE_COMMAND

static void print_help(FILE *out)
{
    fputs(_("Usage: orefolio COMMAND [OPTION...] [ARGUMENT...]\n"
            "Decide which critical-minerals projects to fund.\n\n"),
          out);
    for (int i = 0; ore_commands[i]; i++) {
        char *usage =
            ore_print("%s %s", ore_commands[i]->name, ore_commands[i]->args);

        fprintf(out, "  %-26s %s\n", usage, _(ore_commands[i]->summary));
        free(usage);
    }
    fputs(
        _("\n`orefolio COMMAND --help` says more of a command.\n"
          "Example: orefolio solve inputs/demo/round.ini -o portfolio.xlsx\n\n"
          "Exit codes: 0 done, 1 stopped early, 2 infeasible, 3 no portfolio "
          "found,\n4 a rule is broken, 64 usage, 65 bad input, 66 no input, "
          "70 internal,\n71 memory, 74 output, 130 stopped at once by a second "
          "Ctrl-C\n"),
        out);
}

/* The command whose name, of one word or two, the command line begins with. */
static const ore_command *find_command(int argc, char **argv)
{
    for (int i = 0; ore_commands[i]; i++) {
        const char *name = ore_commands[i]->name, *blank = strchr(name, ' ');
        const size_t length = blank ? (size_t)(blank - name) : strlen(name);

        if (strncmp(argv[1], name, length) == 0 && !argv[1][length] &&
            (!blank || (argc > 2 && strcmp(argv[2], blank + 1) == 0))) {
            return ore_commands[i];
        }
    }
    return NULL;
}

/* The commands of two words of which only the first one is right. */
static bool tell_second_words(const char *name)
{
    const size_t length = strlen(name);
    bool told = false;

    for (int i = 0; ore_commands[i]; i++) {
        const char *whole = ore_commands[i]->name;

        if (strncmp(whole, name, length) == 0 && whole[length] == ' ') {
            fprintf(stderr, "%s'%s'", told ? ", " : "orefolio: expected ",
                    whole);
            told = true;
        }
    }
    return told;
}

/* The commands of two words that begin so, as help; false when there is none.
 */
static bool print_group(const char *name)
{
    const size_t length = strlen(name);
    bool printed = false;

    for (int i = 0; ore_commands[i]; i++) {
        const ore_command *c = ore_commands[i];

        if (strncmp(c->name, name, length) == 0 && c->name[length] == ' ') {
            if (!printed) {
                printf(_("Usage: orefolio %s COMMAND [OPTION...] "
                         "[ARGUMENT...]\n\n"),
                       name);
            }
            printf("  %-14s %-10s %s\n", c->name, c->args, _(c->summary));
            printed = true;
        }
    }
    if (printed) {
        printf(_("\n`orefolio %s COMMAND --help' says more of a command.\n"),
               name);
    }
    return printed;
}

static bool is_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 ||
           strcmp(word, "-?") == 0;
}

static ore_status unknown_command(const char *name)
{
    if (tell_second_words(name)) {
        fputs(_("\nTry `orefolio --help'.\n"), stderr);
        return ORE_USAGE;
    }
    fprintf(stderr, _("orefolio: unknown command '%s'"), ore_shown(name));
    for (int i = 0; ore_commands[i]; i++) {
        if (ore_near_miss(name, ore_commands[i]->name)) {
            fprintf(stderr, _(", did you mean '%s'?"), ore_commands[i]->name);
            break;
        }
    }
    fputs(_("\nTry `orefolio --help'.\n"), stderr);
    return ORE_USAGE;
}

static ore_status run_command(const ore_command *command, int argc, char **argv)
{
    const int n_words = strchr(command->name, ' ') ? 2 : 1;
    ore_options options;

    ore_parse_options(command, argc - n_words, argv + n_words, &options);
    ore_diags *diags = ore_diags_new();
    ore_status status =
        ore_diags_tell(diags, ore_check_outputs(&options, diags));

    if (status == ORE_OK) {
        status = command->run(&options);
    }
    const ore_status closed = ore_close_stdout();

    free(options.study.read.sets);
    free(options.scenario);
    if (status == ORE_OK && ore_workers_failed()) {
        status = ORE_STOPPED;
    }
    return status != ORE_OK ? status : closed;
}

/* `help`, `help COMMAND`, `COMMAND --help` and the like for a group of
 * commands: whether that is what was asked, and *status. */
static bool give_help(int argc, char **argv, ore_status *status)
{
    const bool is_word = strcmp(argv[1], "help") == 0;

    *status = ORE_OK;
    if (is_help(argv[1]) || (is_word && argc == 2)) {
        print_help(stdout);
    } else if (is_word && argc > 2 && find_command(argc - 1, argv + 1)) {
        char help[] = "--help";
        const ore_command *command = find_command(argc - 1, argv + 1);
        const int n_words = strchr(command->name, ' ') ? 2 : 1;
        char *words[] = {argv[0], argv[2], n_words > 1 ? argv[3] : help, help,
                         NULL};

        *status = run_command(command, n_words + 2, words);
    } else if (is_word) {
        if (!print_group(argv[2])) {
            *status = unknown_command(argv[2]);
        }
    } else if (argc != 3 || !is_help(argv[2]) || find_command(argc, argv) ||
               !print_group(argv[1])) {
        return false;
    }
    if (*status == ORE_OK) {
        *status = ore_close_stdout();
    }
    return true;
}

/* The language of the terminal is chosen before anything is said: --language
 * with one language, else the locale. */
static void choose_language(int argc, char **argv)
{
    static const char option[] = "--language";
    const size_t length = sizeof option - 1;
    const char *language = ore_messages_locale();

    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        const char *value = strncmp(argv[i], option, length) != 0 ? ""
                            : argv[i][length] == '=' ? argv[i] + length + 1
                            : argv[i][length] == '\0' && i + 1 < argc
                                ? argv[i + 1]
                                : "";

        if (strcmp(value, "en") == 0 || strcmp(value, "ja") == 0) {
            language = value;
        }
    }
    ore_messages_choose(language);
}

ore_status ore_main(int argc, char **argv)
{
    ore_status status = ORE_OK;

    choose_language(argc, argv);
    ore_interrupts_watch();
    ore_json_begin();
    ore_exact_begin();
    if (argc < 2) {
        print_help(stderr);
        return ORE_USAGE;
    }
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0 ||
        strcmp(argv[1], "version") == 0) {
        printf(_("orefolio %s (%s)\n"), ORE_VERSION, ore_solver_name());
        return ore_close_stdout();
    }
    if (give_help(argc, argv, &status)) {
        return status;
    }
    const ore_command *command = find_command(argc, argv);

    return command ? run_command(command, argc, argv)
                   : unknown_command(argv[1]);
}
