import type { Measure, Scenario } from './scenarios/scenario.ts';
import type { TargetName } from './target.ts';

/** One line of the result. Latencies are in milliseconds; a ratio above 1 means better, also where less is better. */
export interface Result {
  name: string;
  value: number;
  unit: string;
  p50: number | null;
  p99: number | null;
  ratioToCeiling: number | null;
  ratioToReference: number | null;
}

export type Measured = Map<Scenario, Partial<Record<TargetName, Measure>>>;

const round = (value: number, digits: number) => Number(value.toFixed(digits));
const roundLatency = (value: number | null) => (value === null ? null : round(value, 2));

/** Puts each figure beside the ceiling's and the reference's. The reference's own figures are lines of their own, named `<name>/reference`. */
export function toResults(measured: Measured): Result[] {
  const ceiling = [...measured.values()].find((by) => by.ceiling)?.ceiling;
  const results: Result[] = [];
  for (const [scenario, by] of measured) {
    for (const target of ['ceiling', 'rimlight', 'reference'] as const) {
      const measure = by[target];
      if (!measure) continue;
      const isRate = scenario.better === 'higher';
      const reference = target === 'reference' ? undefined : by.reference;
      results.push({
        name: target === 'reference' ? `${scenario.name}/reference` : scenario.name,
        value: round(measure.value, isRate ? 0 : 2),
        unit: scenario.unit,
        p50: roundLatency(measure.p50),
        p99: roundLatency(measure.p99),
        ratioToCeiling: isRate && ceiling ? round(measure.value / ceiling.value, 3) : null,
        ratioToReference: reference
          ? round(isRate ? measure.value / reference.value : reference.value / measure.value, 2)
          : null,
      });
    }
  }
  return results;
}

/** The results as a table for the terminal. */
export function toTable(results: Result[]): string {
  const text = (value: number | null, suffix = '') => (value === null ? '' : `${value.toLocaleString('en')}${suffix}`);
  const rows = [
    ['', 'value', 'unit', 'p50 ms', 'p99 ms', '÷ ceiling', '÷ reference'],
    ...results.map((result) => [
      result.name,
      text(result.value),
      result.unit,
      text(result.p50),
      text(result.p99),
      result.ratioToCeiling === null ? '' : `${(result.ratioToCeiling * 100).toFixed(0)} %`,
      text(result.ratioToReference, ' ×'),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const isText = (column: number) => column === 0 || column === 2;
  return rows
    .map((row) =>
      row.map((cell, at) => (isText(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
}
