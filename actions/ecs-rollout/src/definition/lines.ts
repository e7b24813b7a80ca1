import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import type { KeyPath } from '#shared/runtime/mistake';

/** The line of a value in a file, of its key when `ofKey`, or of the nearest thing around it; from 1. */
export type LineOf = (path: KeyPath, ofKey?: boolean) => number;

/** @param root where the definition begins in the document, such as `['taskDefinition']` */
export function linesOf(document: Document, counter: LineCounter, root: KeyPath): LineOf {
  return (path, ofKey = false) => counter.linePos(offsetOf(document, [...root, ...path], ofKey)).line;
}

function offsetOf(document: Document, path: KeyPath, ofKey: boolean): number {
  let node = resolved(document.contents, document);
  let offset = node?.range?.[0] ?? 0;
  for (const [depth, key] of path.entries()) {
    const found = childOf(node, key);
    if (!found) break;
    const next = resolved(found.value, document);
    const isLast = depth === path.length - 1;
    if (found.key) offset = found.key.range?.[0] ?? offset;
    // What is under a key may begin lines below it, but people look for the key.
    if (!(ofKey && isLast) && (isScalar(next) || !found.key)) offset = next?.range?.[0] ?? offset;
    node = next;
  }
  return offset;
}

/** In a list, a name finds the item that has it: a container, a variable, a secret, a volume, a tag. */
function childOf(node: Node | undefined, key: string | number): { key?: Node; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(key));
    return pair && { ...(isNode(pair.key) ? { key: pair.key } : {}), value: pair.value };
  }
  if (!isSeq(node)) return undefined;
  const value =
    typeof key === 'number'
      ? node.items[key]
      : node.items.find((item) => isMap(item) && (item.get('name') === key || item.get('key') === key));
  return value === undefined ? undefined : { value };
}

function resolved(node: unknown, document: Document): Node | undefined {
  if (isAlias(node)) return node.resolve(document);
  return isNode(node) ? node : undefined;
}
