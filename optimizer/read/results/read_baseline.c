/* The portfolio of an earlier run, as the start of this one. Its round may
 * have been another: what is not in this one any more is told and left out. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/asset_sales.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "orefolio/screen.h"
#include "read/formats/input.h"
#include "read/formats/json_node.h"
#include "read/results/filling.h"
#include "read/round/reader.h"

/* round->baseline or round->start while it is filled. */
typedef struct earlier {
    const ore_reader *reader;
    bool is_told; /* what is left out: a start is only a hint */
    int *option, *year, *answer;
    double *face_m, *bought_t, *taken_tpa;
} earlier;

static void left_out(const earlier *e, const ore_json_node *node,
                     const char *what, const char *id)
{
    if (e->is_told) {
        ore_warn(e->reader->diags, ore_json_where(node),
                 "%s '%s' of the baseline is not in this round", what,
                 ore_shown(id));
    }
}

static void take_face(const earlier *e, const ore_json_node *node, int p)
{
    const ore_round *round = e->reader->round;
    const char *id;
    double face_m;

    if (!ore_json_get_text(node, "instrument", &id) ||
        !ore_json_get_number(node, "face", &face_m)) {
        return;
    }
    const int f = ore_pair_named(round, p, id);

    if (f >= 0) {
        e->face_m[f] = face_m;
    } else {
        left_out(e, node, "an instrument on this project,", id);
    }
}

static void take_chosen(const earlier *e, const ore_json_node *node)
{
    const ore_round *round = e->reader->round;
    const char *id, *option;
    ore_json_node list;
    int year;

    if (!ore_json_get_text(node, "project", &id) ||
        !ore_json_get_text(node, "option", &option) ||
        !ore_json_get_whole(node, "year", &year) ||
        !ore_json_member(node, "commitments", &list)) {
        return;
    }
    const int p = ore_find_id(ore_project_list(round), id);
    const int o = p < 0 ? -1 : ore_option_named(round, p, option);

    if (o < 0) {
        left_out(e, node, p < 0 ? "project" : "option", p < 0 ? id : option);
        return;
    }
    if (year < round->commit.first || year > round->commit.last) {
        if (e->is_told) {
            ore_warn(e->reader->diags, ore_json_where(node),
                     "project '%s' of the baseline was committed in %d, "
                     "outside of this round's %d-%d",
                     id, year, round->commit.first, round->commit.last);
        }
        return;
    }
    e->option[p] = o;
    e->year[p] = year;
    for (int i = 0; i < ore_json_count(&list); i++) {
        const ore_json_node element = ore_json_element(&list, i);

        take_face(e, &element, p);
    }
}

static void take_stock(const earlier *e, const ore_json_node *node)
{
    const ore_round *round = e->reader->round;
    ore_json_node member;
    const char *id;
    double bought_t;
    int year;

    if (!ore_json_optional(node, "bought_t", &member) ||
        !ore_json_get_text(node, "stockpile", &id) ||
        !ore_json_get_whole(node, "year", &year) ||
        !ore_json_get_number(node, "bought_t", &bought_t)) {
        return;
    }
    for (int h = 0; h < round->n_stockpiles; h++) {
        if (strcmp(round->stockpiles[h].id, id) == 0 &&
            year >= round->horizon.first && year <= round->horizon.last) {
            e->bought_t[h * round->n_years + year - round->horizon.first] =
                bought_t;
            return;
        }
    }
    left_out(e, node, "stockpile", id);
}

static void take_purchase(const earlier *e, const ore_json_node *node)
{
    const ore_round *round = e->reader->round;
    const char *material, *country;
    double taken_tpa;
    int year;

    if (!ore_json_get_whole(node, "year", &year) ||
        !ore_json_get_number(node, "taken_tpa", &taken_tpa)) {
        return;
    }
    const int i = ore_json_supply(round, node, false, &material, &country);

    if (i < 0 && material) {
        left_out(e, node, "optional supply of", material);
    } else if (i >= 0 && year >= round->horizon.first &&
               year <= round->horizon.last) {
        e->taken_tpa[ore_at_year(round, i, year - round->horizon.first)] =
            taken_tpa;
    }
}

