// What the tests use of two other zip libraries, which come without types.

declare module 'yauzl' {
  export interface Entry {
    readonly fileName: string;
  }
  export interface ZipFile {
    on(event: 'entry', listener: (entry: Entry) => void): void;
    on(event: 'end', listener: () => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
    readEntry(): void;
    openReadStream(
      entry: Entry,
      callback: (error: Error | null, stream: import('node:stream').Readable) => void,
    ): void;
  }
  export function fromBuffer(
    buffer: Buffer,
    options: { lazyEntries: boolean },
    callback: (error: Error | null, zip: ZipFile) => void,
  ): void;
}

declare module 'yazl' {
  export class ZipFile {
    readonly outputStream: import('node:stream').Readable;
    addBuffer(buffer: Buffer, name: string, options: { compress: boolean }): void;
    addEmptyDirectory(name: string): void;
    end(options: { forceZip64Format: boolean }): void;
  }
}
