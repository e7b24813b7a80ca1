import { isRecord, type LoadedFile } from '#shared/runtime/golive-file';
import type { KeyPath, Mistake } from '#shared/runtime/mistake';
import { amend } from './amend.ts';
import { type Catalogue, withActions } from './catalogue.ts';
import { type Checklist, checklistSchema } from './checklist.ts';
import { type EffectiveChecklist, effective } from './effective.ts';
import { judge, mistakeAt } from './judge.ts';
import { type ChecklistSection, checklistSection } from './section.ts';

/** The checklist in force, made from files that have been read; or every mistake in them. */
export function resolveChecklist(
  base: LoadedFile,
  config: LoadedFile,
  catalogue: Catalogue,
): { readonly checklist?: EffectiveChecklist; readonly mistakes: readonly Mistake[] } {
  const file = base.mistakes.length > 0 ? { mistakes: base.mistakes } : judge(checklistSchema, base.content, base);
  const section = sectionOf(config);
  const whole = 'value' in file ? file.value : undefined;
  if (whole === undefined) return { mistakes: [...file.mistakes, ...section.mistakes] };
  const amended = amend(whole, section.value);
  const bound = withActions(amended.checklist, catalogue);
  const here = (path: KeyPath, message: string) =>
    mistakeAt(config, ['checklist', ...section.asWritten(path)], message);
  const mistakes = [
    ...section.mistakes,
    ...amended.mistakes.map(({ path, message }) => here(path, message)),
    ...bound.mistakes.map(({ box, message }) => {
      const path = pathIn(section.value, box);
      return path ? here(path, message) : mistakeAt(base, pathOf(whole, box), message);
    }),
  ].sort((a, b) => (a.file ?? '').localeCompare(b.file ?? '') || (a.line ?? 0) - (b.line ?? 0));
  return mistakes.length > 0
    ? { mistakes }
    : { checklist: effective(bound.checklist, amended.waivers, amended.removed), mistakes };
}

/** `checklist.file` of golive.yml. */
export function sectionFile({ content }: LoadedFile): string | undefined {
  const section = content.checklist;
  return isRecord(section) && typeof section.file === 'string' && section.file !== '' ? section.file : undefined;
}

interface Said {
  readonly value: ChecklistSection;
  readonly mistakes: readonly Mistake[];
  /** Where an entry of `value` was written: lists are shorter by what was wrong in them. */
  readonly asWritten: (path: KeyPath) => KeyPath;
}

/** What golive.yml says; of a section with mistakes what is free of them, so that the rest is judged too. */
function sectionOf(config: LoadedFile): Said {
  const asWritten = (path: KeyPath) => path;
  if (config.mistakes.length > 0) return { value: {}, mistakes: config.mistakes, asWritten };
  const said = config.content.checklist ?? {};
  const { value, mistakes, paths } = judge(checklistSection, said, config, ['checklist']);
  if (value !== undefined) return { value, mistakes, asWritten };
  const bad = new Set(paths.map(([key, entry]) => `${key}.${entry ?? ''}`));
  const isSound = (key: string, entry: string | number = '') => !bad.has(`${key}.${entry}`);
  const kept = (key: string, list: readonly unknown[]) => [...list.keys()].filter((index) => isSound(key, index));
  const sound = Object.entries(isRecord(said) ? said : {})
    .filter(([key]) => isSound(key))
    .map(([key, entries]) => {
      if (Array.isArray(entries)) return [key, kept(key, entries).map((index) => entries[index])];
      if (!isRecord(entries)) return [key, entries];
      return [key, Object.fromEntries(Object.entries(entries).filter(([entry]) => isSound(key, entry)))];
    });
  return {
    value: checklistSection.safeParse(Object.fromEntries(sound)).data ?? {},
    mistakes,
    asWritten: ([key = '', entry, ...rest]) => {
      const list = isRecord(said) ? said[key] : undefined;
      if (!Array.isArray(list) || typeof entry !== 'number')
        return [key, ...(entry === undefined ? [] : [entry]), ...rest];
      return [key, kept(String(key), list)[entry] ?? entry, ...rest];
    },
  };
}

function pathIn({ rebind = {}, extend = [] }: ChecklistSection, box: number): KeyPath | undefined {
  if (Object.hasOwn(rebind, String(box))) return ['rebind', String(box)];
  for (const [index, { boxes }] of extend.entries()) {
    const at = boxes.findIndex((one) => one.box === box);
    if (at >= 0) return ['extend', index, 'boxes', at];
  }
  return undefined;
}

function pathOf({ steps }: Checklist, box: number): KeyPath {
  for (const [index, { boxes }] of steps.entries()) {
    const at = boxes.findIndex((one) => one.box === box);
    if (at >= 0) return ['steps', index, 'boxes', at];
  }
  return [];
}
