/* The map of projects: a dot for each one beside its country's name, full when
 * it goes ahead, hollow when not; under it a table that says the same. */
#include <math.h>
#include <stdlib.h>

#include "orefolio/countries.h"
#include "orefolio/memory.h"
#include "write/html/html.h"
#include "write/html/map.h"

static bool goes_ahead(const ore_page *page, int p)
{
    return page->book->result->option[p] >= 0;
}

bool ore_html_has_map(const ore_page *page)
{
    return page->book->n_cases == 0 && page->book->result->has_portfolio &&
           page->book->round->n_projects > 0;
}

/* How many projects the country has, and how many of them go ahead. */
static int count(const ore_page *page, const ore_countries *countries,
                 int country, int *n_in)
{
    int n = 0;

    *n_in = 0;
    for (int p = 0; p < page->book->round->n_projects; p++) {
        if (countries->of_project[p] == country) {
            n++;
            *n_in += goes_ahead(page, p);
        }
    }
    return n;
}

static ore_site site_of(const ore_page *page, const ore_countries *countries,
                        int country)
{
    const char *code = countries->name[country];
    ore_site site = {.outline = ore_outline_of(code), .country = country};

    site.n_all = count(page, countries, country, &site.n_in);
    site.label = ore_book_print(page->book, "%s %d/%d",
                                ore_book_country(page->book, code), site.n_in,
                                site.n_all);
    return site;
}

/* Countries with projects that a map can show. The caller frees the sites. */
static ore_map map_of(const ore_page *page, const ore_countries *countries)
{
    ore_map map = {.sites = ore_alloc(countries->n, sizeof *map.sites)};

    for (int i = 0; i < countries->n; i++) {
        map.sites[map.n] = site_of(page, countries, i);
        map.n += map.sites[map.n].outline && map.sites[map.n].n_all > 0;
    }
    return map;
}

static bool has_site(const ore_map *map, const ore_outline *outline)
{
    for (int i = 0; i < map->n; i++) {
        if (map->sites[i].outline == outline) {
            return true;
        }
    }
    return false;
}

static void put_land(const ore_page *page, const ore_map *map)
{
    const double right = map->left + ORE_MAP_WIDTH / map->scale;
    const double bottom = map->top + map->height / map->scale;

    ore_html_put(page, "<g transform=\"scale(%.4f) translate(%.1f %.1f)\">\n",
                 map->scale, -map->left, -map->top);
    for (int i = 0; i < ore_outline_count; i++) {
        const ore_outline *o = &ore_outlines[i];

        if (*o->path && o->right > map->left && o->left < right &&
            o->bottom > map->top && o->top < bottom) {
            ore_html_put(page, "<path class=\"%s\" d=\"%s\"/>\n",
                         has_site(map, o) ? "land home" : "land", o->path);
        }
    }
    ore_html_put(page, "</g>\n");
}

static void put_text(const ore_page *page, double x, double y, const char *tag,
                     const char *text)
{
    ore_html_put(page, "<text x=\"%.1f\" y=\"%.1f\"%s>", x, y, tag);
    ore_html_text(page, text);
    ore_html_put(page, "</text>\n");
}

/* A hollow dot is as large as a full one. */
static void put_dot(const ore_page *page, double x, double y, bool is_in,
                    const char *name)
{
    ore_html_put(page, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%s\">",
                 is_in ? "in" : "out", x, y, is_in ? "5" : "4.2");
    if (name) {
        ore_html_put(page, "<title>");
        ore_html_text(
            page, ore_book_compose(
                      page->book, ORE_TEXT_LABEL_OF, name,
                      ore_book_text(page->book, is_in ? ORE_TEXT_GOES_AHEAD
                                                      : ORE_TEXT_NOT_CHOSEN)));
        ore_html_put(page, "</title>");
    }
    ore_html_put(page, "</circle>\n");
}

/* Those that go ahead first. */
static void put_dots(const ore_page *page, const ore_countries *countries,
                     const ore_site *site)
{
    const ore_round *round = page->book->round;
    const double top = site->y - site->height / 2.0 + 16.0;
    int k = 0;

    for (int turn = 0; turn < 2; turn++) {
        for (int p = 0; p < round->n_projects; p++) {
            if (countries->of_project[p] != site->country ||
                goes_ahead(page, p) != (turn == 0)) {
                continue;
            }
            const int row = k / site->across;
            const int in_row = row < (site->n_all - 1) / site->across
                                   ? site->across
                                   : site->n_all - row * site->across;
            const double x =
                site->x + ORE_MAP_DOT * (k % site->across - (in_row - 1) / 2.0);

            put_dot(page, x, top + ORE_MAP_DOT * (row + 0.5), turn == 0,
                    ore_book_project(page->book, &round->projects[p]));
            k++;
        }
    }
}

