/* See outputs.h. */
#include "cli/outputs.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/atomic.h"
#include "base/files_read.h"
#include "base/temporary.h"
#include "base/text.h"
#include "cli/output_names.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"

/* Workbooks, pages and JSON. */
enum { MAX_OUTPUTS = 2 * ORE_MAX_LANGUAGES + 1 };

/* An output as the command line names it, and the file it is. */
typedef struct claim {
    const char *option, *format;
    char *path;
    char *place;      /* links followed */
    const char *name; /* of the file in its folder; borrowed from place */
    bool is_there;    /* then `file` says which it is */
    bool has_folder;  /* then `folder` does */
    struct stat file, folder;
} claim;

typedef struct claims {
    const ore_options *options;
    claim outputs[MAX_OUTPUTS];
    int n;
    ore_diags *diags;
    bool is_usage;   /* a mistake of the command line */
    bool is_blocked; /* something cannot be written */
} claims;

/* Extensions that say a format; any other name may be anything. */
static const char *const formats[] = {
    "xlsx", "xls",  "xlsm", "ods", "csv",  "tsv", "txt",  "json",
    "pdf",  "html", "htm",  "xml", "docx", "doc", "pptx", "ini",
    "mps",  "lp",   "zip",  "gz",  "png",  NULL};

static const ore_where nowhere;

static const char *extension_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');

    return dot && (!slash || dot > slash + 1) && dot != path ? dot + 1 : "";
}

static bool ends_with(const char *name, const char *end)
{
    const size_t length = strlen(name), size = strlen(end);

    return length > size && strcasecmp(name + length - size, end) == 0;
}

static bool is_same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* The folder a file is in. */
static bool stat_folder(const char *place, struct stat *state)
{
    const char *slash = strrchr(place, '/');
    char *folder = slash ? ore_print("%.*s", (int)(slash + 1 - place), place)
                         : ore_copy(".");
    const bool is_there = stat(folder, state) == 0;

    free(folder);
    return is_there;
}

static void add_claim(claims *all, const char *option, const char *path,
                      const char *format)
{
    if (!path) {
        return;
    }
    claim *c = &all->outputs[all->n++];
    const char *slash;

    *c = (claim){.option = option, .path = ore_copy(path), .format = format};
    if (strcmp(path, "-") == 0) {
        c->place = ore_copy(path);
        c->name = c->place;
        c->is_there = fstat(STDOUT_FILENO, &c->file) == 0;
        return;
    }
    c->place = ore_output_place(path);
    slash = strrchr(c->place, '/');
    c->name = slash ? slash + 1 : c->place;
    c->is_there = stat(c->place, &c->file) == 0;
    c->has_folder = stat_folder(c->place, &c->folder);
}

/* The null device keeps nothing, so everything may go there. */
static bool are_same(const claim *a, const claim *b)
{
    if (a->is_there && b->is_there) {
        struct stat null;

        return is_same_file(&a->file, &b->file) &&
               (stat("/dev/null", &null) != 0 ||
                !is_same_file(&a->file, &null));
    }
    return !a->is_there && !b->is_there && a->has_folder && b->has_folder &&
           is_same_file(&a->folder, &b->folder) &&
           strcmp(a->name, b->name) == 0;
}

static void refuse(claims *all, const claim *c, const char *what)
{
    ore_error(all->diags, nowhere, "%s '%s' %s", c->option, ore_shown(c->path),
              _(what));
    all->is_usage = true;
}

static void try_path(claims *all, const char *path)
{
    all->is_blocked |= ore_output_try(path, all->diags) != ORE_OK;
}

/* An extension that says another format than what is written. */
static void check_format(claims *all, const claim *c)
{
    const char *extension = extension_of(c->path);

    if (strcasecmp(extension, c->format) == 0) {
        return;
    }
    for (int i = 0; formats[i]; i++) {
        if (strcasecmp(extension, formats[i]) == 0) {
            ore_error(all->diags, nowhere,
                      "%s '%s' is named as another format, expected a name "
                      "that ends in '.%s'",
                      c->option, ore_shown(c->path), c->format);
            all->is_usage = true;
        }
    }
}

static const char *format_of(const ore_options *options)
{
    return options->writes != ORE_WRITES_PROGRAM ? "xlsx"
           : options->format                     ? options->format
                                                 : "mps";
}

/* Files of a sweep that a command is given. */
static bool is_of_sweep(const claim *c, const char *dir)
{
    static const char *const folders[] = {"results", "scores"};
    char *path = ore_print("%s/sweep.json", dir);
    struct stat state;
    const bool is_sweep = stat(path, &state) == 0;
    bool is_of = is_sweep && c->is_there && is_same_file(&c->file, &state);

    free(path);
    for (int i = 0; is_sweep && i < ORE_COUNT_OF(folders) && !is_of; i++) {
        path = ore_print("%s/%s", dir, folders[i]);
        is_of = c->has_folder && stat(path, &state) == 0 &&
                is_same_file(&c->folder, &state);
        free(path);
    }
    return is_of;
}

