// A reminder outlives the browser: nothing runs in between, and at the next start badge and popup tell of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, kept } from "../../tools/browser/chosen.mjs";
import { patiently } from "../../tools/browser/patience.mjs";
import { inEveryBrowserAgain } from "./every-browser.mjs";
import { words } from "./seen.mjs";

inEveryBrowserAgain((stage, restart) => {
  test("a setting that was not looked at for long is reminded of when the browser is started again", async () => {
    const seen = "2026-01-02";
    await choose(stage.browser, {
      setting: [{ member: "", state: "on", seen, since: seen }],
      remind_of_setting: "2026-04-02",
    });
    const badge = () => stage.browser.asExtension(() => chrome.action.getBadgeText({}));
    await patiently("the badge reminds", async () => (await badge()) === "!");
    // A browser may keep what the badge said: from here on it says nothing that is not said anew.
    await stage.browser.asExtension(() => chrome.action.setBadgeText({ text: "" }));
    const before = await kept(stage.browser);

    await restart();
    assert.deepEqual(await kept(stage.browser), before);
    await patiently("the badge reminds again", async () => (await badge()) === "!");
    const popup = await stage.browser.openOwn("popup.html");
    const first = await popup.until("the popup says something", () => document.querySelector("main > *")?.textContent);
    const [reminder = ""] = words.reminder_not_seen.split("$1");
    assert.ok(reminder.length > 0 && first.startsWith(reminder), first);
    await popup.close();
  });
});
