// What LinkedIn does every week, done at once: names in a page's markup replaced by random ones.

/** Attributes that carry a name, by how deep a redesign goes. */
const NAMED = {
  classes: /^class$/,
  "all names": /^(class|id|componentkey|data-[\w-]+)$/,
};

/** @typedef {keyof typeof NAMED} Depth */

/** @type {Depth[]} */
export const DEPTHS = ["classes", "all names"];

/**
 * A page with its names replaced. `data-` attributes get new names too.
 * @param {string} html
 * @param {Depth} depth
 * @param {() => string} word a new random word at each call
 */
export function redesigned(html, depth, word) {
  return html.replace(/<[a-z][\w-]*(?:\s+[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*\s*\/?>/gi, (tag) =>
    tag.replace(/(\s)([^\s=>"']+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?/g, (attribute, space, name) => {
      if (!NAMED[depth].test(name.toLowerCase())) return attribute;
      return `${space}${name.startsWith("data-") ? `data-${word()}` : name}="${word()}"`;
    }),
  );
}

/**
 * Words that look hashed, the same ones for the same seed.
 * @param {number} seed
 */
export function hashedWords(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return `_${state.toString(16).padStart(8, "0")}`;
  };
}
