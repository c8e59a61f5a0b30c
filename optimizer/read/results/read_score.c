/* See read_score.h. */
#include "read/results/read_score.h"

#include <math.h>
#include <string.h>

#include "read/formats/json_node.h"

/* Whether the element names project p as the result has it. */
static bool is_same(const ore_json_node *node, const ore_round *round,
                    const ore_result *result, int p)
{
    const char *project, *option;
    int year;

    return ore_json_get_text(node, "project", &project) &&
           ore_json_get_text(node, "option", &option) &&
           ore_json_get_whole(node, "year", &year) &&
           strcmp(project, round->projects[p].id) == 0 &&
           strcmp(option, round->options[result->option[p]].id) == 0 &&
           year == result->year[p];
}

/* Both lists are in the order of ids. */
static bool are_same(const ore_json_node *list, const ore_round *round,
                     const ore_result *result)
{
    const int count = ore_json_count(list);
    int at = 0;

    for (int p = 0; p < round->n_projects; p++) {
        if (result->option[p] < 0) {
            continue;
        }
        if (at >= count) {
            return false;
        }
        const ore_json_node element = ore_json_element(list, at++);

        if (!is_same(&element, round, result, p)) {
            return false;
        }
    }
    return at == count;
}

/* A score, and the result that it may be of. */
typedef struct scoring {
    const ore_round *round;
    const ore_result *result;
    ore_score *score;
} scoring;

static void read_root(const ore_json_node *root, void *data)
{
    const scoring *s = data;
    ore_score *score = s->score;
    const char *format, *goal;
    ore_json_node list, value;

    if (!ore_json_get_text(root, "format", &format) ||
        !ore_json_get_text(root, "goal", &goal) ||
        !ore_json_member(root, "projects", &list)) {
        return;
    }
    if (strcmp(format, "orefolio-score/1") != 0) {
        ore_json_unknown(root, "format", format, "'orefolio-score/1'");
        return;
    }
    score->value = nan("");
    if (ore_json_optional(root, "value", &value)) {
        (void)ore_json_get_number(root, "value", &score->value);
    }
    score->is_of_result = strcmp(goal, s->round->goals[0].name) == 0 &&
                          are_same(&list, s->round, s->result);
}

ore_status ore_read_score(const char *path, const ore_round *round,
                          const ore_result *result, ore_diags *diags,
                          ore_score *score)
{
    scoring s = {round, result, score};

    *score = (ore_score){0};
    return ore_json_read(path, diags, read_root, &s);
}
