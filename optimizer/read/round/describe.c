/* The reference of keys and columns, from the same rows that read them. */
#include "read/round/describe.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "orefolio/family.h"
#include "orefolio/goal.h"
#include "orefolio/instrument.h"
#include "orefolio/measure.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "read/round/reader.h"

static const char *type_text(ore_field_type type)
{
    switch (type) {
    case ORE_FIELD_NUMBER: return "number";
    case ORE_FIELD_WHOLE: return "whole";
    case ORE_FIELD_YEAR: return "year";
    case ORE_FIELD_YEARS: return "years";
    case ORE_FIELD_YEARLY: return "yearly";
    case ORE_FIELD_NUMBERS: return "numbers";
    case ORE_FIELD_YES_NO: return "yes/no";
    case ORE_FIELD_TEXT: return "text";
    case ORE_FIELD_DATE: return "date";
    case ORE_FIELD_WORD: return "word";
    case ORE_FIELD_CURRENCY: return "currency";
    case ORE_FIELD_WORDS: return "words";
    case ORE_FIELD_FILTER: return "filter";
    case ORE_FIELD_OTHER: return "name";
    }
    return "";
}

static char *choices_text(const ore_field *field)
{
    char *text = ore_copy("");

    for (int i = 0; field->choices[i]; i++) {
        char *longer =
            ore_print("%s%s%s", text, i > 0 ? "|" : "", field->choices[i]);

        free(text);
        text = longer;
    }
    return text;
}

/* "0..1", ">= 0", "open|must"; the caller frees. */
static char *range_text(const ore_field *field)
{
    char *low, *high, *text;

    if (field->choices) {
        return choices_text(field);
    }
    if (field->type == ORE_FIELD_CURRENCY) {
        return ore_copy("ISO 4217");
    }
    if (!ore_field_has_range(field)) {
        return ore_copy("");
    }
    low = ore_number_text(field->min);
    high = ore_number_text(field->max);
    if (isfinite(field->min) && field->max < INT_MAX) {
        text = ore_print("%s..%s", low, high);
    } else {
        text = isfinite(field->min) ? ore_print(">= %s", low) : ore_copy("");
    }
    free(low);
    free(high);
    return text;
}

static void print_field(const ore_field *field, FILE *out)
{
    char *range = range_text(field);

    fprintf(out, "  %-22s %-8s %-10s %-24s %-12s %s\n", field->key,
            type_text(field->type), field->unit ? field->unit : "-",
            *range ? range : "-",
            field->is_required ? "required"
            : field->fallback  ? field->fallback
                               : "-",
            _(field->help));
    free(range);
}

static void print_fields(const ore_field *fields, FILE *out)
{
    for (const ore_field *field = fields; field && field->key; field++) {
        print_field(field, out);
    }
}

static void print_heading(FILE *out)
{
    fputs(_("  name                   type     unit       range                "
            "    default      "
            "meaning\n"),
          out);
}

static void print_instruments(FILE *out)
{
    for (int k = 0; ore_instrument_kinds[k]; k++) {
        const ore_instrument_kind *kind = ore_instrument_kinds[k];

        fprintf(out, _("\n[instrument NAME] with kind = %s: %s\n"), kind->name,
                _(kind->summary));
        print_fields(kind->terms, out);
        print_fields(kind->fields, out);
    }
}

static void print_tables(FILE *out)
{
    for (int i = 0; i < ORE_TABLES; i++) {
        const ore_table_kind *kind = &ore_table_kinds[i];

        fprintf(out, _("\ntable %s: %s\n"), kind->name, _(kind->help));
        print_heading(out);
        print_fields(kind->fields, out);
        print_fields(kind->more, out);
        if (kind->takes_attributes) {
            fprintf(out, "  %-22s %-8s %-10s %-24s %-12s %s\n", "x_NAME",
                    "number", "-", "-", "0",
                    _("an attribute of your own, for rules"));
        }
        fprintf(out, "  %-22s %-8s %-10s %-24s %-12s %s\n", "note...", "text",
                "-", "-", "-", _("not read"));
    }
}

void ore_describe_fields(FILE *out)
{
    fputs(_("The round file: sections and keys\n"), out);
    for (const ore_section_kind *kind = ore_section_kinds; kind->name; kind++) {
        fprintf(out, "\n[%s%s]: %s\n", kind->name,
                kind->is_named ? " NAME" : "", _(kind->help));
        print_heading(out);
        print_fields(kind->fields, out);
        for (int i = 0; strcmp(kind->name, "round") == 0 && ore_families[i];
             i++) {
            print_fields(ore_families[i]->fields, out);
        }
        if (strcmp(kind->name, "instrument") == 0) {
            print_instruments(out);
        }
    }
    fputs(_("\nThe tables: columns\n"), out);
    print_tables(out);
    fputs(_("\nThe measures of rules\n\n"), out);
    for (int i = 0; ore_measures[i]; i++) {
        fprintf(out, "  %-22s %s\n", ore_measures[i]->name,
                _(ore_measures[i]->summary));
    }
    fputs(_("\nThe goals\n\n"), out);
    for (int g = 0; ore_goals[g]; g++) {
        fprintf(out, "  %-22s %-8s %-10s %s\n", ore_goals[g]->name,
                ore_goals[g]->maximise ? "most" : "least", ore_goals[g]->unit,
                _(ore_goals[g]->summary));
    }
}
