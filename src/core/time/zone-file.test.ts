// Zone files read as Go reads them: those of this machine, damaged ones, and rules that no file has.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goAlone } from '../../../tools/testing/go-oracle.js';
import { mutate } from '../../../tools/testing/mutate.js';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { encodeText } from '../text.js';
import { addDate, inLocation, type Location, parseZoneFile } from './index.js';

/** Answers lines of `base64 file, moments` by what holds at each: name, offset, summer time; or by `-`. */
const PROGRAM = `package main

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"os"
	"strings"
	"time"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		words := strings.Split(in.Text(), " ")
		data, _ := base64.StdEncoding.DecodeString(words[0])
		l, err := time.LoadLocationFromTZData("x", data)
		if err != nil {
			fmt.Println("-")
			continue
		}
		for _, word := range words[1:] {
			var unix int64
			fmt.Sscan(word, &unix)
			t := time.Unix(unix, 0).In(l)
			name, offset := t.Zone()
			moved := t.AddDate(0, 7, 3)
			fmt.Printf("%x %d %t %d,", name, offset, t.IsDST(), moved.Unix())
		}
		fmt.Println()
	}
}
`;

const FOLDER = '/usr/share/zoneinfo';

/** Every half year or so of two centuries, and a few moments far away. */
const MOMENTS = [
  ...Array.from({ length: 220 }, (_, i) => i * 15_000_011),
  ...[
    -62135596800, -5_000_000_000, -2_000_000_000, -1_000_000_000, -1, 4102444800, 7_000_000_000, 253402300799,
  ],
];

/** A version 2 file of one zone, with a rule. */
function fileWith(rule: string): Uint8Array {
  const header = [0x54, 0x5a, 0x69, 0x66, 0x32, ...Array(15).fill(0)];
  const counts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4];
  const block = [...header, ...counts, 0, 0, 0, 0, 0, 0, 0x46, 0x4f, 0x4f, 0];
  return Uint8Array.from([...block, ...block, ...Buffer.from(`\n${rule}\n`)]);
}

const RULES = `
EST5EDT EST5EDT,M3.2.0,M11.1.0 EST5EDT4 EST5EDT4,M3.2.0/2,M11.1.0/2:30:15 <+0330>-3:30<+0430>,J79/24,J263/24
CET-1CEST,M3.5.0,M10.5.0/3 IST-1GMT0,M10.5.0,M3.5.0/1 <-02>2<-01>,M3.5.0/-1,M10.5.0/0 AAA-24BBB-25:59:59,0,365
NZST-12NZDT,M9.5.0,M4.1.0/3 AAA3BBB,J59/0,J60/0 AAA3BBB,58,59 AAA3BBB;M1.1.1;M2.2.2 UTC0 AAA AA3 AAA+3 AAA-167 AAA-169
AAA3,M3.2.0,M11.1.0 AAA3,rubbish AAA3BBB,M13.1.0,M11.1.0 AAA3BBB,M3.6.0,M11.1.0 AAA3BBB,M3.1.7,M11.1.0 AAA3BBB,J0,J1
AAA3BBB,J1,J366 AAA3BBB,366,1 AAA3BBB,M3.2.0 AAA3BBB,M3.2.0,M11.1.0, AAA3:60BBB AAA3:59:59BBB 3AAA <>3 <A>3<B> AAA3BB
AAA3BBB,M3.2.0/,M11.1.0 AAA3BBB,M3.2.0/168,M11.1.0 AAA3BBB3,M3.2.0,M11.1.0 AAA3BBB,M2.5.6/3,M2.5.6/2
`
  .trim()
  .split(/\s+/);

function told(location: Location | undefined): string {
  if (location === undefined) return '-';
  const line = MOMENTS.map((seconds) => {
    const { name, offset, isDST } = location.at(seconds);
    const moved = addDate(inLocation({ seconds, nanoseconds: 0, offset: 0 }, location), 0, 7, 3);
    return `${Buffer.from(encodeText(name)).toString('hex')} ${offset} ${isDST} ${moved.seconds},`;
  });
  return line.join('');
}

const need = needs('go');
describe.skipIf(need.skip || !existsSync(FOLDER))(need.title('zone files, as Go reads them'), () => {
  const names = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

  function ask(files: readonly Uint8Array[]): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'gomod-zones-'));
    try {
      writeFileSync(join(folder, 'main.go'), PROGRAM);
      const env = goAlone({ GO111MODULE: 'off' });
      const input = files.map((file) => `${Buffer.from(file).toString('base64')} ${MOMENTS.join(' ')}`);
      const output = execFileSync(goBinary() ?? 'go', ['run', 'main.go'], {
        cwd: folder,
        env,
        input: `${input.join('\n')}\n`,
        maxBuffer: 2 ** 30,
        encoding: 'utf8',
      });
      return output.trimEnd().split('\n');
    } finally {
      removeScratch(folder);
    }
  }

  it('those of this machine, rules, and damaged ones', () => {
    const whole = names.map((name) => readFileSync(name));
    const chance = seeded(20261121);
    const damaged = whole.slice(0, 200).map((file) => mutate(chance, file));
    const files = [...whole, ...RULES.map((rule) => fileWith(rule)), ...damaged];
    const answers = ask(files);
    expect(answers).toHaveLength(files.length);
    files.forEach((file, n) => {
      const name = names[n] ?? RULES[n - names.length];
      const found = told(parseZoneFile(file, { name: 'x', expression: 'x' }));
      // What holds between times that are not in order depends on the day on which Go reads them.
      if (name === undefined) expect([n, found === '-']).toEqual([n, answers[n] === '-']);
      else expect([name, found]).toEqual([name, answers[n]]);
    });
    expect(names.length).toBeGreaterThan(100);
  }, 120_000);
});
