// What axe-core finds wrong with what Deksel draws.

import axe from "axe-core";

/** @import { Page } from "../../tools/browser/page.mjs" */

// WCAG 2.2 to level AA, and what axe-core advises beyond.
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * The violations on a page, each with the elements concerned.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export async function violations(page) {
  await page.evaluate(`() => { ${axe.source}; }`);
  return page.evaluate(async (/** @type {string[]} */ tags) => {
    const { axe } = /** @type {any} */ (globalThis);
    const result = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return result.violations.map(
      (/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html).join(" ")}`,
    );
  }, RULES);
}
