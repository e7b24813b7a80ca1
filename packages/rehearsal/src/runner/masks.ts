/** Replaces what actions asked to hide, in everything that is printed or stored. */
export class Masks {
  #secrets: string[] = [];

  add(value: string): void {
    // As the runner does: each line of a multi-line secret is a secret of its own.
    for (const line of [value, ...value.split('\n')].map((each) => each.trim()))
      if (line.length > 0 && !this.#secrets.includes(line)) this.#secrets.push(line);
    this.#secrets.sort((a, b) => b.length - a.length);
  }

  apply(text: string): string {
    let hidden = text;
    for (const secret of this.#secrets) hidden = hidden.replaceAll(secret, '***');
    return hidden;
  }

  hides(text: string): boolean {
    return this.#secrets.some((secret) => text.includes(secret));
  }
}
