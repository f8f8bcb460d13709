// In private windows nothing is kept: what the member does there holds in the tab, and goes with it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { choose, kept, tell } from "../../tools/browser/chosen.mjs";
import { patiently } from "../../tools/browser/patience.mjs";
import { report, whenRead } from "../../tools/browser/report.mjs";
import { inPrivateWindows } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { markers, popupText, words } from "./seen.mjs";

const SETTING = "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement";

inPrivateWindows((stage) => {
  test("acts hold in the tab and are not kept, nor is what was seen or who was looking", async () => {
    await choose(stage.browser, { kinds_off: ["email"] });
    const before = await kept(stage.browser);
    const setting = await stage.browser.open(SETTING, readFileSync("tests/pages/setting-native.html", "utf8"));
    await patiently("the setting is read", async () => (await report(stage.browser)).page?.setting === "on");
    await setting.close();
    const page = await stage.browser.open(FEED, feed("sdui", ["Call me on +31 6 12345678.", "ada@example.org"]));
    await markers(page, 1);
    const { page: seen } = await whenRead(stage.browser);
    const { item } = seen.list[0];
    await tell(stage.browser, { ask: "act", act: { ignore: { item, finding: 0, scope: "everywhere" } } });
    await patiently("it is ignored", async () => (await report(stage.browser)).page?.findings === 0);
    await tell(stage.browser, { ask: "act", act: { addterm: "Project Merel" } });
    assert.deepEqual(await kept(stage.browser), before);
    assert.ok((await popupText(stage.browser)).includes(words.private_window));

    // A choice made elsewhere reaches this tab too, and takes nothing back.
    await choose(stage.browser, { kinds_off: [] });
    await patiently("the address is found", async () => (await report(stage.browser)).page?.findings === 1);
    await page.goto(FEED);
    await markers(page, 2);
    await page.close();
  });
});
