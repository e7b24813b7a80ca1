// On which line of a workflow file a key stands, by its dotted path: `jobs.build.steps[0].uses`.
import type { MappingToken, SequenceToken, TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { MAPPING, SEQUENCE } from './value.ts';

export function linesOf(root: TemplateToken): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const visit = (token: TemplateToken, path: string): void => {
    if (token.line !== undefined && !lines.has(path)) lines.set(path, token.line);
    if (token.templateTokenType === SEQUENCE) {
      const sequence = token as SequenceToken;
      for (let at = 0; at < sequence.count; at++) visit(sequence.get(at), `${path}[${at}]`);
    }
    if (token.templateTokenType !== MAPPING) return;
    for (const { key, value } of token as MappingToken) {
      const below = path === '' ? key.toString() : `${path}.${key.toString()}`;
      if (key.line !== undefined) lines.set(below, key.line);
      visit(value, below);
    }
  };
  visit(root, '');
  return lines;
}
