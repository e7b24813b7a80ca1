/** AppSpecs that deployments brought along, found again by their hash. */
import { createHash } from 'node:crypto';
import type { RevisionLocation } from '@aws-sdk/client-codedeploy';

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex');

export const contentOf = ({ appSpecContent, string }: RevisionLocation): string | undefined =>
  appSpecContent?.content ?? string?.content;

/** A revision as deployments show it: the AppSpec by its hash alone. */
export function withoutContent(revision: RevisionLocation): RevisionLocation {
  const sha256 = hashOf(contentOf(revision) ?? '');
  if (revision.appSpecContent) return { ...revision, appSpecContent: { sha256 } };
  return revision.string ? { ...revision, string: { sha256 } } : revision;
}

/** The one of these that a revision, given by its hash, means. */
export function revisionBy(wanted: RevisionLocation, known: readonly RevisionLocation[]): RevisionLocation | undefined {
  const sha256 = wanted.appSpecContent?.sha256 ?? wanted.string?.sha256;
  return known.find((one) => hashOf(contentOf(one) ?? '') === sha256);
}
