// The reference of all commands as Markdown, made from their declarations: docs/commands.md.

import { type Command, type CommandGroup, usageLine } from './command.js';
import type { Flag } from './flags.js';
import { commands, groups } from './index.js';
import { topics } from './topics/index.js';

/** `-modfile=file`, `-x`, `-json[=fields]`. */
export function flagForm(name: string, flag: Pick<Flag<unknown>, 'argument' | 'boolean'>): string {
  if (flag.argument === undefined) return `-${name}`;
  return flag.boolean ? `-${name}[=${flag.argument}]` : `-${name}=${flag.argument}`;
}

/** Lines that begin with a tab, or are indented in a list, keep their shape in a code block. */
function prose(long: string): string {
  const blocks = long.trim().split('\n\n');
  return blocks
    .map((block) => (/^\s/.test(block) ? `\`\`\`\n${block.replace(/^\t/gm, '')}\n\`\`\`` : block))
    .join('\n\n');
}

function flagList(command: Command): string {
  const shown = Object.entries(command.flags).filter(([, flag]) => flag.hidden !== true);
  const lines = shown
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, flag]) => {
      const own = flag.own === true ? ' (ours, not of Go)' : '';
      return `- \`${flagForm(name, flag)}\`: ${flag.help}${own}`;
    });
  return lines.length === 0 ? '' : `\nFlags:\n\n${lines.join('\n')}\n`;
}

function section(command: Command): string {
  const own = usageLine(command, 'gomod');
  const ours = command.faces?.includes('go') === false;
  const go = ours ? ' Go has no such command.' : `\n\nAs \`go\`: \`${command.usage}\``;
  return `## ${own.split(' [')[0]}

\`\`\`
${own}
\`\`\`

${command.short[0]?.toUpperCase()}${command.short.slice(1)}.${go}

${prose(command.long)}
${flagList(command)}`;
}

function groupSection(group: CommandGroup): string {
  return `## ${group.usage}\n\n${prose(group.long)}\n`;
}

/** The whole page. */
export function reference(): string {
  const pages = [
    ...commands.filter((command) => command.hidden !== true).map(section),
    ...groups.map(groupSection),
    ...topics.map((topic) => `## help ${topic.name}\n\n${prose(topic.long)}\n`),
  ];
  return `# Commands

Written by \`npm run docs\` from the declarations in src/commands; do not edit.

${pages.join('\n')}`;
}
