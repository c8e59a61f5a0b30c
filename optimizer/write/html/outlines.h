/* Countries as a map draws them: outlines.def. */
#ifndef OPTIMIZER_WRITE_HTML_OUTLINES_H
#define OPTIMIZER_WRITE_HTML_OUTLINES_H

/** A country, in tenths of a degree of the projection Natural Earth I, north
 * up.
 */
typedef struct ore_outline {
    const char *code;             /**< "AU" of ISO 3166 */
    int x, y;                     /**< where its marker stands */
    int left, top, right, bottom; /**< the box around it */
    const char *path;             /**< of SVG; "" = too small to be drawn */
} ore_outline;

extern const int ore_outline_count;
/** Sorted by code. */
extern const ore_outline ore_outlines[];

/** The country of that code; NULL = the map does not have it. */
const ore_outline *ore_outline_of(const char *code);

#endif
