import cliProgress from 'cli-progress';
import type { Progress } from '../../etl/sync/run.js';

/** What a terminal offers; process.stdout fits. */
export interface Terminal {
  isTTY?: boolean;
  write(text: string): boolean;
}

/** Shows how a run goes: a bar per stream on a terminal, elsewhere a line when a stream is done. */
export interface ProgressView {
  show(progress: Progress): void;
  end(): void;
}

export function progressView(terminal: Terminal & NodeJS.WritableStream): ProgressView {
  return terminal.isTTY ? bars(terminal) : lines(terminal);
}

const KNOWN = '  {stream} {bar} {value}/{total}';
/** A source that does not say how many there are gets no bar: a full one would be a claim. */
const UNKNOWN = '  {stream} {value} read';

function bars(terminal: NodeJS.WritableStream): ProgressView {
  const options = { stream: terminal, hideCursor: true, clearOnComplete: false, autopadding: true };
  const multi = new cliProgress.MultiBar(options, cliProgress.Presets.shades_grey);
  const shown = new Map<string, cliProgress.SingleBar>();
  return {
    show({ stream, readCount, expectedCount, done }) {
      const format = expectedCount === null ? UNKNOWN : KNOWN;
      const bar = shown.get(stream) ?? multi.create(1, 0, { stream: stream.padEnd(24) }, { format });
      shown.set(stream, bar);
      bar.setTotal(Math.max(1, done ? readCount : (expectedCount ?? 0), readCount));
      bar.update(readCount);
    },
    end: () => multi.stop(),
  };
}

function lines(terminal: Terminal): ProgressView {
  const said = new Set<string>();
  return {
    show({ stream, readCount, writtenCount, rejectedCount, done }) {
      if (!done || said.has(stream)) return;
      said.add(stream);
      const rejected = rejectedCount > 0 ? `, ${rejectedCount} not as documented` : '';
      terminal.write(`  ${stream}: ${readCount} read, ${writtenCount} new or changed${rejected}\n`);
    },
    end: () => {},
  };
}
