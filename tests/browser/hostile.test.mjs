// Markup made to mislead or to wear out: bounded work, no fault, nobody else's words taken for the member's own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { items, whenRead } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed, ownButtonWorks } from "./feed.mjs";
import { markers } from "./seen.mjs";

const TELLING = "Call me on +31 6 12345678.";

/** Names that a page can lay over the methods and properties of the document or of a form. */
const CLOBBERED = [
  "body createElement createRange createTreeWalker documentElement querySelector querySelectorAll location",
  "firstChild nextSibling parentNode parentElement childNodes localName attributes matches closest getAttribute remove",
  "getBoundingClientRect isConnected contains compareDocumentPosition ownerDocument textContent shadowRoot",
]
  .join(" ")
  .split(" ");

const PAGES = [
  {
    name: "names laid over the document's own",
    html: feed("sdui", [TELLING]).replace(
      "<main",
      `<div hidden>${CLOBBERED.map((name) => `<img name="${name}" id="${name}" alt="">`).join("")}</div><main`,
    ),
    read: 1,
  },
  {
    name: "names laid over a card's own",
    html: feed("sdui", [TELLING])
      .replace('<div role="listitem"', '<form role="listitem"')
      .replace(/<\/div>(?=<\/div><\/main>)/, `${CLOBBERED.map((name) => `<input name="${name}">`).join("")}</form>`),
    read: 1,
  },
  {
    name: "names laid over a text's own",
    html: feed("ember", [`<form>${CLOBBERED.map((name) => `<input name="${name}">`).join("")}${TELLING}</form>`]),
    read: 1,
  },
  { name: "ten thousand empty cards", html: feed("sdui", [TELLING, ...Array(10_000).fill("")]), read: 10_001 },
  {
    name: "two hundred cards in one another",
    html: feed("ember", [
      `${'<div class="feed-shared-update-v2" data-urn="urn:li:activity:1">'.repeat(200)}${TELLING}${"</div>".repeat(200)}`,
    ]),
    read: 1,
  },
  {
    name: "a key that is no base64",
    html: feed("sdui", [TELLING]).replace(/componentkey="[\w-]+-replaceable/, 'componentkey="!!!!-replaceable'),
    read: 0,
  },
  {
    name: "a name of a post with more behind it",
    html: feed("ember", [TELLING]).replace(/data-urn="[^"]*"/, 'data-urn="urn:li:activity:7,own:true"'),
    read: 0,
  },
  {
    name: "attributes of a megabyte",
    html: feed("ember", [TELLING]).replace("data-urn", `data-more="${"x".repeat(1_000_000)}" data-urn`),
    read: 1,
  },
];

/** In every frame the page changes a text twenty times, and adds and removes as many elements; later it answers what Deksel does. */
const RESTLESS = `<script>
  const text = document.querySelector("[data-testid=expandable-text-box]");
  const tell = (words) => { text.textContent = words; };
  var restless = { changes: 0, before: 0, turns: [] };
  let answers = false, turns = 0;
  const change = () => {
    if (answers) return;
    for (let again = 0; again < 20; again++) {
      tell("Change " + restless.changes++ + ". ${TELLING}");
      text.parentElement.append(document.createElement("p"));
      text.parentElement.lastChild.remove();
    }
    requestAnimationFrame(change);
  };
  change();
  const turn = () => { turns++; setTimeout(turn); };
  const watch = new MutationObserver(() => {
    restless.turns.push(turns);
    turns = 0;
    tell(document.documentElement.lastElementChild === document.body ? "${TELLING}" : "Nothing to see here.");
  });
  restless.answer = () => {
    answers = true;
    turn();
    watch.observe(document.documentElement, { childList: true });
    tell("Nothing to see here.");
  };
  restless.rest = () => {
    watch.disconnect();
    tell("${TELLING}");
    return restless.turns;
  };
</script>`;

/** What the page does when all of it is there: nothing that scripts are made of works any more, until its button is pressed. */
const POISON = `<script>
  var poisoned = { used: [] };
  (() => {
    const { ownKeys, getOwnPropertyDescriptor: way } = Reflect, { defineProperty: define } = Object;
    const changed = [], used = poisoned.used;
    let lifted = false;
    const trap = (name) => () => {
      if (!lifted) used[used.length] = name;
      throw new Error(name);
    };
    const poison = (owner, called) => {
      const keys = ownKeys(owner);
      for (let place = 0; place < keys.length; place++) {
        const was = way(owner, keys[place]);
        if (!was.configurable || typeof was.value !== "function" || keys[place] === "constructor") continue;
        changed[changed.length] = [owner, keys[place], was];
        define(owner, keys[place], { ...was, value: trap(called + String(keys[place])) });
      }
    };
    // Capture, so that it is lifted before the button's own script needs any of it.
    addEventListener("click", () => {
      try { JSON.parse("1"); } catch {}
      lifted = true;
      delete Object.prototype.signal;
      delete Object.prototype.then;
      for (let place = changed.length - 1; place >= 0; place--) define(changed[place][0], changed[place][1], changed[place][2]);
    }, { capture: true });
    const types = [Array, Uint8Array, DataView, ArrayBuffer, String, RegExp, Map, Set, WeakMap, Promise, TextDecoder, TextEncoder, URL,
      AbortController, AbortSignal, EventTarget, Node, Element, HTMLElement, Document, ShadowRoot, Range, Text, TreeWalker, NodeList,
      MutationObserver, ResizeObserver, CSSStyleSheet, Performance];
    for (let place = 0; place < types.length; place++) {
      poison(types[place].prototype, types[place].name + ".prototype.");
      poison(types[place], types[place].name + ".");
    }
    poison(JSON, "JSON."), poison(Math, "Math."), poison(Reflect, "Reflect."), poison(Function.prototype, "Function.prototype.");
    poison(Object, "Object.");
    define(Object.prototype, "signal", { configurable: true, get: trap("Object.prototype.signal") });
    define(Object.prototype, "then", { configurable: true, get: trap("Object.prototype.then") });
  })();
</script>`;

inEveryBrowser("dist", (stage) => {
  /** What Deksel says once it has read all, without a fault. */
  const settled = async () => {
    const { health, page } = await whenRead(stage.browser);
    assert.deepEqual(health, { faults: 0, stopped: false });
    return page;
  };

  /**
   * The page was told nothing and met no error. (Chromium itself asks Google about forms: no business of Deksel's.)
   * @param {import("../../tools/browser/page.mjs").Page} page
   */
  const assertUnharmed = async (page) => {
    assert.deepEqual([await page.violations(), await page.errors(), page.reports], [[], [], []]);
    assert.deepEqual(
      page.strayRequests.filter((request) => !request.includes("autofill")),
      [],
    );
  };

  for (const { name, html, read } of PAGES) {
    test(name, async () => {
      const page = await stage.browser.open(FEED, html);
      const seen = await settled();
      assert.deepEqual({ posts: seen.posts, findings: seen.findings }, { posts: read, findings: Math.min(read, 1) });
      await assertUnharmed(page);
      await page.close();
    });
  }

  test("a link in somebody's words that looks like statistics makes nothing own", async () => {
    const forged = `<a href="/analytics/post-summary/urn:li:activity:7455000000000001000/">see</a> ${TELLING}`;
    const page = await stage.browser.open(FEED, feed("ember", [forged], null));
    const seen = await settled();
    assert.deepEqual({ posts: seen.posts, findings: seen.findings }, { posts: 1, findings: 0 });
    const [post] = await items(stage.browser);
    assert.equal(post.own, "unknown");
    await page.close();
  });

  test("a shadow root whose host stands inside itself", async () => {
    const html = feed("sdui", [TELLING]).replace("<main", '<div id="interop-outlet"></div><main');
    const ring = `<script>
      const host = document.getElementById("interop-outlet");
      let root = host.attachShadow({ mode: "open" });
      for (let depth = 0; depth < 100; depth++) {
        const inner = document.createElement("div");
        inner.id = "interop-outlet";
        root.append(inner);
        root = inner.attachShadow({ mode: "open" });
      }
    </script>`;
    const page = await stage.browser.open(FEED, html.replace("</body>", `${ring}</body>`));
    assert.equal((await settled()).findings, 1);
    await page.close();
  });

  test("a page that changes without end, and answers each change of ours with another, is looked at now and then", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", [TELLING]).replace("</body>", `${RESTLESS}</body>`));
    await markers(page, 1);
    await page.inside((/** @type {ShadowRoot} */ root) => {
      Reflect.set(globalThis, "drawings", 0);
      const count = () => Reflect.set(globalThis, "drawings", Reflect.get(globalThis, "drawings") + 1);
      new MutationObserver(count).observe(root, { subtree: true, childList: true, attributes: true });
    });
    await page.evaluate(() =>
      Object.assign(Reflect.get(globalThis, "restless"), { before: Reflect.get(globalThis, "restless").changes }),
    );
    const changes = await page.until("it has changed often", () => {
      const { restless } = /** @type {any} */ (globalThis);
      return restless.changes > restless.before + 800 && restless.changes - restless.before;
    });
    const drawings = await page.inside(() => Reflect.get(globalThis, "drawings"));
    assert.ok(drawings > 0 && drawings < changes / 10, `${drawings} drawings for ${changes} changes`);
    await page.evaluate(() => Reflect.get(globalThis, "restless").answer());
    const turns = await page.until("it has answered often", () => {
      const { restless } = /** @type {any} */ (globalThis);
      return restless.turns.length > 6 && restless.rest();
    });
    // The first was under way.
    assert.ok(Math.min(...turns.slice(1)) > 0, `turns of the page's between two changes of ours: ${turns}`);
    await markers(page, 1);
    assert.equal((await settled()).findings, 1);
    await assertUnharmed(page);
    await page.close();
  });

  test("a page whose prototypes are all poisoned has Deksel work as ever, and hears nothing of it", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", [TELLING]).replace("</body>", `${POISON}</body>`));
    await markers(page, 1);
    await page.find(".marker").click();
    assert.match(await page.find(".card q").text(), /\+31 6 12345678/);
    const own = await page.inside(() => document.getElementById("own")?.getBoundingClientRect());
    await page.mouse.click(own.x + own.width / 2, own.y + own.height / 2);
    // The page itself has tried one, at the click.
    assert.deepEqual(await page.evaluate(() => Reflect.get(globalThis, "poisoned").used), ["JSON.parse"]);
    assert.equal(await page.evaluate(() => document.getElementById("own")?.textContent), "1");
    assert.equal((await settled()).findings, 1);
    await assertUnharmed(page);
    await page.close();
  });

  test("of thousands of findings the list shows the first, and marks stand where they are seen", async () => {
    const many = Array.from(
      { length: 1_000 },
      (_, number) => `Call me on +31 6 1234${String(number).padStart(4, "0")}.`,
    );
    const page = await stage.browser.open(FEED, feed("sdui", [many.join(" "), ...many.slice(0, 300)]));
    await markers(page, 301);
    const seen = await settled();
    assert.deepEqual({ posts: seen.posts, findings: seen.findings }, { posts: 301, findings: 1_300 });
    const count = (/** @type {string} */ css) =>
      page.inside(
        (/** @type {ShadowRoot} */ root, /** @type {string} */ css) => root.querySelectorAll(css).length,
        css,
      );
    assert.ok((await count(".mark")) < 200, "marks that nobody can see");
    await page.find(".handle").click();
    await page.find(".panel .entry").text();
    assert.equal(await count(".panel .entry"), 200);
    assert.match(await page.find(".panel").text(), /And 1100 more\.$/);
    await page.find(".panel .entry", 150).read((entry) => entry.scrollIntoView());
    await page.find(".panel .entry", 150).click();
    assert.match(await page.find(".card q").text(), /\+31 6 12340150/);
    await page.find(".card [data-deed=next]").click();
    await page.untilInside("the next finding is shown", (/** @type {ShadowRoot} */ root) =>
      root.querySelector(".card q")?.textContent?.includes("+31 6 12340151"),
    );
    assert.ok((await count("*")) < 2_700, "what is drawn grows with the posts, and not with the findings");
    await page.press("Escape");
    assert.equal(await ownButtonWorks(page), true);
    await assertUnharmed(page);
    await page.close();
  });
});
