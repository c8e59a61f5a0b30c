/* Constraints: every limit of the round beside what the portfolio uses of it:
 * accounts, ceilings, funder shares and portfolio rules. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/accounting.h"
#include "orefolio/memory.h"
#include "orefolio/model.h"
#include "orefolio/rules.h"
#include "write/book/columns.h"
#include "write/book/sheet.h"

/* One limit and its use. */
typedef struct limit {
    const char *text;
    ore_text kind;
    const char *unit; /* of a goal; NULL = its quantity's */
    int year;         /* 0 = the whole round */
    ore_quantity quantity;
    bool is_floor; /* at least; else at most */
    double limit, used;
    ore_limit key;
} limit;

/* As exact as the checks of the written figures are. */
static ore_text status(double slack, double scale)
{
    const double tolerance = 1e-6 * fmax(1.0, fabs(scale));

    return slack < -tolerance   ? ORE_TEXT_BROKEN
           : slack <= tolerance ? ORE_TEXT_BINDING
                                : ORE_TEXT_NOT_BINDING;
}

/* What moving the limit gains; NULL = it has no step. */
static const ore_relaxed *relaxed_of(const ore_book *book, ore_limit key)
{
    const ore_re_solved *all = book->options->re_solved;

    for (int i = 0; i < all->n_relaxed; i++) {
        const ore_limit *own = &all->relaxed[i].limit;

        if (own->kind == key.kind && own->of == key.of && own->s == key.s) {
            return &all->relaxed[i];
        }
    }
    return NULL;
}

static void set_relaxed(const ore_book *book, ore_sheet_cell *row,
                        const limit *l)
{
    const ore_relaxed none = {.answer = ORE_ANSWER_NONE};
    const ore_relaxed *found = relaxed_of(book, l->key);
    const ore_relaxed *r = found ? found : &none;

    if (found) {
        ore_set_amount(&row[ORE_CONSTRAINTS_STEP], l->quantity, r->step);
    } else {
        ore_set_answer(book, &row[ORE_CONSTRAINTS_STEP], r->answer, 0.0);
    }
    ore_set_answer(book, &row[ORE_CONSTRAINTS_GAIN], r->answer, r->gain);
    ore_set_answer(book, &row[ORE_CONSTRAINTS_ROOM], r->answer, r->room);
}

/* Slack that is rounding is none, and not shown as -0.0. */
static void set_slack(ore_sheet *sheet, ore_sheet_cell *row, bool is_floor,
                      double slack)
{
    const char *more = ore_here(sheet, is_floor ? ORE_CONSTRAINTS_USED
                                                : ORE_CONSTRAINTS_LIMIT);
    const char *less = ore_here(sheet, is_floor ? ORE_CONSTRAINTS_LIMIT
                                                : ORE_CONSTRAINTS_USED);
    ore_set_formula(sheet->book, &row[ORE_CONSTRAINTS_SLACK],
                    fabs(slack) < 1e-9 ? 0.0 : slack,
                    "=IF(ABS(%s-%s)<1E-9,0,%s-%s)", more, less, more, less);
}

static void add_limit(ore_sheet *sheet, const limit *l)
{
    ore_book *book = sheet->book;
    const double slack = l->is_floor ? l->used - l->limit : l->limit - l->used;
    ore_sheet_cell *row = ore_next_row(sheet);
    const char *unit = l->unit && l->quantity != ORE_MONEY
                           ? l->unit
                           : ore_unit(book, l->quantity);

    ore_set_text(&row[0], l->text);
    ore_set_text(&row[1], ore_say(book, l->kind));
    if (l->year) {
        ore_set_number(&row[2], l->year);
    } else {
        ore_set_text(&row[2], ore_say(book, ORE_TEXT_WHOLE_ROUND));
    }
    ore_set_text(&row[3], *unit ? unit : ore_say(book, ORE_TEXT_UNIT_COUNT));
    ore_set_text(&row[4], ore_say(book, l->is_floor ? ORE_TEXT_AT_LEAST
                                                    : ORE_TEXT_AT_MOST));
    ore_set_amount(&row[ORE_CONSTRAINTS_LIMIT], l->quantity, l->limit);
    ore_set_amount(&row[ORE_CONSTRAINTS_USED], l->quantity, l->used);
    row[ORE_CONSTRAINTS_SLACK].quantity = l->quantity;
    set_slack(sheet, row, l->is_floor, slack);
    ore_set_text(&row[ORE_CONSTRAINTS_STATUS],
                 ore_say(book, status(slack, l->limit)));
    if (book->options->re_solved) {
        set_relaxed(book, row, l);
    }
}

static void add_budgets(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    for (int b = 0; b < round->n_budgets; b++) {
        const ore_budget *budget = &round->budgets[b];

        for (int y = 0; y < ore_figure_budget_years(round, b); y++) {
            const limit l = {
                .text = ore_label(book, budget->label, budget->label_ja),
                .kind = ORE_TEXT_KIND_BUDGET,
                .year = round->commit.first + y,
                .key = {ORE_LIMIT_ACCOUNT, b, y},
                .quantity = ORE_MONEY,
                .limit = ore_figure_available_m(round, book->result, b, y),
                .used = ore_figure_used_m(round, book->result, b, y)};

            if (budget->amount_m[y] > 0.0 || l.used > 0.0) {
                add_limit(sheet, &l);
            }
        }
    }
}

