import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertDockerArchive } from '../src/docker-archive.ts';
import { blobPath, compressedSize, readLayout } from '../src/oci-layout.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golive-archive-'));
  await mkdir(join(folder, 'saved'));
  await writeFile(join(folder, 'saved', 'config.json'), '{"architecture":"amd64","os":"linux"}');
  await writeFile(join(folder, 'saved', 'layer.tar'), Buffer.alloc(10_000));
  await writeFile(join(folder, 'saved', 'manifest.json'), '[{"Config":"config.json","Layers":["layer.tar"]}]');
});
afterEach(() => rm(folder, { recursive: true }));

test('what docker save wrote becomes an OCI layout with compressed layers, the same each time', async () => {
  await convertDockerArchive(join(folder, 'saved'), join(folder, 'one'));
  await convertDockerArchive(join(folder, 'saved'), join(folder, 'two'));
  const image = await readLayout(join(folder, 'one'));
  expect(image.layers).toHaveLength(1);
  expect(compressedSize(image)).toBeLessThan(1000);
  expect((await readLayout(join(folder, 'two'))).digest).toBe(image.digest);
});

test('layers that an engine saves compressed stay as they are, and are called what they are', async () => {
  const zstd = Buffer.from('28b52ffd0458410000', 'hex');
  await writeFile(join(folder, 'saved', 'layer.tar'), zstd);
  await convertDockerArchive(join(folder, 'saved'), join(folder, 'one'));
  const [layer] = (await readLayout(join(folder, 'one'))).layers;
  expect(layer).toMatchObject({ mediaType: 'application/vnd.oci.image.layer.v1.tar+zstd', size: zstd.length });
});

test('a damaged blob is found before anything is pushed', async () => {
  await convertDockerArchive(join(folder, 'saved'), join(folder, 'one'));
  const { config } = await readLayout(join(folder, 'one'));
  await writeFile(blobPath(join(folder, 'one'), config?.digest ?? ''), 'x');
  await expect(readLayout(join(folder, 'one'))).rejects.toMatchObject({ code: 'BUILD_LAYOUT_DAMAGED' });
});

test('a folder without a layout says what the build-command must leave', async () => {
  await expect(readLayout(join(folder, 'none'))).rejects.toMatchObject({ code: 'BUILD_NO_LAYOUT' });
});
