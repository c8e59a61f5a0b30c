/* What a table of a sheet is made of: records of columns, cells, rows. */
#ifndef OPTIMIZER_WRITE_BOOK_TABLE_TYPES_H
#define OPTIMIZER_WRITE_BOOK_TABLE_TYPES_H

#include <stdbool.h>

#include "orefolio/goal.h"
#include "orefolio/study/trade_offs.h"
#include "write/book/texts.h"

struct ore_book;
struct ore_sheet;

/** What a number is: it decides the number format and the unit. */
typedef enum ore_quantity {
    ORE_TEXT_CELL, /**< words, left-aligned */
    ORE_LETTER,    /**< a letter, centred */
    ORE_MONEY,     /**< millions of the round's currency */
    ORE_FOREIGN,   /**< another currency's amounts: the heading has the unit */
    ORE_FLOW,      /**< t/yr */
    ORE_SHARE,     /**< fraction, shown as % */
    ORE_POINTS,    /**< hundredths by which a share grew or fell */
    ORE_SCORE,     /**< pure number, three places */
    ORE_YEAR,      /**< calendar year */
    ORE_COUNT,     /**< whole number */
    ORE_MEAN,      /**< mean of whole numbers, one place */
    ORE_RATE,      /**< JPY per USD: the row has the unit */
    ORE_TOLERANCE, /**< six places */
    ORE_UNIT_COST, /**< thousands of dollars, or millions of yen, a t/yr */
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

enum { ORE_MARKS_MAX = 4 };

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
    const char *page_of; /**< column whose every value is printed on a page of
                              its own; NULL = none */
    bool is_data; /**< for programs: ids are the headings, without units */
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

#endif
