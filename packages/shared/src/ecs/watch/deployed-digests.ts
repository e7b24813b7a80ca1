/** Digests by container name, of the images that are named by digest; the others prove nothing and are left out. */
export function deployedDigests(images: Readonly<Record<string, string>>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(images).flatMap(([container, image]) => {
      const digest = /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
      return digest ? [[container, [digest]]] : [];
    }),
  );
}
