// The parts of a semantic version. Each function answers '' for a string that is no version.

import { compare } from './compare.js';
import { isValid } from './syntax.js';

/** Missing MINOR and PATCH filled in with zeros, build metadata dropped: equal versions become one string. */
export function canonical(v: string): string {
  if (!isValid(v)) return '';
  const plus = v.indexOf('+');
  if (plus >= 0) return v.slice(0, plus);
  const dot = v.indexOf('.');
  if (dot < 0) return `${v}.0.0`;
  return v.indexOf('.', dot + 1) < 0 ? `${v}.0` : v;
}

/** `v2` of `v2.1.0`. */
export function major(v: string): string {
  if (!isValid(v)) return '';
  const dot = v.indexOf('.');
  return dot < 0 ? v : v.slice(0, dot);
}

/** `v2.1` of `v2.1.0`; `v2.0` of the shorthand `v2`. */
export function majorMinor(v: string): string {
  if (!isValid(v)) return '';
  const dot = v.indexOf('.');
  if (dot < 0) return `${v}.0`;
  const next = v.indexOf('.', dot + 1);
  return next < 0 ? v : v.slice(0, next);
}

/** `-pre` of `v2.1.0-pre+meta`, with its dash; '' where there is none. */
export function prerelease(v: string): string {
  if (!isValid(v)) return '';
  const plus = v.indexOf('+');
  const end = plus < 0 ? v.length : plus;
  const dash = v.indexOf('-');
  return dash < 0 || dash > end ? '' : v.slice(dash, end);
}

/** `+meta` of `v2.1.0-pre+meta`, with its plus; '' where there is none. */
export function build(v: string): string {
  if (!isValid(v)) return '';
  const plus = v.indexOf('+');
  return plus < 0 ? '' : v.slice(plus);
}

/** The canonical form of the later of the two; of `w` where they are equal. */
export function max(v: string, w: string): string {
  const left = canonical(v);
  const right = canonical(w);
  return compare(left, right) > 0 ? left : right;
}
