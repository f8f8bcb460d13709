// The whole story: the setting seen on, switched off by the member, noted; a warning, the objection, the letter copied, the form opened,
// the entry in the dossier, and the reminder when the answer is due.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { kept } from "../../tools/browser/chosen.mjs";
import { patiently } from "../../tools/browser/patience.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { clickOn, doThere, fillIn, lists, moveClock, says } from "./own.mjs";
import { assertLeftInPeace, markers, popupText, words } from "./seen.mjs";

const SETTING = "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement";
const FORM = "https://www.linkedin.com/help/linkedin/ask/TS-DPRO";
const SWITCH = readFileSync(new URL("../pages/setting-native.html", import.meta.url), "utf8");
const FIELDS = `<!doctype html><html lang="en"><body spellcheck="false"><main><h1>Objection</h1>
  <div id="name" role="textbox" aria-label="Name" contenteditable="true"></div>
  <div id="more" role="textbox" aria-label="More" contenteditable="plaintext-only">Words:</div></main></body></html>`;

const NAME = "Ada Example";
const PROFILE = "https://www.linkedin.com/in/ada-example/";
const GROUND = "I write about clients of Smederij Vonk.";

inEveryBrowser("dist", (stage) => {
  /** @param {string} text */
  const said = (text) =>
    patiently(`the popup says "${text}"`, async () => (await popupText(stage.browser)).includes(text));

  test("the switch is pointed at, and explained; the member switches it off, and the date is noted", async () => {
    const page = await stage.browser.open(SETTING, SWITCH);
    assert.ok((await page.find(".guide").text()).includes(words.switch_title));
    await patiently("it says that the switch is on", async () => (await page.text())?.includes(words.switch_is_on));
    for (const sentence of [words.switch_covers, words.switch_covers_not]) {
      assert.ok((await page.text())?.includes(sentence), sentence);
    }
    const control = await page.evaluate(() => document.querySelector("[role=switch]")?.getBoundingClientRect());
    const ring = await page.find(".ring").box();
    assert.ok(ring.x <= control.x && ring.y <= control.y, JSON.stringify({ ring, control }));
    assert.ok(ring.x + ring.width >= control.x + control.width && ring.width < control.width + 60);
    await said(words.setting_on);
    await said(words.step_switch_off);

    await clickOn(page, "[role=switch]");
    await patiently("it says that it was switched off", async () =>
      (await page.text())?.includes(words.switch_went_off),
    );
    assert.ok((await page.text())?.includes(words.switch_noted));
    await said(words.setting_off);
    await said(words.setting_seen_today);
    await said(words.step_object);
    await assertLeftInPeace(page);
    await page.close();
  });

  test("a warning leads to the objection; the letter is copied, handed to the form, and noted", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", ["Call me on +31 6 12345678."]));
    await markers(page, 1);
    await page.find(".marker").click();
    await page.find("[data-deed=object]").click();
    const letter = await stage.browser.opened("/rights.html");
    await assertLeftInPeace(page);
    await page.close();

    await says(letter, `${words.kind_phone}: 1`);
    await fillIn(letter, "name", NAME);
    await fillIn(letter, "profile", PROFILE);
    await fillIn(letter, "grounds-words", GROUND);
    await doThere(letter, "told:phone");
    await says(letter, words.gaps_none);
    const text = await letter.evaluate(() => document.querySelector("#letter-en")?.textContent);
    for (const part of [NAME, PROFILE, GROUND, "phone numbers: 1"]) assert.ok(text.includes(part), part);
    assert.ok(!text.includes("12345678"));
    await doThere(letter, "copy:en");
    await says(letter, words.letter_copied);

    const form = await stage.browser.open(FORM, FIELDS);
    await form.untilInside(
      "the form's values are offered",
      (/** @type {ShadowRoot} */ root) => root.querySelectorAll(".value").length === 4,
    );
    const offered = await form.text();
    for (const part of [NAME, PROFILE, words.form_kind_value, GROUND]) assert.ok(offered?.includes(part), part);
    const inPopup = await popupText(stage.browser);
    for (const part of [words.form_here, NAME, PROFILE, GROUND]) assert.ok(inPopup.includes(part), part);
    await form.find("[data-deed='copy 3']").click();
    await patiently(
      "the letter is copied",
      async () => (await form.find("[data-deed='copy 3']").text()) === words.copied,
    );
    await clickOn(form, "#more");
    await form.press("Control+v");
    const pasted = await form.until("the letter is pasted", () => {
      const words = document.querySelector("#more")?.textContent ?? "";
      return words.length > 20 && words;
    });
    const flat = (/** @type {string} */ words) => words.replace(/\s+/g, "");
    assert.ok(flat(pasted).includes(flat(text)), pasted);
    assert.equal(await form.evaluate(() => document.querySelector("#name")?.textContent), "");
    await assertLeftInPeace(form);
    await form.close();

    await doThere(letter, "sent");
    await says(letter, words.sent_noted);
    const { dossier } = await kept(stage.browser);
    for (const part of [NAME, PROFILE, GROUND]) assert.ok(!dossier.includes(part), `${part} is kept`);
    await letter.close();
  });

  test("the dossier tells until when an answer is due, and reminds when it is overdue", async () => {
    const dossier = await stage.browser.openOwn("dossier.html");
    await lists(dossier, words.event_objection);
    await lists(dossier, words.event_setting_off);
    const [waiting] = words.request_waiting.split("$1");
    await says(dossier, waiting);
    assert.ok((await popupText(stage.browser)).includes(words.step_wait.split("$1")[0]));
    const { remind_of_answer: due } = await kept(stage.browser);
    const days = (Date.parse(due) - Date.now()) / 86_400_000;
    assert.ok(days > 28 && days < 36, due);

    await moveClock(dossier, 60);
    const [overdue] = words.reminder_overdue.replace("$1", words.event_objection).split("$2");
    await says(dossier, overdue);
    await dossier.close();

    const popup = await stage.browser.openOwn("popup.html");
    await says(popup, words.setting_off);
    await moveClock(popup, 60);
    await popup.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("[data-deed=badge]")).click());
    await says(popup, words.step_follow_up);
    const first = await popup.evaluate(() => document.querySelector("main")?.firstElementChild?.textContent);
    assert.ok(first.startsWith(overdue), first);
    await popup.close();
  });

  test("the badge reminds from the day that is kept, and the setting is reminded of when it is on again", async () => {
    const badge = (/** @type {string} */ wanted) =>
      patiently(`the badge says "${wanted}"`, async () => {
        const popup = await stage.browser.openOwn("popup.html");
        const text = await popup.evaluate(() => chrome.action.getBadgeText({}));
        await popup.close();
        return text === wanted;
      });
    await badge("");
    const page = await stage.browser.open(SETTING, SWITCH);
    await patiently("it says that the switch is on again", async () =>
      (await page.text())?.includes(words.switch_back_on),
    );
    await page.close();
    await badge("!");
    await said(words.reminder_back_on.split("$1")[0]);
    const dossier = await stage.browser.openOwn("dossier.html");
    await lists(dossier, words.event_setting_on);
    await clickOn(dossier, "[data-deed^='accept:']");
    await says(dossier, words.act_done);
    await dossier.close();
    await badge("");
  });
});
