// How a function of a test travels into a page.

/**
 * The source of a function that calls the given one and answers with JSON, so that both browsers hand back plain data alike.
 * @param {Function | string} fn self-contained, or its source: it sees its arguments and the page, nothing of the test
 * @returns {string}
 */
export function callOf(fn) {
  return `async (...args) => JSON.stringify((await (${fn})(...args)) ?? null)`;
}
