// The stage as a trainer uses it: every scenario to its end by keys alone, the speaker's window, the post to write, the quiz, one's own
// scenario, and the handouts as they are printed.

import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { constants, inflateSync } from "node:zlib";
import { violations } from "./axe.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { doThere, fillIn, says } from "./own.mjs";
import { words } from "./seen.mjs";

/** @import { Page } from "../../tools/browser/page.mjs" */

const PRINTED = "target/screenshots";
mkdirSync(PRINTED, { recursive: true });

const TOLD = new URL("../../src/scenario/told/", import.meta.url);
const LANGUAGES = ["nl", "en"];

/** @param {string} path */
const told = (path) => JSON.parse(readFileSync(new URL(path, TOLD), "utf8"));

/** The names of the scenarios, as addresses have them. */
const NAMES = readdirSync(new URL("en/", TOLD))
  .map((file) => file.replace(".json", "").replace("_", "-"))
  .filter((name) => name !== "quiz");

/** More than any scenario needs. */
const MOST_KEYS = 80;

/** What the slide shows: its words, what is marked, and the words that conclusions rest on. @param {Page} page */
const slide = (page) =>
  page.evaluate(() => {
    const texts = (/** @type {string} */ css) =>
      [...document.querySelectorAll(`#slide ${css}`)].map((element) => element.textContent ?? "");
    return {
      text: document.querySelector("#slide")?.textContent ?? "",
      heading: texts("h1")[0],
      place: document.querySelector("#controls .place")?.textContent,
      marks: texts("mark"),
      reasons: texts(".reasons li"),
      conclusions: texts(".knows li"),
      grounded: texts(".knows li:has(q)"),
    };
  });

/**
 * Goes to another part of the stage, in the same document.
 * @param {Page} page
 * @param {string} part
 */
async function goTo(page, part) {
  await page.evaluate((/** @type {string} */ part) => (location.hash = part), part);
  await page.until(`the stage is at ${part}`, () =>
    document.querySelector("main > h1, #slide > h1")?.textContent ? true : null,
  );
}

