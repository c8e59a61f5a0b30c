/* Tables of a sheet. A table is a constant record of columns; a cell, a sum, a
 * range, a chart or a check names a column by its id. Where a column stands
 * follows from its place in the record and from nothing else, so one more moves
 * no figure. From other tables "gaps.after" is column `after` of the table
 * whose slug is `gaps`. An id that no column has ends the program. */
#ifndef OPTIMIZER_WRITE_BOOK_TABLE_H
#define OPTIMIZER_WRITE_BOOK_TABLE_H

#include <stdbool.h>

#include "orefolio/goal.h"
#include "orefolio/trade_offs.h"
#include "write/book/texts.h"

struct ore_book;
struct ore_sheet;

/** What a number is: it decides the number format and the unit. */
typedef enum ore_quantity {
    ORE_TEXT_CELL, /**< words, left-aligned */
    ORE_LETTER,    /**< a letter, centred */
    ORE_MONEY,     /**< millions of the round's currency */
    ORE_YEN,       /**< JPY bn, in Japanese 100 million yen */
    ORE_FLOW,      /**< t/yr */
    ORE_SHARE,     /**< fraction, shown as % */
    ORE_POINTS,    /**< hundredths by which a share grew or fell */
    ORE_SCORE,     /**< pure number, three places */
    ORE_YEAR,      /**< calendar year */
    ORE_COUNT,     /**< whole number */
    ORE_MEAN,      /**< mean of whole numbers, one place */
    ORE_RATE,      /**< JPY per USD */
    ORE_TOLERANCE, /**< six places */
    ORE_UNIT_COST, /**< thousands of USD, or millions of yen, a t/yr */
    ORE_GENERAL,   /**< as many places as it has */
    ORE_QUANTITIES /**< how many there are */
} ore_quantity;

/** How a cell looks beside its number format. */
typedef enum ore_cell_look {
    ORE_PLAIN,
    ORE_INPUT,   /**< echoed from the input files */
    ORE_STRONG,  /**< bold: totals, headings of the memo */
    ORE_GREY,    /**< notes */
    ORE_LINK,    /**< goes to another sheet */
    ORE_GOOD,    /**< OK */
    ORE_BAD,     /**< to be checked */
    ORE_BUILD,   /**< of the schedule: building */
    ORE_PRODUCE, /**< of the schedule: producing */
    ORE_LOOKS    /**< how many there are */
} ore_cell_look;

/** What a cell that is there to be changed takes. */
typedef enum ore_column_entry {
    ORE_NO_ENTRY,     /**< it is not */
    ORE_ENTRY_SWITCH, /**< 1 or 0 */
    ORE_ENTRY_YEAR,   /**< a commitment year */
    ORE_ENTRY_AMOUNT  /**< no negative one */
} ore_column_entry;

/** Colours by amount. */
typedef enum ore_column_scale {
    ORE_NO_SCALE,
    ORE_SCALE_CHANGE, /**< points by which a share grew or fell */
    ORE_SCALE_SHARE   /**< from 0 to 100 % */
} ore_column_scale;

/** Cells that hold that text of the program look so. */
typedef struct ore_column_mark {
    ore_text text;
    ore_cell_look look; /**< ORE_PLAIN = no mark */
} ore_column_mark;

enum { ORE_MARKS_MAX = 3 };

/** A column of a table, or a run of columns that are alike: one a year, a kind
 * of instrument, a case. */
typedef struct ore_column_def {
    const char *id;        /**< "face": its name in the code, never shown */
    ore_text text;         /**< its heading, unless `heading` is there */
    ore_quantity quantity; /**< of its cells, unless `goal` is there */
    bool total;            /**< summed above the header */
    bool bar;              /**< a bar in each cell shows how large it is */
    bool beside;           /**< each stands beside its like of the run before */
    ore_column_scale scale; /**< numbers are coloured by how much they are */
    ore_cell_look positive; /**< of numbers above 0; ORE_PLAIN = as others */
    ore_column_entry entry; /**< what its cells take, when changed by hand */
    ore_column_mark marks[ORE_MARKS_MAX];
    /** Whether the column is there, and whether it is summed; NULL = as
     * above, always. */
    bool (*is_shown)(const struct ore_book *book);
    bool (*is_summed)(const struct ore_book *book);
    /** The goal whose values it holds, which has a unit. */
    const ore_objective *(*goal)(const struct ore_book *book);
    /** Of a run: how many columns. */
    int (*count)(const struct ore_sheet *sheet);
    /** The heading, of a run that of column i; NULL: there is no such one. */
    const char *(*heading)(const struct ore_sheet *sheet, int i);
} ore_column_def;

