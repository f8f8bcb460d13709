// @ts-check

// The badge shows how many findings the tab has. The counts come from the content script; nothing is kept here.
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
