// A saved page, opened as if it came from LinkedIn, and what Deksel reads on it.

import { patiently } from "./patience.mjs";
import { items, report } from "./report.mjs";

/** @import { Browser } from "./launch.mjs" */

/**
 * The address that a saved page says it came from; the feed when it does not say.
 * @param {string} html
 */
export function addressOf(html) {
  const canonical = /<link\b[^>]*\brel="?canonical"?[^>]*>/i.exec(html)?.[0] ?? "";
  const address = /\bhref="(https:\/\/www\.linkedin\.com\/[^"]*)"/i.exec(canonical)?.[1] ?? "";
  return address.replaceAll("&amp;", "&") || "https://www.linkedin.com/feed/";
}

/**
 * Opens a saved page, waits until Deksel has read it, and tells what it read. The page's own scripts do not run.
 * @param {Browser} browser
 * @param {string} html
 * @param {object} [options]
 * @param {string} [options.url] where on LinkedIn the page is to come from
 * @param {Record<string, import("./site.mjs").Answer>} [options.files] what the page itself asks for, by path
 */
export async function readSaved(browser, html, { url = addressOf(html), files = {} } = {}) {
  const page = await browser.open(url, html.replace(/<script\b[\s\S]*?<\/script\s*>/gi, ""), files);
  try {
    const seen = await settled(browser);
    return {
      items: await items(browser),
      setting: { state: seen.setting, seen: seen.settingSeen ?? null },
      page: { recognised: seen.recognised, composer: seen.composer ?? null },
    };
  } finally {
    await page.close();
  }
}

/**
 * What Deksel says of the page once it says the same twice.
 * @param {Browser} browser
 */
async function settled(browser) {
  let before = "";
  return patiently("Deksel has read the page", async () => {
    const { page } = await report(browser);
    const now = JSON.stringify(page);
    const same = page?.settled && now === before;
    before = now;
    return same && page;
  });
}
