/* See map.h. */
#include "write/html/map.h"

#include <math.h>

#include "write/html/plot.h"

/* The world without the ice, in tenths of a degree. */
static const double world_left = -1800.0, world_right = 1800.0;
static const double world_top = -880.0, world_bottom = 620.0;
static const double around = 130.0, narrowest = 450.0;
static const double flattest = 0.42, steepest = 0.66;
static const double between = 5.0, edge = 4.0, label_height = 16.0;

/* Europe, where countries are small. */
static const double west = -200.0, east = 400.0, south = -395.0;

typedef struct span {
    double low, high;
} span;

/* At least so wide, around the same middle, and within the limits. */
static span widened(span s, double least, span limits)
{
    const double room = limits.high - limits.low;
    const double width = fmin(room, fmax(s.high - s.low, least));
    const double middle = (s.low + s.high) / 2.0;
    const double low =
        fmin(limits.high - width, fmax(limits.low, middle - width / 2.0));

    return (span){low, low + width};
}

static void choose_part(ore_map *map)
{
    const span wide = {world_left, world_right},
               high = {world_top, world_bottom};
    span x = {HUGE_VAL, -HUGE_VAL}, y = x;

    for (int i = 0; i < map->n; i++) {
        const ore_outline *at = map->sites[i].outline;

        x = (span){fmin(x.low, at->x - around), fmax(x.high, at->x + around)};
        y = (span){fmin(y.low, at->y - around), fmax(y.high, at->y + around)};
    }
    x = widened(x, fmax(narrowest, (y.high - y.low) / steepest), wide);
    y = widened(y, flattest * (x.high - x.low), high);
    map->left = x.low;
    map->top = y.low;
    map->scale = ORE_MAP_WIDTH / (x.high - x.low);
    map->height = map->scale * (y.high - y.low);
}

static void size_site(const ore_map *map, ore_site *site)
{
    site->across = (int)ceil(sqrt(2.2 * site->n_all));
    const int rows = (site->n_all + site->across - 1) / site->across;

    site->width = 8.0 + fmax(ore_plot_text_width(site->label),
                             site->across * ORE_MAP_DOT);
    site->height = label_height + rows * ORE_MAP_DOT + 4.0;
    site->at_x = map->scale * (site->outline->x - map->left);
    site->at_y = map->scale * (site->outline->y - map->top);
    site->x = site->at_x;
    site->y = site->at_y;
    /* Beneath a country that it would hide. */
    if (map->scale * (site->outline->bottom - site->outline->top) <
            site->height &&
        map->scale * (site->outline->right - site->outline->left) <
            site->width) {
        site->y += site->height / 2.0 + 8.0;
    }
}

static void keep_inside(const ore_map *map, ore_site *site)
{
    const double x = site->width / 2.0 + edge, y = site->height / 2.0 + edge;

    site->x = fmin(ORE_MAP_WIDTH - x, fmax(x, site->x));
    site->y = fmin(map->height - y, fmax(y, site->y));
}

/* Push two markers apart, the shorter way; whether they had to be. */
static bool part(ore_site *a, ore_site *b)
{
    const double over_x =
        (a->width + b->width) / 2.0 + between - fabs(a->x - b->x);
    const double over_y =
        (a->height + b->height) / 2.0 + between - fabs(a->y - b->y);

    if (over_x <= 0.01 || over_y <= 0.01) {
        return false;
    }
    if (over_x < over_y) {
        const double push = a->x < b->x ? -over_x / 2.0 : over_x / 2.0;

        a->x += push;
        b->x -= push;
    } else {
        const double push = a->y < b->y ? -over_y / 2.0 : over_y / 2.0;

        a->y += push;
        b->y -= push;
    }
    return true;
}

void ore_map_place(ore_map *map)
{
    enum { ROUNDS = 400 };
    bool has_moved = true;

    choose_part(map);
    for (int i = 0; i < map->n; i++) {
        size_site(map, &map->sites[i]);
        keep_inside(map, &map->sites[i]);
    }
    for (int round = 0; round < ROUNDS && has_moved; round++) {
        has_moved = false;
        for (int i = 0; i < map->n; i++) {
            for (int k = 0; k < i; k++) {
                has_moved |= part(&map->sites[k], &map->sites[i]);
            }
        }
        for (int i = 0; i < map->n; i++) {
            keep_inside(map, &map->sites[i]);
        }
    }
}

bool ore_map_split(const ore_map *map, ore_map *europe, ore_map *rest)
{
    enum { SEVERAL = 4 };

    for (int i = 0; i < map->n; i++) {
        const ore_outline *at = map->sites[i].outline;
        const bool is_in = at->x > west && at->x < east && at->y < south;
        ore_map *to = is_in ? europe : rest;

        to->sites[to->n++] = map->sites[i];
    }
    return europe->n >= SEVERAL && rest->n > 0;
}