static void put_site(const ore_page *page, const ore_countries *countries,
                     const ore_site *site)
{
    const double left = site->x - site->width / 2.0,
                 top = site->y - site->height / 2.0;

    ore_html_put(page,
                 "<rect class=\"sign\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" "
                 "height=\"%.1f\" rx=\"4\"/>\n",
                 left, top, site->width, site->height);
    put_text(page, site->x, top + 12.5, " text-anchor=\"middle\"", site->label);
    put_dots(page, countries, site);
}

/* From a country to a marker that does not stand on it. */
static void put_leader(const ore_page *page, const ore_site *site)
{
    if (fabs(site->x - site->at_x) > site->width / 2.0 ||
        fabs(site->y - site->at_y) > site->height / 2.0) {
        ore_html_put(page,
                     "<path class=\"lead\" d=\"M%.1f %.1fL%.1f %.1f\"/>\n"
                     "<circle class=\"spot\" cx=\"%.1f\" cy=\"%.1f\" "
                     "r=\"2.5\"/>\n",
                     site->at_x, site->at_y, site->x, site->y, site->at_x,
                     site->at_y);
    }
}

static void put_drawing(const ore_page *page, const ore_countries *countries,
                        const ore_map *map, ore_text title)
{
    ore_html_put(page,
                 "<svg role=\"img\" aria-labelledby=\"map-t%d map-d%d\" "
                 "viewBox=\"0 0 %d %.0f\">\n<title id=\"map-t%d\">",
                 (int)title, (int)title, ORE_MAP_WIDTH, map->height,
                 (int)title);
    ore_html_word(page, title);
    ore_html_put(page, "</title>\n<desc id=\"map-d%d\">", (int)title);
    ore_html_text(
        page,
        ore_book_compose(page->book, ORE_TEXT_HTML_CHART,
                         ore_book_text(page->book, ORE_TEXT_HTML_BY_COUNTRY)));
    ore_html_put(page,
                 "</desc>\n<rect class=\"sea\" width=\"%d\" "
                 "height=\"%.0f\"/>\n",
                 ORE_MAP_WIDTH, map->height);
    put_land(page, map);
    for (int i = 0; i < map->n; i++) {
        put_leader(page, &map->sites[i]);
    }
    for (int i = 0; i < map->n; i++) {
        put_site(page, countries, &map->sites[i]);
    }
    ore_html_put(page, "</svg>\n");
}

static void put_key(const ore_page *page, bool is_in, ore_text text)
{
    ore_html_put(page, "<li><svg class=\"key\" viewBox=\"0 0 12 12\" "
                       "aria-hidden=\"true\">");
    put_dot(page, 6.0, 6.0, is_in, NULL);
    ore_html_put(page, "</svg>");
    ore_html_word(page, text);
    ore_html_put(page, "</li>\n");
}

static void put_figure(const ore_page *page, const ore_countries *countries,
                       ore_map *map, ore_text title)
{
    ore_map_place(map);
    ore_html_put(page, "<figure class=\"map\">\n");
    if (title != ORE_TEXT_HTML_MAP) {
        ore_html_element(page, "figcaption", ore_book_text(page->book, title));
    }
    ore_html_open_scroll(page, "aria-label", ore_book_text(page->book, title));
    put_drawing(page, countries, map, title);
    ore_html_close_scroll(page);
    ore_html_put(page, "</figure>\n");
}

static void put_keys(const ore_page *page)
{
    ore_html_put(page, "<ul class=\"keys\">\n");
    put_key(page, true, ORE_TEXT_GOES_AHEAD);
    put_key(page, false, ORE_TEXT_NOT_CHOSEN);
    ore_html_put(page, "</ul>\n");
    ore_html_element(page, "p class=\"q\"",
                     ore_book_text(page->book, ORE_TEXT_HTML_MAP_SOURCE));
}

/* One map; where many countries are in Europe and others far away, one of each
 * part: the markers would hide Europe. */
