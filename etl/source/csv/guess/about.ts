/** What a file seems to be about, without its path and way of writing, and what a person should look at. */
export interface About {
  file: object;
  notes: string[];
}
