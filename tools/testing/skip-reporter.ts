// Says at the end of a test run which groups were skipped, and why: the usual reporter only counts them.
//
// The reason is part of a group's name (requirements.ts).

import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';

const REASON = /\(skipped: (.+)\)$/;

/** Groups and single tests that carry a reason in their names, outermost only, as `file: name`. */
function skippedGroups(module: TestModule): string[] {
  const visit = (children: Iterable<TestSuite | TestCase>): string[] =>
    [...children].flatMap((child) => {
      if (REASON.test(child.name)) return [child.name];
      return child.type === 'suite' ? visit(child.children) : [];
    });
  return visit(module.children).map((name) => `${module.relativeModuleId}: ${name}`);
}

/** The reporter, to be listed after the usual one. */
export function skipReporter(): Reporter {
  return {
    onTestRunEnd(modules) {
      const groups = modules.flatMap(skippedGroups);
      const lines = groups.map((group) => `  ${group}\n`).sort();
      if (groups.length > 0) process.stdout.write(`\nSkipped groups:\n${lines.join('')}`);
    },
  };
}
