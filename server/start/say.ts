/** One line for the person who started Baton. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
