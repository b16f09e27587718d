/** A progress bar on standard error; a line every tenth where it is not a terminal. */
export interface Progress {
  step(count?: number): void;
  end(): void;
}

const WIDTH = 28;
const TENTHS = 10;

export function drawProgress(label: string, total: number): Progress {
  const started = performance.now();
  const terminal = process.stderr.isTTY;
  let done = 0;
  let told = 0;
  const draw = () => {
    const share = total === 0 ? 1 : done / total;
    const seconds = Math.round((performance.now() - started) / 1_000);
    if (terminal) {
      const full = Math.round(share * WIDTH);
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
      process.stderr.write(`\r  ${label.padEnd(10)} ${bar} ${done}/${total}  ${seconds} s `);
      return;
    }
    const tenth = Math.floor(share * TENTHS);
    if (tenth === told) return;
    told = tenth;
    process.stderr.write(`  ${label} ${done}/${total} (${seconds} s)\n`);
  };
  if (terminal) draw();
  return {
    step(count = 1) {
      done += count;
      draw();
    },
    end() {
      if (terminal) process.stderr.write('\n');
    },
  };
}
