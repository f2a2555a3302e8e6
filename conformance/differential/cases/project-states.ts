// The module graph, the build list, and what `list -m` tells of its modules, on real projects whose go.mod was changed:
// requirements missing, unused, in odd blocks, other go lines, no sums.
//
// What go asks for in each state is brought into the mirror first (Case.fills).

import type { Case, Edit, Step } from '../case.js';
import { type RealProject, realProjects } from './real-projects.js';

const MOD = 'project/go.mod';
const replace = (pattern: RegExp, by: string): Edit => ({ replace: MOD, pattern, by });
/** A line of a require block. */
const LINE = /^\t(\S+ v\S+)(.*)$/gm;

const states: Readonly<Record<string, readonly Edit[]>> = {
  'as-it-is': [],
  'no-sums': [{ write: 'project/go.sum', text: '' }],
  'go-1.16': [replace(/^go .*$/m, 'go 1.16')],
  'go-1.26': [replace(/^go .*$/m, 'go 1.26')],
  'no-go-line': [replace(/^go .*\n/m, '')],
  'one-missing': [replace(/^\t\S+ v[^\s/]+\n/m, '')],
  'no-indirect': [replace(/^\t\S+ v\S+ \/\/ indirect\n/gm, '')],
  'all-direct': [replace(/ \/\/ indirect$/gm, '')],
  unused: [{ append: MOD, text: '\nrequire rsc.io/quote v1.5.2\n' }],
  'odd-blocks': [replace(LINE, ')\n\nrequire $1$2\n\nrequire (')],
};

/** From what changes nothing to what writes. */
const round: readonly (readonly string[])[] = [
  ['mod', 'graph'],
  ['mod', 'graph', '-go=1.16'],
  ['mod', 'graph', '-go=1.26'],
  ['list', '-m', 'all'],
  ['list', '-m', '-mod=readonly', '-json', 'all'],
  ['list', '-m', '-mod=mod', '-json', 'all'],
  ['mod', 'graph'],
];

const listed = (...args: string[]): readonly string[] => ['list', '-m', ...args, 'all'];

/** Updates, retractions and versions, and templates that ask for every kind of field. */
const told: readonly (readonly string[])[] = [
  listed('-u'),
  listed('-u', '-json'),
  listed('-u', '-mod=mod', '-json=Path,Version,Update,Retracted,Deprecated'),
  listed('-versions'),
  listed('-retracted', '-json'),
  listed('-f', '{{.Path}}@{{.Version}}'),
  listed('-f', '{{.}} {{.String}}'),
  listed('-f', '{{if not (or .Main .Indirect)}}{{.Path}}{{end}}'),
  listed('-f', '{{with .Replace}}{{.Path}} {{.Version}} {{.Dir}}{{else}}{{.Main}}{{end}}'),
  listed('-f', '{{.Path}} {{with .Time}}{{.Format "2006-01-02 15:04:05 -0700"}} {{.YearDay}}{{end}}'),
  listed('-f', '{{.GoVersion}} {{.GoMod}} {{.Dir}}'),
  listed('-f', '{{.Sum}} {{.GoModSum}} {{.Error}} {{.Origin}}'),
  listed('-f', '{{printf "%-40s|%q|%v" .Path .Version .Indirect}}'),
  listed(
    '-versions',
    '-f',
    '{{len .Versions}} {{range $i, $v := .Versions}}{{if lt $i 3}}{{$v}},{{end}}{{end}}',
  ),
  listed(
    '-u',
    '-f',
    '{{.Path}}{{with .Update}} {{.Version}} {{.Time}}{{end}}{{join .Retracted ";"}}{{.Deprecated}}',
  ),
];

/** Whether the state can be made of the project. */
function applies(project: RealProject, state: string): boolean {
  if (project.large || project.expect || project.start) return false;
  if (state === 'no-sums') return !project.noSums;
  // What has no requirements has no lines to change, nor a go line; old go.mod files have no indirect ones.
  if (project.noSums) return ['as-it-is', 'unused'].includes(state);
  return project.known !== 'github.com/spf13/pflag' || !['no-indirect', 'all-direct'].includes(state);
}

/** The cases. */
export function projectStateCases(): Case[] {
  return realProjects.flatMap((project) =>
    Object.entries(states)
      .filter(([state]) => applies(project, state))
      .flatMap(([state, start]) => {
        const about = project.module.replace(/^github\.com\//, '').replaceAll('/', '_');
        const one = (name: string, lines: readonly (readonly string[])[]): Case => ({
          name: `${name}/${state}`,
          project: { module: project.module },
          source: 'mirror',
          transport: 'http',
          start,
          fills: lines,
          steps: lines.map((run): Step => ({ run, expect: 'any' })),
        });
        // Not among what CI takes its sample of: to know all updates takes the mirror a minute a project.
        return [one(`project/${about}/state`, round), one(`told/${about}`, told)];
      }),
  );
}
