import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import * as module from '../turnpike-reports.js';

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

test('as served, comments included, it is under 4,000 bytes gzipped', () => {
  const { length } = gzipSync(read('turnpike-reports.js'), { level: 6 });
  assert.ok(length < 4000, `${length} bytes`);
});

test('the package names its files, its types, and no dependency', () => {
  const { exports, files, dependencies, name, type } = JSON.parse(read('package.json'));
  assert.deepEqual({ exports, files, dependencies, name, type }, {
    exports: { '.': { types: './turnpike-reports.d.ts', default: './turnpike-reports.js' } },
    files: ['turnpike-reports.js', 'turnpike-reports.d.ts'],
    dependencies: undefined,
    name: 'turnpike-reports',
    type: 'module',
  });
});

test('what is exported is what the types say, and each reason is typed', () => {
  const types = read('turnpike-reports.d.ts');
  assert.deepEqual(Object.keys(module).sort(), ['JOIN_FAILURES', 'TurnpikeReports']);
  assert.match(types, /export class TurnpikeReports extends EventTarget/);
  for (const reason of module.JOIN_FAILURES) assert.ok(types.includes(`| '${reason}'`), reason);
});
