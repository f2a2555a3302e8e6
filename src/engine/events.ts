// What the engine has to say while it works, in order, to one sink.
//
// The engine never prints. Throwing is what ends a run (Go's Fatalf); an `error` event is a failure that
// the run survives (Go's Errorf): the exit code follows from the events seen. Texts are complete lines as
// Go prints them, prefix included, without the final newline, except where said.

/** One event. */
export type SessionEvent =
  /** A line of Go's own on stderr: `go: downloading ...`, `warning: ...`. */
  | { readonly kind: 'message'; readonly text: string }
  /** A failure the run survives. Printed as `go: ` + message; the exit code becomes 1. */
  | { readonly kind: 'error'; readonly error: Error }
  /** A line of `-x`. Only sent when tracing is on. */
  | { readonly kind: 'trace'; readonly text: string }
  /** Advice of ours. Printed as `gomod: ` + text, and left out under the name `go`. */
  | { readonly kind: 'hint'; readonly text: string }
  /** How far a download is. Only a terminal shows it. Counts are cumulative, sizes in bytes. */
  | {
      readonly kind: 'progress';
      readonly modulesDone: number;
      readonly modulesTotal: number;
      readonly bytes: number;
    };

/** Receives events in order. Must not throw. */
export type EventSink = (event: SessionEvent) => void;
