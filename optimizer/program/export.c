/* The program as free MPS or CPLEX LP, with readable names, for any solver. */
#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "program/program.h"

static void put_number(FILE *out, double value)
{
    char *text = ore_number_text(value);

    fputs(text, out);
    free(text);
}

/* Names may hold '-', which LP files read as a minus. */
static void put_lp_name(FILE *out, const char *name)
{
    for (; *name; name++) {
        fputc(*name == '-' ? '~' : *name, out);
    }
}

/* Entries of the rows and of the first goal (row -1), by column. */
static ore_program_entry *by_column(const ore_model *model, double sign,
                                    int *start)
{
    int n_goal = 0;

    while (n_goal < model->n_goal_entries &&
           model->goal_entries[n_goal].row == 0) {
        start[model->goal_entries[n_goal++].col + 1]++;
    }
    for (int e = 0; e < model->n_entries; e++) {
        start[model->entries[e].col + 1]++;
    }
    for (int j = 0; j < model->n_cols; j++) {
        start[j + 1] += start[j];
    }
    ore_program_entry *sorted =
        ore_alloc(model->n_entries + n_goal, sizeof *sorted);
    int *next = ore_alloc(model->n_cols, sizeof *next);

    for (int j = 0; j < model->n_cols; j++) {
        next[j] = start[j];
    }
    for (int e = 0; e < n_goal; e++) {
        const ore_program_entry *entry = &model->goal_entries[e];

        sorted[next[entry->col]++] =
            (ore_program_entry){-1, entry->col, sign * entry->coef};
    }
    for (int e = 0; e < model->n_entries; e++) {
        sorted[next[model->entries[e].col]++] = model->entries[e];
    }
    free(next);
    return sorted;
}

static char row_type(const ore_program_row *row)
{
    if (row->lo == row->hi) {
        return 'E';
    }
    return isfinite(row->hi) ? 'L' : isfinite(row->lo) ? 'G' : 'N';
}

static void put_mps_columns(const ore_model *model, double sign, FILE *out)
{
    int *start = ore_alloc(model->n_cols + 1, sizeof *start);
    ore_program_entry *sorted = by_column(model, sign, start);
    bool in_integers = false;

    for (int j = 0; j <= model->n_cols; j++) {
        const bool integer =
            j < model->n_cols && model->cols[j].kind == ORE_BINARY;

        if (integer != in_integers) {
            fprintf(out, " M 'MARKER' '%s'\n", integer ? "INTORG" : "INTEND");
            in_integers = integer;
        }
        if (j < model->n_cols && start[j] == start[j + 1]) {
            fprintf(out, " %s goal 0\n", model->cols[j].name);
        }
        for (int e = start[j]; j < model->n_cols && e < start[j + 1]; e++) {
            fprintf(out, " %s %s ", model->cols[j].name,
                    sorted[e].row < 0 ? "goal"
                                      : model->rows[sorted[e].row].name);
            put_number(out, sorted[e].coef);
            fputc('\n', out);
        }
    }
    free(sorted);
    free(start);
}

static void put_mps_bound(FILE *out, const char *kind, const char *name,
                          double value)
{
    fprintf(out, " %s BND %s ", kind, name);
    put_number(out, value);
    fputc('\n', out);
}

static void put_mps_sides(const ore_model *model, FILE *out)
{
    fputs("RHS\n", out);
    for (int i = 0; i < model->n_rows; i++) {
        const ore_program_row *row = &model->rows[i];
        const double side = row_type(row) == 'G' ? row->lo : row->hi;

        if (row_type(row) != 'N' && side != 0.0) {
            fprintf(out, " RHS %s ", row->name);
            put_number(out, side);
            fputc('\n', out);
        }
    }
    fputs("RANGES\n", out);
    for (int i = 0; i < model->n_rows; i++) {
        const ore_program_row *row = &model->rows[i];

        if (row_type(row) == 'L' && isfinite(row->lo)) {
            fprintf(out, " RNG %s ", row->name);
            put_number(out, row->hi - row->lo);
            fputc('\n', out);
        }
    }
    fputs("BOUNDS\n", out);
    for (int j = 0; j < model->n_cols; j++) {
        const ore_program_col *col = &model->cols[j];

        /* No bound stands for 0 to infinity. */
        if (col->lo != 0.0) {
            put_mps_bound(out, "LO", col->name, col->lo);
        }
        if (isfinite(col->hi)) {
            put_mps_bound(out, "UP", col->name, col->hi);
        }
    }
}

