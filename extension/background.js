// @ts-check

/** Bytes of the key under which what is ignored is named. */
const KEY_LENGTH = 32;

/** The extension's own pages that a tab of LinkedIn's may ask for, and what may stand behind their `#`. */
const PAGES_ASKED_FOR = /^(rights|dossier)\.html(#[\w:,&=-]*)?$/;

/** Days from which there is something to remind of, as `2026-11-21`. What they follow from is computed where it changes. */
const REMINDERS = ["remind_of_setting", "remind_of_answer"];

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") chrome.tabs.create({ url: "welcome.html" });
});

// The key is made once, by chance, and never leaves this browser. Where it could not be kept, the next start makes one.
async function makeKey() {
  const { key } = await chrome.storage.local.get("key");
  if (key !== undefined) return;
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_LENGTH));
  const base64 = btoa(String.fromCharCode(...bytes));
  await chrome.storage.local.set({ key: base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "") });
}
makeKey();

// What an employer set by a policy of the browser's is copied beside what the member chose, where every tab reads it at once: looking up
// the policy itself takes Chromium seconds after its start. It is read and never answered: there is nowhere to answer to.
async function takePolicy() {
  // Firefox refuses where there is no policy.
  const policy = await chrome.storage.managed.get(null).catch(() => ({}));
  const kept = await chrome.storage.local.get({ policy: {} });
  if (JSON.stringify(policy) !== JSON.stringify(kept.policy)) await chrome.storage.local.set({ policy });
}
chrome.storage.onChanged.addListener((_, area) => {
  if (area === "managed") takePolicy();
});
takePolicy();

chrome.runtime.onMessage.addListener((message, { tab }) => {
  // The badge shows how many findings the tab has. The counts come from the content script, which tells none where the
  // member wants no badge.
  if (tab?.id !== undefined && typeof message?.findings === "number") {
    const text = message.findings > 0 ? String(message.findings) : null;
    chrome.action.setBadgeText({ tabId: tab.id, text: /** @type {string} */ (text) });
  }
  // A content script cannot open these by itself without the page's knowledge.
  if (PAGES_ASKED_FOR.test(message?.open)) {
    chrome.tabs.create({ url: message.open, ...(tab && !tab.incognito ? { index: tab.index + 1 } : {}) });
  }
});
chrome.action.setBadgeBackgroundColor({ color: "#0b5c6b" });

// Where no tab shows a number, the badge tells of a reminder: when the browser starts, and whenever one comes or goes.
async function remind() {
  const now = new Date();
  const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const days = Object.values(await chrome.storage.local.get(REMINDERS));
  chrome.action.setBadgeText({ text: days.some((day) => typeof day === "string" && day <= today) ? "!" : "" });
}
chrome.runtime.onStartup.addListener(remind);
chrome.storage.onChanged.addListener((changes) => {
  if (REMINDERS.some((name) => name in changes)) remind();
});
remind();

// Shortcuts belong to the browser, where the member can change them; the tab in front does what they ask for.
chrome.commands.onCommand.addListener((command, tab) => {
  // A tab without Deksel has nobody to answer.
  if (tab?.id !== undefined) chrome.tabs.sendMessage(tab.id, { command }).catch(() => {});
});
