// Every surface in turn, with all that it does, and then the browser's own log: what it asked its resolver for, also past the proxy that
// answers all other tests. A page of LinkedIn's looks something up at the end, so that it is known that the log would tell.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { choose, kept, press, tell } from "../../tools/browser/chosen.mjs";
import { demoPage } from "../../tools/browser/demo-page.mjs";
import { openArchive, readHistory } from "../../tools/browser/history.mjs";
import { launch } from "../../tools/browser/launch.mjs";
import { lookedUp } from "../../tools/browser/look-ups.mjs";
import { BROWSERS_OWN_HOST } from "../../tools/browser/proxy.mjs";
import { whenRead } from "../../tools/browser/report.mjs";
import { chosen } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { doThere, fillIn, says } from "./own.mjs";
import { assertLeftInPeace, markers, popupText, words } from "./seen.mjs";

/** @import { Browser } from "../../tools/browser/launch.mjs" */

const PLANTED = "looked-up.example";

/** A page that has the browser look a name up by itself, as no proxy sees it. */
const LOOKING_UP = feed("sdui", []).replace(
  "</body>",
  `<script>const call = new RTCPeerConnection({ iceServers: [{ urls: "stun:${PLANTED}:3478" }] });
   call.createDataChannel("x"); call.createOffer().then((offer) => call.setLocalDescription(offer));
   call.onicegatheringstatechange = () => { document.title = call.iceGatheringState; };</script></body>`,
);

/** Who else a browser looks up by itself: the proxy, and where it was told to ask what it cannot leave. */
const ITS_OWN = ["localhost", "127.0.0.1", "www.linkedin.com", "static.licdn.com", BROWSERS_OWN_HOST];

/** Pages of the extension's, with something that each says. @type {Record<string, string>} */
const PAGES = {
  "welcome.html": words.welcome_lead,
  "welcome.html#objection": words.welcome_objection,
  "options.html": words.options_find_how,
  "settings.html": words.check_email,
  "recruiters.html": words.recruiters_lead,
  "rights.html#restriction": words.objected_on,
  "rights.html#marketing": words.marketing_recipient,
  "rights.html#complaint": words.complaint_country,
  "stage.html": words.stage_lead,
  "stage.html#en/play/family": words.stage_full,
  "stage.html#en/try": words.try_task_client,
  "stage.html#en/quiz": words.quiz_question,
  "stage.html#en/handout/family": words.handout_talk,
};

/** @type {{name: string, act: (browser: Browser, extension: string) => Promise<void>}[]} */
const SURFACES = [
  {
    name: "the warnings, the card, the list, a shortcut and the letter that they lead to",
    act: async (browser) => {
      const page = await browser.open(FEED, feed("ember", ["Call me on +31 6 12345678.", "ada@example.org"]));
      await markers(page, 2);
      await page.find(".marker").click();
      await page.find("[data-deed=ignore-here]").click();
      await markers(page, 1);
      await page.find(".handle").click();
      await page.find(".panel [data-deed=object]").click();
      const letter = await browser.opened("/rights.html");
      await fillIn(letter, "name", "Ada Example");
      await doThere(letter, "copy:en");
      await says(letter, words.letter_copied);
      await letter.close();
      await tell(browser, { command: "check-typing" });
      await page.find(".guide").text();
      await assertLeftInPeace(page);
      await page.close();
    },
  },
  {
    name: "the invented pages: composer, setting, form",
    act: async (browser, extension) => {
      for (const name of ["sdui-composer", "ember-activity", "setting", "form"]) {
        const { url, html, files } = demoPage(extension, name);
        const page = await browser.open(url, html, files);
        await whenRead(browser);
        await assertLeftInPeace(page);
        await page.close();
        const own = await browser.openOwn(`demo/${name}.html`);
        await own.close();
      }
    },
  },
  {
    name: "the popup",
    act: async (browser) => {
      const page = await browser.open(FEED, feed("sdui", ["Write to ada@example.org."]));
      await markers(page, 1);
      await popupText(browser);
      await press(browser, "off:email", words.kind_on.replace("$1", words.kind_email));
      await page.close();
    },
  },
  {
    name: "a history, read and gone through",
    act: async (browser) => {
      const page = await openArchive(browser);
      await readHistory(page);
      await page.close();
    },
  },
  {
    name: "the dossier",
    act: async (browser) => {
      const event = { on: "2026-10-01", id: "one", kind: "objection" };
      await choose(browser, { dossier: JSON.stringify({ deksel: "dossier", version: 1, events: [event] }) });
      const page = await browser.openOwn("dossier.html");
      await says(page, words.event_objection);
      await page.close();
    },
  },
  ...Object.entries(PAGES).map(([address, said]) => ({
    name: address,
    act: async (/** @type {Browser} */ browser) => {
      const page = await browser.openOwn(address);
      await says(page, said);
      await page.close();
    },
  })),
];

for (const name of chosen) {
  test(`${name}: on no surface is anything asked for or looked up`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "deksel-"));
    const log = join(folder, "log");
    const extension = `dist/${name}`;
    const browser = await launch({ browser: name, extension, log });
    try {
      for (const { act } of SURFACES) await act(browser, extension);
      await browser.endBackground();
      assert.ok(Object.keys(await kept(browser)).length > 0);
      const page = await browser.open(FEED, LOOKING_UP);
      await page.until("it has looked up", () => document.title === "complete");
      await page.close();
      assert.deepEqual(browser.refused, []);
    } finally {
      await browser.close();
    }
    assert.deepEqual(
      lookedUp(name, log).filter((host) => !ITS_OWN.includes(host)),
      [PLANTED],
    );
    rmSync(folder, { recursive: true });
  });
}
