// Reports come from tools that ran somebody's tests: their XML is untrusted.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ReportError } from './report-file.ts';

/** What no report of a test tool comes near. */
const DEEPEST = 64;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  parseAttributeValue: false,
  // Entities are the reader's business, see `plainText`: nothing that a document declares is ever expanded.
  processEntities: false,
  maxNestedTags: DEEPEST,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
});

/**
 * The document as nested objects: attributes under `@name`, every element in a list under its name. Throws a ReportError
 * for what is cut off, not well-formed, nested deeper than 64, or declares entities.
 */
export function parseXml(text: string): Readonly<Record<string, unknown>> {
  if (declaresItsOwn(text)) throw new ReportError('it declares its own entities or elements, which no report needs');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new ReportError(`it is not well-formed XML: line ${valid.err.line}: ${valid.err.msg}`);
  try {
    return parser.parse(text) as Record<string, unknown>;
  } catch (cause) {
    throw new ReportError(cause instanceof Error ? cause.message : 'it cannot be parsed', { cause });
  }
}

/** Whether the document type, which stands before the root element, has declarations; Cobertura's only names a file. */
function declaresItsOwn(text: string): boolean {
  for (let at = 0; ; ) {
    while (/\s|\uFEFF/.test(text[at] ?? '')) at += 1;
    if (text.startsWith('<!DOCTYPE', at)) return /^[^>[]*\[/.test(text.slice(at, at + 4_096));
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined;
    const found = end === undefined ? -1 : text.indexOf(end, at);
    if (end === undefined || found < 0) return false;
    at = found + end.length;
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with the five entities of XML and character references resolved, each once; others stay as they are. */
export function plainText(text: string): string {
  return text.replace(/&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (whole, name, decimal, hex) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
