// What the packer puts into the same scope as boot.js.

/** The raw exports of an instance: functions, its memory and a few numbers. */
type Exports = Record<string, unknown>;

type Way = (...given: unknown[]) => unknown;

/** Wraps every function among them. */
type Guard = (exports: Exports) => Exports;

/** What the core gets to know of its own life. */
interface Lifeline {
  /** When this script began, in milliseconds of the page's clock. */
  begun: number;
  /** Aborted when the instance is dead: ends its listeners, takes away what it has on the page. */
  signal: AbortSignal;
  /** Notes which item is about to be scanned. */
  scanning(hash: number): void;
  /** Whether an earlier instance in this tab died of that item. */
  skips(hash: number): boolean;
}

interface Core {
  start(lifeline: Lifeline): void;
  /** What the popup shows of this tab. */
  report(): unknown;
  /** The items on the page with what was found in them. */
  items(): unknown;
  /** The letter that this page of the extension's holds; only the core of those pages has it. */
  letter?(): unknown;
  /** What is found in the text that the member is typing; nothing where no text box has the keyboard. */
  typed(): unknown;
  /** Carries out what the member does about a finding. */
  act(act: unknown): void;
  /** Scrolls to a finding. */
  go_to(item: number, finding: number): void;
  /** Pauses on this page, or goes on. */
  pause(pauses: boolean): void;
  /** Does what a shortcut of the browser's asks for, by its name in the manifest. */
  command(name: string): void;
}

/** What may be asked of the core in a tab. */
type Question = "report" | "items" | "letter" | "act" | "go" | "pause" | "typed";

/** What is said and done for a message that asks. */
type Answers = Partial<Record<Question, (message: Record<string, unknown>) => unknown>>;

/** Sends away the copy that runs in this tab. */
declare var leaveTab: (() => void) | undefined;

/** Deksel's element, and what the core does when the member presses it, or a key in it. */
interface Heard {
  host?: Element;
  click?: (event: Event) => void;
  keydown?: (event: Event) => void;
}

/** What `hush.js` and the core know of each other. */
declare var heard: Heard;

/** The core, as wasm or as what stands in for it. */
type Module = object;

/** Unpacks the core that the script carries. */
declare const load: () => Promise<Module>;

/** Makes a new instance, with glue of its own. */
declare let instantiate: (module: Module, guard: Guard) => Core;

/** What a worker has and a page has not: runs a script in the worker's own scope. */
declare function importScripts(path: string): void;
