// What the ports of Go 1.26 can do beside building plain programs (internal/platform): sanitizers and build modes.

import { isAmong, isPort } from './ports.js';

/** The sanitizers, and the build modes that not every port has. */
export type Capability = 'race' | 'msan' | 'asan' | 'c-archive' | 'c-shared' | 'pie' | 'shared' | 'plugin';

/** GOOS and the GOARCH of each port that can. */
const PORTS: Readonly<Record<Capability, Readonly<Record<string, string>>>> = {
  race: {
    darwin: 'amd64 arm64',
    freebsd: 'amd64',
    linux: 'amd64 arm64 loong64 ppc64le riscv64 s390x',
    netbsd: 'amd64',
    windows: 'amd64',
  },
  msan: { freebsd: 'amd64', linux: 'amd64 arm64 loong64' },
  asan: { linux: 'amd64 arm64 loong64 ppc64le riscv64' },
  'c-archive': {
    aix: 'ppc64',
    darwin: 'amd64 arm64',
    freebsd: 'amd64',
    ios: 'amd64 arm64',
    linux: '386 amd64 arm arm64 loong64 ppc64le riscv64 s390x',
    windows: '386 amd64 arm64',
  },
  'c-shared': {
    android: '386 amd64 arm arm64',
    darwin: 'amd64 arm64',
    freebsd: 'amd64',
    linux: '386 amd64 arm arm64 loong64 ppc64le riscv64 s390x',
    wasip1: 'wasm',
    windows: '386 amd64 arm64',
  },
  pie: {
    aix: 'ppc64',
    android: '386 amd64 arm arm64',
    darwin: 'amd64 arm64',
    freebsd: 'amd64',
    ios: 'amd64 arm64',
    linux: '386 amd64 arm arm64 loong64 ppc64le riscv64 s390x',
    openbsd: 'arm64',
    windows: '386 amd64 arm64',
  },
  shared: { linux: '386 amd64 arm arm64 ppc64le s390x' },
  plugin: {
    android: '386 amd64',
    darwin: 'amd64 arm64',
    freebsd: 'amd64',
    linux: '386 amd64 arm arm64 loong64 ppc64le riscv64 s390x',
  },
};

/** Whether the port can do what is asked. */
export function isCapable(goos: string, goarch: string, capability: Capability): boolean {
  return isAmong(PORTS[capability], goos, goarch);
}

/** Whether the port has the build mode, one of Go's; gccgo is taken at its word. */
export function hasBuildMode(goos: string, goarch: string, mode: string, compiler: string): boolean {
  if (compiler === 'gccgo') return true;
  if (Object.hasOwn(PORTS, mode)) return isCapable(goos, goarch, mode as Capability);
  return isPort(goos, goarch);
}

/** Whether a program with the race detector can be position-independent: where it is so without being asked. */
export function canRacePie(goos: string): boolean {
  return ['android', 'darwin', 'ios'].includes(goos);
}
