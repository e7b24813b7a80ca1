import type { Question } from './question.ts';
import { available, type BucketName, spend } from './quota.ts';
import type { WatchState } from './state.ts';

/** An answer that takes longer than this is not waited for. */
export const LOST_AFTER_MS = 15_000;

/** Takes as many of the wanted questions as the bucket has tokens for. */
export function afford(
  state: WatchState,
  name: BucketName,
  wanted: readonly Question[],
  nowMs: number,
): { readonly state: WatchState; readonly questions: readonly Question[] } {
  if (state.rest[name].until > nowMs) return { state, questions: [] };
  const questions = wanted.slice(0, available(name, state.buckets[name], nowMs));
  if (questions.length === 0) return { state, questions };
  const bucket = spend(name, state.buckets[name], questions.length, nowMs);
  return { state: { ...state, buckets: { ...state.buckets, [name]: bucket } }, questions };
}
