// Lets tests and benches reach every core that boot.js starts. The packer puts it in front of boot.js in probe builds.

globalThis.dekselLives ??= [];

const make = instantiate;
instantiate = (module, guard) => {
  const core = /** @type {ProbeCore} */ (make(module, guard));
  const { start } = core;
  core.start = (lifeline) => {
    globalThis.dekselLives.push({ core, lifeline });
    start(lifeline);
  };
  return core;
};