static void take_answer(const earlier *e, const ore_json_node *node)
{
    const char *material, *country, *word;
    const int i =
        ore_json_supply(e->reader->round, node, true, &material, &country);

    if (!material || !ore_json_get_text(node, "answer", &word)) {
        return;
    }
    if (i < 0) {
        left_out(e, node, "open sale of", material);
    } else {
        e->answer[i] = ore_sale_answer_of(word);
    }
}

static void each_element(const earlier *e, const ore_json_node *list,
                         void (*take)(const earlier *, const ore_json_node *))
{
    const int count = ore_json_count(list);

    for (int i = 0; i < count; i++) {
        const ore_json_node element = ore_json_element(list, i);

        take(e, &element);
    }
}

static void take_root(const ore_json_node *root, void *data)
{
    const earlier *e = data;
    ore_json_node list;
    const char *format;

    if (!ore_json_get_text(root, "format", &format)) {
        return;
    }
    if (strcmp(format, "orefolio-result/1") != 0) {
        ore_error(e->reader->diags, ore_json_where(root),
                  "format is '%s', expected orefolio-result/1",
                  ore_shown(format));
        return;
    }
    if (ore_json_member(root, "portfolio", &list)) {
        each_element(e, &list, take_chosen);
    }
    if (ore_json_optional(root, "stockpiles", &list)) {
        each_element(e, &list, take_stock);
    }
    if (ore_json_optional(root, "purchases", &list)) {
        each_element(e, &list, take_purchase);
    }
    if (ore_json_optional(root, "sale_answers", &list)) {
        each_element(e, &list, take_answer);
    }
}

/* What stays must be possible. */
static void check_kept(const ore_reader *reader, ore_where where)
{
    const ore_round *round = reader->round;

    for (int p = 0; p < round->n_projects; p++) {
        const int o = round->baseline.option[p];
        ore_reason_kind why;

        if (!ore_is_kept(round, p)) {
            if (round->projects[p].decision == ORE_COMMITTED && o < 0) {
                ore_warn(reader->diags, round->projects[p].where,
                         "project '%s' is committed, but not in the baseline",
                         round->projects[p].id);
            }
        } else if (!ore_may_start(round, o,
                                  round->baseline.year[p] - round->commit.first,
                                  &why)) {
            ore_error(reader->diags, where,
                      "project '%s' is kept as '%s' in %d, which this round "
                      "does not allow (%s); --keep none would let go of it",
                      round->projects[p].id, round->options[o].id,
                      round->baseline.year[p],
                      why == ORE_REASON_OUT        ? _("its status is out")
                      : why == ORE_REASON_SCREENED ? _("screening")
                                                   : _("its window"));
        }
    }
}

/* The file's name and bytes, for the provenance. */
static ore_status note_file(ore_reader *reader, ore_where where)
{
    const ore_where nowhere = {0};
    const char *slash = strrchr(where.file, '/');
    ore_input_text text = {0};
    const ore_status status =
        ore_load_text(where, nowhere, ORE_ENCODING_AUTO, ORE_LARGEST_ROUND,
                      reader->diags, &text);

    if (status == ORE_OK) {
        ore_input input = {.path = slash ? slash + 1 : where.file};

        memcpy(input.sha256, text.sha256, sizeof text.sha256);
        reader->inputs[reader->round->n_inputs++] = input;
        free(text.text);
    }
    return status;
}

