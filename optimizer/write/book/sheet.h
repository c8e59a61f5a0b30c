/* A workbook before it has a file format: sheets of lines, tables and charts.
 *
 * Each sheet of the result is one file sheet_NAME.c and one line of
 * sheets.def. It fills an ore_sheet through the functions below; write_xlsx.c
 * draws it and write_tsv.c prints its tables. Every formula carries its value,
 * so a reader that does not calculate shows the same figures. */
#ifndef OPTIMIZER_WRITE_BOOK_SHEET_H
#define OPTIMIZER_WRITE_BOOK_SHEET_H

#include "orefolio/result.h"
#include "orefolio/round.h"
#include "write/book/texts.h"
#include "write/write.h"

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
typedef enum ore_look {
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
} ore_look;

/** What a cell that is there to be changed takes. */
typedef enum ore_entry_kind {
    ORE_NO_ENTRY,     /**< it is not */
    ORE_ENTRY_SWITCH, /**< 1 or 0 */
    ORE_ENTRY_YEAR,   /**< a commitment year */
    ORE_ENTRY_AMOUNT  /**< no negative one */
} ore_entry_kind;

/** Colours by amount. */
typedef enum ore_scale {
    ORE_NO_SCALE,
    ORE_SCALE_CHANGE, /**< points by which a share grew or fell */
    ORE_SCALE_SHARE   /**< from 0 to 100 % */
} ore_scale;

typedef struct ore_sheet_cell {
    bool is_number;        /**< else text; NULL text = an empty cell */
    ore_quantity quantity; /**< its column's unless set */
    ore_look look;
    double number;       /**< value, or a formula's result */
    char *text;          /**< text, or a formula's result; owned */
    const char *formula; /**< "=B6-C6"; NULL = a value; of the book's pool */
    const char *link;    /**< "internal:'Gaps'!A1" or NULL; of the pool */
} ore_sheet_cell;

typedef struct ore_table_column {
    char *heading; /**< with its unit; owned */
    ore_quantity quantity;
    bool has_total;       /**< summed above the header */
    bool wraps;           /**< has text too long for one line */
    ore_scale scale;      /**< its numbers are coloured by how much they are */
    bool has_bar;         /**< a bar in each cell shows how large it is */
    ore_entry_kind entry; /**< what its cells take, when changed by hand */
    ore_look positive;    /**< of its numbers above 0; ORE_PLAIN = as others */
    ore_look look;
} ore_table_column;

typedef struct ore_sheet_table {
    const char *name; /**< "tblPortfolio", ASCII in every language */
    const char *slug; /**< "portfolio": its name as a text table */
    const char *note; /**< line above it or NULL */
    bool is_filtered; /**< readers choose among its rows; then its sums stand
                           twice: of all rows, and of those shown */
    int top;          /**< row of the header, from 0 */
    int n_columns, n_rows, room_columns, room_rows;
    ore_table_column *columns; /**< [n_columns] */
    ore_sheet_cell *cells;     /**< [n_rows * n_columns], column fastest */
} ore_sheet_table;

/** Colours cells of the last table's columns first..last that hold `text`. */
typedef struct ore_mark {
    int table, first, last;
    ore_text text;
    ore_look look;
} ore_mark;

typedef enum ore_chart_kind {
    ORE_CHART_BARS,    /**< shares side by side, from 0 to 100 % */
    ORE_CHART_STACKED, /**< amounts on top of each other */
    ORE_CHART_COLUMNS, /**< amounts side by side */
    ORE_CHART_PARTS,   /**< bars of shares that add up to 100 % */
    ORE_CHART_SWINGS,  /**< bars on both sides of 0 */
    ORE_CHART_CURVE    /**< points over the category's numbers, joined */
} ore_chart_kind;

typedef struct ore_chart {
    ore_chart_kind kind;
    ore_text title;
    const char *axis; /**< name of the value axis */
    int table;        /**< index of the table it draws; value cells only */
    int category;     /**< column */
    int first, last;  /**< columns of its series */
    int n_rows;       /**< the first rows that are drawn; 0 = all */
    int diamond_row;  /**< of a curve: the row that is told apart */
} ore_chart;

