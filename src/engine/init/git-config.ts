// Git's configuration format, as far as the remotes of a repository need it.
//
// Sections `[name "subsection"]`, variables `name = value` with quotes, escapes, comments and continued lines.
// Section and variable names are lower-cased, subsections are not. Includes are not followed. Format: git-config(1).

/** One variable: `remote`, `origin`, `url` and its value. Repeated ones come again, in order. */
export interface GitVariable {
  readonly section: string;
  /** '' where the section has none. */
  readonly subsection: string;
  readonly name: string;
  readonly value: string;
}

/** The variables of a file. Lines that are none of git's are skipped. */
export function parseGitConfig(text: string): GitVariable[] {
  const variables: GitVariable[] = [];
  let [section, subsection] = ['', ''];
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] as string).trim();
    const head = /^\[([\w.-]+)(?:[ \t]+"((?:[^"\\]|\\.)*)")?[ \t]*\]/.exec(line);
    if (head !== null) {
      section = (head[1] as string).toLowerCase();
      subsection = (head[2] ?? '').replace(/\\(.)/g, '$1');
    }
    const rest = head === null ? line : line.slice(head[0].length).trim();
    const variable = /^([A-Za-z][\w-]*)[ \t]*(?:=(.*))?$/s.exec(rest);
    if (variable === null) continue;
    let written = variable[2] ?? 'true';
    while (isContinued(written) && at + 1 < lines.length) written = written.slice(0, -1) + lines[++at];
    const name = (variable[1] as string).toLowerCase();
    variables.push({ section, subsection, name, value: plainValue(written) });
  }
  return variables;
}

/** Whether the line ends in a backslash that is not escaped itself. */
function isContinued(text: string): boolean {
  let slashes = 0;
  while (text.charAt(text.length - 1 - slashes) === '\\') slashes++;
  return slashes % 2 === 1;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b' };

/** A value without quotes, escapes, a comment behind it, and blanks around it. */
function plainValue(written: string): string {
  let value = '';
  let kept = 0;
  let quoted = false;
  for (let at = 0; at < written.length; at++) {
    const char = written.charAt(at);
    if (char === '"') {
      quoted = !quoted;
      kept = value.length;
    } else if (char === '\\') {
      const next = written.charAt(++at);
      value += ESCAPES[next] ?? next;
      kept = value.length;
    } else if (!quoted && (char === '#' || char === ';')) {
      break;
    } else {
      if (quoted || (char !== ' ' && char !== '\t')) kept = value.length + 1;
      if (value !== '' || quoted || kept > 0) value += char;
    }
  }
  return value.slice(0, kept);
}