/* What the file has of this round's projects and stockpiles. */
static ore_baseline read_earlier(ore_reader *reader, const char *path,
                                 bool is_told)
{
    const ore_round *round = reader->round;
    ore_store *store = reader->store;
    earlier e = {
        .reader = reader,
        .is_told = is_told,
        .option = ore_store_alloc(store, round->n_projects, sizeof(int)),
        .year = ore_store_alloc(store, round->n_projects, sizeof(int)),
        .face_m = ore_store_alloc(store, round->n_pairs, sizeof(double)),
        .bought_t = ore_store_alloc(store, round->n_stockpiles * round->n_years,
                                    sizeof(double)),
        .taken_tpa = ore_store_alloc(store, round->n_supplies * round->n_years,
                                     sizeof(double)),
        .answer = ore_store_alloc(store, round->n_supplies, sizeof(int))};
    const char *own_path = ore_store_text(store, path);

    for (int p = 0; p < round->n_projects; p++) {
        e.option[p] = -1;
    }
    for (int i = 0; i < round->n_supplies; i++) {
        e.answer[i] = -1;
    }
    if (ore_json_read(own_path, reader->diags, take_root, &e) == ORE_NO_INPUT) {
        reader->is_missing = true;
    }
    return (ore_baseline){own_path,   e.option,    e.year,   e.face_m,
                          e.bought_t, e.taken_tpa, e.answer, false};
}

static void read_baseline(ore_reader *reader, const char *path)
{
    const ore_where where = {ore_store_text(reader->store, path), 0, 0};
    const ore_status status = note_file(reader, where);

    if (status != ORE_OK) {
        reader->is_missing |= status == ORE_NO_INPUT;
        return;
    }
    reader->round->baseline = read_earlier(reader, path, true);
    check_kept(reader, where);
}

/* The disruption that has happened, or all of them, begin then and last as
 * long, at most until the end of the horizon. */
static void move_disruptions(ore_reader *reader, int year)
{
    ore_round *round = reader->round;
    ore_disruption *list = ore_round_own(round, round->disruptions,
                                         round->n_disruptions, sizeof *list);

    if (year < round->horizon.first || year > round->horizon.last) {
        ore_error(reader->diags, (ore_where){0},
                  "--from is %d, expected a year of the horizon %d-%d", year,
                  round->horizon.first, round->horizon.last);
        return;
    }
    for (int w = 0; w < round->n_disruptions; w++) {
        if (round->respond < 0 || w == round->respond) {
            const int last = list[w].years.last + year - list[w].years.first;

            list[w].years.first = year;
            list[w].years.last =
                last < round->horizon.last ? last : round->horizon.last;
        }
    }
    round->disruptions = list;
}

void ore_read_response(ore_reader *reader)
{
    static const char *const keeps[] = {[ORE_KEEP_COMMITTED] = "committed",
                                        [ORE_KEEP_ALL] = "all",
                                        [ORE_KEEP_NONE] = "none"};
    const ore_read_options *options = reader->asked;
    const ore_where where = {reader->file, 0, 0};
    ore_round *round = reader->round;

    for (int i = 0; options->keep && i < ORE_COUNT_OF(keeps); i++) {
        if (strcmp(options->keep, keeps[i]) == 0) {
            round->keep = (ore_keep_mode)i;
        }
    }
    if (options->respond) {
        const ore_list disruptions = ore_disruption_list(round);

        round->respond = ore_find_id(disruptions, options->respond);
        if (round->respond < 0) {
            ore_error(reader->diags, where, "unknown disruption '%s'%s",
                      ore_shown(options->respond),
                      ore_did_you_mean(reader, disruptions, options->respond));
        }
    }
    if (options->from_year > 0) {
        move_disruptions(reader, options->from_year);
    }
    if (round->respond >= 0) {
        if (round->disruptions[round->respond].years.first >
            round->commit.last) {
            ore_warn(reader->diags, round->disruptions[round->respond].where,
                     "no commitment year is left when '%s' begins: only what "
                     "plants and stockpiles do can change",
                     options->respond);
        }
    }
    if (options->baseline) {
        read_baseline(reader, options->baseline);
    }
    if (options->start) {
        round->start = read_earlier(reader, options->start, false);
    }
}