/** A line of plain words under the title. */
typedef struct ore_line {
    char *text; /**< owned */
    ore_look look;
} ore_line;

typedef enum ore_sheet_id {
#define ORE_SHEET(id, name, pass) ORE_SHEET_##id,
#include "write/book/sheets.def"
#undef ORE_SHEET
    ORE_SHEETS
} ore_sheet_id;

enum { ORE_TABLES_MAX = 5, ORE_MARKS_MAX = 4 };

typedef struct ore_sheet {
    struct ore_book *book;
    ore_text name; /**< on the tab */
    ore_text title, scope;
    bool is_upright; /**< printed in portrait, on one page if it can */
    int n_lines, room_lines, n_tables, n_marks, n_charts;
    ore_line *lines;
    ore_sheet_table tables[ORE_TABLES_MAX];
    ore_mark marks[ORE_MARKS_MAX];
    ore_chart charts[ORE_MARKS_MAX];
} ore_sheet;

/** Whether the sheet has something to say; others are left out. */
bool ore_is_shown(const ore_sheet *sheet);

/** A defined name for one cell. */
typedef struct ore_name {
    const char *name, *target;
} ore_name;

enum { ORE_NAMES_MAX = 10 };

typedef struct ore_book {
    const ore_round *round;
    const ore_result *result;
    const ore_write_options *options;
    int n_cases;           /**< 0: a book of one result */
    const ore_case *cases; /**< a comparison: the first is plan and result */
    bool is_japanese;
    bool is_converted; /**< money is shown in another currency */
    double money_rate; /**< what a million of the round's is shown as */
    ore_sheet sheets[ORE_SHEETS];
    int n_names;
    ore_name names[ORE_NAMES_MAX];
    bool all_checks_good;
    int n_pool, room_pool;
    char **pool; /**< strings that live as long as the book */
} ore_book;

/** All sheets of the result, filled. The caller frees. */
ore_book *ore_book_new(const ore_round *round, const ore_result *result,
                       const ore_write_options *options);
/** All sheets of a comparison, filled. The caller frees. */
ore_book *ore_comparison_new(const ore_case *cases, int n,
                             const ore_write_options *options);
/** The sheet Inputs of one result, and no other. The caller frees. */
ore_book *ore_inputs_book_new(const ore_round *round, const ore_result *result,
                              const ore_write_options *options);
void ore_book_free(ore_book *book);

/** A text in the book's language. */
const char *ore_say(const ore_book *book, ore_text text);
/** What the round calls itself. */
const char *ore_book_title(const ore_book *book);
/** The one of two labels that is in the book's language. */
const char *ore_label(const ore_book *book, const char *label,
                      const char *label_ja);
/** A formatted string that lives as long as the book. */
const char *ore_keep(ore_book *book, const char *fmt, ...) ORE_PRINTF(2, 3);
/** A text whose "{1}", "{2}", … become the arguments; these end with NULL.
 * Lives as long as the book. */
const char *ore_compose(ore_book *book, ore_text text,
                        const char *const *arguments);
/** The same with two arguments. */
const char *ore_join(ore_book *book, ore_text text, const char *first,
                     const char *second);
/** A word of the input as the reader knows it: stages, countries by their ISO
 * codes, "base". Words that the program does not know stay as they are. */
const char *ore_word(const ore_book *book, const char *word);
/** What reports call a goal, in the book's language; a name in small letters
 * begins with a large one. Lives as long as the book. */
const char *ore_goal_title(ore_book *book, const ore_objective *use);
/** A number as the memo writes it: "1,234.5". Lives as long as the book. */
const char *ore_spelled(ore_book *book, double value, int decimals);
/** The unit of a quantity in the book's language, "" when it has none. */
const char *ore_unit(const ore_book *book, ore_quantity quantity);
/** Whether money is shown in yen. */
bool ore_in_yen(const ore_book *book);
/** "NdPr oxide, Japan" of target i. */
const char *ore_target_label(ore_book *book, int i);
/** "round.ini:12" of the input. */
const char *ore_source_text(ore_book *book, ore_where where);

