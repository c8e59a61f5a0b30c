// Sorts the rows of a table by one of its columns, when its heading is pressed: up, down,
// and as they were. Without it the page is read as it is.
"use strict";
(function () {
  function valueOf(row, column) {
    const text = row.cells[column].textContent.trim();
    const number = Number(text.replace(/[,%]/g, ""));
    return text === "" || Number.isNaN(number) ? text : number;
  }

  // Numbers come before words, and what is empty comes last.
  function compare(a, b) {
    if (typeof a === "number" || typeof b === "number") {
      return typeof a !== typeof b ? (typeof a === "number" ? -1 : 1) : a - b;
    }
    if (a === "" || b === "") {
      return (a === "") - (b === "");
    }
    return a.localeCompare(b, document.documentElement.lang);
  }

  function sort(table, column, order) {
    const body = table.tBodies[0];
    const rows = table.rowsAsWritten.slice();
    if (order !== "none") {
      const sign = order === "ascending" ? 1 : -1;
      rows.sort((a, b) => {
        const x = valueOf(a, column);
        const y = valueOf(b, column);
        const isLast = typeof x !== typeof y || x === "" || y === "";
        return isLast ? compare(x, y) : sign * compare(x, y);
      });
    }
    body.append(...rows);
  }

  function press(table, heading) {
    const next = { ascending: "descending", descending: "none" };
    const order = next[heading.getAttribute("aria-sort")] || "ascending";
    for (const other of table.tHead.rows[0].cells) {
      other.removeAttribute("aria-sort");
    }
    if (order !== "none") {
      heading.setAttribute("aria-sort", order);
    }
    sort(table, heading.cellIndex, order);
  }

  for (const table of document.querySelectorAll("table")) {
    table.rowsAsWritten = Array.from(table.tBodies[0].rows);
    if (table.rowsAsWritten.length > 2) {
      // Columns of letters, one a year, have no room for it.
      for (const heading of table.tHead.querySelectorAll("th:not(.c)")) {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...heading.childNodes);
        heading.append(button);
        button.addEventListener("click", () => press(table, heading));
      }
    }
  }
})();
