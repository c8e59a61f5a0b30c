/* See write_told.h. */
#include "write/json/write_told.h"

#include "write/json/json_parts.h"

/* What a file tells; null = nothing, or of a decision that the project is not
 * funded. */
static json_t *told_json(const ore_told_results *results, int side, int i)
{
    const ore_told *told = i >= 0 ? &results->told[side][i] : NULL;

    return !told        ? json_null()
           : told->text ? ore_json_text(told->text)
                        : ore_json_figure(told->number);
}

ore_status ore_write_told(const ore_told_results *results, const char *path,
                          ore_diags *diags)
{
    json_t *root = json_object(), *list = json_array();

    for (int d = 0; d < results->n_differences; d++) {
        const ore_told_difference *difference = &results->differences[d];
        const ore_told *told = ore_told_of(results, d);
        json_t *object = json_object();

        ore_json_set(object, "what", ore_json_text(ore_told_name(told->kind)));
        ore_json_set(object, "of", ore_json_text(told->of));
        if (told->year > 0) {
            ore_json_set(object, "year", json_integer(told->year));
        }
        ore_json_set(object, "before",
                     told_json(results, 0, difference->before));
        ore_json_set(object, "after", told_json(results, 1, difference->after));
        (void)json_array_append_new(list, object);
    }
    ore_json_set(root, "format", ore_json_text("orefolio-differences/1"));
    ore_json_set(root, "before", ore_json_text(results->paths[0]));
    ore_json_set(root, "after", ore_json_text(results->paths[1]));
    ore_json_set(root, "differences", list);
    return ore_json_write(root, path, diags);
}