void ore_export_mps(const ore_model *model, const char *goal, bool is_maximised,
                    FILE *out)
{
    fprintf(out, "* orefolio: goal %s%s; free format\n", goal,
            is_maximised ? " (sign changed: it is maximised)" : "");
    /* CBC guesses the format of a file that does not name it, and not always
     * well. */
    fputs("NAME round FREE\nROWS\n N goal\n", out);
    for (int i = 0; i < model->n_rows; i++) {
        fprintf(out, " %c %s\n", row_type(&model->rows[i]),
                model->rows[i].name);
    }
    fputs("COLUMNS\n", out);
    put_mps_columns(model, is_maximised ? -1.0 : 1.0, out);
    put_mps_sides(model, out);
    fputs("ENDATA\n", out);
}

static void put_lp_term(FILE *out, double coef, const char *name)
{
    fputs(coef < 0.0 ? "\n  - " : "\n  + ", out);
    put_number(out, fabs(coef));
    fputc(' ', out);
    put_lp_name(out, name);
}

static void put_lp_side(const ore_model *model, FILE *out, int i, bool is_low)
{
    const ore_program_row *row = &model->rows[i];
    const int first = model->row_start[i], last = model->row_start[i + 1];

    fputc(' ', out);
    put_lp_name(out, row->name);
    fputs(is_low && isfinite(row->hi) && row->lo != row->hi ? "_lo:" : ":",
          out);
    if (first == last) {
        put_lp_term(out, 0.0, model->cols[0].name);
    }
    for (int e = first; e < last; e++) {
        put_lp_term(out, model->entries[e].coef,
                    model->cols[model->entries[e].col].name);
    }
    fputs(row->lo == row->hi ? "\n  = " : is_low ? "\n  >= " : "\n  <= ", out);
    put_number(out, is_low ? row->lo : row->hi);
    fputc('\n', out);
}

void ore_export_lp(const ore_model *model, const char *goal, bool is_maximised,
                   FILE *out)
{
    const double sign = is_maximised ? -1.0 : 1.0;

    fprintf(out, "\\ orefolio: goal %s%s\nMinimize\n goal:", goal,
            is_maximised ? " (sign changed: it is maximised)" : "");
    for (int e = 0; e < model->n_goal_entries; e++) {
        const ore_program_entry *entry = &model->goal_entries[e];

        if (entry->row == 0) {
            put_lp_term(out, sign * entry->coef, model->cols[entry->col].name);
        }
    }
    fputs("\nSubject To\n", out);
    for (int i = 0; i < model->n_rows; i++) {
        if (isfinite(model->rows[i].lo)) {
            put_lp_side(model, out, i, true);
        }
        if (isfinite(model->rows[i].hi) &&
            model->rows[i].lo != model->rows[i].hi) {
            put_lp_side(model, out, i, false);
        }
    }
    fputs("Bounds\n", out);
    for (int j = 0; j < model->n_cols; j++) {
        const ore_program_col *col = &model->cols[j];

        if (col->lo == 0.0 && !isfinite(col->hi)) {
            continue;
        }
        fputc(' ', out);
        put_number(out, col->lo);
        fputs(" <= ", out);
        put_lp_name(out, col->name);
        if (isfinite(col->hi)) {
            fputs(" <= ", out);
            put_number(out, col->hi);
        }
        fputc('\n', out);
    }
    fputs("Binary\n", out);
    for (int j = 0; j < model->n_cols; j++) {
        if (model->cols[j].kind == ORE_BINARY) {
            fputc(' ', out);
            put_lp_name(out, model->cols[j].name);
            fputc('\n', out);
        }
    }
    fputs("End\n", out);
}