inEveryBrowser("dist", (stage) => {
  test("every scenario is played to its end in both languages by one key, offline", async () => {
    const page = await stage.browser.openOwn("stage.html#nl");
    for (const { language, name } of LANGUAGES.flatMap((language) => NAMES.map((name) => ({ language, name })))) {
      const scenario = told(`${language}/${name.replace("-", "_")}.json`);
      await goTo(page, `#${language}/play/${name}`);
      await page.until(
        `${name} begins`,
        (/** @type {string} */ title) => document.querySelector("#slide h1")?.textContent === title,
        scenario.title,
      );
      const seen = [await slide(page)];
      for (let keys = 0; keys < MOST_KEYS; keys++) {
        await page.press("ArrowRight");
        const now = await slide(page);
        if (now.text === seen.at(-1)?.text) break;
        seen.push(now);
      }
      const all = seen.map(({ text }) => text).join("\n");
      for (const { text } of scenario.posts) assert.ok(all.includes(text), `${name}: ${text}`);
      const last = seen.at(-1);
      assert.ok(last?.text.includes(scenario.instead.text), `${name} ends with ${last?.text}`);
      for (const advice of scenario.advice) assert.ok(last?.text.includes(advice), `${name}: ${advice}`);
      // Every post is shown with something marked, and with a reason for it.
      const marked = seen.filter(({ marks, reasons }) => marks.length > 0 && reasons.length > 0);
      assert.equal(new Set(marked.map(({ heading }) => heading)).size, scenario.posts.length, name);
      // Every conclusion is shown with words of the posts.
      const knows = scenario.together.flatMap((/** @type {any} */ reader) => reader.knows);
      for (const { text } of knows)
        assert.ok(
          seen.some(({ grounded }) => grounded.some((/** @type {string} */ words) => words.includes(text))),
          `${language}/${name}: ${text}`,
        );
      await page.press("Home");
      assert.equal((await slide(page)).heading, scenario.title);
    }
    assert.deepEqual(page.strayRequests, []);
    await page.close();
  });

  test("the speaker's window says what there is to say, and moves the screen", async () => {
    const scenario = told("en/family.json");
    const page = await stage.browser.openOwn("stage.html#en/play/family");
    await page.until("the screen shows the title", () => document.querySelector("#slide h1")?.textContent);
    await doThere(page, "notes");
    const notes = await stage.browser.opened("#en/notes");
    await says(notes, scenario.note);
    await doThere(notes, "next");
    await says(notes, scenario.posts[0].note);
    await page.until(
      "the screen has moved on",
      (/** @type {string} */ words) => document.querySelector("#slide")?.textContent?.includes(words),
      scenario.posts[0].text,
    );
    await notes.press("Home");
    await says(notes, scenario.note);
    assert.deepEqual(await violations(notes), []);
    await notes.close();
    await page.press("Escape");
    await says(page, words.stage_lead);
    await page.close();
  });

  test("slides fit a projector, and axe finds nothing against them", async () => {
    const page = await stage.browser.openOwn("stage.html#nl/play/salesperson");
    await page.resize({ width: 1280, height: 720 });
    await page.until("the screen shows the title", () => document.querySelector("#slide h1")?.textContent);
    for (let keys = 0; keys < MOST_KEYS; keys++) {
      const before = await slide(page);
      const { height, window } = await page.evaluate(() => ({
        height: document.documentElement.scrollHeight,
        window: innerHeight,
      }));
      assert.ok(height <= window, `${before.heading}: ${height} pixels high`);
      await page.press("PageDown");
      const { text, heading, marks } = await slide(page);
      if (text === before.text) break;
      if (marks.length > 2 || heading === words.stage_advice) assert.deepEqual(await violations(page), [], text);
    }
    await page.screenshot(`${PRINTED}/stage-1280x720-${stage.name}.png`);
    await page.close();
  });

  test("a post is looked into at every key", async () => {
    const page = await stage.browser.openOwn("stage.html#en/try");
    await fillIn(page, "post", "We signed the contract with Example & Sons! Call me on +44 20 7946 0123.");
    await page.until("both are marked", () => document.querySelectorAll("#found mark").length === 2);
    await says(page, words.why_client);
    await fillIn(page, "post", "A good week, and a lot of cake.");
    await says(page, words.try_nothing);
    await doThere(page, "task");
    await says(page, words.try_task_team);
    await page.close();
  });

  test("whoever answers as Deksel finds it has ten of ten", async () => {
    for (const language of LANGUAGES) {
      const page = await stage.browser.openOwn(`stage.html#${language}/quiz`);
      for (const { discloses, why } of told(`${language}/quiz.json`).questions) {
        await doThere(page, `answer:${discloses[0] ?? "nothing"}`);
        await says(page, why);
        await doThere(page, "question");
      }
      await page.until("the score is told", () => /\b10 (of|van) 10\b/.test(document.body.textContent ?? ""));
      await page.close();
    }
  });

  test("a trainer's own scenario is checked, and then played", async () => {
    const page = await stage.browser.openOwn("stage.html#en");
    const scenario = { ...told("en/family.json"), title: "The <b>neighbours</b>" };
    await chooseFile(page, { ...scenario, posts: [{ who: "Ada", text: "" }, ...scenario.posts.slice(1)], lede: "x" });
    await says(page, words.own_refused);
    await says(page, words.mistake_text.replace("$1", "posts[1].text").replace("$2", "600"));
    await says(page, words.mistake_no_field.replace("$1", "lede"));
    const posts = scenario.posts.map((/** @type {any} */ post) => ({ ...post, text: "Good morning!" }));
    await chooseFile(page, { ...scenario, posts });
    await says(page, words.own_unseen.replace("$1", "1").replace("$2", words.kind_child));
    await chooseFile(page, scenario);
    await page.until("it can be played", () => document.querySelector("[href='#en/play/own']"));
    await goTo(page, "#en/play/own");
    await page.until(
      "its title is text, never markup",
      () => document.querySelector("#slide h1")?.textContent === "The <b>neighbours</b>",
    );
    await page.close();
  });

  test("every handout is one page of paper", async () => {
    const page = await stage.browser.openOwn("stage.html#nl");
    for (const language of LANGUAGES) {
      for (const name of [...NAMES, "general"]) {
        await goTo(page, `#${language}/handout/${name}`);
        await page.until("there is something to print", () => document.querySelector("[data-deed=print]"));
        const path = `${PRINTED}/handout-${name}-${language}-${stage.name}.pdf`;
        await page.print(path);
        assert.equal(pagesOf(path), 1, path);
      }
    }
    await page.close();
  });
});

/**
 * Chooses a file in the field for one's own scenario.
 * @param {Page} page
 * @param {any} scenario
 */
const chooseFile = (page, scenario) =>
  page.until(
    "there is a field for a file",
    (/** @type {string} */ text) => {
      const field = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-deed=own]"));
      if (!field) return false;
      const files = new DataTransfer();
      files.items.add(new File([text], "own.json"));
      field.files = files.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      return true;
    },
    JSON.stringify(scenario),
  );

/**
 * How many pages a PDF file has. Firefox compresses what says so.
 * @param {string} path
 * @returns {number}
 */
function pagesOf(path) {
  const plain = readFileSync(path, "latin1");
  const streams = [...plain.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, stream = ""]) => {
    try {
      return inflateSync(Buffer.from(stream, "latin1"), { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
    } catch {
      return "";
    }
  });
  return [plain, ...streams].join("\n").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
