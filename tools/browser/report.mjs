// What the content script of the tab in front has to say, asked as the popup asks it.

/**
 * @param {import("./launch.mjs").Browser} browser
 * @returns {Promise<{health: {faults: number, stopped: boolean}, page: any}>}
 */
export async function report(browser) {
  const popup = await browser.openOwn("popup.html", { background: true });
  try {
    return await popup.evaluate(async () => {
      const { tabs } = Reflect.get(globalThis, "chrome");
      const [front] = await tabs.query({ active: true, currentWindow: true });
      return tabs.sendMessage(front.id, { ask: "report" });
    });
  } finally {
    await popup.close();
  }
}
