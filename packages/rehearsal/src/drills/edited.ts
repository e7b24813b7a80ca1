/** Throws where the text is not in it: the edit would change nothing, and the drill would show nothing. */
export function edited(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the drill cannot edit the application: it has no longer ${from}`);
  return text.replace(from, to);
}
