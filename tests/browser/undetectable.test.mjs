// What a page can see of Deksel, asked from the page's own world by every probe we know. The table says what is seen and what not;
// the few things that cannot be hidden are the same neutral element each time, and say nothing of what was found.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "../../tools/browser/launch.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { assertLeftInPeace, markers } from "./seen.mjs";

const TELLING = "Call me on +31 6 12345678 or write to ada@example.org.";

/** What the page does before Deksel comes: it listens, observes, and lays traps over every method it can. */
const TRAPS = `<script>
  var seen = { calls: [], events: [], records: [], selections: 0 };
  for (const type of [Node, Element, HTMLElement, Document, DocumentFragment, ShadowRoot, EventTarget, Range, MutationObserver, ResizeObserver,
    IntersectionObserver, CSSStyleSheet, History, Performance, Storage, TreeWalker, NodeList, Text, Selection, Promise, Response, Blob,
    ReadableStream]) {
    for (const name of Object.getOwnPropertyNames(type.prototype)) {
      const way = Object.getOwnPropertyDescriptor(type.prototype, name);
      const trap = (inner) => function (...given) {
        if (!seen.quiet) seen.calls.push(type.name + "." + name + " " + (new Error().stack ?? "").split("\\n").at(-1));
        return inner.apply(this, given);
      };
      if (name === "constructor" || !way.configurable) continue;
      if (typeof way.value === "function") way.value = trap(way.value);
      if (way.get) way.get = trap(way.get);
      if (way.set) way.set = trap(way.set);
      Object.defineProperty(type.prototype, name, way);
    }
  }
  // What the page itself does about what it sees is none of Deksel's.
  const quietly = (way) => (...given) => { seen.quiet = true; way(...given); seen.quiet = false; };
  seen.quiet = true;
  for (const type of ["click", "mousedown", "pointerdown", "keydown", "keyup", "focusin", "focusout", "toggle", "beforetoggle", "close", "cancel", "input",
    "slotchange", "transitionend", "scroll", "message", "error", "unhandledrejection", "fullscreenchange", "visibilitychange"]) {
    addEventListener(type, quietly((event) => {
      const path = event.composedPath().map((node) => node === window ? "window" : node.nodeName.toLowerCase());
      seen.events.push({ type, path, on: "way down" });
    }), true);
    addEventListener(type, quietly(() => seen.events.push({ type, path: [], on: "way up" })));
  }
  document.addEventListener("selectionchange", () => seen.selections++);
  new MutationObserver(quietly((records) => {
    for (const { type, target, addedNodes, removedNodes, attributeName } of records)
      seen.records.push([type, target.nodeName, [...addedNodes].map((node) => node.nodeName).join(), [...removedNodes].map((node) => node.nodeName).join(), attributeName].join(" "));
  })).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  try { new ReportingObserver((reports) => seen.records.push(...reports.map((report) => report.type)), { buffered: true }).observe(); } catch {}
  seen.quiet = false;
</script>`;

/** In the page: all that can be compared with and without Deksel. */
function snapshot() {
  const { seen, witness } = /** @type {any} */ (globalThis);
  seen.quiet = true;
  const strangers = [...document.documentElement.children].filter(
    (child) => child !== document.head && child !== document.body,
  );
  const nodes = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  let count = 0;
  let addresses = 0;
  for (let node = /** @type {Node | null} */ (nodes.root); node; node = nodes.nextNode()) {
    count += 1;
    const values =
      node instanceof Element ? [...node.attributes].map(({ name, value }) => name + value) : [node.nodeValue ?? ""];
    if (values.some((value) => /(chrome|moz)-extension:/.test(value))) addresses += 1;
  }
  const shown = {
    globals: Object.getOwnPropertyNames(globalThis).filter((name) => name !== "performance").length,
    "nodes besides strangers": count - strangers.length,
    "addresses of an extension": addresses,
    "text of the document": document.documentElement.textContent?.length,
    styleSheets: document.styleSheets.length,
    adoptedStyleSheets: document.adoptedStyleSheets.length,
    "CSS.highlights": Reflect.get(CSS, "highlights")?.size,
    animations: document.getAnimations().length,
    frames: frames.length,
    "performance entries": performance
      .getEntries()
      .filter(({ entryType }) => ["mark", "measure", "resource"].includes(entryType))
      .map(({ name }) => name)
      // Whenever it comes, it is the browser's own.
      .filter((name) => !name.endsWith("/favicon.ico"))
      .join(),
    cookies: document.cookie,
    storage: localStorage.length + sessionStorage.length,
    "popovers and dialogs": document.querySelectorAll(":popover-open, dialog").length,
    "policy violations": witness.violations.length,
    errors: witness.errors.length,
    "traps sprung": seen.calls.length,
    "the focus": document.activeElement?.nodeName,
    selections: seen.selections,
    history: history.length,
  };
  const [stranger] = strangers;
  const about = stranger && {
    name: stranger.nodeName,
    attributes: stranger.attributes.length,
    children: stranger.childNodes.length,
    root: stranger.shadowRoot,
    inner: /** @type {HTMLElement} */ (stranger).innerText,
  };
  const told = {
    shown,
    strangers: strangers.length,
    about,
    records: seen.records,
    events: seen.events,
    calls: seen.calls,
  };
  seen.quiet = false;
  return JSON.parse(JSON.stringify(told));
}

