/** As Promise.all, but a failure is told only when the others have ended too, so that none works on behind it. */
export async function allEnded<T extends readonly unknown[]>(
  work: {
    readonly [K in keyof T]: Promise<T[K]>;
  },
): Promise<{ -readonly [K in keyof T]: T[K] }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
