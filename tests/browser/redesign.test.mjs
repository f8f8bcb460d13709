// LinkedIn renames its markup every week. With all names gone, reading goes on by shape; what it cannot know, it leaves.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DEPTHS, hashedWords, redesigned } from "../../tools/browser/redesign.mjs";
import { readSaved } from "../../tools/browser/saved-page.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { expected, told } from "./fixtures.mjs";

/** @import { Item } from "./fixtures.mjs" */

const PAGES = expected().filter(({ want }) => want.items.some(isPublished));

/** @param {Item} item */
function isPublished({ kind }) {
  return kind === "post" || kind === "comment";
}

/**
 * The item that was read with the same words and author, taken out of what was read.
 * @param {Item[]} read
 * @param {Item} want
 */
function take(read, want) {
  const place = read.findIndex(({ text, author }) => text === want.text && author.slug === want.author.slug);
  return place < 0 ? undefined : read.splice(place, 1)[0];
}

inEveryBrowser("dist", (stage) => {
  /**
   * @param {import("../../tools/browser/redesign.mjs").Depth} depth
   */
  async function readRedesigned(depth) {
    const figures = { wanted: 0, right: 0, invented: 0, sameId: 0, sameAudience: 0 };
    for (const { name, html, want } of PAGES) {
      const changed = redesigned(html, depth, hashedWords(name.length));
      const read = (await readSaved(stage.browser, changed, { url: want.url })).items.map(told).filter(isPublished);
      for (const item of want.items.filter(isPublished)) {
        figures.wanted += 1;
        const same = take(read, item);
        if (!same) continue;
        figures.right += 1;
        assert.ok(same.id === item.id || same.id === null, `${name}: another id, ${same.id}`);
        assert.ok([item.audience, "unknown"].includes(same.audience), `${name}: another audience, ${same.audience}`);
        assert.ok(same.own !== true || item.own === true, `${name}: own without proof`);
        figures.sameId += Number(same.id === item.id);
        figures.sameAudience += Number(same.audience === item.audience);
      }
      // An advertisement with an id and one without look alike once no ids are left.
      figures.invented += read.filter(({ promoted }) => !promoted).length;
    }
    return figures;
  }

  test(`with other ${DEPTHS[0]}, every post is read as before`, async (context) => {
    const { wanted, right, invented, sameId, sameAudience } = await readRedesigned("classes");
    context.diagnostic(`${right} of ${wanted} read, ${sameId} with id, ${sameAudience} with audience`);
    assert.ok(wanted >= 60);
    assert.deepEqual(
      { right, invented, sameId, sameAudience },
      { right: wanted, invented: 0, sameId: wanted, sameAudience: wanted },
    );
  });

  test(`with other ${DEPTHS[1]}, 95 of 100 posts are read, and none is invented`, async (context) => {
    const { wanted, right, invented, sameId, sameAudience } = await readRedesigned("all names");
    context.diagnostic(`${right} of ${wanted} read, ${sameId} with id, ${sameAudience} with audience`);
    assert.ok(right >= 0.95 * wanted, `${right} of ${wanted}`);
    assert.equal(invented, 0);
  });
});
