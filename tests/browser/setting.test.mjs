// On the setting's own page Deksel reads on, off or unknown, and notices when the member changes it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { patiently } from "../../tools/browser/patience.mjs";
import { report, whenRead } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { assertLeftInPeace, popupText, words } from "./seen.mjs";

const ADDRESS = "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement";

/** @param {string} name */
const fixture = (name) => readFileSync(new URL(`../pages/setting-${name}.html`, import.meta.url), "utf8");

const PAGES = [
  { name: "a native switch that is on", html: fixture("native"), state: "on" },
  { name: "a native switch that is off", html: fixture("native").replace(" checked", ""), state: "off" },
  { name: "an ARIA switch that is on", html: fixture("aria"), state: "on" },
  {
    name: "an ARIA switch that is off",
    html: fixture("aria").replace('checked="true"', 'checked="false"'),
    state: "off",
  },
  {
    name: "an ARIA switch in between",
    html: fixture("aria").replace('checked="true"', 'checked="mixed"'),
    state: "unknown",
  },
  { name: "two switches", html: fixture("native").replace("</main>", `${fixture("aria")}</main>`), state: "unknown" },
  { name: "no switch", html: fixture("native").replace(/<input[^>]*>/, ""), state: "unknown" },
];

inEveryBrowser("dist", (stage) => {
  for (const { name, html, state } of PAGES) {
    test(`${name} is read as ${state}`, async () => {
      const page = await stage.browser.open(ADDRESS, html);
      assert.equal((await whenRead(stage.browser)).page.setting, state);
      await assertLeftInPeace(page);
      await page.close();
    });
  }

  for (const kind of ["native", "aria"]) {
    test(`a member who switches a switch off (${kind}) is told so by the popup`, async () => {
      const page = await stage.browser.open(ADDRESS, fixture(kind));
      assert.match(await popupText(stage.browser), new RegExp(words.setting_on));
      const { x, y, width, height } = await page.evaluate(() =>
        document.querySelector("[role=switch]")?.getBoundingClientRect(),
      );
      await page.mouse.click(x + width / 2, y + height / 2);
      await patiently(
        "Deksel reads the switch as off",
        async () => (await report(stage.browser)).page.setting === "off",
      );
      assert.match(await popupText(stage.browser), new RegExp(words.setting_off));
      await page.close();
    });
  }
});