static void add_ceilings(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;

    for (int k = 0; k < round->n_instruments; k++) {
        const ore_instrument *instrument = &round->instruments[k];
        limit l = {.text =
                       ore_label(book, instrument->label, instrument->label_ja),
                   .kind = ORE_TEXT_KIND_CEILING,
                   .quantity = ORE_MONEY};
        double sum_m = 0.0;

        for (int s = 0; s < round->n_commit; s++) {
            l.year = round->commit.first + s;
            l.key = (ore_limit){ORE_LIMIT_CEILING, k, s};
            l.limit = instrument->ceiling_m[s];
            l.used = ore_figure_exposure_m(round, book->result, k, l.year);
            sum_m += l.used;
            if (isfinite(l.limit)) {
                add_limit(sheet, &l);
            }
        }
        l.year = 0;
        l.key = (ore_limit){ORE_LIMIT_CEILING_TOTAL, k, -1};
        l.limit = instrument->ceiling_total_m;
        l.used = sum_m;
        if (isfinite(l.limit)) {
            add_limit(sheet, &l);
        }
    }
}

static void add_shares(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    const ore_round *round = book->round;
    double all_m = 0.0;

    for (int i = 0; i < round->n_funders; i++) {
        all_m += ore_figure_funder_cost_m(round, book->result, i);
    }
    for (int i = 0; i < round->n_funders && all_m > 0.0; i++) {
        const ore_funder *funder = &round->funders[i];
        limit l = {.text = ore_label(book, funder->label, funder->label_ja),
                   .kind = ORE_TEXT_KIND_SHARE,
                   .quantity = ORE_SHARE,
                   .used = ore_figure_funder_cost_m(round, book->result, i) /
                           all_m};

        if (funder->budget_cost_share_max < 1.0) {
            l.key = (ore_limit){ORE_LIMIT_SHARE_MAX, i, -1};
            l.limit = funder->budget_cost_share_max;
            add_limit(sheet, &l);
        }
        if (funder->budget_cost_share_min > 0.0) {
            l.is_floor = true;
            l.key = (ore_limit){ORE_LIMIT_SHARE_MIN, i, -1};
            l.limit = funder->budget_cost_share_min;
            add_limit(sheet, &l);
        }
    }
}

static ore_quantity quantity_of(ore_measure measure)
{
    switch (measure) {
    case ORE_MEASURE_COUNT: return ORE_COUNT;
    case ORE_MEASURE_FACE:
    case ORE_MEASURE_BUDGET_COST:
    case ORE_MEASURE_CAPEX: return ORE_MONEY;
    case ORE_MEASURE_SUPPLY: return ORE_FLOW;
    case ORE_MEASURE_VALUE:
    case ORE_MEASURE_ATTRIBUTE: break;
    }
    return ORE_SCORE;
}

/* What a rule measures, year by year: of each country, or of all that it names
 * as one; and over everything. */
typedef struct measured {
    const ore_countries *countries; /* NULL = as one */
    int n, n_years;
    double *named; /* [n_years * n], country fastest */
    double *all;   /* [n_years] */
} measured;

static measured measure(const ore_book *book, const ore_rule *rule,
                        const ore_countries *countries)
{
    const ore_round *round = book->round;
    measured m = {.countries = rule->each_country ? countries : NULL,
                  .n = rule->each_country ? countries->n : 1,
                  .n_years =
                      rule->measure == ORE_MEASURE_SUPPLY ? round->n_years : 1};

    m.named = ore_alloc(m.n_years * m.n, sizeof *m.named);
    m.all = ore_alloc(m.n_years, sizeof *m.all);
    for (int t = 0; t < m.n_years; t++) {
        if (m.countries) {
            ore_rule_by_country(round, book->result, rule, countries, t,
                                &m.named[t * m.n], &m.all[t]);
        } else {
            m.named[t] =
                ore_rule_measure(round, book->result, rule, NULL, t, &m.all[t]);
        }
    }
    return m;
}

/* One limit of a rule, in the year that comes closest to it. Shares are of the
 * measure over everything; a year without any is not looked at. */
static void add_rule_limit(ore_sheet *sheet, const ore_rule *rule,
                           const measured *m, int c, limit l)
{
    const ore_round *round = sheet->book->round;
    const bool yearly = rule->measure == ORE_MEASURE_SUPPLY;
    const bool is_share = l.quantity == ORE_SHARE;
    double closest = HUGE_VAL;

    if (!isfinite(l.limit)) {
        return;
    }
    for (int t = 0; t < m->n_years; t++) {
        const double named = m->named[t * m->n + c];
        const double used = !is_share         ? named
                            : m->all[t] > 0.0 ? named / m->all[t]
                                              : nan("");
        const double slack = l.is_floor ? used - l.limit : l.limit - used;

        if (yearly && !ore_rule_counts_year(rule, round->horizon.first + t)) {
            continue;
        }
        if (slack < closest) {
            closest = slack;
            l.used = used;
            l.year = yearly ? round->horizon.first + t : 0;
        }
    }
    if (isfinite(closest) && (!m->countries || l.is_floor || l.used > 0.0)) {
        add_limit(sheet, &l);
    }
}

