import { z } from 'zod';
import { suggestion } from '#shared/runtime/mistake';
import { boxesOf, type Checklist, type Measure } from './checklist.ts';

/** Every check that Golive's actions report: id -> who reports it and what it asks. `smoke.<step>` stands for many. */
export const catalogueSchema = z.record(z.string(), z.strictObject({ action: z.string(), asks: z.string() }));

export type Catalogue = z.infer<typeof catalogueSchema>;

/** The action that reports a check; undefined when none of Golive's does. */
export function actionOf(catalogue: Catalogue, id: string): string | undefined {
  const pattern = patternOf(catalogue, id);
  return pattern === undefined ? undefined : catalogue[pattern]?.action;
}

/** The entry of the catalogue that an id falls under: itself, or a pattern such as `smoke.<step>`. */
export function patternOf(catalogue: Catalogue, id: string): string | undefined {
  return Object.hasOwn(catalogue, id) ? id : Object.keys(catalogue).find((pattern) => fits(pattern, id));
}

/** Whether `smoke.<step>` stands for `smoke.health`. */
export function fits(pattern: string, id: string): boolean {
  const [head = '', tail] = pattern.split(/<[^>]*>/);
  if (tail === undefined) return pattern === id;
  return id.length > head.length + tail.length && id.startsWith(head) && id.endsWith(tail);
}

/**
 * A checklist whose measured boxes name the action of each check, so that no other's evidence closes them. A check
 * with a prefix of Golive's that no action reports is a mistake; one with another prefix is the repository's own.
 */
export function withActions(
  checklist: Checklist,
  catalogue: Catalogue,
): { readonly checklist: Checklist; readonly mistakes: readonly { readonly box: number; readonly message: string }[] } {
  const prefixes = new Set(Object.keys(catalogue).map(prefixOf));
  const problem = ({ check, of }: Measure): string | undefined => {
    const action = actionOf(catalogue, check);
    if (action !== undefined && of !== undefined && of !== action)
      return `${check} is reported by ${action}, not by ${of}`;
    if (action !== undefined || !prefixes.has(prefixOf(check))) return undefined;
    return `no action reports ${check}${suggestion(check, Object.keys(catalogue))}`;
  };
  const mistakes = boxesOf(checklist).flatMap((box) =>
    'measured' in box
      ? box.measured.flatMap((one) => {
          const message = problem(one);
          return message === undefined ? [] : [{ box: box.box, message }];
        })
      : [],
  );
  const steps = checklist.steps.map((step) => ({
    ...step,
    boxes: step.boxes.map((box) =>
      'measured' in box
        ? {
            ...box,
            measured: box.measured.map((one) => {
              const action = actionOf(catalogue, one.check);
              return action === undefined ? one : { ...one, of: action };
            }),
          }
        : box,
    ),
  }));
  return { checklist: { ...checklist, steps }, mistakes };
}

const prefixOf = (id: string) => id.slice(0, id.indexOf('.'));
