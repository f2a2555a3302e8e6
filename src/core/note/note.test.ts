// The goldens in testdata/go.json were printed by golang.org/x/mod/sumdb/note of Go 1.26.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inTime } from '../../../tools/testing/in-time.js';
import { mutate } from '../../../tools/testing/mutate.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { nodePrimitives } from '../../engine/primitives.js';
import {
  generateKey,
  NoteError,
  newEd25519VerifierKey,
  newSigner,
  newVerifier,
  open,
  sign,
  UnverifiedNoteError,
  verifierList,
} from './index.js';

interface Golden {
  readonly signed: string;
  /** Note in base64, then the error, or text, names of verified and of unverified signatures. */
  readonly notes: [string, string, string[]?, string[]?][];
  readonly keys: [string, string][];
  readonly signers: [string, string][];
}

const golden = JSON.parse(readFileSync(new URL('testdata/go.json', import.meta.url), 'utf8')) as Golden;
const primitives = nodePrimitives();
const signerKey = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const verifierKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peter = newSigner(signerKey, primitives);
const known = verifierList(newVerifier(verifierKey, primitives));
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

function failure(work: () => unknown): NoteError {
  try {
    work();
  } catch (error) {
    if (error instanceof NoteError) return error;
    throw error;
  }
  throw new Error('did not fail');
}

describe('keys', () => {
  it.each(golden.keys)('verifier %j: %j', (key, message) => {
    if (message === '') expect(newVerifier(key, primitives).name).toBe('PeterNeumann');
    else expect(failure(() => newVerifier(key, primitives)).message).toBe(message);
  });

  it.each(golden.signers)('signer %j: %j', (key, message) => {
    if (message === '') expect(newSigner(key, primitives).keyHash).toBe(0xc74f20a3);
    else expect(failure(() => newSigner(key, primitives)).message).toBe(message);
  });

  it('are generated in pairs that fit', () => {
    // Among fifty keys are some with a plus in their base64.
    for (let fill = 0; fill < 50; fill++) {
      const pair = generateKey('example.com/log', new Uint8Array(32).fill(fill), primitives);
      const message = sign({ text: 'hi\n' }, newSigner(pair.signerKey, primitives));
      expect(open(message, verifierList(newVerifier(pair.verifierKey, primitives))).text).toBe('hi\n');
    }
  });

  it('refuse names and sizes that cannot be', () => {
    for (const name of ['', 'a b', 'a+b', 'a\u3000b', 'a\ud800']) {
      expect(failure(() => generateKey(name, new Uint8Array(32), primitives)).code).toBe('malformed-key');
    }
    const short = () => newEd25519VerifierKey('x', new Uint8Array(31), primitives.sha256);
    expect(failure(short).message).toBe('invalid public key size 31, expected 32');
  });
});

describe('open', () => {
  it.each(golden.notes.map((note, i) => [i, ...note] as const))('agrees with Go on note %i', (_, ...note) => {
    const [encoded, outcome, names, unverified] = note;
    const message = Uint8Array.from(Buffer.from(encoded, 'base64'));
    if (names === undefined) {
      expect(failure(() => open(message, known)).message).toBe(outcome);
      return;
    }
    const opened = open(message, known);
    expect(opened.text).toBe(outcome);
    expect(opened.sigs.map(({ name }) => name)).toEqual(names);
    expect(opened.unverifiedSigs.map(({ name }) => name)).toEqual(unverified);
  });

  it('hands out the note that nobody known has signed', () => {
    const stranger = generateKey('Stranger', new Uint8Array(32).fill(1), primitives);
    const error = failure(() =>
      open(sign({ text: 'x\n' }, newSigner(stranger.signerKey, primitives)), known),
    );
    expect(error).toBeInstanceOf(UnverifiedNoteError);
    expect(error.message).toBe('note has no verifiable signatures');
    expect((error as UnverifiedNoteError).note.unverifiedSigs[0]?.name).toBe('Stranger');
  });

  it('refuses a list that has one key twice', () => {
    const verifier = newVerifier(verifierKey, primitives);
    const message = sign({ text: 'x\n' }, peter);
    expect(failure(() => open(message, verifierList(verifier, verifier))).message).toBe(
      'ambiguous key PeterNeumann+c74f20a3',
    );
  });

  it('refuses a list that answers with another key', () => {
    const other = { ...newVerifier(verifierKey, primitives), name: 'Other' };
    const error = failure(() => open(sign({ text: 'x\n' }, peter), { verifier: () => other }));
    expect(error.message).toBe("verifier name or hash doesn't match signature");
  });
});

describe('sign', () => {
  it('writes what Go writes', () => {
    expect(text(sign({ text: 'a text\n\nof two paragraphs\n' }, peter))).toBe(golden.signed);
  });

  it('keeps other signatures and replaces its own', () => {
    const pair = generateKey('Other', new Uint8Array(32).fill(2), primitives);
    const both = sign(open(sign({ text: 'x\n' }, peter), known), newSigner(pair.signerKey, primitives));
    expect(open(both, known).unverifiedSigs.map(({ name }) => name)).toEqual(['Other']);
    const again = text(sign(open(both, known), peter));
    expect(again.match(/— Other /g)).toHaveLength(1);
    expect(again.match(/— PeterNeumann /g)).toHaveLength(1);
    expect(again.indexOf('— Other')).toBeLessThan(again.indexOf('— PeterNeumann'));
  });

  it('refuses texts, signatures and signers that make no note', () => {
    expect(failure(() => sign({ text: 'x' }, peter)).code).toBe('malformed-note');
    expect(failure(() => sign({ text: 'x\n' }, { ...peter, name: 'a b' })).message).toBe('invalid signer');
    for (const bad of [
      { name: 'a b', hash: 0, base64: 'AAAAAAA=' },
      { name: 'a', hash: 1, base64: 'AAAAAAA=' },
      { name: 'a', hash: 0, base64: 'AAA=' },
      { name: 'a', hash: 0, base64: '?' },
    ]) {
      expect(failure(() => sign({ text: 'x\n', sigs: [bad] }, peter)).code).toBe('malformed-note');
    }
  });
});

describe('hostile notes', () => {
  it('2,000 mutations end in a NoteError or in the very text that was signed', () => {
    const message = sign({ text: 'go.sum database tree\n5\nabc\n' }, peter);
    const chance = seeded(1);
    const codes = new Map<string, number>();
    for (let i = 0; i < 2000; i++) {
      const mutated = mutate(chance, message);
      try {
        expect(open(mutated, known).text).toBe('go.sum database tree\n5\nabc\n');
        codes.set('opened', (codes.get('opened') ?? 0) + 1);
      } catch (error) {
        if (!(error instanceof NoteError)) throw error;
        codes.set(error.code, (codes.get(error.code) ?? 0) + 1);
      }
    }
    for (const code of ['malformed-note', 'invalid-signature', 'unverified']) {
      expect(codes.get(code)).toBeGreaterThan(10);
    }
  });

  it('takes no time over many lines', () => {
    inTime(() => {
      const lines = bytes(`x\n\n${'— a AAAAAAA=\n'.repeat(1_000_000)}`);
      expect(failure(() => open(lines, known)).code).toBe('malformed-note');
      expect(failure(() => open(new Uint8Array(20_000_000).fill(10), known)).code).toBe('malformed-note');
    });
  });
});
