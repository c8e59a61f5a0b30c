/* Where markers of a map go: what part of the world is drawn, and how the
 * markers of countries beside each other stay apart. */
#ifndef OPTIMIZER_WRITE_HTML_MAP_H
#define OPTIMIZER_WRITE_HTML_MAP_H

#include <stdbool.h>

#include "write/html/outlines.h"

enum { ORE_MAP_WIDTH = 960, ORE_MAP_DOT = 13 /* from dot to dot */ };

/** The projects of a country on the map. */
typedef struct ore_site {
    const ore_outline *outline;
    const char *label; /**< "Australia 4/7" */
    int country;       /**< of ore_countries */
    int n_in, n_all;   /**< projects that go ahead, and all */
    int across;        /**< dots side by side */
    double at_x, at_y; /**< the country, in units of the drawing */
    double x, y;       /**< the middle of its marker */
    double width, height;
} ore_site;

/** The part of the world that is drawn. */
typedef struct ore_map {
    double left, top; /**< in units of outlines.def */
    double scale;     /**< units of the drawing for each */
    double height;    /**< of the drawing */
    int n;
    ore_site *sites; /**< [n] */
} ore_map;

/** Choose the part around the sites, which have outlines, labels and numbers,
 * and place their markers. */
void ore_map_place(ore_map *map);

/** Put the sites in Europe and the others into maps of their own, which have
 * room for all. Whether there are several of the former and some of the latter.
 */
bool ore_map_split(const ore_map *map, ore_map *europe, ore_map *rest);

#endif
