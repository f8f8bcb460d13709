// The archive page as tests, benches and pictures use it: an invented history, and the way to choose it.

import { strToU8, zipSync } from "fflate";

/** @import { Browser } from "./launch.mjs" */
/** @import { Page } from "./page.mjs" */

const SHARES = `Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility
${[
  [
    "2026-02-03 09:00:00",
    "Van harte welkom Bakkerij Van Elk, onze nieuwe klant! Vanaf mei bakken wij hun website.",
    "MEMBER_NETWORK",
  ],
  [
    "2025-11-20 09:00:00",
    "Helaas nemen we afscheid van tien collega's: er komt een reorganisatie bij Smederij Vonk.",
    "MEMBER_NETWORK",
  ],
  [
    "2025-06-12 09:00:00",
    "We are hiring: a welder for our workshop in Zwolle. Mail jobs@smederij.example!",
    "MEMBER_NETWORK",
  ],
  ["2025-03-01 09:00:00", "Een wandeling langs de zee. Meer niet.", "MEMBER_NETWORK"],
  [
    "2024-09-09 09:00:00",
    "Trots: samen met Nour Smid en Bakkerij Van Elk starten wij een samenwerking.",
    "MEMBER_NETWORK",
  ],
  ["2024-04-02 09:00:00", "Betaal de borg op NL91 ABNA 0417 1643 00, of bel +31 6 12345678.", "CONNECTIONS"],
  ["2023-10-10 09:00:00", "Wij hebben een nieuwe klant: Hekwerk Oost. Een contract voor drie jaar.", "MEMBER_NETWORK"],
  ["2022-05-05 09:00:00", "Na mijn burn-out ben ik weer drie dagen aan het werk.", "MEMBER_NETWORK"],
  ["2019-01-15 09:00:00", "Vragen? Mail jobs@smederij.example of bel +31 6 12345678.", "MEMBER_NETWORK"],
]
  .map(
    ([date, text, audience], number) =>
      `${date},https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A745600000000000000${number},"${text}",,,${audience}\n`,
  )
  .join("")}`;

const COMMENTS = `Date,Link,Message
2025-08-01 10:00:00,https://www.linkedin.com/feed/update/urn:li:activity:7456000000000000100,"Bel me even: +31 6 12345678"
2021-08-01 10:00:00,https://www.linkedin.com/feed/update/urn:li:activity:7456000000000000101,"Wat een \\"mooie\\" poort"
`;

/** @param {string} header @param {number} count */
const counted = (header, count) =>
  `${header}\n${Array.from({ length: count }, (_, number) => `${2021 + (number % 5)}-0${1 + (number % 9)}-01 10:00:00,LIKE,https://www.linkedin.com/x\n`).join("")}`;

/** The files of an export, by name. @type {Record<string, string>} */
export const FILES = {
  "Shares.csv": SHARES,
  "Comments.csv": COMMENTS,
  "Reactions.csv": counted("Date,Type,Link", 40),
  "Votes.csv": counted("Date,OptionText,Link", 9),
  "Profile.csv": "First Name,Last Name,Headline,Summary\nAda,Voorbeeld,Smid,Ik maak hekken\n",
  "messages.csv": "FROM,TO,CONTENT\nAda,Bo,Geheim@smederij.example\n",
  "Connections.csv": "Notes:\n\nFirst Name,Last Name\nBo,Smid\n",
  "Ad_Targeting.csv": "Interests\nSmeden\n",
};

/**
 * Files in a ZIP, as LinkedIn hands an export out.
 * @param {Record<string, string>} files texts by name
 */
export const zip = (files) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

export const EXPORT = { name: "Complete_LinkedInDataExport_01-02-2026.zip", bytes: zip(FILES) };

/**
 * Opens the archive page, whose worker is ready.
 * @param {Browser} browser
 * @returns {Promise<Page>}
 */
export async function openArchive(browser) {
  const page = await browser.openOwn("archive.html");
  await page.until("the page asks for files", () => document.querySelector("[data-deed=files]"));
  return page;
}

/**
 * Brings files into the page, to be chosen or dropped later.
 * @param {Page} page
 * @param {{name: string, bytes: Uint8Array}[]} files
 */
export function bring(page, files) {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
  return page.evaluate((/** @type {{name: string, base64: string}[]} */ given) => {
    const files = given.map(({ name, base64 }) => {
      const bytes = /** @type {any} */ (Uint8Array).fromBase64(base64);
      return new File([bytes], name);
    });
    Reflect.set(globalThis, "brought", files);
  }, given);
}

/**
 * Chooses the files that were brought, or drops them.
 * @param {Page} page
 * @param {"choose" | "drop"} [way]
 */
export function give(page, way = "choose") {
  return page.evaluate((/** @type {string} */ way) => {
    const chosen = new DataTransfer();
    for (const file of Reflect.get(globalThis, "brought")) chosen.items.add(file);
    if (way === "drop") {
      document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: chosen }));
      return;
    }
    const field = /** @type {HTMLInputElement} */ (document.querySelector("[data-deed=files]"));
    field.files = chosen.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }, way);
}

/**
 * Chooses files on the archive page, or drops them.
 * @param {Page} page
 * @param {{name: string, bytes: Uint8Array}[]} files
 * @param {"choose" | "drop"} [way]
 */
export async function choose(page, files, way) {
  await bring(page, files);
  await give(page, way);
}

/**
 * Chooses the invented history, and waits until it was read.
 * @param {Page} page
 */
export async function readHistory(page) {
  await choose(page, [EXPORT]);
  await page.until("the list and all of the picture are there", () =>
    ["#list .text", "#course li", "#lists .bars", "#counted .bars", "#report button"].every((part) =>
      document.querySelector(part),
    ),
  );
}
