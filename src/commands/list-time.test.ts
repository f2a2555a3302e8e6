// Times in templates of `list -m -f`, told in many zones, as go prints them.

import { mkdirSync, mkdtempSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { writeFolder } from '../../conformance/fixtures/folder.js';
import { proxyFiles } from '../../conformance/fixtures/module.js';
import { proxyEnvironment } from '../../tools/testing/proxy-environment.js';
import { needs } from '../../tools/testing/requirements.js';
import { runGo, runOurs } from '../../tools/testing/run-program.js';
import { removeScratch } from '../../tools/testing/scratch.js';

/** Around changes of clocks, before the first and after the last that zone files list, and at offsets of their own. */
const TIMES = `
0001-01-01T00:00:01Z 1800-06-01T00:00:00Z 1883-11-18T17:00:00Z 1901-12-13T20:45:52Z 1969-12-31T23:59:59Z
1970-01-01T00:00:00Z 1985-07-01T00:00:00Z 2007-03-11T06:59:59.999Z 2007-03-11T07:00:00Z 2021-11-07T05:59:59Z
2021-11-07T06:00:00Z 2024-03-31T00:59:59Z 2024-03-31T01:00:00Z 2024-10-27T00:30:00Z 2024-10-27T01:00:00Z
2024-04-06T14:59:59Z 2024-04-06T15:00:00Z 2024-10-05T15:30:00Z 2024-07-01T12:00:00.123456789Z 2024-12-31T23:59:59Z
2024-01-02T03:04:05+01:00 2024-07-02T03:04:05+02:00 2024-07-02T03:04:05-04:00 2024-07-02T03:04:05+05:30
2024-07-02T03:04:05+10:30 2024-07-02T03:04:05-00:30 2024-07-02T03:04:05+00:01 2037-12-31T23:00:00Z 2038-01-19T03:14:08Z
2050-03-27T00:59:59Z 2050-03-27T01:00:00Z 2050-11-06T06:00:00Z 2096-02-29T12:00:00Z 2099-10-03T15:30:00Z
2100-07-01T00:00:00Z 9999-06-30T23:59:59Z 2024-07-02T03:04:05Z
`
  .trim()
  .split(/\s+/);

const ZONES: readonly (string | undefined)[] = [
  undefined,
  '',
  'UTC',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'America/New_York',
  'America/Nuuk',
  'America/Sao_Paulo',
  'Antarctica/Troll',
  'Asia/Gaza',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'EST5EDT',
  'Etc/GMT+5',
  'Europe/Berlin',
  'Pacific/Apia',
  ':Europe/Dublin',
  ':',
  ':UTC',
  'Nowhere/Never',
  'EST5EDT,M3.2.0,M11.1.0',
  '../zoneinfo/Asia/Tokyo',
  '/usr/share/zoneinfo/Asia/Tokyo',
  '/etc/localtime',
  ':/etc/localtime',
  '/etc',
  '/etc/passwd',
  '/nowhere',
];

/** What is asked of each time, in lines. */
const ASKED: readonly string[] = [
  '{{.}} {{.Local}} {{.Local.String}} {{.Local.GoString}} {{.GoString}}',
  '{{.Location}} {{.Local.Location}} {{.Local.UTC}} {{.In .Local.Location}} {{(.Local.In .Location).Location}}',
  '{{.Local.IsDST}} {{.IsDST}} {{.Local.Year}} {{.Local.Month}} {{.Local.Day}} {{.Local.Hour}} {{.Local.Minute}}',
  '{{.Local.Weekday}} {{.Local.YearDay}} {{.Local.Unix}} {{.Local.Equal .}} {{.Local.Compare .}} {{eq .Local .Local}}',
  '{{.Local.Format "Mon, 02 Jan 2006 15:04:05 MST -0700 -07:00 -070000 -07:00:00 -07 Z07:00 Z0700 Z070000 .000 PM"}}',
  '{{.Local.Format "2006-01-02T15:04:05.999999999Z07:00"}} {{.Local.Format "MST"}} {{.Format "MST"}}',
  '{{.Local.AddDate 0 6 0}} {{.Local.AddDate 0 0 1}} {{.Local.AddDate 0 1 7}} {{.Local.AddDate 30 3 0}} {{.Local.AddDate -10 -3 -8}}',
  '{{.Local.Add 3600000000000}} {{.Local.Add 15552000000000000}} {{.Local.Truncate 86400000000000}} {{.Local.Round 3600000000000}}',
  '{{(.Local.AddDate 0 6 0).Sub .}} {{.Local.Sub .Local}} {{.Local.Before .}} {{.Local.After (.Local.Add -1)}}',
  '{{.MarshalBinary}} {{.MarshalText}} {{.MarshalJSON}} {{.GobEncode}} {{.AppendText nil}} {{.AppendBinary .MarshalText}}',
  '{{.Local.MarshalBinary}} {{.Local.AppendBinary nil}} {{.Local.MarshalJSON}}',
  '{{printf "%s" .Local.MarshalText}} {{printf "%s" (.Local.AppendFormat .MarshalText " Jan MST")}}',
  '{{printf "%v|%s|%q|%T|%+v" .Local .Local .Local .Local .Local}} {{printf "%#v" .Local}}',
  '{{with $t := .}}{{$t.UnmarshalText (.Local.AppendFormat nil "2006-01-02T15:04:05Z07:00")}} {{.}} {{.Location}}{{end}}',
  '{{.UnmarshalJSON .Local.MarshalJSON}} {{.}} {{.GobDecode .MarshalBinary}} {{.}}',
  '{{.UnmarshalBinary (.AppendFormat nil "\\x01\\x00\\x00\\x00\\x0e\\xb1\\x00\\x00\\x00\\x00\\x00\\x00\\x07\\x00\\x3c")}} {{.}}',
  '{{.UnmarshalBinary (.AppendFormat nil "\\x02\\x00\\x00\\x00\\x0e\\xb1\\x00\\x00\\x00\\x00\\x00\\x00\\x07\\x00\\x41\\x1c")}} {{.}} {{.MarshalBinary}} {{.Local.MarshalText}}',
  '{{.UnmarshalText (.AppendFormat nil "no time")}} {{.}} {{.IsZero}} {{.Local}}',
  '{{.UnmarshalJSON (.AppendFormat nil "null")}} {{.UnmarshalJSON .MarshalText}} {{.UnmarshalJSON nil}} {{.}}',
  '{{.UnmarshalBinary nil}} {{.GobDecode .MarshalText}} {{.GobDecode (.AppendFormat nil "\\x01")}} {{printf "%T" (.GobDecode nil)}}',
  '{{printf "%T %T" (.UnmarshalText nil) (.UnmarshalJSON (.AppendFormat nil "null"))}}',
];

/** Texts that are no times. */
const NO_TIMES = [
  'x',
  '2024-13-40',
  '2024-01',
  '2024-01-01T25:00:00Z',
  '2024-01-01T00:61:00Z',
  '2024-01-01T00:00:61Z',
  '2024-02-30T00:00:00Z',
  '2024-01-01T00:00:00',
  '2024-01-01T00:00:00Zx',
  '2024-01-01T00:00:00+25:00',
  '2024-01-01T00:00:00+24:61',
  '2024-01-01T00:00:00*01:00',
  '2024/01-01T00:00:00Z',
  '2024-01-01T00:00:00.Z',
  '\u00e9\\"',
];

/** The bytes of a text, of the last time: digits that layouts take for a piece are its second, minute, hour, day and month. */
const written = (text: string) =>
  [...text].reduce((bytes, char) => {
    const months = { '1': -6, '6': -1 }[char];
    const time = months === undefined ? '$t' : `($t.AddDate 0 ${months} 0)`;
    return `(${time}.AppendFormat ${bytes} ${JSON.stringify(months === undefined ? char : '1')})`;
  }, 'nil');

/** Each asked alone: many of them fail. */
const ALONE: readonly string[] = [
  '{{.Local.Location.String}} {{len .MarshalText}} {{index .MarshalBinary 0}} {{range .MarshalText}}{{.}},{{end}}',
  '{{.Location.Name}}',
  '{{.Local.Location.Foo}}',
  '{{slice .MarshalText 0 4}} {{printf "%s" (slice .MarshalText 0 4)}}',
  '{{html .Local}} {{js .Local}} {{urlquery .Local}} {{print .Local}} {{println .Local}}',
  '{{eq .Local .}}',
  '{{eq .Local .Local}} {{ne .Local .UTC}} {{eq .UTC .UTC}} {{eq .Local .UTC}}',
  '{{eq .Location .Local.Location}} {{eq .UTC.Location .Local.Location}}',
  '{{lt .Local .UTC}}',
  '{{.Local | printf "%s"}} {{not .Local}} {{and .Local true}} {{or .Local 1}}',
  '{{if .UnmarshalText nil}}yes{{else}}no{{end}}',
  '{{if .UnmarshalText .MarshalText}}yes{{else}}no{{end}} {{.}}',
  '{{with (.UnmarshalJSON nil)}}{{.Error}}|{{.}}|{{printf "%v %s %q %T" . . . .}}{{end}}',
  '{{(.UnmarshalText nil).Error}}',
  '{{(.UnmarshalText .MarshalText).Error}}',
  '{{(.UnmarshalJSON nil).Foo}}',
  '{{printf "%s" .MarshalJSON | html}} {{print .MarshalText}} {{printf "%x %X %q %v %d" .MarshalText .MarshalText .MarshalText .MarshalText .MarshalText}}',
  '{{printf "%#v" .MarshalText}} {{printf "%T %T %T" .MarshalText .Local.Location .UnmarshalText}}',
  '{{$x := .Local}}{{$x.Year}} {{$x = $x.AddDate 1 0 0}}{{$x}} {{$x.Location}}',
  '{{.Local.UTC.Local}} {{.UTC.Local.In .Location}} {{(.In .UTC.Location).Location}} {{.Local.Sub .UTC}}',
  '{{.AppendFormat "x" "y"}}',
  '{{.AppendFormat nil}}',
  '{{.AppendText .MarshalText .MarshalText}}',
  '{{.In .}}',
  '{{.In .Local.Location.String}}',
  '{{.GobDecode .GobEncode}} {{.GobDecode .}}',
  '{{call .UnmarshalText nil}}',
  '{{call .Local}}',
  '{{.Unix.Foo}}',
  '{{printf "%v" (.AppendBinary nil)}} {{.AddDate 0 0 -100000}} {{(.AddDate 0 0 -100000).Local}} {{(.AddDate 100 0 0).Local.IsDST}}',
  '{{.Local.AddDate 1000000 0 0}}',
  '{{.Local.Format "Z07:00:00 -07:00:00 MST .000000 __2 002 Monday _2"}}',
  '{{.UnmarshalJSON (.AppendFormat nil "\\"2024-01-01T00:00:00+00:00\\"")}}{{.}}|{{.Location}}|{{.GoString}}',
  '{{.UnmarshalText (.AppendFormat nil "\\x32\\x30\\x32\\x34-\\x30\\x31-\\x30\\x31T\\x30\\x30:\\x30\\x30:\\x30\\x30.5+24:00")}}{{.}} {{.MarshalText}}',
  '{{.UnmarshalText (.AppendFormat nil "2024-02-30")}} {{.UnmarshalText (.AppendFormat nil "é")}}',
  '{{define "t"}}{{.Local}}{{end}}{{template "t" .}}{{block "u" .Local}}{{.Location}}{{end}}',
  '{{.Local.Zone}}',
  '{{.Local.ZoneBounds}}',
  '{{.Local.Date}}',
  '{{.Local.Clock}}',
  '{{.Local.ISOWeek}}',
  '{{.Local.UnmarshalText nil}}',
  '{{.UnmarshalText "2006"}}',
  '{{.UnmarshalText}}',
  '{{.MarshalBinary 1}}',
  '{{(.AddDate 20000 0 0).MarshalText}}',
  '{{(.AddDate 20000 0 0).MarshalJSON}}',
  '{{(.AddDate 20000 0 0).AppendText nil}}',
  '{{.AppendBinary "x"}}',
  '{{.In nil}}',
  '{{.Local.Nope}}',
];

const need = needs('go');
describe.skipIf(need.skip)(need.title('times of list -m -f, as go prints them'), () => {
  let root = '';
  let cwd = '';
  let environment: Record<string, string>;

  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-time-')));
    cwd = join(root, 'p');
    for (const name of ['p', 'home']) mkdirSync(join(root, name));
    const modules = TIMES.map((time, i) => ({ path: `x.test/m${i + 10}`, version: 'v1.0.0', time }));
    writeFolder(proxyFiles(modules), join(root, 'proxy'));
    const lines = modules.map(({ path, version }) => `require ${path} ${version}\n`);
    writeFileSync(join(cwd, 'go.mod'), `module main.test/m\n\ngo 1.17\n\n${lines.join('')}`);
    environment = proxyEnvironment(root);
    runGo({ cwd, environment }, ['list', '-m', '-json', 'all']);
  });
  afterAll(() => removeScratch(root));

  const zoned = (zone: string | undefined) =>
    zone === undefined ? environment : { ...environment, TZ: zone };
  const compare = async (zone: string | undefined, format: string, module = 'all') => {
    const place = { cwd, environment: zoned(zone) };
    const words = ['list', '-m', '-f', format, module];
    const { stdout, ...rest } = await runOurs(place, words);
    const theirs = runGo(place, words);
    const lines = (text: string) => text.split('\n');
    expect(rest).toEqual({ status: theirs.status, stderr: theirs.stderr });
    expect(lines(stdout)).toEqual(lines(theirs.stdout));
  };

  test.each(ZONES)('TZ=%s', async (zone) => {
    await compare(zone, `{{with .Time}}{{.}}\n${ASKED.join('\n')}{{end}}`);
  });

  test.each(ALONE)('%s', async (format) => {
    await compare('Europe/Berlin', `{{with .Time}}${format}{{end}}`);
  });

  it.each(NO_TIMES)('%j is no time', async (text) => {
    const fields =
      '{{.Layout}}|{{.Value}}|{{.LayoutElem}}|{{.ValueElem}}|{{.Message}}|{{.}}|{{printf "%T" .}}';
    const last = `x.test/m${TIMES.length + 9}`;
    const bytes = written(text);
    const format = `{{$t := .Time.UTC}}{{with .Time.UnmarshalText ${bytes}}}${fields}{{end}} {{printf "%s" ${bytes}}}`;
    await compare('UTC', format, last);
  });

  it('tells no time that was changed to another module', async () => {
    const change = '{{.UnmarshalText (.AppendFormat nil "2001-02-03T04:05:06Z")}}';
    await compare('UTC', `{{with .Time}}${change}{{.}}{{end}}{{(module "x.test/m12").Time}}{{.Time}}`);
  });

  it('answers from memory for the same zone only', async () => {
    const words = ['list', '-m', '-f', '{{with .Time}}{{.Local}}{{end}}', 'all'];
    const tell = async (zone: string) =>
      (await runOurs({ cwd, environment: zoned(zone), build: 'test' }, words)).stdout;
    // What has just changed is not remembered.
    await new Promise((done) => setTimeout(done, 100));
    const [first, again, other] = [await tell('UTC'), await tell('UTC'), await tell('Asia/Tokyo')];
    expect(first).toBe(again);
    expect(other).toContain(' JST');
    expect(first).not.toContain(' JST');
    const runs = readdirSync(join(root, 'cache', 'cache', 'gomod', 'runs'), { recursive: true });
    expect(runs.length).toBeGreaterThan(0);
  });
});
