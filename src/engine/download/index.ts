// Downloading modules into the module cache.

export { type Download, type DownloadedModule, downloadModules, NothingToDownload } from './download.js';
export { downloadNeeded } from './needed.js';
