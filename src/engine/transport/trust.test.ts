import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { certificateBlocks, trustedCertificates } from './trust.js';

const pem = (body: string) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;

describe('trustedCertificates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gomod-trust-'));
  afterAll(() => removeScratch(folder));

  it('takes one bundle and every file of every folder, each certificate once', () => {
    mkdirSync(join(folder, 'one'));
    mkdirSync(join(folder, 'two', 'sub'), { recursive: true });
    writeFileSync(join(folder, 'bundle.pem'), pem('AAAA') + pem('BBBB'));
    writeFileSync(join(folder, 'one', 'a.crt'), pem('BBBB') + pem('CCCC'));
    symlinkSync('a.crt', join(folder, 'one', '0123.0'));
    symlinkSync(join(folder, 'bundle.pem'), join(folder, 'two', 'link.pem'));
    writeFileSync(join(folder, 'two', 'sub', 'not-read.pem'), pem('DDDD'));
    const env = {
      SSL_CERT_FILE: join(folder, 'bundle.pem'),
      SSL_CERT_DIR: `${join(folder, 'one')}:/nonexistent:${join(folder, 'two')}`,
    };
    expect(trustedCertificates(env, 'linux')).toEqual([pem('AAAA'), pem('BBBB'), pem('CCCC')]);
  });

  it('is empty where nothing can be read: nothing of Node’s own list slips in', () => {
    const env = { SSL_CERT_FILE: '/nonexistent', SSL_CERT_DIR: '/nonexistent', NODE_EXTRA_CA_CERTS: '/x' };
    expect(trustedCertificates(env, 'linux')).toEqual([]);
  });
});

describe('certificateBlocks', () => {
  it('skips other blocks, blocks with headers, and rubbish', () => {
    const text = [
      'rubbish',
      pem('AAAA').replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE'),
      pem('Header: value\n\nBBBB'),
      pem('CC\r\nCC'),
      '-----BEGIN CERTIFICATE-----\nDDDD',
    ].join('\n');
    expect(certificateBlocks(text)).toEqual([pem('CCCC')]);
  });
});
