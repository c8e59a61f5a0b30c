/* Filling structs from records. */
#include "read/round/fields.h"

#include <math.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/memory.h"
#include "read/money/quotation.h"
#include "read/round/values.h"

enum { LONGEST_TEXT = 1000 };

static void put(void *out, size_t at, const void *value, size_t size)
{
    memcpy((char *)out + at, value, size);
}

/* The pointer that follows the count at `at`. */
static size_t after_count(size_t at)
{
    const size_t end = at + sizeof(int), step = alignof(void *);

    return (end + step - 1) / step * step;
}

static void put_list(void *out, size_t at, int count, const void *values)
{
    put(out, at, &count, sizeof count);
    put(out, after_count(at), &values, sizeof values);
}

static void fill_numbers(const ore_reader *reader, const ore_field *field,
                         const ore_source_cell *cell, void *out)
{
    const int max = (int)strlen(cell->text) / 2 + 1;
    double *values = ore_store_alloc(reader->store, max, sizeof(double));
    char *text = ore_copy(cell->text), *rest = NULL;
    int count = 0;
    bool good = true;

    for (char *word = strtok_r(text, " \t", &rest); word;
         word = strtok_r(NULL, " \t", &rest)) {
        const ore_source_cell one = {word, cell->where};

        good = ore_value_number(reader, field, &one, &values[count]) && good;
        count++;
    }
    free(text);
    if (good && count > 0) {
        put_list(out, field->at, count, values);
    }
}

static void fill_words(const ore_reader *reader, const ore_field *field,
                       const ore_source_cell *cell, void *out)
{
    const int max = (int)strlen(cell->text) / 2 + 1;
    const char **words =
        ore_store_alloc(reader->store, max, sizeof(const char *));
    char *text = ore_copy(cell->text), *rest = NULL;
    int count = 0;

    for (char *word = strtok_r(text, " \t;", &rest); word;
         word = strtok_r(NULL, " \t;", &rest)) {
        if (ore_value_word(reader, field->key, word, cell->where)) {
            words[count++] = ore_store_text(reader->store, word);
        }
    }
    free(text);
    put_list(out, field->at, count, words);
}

static void fill_text(const ore_reader *reader, const ore_field *field,
                      const ore_source_cell *cell, void *out)
{
    if (strpbrk(cell->text, "\n\t") || strlen(cell->text) > LONGEST_TEXT) {
        ore_error(reader->diags, cell->where,
                  "%s is '%s', expected one line of at most %d bytes",
                  field->key, ore_shown(cell->text), LONGEST_TEXT);
        return;
    }
    const char *text = ore_store_text(reader->store, cell->text);

    put(out, field->at, &text, sizeof text);
}

static void fill_one(const ore_reader *reader, const ore_field *field,
                     const ore_source_cell *cell, void *out)
{
    double number;
    int whole;
    bool yes;
    const char *code = NULL;
    ore_years years;
    ore_source_cell date = *cell;

    switch (field->type) {
    case ORE_FIELD_NUMBER:
        if (ore_value_number(reader, field, cell, &number)) {
            put(out, field->at, &number, sizeof number);
        }
        break;
    case ORE_FIELD_WHOLE:
    case ORE_FIELD_YEAR:
        if (ore_value_whole(reader, field, cell, &whole)) {
            put(out, field->at, &whole, sizeof whole);
        }
        break;
    case ORE_FIELD_WORD:
        if (ore_value_choice(reader, field, cell, &whole)) {
            put(out, field->at, &whole, sizeof whole);
        }
        break;
    case ORE_FIELD_CURRENCY:
        if (ore_value_currency(reader, field, cell, &code)) {
            put(out, field->at, &code, sizeof code);
        }
        break;
    case ORE_FIELD_YES_NO:
        if (ore_value_yes_no(reader, field, cell, &yes)) {
            put(out, field->at, &yes, sizeof yes);
        }
        break;
    case ORE_FIELD_YEARS:
        if (ore_value_years(reader, field->key, cell, &years)) {
            put(out, field->at, &years, sizeof years);
        }
        break;
    case ORE_FIELD_DATE:
        date.text = ore_value_date(reader, field, cell);
        if (date.text) {
            fill_text(reader, field, &date, out);
        }
        break;
    case ORE_FIELD_TEXT: fill_text(reader, field, cell, out); break;
    case ORE_FIELD_NUMBERS: fill_numbers(reader, field, cell, out); break;
    case ORE_FIELD_WORDS: fill_words(reader, field, cell, out); break;
    case ORE_FIELD_YEARLY:
    case ORE_FIELD_FILTER:
    case ORE_FIELD_OTHER: break;
    }
}