/** Records by id, heading and quantity, and what else the column is:
 * ORE_COLUMN("face", ORE_TEXT_FACE, ORE_MONEY, .total = true); of a goal's
 * values by the goal; of runs by their count and headings. */
#define ORE_COLUMN(name, heading_text, ...)                                    \
    {                                                                          \
        .id = (name), .text = (heading_text), .quantity = __VA_ARGS__          \
    }
#define ORE_GOAL_COLUMN(name, heading_text, ...)                               \
    {                                                                          \
        .id = (name), .text = (heading_text), .goal = __VA_ARGS__              \
    }
#define ORE_COLUMNS(name, counts, headings, ...)                               \
    {                                                                          \
        .id = (name), .count = (counts), .heading = (headings),                \
        .quantity = __VA_ARGS__                                                \
    }

/** A table. */
typedef struct ore_sheet_table_def {
    const char *name; /**< "tblPortfolio", ASCII in every language */
    const char *slug; /**< "portfolio": its name as a text table, and in ids */
    bool is_filtered; /**< readers choose among its rows; then its sums stand
                           twice: of all rows, and of those shown. The last
                           table of its sheet */
    bool is_data;     /**< for programs: ids are the headings, without units */
    const ore_column_def *columns; /**< ends with one without an id */
} ore_sheet_table_def;

/** ORE_TABLE(table, "tblGaps", "gaps", columns); and what else it is. */
#define ORE_TABLE(variable, table_name, table_slug, ...)                       \
    static const ore_sheet_table_def variable = {                              \
        .name = (table_name), .slug = (table_slug), .columns = __VA_ARGS__}

typedef struct ore_sheet_cell {
    bool is_number;        /**< else text; NULL text = an empty cell */
    ore_quantity quantity; /**< its column's unless set */
    ore_cell_look look;
    double number;       /**< value, or a formula's result */
    char *text;          /**< text, or a formula's result; owned */
    const char *formula; /**< "=B6-C6"; NULL = a value; of the book's pool */
    const char *link;    /**< "internal:'Gaps'!A1" or NULL; of the pool */
} ore_sheet_cell;

typedef struct ore_sheet_column {
    const ore_column_def *def;
    int nth;       /**< which of its run, from 0 */
    char *heading; /**< with its unit; owned */
    ore_quantity quantity;
    bool has_total, wraps; /**< `wraps`: has text too long for one line */
} ore_sheet_column;

typedef struct ore_sheet_table {
    const ore_sheet_table_def *def;
    const char *note; /**< line above it or NULL */
    int top;          /**< row of the header, from 0 */
    int n_columns, n_rows, room_columns, room_rows;
    ore_sheet_column *columns; /**< [n_columns] */
    ore_sheet_cell *cells;     /**< [n_rows * n_columns], column fastest */
} ore_sheet_table;

/** A row of a table under way, by value; `nth` chooses among the columns of a
 * run. */
typedef struct ore_sheet_row {
    struct ore_sheet *sheet;
    ore_sheet_table *table;
    int at, nth;
} ore_sheet_row;

/** The table that was begun last; there is one. */
ore_sheet_table *ore_sheet_newest(struct ore_sheet *sheet);

/** Begin a table, under what is there already; the note is kept by reference.
 */
void ore_sheet_begin(struct ore_sheet *sheet, const ore_sheet_table_def *def,
                     const char *note);
/** Add a row of empty cells to the sheet's newest table. */
ore_sheet_row ore_sheet_next(struct ore_sheet *sheet);
/** Finish the newest table: without a row it gets one that says so. */
void ore_sheet_end(struct ore_sheet *sheet);

/** Row `at`, from 0, of a table of the book; ended tables have at least one.
 */
