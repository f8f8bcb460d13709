// What a probe build offers beside what ships (src/probe.rs, reach.js).

interface Found {
  kind: string;
  /** In UTF-16 code units, as `end`. */
  start: number;
  end: number;
  severity: string;
  confidence: number;
  rule: string;
}

interface ProbeCore extends Core {
  scan_text(text: string): Found[];
  hold(texts: string[]): void;
  scan_held(): number;
  sum_held(): number;
  echo(text: string): string;
  wide_numbers(): bigint[];
  refuse(): void;
  listener(): (fault: string) => void;
  call(listener: () => void): void;
  grow(mib: number): number;
  provoke(fault: string): void;
}

/** A core that boot.js started, and what it was told of its life. */
interface Life {
  core: ProbeCore;
  lifeline: Lifeline;
}

/** Every core that boot.js started in this scope. */
declare var dekselLives: Life[];
