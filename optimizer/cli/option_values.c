/* See option_values.h. */
#include "cli/option_values.h"

#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/currencies.h"
#include "base/text.h"
#include "orefolio/messages.h"

double ore_option_number(const char *text, const char *what, double min,
                         double max, const struct argp_state *state)
{
    double value = 0.0;
    const char *wrong = ore_parse_number(text, &value);

    if (wrong || value < min) {
        argp_error(state, _("%s is '%s', expected a number >= %g%s"), what,
                   ore_shown(text), min, wrong ? _(wrong) : "");
    }
    if (value > max) {
        argp_error(state, _("%s is '%s', expected a number <= %g"), what,
                   ore_shown(text), max);
    }
    return value;
}

const char *ore_option_word(const char *text, const char *what,
                            const char *words, const struct argp_state *state)
{
    const size_t length = strlen(text);

    for (const char *word = words; word;) {
        const char *bar = strchr(word, '|');
        const size_t size = bar ? (size_t)(bar - word) : strlen(word);

        if (size == length && strncmp(word, text, size) == 0) {
            return text;
        }
        word = bar ? bar + 1 : NULL;
    }
    argp_error(state, _("%s is '%s', expected %s"), what, ore_shown(text),
               words);
    return text;
}

const char *ore_option_currency(const char *text,
                                const struct argp_state *state)
{
    const ore_currency_name *meant = ore_currency_meant(text);

    if (!ore_currency_of(text)) {
        argp_error(state,
                   _("--money is '%s', expected a code of ISO 4217 like EUR"
                     "%s%s%s"),
                   ore_shown(text), meant ? _(", did you mean '") : "",
                   meant ? meant->code : "", meant ? _("'?") : "");
    }
    return text;
}

/* "I/N" with 1 <= I <= N. */
void ore_option_shard(const char *text, ore_options *options,
                      const struct argp_state *state)
{
    int end = 0;

    if (sscanf(text, "%5d/%5d%n", &options->shard, &options->shards, &end) !=
            2 ||
        text[end] || options->shard < 1 || options->shards < options->shard) {
        argp_error(state, _("--shard is '%s', expected I/N, as 1/8"),
                   ore_shown(text));
    }
}

const char *ore_option_date(const char *text, const struct argp_state *state)
{
    struct tm day = {0}, again;
    const char *end = strptime(text, "%Y-%m-%d", &day);
    const time_t seconds = timegm(&(struct tm){
        .tm_year = day.tm_year, .tm_mon = day.tm_mon, .tm_mday = day.tm_mday});

    /* A day that no month has becomes one of the next. */
    if (!end || *end || strlen(text) != strlen("2026-07-14") ||
        !gmtime_r(&seconds, &again) || again.tm_mday != day.tm_mday) {
        argp_error(state, _("--date is '%s', expected a day as 2026-07-14"),
                   ore_shown(text));
    }
    return text;
}

void ore_option_default_date(char *date)
{
    const char *asked = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    const long long seconds = asked ? strtoll(asked, &end, 10) : 0;
    const time_t time = (time_t)seconds;
    struct tm day;

    *date = '\0';
    if (asked && end > asked && !*end && seconds > 0 && gmtime_r(&time, &day) &&
        strftime(date, sizeof "2026-07-14", "%Y-%m-%d", &day) == 0) {
        *date = '\0';
    }
}
