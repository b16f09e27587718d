/** More than a word every 30 ms of a minute. */
const MAX_CUES = 2_000;
/** The last time that is written with two digits of hours, in seconds. */
const LAST_TIME = 86_399.999;
const TIME = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const TIMING = new RegExp(String.raw`^\s*${TIME}[ \t]+-->[ \t]+${TIME}(?:[ \t]+(.*))?$`);
const SETTING = /^(?:vertical|line|position|size|align):[\w%.,-]+$/;
/** Comments, and styles that may load what lies elsewhere. */
const DROPPED = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;

export type CaptionsReading = { ok: true; value: string } | { ok: false; line: number; message: string };
type Block = { line: number; lines: string[] };

/**
 * Checks subtitles (WebVTT, https://www.w3.org/TR/webvtt1/) of a film of so many seconds and answers what of them is
 * served: the cues. Names the line that is wrong.
 */
export function readWebvtt(text: string, seconds: number): CaptionsReading {
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '\ufffd')
    .split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return refuse(1, 'begins with WEBVTT');
  const cues: string[] = [];
  for (const block of splitBlocks(lines)) {
    if (DROPPED.test(block.lines[0] ?? '')) continue;
    const cue = readCue(block, seconds);
    if (typeof cue !== 'string') return cue;
    cues.push(cue);
    if (cues.length > MAX_CUES) return refuse(block.line, `has at most ${MAX_CUES} cues`);
  }
  if (cues.length === 0) return refuse(lines.length, 'has no cue');
  return { ok: true, value: `WEBVTT\n\n${cues.join('\n\n')}\n` };
}

/** What blank lines keep apart, behind the header. */
function splitBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = { line: 1, lines: [] };
  lines.forEach((line, index) => {
    if (line.trim() === '') open = null;
    else if (open) open.lines.push(line);
    else {
      open = { line: index + 1, lines: [line] };
      blocks.push(open);
    }
  });
  return blocks;
}

function readCue({ line, lines }: Block, seconds: number): string | Extract<CaptionsReading, { ok: false }> {
  const at = lines[0]?.includes('-->') ? 0 : 1;
  const match = TIMING.exec(lines[at] ?? '');
  if (!match) return refuse(line + Math.min(at, lines.length - 1), 'is no cue: write 00:01.000 --> 00:02.500');
  const [start, end] = [toSeconds(match.slice(1, 5)), toSeconds(match.slice(5, 9))];
  if (end <= start) return refuse(line + at, 'ends before it starts');
  if (start >= seconds) return refuse(line + at, `starts after the film's end (${seconds} s)`);
  const settings = (match[9] ?? '').split(/\s+/).filter((setting) => SETTING.test(setting));
  const timing = [formatTime(start), '-->', formatTime(Math.min(end, LAST_TIME)), ...settings].join(' ');
  return [...lines.slice(0, at), timing, ...lines.slice(at + 1)].join('\n');
}

function toSeconds([hours = '0', minutes = '0', seconds = '0', thousandths = '0']: (string | undefined)[]): number {
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1_000;
}

function formatTime(seconds: number): string {
  return new Date(Math.round(seconds * 1_000)).toISOString().slice(11, 23);
}

function refuse(line: number, message: string) {
  return { ok: false, line, message } as const;
}
