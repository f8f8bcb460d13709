// Starts the core, and keeps its faults away from the page.
//
// A panic, an endless recursion or memory that cannot grow comes out of the instance as an error. That instance is dead:
// nothing was unwound, so its borrows and its stack are in any state. Every way into an instance is wrapped here, so
// that a dead one is never entered again. What it had on the page is taken away, and one fresh instance takes its place,
// which passes over the item that the first one died of. When that one dies too, Deksel stops in this tab.
//
// When the extension is updated or removed while the tab is open, this script stays behind as an orphan. It notices at the
// next thing it is called for, or when the member comes back to the tab, and takes itself away. (Firefox ends it without a
// word: what it drew lapses, because nobody renews it.) A second copy in the same tab takes the first one's place.
//
// The packer joins this file with the module in one scope, for content scripts and for the extension's own pages.

const BEGUN = performance.now();

const FAULTS_ALLOWED = 1;

let faults = 0;

/** Hashes of the items that an instance died of. @type {Set<number>} */
const fatal = new Set();

/** Does what a shortcut asks for. @type {(name: string) => void} */
let command = () => {};

/** What the core says and does for a message, by question; nothing when none runs. @type {Answers} */
let answers = {};

/** Ends the life of the core that runs. */
let end = () => {};

/** This copy is done for good: its extension is gone, or another copy has come. */
let isOver = false;

function leave() {
  isOver = true;
  answers = {};
  end();
}

/** Of an extension that is no longer there, only its scripts are left, without a name. */
const isOrphan = () => !chrome.runtime?.id;

// A variable of this script's own world, which no page can see.
globalThis.leaveTab?.();
globalThis.leaveTab = leave;

/** @param {Module} module */
function begin(module) {
  const life = new AbortController();
  let dead = false;
  let depth = 0;
  end = () => {
    dead = true;
    life.abort();
  };
  /** Hash of the item being scanned. @type {number | undefined} */
  let item;

  /** @type {Guard} */
  const guard = (exports) =>
    Object.fromEntries(
      Object.entries(exports).map(([name, item]) => [
        name,
        typeof item === "function" ? enter(/** @type {Way} */ (item)) : item,
      ]),
    );

  /** Errors that the core hands over on purpose come out later, out of the glue: what is caught here is a fault. */
  const enter =
    (/** @type {Way} */ way) =>
    (/** @type {unknown[]} */ ...given) => {
      if (depth === 0 && isOrphan()) leave();
      if (dead) {
        // Called for a frame of the dead instance that is still running (an event of ours inside a call of ours).
        if (depth > 0) throw new Error("This instance is dead.");
        return undefined;
      }
      depth += 1;
      try {
        return way(...given);
      } catch (fault) {
        dead = true;
        if (depth > 1) throw fault;
        return undefined;
      } finally {
        depth -= 1;
        if (depth === 0) {
          if (dead) bury();
          item = undefined;
        }
      }
    };

  function bury() {
    dead = true;
    faults += 1;
    if (item !== undefined) fatal.add(item);
    answers = {};
    command = () => {};
    life.abort();
    // A fresh one comes when the engine's own stack is free of the dead instance.
    if (faults <= FAULTS_ALLOWED && !isOver) launch();
  }

  /** Calls an export; after a fault the glue reads its answer from a dead instance's memory, so that is no answer. */
  const ask = (/** @type {() => unknown} */ way) => {
    try {
      const answer = way();
      return dead ? null : answer;
    } catch (refusal) {
      if (!dead) console.error(refusal);
      return null;
    }
  };

  try {
    const core = instantiate(module, guard);
    answers = {
      report: () => ask(core.report),
      items: () => ask(core.items),
      letter: () => ask(core.letter ?? (() => null)),
      typed: () => ask(core.typed),
      act: ({ act }) => ask(() => core.act(act)),
      go: ({ item, finding }) => ask(() => core.go_to(Number(item), Number(finding))),
      pause: ({ pauses }) => ask(() => core.pause(pauses === true)),
    };
    command = (name) => void ask(() => core.command(name));
    const { signal } = life;
    ask(() =>
      core.start({ begun: BEGUN, signal, scanning: (hash) => (item = hash), skips: (hash) => fatal.has(hash) }),
    );
  } catch {
    bury();
  }
}

chrome.runtime.onMessage.addListener((message, _sender, respond) => {
  if (isOver) return;
  if (typeof message?.command === "string") command(message.command);
  if (message?.ask === "letter") {
    // Of all pages of the extension's, the one that has a letter answers.
    const letter = answers.letter?.(message);
    if (letter) respond(letter);
    return;
  }
  if (!["report", "items", "act", "go", "pause", "typed"].includes(message?.ask)) return;
  const page = answers[/** @type {Question} */ (message.ask)]?.(message) ?? null;
  respond({ health: { faults, stopped: faults > FAULTS_ALLOWED }, page });
});

for (const event of ["visibilitychange", "focus"]) {
  globalThis.addEventListener?.(event, () => !isOver && isOrphan() && leave(), { capture: true, passive: true });
}

/** Begins when the module is unpacked. One that cannot be unpacked never begins. */
function launch() {
  load().then(
    (module) => isOver || begin(module),
    () => {
      faults = FAULTS_ALLOWED + 1;
    },
  );
}

launch();