inEveryBrowser("dist", (stage) => {
  /** @type {import("../../tools/browser/launch.mjs").Browser} */
  let without;
  before(async () => {
    without = await launch({ browser: stage.name });
  });
  after(() => without?.close());

  const html = feed("sdui", [TELLING, "A walk by the sea."]).replace("<meta", `${TRAPS}<meta`);

  test("the page sees one neutral element, and nothing else that it would not see without Deksel", async (context) => {
    const bare = await without.open(FEED, html);
    const plain = await bare.evaluate(snapshot);
    const page = await stage.browser.open(FEED, html);
    await markers(page, 1);
    const seen = await page.evaluate(snapshot);
    context.diagnostic(`${"the page asks for".padEnd(28)}${"without".padEnd(12)}with Deksel`);
    for (const [what, answer] of Object.entries(plain.shown))
      context.diagnostic(`${what.padEnd(28)}${String(answer).padEnd(12)}${seen.shown[what]}`);
    context.diagnostic(
      `${"elements beside head and body".padEnd(30)}${plain.strangers}         ${seen.strangers}: ${JSON.stringify(seen.about)}`,
    );
    assert.deepEqual(seen.shown, plain.shown);
    assert.deepEqual(seen.calls, plain.calls);
    assert.deepEqual([plain.strangers, seen.strangers], [0, 1]);
    assert.deepEqual(seen.about, { name: "DIV", attributes: 0, children: 0, root: null, inner: "" });
    const since = (/** @type {{records: string[]}} */ { records }) =>
      records.filter((record) => !/^childList (HEAD|BODY|DIV|P|MAIN|A|SPAN|BUTTON|SCRIPT|SVG|#document)/i.test(record));
    assert.deepEqual(
      since(seen).filter((record) => !since(plain).includes(record)),
      ["childList HTML DIV  "],
    );
    await assertLeftInPeace(page);
    await bare.close();
    await page.close();
  });

  test("of what the member does with Deksel the page hears nothing", async () => {
    const page = await stage.browser.open(FEED, html);
    await markers(page, 1);
    await page.evaluate(() => {
      Reflect.get(globalThis, "seen").events = [];
    });
    await page.find(".marker").click();
    await page.find(".card").text();
    await page.press("ArrowRight");
    await page.press("Shift+Tab");
    await page.find(".card .plain").click();
    await page.press("Escape");
    const { events, shown } = await page.evaluate(snapshot);
    assert.deepEqual(events, []);
    assert.equal(shown.selections, 0);
    await assertLeftInPeace(page);
    await page.close();
  });

  test("an extension's file cannot be told from one of an extension that is not there", async (context) => {
    const own = await stage.browser.openOwn("popup.html");
    const origin = await own.evaluate(() => location.origin);
    await own.close();
    const other = origin.startsWith("chrome")
      ? "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
      : "moz-extension://01234567-89ab-4cde-8f01-23456789abcd";
    // Another spelling of the media type, so that the page comes without a policy and its fetches are let through.
    const bare = { body: feed("ember", [TELLING]), type: "text/html;charset=utf-8" };
    const page = await stage.browser.open(FEED, feed("ember", []), { "/feed/bare/": bare });
    await page.goto(`${FEED}bare/`);
    await markers(page, 1);
    const files = [
      "manifest.json",
      "content.js",
      "pages.js",
      "popup.js",
      "popup.html",
      "popup.css",
      "icons/16.png",
      "background.js",
      "_locales/en/messages.json",
    ];
    const answers = await page.evaluate(probe, [origin, other], files);
    context.diagnostic(
      `of ${files.length} files by fetch, image, script and frame: ${JSON.stringify(answers[0]).slice(0, 120)}`,
    );
    assert.deepEqual(answers[0], answers[1]);
    await page.close();
  });
});

/**
 * In the page: asks for files of extensions in every way.
 * @param {string[]} origins
 * @param {string[]} files
 */
async function probe(origins, files) {
  const answers = [];
  for (const origin of origins) {
    const told = [];
    for (const file of files) {
      const url = `${origin}/${file}`;
      const fetched = await fetch(url).then(
        ({ status }) => `${status}`,
        (fault) => `${fault.name}: ${fault.message}`,
      );
      const loaded = [];
      for (const [tag, address] of [
        ["img", "src"],
        ["script", "src"],
        ["link", "href"],
      ]) {
        const element = document.createElement(tag ?? "");
        if (tag === "link") element.setAttribute("rel", "stylesheet");
        loaded.push(
          await new Promise((done) => {
            element.onload = () => done("load");
            element.onerror = () => done("error");
            element.setAttribute(address ?? "", url);
            document.head.append(element);
          }),
        );
        element.remove();
      }
      told.push([fetched, ...loaded]);
    }
    answers.push(told);
  }
  return answers;
}
