// Reads the transcript of the harness (`go test -v` text): a verdict for each script, and what a failing one said.

/** What the harness says of a script. */
export type Verdict = 'pass' | 'fail' | 'skip';

/** A script's outcome. */
export interface Outcome {
  readonly script: string;
  readonly verdict: Verdict;
  /** Lines that follow the verdict: the script's own transcript, for what failed or was skipped. */
  readonly text: string;
}

const VERDICT = /^\s*--- (PASS|FAIL|SKIP): TestScript\/([^ ]+)/;

/** The outcomes, in the order of the transcript. A script without a verdict (a harness that was killed) is not among them. */
export function readTranscript(transcript: string): Outcome[] {
  const outcomes: { script: string; verdict: Verdict; lines: string[] }[] = [];
  for (const line of transcript.split('\n')) {
    const match = VERDICT.exec(line);
    if (match) {
      outcomes.push({ script: match[2]!, verdict: match[1]!.toLowerCase() as Verdict, lines: [] });
    } else if (/^(=== |--- |PASS$|FAIL$|ok )/.test(line)) {
      // Belongs to no script.
    } else {
      outcomes.at(-1)?.lines.push(line);
    }
  }
  return outcomes.map(({ script, verdict, lines }) => ({ script, verdict, text: lines.join('\n') }));
}
