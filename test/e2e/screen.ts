// A terminal without a window: what a person would see of what was written.
import xterm from '@xterm/headless';

export interface Screen {
  readonly columns: number;
  write(text: string): Promise<void>;
  resize(columns: number): void;
  /** Rows as they read, without the empty ones at the end; what was scrolled away is part of it. A wrapped line is one row. */
  lines(): string[];
}

export function openScreen(columns: number, rows = 24): Screen {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  return {
    get columns() {
      return terminal.cols;
    },
    write: (text) => new Promise((done) => terminal.write(text, done)),
    resize: (wanted) => terminal.resize(wanted, rows),
    lines: () => {
      const { active } = terminal.buffer;
      const lines: string[] = [];
      for (let y = 0; y < active.length; y++) {
        const line = active.getLine(y);
        const text = line?.translateToString(true) ?? '';
        if (line?.isWrapped) lines.push(`${lines.pop() ?? ''}${text}`);
        else lines.push(text);
      }
      while (lines.at(-1)?.trim() === '') lines.pop();
      return lines;
    },
  };
}