/* The limits of a rule; on country c where it is on each. */
static void add_rule_of(ore_sheet *sheet, const ore_rule *rule,
                        const measured *m, int c)
{
    ore_book *book = sheet->book;
    const char *label = ore_label(book, rule->label, rule->label_ja);
    const ore_quantity quantity = quantity_of(rule->measure);
    limit l = {
        .text = m->countries ? ore_join(book, ORE_TEXT_LABEL_OF, label,
                                        ore_word(book, m->countries->name[c]))
                             : label,
        .kind = ORE_TEXT_KIND_RULE,
        .quantity = quantity,
        .limit = rule->max,
        .key = {ORE_LIMIT_RULE_MAX, (int)(rule - book->round->rules), -1}};

    add_rule_limit(sheet, rule, m, c, l);
    l.quantity = ORE_SHARE;
    l.limit = rule->max_share;
    l.key.kind = ORE_LIMIT_RULE_MAX_SHARE;
    add_rule_limit(sheet, rule, m, c, l);
    l.is_floor = true;
    l.limit = rule->min_share;
    l.key.kind = ORE_LIMIT_RULE_MIN_SHARE;
    add_rule_limit(sheet, rule, m, c, l);
    l.quantity = quantity;
    l.limit = rule->min;
    l.key.kind = ORE_LIMIT_RULE_MIN;
    add_rule_limit(sheet, rule, m, c, l);
}

static void add_rules(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;
    ore_countries *countries = ore_countries_new(book->round);

    for (int i = 0; i < book->round->n_rules; i++) {
        const ore_rule *rule = &book->round->rules[i];

        if (ore_rule_in_force(rule, book->result)) {
            measured m = measure(book, rule, countries);
            for (int c = 0; c < m.n; c++) {
                add_rule_of(sheet, rule, &m, c);
            }
            free(m.named);
            free(m.all);
        }
    }
    ore_countries_free(countries);
}

/* Limits on goals. */
static void add_goals(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;

    for (int i = 0; i < round->n_limits; i++) {
        const ore_objective *use = round->limits[i];
        const ore_goal *goal = ore_objective_goal(use);
        const limit l = {.text = ore_goal_title(book, use),
                         .kind = ORE_TEXT_KIND_GOAL,
                         .unit = ore_label(book, goal->unit, goal->unit_ja),
                         .quantity = ore_goal_quantity(use),
                         .is_floor = ore_objective_is_maximised(use),
                         .key = {ORE_LIMIT_GOAL, i, -1},
                         .limit = use->limit,
                         .used = goal->value(round, book->result, use)};

        add_limit(sheet, &l);
    }
}

static void add_columns(ore_sheet *sheet)
{
    const ore_book *book = sheet->book;

    ore_add_column(sheet, ore_say(book, ORE_TEXT_CONSTRAINT), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_KIND), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_YEAR), ORE_YEAR);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_UNIT), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SENSE), ORE_TEXT_CELL);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_LIMIT), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_USED), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_SLACK), ORE_COUNT);
    ore_add_column(sheet, ore_say(book, ORE_TEXT_STATUS), ORE_TEXT_CELL);
    if (book->options->re_solved) {
        ore_add_column(sheet, ore_say(book, ORE_TEXT_STEP), ORE_COUNT);
        ore_add_goal_column(sheet, ore_say(book, ORE_TEXT_GAIN_IF_RELAXED),
                            &book->round->goals[0]);
        ore_add_goal_column(sheet, ore_say(book, ORE_TEXT_PROVEN_WITHIN),
                            &book->round->goals[0]);
    }
}

void ore_fill_constraints(ore_sheet *sheet)
{
    ore_book *book = sheet->book;
    const ore_round *round = book->round;

    if (book->options->re_solved) {
        ore_add_line(
            sheet, ORE_GREY,
            ore_compose(book, ORE_TEXT_RELAXED_LINE,
                        (const char *const[]){
                            ore_goal_title(book, &round->goals[0]), NULL}));
    }
    ore_add_table(sheet, "tblConstraints", "constraints", NULL);
    ore_filter_table(sheet);
    add_columns(sheet);
    add_budgets(sheet);
    add_ceilings(sheet);
    add_shares(sheet);
    add_rules(sheet);
    add_goals(sheet);
    sheet->marks[sheet->n_marks++] =
        (ore_mark){0, ORE_CONSTRAINTS_STATUS, ORE_CONSTRAINTS_STATUS,
                   ORE_TEXT_BINDING, ORE_BUILD};
    sheet->marks[sheet->n_marks++] =
        (ore_mark){0, ORE_CONSTRAINTS_STATUS, ORE_CONSTRAINTS_STATUS,
                   ORE_TEXT_BROKEN, ORE_BAD};
}
