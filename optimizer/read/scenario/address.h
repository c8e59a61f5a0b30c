/* Addresses: what a text like "targets.ndpr-oxide/JP.target_tpa" names.
 *
 *   SECTION.key, SECTION NAME.key     instrument us-loan.ceiling_total
 *   TABLE.ROW.column                  targets.ndpr-oxide/JP/2030.target_tpa
 *
 * ROW is the row's id, or its naming columns separated by '/'; NAME and the
 * parts of ROW may have '*' and '?'. */
#ifndef OPTIMIZER_READ_SCENARIO_ADDRESS_H
#define OPTIMIZER_READ_SCENARIO_ADDRESS_H

#include "read/round/reader.h"

/** An address in its parts, owned by the store. */
typedef struct ore_address {
    int table;        /**< of a row; -1 = of a section */
    const char *kind; /**< of a section */
    const char *name; /**< pattern of section names ("" = unnamed) or rows */
    const char *key;  /**< or column */
} ore_address;

/** False after an error. */
bool ore_split_address(const ore_reader *reader, const ore_source_cell *address,
                       ore_address *to);

/** The kind of sections named; NULL after an error. */
const ore_section_kind *ore_addressed_kind(const ore_reader *reader,
                                           const ore_source_cell *address,
                                           const ore_address *to);
bool ore_is_addressed_section(const ore_section *section,
                              const ore_address *to);
/** The error that no section is named so. */
void ore_no_section(const ore_reader *reader, const ore_source_cell *address,
                    const ore_address *to);

/** The table that is named, and its column, -1 when it is a known one that the
 * table leaves out; NULL after an error. */
ore_table *ore_addressed_table(const ore_reader *reader,
                               const ore_source_cell *address,
                               const ore_address *to, int *column);
/** Rows [*count], in their order, that the address can name: those that begin
 * with its first word, where that is no pattern. Owned by the store. */
const int *ore_rows_to_look_at(ore_reader *reader, const ore_address *to,
                               int *count);
/** Forget the order of rows when a cell of that column changes it. */
void ore_row_was_changed(ore_reader *reader, const ore_address *to);
bool ore_is_addressed_row(const ore_table *table, const ore_address *to,
                          int row);
/** The address of a row's column, and of a section's key. Owned by the store.
 */
const char *ore_row_address(const ore_reader *reader, int table, int row,
                            const char *column);
const char *ore_key_address(const ore_reader *reader,
                            const ore_section *section, const char *key);
/** The error that no row is named so. */
void ore_no_row(const ore_reader *reader, const ore_source_cell *address,
                const ore_address *to);

/** The figures that an address names, each by an address of its own; none after
 * an error. Owned by the store. */
typedef struct ore_figures {
    int count;
    const char **addresses; /**< [count] */
    bool has_number;        /**< any of them is one */
} ore_figures;
ore_figures ore_figures_addressed(const ore_reader *reader,
                                  const ore_source_cell *address);

#endif
