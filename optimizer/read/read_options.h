/* What a round is read with beside its files. */
#ifndef OPTIMIZER_READ_READ_OPTIONS_H
#define OPTIMIZER_READ_READ_OPTIONS_H

#include <stdbool.h>

/** What a command line says of reading; zero = nothing. */
typedef struct ore_read_options {
    const char *scenario; /**< "a,b": act in this order; NULL, "base" = none */
    const char *outcomes; /**< "a,b": these came and no other news will; "none";
                               NULL = events are open */
    int n_sets;
    const char **sets;    /**< [n_sets] "ADDRESS=VALUE", in order */
    const char *baseline; /**< path of an earlier result; NULL */
    const char *keep;     /**< "committed", "all" or "none"; NULL = committed */
    const char *respond;  /**< id of the disruption that has happened; NULL;
                               needs a baseline */
    bool is_response;     /**< to any of its disruptions; so is one to one */
    int from_year;        /**< the disruption that has happened, or without one
                               all of them, begin in this year; 0 = as the round
                               has it */
    const char *start;    /**< path of an earlier result that searches begin
                               with; NULL */
    bool allow_outside;   /**< files that are not in the round's folder */
    bool strict;          /**< warnings are errors */
    const char *money;    /**< a code of ISO 4217, which reports show; NULL = as
                               the round or the language has it */
} ore_read_options;

#endif
