/* The table of Screening that tells how proposed sales are answered. */
#ifndef OPTIMIZER_WRITE_SHEETS_SCREENING_ANSWERS_H
#define OPTIMIZER_WRITE_SHEETS_SCREENING_ANSWERS_H

#include "write/book/sheet.h"

/** Add the table, when the round decides about sales. */
void ore_screening_answers(ore_sheet *sheet);

/** What an answer to a sale is called. */
ore_text ore_sale_answer_text(ore_sale_answer answer);

#endif
