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

function bars(terminal: NodeJS.WritableStream): ProgressView {
  const format = '  {stream} {bar} {value}/{total}';
  const options = { format, stream: terminal, hideCursor: true, clearOnComplete: false, autopadding: true };
  const multi = new cliProgress.MultiBar(options, cliProgress.Presets.shades_grey);
  const shown = new Map<string, cliProgress.SingleBar>();
  return {
    show({ stream, readCount, expectedCount, done }) {
      // A source that does not say how many there are has read all of those it has read.
      const total = done ? readCount : Math.max(expectedCount ?? 0, readCount);
      const bar = shown.get(stream) ?? multi.create(total, 0, { stream: stream.padEnd(28) });
      shown.set(stream, bar);
      bar.setTotal(Math.max(1, total));
      bar.update(done ? Math.max(1, total) : readCount);
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
