import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import * as module from '../turnpike-ice.js';

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

test('as served, comments included, it is under 6,000 bytes gzipped', () => {
  const { length } = gzipSync(read('turnpike-ice.js'), { level: 6 });
  assert.ok(length < 6000, `${length} bytes`);
});

test('the package names its files, its types, and no dependency', () => {
  const { exports, files, dependencies, name, type } = JSON.parse(read('package.json'));
  assert.deepEqual({ exports, files, dependencies, name, type }, {
    exports: { '.': { types: './turnpike-ice.d.ts', default: './turnpike-ice.js' } },
    files: ['turnpike-ice.js', 'turnpike-ice.d.ts'],
    dependencies: undefined,
    name: 'turnpike-ice',
    type: 'module',
  });
});

test('what is exported is what the types say, and each event is typed', () => {
  const types = read('turnpike-ice.d.ts');
  const source = read('turnpike-ice.js');
  assert.deepEqual(Object.keys(module), ['TurnpikeIce']);
  assert.match(types, /export class TurnpikeIce extends EventTarget/);

  const told = [...source.matchAll(/[tT]ell\((?:needless \? )?'(\w+)'(?: : '(\w+)')?|'(\w+)' \? 'retry' : '(\w+)'/g)].flatMap((match) => match.slice(1)).filter(Boolean);
  const named = [...source.matchAll(/(?:idle|relay|fallback): '(obtained|renewed|recovered)'/g)].map((match) => match[1]);
  const typed = /interface IceEvents \{([\s\S]*?)\n\}/.exec(types)[1];
  for (const type of new Set([...told, ...named, 'unchanged'])) assert.match(typed, new RegExp(`\\n  ${type}: `), type);
});
