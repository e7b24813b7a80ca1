import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { effective } from '#shared/checklist/effective';
import { junit } from '../src/junit.ts';
import { aCheck, aChecklist, aSignature, evidenceOf, sealedFrom } from './builders.ts';

type Node = Readonly<Record<string, unknown>>;

const read = (text: string) =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => ['testsuite', 'testcase', 'property'].includes(name),
  }).parse(text) as { testsuites: Node & { testsuite: readonly (Node & { testcase: readonly Node[] })[] } };

const { waivers: _, removed: __, digest: ___, ...plain } = aChecklist;
const waived = effective(plain, [{ box: 1, owner: 'mira', reason: 'for now', until: '2026-12-31' }]);

test('a step is a suite and a box a test case, with the numbers that a reader of JUnit adds up', () => {
  const { testsuites } = read(junit(sealedFrom(evidenceOf([aCheck({ id: 'images.size' }), aSignature('qa-lead')]))));
  expect(testsuites).toMatchObject({ '@tests': '3', '@failures': '0', '@errors': '0' });
  expect(testsuites.testsuite).toMatchObject([
    { '@name': 'Images', '@tests': '2', '@failures': '0', '@errors': '0', '@skipped': '0' },
    { '@name': 'The first day', '@tests': '1', '@skipped': '1' },
  ]);
  expect(testsuites.testsuite[0]?.testcase.map((one) => one['@name'])).toEqual([
    '1 No image is too large',
    '2 The plan was read',
  ]);
});

test('a failed box is a failure with its reason; one that is open and due an error, which nobody takes for good', () => {
  const checks = [aCheck({ id: 'images.size', verdict: 'fail', because: '600 MB of 500 MB' })];
  const { testsuites } = read(junit(sealedFrom(evidenceOf(checks))));
  expect(testsuites).toMatchObject({ '@failures': '1', '@errors': '1' });
  expect(testsuites.testsuite[0]?.testcase).toMatchObject([
    { failure: { '@type': 'failed', '@message': 'backend: 600 MB of 500 MB' } },
    { error: { '@type': 'open', '@message': 'nobody was asked to sign as qa-lead' } },
  ]);
});

test('a waived box and one that is not due are skipped', () => {
  const { testsuites } = read(junit(sealedFrom(evidenceOf([]), {}, undefined, waived)));
  const skipped = testsuites.testsuite.flatMap((one) => one.testcase).flatMap((one) => one.skipped ?? []);
  expect(skipped).toMatchObject([{ '@type': 'waived' }, { '@type': 'open' }]);
});

test('text from outside cannot become markup, nor what no XML may hold', () => {
  const because = 'it said "]]></system-out><failure/>" & \u0000\u001b[31m\ud800 \ufffe';
  const text = junit(sealedFrom(evidenceOf([aCheck({ id: 'images.size', verdict: 'fail', because })])));
  expect(XMLValidator.validate(text)).toBe(true);
  expect(text.match(/<failure/g)).toHaveLength(1);
  expect(['\u0000', '\u001b', '\ud800', '\ufffe'].filter((one) => text.includes(one))).toEqual([]);
});

// The elements and attributes of Jenkins' junit-10.xsd that are used here, in our own words; what it does not know it refuses.
const known: Readonly<Record<string, { readonly attributes: readonly string[]; readonly inside: readonly string[] }>> =
  {
    testsuites: { attributes: ['name', 'time', 'tests', 'failures', 'errors'], inside: ['testsuite'] },
    testsuite: {
      attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'timestamp', 'id', 'package'],
      inside: ['properties', 'testcase'],
    },
    properties: { attributes: [], inside: ['property'] },
    property: { attributes: ['name', 'value'], inside: [] },
    testcase: { attributes: ['name', 'classname'], inside: ['failure', 'error', 'skipped', 'system-out'] },
    failure: { attributes: ['type', 'message'], inside: ['#text'] },
    error: { attributes: ['type', 'message'], inside: ['#text'] },
    skipped: { attributes: ['type', 'message'], inside: ['#text'] },
    'system-out': { attributes: [], inside: ['#text'] },
  };

test('there is no element and no attribute that the schema of Jenkins does not know', () => {
  const checks = [aCheck({ id: 'images.size', verdict: 'fail' })];
  const parse = new XMLParser({ ignoreAttributes: false, preserveOrder: true, ignoreDeclaration: true });
  const strangers: string[] = [];
  const walk = (nodes: readonly Node[], parent: string) => {
    for (const { ':@': attributes = {}, ...node } of nodes)
      for (const [name, inner] of Object.entries(node)) {
        if (parent !== '' && !known[parent]?.inside.includes(name)) strangers.push(`${parent} > ${name}`);
        for (const key of Object.keys(attributes as Node))
          if (!known[name]?.attributes.includes(key.replace('@_', ''))) strangers.push(`${name} ${key}`);
        if (Array.isArray(inner)) walk(inner as Node[], name);
      }
  };
  walk(parse.parse(junit(sealedFrom(evidenceOf(checks)))) as Node[], '');
  expect(strangers).toEqual([]);
});
