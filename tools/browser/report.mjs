// What the content script of the tab in front has to say, asked as the popup asks it.

/**
 * @param {import("./launch.mjs").Browser} browser
 * @returns {Promise<{health: {faults: number, stopped: boolean}, page: any}>}
 */
export async function report(browser) {
  const popup = await browser.openOwn("popup.html", { background: true });
  try {
    return await popup.evaluate(async () => {
      const [front] = await chrome.tabs.query({ active: true, currentWindow: true });
      return chrome.tabs.sendMessage(front?.id ?? chrome.tabs.TAB_ID_NONE, { ask: "report" });
    });
  } finally {
    await popup.close();
  }
}
