// Lets tests and benchmarks reach every core that boot.js starts. The packer puts it in front of boot.js in probe builds.

/** @type {{ core: Core, lifeline: Lifeline }[]} */
const lives = [];
globalThis.dekselLives = lives;

const make = instantiate;
// biome-ignore lint/suspicious/noFunctionAssign: boot.js calls it by this name.
instantiate = (guard) => {
  const core = make(guard);
  const { start } = core;
  core.start = (lifeline) => {
    lives.push({ core, lifeline });
    start(lifeline);
  };
  return core;
};
