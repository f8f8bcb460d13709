// Markup made to mislead or to wear out: bounded work, no fault, nobody else's words taken for the member's own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { items, whenRead } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
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

  test("a text that changes all the time while it is read", async () => {
    const restless = `<script>
      const text = document.querySelector("[data-testid=expandable-text-box]");
      let turn = 0;
      const change = () => { text.textContent = "Turn " + turn++ + ". ${TELLING}"; if (turn < 600) requestAnimationFrame(change); };
      change();
    </script>`;
    const page = await stage.browser.open(FEED, feed("sdui", [TELLING]).replace("</body>", `${restless}</body>`));
    await markers(page, 1);
    assert.equal((await settled()).findings, 1);
    await assertUnharmed(page);
    await page.close();
  });
});
