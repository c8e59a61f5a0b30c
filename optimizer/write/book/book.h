/* The book before it has a file format: what its sheets are, and the texts that
 * they share. Every formula carries its value, so a reader that does not
 * calculate shows the same figures. */
#ifndef OPTIMIZER_WRITE_BOOK_BOOK_H
#define OPTIMIZER_WRITE_BOOK_BOOK_H

#include "orefolio/result.h"
#include "orefolio/round.h"
#include "write/book/table_types.h"
#include "write/book/texts.h"
#include "write/write.h"

typedef enum ore_chart_kind {
    ORE_CHART_BARS,     /**< shares side by side, from 0 to 100 % */
    ORE_CHART_STACKED,  /**< amounts on top of each other */
    ORE_CHART_COLUMNS,  /**< amounts side by side */
    ORE_CHART_PARTS,    /**< bars of shares that add up to 100 % */
    ORE_CHART_SWINGS,   /**< bars on both sides of 0 */
    ORE_CHART_CURVE,    /**< points over the category's numbers, joined */
    ORE_CHART_LINES,    /**< amounts by year, joined */
    ORE_CHART_WATERFALL /**< stacked; the first series carries the others and is
                             not seen */
} ore_chart_kind;

typedef struct ore_chart {
    ore_chart_kind kind;
    ore_text title;
    const char *axis;     /**< name of the value axis */
    const char *table;    /**< slug of the table it draws; value cells only */
    const char *category; /**< column */
    const char *first, *last; /**< columns of its series */
    int first_row, n_rows;    /**< the rows that are drawn; 0 rows = all */
    int diamond_row;          /**< of a curve: the row that is told apart */
    bool is_apart;            /**< of a curve: its points are not joined */
    const char *name;         /**< after the title, a material; NULL */
    int row; /**< of the sheet, where it is drawn; 0 = under the tables */
} ore_chart;

/** A chart of a table's columns by one of them. */
#define ORE_CHART(slug, by, from, to, ...)                                     \
    (ore_chart)                                                                \
    {                                                                          \
        .table = (slug), .category = (by), .first = (from), .last = (to),      \
        .kind = __VA_ARGS__                                                    \
    }

/** A line of plain words, above or between the tables. */
typedef struct ore_text_line {
    char *text; /**< owned */
    int row;    /**< of the sheet, from 0 */
    ore_cell_look look;
    bool is_head; /**< a heading within the sheet */
    bool goes_on; /**< continues the paragraph of the line before */
} ore_text_line;

/** What a sheet is for; the colour of its tab says it. */
typedef enum ore_group {
#define ORE_GROUP(id, colour) ORE_GROUP_##id,
#include "write/book/groups.def"
#undef ORE_GROUP
    ORE_GROUPS
} ore_group;

typedef enum ore_sheet_id {
#define ORE_SHEET(id, name, pass, group, print) ORE_SHEET_##id,
#include "write/book/sheets.def"
#undef ORE_SHEET
    ORE_SHEETS
} ore_sheet_id;

enum { ORE_TABLES_MAX = 6, ORE_CHARTS_MAX = 9 };

typedef struct ore_sheet {
    struct ore_book *book;
    ore_text name; /**< on the tab */
    ore_text title, scope;
    ore_group group;
    bool is_list;        /**< printed on request only */
    bool prints_charts;  /**< only those on top; the tables on request */
    bool is_upright;     /**< printed in portrait, on one page if it can */
    const void *context; /**< what its callbacks look at beside the book */
    int n_lines, room_lines, n_tables, n_charts;
    ore_text_line *lines;
    ore_sheet_table tables[ORE_TABLES_MAX];
    ore_chart charts[ORE_CHARTS_MAX];
    int n_reserved; /**< rows that charts take at least; 0 */
} ore_sheet;

/** Whether the sheet has something to say; others are left out. */
bool ore_sheet_is_shown(const ore_sheet *sheet);

/** A defined name for one cell. */
typedef struct ore_defined_name {
    const char *name, *target;
} ore_defined_name;

