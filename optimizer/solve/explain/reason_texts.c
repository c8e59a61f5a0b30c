/* See reason_texts.h. */
#include "solve/explain/reason_texts.h"

#include <stdlib.h>
#include <string.h>

#include "orefolio/memory.h"
#include "program/program.h"

/* What an answer means, in English and Japanese. */
typedef struct sentence {
    const char *en, *ja;
} sentence;

static const sentence unknown = {
    "why it is out was not examined before the run ended",
    "終了までに理由を検討できなかった",
};

static sentence sentence_of(const ore_round *round, ore_reason_kind kind)
{
    switch (kind) {
    case ORE_REASON_UNFUNDABLE:
        return (sentence){
            "even alone, the sources it may use do not pay for it",
            "単独でも、利用できる資金源では賄えない"};
    case ORE_REASON_BUDGET:
        return (sentence){
            "budgets and ceilings do not pay for it beside the chosen ones",
            "採択案件と併せると、予算と上限では賄えない"};
    case ORE_REASON_NO_GAIN:
        return round->goals[0].tolerance > 0.0
                   ? (sentence){"beside the chosen ones as they are, it "
                                "improves the first goal by no more than the "
                                "goal's tolerance",
                                "採択案件をそのままとすれば、第1目的の改善は許"
                                "容範囲を超えない"}
                   : (sentence){"beside the chosen ones as they are, it does "
                                "not improve the first goal",
                                "採択案件をそのままとすれば、第1目的を改善しな"
                                "い"};
    case ORE_REASON_OUTRANKED:
        return (sentence){
            "it may improve the first goal beside the chosen ones, but no such "
            "portfolio was found",
            "第1目的を改善する可能性はあるが、そのような案は見つからなかった"};
    default: return unknown;
    }
}

static void set_reason(ore_reason *reason, ore_reason_kind kind, sentence text)
{
    *reason = (ore_reason){kind, ore_copy(text.en), ore_copy(text.ja)};
}

static int by_reason(const void *a, const void *b)
{
    const ore_family *const *x = a, *const *y = b;

    return strcmp((*x)->reason, (*y)->reason);
}

/* The families that ask something of the portfolio, in the order of what they
 * say; how many there are. */
static int find_askers(const ore_model *model, const ore_family **askers)
{
    int n = 0;

    for (int i = 0; i < model->n_rows; i++) {
        const ore_family *family = model->rows[i].family;
        bool is_new = family && family->reason;

        for (int k = 0; k < n && is_new; k++) {
            is_new = askers[k] != family;
        }
        if (is_new) {
            askers[n++] = family;
        }
    }
    if (n > 0) {
        qsort(askers, (size_t)n, sizeof *askers, by_reason);
    }
    return n;
}

/* "… or … keeps it out", of all that is asked of the portfolio. */
static void set_excluded(ore_reason *reason, const ore_model *model)
{
    const ore_family **askers =
        ore_alloc(ore_count_families(), sizeof(const ore_family *));
    const int n = find_askers(model, askers);
    char *en = ore_copy(""), *ja = ore_copy("");

    for (int k = 0; k < n; k++) {
        const bool is_last = k == n - 1;
        char *longer = ore_print("%s%s%s", en,
                                 k == 0    ? ""
                                 : is_last ? " or "
                                           : ", ",
                                 askers[k]->reason);
        char *longer_ja = ore_print("%s%s%s", ja,
                                    k == 0    ? ""
                                    : is_last ? "または"
                                              : "、",
                                    askers[k]->reason_ja);

        free(en);
        free(ja);
        en = longer;
        ja = longer_ja;
    }
    free(reason->detail);
    free(reason->detail_ja);
    *reason =
        (ore_reason){ORE_REASON_EXCLUDED, ore_print("%s keeps it out", en),
                     ore_print("%sにより除外", ja)};
    free(en);
    free(ja);
    free(askers);
}

void ore_reason_text(const ore_program *program, ore_reason_kind kind,
                     ore_reason *reason)
{
    free(reason->detail);
    free(reason->detail_ja);
    if (kind == ORE_REASON_EXCLUDED) {
        set_excluded(reason, program->model);
    } else {
        set_reason(reason, kind, sentence_of(program->round, kind));
    }
}
