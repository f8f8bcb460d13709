// @ts-check

/** Bytes of the key under which what is ignored is named. */
const KEY_LENGTH = 32;

// The key is made once, by chance, and never leaves this browser.
chrome.runtime.onInstalled.addListener(async () => {
  const { key } = await chrome.storage.local.get("key");
  if (key !== undefined) return;
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_LENGTH));
  const base64 = btoa(String.fromCharCode(...bytes));
  await chrome.storage.local.set({ key: base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "") });
});

// The badge shows how many findings the tab has. The counts come from the content script, which tells none where the
// member wants no badge.
chrome.runtime.onMessage.addListener((message, sender) => {
  const tabId = sender.tab?.id;
  if (tabId === undefined || typeof message?.findings !== "number") return;
  chrome.action.setBadgeText({ tabId, text: message.findings > 0 ? String(message.findings) : "" });
});
chrome.action.setBadgeBackgroundColor({ color: "#0b5c6b" });

// Shortcuts belong to the browser, where the member can change them; the tab in front does what they ask for.
chrome.commands.onCommand.addListener((command, tab) => {
  // A tab without Deksel has nobody to answer.
  if (tab?.id !== undefined) chrome.tabs.sendMessage(tab.id, { command }).catch(() => {});
});
