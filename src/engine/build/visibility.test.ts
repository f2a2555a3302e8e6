import { describe, expect, it } from 'vitest';
import { mayImportInternal, vendorProblem } from './visibility.js';

const noLinks = (path: string) => path;

describe('internal packages', () => {
  const standard = (path: string) => ({ path, folder: '', ofModule: false });
  const own = { path: 'm.test/m', folder: '/m' };

  it.each([
    ['net/http', 'internal/abi', true],
    ['net/http', 'net/http/internal', true],
    ['os', 'net/http/internal', false],
    ['cmd/go', 'cmd/go/internal/load', true],
    ['fmt', 'cmd/internal/obj', false],
    ['crypto/tls', 'crypto/internal/fips140/aes', true],
    ['crypto/internal/fips140/aes', 'internal/abi', false],
  ])('where Go is not installed, %s importing %s: %s', (importer, imported, may) => {
    expect(mayImportInternal({ path: importer, folder: '' }, standard(imported), noLinks)).toBe(may);
  });

  it('of Go are for nobody else, installed or not', () => {
    const imported = standard('internal/abi');
    expect(mayImportInternal(own, imported, noLinks)).toBe(false);
    expect(mayImportInternal(own, { ...imported, folder: '/go/src/internal/abi' }, noLinks)).toBe(false);
    expect(mayImportInternal({ path: '', folder: '' }, imported, noLinks)).toBe(true);
  });

  it('go by folders, links followed, where no module has them', () => {
    const imported = { path: 'a/internal/i', folder: '/path/src/a/internal/i', ofModule: false };
    const real = (path: string) => path.replace(/^\/link/, '/path');
    expect(mayImportInternal({ path: '_/x', folder: '/path/src/a/b' }, imported, noLinks)).toBe(true);
    expect(mayImportInternal({ path: 'a/b', folder: '/link/src/a/b' }, imported, noLinks)).toBe(false);
    expect(mayImportInternal({ path: 'a/b', folder: '/link/src/a/b' }, imported, real)).toBe(true);
  });
});

describe('vendored packages', () => {
  const imported = { path: 'a/vendor/v', folder: '/path/src/a/vendor/v', ofModule: false };

  it.each([
    ['v', '/path/src/a/b', undefined],
    ['v', '/path/src/b', 'use of vendored package not allowed'],
    ['a/vendor/v', '/path/src/a', 'a/vendor/v must be imported as v'],
  ])('%s from %s: %s', (word, folder, problem) => {
    expect(vendorProblem(word, { path: 'x', folder }, imported, noLinks)).toBe(problem);
  });

  it('have no folder to go by where Go is not installed', () => {
    const standard = { path: 'vendor/golang.org/x/net/idna', folder: '', ofModule: false };
    expect(
      vendorProblem('golang.org/x/net/idna', { path: 'net/http', folder: '' }, standard, noLinks),
    ).toBeUndefined();
  });
});