static void put_maps(const ore_page *page, const ore_countries *countries)
{
    ore_map all = map_of(page, countries);
    ore_map europe = {.sites = ore_alloc(all.n, sizeof *all.sites)};
    ore_map rest = {.sites = ore_alloc(all.n, sizeof *all.sites)};

    if (ore_map_split(&all, &europe, &rest)) {
        put_figure(page, countries, &europe, ORE_TEXT_HTML_EUROPE);
        put_figure(page, countries, &rest, ORE_TEXT_HTML_ELSEWHERE);
    } else if (all.n > 0) {
        put_figure(page, countries, &all, ORE_TEXT_HTML_MAP);
    }
    if (all.n > 0) {
        put_keys(page);
    }
    free(europe.sites);
    free(rest.sites);
    free(all.sites);
}

/* Names of a country's projects that go ahead, or of those that do not. */
static void put_names(const ore_page *page, const ore_countries *countries,
                      int country, bool are_in)
{
    const ore_round *round = page->book->round;
    int n = 0;

    ore_html_put(page, "<td class=\"w\">");
    for (int p = 0; p < round->n_projects; p++) {
        if (countries->of_project[p] == country &&
            goes_ahead(page, p) == are_in) {
            if (n++ > 0) {
                ore_html_word(page, ORE_TEXT_LIST_COMMA);
            }
            ore_html_text(page,
                          ore_book_project(page->book, &round->projects[p]));
        }
    }
    if (n == 0) {
        ore_html_word(page, ORE_TEXT_NO_UNIT);
    }
    ore_html_put(page, "</td>");
}

static void put_heading(const ore_page *page, const char *class, ore_text text)
{
    ore_html_put(page, "<th scope=\"col\"%s>", class);
    ore_html_word(page, text);
    ore_html_put(page, "</th>");
}

static void put_numbers(const ore_page *page, int n_in, int n)
{
    ore_html_put(page, "<td class=\"n\">%d</td><td class=\"n\">%d</td>", n_in,
                 n - n_in);
}

static void put_table(const ore_page *page, const ore_countries *countries)
{
    int all_in = 0, all = 0;

    ore_html_open_scroll(page, "aria-labelledby", "map-countries");
    ore_html_put(page, "<table>\n<caption id=\"map-countries\">");
    ore_html_word(page, ORE_TEXT_HTML_BY_COUNTRY);
    ore_html_put(page, "</caption>\n<thead>\n<tr>");
    put_heading(page, "", ORE_TEXT_COUNTRY);
    put_heading(page, " class=\"n\"", ORE_TEXT_HTML_IN_COUNT);
    put_heading(page, " class=\"n\"", ORE_TEXT_HTML_OUT_COUNT);
    put_heading(page, "", ORE_TEXT_HTML_IN);
    put_heading(page, "", ORE_TEXT_HTML_OUT);
    ore_html_put(page, "</tr>\n</thead>\n<tbody>\n");
    for (int i = 0; i < countries->n; i++) {
        int n_in;
        const int n = count(page, countries, i, &n_in);

        if (n == 0) {
            continue;
        }
        all += n;
        all_in += n_in;
        ore_html_put(page, "<tr><th scope=\"row\" class=\"u\">");
        ore_html_text(page, ore_book_country(page->book, countries->name[i]));
        ore_html_put(page, "</th>");
        put_numbers(page, n_in, n);
        put_names(page, countries, i, true);
        put_names(page, countries, i, false);
        ore_html_put(page, "</tr>\n");
    }
    ore_html_put(page, "</tbody>\n<tfoot>\n<tr><th scope=\"row\">");
    ore_html_word(page, ORE_TEXT_TOTAL);
    ore_html_put(page, "</th>");
    put_numbers(page, all_in, all);
    ore_html_put(page, "<td></td><td></td></tr>\n</tfoot>\n</table>\n");
    ore_html_close_scroll(page);
}

void ore_html_map(ore_page *page)
{
    ore_countries *countries = ore_countries_new(page->book->round);

    ore_html_put(page, "<section id=\"map\" class=\"g0\" "
                       "aria-labelledby=\"map-h\">\n<h2 id=\"map-h\">");
    ore_html_word(page, ORE_TEXT_HTML_MAP);
    ore_html_put(page, "</h2>\n");
    ore_html_element(page, "p class=\"scope\"",
                     ore_book_text(page->book, ORE_TEXT_HTML_MAP_SCOPE));
    put_maps(page, countries);
    put_table(page, countries);
    ore_html_put(page, "</section>\n");
    ore_countries_free(countries);
}
