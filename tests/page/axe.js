// Opens pages in a browser and says what is wrong with them: axe.js FILE... See axe.sh.
"use strict";
const fs = require("fs");
const path = require("path");
const puppeteer = require("puppeteer-core");

const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
let bad = 0;

function complain(file, what) {
  bad = 1;
  console.log(`${path.basename(file)}: ${what}`);
}

async function lookAt(browser, file) {
  const page = await browser.newPage();
  page.on("request", (request) => {
    if (request.url() !== `file://${file}`) complain(file, `asks for ${request.url()}`);
  });
  page.on("pageerror", (error) => complain(file, `script: ${error.message}`));
  page.on("console", (message) => complain(file, `console: ${message.text()}`));
  for (const width of [1200, 400]) {
    await page.setViewport({ width, height: 900 });
    await page.goto(`file://${file}`);
    // Folded tables count as well.
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) complain(file, `is ${wide} wide on a screen of ${width}`);
    await page.evaluate(axe);
    const found = await page.evaluate((tags) => axe.run({ runOnly: tags, resultTypes: ["violations"] }), rules);
    for (const violation of found.violations) {
      complain(file, `${width}: ${violation.id}, ${violation.nodes.length} times, as ${violation.nodes[0].html}`);
    }
  }
  await lookAtSorting(page, file);
  await page.close();
}

// The first table that sorts, by its last heading: up, down, and as it was.
async function lookAtSorting(page, file) {
  const rows = () => page.evaluate(() => {
    const table = document.querySelector("thead button").closest("table");
    return Array.from(table.tBodies[0].rows, (row) => row.textContent).join("\n");
  });
  const press = () => page.evaluate(() => {
    const button = Array.from(document.querySelector("thead button").closest("tr").querySelectorAll("button")).pop();
    button.click();
    return button.closest("th").getAttribute("aria-sort");
  });
  const written = await rows();
  const orders = [await press(), await press(), await press()];
  if (orders.join() !== "ascending,descending,") complain(file, `sorts ${orders}`);
  if ((await rows()) !== written) complain(file, "does not go back to its own order");
}

(async () => {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
  for (const file of process.argv.slice(2)) await lookAt(browser, path.resolve(file));
  await browser.close();
  process.exit(bad);
})();
