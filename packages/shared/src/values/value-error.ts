/** A text that is not the value it should be; the message says what was expected. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
}