static void check_losses(claims *all, const claim *c)
{
    const ore_options *options = all->options;

    if (c->is_there && S_ISREG(c->file.st_mode) && ore_was_read(&c->file)) {
        refuse(all, c,
               "is an input of this run and would be lost, expected another "
               "file");
    }
    for (int i = 0; i < options->n_args; i++) {
        if (is_of_sweep(c, options->args[i])) {
            refuse(all, c, "is part of the sweep, expected a file elsewhere");
        }
    }
    for (const claim *other = all->outputs; other < c; other++) {
        if (are_same(c, other)) {
            ore_error(all->diags, nowhere,
                      "%s '%s' and %s '%s' are the same file, expected two",
                      other->option, ore_shown(other->path), c->option,
                      ore_shown(c->path));
            all->is_usage = true;
        }
    }
}

/* --tsv writes files of its own names: every one that ends so may be one. */
static void check_table(claims *all, const claim *dir, const char *name)
{
    char *path = ore_print("%s/%s", dir->path, name);
    claim file = {.option = "--tsv", .path = path};

    if (stat(path, &file.file) == 0 && ore_was_read(&file.file)) {
        refuse(all, &file,
               "is an input of this run and would be lost, expected another "
               "folder");
    } else if (!all->is_usage) {
        try_path(all, path);
    }
    free(path);
}

static void check_tables(claims *all, char *path)
{
    const claim dir = {.option = "--tsv", .path = path};
    struct stat state;
    DIR *files = opendir(dir.path);

    /* What cannot be looked at may be an input. */
    if (!files && errno != ENOENT && errno != ENOTDIR && errno != EACCES) {
        ore_error(all->diags, nowhere, "--tsv '%s': %s", ore_shown(dir.path),
                  strerror(errno));
        all->is_blocked = true;
    }
    for (const struct dirent *entry = files ? readdir(files) : NULL; entry;
         entry = readdir(files)) {
        if (ends_with(entry->d_name, ".tsv")) {
            check_table(all, &dir, entry->d_name);
        }
    }
    if (files && fstat(dirfd(files), &state) == 0) {
        for (int i = 0; i < all->n; i++) {
            const claim *c = &all->outputs[i];

            if (c->has_folder && is_same_file(&c->folder, &state) &&
                ends_with(c->name, ".tsv")) {
                refuse(all, c, "is where --tsv writes, expected another file");
            }
        }
    }
    if (files) {
        closedir(files);
    }
}

/* A file that is not there stands for those that --tsv will write. */
static void try_tables(claims *all, char *dir)
{
    struct stat state;
    char *path =
        stat(dir, &state) == 0 ? ore_print("%s/.tsv", dir) : ore_copy(dir);

    try_path(all, path);
    free(path);
}

static void clean(const claim *c)
{
    char *folder = ore_copy(c->place);

    folder[c->name - c->place] = '\0';
    ore_clean_temporaries(*folder ? folder : ".");
    free(folder);
}

static void note_inputs(const ore_options *options)
{
    for (int i = 0; i < options->n_args; i++) {
        ore_note_read_path(options->args[i]);
    }
    if (options->study.read.baseline) {
        ore_note_read_path(options->study.read.baseline);
    }
    if (options->study.read.start) {
        ore_note_read_path(options->study.read.start);
    }
}

/* One file for each language. */
static void add_each(claims *all, const char *option, const char *path,
                     const char *format)
{
    const int n = ore_output_count(all->options);

    if (path && strcmp(path, "-") == 0 && n > 1) {
        ore_error(all->diags, nowhere,
                  "%s '-' is one file, expected a name for two, or one "
                  "language",
                  option);
        all->is_usage = true;
        return;
    }
    for (int i = 0; path && i < n; i++) {
        char *name = ore_output_name(all->options, path, i);

        add_claim(all, option, name, format);
        free(name);
    }
}

static void add_claims(claims *all)
{
    const ore_options *options = all->options;

    add_each(all, "-o", options->output, format_of(options));
    add_each(all, "--html", options->html, "html");
    add_claim(all, "--json", options->json, "json");
}

/* The folders of --tsv, one for each language. */
static void for_tables(claims *all, void (*look)(claims *all, char *path))
{
    const ore_options *options = all->options;

    for (int i = 0; options->tsv && i < ore_output_count(options); i++) {
        char *dir = ore_output_name(options, options->tsv, i);

        look(all, dir);
        free(dir);
    }
}

ore_status ore_check_outputs(const ore_options *options, ore_diags *diags)
{
    claims all = {.options = options, .diags = diags};

    if (options->writes == ORE_WRITES_FOLDER) {
        return ORE_OK;
    }
    note_inputs(options);
    add_claims(&all);
    for (int i = 0; i < all.n; i++) {
        const claim *c = &all.outputs[i];

        check_losses(&all, c);
        if (!all.is_usage) {
            check_format(&all, c);
        }
    }
    for_tables(&all, check_tables);
    for (int i = 0; i < all.n && !all.is_usage; i++) {
        clean(&all.outputs[i]);
        try_path(&all, all.outputs[i].path);
    }
    if (!all.is_usage) {
        for_tables(&all, try_tables);
    }
    for (int i = 0; i < all.n; i++) {
        free(all.outputs[i].path);
        free(all.outputs[i].place);
    }
    return all.is_usage ? ORE_USAGE : all.is_blocked ? ORE_NO_OUTPUT : ORE_OK;
}

bool ore_stdout_is_taken(const ore_options *options)
{
    const char *const files[] = {options->output, options->html, options->json};

    for (int i = 0; i < ORE_COUNT_OF(files); i++) {
        if (files[i] && strcmp(files[i], "-") == 0) {
            return true;
        }
    }
    return false;
}