/** Add a line under the title; before any table. */
void ore_add_line(ore_sheet *sheet, ore_look look, const char *text);
/** Begin a table, under what is there already; name, slug and note are kept by
 * reference. The sheet owns it. */
ore_sheet_table *ore_add_table(ore_sheet *sheet, const char *name,
                               const char *slug, const char *note);
/** Let readers choose among the rows of the newest table, the sheet's last;
 * before its columns. */
void ore_filter_table(ore_sheet *sheet);
/** Add a column headed `heading`, and its unit. Returns its index. All columns
 * come before the first row. */
int ore_add_column(ore_sheet *sheet, const char *heading,
                   ore_quantity quantity);
/** Make the newest column a summed one. */
void ore_sum_column(ore_sheet *sheet);
/** Make the newest column's numbers above 0 look otherwise. */
void ore_mark_column(ore_sheet *sheet, ore_look positive);
/** Show by bars how large the newest column's numbers are. */
void ore_bar_column(ore_sheet *sheet);
/** Let the newest column be changed by hand: its cells look like inputs. */
void ore_ask_column(ore_sheet *sheet, ore_entry_kind entry);
/** Add a row to the newest table: its cells, one a column, empty; valid until
 * the next row. */
ore_sheet_cell *ore_next_row(ore_sheet *sheet);

/** Finish the newest table: without a row it gets one that says so. */
void ore_end_table(ore_sheet *sheet);

void ore_set_text(ore_sheet_cell *cell, const char *text);
void ore_set_number(ore_sheet_cell *cell, double number);
/** A number with its own quantity, in a column of mixed ones. */
void ore_set_amount(ore_sheet_cell *cell, ore_quantity quantity, double number);
/** A formula made of program text and addresses, and its value. */
void ore_set_formula(ore_book *book, ore_sheet_cell *cell, double number,
                     const char *fmt, ...) ORE_PRINTF(4, 5);
/** A formula whose value is a text. */
void ore_set_text_formula(ore_book *book, ore_sheet_cell *cell,
                          const char *text, const char *fmt, ...)
    ORE_PRINTF(4, 5);
/** A cell that leads to the top of a sheet. */
void ore_set_link(ore_book *book, ore_sheet_cell *cell, ore_sheet_id target);

/** "C6": column of the newest row of the newest table. */
const char *ore_here(ore_sheet *sheet, int column);
/** "'Gaps'!$C$6:$C$20": a column of a table. */
const char *ore_column_range(ore_book *book, ore_sheet_id id, int table,
                             int column);
/** "'Gaps'!$C$4": the sum above a column. */
const char *ore_total_cell(ore_book *book, ore_sheet_id id, int table,
                           int column);
/** Row of the sums of all rows, and the first row that belongs to the table,
 * its note's when it has one; both from 0. */
int ore_total_row(const ore_sheet_table *table);
int ore_first_row(const ore_sheet_table *table);
/** Whether any cell is an amount of the round's money. */
bool ore_sheet_has_money(const ore_sheet *sheet);
/** Sum of a column's numbers. */
double ore_column_sum(const ore_sheet_table *table, int column);
/** Whether the cell holds that text of the program. */
bool ore_is_text(const ore_book *book, const ore_sheet_cell *cell,
                 ore_text text);
/** Give a cell of the sheet's newest row a name, the same in every language. */
void ore_name_here(ore_sheet *sheet, const char *name, int column);

/** "[note 1] [note 4]": what the sheet's second line names; "" for none. Lives
 * as long as the book. */
const char *ore_note_marks(ore_book *book, const ore_sheet *sheet);

/** Row and column letters: 0 gives "A". Room for 8 bytes. */
void ore_column_letters(int column, char letters[8]);

/** Rows from the top to the first table, its title and sums included. */
enum { ORE_FIRST_ROW = 4 };

#endif
