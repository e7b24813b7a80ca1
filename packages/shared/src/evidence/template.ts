/** Text of one markup language, whose every hole was escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What may stand in a hole: text is escaped, markup of the same language is kept, a list is joined, nothing is nothing. */
export type Hole<Made extends Markup> =
  | string
  | number
  | boolean
  | bigint
  | null
  | undefined
  | Made
  | readonly Hole<Made>[];

/** The tagged template of a language, and what it puts into one hole. */
export function templateOf<Made extends Markup>(
  Language: new (text: string) => Made,
  escapeText: (text: string) => string,
) {
  const fill = (hole: Hole<Made>): string => {
    if (hole === null || hole === undefined) return '';
    if (hole instanceof Language) return hole.text;
    if (Array.isArray(hole)) return hole.map(fill).join('');
    return escapeText(String(hole));
  };
  const tag = (strings: TemplateStringsArray, ...holes: readonly Hole<Made>[]): Made =>
    new Language(strings.map((text, index) => text + (index < holes.length ? fill(holes[index]) : '')).join(''));
  return { tag, fill };
}
