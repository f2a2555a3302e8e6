// Every module of the build that has an update, and every one in use that was retracted, as JSON.
//
//   node updates.mjs

import { createSession } from 'gomod';

const modules = await createSession().list('all', { updates: true, retracted: true });

const report = modules
  .filter(({ update, retracted, deprecated }) => update ?? retracted ?? deprecated)
  .map(({ path, version, indirect = false, update, retracted, deprecated }) => ({
    path,
    version,
    indirect,
    update: update?.version,
    published: update?.time,
    retracted,
    deprecated,
  }));

console.log(JSON.stringify(report, null, 2));
