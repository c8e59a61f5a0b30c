/* The result as one page that needs nothing else: no network, and no script to
 * be read. It is drawn from the same book as the workbook; the sheets that only
 * make sense with formulas, and those for programs, stay there. */
#include "base/atomic.h"
#include "write/book/proof.h"
#include "write/html/html.h"

static const ore_text group_names[ORE_GROUPS] = {
#define ORE_GROUP(id, colour) ORE_TEXT_GROUP_##id,
#include "write/book/groups.def"
#undef ORE_GROUP
};

/* Nothing is loaded from elsewhere, whatever a text of the input says. */
static void put_head(const ore_page *page)
{
    ore_html_put(
        page,
        "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
        "<meta charset=\"utf-8\"/>\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
        "&#39;none&#39;; style-src &#39;unsafe-inline&#39;; script-src "
        "&#39;unsafe-inline&#39;\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\"/>\n"
        "<meta name=\"generator\" content=\"orefolio %s\"/>\n",
        page->book->is_japanese ? "ja" : "en", page->book->options->version);
    ore_html_element(page, "title", ore_book_title(page->book));
    ore_html_put(page, "<style>\n%s</style>\n</head>\n<body>\n",
                 ore_html_style);
}

/* What the frame of every sheet says of checks and searches. */
static const char *flag_of(ore_book *book)
{
    return book->n_cases > 0 || book->result->has_portfolio
               ? ore_book_flag(book, book->all_checks_good)
               : ore_book_text(book, ORE_TEXT_NO_PORTFOLIO);
}

static void put_header(const ore_page *page)
{
    ore_html_put(page, "<a class=\"skip\" href=\"#main\">");
    ore_html_word(page, ORE_TEXT_HTML_SKIP);
    ore_html_put(page, "</a>\n<header id=\"top\">\n");
    ore_html_element(page, "h1", ore_book_title(page->book));
    ore_html_element(page, "p class=\"flag\"", flag_of(page->book));
    ore_html_put(page, "</header>\n");
}

static void put_link(const ore_page *page, const char *id, ore_text name)
{
    ore_html_put(page, "<li><a href=\"#%s\">", id);
    ore_html_word(page, name);
    ore_html_put(page, "</a></li>\n");
}

/* Sections of a group, or those of the memo and the summary, which come before
 * the map and have no group to be found in. */
static void put_group_links(const ore_page *page, ore_group group)
{
    bool is_open = false;

    for (int i = 0; i < ORE_SHEETS; i++) {
        const ore_sheet *sheet = &page->book->sheets[i];

        if (sheet->group != group || !ore_html_has(page, sheet)) {
            continue;
        }
        if (!is_open) {
            ore_html_put(page, "<li><span class=\"g%d\">", (int)group);
            ore_html_word(page, group_names[group]);
            ore_html_put(page, "</span>\n<ul>\n");
            is_open = true;
        }
        put_link(page, ore_html_id(sheet), sheet->title);
        if (i == ORE_SHEET_MEMO && ore_html_has_map(page)) {
            put_link(page, "map", ORE_TEXT_HTML_MAP);
        }
    }
    if (is_open) {
        ore_html_put(page, "</ul></li>\n");
    }
}

static void put_contents(const ore_page *page)
{
    ore_html_put(page, "<nav aria-labelledby=\"contents\">\n");
    ore_html_element(page, "h2 id=\"contents\"",
                     ore_book_text(page->book, ORE_TEXT_TITLE_CONTENTS));
    ore_html_put(page, "<ul>\n");
    for (ore_group group = 0; group < ORE_GROUPS; group++) {
        put_group_links(page, group);
    }
    ore_html_put(page, "</ul>\n</nav>\n");
}

/* Group by group, as the contents list them. */
static void put_sections(ore_page *page)
{
    ore_html_put(page, "<main id=\"main\" tabindex=\"-1\">\n");
    for (ore_group group = 0; group < ORE_GROUPS; group++) {
        for (int i = 0; i < ORE_SHEETS; i++) {
            const ore_sheet *sheet = &page->book->sheets[i];

            if (sheet->group == group && ore_html_has(page, sheet)) {
                ore_html_sheet(page, sheet);
            }
            if (sheet->group == group && i == ORE_SHEET_MEMO &&
                ore_html_has_map(page)) {
                ore_html_map(page);
            }
        }
    }
    ore_html_put(page, "</main>\n");
}

static void put_footer(const ore_page *page)
{
    const char *version = page->book->options->version;

    ore_html_put(page, "<footer>\n");
    ore_html_element(page, "p",
                     ore_book_compose(page->book, ORE_TEXT_HTML_MADE, version));
    ore_html_put(page, "</footer>\n<script>\n%s</script>\n</body>\n</html>\n",
                 ore_html_script);
}

static ore_status write_page(ore_book *book, const char *path, ore_diags *diags)
{
    ore_output *output = ore_output_open(path, diags);

    if (!output) {
        return ORE_NO_OUTPUT;
    }
    ore_page page = {.out = ore_output_stream(output), .book = book};

    put_head(&page);
    put_header(&page);
    put_contents(&page);
    put_sections(&page);
    put_footer(&page);
    return ore_output_finish(output, diags);
}

ore_status ore_write_html(const ore_round *round, const ore_result *result,
                          const ore_write_options *options, const char *path,
                          ore_diags *diags)
{
    ore_book *book = ore_book_new(round, result, options);
    const ore_status status = write_page(book, path, diags);

    ore_book_free(book);
    return status;
}

ore_status ore_write_answers_html(const ore_round *round,
                                  const ore_result *result,
                                  const ore_write_options *options,
                                  const char *path, ore_diags *diags)
{
    ore_book *book = ore_answers_new(round, result, options);
    const ore_status status = write_page(book, path, diags);

    ore_book_free(book);
    return status;
}

ore_status ore_write_comparison_html(const ore_case *cases, int n,
                                     const ore_write_options *options,
                                     const char *path, ore_diags *diags)
{
    ore_book *book = ore_comparison_new(cases, n, options);
    const ore_status status = write_page(book, path, diags);

    ore_book_free(book);
    return status;
}
