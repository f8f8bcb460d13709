// The smallest feed in each front end's structure, for stories about texts.

/**
 * @typedef {object} Somebody
 * @property {string} name
 * @property {string} slug
 * @property {string} headline
 */

/**
 * The member at the browser, whose posts these are unless somebody else is named.
 * @type {Somebody}
 */
export const ADA = { name: "Ada Example", slug: "ada-example", headline: "Welder at Smederij Vonk" };

/** @type {Record<string, (text: string, number: number, by: Somebody) => string>} */
const CARDS = {
  sdui: (text, number, { name, slug, headline }) => `
    <div role="listitem" componentkey="expandedTEST${number}">
      <a href="https://www.linkedin.com/in/${slug}/"><div aria-label="${name} Profile"><p>${name}</p></div></a>
      <p>${headline}</p>
      <p>3h • <svg id="globe-americas-small" role="img" aria-label="Visibility: Global"></svg></p>
      <button type="button" aria-label="Open control menu for post by ${name}"><svg id="overflow-web-ios-small"></svg></button>
      <p><span data-testid="expandable-text-box">${text}</span></p>
      <div componentkey="${keyOf(number)}-replaceableCommentToolsTEST"></div>
    </div>`,
  ember: (text, number, { name, slug, headline }) => `
    <div class="feed-shared-update-v2" role="article" data-urn="urn:li:activity:745500000000000${1000 + number}">
      <a class="update-components-actor__meta-link" href="https://www.linkedin.com/in/${slug}">
        <span class="update-components-actor__title"><span aria-hidden="true">${name}</span></span></a>
      <span class="update-components-actor__description">${headline}</span>
      <span class="update-components-actor__sub-description">3h • <li-icon type="globe-americas"></li-icon></span>
      <div class="update-components-update-v2__commentary"><span>${text}</span></div>
    </div>`,
};

/** @type {Record<string, (cards: string, member: Somebody | null) => string>} */
const PAGES = {
  sdui: (
    cards,
    member,
  ) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="como-t" content='{"locale":"en_US"}'></head>
    <body><div id="root" data-strictmode="false"><main id="workspace">
      ${member ? `<aside><a href="https://www.linkedin.com/in/${member.slug}/"><p>${member.name}</p></a></aside>` : ""}
      <div role="list" data-testid="mainFeed">${cards}</div></main></div>${OWN_BUTTON}</body></html>`,
  ember: (
    cards,
    member,
  ) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="service" content="voyager-web"><meta name="i18nLocale" content="en_US"></head>
    <body class="ember-application">${member ? `<div class="feed-identity-module"><a href="/in/${member.slug}/">${member.name}</a></div>` : ""}
      <main>${cards}</main>${OWN_BUTTON}</body></html>`,
};

// Something of the page's own that must go on working; not in the corner where the handle of the list floats.
const OWN_BUTTON = `<style>#own { margin-inline-start: 50% }</style><button id="own" type="button">0</button>
  <script>own.addEventListener("click", () => { own.textContent = Number(own.textContent) + 1; });</script>`;

/** Where a feed is. */
export const FEED = "https://www.linkedin.com/feed/";

/**
 * An invented activity's id as the server-driven front end writes it: a varint of twice the id, in a message, in base64.
 * @param {number} number
 * @returns {string}
 */
function keyOf(number) {
  const varint = [];
  let rest = (7_455_000_000_000_001_000n + BigInt(number)) << 1n;
  for (; rest > 127n; rest >>= 7n) varint.push(Number(rest & 127n) | 128);
  varint.push(Number(rest));
  return Buffer.from([0x0a, varint.length + 1, 0x08, ...varint]).toString("base64url");
}

/**
 * @param {"sdui" | "ember"} frontEnd
 * @param {(string | {text: string, by: Somebody})[]} posts as HTML; the member's own unless they are by somebody else
 * @param {Somebody | null} [member] who is looking; null for a page that does not tell
 * @returns {string}
 */
export function feed(frontEnd, posts, member = ADA) {
  const cards = posts.map((post, number) => {
    const { text, by } = typeof post === "string" ? { text: post, by: ADA } : post;
    return CARDS[frontEnd]?.(text, number, by);
  });
  return PAGES[frontEnd]?.(cards.join(""), member) ?? "";
}

/**
 * Whether the page's own button still does what it is for, by the real mouse.
 * @param {import("../../tools/browser/page.mjs").Page} page
 * @returns {Promise<boolean>}
 */
export async function ownButtonWorks(page) {
  const read = () => page.evaluate(() => Number(document.getElementById("own")?.textContent));
  const before = await read();
  const { x, y, width, height } = await page.evaluate(() => {
    document.getElementById("own")?.scrollIntoView({ block: "center" });
    return document.getElementById("own")?.getBoundingClientRect();
  });
  await page.mouse.click(x + width / 2, y + height / 2);
  return (await read()) === before + 1;
}
