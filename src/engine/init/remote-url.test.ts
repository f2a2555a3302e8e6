import { describe, expect, it } from 'vitest';
import { inTime } from '../../../tools/testing/in-time.js';
import { modulePathOfRemote, withoutCredentials } from './remote-url.js';

// address, path ('' for none)
const table: [string, string][] = [
  ['https://github.com/user/repo', 'github.com/user/repo'],
  ['https://github.com/user/repo.git', 'github.com/user/repo'],
  ['https://github.com/user/repo.git/', 'github.com/user/repo'],
  ['https://GitHub.com/User/Repo', 'github.com/User/Repo'],
  ['https://name@github.com/user/repo', 'github.com/user/repo'],
  ['https://name:secret@github.com/user/repo', 'github.com/user/repo'],
  ['https://github.com:443/user/repo', 'github.com/user/repo'],
  ['http://git.example.com/repo', 'git.example.com/repo'],
  ['git://git.example.com:9418/a/b/c.git', 'git.example.com/a/b/c'],
  ['git@github.com:user/repo.git', 'github.com/user/repo'],
  ['github.com:user/repo', 'github.com/user/repo'],
  ['git@gitlab.example.com:group/sub/project.git', 'gitlab.example.com/group/sub/project'],
  ['git@git.example.com:/srv/repo.git', 'git.example.com/srv/repo'],
  ['ssh://git@github.com/user/repo.git', 'github.com/user/repo'],
  ['ssh://git@git.example.com:2222/user/repo.git', 'git.example.com/user/repo'],
  ['git+ssh://git@git.example.com/user/repo', 'git.example.com/user/repo'],
  ['ssh+git://git@git.example.com/user/repo', 'git.example.com/user/repo'],
  ['ssh://git@ssh.github.com:443/user/repo.git', 'github.com/user/repo'],
  ['https://gopkg.in/yaml.v3', 'gopkg.in/yaml.v3'],
  // Not clear.
  ['https://git.example.com:8443/user/repo', ''],
  ['git@ssh.dev.azure.com:v3/org/project/repo', ''],
  ['work:user/repo.git', ''],
  ['ssh://git@work/user/repo', ''],
  ['https://github.com/user/my repo', ''],
  ['https://github.com/', ''],
  ['https://github.com/.git', ''],
  ['https://github.com/user/repo/v1', ''],
  ['https://github.com/user/repo?x=y', ''],
  ['ssh://host.example.com/~user/repo', ''],
  ['host.example.com:~/repo', ''],
  ['file:///srv/git/repo.git', ''],
  ['/srv/git/repo.git', ''],
  ['../repo', ''],
  ['C:\\git\\repo', ''],
  ['constructor://github.com/user/repo', ''],
  ['https://[::1]/user/repo', ''],
  ['ext::sh -c x', ''],
  ['', ''],
];

describe('modulePathOfRemote', () => {
  it.each(table)('%s', (url, path) => {
    expect(modulePathOfRemote(url) ?? '').toBe(path);
  });

  it('looks at long addresses once', () => {
    inTime(() => {
      for (const char of ['/', ':', '@', '.', 'a', '1', ' ']) {
        for (const head of ['https://', 'https://h', 'h:', '', 'https://h/', 'https://h:']) {
          modulePathOfRemote(`${head}${char.repeat(200_000)}\n`);
        }
      }
    });
  });
});

describe('withoutCredentials', () => {
  it.each([
    ['https://name:secret@host.test/x', 'https://host.test/x'],
    ['https://host.test/@x', 'https://host.test/@x'],
    ['git@host.test:x', 'git@host.test:x'],
  ])('%s', (url, shown) => {
    expect(withoutCredentials(url)).toBe(shown);
  });
});
