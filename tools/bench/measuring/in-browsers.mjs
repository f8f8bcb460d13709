import { BROWSERS, whyAbsent } from "../../browser/find.mjs";

/** @import { BrowserName } from "../../browser/find.mjs" */
/** @import { Row } from "../../bench.mjs" */

/**
 * Measures in one browser after the other; of one that is not installed it is told why.
 * @param {(name: BrowserName) => Promise<{rows: Row[], summary: string}>} measure
 */
export async function inBrowsers(measure) {
  const rows = [];
  const summaries = [];
  for (const name of BROWSERS) {
    const lacks = whyAbsent(name);
    const seen = lacks
      ? { rows: [{ subject: name, value: lacks }], summary: `${name} not measured` }
      : await measure(name);
    rows.push(...seen.rows);
    summaries.push(seen.summary);
  }
  return { rows, summary: summaries.join(", ") };
}
