/** Now. The only place where the server asks what time it is, so that tests can say. */
export class Clock {
  constructor(private readonly read: () => Date = () => new Date()) {}

  now(): Date {
    return this.read();
  }
}
