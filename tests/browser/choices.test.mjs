// What the member chooses holds at once in every open tab, stays with that member, and tells nobody anything.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { choose, forgetAll, kept, press, tell } from "../../tools/browser/chosen.mjs";
import { patiently } from "../../tools/browser/patience.mjs";
import { items, report } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { ADA, FEED, feed } from "./feed.mjs";
import { markers, popupText, words } from "./seen.mjs";

const BO = { name: "Bo Voorbeeld", slug: "bo-voorbeeld", headline: "Planner at Smederij Vonk | father" };
const CEES = { name: "Cees Voorbeeld", slug: "cees-voorbeeld", headline: "Baker" };
const NUMBER = "+31 6 12345678";
const TELLING = `Call me on ${NUMBER}.`;
const MAIL = "Write to ada@example.org.";

const OTHERS = [MAIL, { text: TELLING, by: BO }, { text: TELLING, by: CEES }];

inEveryBrowser("dist", (stage) => {
  afterEach(() => forgetAll(stage.browser));

  /** @param {number} count */
  const findings = (count) =>
    patiently(`there are ${count} findings`, async () => {
      const { page } = await report(stage.browser);
      return page?.settled && page.findings === count && page;
    });

  for (const frontEnd of /** @type {const} */ (["sdui", "ember"])) {
    test(`${frontEnd}: the member's own posts, then those of colleagues too, then everybody's`, async () => {
      const page = await stage.browser.open(FEED, feed(frontEnd, OTHERS));
      await markers(page, 1);
      const seen = await findings(1);
      assert.deepEqual([seen.posts, seen.ownPosts], [3, 1]);
      await choose(stage.browser, { whose: "colleagues", companies: ["smederij vonk"] });
      await markers(page, 2);
      await choose(stage.browser, { whose: "everybody" });
      await markers(page, 3);
      await choose(stage.browser, { whose: "own" });
      await markers(page, 1);
      await page.close();
    });
  }

  test("where the page does not tell who is looking, nobody's posts are looked into, and the popup says why", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", OTHERS, null));
    const seen = await findings(0);
    assert.deepEqual([seen.posts, seen.knowsTheMember], [3, false]);
    assert.ok((await popupText(stage.browser)).includes(words.member_unknown));
    assert.deepEqual(
      (await items(stage.browser)).flatMap(({ findings }) => findings),
      [],
    );
    await page.close();
  });

  test("what is ignored in a post stays away there, and nowhere else", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", [TELLING, `${TELLING} Please!`]));
    const { list } = await findings(2);
    await tell(stage.browser, { ask: "act", act: { ignore: { item: list[0].item, finding: 0, scope: "here" } } });
    await markers(page, 1);
    assert.equal((await findings(1)).list[0].item, list[1].item);
    await page.goto(FEED);
    await markers(page, 1);
    await press(stage.browser, "ignored", words.page_findings.replace("$1", "2"));
    await markers(page, 2);
    await page.close();
  });

  test("what is ignored everywhere is known again in other writing, and is not kept in words", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", [TELLING, "My number: +31.6.1234.5678, mornings."]));
    const { list } = await findings(2);
    await tell(stage.browser, { ask: "act", act: { ignore: { item: list[0].item, finding: 0, scope: "everywhere" } } });
    await findings(0);
    const all = await kept(stage.browser);
    const name = Object.keys(all).find((key) => key.startsWith("ignored/")) ?? "";
    assert.match(name, /^ignored\/[\w-]{43}\/[\w-]{43}$/);
    for (const word of [NUMBER, "31612345678", "phone", ADA.slug, "urn:li"]) {
      assert.ok(!JSON.stringify(all).includes(word), `${word} is kept`);
    }
    await page.close();
  });

  test("two members of one browser ignore for themselves", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", [TELLING]));
    const { list } = await findings(1);
    await tell(stage.browser, { ask: "act", act: { ignore: { item: list[0].item, finding: 0, scope: "everywhere" } } });
    await findings(0);
    await page.close();
    const other = await stage.browser.open(FEED, feed("sdui", [{ text: TELLING, by: BO }], BO));
    await markers(other, 1);
    await other.close();
    const again = await stage.browser.open(FEED, feed("sdui", [TELLING]));
    await findings(0);
    await again.close();
  });

  test("a kind that is switched off stays away until it is switched on, in every open tab", async () => {
    const first = await stage.browser.open(FEED, feed("sdui", [TELLING, MAIL]));
    await markers(first, 2);
    const second = await stage.browser.open(FEED, feed("ember", [TELLING, MAIL]));
    await markers(second, 2);
    await press(stage.browser, "off:phone", words.kind_on.replace("$1", words.kind_phone));
    await markers(first, 1);
    await markers(second, 1);
    await press(stage.browser, "on:phone", words.page_findings.replace("$1", "2"));
    await markers(first, 2);
    await markers(second, 2);
    await first.close();
    await second.close();
  });

  test("a term of the member's own is found, and no longer once it is taken away", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", ["A day in the sun with Project Merel."]));
    await findings(0);
    await tell(stage.browser, { ask: "act", act: { addterm: "Project Merel" } });
    await markers(page, 1);
    await tell(stage.browser, { ask: "act", act: { removeterm: "Project Merel" } });
    await findings(0);
    await page.close();
  });

  test("choices that cannot be read are as usual, and are left as they are", async () => {
    const broken = {
      whose: "?",
      kinds_off: { no: "list" },
      terms: 17,
      drawing: [],
      masks: "yes",
      badge: "yes",
      paused_until: "soon",
    };
    await choose(stage.browser, { ...broken, companies: ["Vonk"] });
    const page = await stage.browser.open(FEED, feed("sdui", OTHERS));
    await markers(page, 1);
    await press(stage.browser, "whose:everybody", words.page_findings.replace("$1", "3"));
    assert.deepEqual(
      { ...broken, companies: ["Vonk"], whose: "everybody" },
      Object.fromEntries(
        Object.entries(await kept(stage.browser)).filter(([name]) => name in broken || name === "companies"),
      ),
    );
    await page.close();
  });

  test("a storage that refuses loses nothing, and the popup says so", async () => {
    await choose(stage.browser, { whose: "everybody" });
    const page = await stage.browser.open(FEED, feed("sdui", OTHERS));
    await markers(page, 3);
    const popup = await stage.browser.openOwn("popup.html", { background: true });
    await popup.until("the popup offers a choice", () => document.querySelector('[data-deed="whose:own"]'));
    const said = await popup.evaluate(async () => {
      chrome.storage.local.set = () => Promise.reject(new Error("full"));
      /** @type {HTMLElement | null} */ (document.querySelector('[data-deed="whose:own"]'))?.click();
      while (!document.querySelector("main .notice")) await new Promise((done) => setTimeout(done, 20));
      const checked = /** @type {HTMLElement | null} */ (document.querySelector("input[name=whose]:checked"));
      return [document.querySelector("main .notice")?.textContent, checked?.dataset.deed];
    });
    assert.deepEqual(said, [words.storage_refused, "whose:everybody"]);
    await popup.close();
    assert.equal((await kept(stage.browser)).whose, "everybody");
    await findings(3);
    await page.close();
  });

  if (stage.name === "chromium") {
    // Firefox sets no bound that a test could fill.
    test("in a storage that is full, an act holds in its tab, and nothing is lost", async () => {
      await choose(stage.browser, { kinds_off: ["email"] });
      const page = await stage.browser.open(FEED, feed("sdui", [TELLING, MAIL]));
      const { list } = await findings(1);
      await stage.browser.asExtension(async () => {
        const { QUOTA_BYTES } = chrome.storage.local;
        const used = await chrome.storage.local.getBytesInUse(null);
        await chrome.storage.local.set({ fill: "x".repeat(QUOTA_BYTES - used - 8) });
      });
      await tell(stage.browser, { ask: "act", act: { ignore: { item: list[0].item, finding: 0, scope: "here" } } });
      await findings(0);
      assert.ok((await popupText(stage.browser)).includes(words.storage_refused));
      await stage.browser.asExtension(() => chrome.storage.local.remove("fill"));
      assert.deepEqual((await kept(stage.browser)).kinds_off, ["email"]);
      await findings(0);
      await page.close();
    });
  }

  test("the key is made once, by chance, and is no choice", async () => {
    const { key } = await kept(stage.browser);
    assert.match(key, /^[\w-]{43}$/);
  });
});