typedef struct ore_book {
    const ore_round *round;
    const ore_result *result;
    const ore_write_options *options;
    int n_cases;           /**< 0: a book of one result */
    const ore_case *cases; /**< a comparison: the first is plan and result */
    bool is_japanese;
    const char *money; /**< the code of the currency that is shown */
    bool is_converted; /**< money is shown in another currency */
    double money_rate; /**< what a million of the round's is shown as */
    const char *money_unit, *unit_cost_unit; /**< "USD m", "USD k per t/yr" */
    ore_sheet sheets[ORE_SHEETS];
    int n_names, room_names;
    ore_defined_name *names; /**< [n_names] */
    bool all_checks_good;
    int n_pool, room_pool;
    char **pool; /**< strings that live as long as the book */
} ore_book;

/** A book whose sheets are empty, and which has no units of money yet
 * (ore_book_choose_money). The caller frees. */
ore_book *ore_book_open(const ore_round *round, const ore_result *result,
                        const ore_write_options *options);
/** Show the amounts of a sheet in the book's money; figures that are taken from
 * the sheet come after that. */
void ore_book_convert_money(const ore_sheet *sheet);
void ore_book_free(ore_book *book);

/** Whether it has the answers to questions about a result, and no others of its
 * sheets. */
static inline bool ore_book_is_of_answers(const ore_book *book)
{
    return book->n_cases == 0 && book->options->study &&
           book->options->study->answers;
}

/** A text in the book's language. */
const char *ore_book_text(const ore_book *book, ore_text text);
/** What the round calls itself. */
const char *ore_book_title(const ore_book *book);
/** The one of two labels that is in the book's language. */
const char *ore_book_label(const ore_book *book, const char *label,
                           const char *label_ja);
/** A formatted string that lives as long as the book. */
const char *ore_book_print(ore_book *book, const char *fmt, ...)
    ORE_PRINTF(2, 3);
/** A year, or a count without commas. Lives as long as the book. */
const char *ore_book_digits(ore_book *book, int number);
/** A text whose "{1}", "{2}", … become the arguments, each a string. Lives as
 * long as the book. */
#define ore_book_compose(book, text, ...)                                      \
    ore_book_compose_list(book, text, (const char *const[]){__VA_ARGS__, NULL})
const char *ore_book_compose_list(ore_book *book, ore_text text,
                                  const char *const *arguments);
/** The label, in the book's language, of what has a label and a label_ja. */
#define ORE_LABEL(book, of) ore_book_label(book, (of)->label, (of)->label_ja)
/** What reports call a project. */
const char *ore_book_project(const ore_book *book, const ore_project *project);
/** A country by its code: as the round labels it, by its name in ISO 3166, or
 * as it is. */
const char *ore_book_country(const ore_book *book, const char *id);
/** A word of the input as the reader knows it: stages, "base". Words that the
 * program does not know stay as they are. */
const char *ore_book_word(const ore_book *book, const char *word);
/** How the round, or the reader, calls a value of a word of filters: the label
 * of a market, the name of a project, of a country. */
const char *ore_book_value(const ore_book *book, ore_filter_word word,
                           const char *value);
/** What models/ calls something of its own in English, in the book's language:
 * by its key, "family.budget.limit", "goal.value", "goal.value.unit",
 * "instrument.grant". */
const char *ore_book_own_word(const ore_book *book, const char *english,
                              const char *fmt, ...) ORE_PRINTF(3, 4);
/** What reports call a goal, in the book's language; a name in small letters
 * begins with a large one. Lives as long as the book. */
const char *ore_book_goal(ore_book *book, const ore_objective *use);
/** A number as the memo writes it: "1,234.5". Lives as long as the book. */
const char *ore_book_number(ore_book *book, double value, int decimals);
/** The unit of a quantity in the book's language, "" when it has none. */
const char *ore_book_unit(const ore_book *book, ore_quantity quantity);
/** "NdPr oxide, Japan" of target i. */
const char *ore_book_target(ore_book *book, int i);
/** What amounts of a goal are: money, or a pure number. */
ore_quantity ore_goal_quantity(const ore_objective *use);
/** The unit of a goal's amounts. */
const char *ore_book_goal_unit(const ore_book *book, const ore_objective *use);
/** What an option is called. */
const char *ore_book_option(const ore_book *book, const ore_option *option);
/** The i-th limit in conflict, in the language of the book. */
const char *ore_book_conflict(const ore_book *book, int i);
/** "round.ini:12" of the input. */
const char *ore_book_place(ore_book *book, ore_where where);

/** Rows from the top to the first table, its title and sums included. */
enum { ORE_FIRST_ROW = 4 };

#endif
