// What the member is typing is looked into when the member asks, in any text box but those for private messages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, forgetAll, tell } from "../../tools/browser/chosen.mjs";
import { patiently } from "../../tools/browser/patience.mjs";
import { whenRead } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { assertLeftInPeace, words } from "./seen.mjs";

const NUMBER = "+31 6 12345678";

/** Text boxes by what they are made of. @type {Record<string, string>} */
const BOXES = {
  "an input": `<input aria-label="Prompt" value="Candidates with ${NUMBER}">`,
  "a textarea": `<textarea aria-label="Prompt">Candidates with ${NUMBER}</textarea>`,
  "an editor": `<div contenteditable="true" role="textbox" aria-label="Prompt"><p>Candidates</p><p>with ${NUMBER}</p></div>`,
};

inEveryBrowser("dist", (stage) => {
  /** @param {string} box */
  const pageWith = async (box) => {
    const html = feed("sdui", []).replace("</main>", `<section id="box">${box}</section></main>`);
    const page = await stage.browser.open(FEED, html);
    await whenRead(stage.browser);
    return page;
  };

  /** @param {import("../../tools/browser/page.mjs").Page} page */
  const focus = (page) => page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#box > *")).focus());

  for (const [name, box] of Object.entries(BOXES)) {
    test(`${name} is checked for who presses the shortcut`, async () => {
      const page = await pageWith(box);
      await focus(page);
      await tell(stage.browser, { command: "check-typing" });
      const said = await page.find(".guide").text();
      for (const part of [words.typed_title, words.kind_phone, NUMBER]) assert.ok(said.includes(part), part);
      await assertLeftInPeace(page);
      await page.close();
    });
  }

  test("passwords and private messages are not read", async () => {
    for (const box of [
      `<input type="password" aria-label="Password" value="${NUMBER}">`,
      `<div class="msg-form"><div contenteditable="true" role="textbox" aria-label="Message">${NUMBER}</div></div>`,
    ]) {
      const page = await pageWith(box);
      await page.evaluate(() =>
        /** @type {HTMLElement} */ (document.querySelector("#box input, #box [contenteditable]")).focus(),
      );
      await tell(stage.browser, { command: "check-typing" });
      const said = await page.find(".guide").text();
      assert.ok(said.includes(words.typed_no_box), said);
      assert.ok(!said.includes(NUMBER));
      await page.close();
    }
  });

  test("in quiet mode the popup tells, and nothing is drawn", async () => {
    await choose(stage.browser, { drawing: "quiet" });
    const page = await pageWith(BOXES["a textarea"] ?? "");
    await focus(page);
    const popup = await stage.browser.openOwn("popup.html", { background: true });
    await popup.until("the popup offers it", () => document.querySelector("[data-deed=typed]"));
    await popup.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("[data-deed=typed]")).click());
    await popup.until(
      "the popup tells",
      (/** @type {string} */ number) => document.body.textContent?.includes(number),
      NUMBER,
    );
    assert.equal(await page.text(), null);
    await popup.close();
    await page.close();
    await forgetAll(stage.browser);
  });

  test("what was closed stays closed until the member asks again", async () => {
    const page = await pageWith(BOXES["an input"] ?? "");
    await focus(page);
    await tell(stage.browser, { command: "check-typing" });
    await page.find(".guide .close").click();
    await patiently("nothing is drawn", async () => (await page.text()) === null);
    await focus(page);
    await tell(stage.browser, { command: "check-typing" });
    assert.ok((await page.find(".guide").text()).includes(NUMBER));
    await page.close();
  });
});
