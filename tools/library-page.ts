// The reference of the library as a page: docs/library.md, from the comments of what is public.

import { type Declaration, type Entry, publicSurface } from './surface.js';

const HEAD = `# Library

Written by \`npm run docs\` from the comments of what is public; do not edit. [README.md](../README.md#library) has the
first steps, [examples/library](../examples/library) five programs.
`;

/** Comments link to names; a page shows them as code. */
const prose = (doc: string): string => doc.replace(/\{@link ([\w.]+)\}/g, '`$1`');

const code = (text: string): string =>
  `\`\`\`ts\n${text.replace(/^( {4})+/gm, (blanks) => ' '.repeat(blanks.length / 2))}\n\`\`\`\n`;

/** A class without what is private in it, and without its constructor, where there are functions that make one. */
function classCode({ text, members }: Declaration): string {
  const lines = members.map((member) => {
    const comment = member.doc.replace(/\s+/g, ' ');
    return `${comment === '' ? '' : `    /** ${comment} */\n`}    ${member.text}`;
  });
  return `${text.split('\n')[0]}\n${lines.join('\n')}\n}`;
}

function declarationPage(declaration: Declaration): string {
  const { name, kind, doc, text } = declaration;
  return `### ${name}\n\n${prose(doc)}\n\n${code(prose(kind === 'class' ? classCode(declaration) : text))}`;
}

/** Where a declaration that several entries offer is explained: in the first that has it, \`gomod\` itself last. */
function homes(entries: readonly Entry[]): Map<string, string> {
  const order = [
    ...entries.filter(({ name }) => name !== 'gomod'),
    ...entries.filter(({ name }) => name === 'gomod'),
  ];
  const home = new Map<string, string>();
  for (const { name, declarations } of order) {
    for (const each of declarations) {
      const key = `${each.file} ${each.text}`;
      if (!home.has(key)) home.set(key, name);
    }
  }
  return home;
}

function entryPage(entry: Entry, home: ReadonlyMap<string, string>): string {
  const own: Declaration[] = [];
  const elsewhere = new Map<string, string[]>();
  for (const each of entry.declarations) {
    const at = home.get(`${each.file} ${each.text}`) ?? entry.name;
    if (at === entry.name) own.push(each);
    else elsewhere.set(at, [...(elsewhere.get(at) ?? []), `\`${each.name}\``]);
  }
  const also = [...elsewhere].map(([at, names]) => `Also here, explained in ${at}: ${names.join(', ')}.\n`);
  const head = prose(entry.doc).replace(/^`?[\w/]+`?: /, '');
  const sentence = head.charAt(0).toUpperCase() + head.slice(1);
  return [`## ${entry.name}\n`, `${sentence}\n`, ...also, ...own.map(declarationPage)].join('\n');
}

/** The page. Needs the build. */
export function libraryPage(): string {
  const entries = publicSurface();
  const home = homes(entries);
  return [HEAD, ...entries.map((entry) => entryPage(entry, home))].join('\n');
}
