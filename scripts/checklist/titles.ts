/** Whether a test file still has a test of that name: a title as it stands there, or one that `test.each` fills in. */
export function hasTest(source: string, name: string): boolean {
  return titlesIn(source).some((title) => fitsName(title, name));
}

/** Every text literal of a file: titles stand among them, also those in variables and in lists of cases. */
function titlesIn(source: string): readonly string[] {
  return [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, single, double, template]) => (single ?? double ?? template ?? '').replace(/\\(.)/g, '$1'),
  );
}

// A name is the titles of the describe blocks around the test, and its own at the end.
function fitsName(title: string, name: string): boolean {
  const [words, holes] = [title.split(hole), title.match(hole)];
  if (holes === null) return title.length > 8 && (name === title || name.endsWith(` ${title}`));
  // A title that is nearly all holes would fit every name.
  if (words.join('').replaceAll(/\W/g, '').length < 4) return false;
  return new RegExp(`(^|\\s)${words.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^]*')}$`).test(
    name,
  );
}

// What jest fills in: printf's, `$key` of a case, and `${}` of a template.
const hole = /%[psdifjo#]|\$\{[^}]*\}|\$[a-zA-Z.]+/g;