/* A field that neither the record nor the fallback gives. */
static void fill_nothing(const ore_field *field, void *out)
{
    const double not_given = nan("");
    const int zero = 0;
    const char *const none = NULL;

    switch (field->type) {
    case ORE_FIELD_NUMBER:
        put(out, field->at, &not_given, sizeof not_given);
        break;
    case ORE_FIELD_TEXT:
    case ORE_FIELD_CURRENCY:
    case ORE_FIELD_DATE: put(out, field->at, &none, sizeof none); break;
    case ORE_FIELD_WHOLE:
    case ORE_FIELD_YEAR:
    case ORE_FIELD_WORD: put(out, field->at, &zero, sizeof zero); break;
    case ORE_FIELD_NUMBERS:
    case ORE_FIELD_WORDS: put_list(out, field->at, 0, NULL); break;
    case ORE_FIELD_YEARS:
    case ORE_FIELD_YEARLY:
    case ORE_FIELD_YES_NO:
    case ORE_FIELD_FILTER:
    case ORE_FIELD_OTHER: break;
    }
}

static void fill_default(const ore_reader *reader, const ore_field *field,
                         void *out)
{
    const ore_source_cell cell = {field->fallback, {0}};

    if (field->fallback) {
        fill_one(reader, field, &cell, out);
    } else {
        fill_nothing(field, out);
    }
}

static void report_missing(const ore_reader *reader, const ore_record *record,
                           const ore_field *field)
{
    for (int i = 0; i < record->count; i++) {
        if (strcmp(record->names[i], field->key) == 0) {
            ore_error(reader->diags, record->cells[i].where,
                      "%s is empty, expected a value", field->key);
            return;
        }
    }
    /* A missing column was reported once, for the whole table. */
    if (record->keys || record->count == 0) {
        ore_error(reader->diags, record->where, "key '%s' is missing",
                  field->key);
    }
}

/* The field by which the record gives the figure of `key` in US dollars; NULL =
 * it does not. */
static const ore_field *given_in_usd(const ore_record *record,
                                     const ore_field *fields, const char *key)
{
    for (const ore_field *field = fields; field->key; field++) {
        if (field->in_usd_of && strcmp(field->in_usd_of, key) == 0 &&
            ore_record_cell(record, field->key)) {
            return field;
        }
    }
    return NULL;
}

/* A figure in US dollars, in the place of the one that it stands for. Lists are
 * converted where they are read. */
static void fill_in_usd(const ore_reader *reader, const ore_record *record,
                        const ore_field *field, void *out)
{
    const ore_source_cell *cell = ore_record_cell(record, field->key);
    double *figure = (double *)(void *)((char *)out + field->at);

    if (!cell) {
        return;
    }
    if (ore_record_cell(record, field->in_usd_of)) {
        ore_error(reader->diags, cell->where,
                  "%s is given beside %s, expected one of them", field->key,
                  field->in_usd_of);
        return;
    }
    char *what = ore_print("the unit of %s", field->key);
    const ore_currency *usd = ore_need_rate(reader, cell->where, what, "USD");

    free(what);
    if (field->type == ORE_FIELD_NUMBER) {
        fill_one(reader, field, cell, out);
        *figure *= usd ? usd->worth : 1.0;
    }
}

void ore_fill(const ore_reader *reader, const ore_record *record,
              const ore_field *fields, void *out)
{
    for (const ore_field *field = fields; field->key; field++) {
        const ore_source_cell *cell = ore_record_cell(record, field->key);

        if (field->in_usd_of) {
            fill_in_usd(reader, record, field, out);
            continue;
        }
        fill_default(reader, field, out);
        if (cell) {
            fill_one(reader, field, cell, out);
        } else if (field->is_required &&
                   !given_in_usd(record, fields, field->key)) {
            report_missing(reader, record, field);
        }
    }
}

void ore_fill_given(const ore_reader *reader, const ore_record *record,
                    const ore_field *fields, void *out)
{
    for (const ore_field *field = fields; field->key; field++) {
        const ore_source_cell *cell = ore_record_cell(record, field->key);

        if (cell) {
            fill_one(reader, field, cell, out);
        }
    }
}

const ore_field *ore_field_named(const ore_field *fields, const char *name)
{
    for (const ore_field *field = fields; field && field->key; field++) {
        if (strcmp(field->key, name) == 0) {
            return field;
        }
    }
    return NULL;
}

bool ore_is_unknown(const ore_field *const *lists, int n_lists,
                    const char *name, const char **meant)
{
    bool known = false;

    *meant = NULL;
    for (int l = 0; l < n_lists; l++) {
        known = known || ore_field_named(lists[l], name);
        for (const ore_field *f = lists[l]; f && f->key; f++) {
            *meant = ore_nearer(name, *meant, f->key);
        }
    }
    return !known;
}

void ore_check_names(const ore_reader *reader, const ore_record *record,
                     const char *what, const ore_field *const *lists,
                     int n_lists)
{
    for (int i = 0; i < record->count; i++) {
        const char *name = record->names[i];
        const char *near = NULL;

        if (*name == '\0' || !ore_is_unknown(lists, n_lists, name, &near)) {
            continue;
        }
        const ore_where where =
            record->keys ? record->keys[i] : record->cells[i].where;

        if (near) {
            ore_error(reader->diags, where,
                      "unknown %s '%s', did you mean '%s'?", what,
                      ore_shown(name), near);
        } else {
            ore_error(reader->diags, where, "unknown %s '%s'", what,
                      ore_shown(name));
        }
    }
}
