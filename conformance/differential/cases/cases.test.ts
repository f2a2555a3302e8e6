// The cases as data: names are unique, and the sample for CI is the same for the same seed.

import { expect, test } from 'vitest';
import { handedOverBy } from '../../../src/commands/handed-over.js';
import { sampleOf } from '../sample.js';
import { allCases, NAMED } from './index.js';

test('names are unique', () => {
  const names = allCases().map((one) => one.name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('a seed chooses the same cases, another seed others', () => {
  const names = (seed: number) => sampleOf(allCases(), 20, seed).map((one) => one.name);
  expect(names(1)).toHaveLength(20);
  expect(names(1)).toEqual(names(1));
  expect(names(1)).not.toEqual(names(2));
});

test('what is said of cases by their names is said of some', () => {
  const names = allCases().map((one) => one.name);
  expect(NAMED.filter((name) => !names.includes(name))).toEqual([]);
});

test('a sample can have 600 cases about packages', () => {
  const small = allCases().filter((one) => one.name.startsWith('packages/') && !one.large);
  expect(small.length).toBeGreaterThanOrEqual(600);
});

test('nothing about modules and packages is handed over, where go would be compared with itself', () => {
  const lines = allCases().flatMap(({ steps, swapped = [] }) =>
    [...steps, ...swapped]
      .filter(({ by, run }) => by !== 'go' && handedOverBy(run, () => []) !== undefined)
      .map(({ run }) => run.join(' ')),
  );
  expect(new Set(lines)).toEqual(new Set(['clean -nosuch', 'version -json go.mod']));
});

test('a sample larger than the list is the list', () => {
  expect(sampleOf([1, 2, 3], 9, 1)).toEqual([1, 2, 3]);
});

test('the projects that the work is judged by are there', () => {
  const projects = new Set(
    allCases().flatMap((one) => ('module' in one.project ? [one.project.module] : [])),
  );
  expect(projects.size).toBeGreaterThanOrEqual(8);
});
