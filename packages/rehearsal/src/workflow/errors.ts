/** The workflow file is not valid; the messages are GitHub's parser's own. */
export class WorkflowInvalid extends Error {
  readonly mistakes: readonly string[];
  constructor(file: string, mistakes: readonly string[]) {
    super(`${file} is not a valid workflow:\n  ${mistakes.join('\n  ')}`);
    this.mistakes = mistakes;
  }
}

/** The workflow asks for something that the rehearsal does not do; each place is named. */
export class NotSupported extends Error {
  readonly places: readonly string[];
  constructor(places: readonly string[]) {
    super(`the rehearsal does not know how to run this, so it did not start:\n  ${places.join('\n  ')}`);
    this.places = places;
  }
}
