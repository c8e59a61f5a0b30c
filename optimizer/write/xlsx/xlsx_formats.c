/* Fonts, colours, number formats and where things stand in their cells. */
#include <string.h>
#include <xlsxwriter.h>

#include "write/xlsx/xlsx_pen.h"

/* Colours whose contrast with their background is at least 4.5:1. */
enum {
    HEADER = 0x12436D,
    INPUT = 0x0000FF,
    GREY = 0x595959,
    LINK = 0x0B5394,
    GOOD = 0x00582B,
    GOOD_BACK = 0xD9EAD3,
    BAD = 0x7A0010,
    BAD_BACK = 0xF9D6D5,
    BUILD_BACK = 0xF9CB9C,
    PRODUCE_BACK = 0x9FC5E8
};
static const char font[] = "Arial";
static const double font_size = 10.0;

static const char *number_format(ore_quantity quantity)
{
    switch (quantity) {
    case ORE_MONEY:
    case ORE_UNIT_COST:
    case ORE_MEAN:
    case ORE_FOREIGN: return "#,##0.0";
    case ORE_FLOW: return "#,##0";
    case ORE_SHARE: return "0.0%";
    case ORE_POINTS: return "+0.0;-0.0;0.0";
    case ORE_SCORE: return "#,##0.000";
    case ORE_RATE: return "0.00";
    case ORE_TOLERANCE: return "0.000000";
    case ORE_YEAR: return "0";
    case ORE_COUNT: return "#,##0";
    case ORE_GENERAL: return "General";
    case ORE_TEXT_CELL:
    case ORE_LETTER:
    case ORE_QUANTITIES: break;
    }
    return "@";
}

static lxw_format *new_format(ore_pen *pen)
{
    lxw_format *format = workbook_add_format(pen->workbook);

    format_set_font_name(format, font);
    format_set_font_size(format, font_size);
    /* Digits and Japanese letters of a row differ in height. */
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    return format;
}

static void set_look(lxw_format *format, ore_cell_look look)
{
    switch (look) {
    case ORE_INPUT: format_set_font_color(format, INPUT); break;
    case ORE_STRONG: format_set_bold(format); break;
    case ORE_GREY: format_set_font_color(format, GREY); break;
    case ORE_LINK:
        format_set_font_color(format, LINK);
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
        break;
    case ORE_GOOD:
        format_set_font_color(format, GOOD);
        format_set_bg_color(format, GOOD_BACK);
        break;
    case ORE_BAD:
        format_set_font_color(format, BAD);
        format_set_bg_color(format, BAD_BACK);
        break;
    case ORE_BUILD: format_set_bg_color(format, BUILD_BACK); break;
    case ORE_PRODUCE: format_set_bg_color(format, PRODUCE_BACK); break;
    case ORE_PLAIN:
    case ORE_LOOKS: break;
    }
}

/* Words to the left and numbers to the right, both off their neighbours. */
static void set_place(lxw_format *format, ore_quantity quantity,
                      ore_setting setting)
{
    if (quantity == ORE_LETTER) {
        format_set_align(format, LXW_ALIGN_CENTER);
    } else if (setting != ORE_LABEL &&
               (quantity != ORE_TEXT_CELL || setting == ORE_FLUSH)) {
        format_set_align(format, LXW_ALIGN_RIGHT);
        format_set_indent(format, 1);
    } else if (setting != ORE_BARE) {
        format_set_align(format, LXW_ALIGN_LEFT);
        format_set_indent(format, 1);
    }
}

static lxw_format *format_of(ore_pen *pen, ore_quantity quantity,
                             ore_cell_look look, ore_setting setting,
                             bool of_formulas)
{
    lxw_format **slot = &pen->formats[quantity][look][setting][of_formulas];

    if (!*slot) {
        const char *numbers = number_format(quantity);

        *slot = new_format(pen);
        format_set_num_format(*slot, of_formulas && strcmp(numbers, "@") == 0
                                         ? "General"
                                         : numbers);
        set_look(*slot, look);
        if (setting == ORE_WRAPPED) {
            format_set_text_wrap(*slot);
        }
        set_place(*slot, quantity, setting);
    }
    return *slot;
}

lxw_format *ore_pen_format(ore_pen *pen, ore_quantity quantity,
                           ore_cell_look look, ore_setting setting)
{
    return format_of(pen, quantity, look, setting, false);
}

lxw_format *ore_pen_formula_format(ore_pen *pen, ore_quantity quantity,
                                   ore_cell_look look, ore_setting setting)
{
    return format_of(pen, quantity, look, setting, true);
}

/* The button of a filter takes the lower right corner: words are above it. */
static lxw_format *header_format(ore_pen *pen, bool is_filtered,
                                 uint8_t alignment)
{
    lxw_format *format = new_format(pen);

    format_set_num_format(format, "@");
    format_set_bold(format);
    format_set_font_color(format, LXW_COLOR_WHITE);
    format_set_bg_color(format, HEADER);
    format_set_text_wrap(format);
    format_set_align(format, alignment);
    if (alignment != LXW_ALIGN_CENTER) {
        format_set_indent(format, 1);
    }
    if (is_filtered) {
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
    return format;
}

const char *ore_xlsx_version(void)
{
    return lxw_version();
}

void ore_pen_begin(ore_pen *pen)
{
    /* Naming a font on the first format, which the library makes by itself,
     * keeps Japanese systems from putting their own in its place. */
    lxw_format *normal = STAILQ_FIRST(pen->workbook->formats);

    format_set_font_name(normal, font);
    format_set_font_size(normal, font_size);
    pen->title = new_format(pen);
    format_set_font_size(pen->title, 16.0);
    format_set_bold(pen->title);
    pen->flag = new_format(pen);
    format_set_font_color(pen->flag, BAD);
    for (int filtered = 0; filtered < 2; filtered++) {
        lxw_format **headers = pen->headers[filtered];

        headers[0] = header_format(pen, filtered, LXW_ALIGN_LEFT);
        headers[1] = header_format(pen, filtered, LXW_ALIGN_CENTER);
        headers[2] = header_format(pen, filtered, LXW_ALIGN_RIGHT);
    }
}