ore_sheet_row ore_book_row(const struct ore_book *book, const char *slug,
                           int at);
/** The same row; its runs' columns i. */
ore_sheet_row ore_cell_nth(ore_sheet_row row, int i);

/* Cells of a row by the id of their column. */
ore_sheet_cell *ore_cell_at(ore_sheet_row row, const char *id);
void ore_cell_text(ore_sheet_row row, const char *id, const char *text);
/** A text of the program. */
void ore_cell_word(ore_sheet_row row, const char *id, ore_text text);
void ore_cell_number(ore_sheet_row row, const char *id, double number);
/** A text, or where there is none a text of the program. */
void ore_cell_text_or(ore_sheet_row row, const char *id, const char *text,
                      ore_text otherwise);
/** The label of what has a label and a label_ja. */
#define ore_cell_label(row, id, of)                                            \
    ore_cell_text(row, id, ORE_LABEL((row).sheet->book, of))
/** A number with its own quantity, in a column of mixed ones. */
void ore_cell_amount(ore_sheet_row row, const char *id, ore_quantity quantity,
                     double number);
/** A number, or "not applicable" for what is not finite. */
void ore_cell_figure(ore_sheet_row row, const char *id, double value);
/** A figure that was re-solved, or the word for what became of it. */
void ore_cell_answer(ore_sheet_row row, const char *id, ore_answer answer,
                     double value);
/** A formula and its value. In its text "{face}" is the cell of this row, or of
 * a run all of them unless the row is of one; "{face..cost}" the cells between;
 * "{gaps.after}" a column of a table; "{total gaps.after}" the sum above it,
 * "{total t.face..cost}" the sums between. */
void ore_cell_formula(ore_sheet_row row, const char *id, double number,
                      const char *fmt, ...) ORE_PRINTF(4, 5);
/** A formula whose value is a text. */
void ore_cell_text_formula(ore_sheet_row row, const char *id, const char *text,
                           const char *fmt, ...) ORE_PRINTF(4, 5);
/** A cell that leads to the top of a sheet. */
void ore_cell_link(ore_sheet_row row, const char *id, int sheet);
/** What a formula comes to: its references as addresses. */
const char *ore_cell_expand(ore_sheet_row row, const char *formula);
/** "C6". */
const char *ore_cell_address(ore_sheet_row row, const char *id);
/** Give a cell a name, the same in every language. */
void ore_cell_name(ore_sheet_row row, const char *id, const char *name);
/** Whether a cell holds that text of the program. */
bool ore_cell_is_text(const struct ore_book *book, const ore_sheet_cell *cell,
                      ore_text text);

/** A table of the book by its slug; NULL = its sheet does not have it. */
ore_sheet_table *ore_book_table(const struct ore_book *book, const char *slug);
/** Index of column `id` in its table, of a run its i-th. Ends the program when
 * there is none. */
int ore_column_index(const ore_sheet_table *table, const char *id, int i);
/** First and last column of a run. */
int ore_column_first(const ore_sheet_table *table, const char *id);
int ore_column_last(const ore_sheet_table *table, const char *id);
/** Sum of a column's numbers: of "gaps.after", of a run's i-th, of all columns
 * of "portfolio.kind..equity". */
double ore_book_sum(const struct ore_book *book, const char *column, int i);
/** How many of its cells hold that text of the program. */
int ore_book_count(const struct ore_book *book, const char *column,
                   ore_text text);
/** Sum of the numbers of a table's column, by its index. */
double ore_column_sum(const ore_sheet_table *table, int column);
/** "'Gaps'!$C$6:$C$20": such a column as formulas name it. */
const char *ore_book_range(struct ore_book *book, const char *column, int i);
/** "'Gaps'!$C$4": the sum above it. */
const char *ore_book_total(struct ore_book *book, const char *column, int i);

/** Row of the sums of all rows, and the first row that belongs to the table,
 * its note's when it has one; both from 0. */
int ore_sheet_total_row(const ore_sheet_table *table);
int ore_sheet_first_row(const ore_sheet_table *table);
/** Row and column letters: 0 gives "A". Room for 8 bytes. */
void ore_column_letters(int column, char letters[8]);

#endif
