import type { TableFacts } from '../../../../engine/incidents/protocol';
import type { Condition, Range } from '../../../../incidents/filter';
import { PRECISIONS } from '../../../../incidents/table';
import { decimals } from '../../../decimals';
import { dayWords, PRECISION_NAMES } from '../words';

/** What a condition's ids are called. */
export interface Names {
  columns: readonly string[];
  proposals: ReadonlyMap<string, string>;
  territories: ReadonlyMap<string, string>;
  unit: { label: string; perKm: number };
}

export interface ConditionWords {
  title: string;
  value: string;
}

const MOST_NAMED = 2;

function some(values: readonly string[]): string {
  const named = values.slice(0, MOST_NAMED).map((value) => value || 'blank');
  const more = values.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

const number = (value: number) => decimals(value, 0, 1);

/** “5 to 10 km”, “up to 10 km”, “5 km and more”. */
export function rangeWords({ least, most }: Range, label = '', perUnit = 1): string {
  const text = (value: number) => number(value * perUnit);
  const unit = label ? `\u202f${label}` : '';
  if (least !== null && most !== null) return `${text(least)} to ${text(most)}${unit}`;
  if (most !== null) return `up to ${text(most)}${unit}`;
  return least === null ? 'any' : `${text(least)}${unit} and more`;
}

/** A condition as its chip shows it. */
export function conditionWords(condition: Condition, names: Names): ConditionWords {
  const { unit } = names;
  switch (condition.by) {
    case 'text':
      return { title: 'Words', value: `“${condition.words}”` };
    case 'values':
      return { title: names.columns[condition.column] ?? '', value: some(condition.values) };
    case 'range':
      return { title: names.columns[condition.column] ?? '', value: rangeWords(condition.range) };
    case 'side':
      return {
        title: 'Side',
        value: condition.sides
          .map((side) => (side === 'afghan' ? 'Afghan' : 'Pakistani'))
          .join(', ')
      };
    case 'distance':
      return { title: 'Distance', value: rangeWords(condition.range, unit.label, unit.perKm) };
    case 'chainage':
      return { title: 'Chainage', value: rangeWords(condition.range, unit.label, unit.perKm) };
    case 'deaths':
      return { title: 'Deaths', value: rangeWords(condition.range) };
    case 'territory':
      return {
        title: 'Province',
        value: some(condition.ids.map((id) => names.territories.get(id) ?? id))
      };
    case 'zone':
      return {
        title: 'In zone',
        value: names.proposals.get(condition.proposal) ?? 'a zone that is no more'
      };
    case 'precision':
      return { title: 'Position', value: some(condition.precisions.map(precisionName)) };
    case 'rows':
      return { title: 'Selected on the map', value: number(condition.rows.length) };
    case 'time':
      return {
        title: 'Date',
        value: `${dayWords(condition.fromDay)} to ${dayWords(condition.toDay)}`
      };
  }
}

function precisionName(id: string): string {
  const known = PRECISIONS.find((one) => one === id);
  return known ? PRECISION_NAMES[known] : id;
}

/** Whether a condition asks for anything at all: one that was just added does not yet. */
export function saysSomething(condition: Condition): boolean {
  switch (condition.by) {
    case 'text':
      return condition.words.trim() !== '';
    case 'values':
      return condition.values.length > 0;
    case 'range':
    case 'distance':
    case 'chainage':
    case 'deaths':
      return condition.range.least !== null || condition.range.most !== null;
    case 'side':
      return condition.sides.length > 0;
    case 'territory':
      return condition.ids.length > 0;
    case 'zone':
      return condition.proposal !== '';
    case 'precision':
      return condition.precisions.length > 0;
    case 'rows':
      return true;
    case 'time':
      return condition.fromDay <= condition.toDay;
  }
}

/** Whether two conditions are on the same thing: a filter holds one of each. */
export function sameSubject(a: Condition, b: Condition): boolean {
  if (a.by !== b.by) return false;
  return !('column' in a) || !('column' in b) || a.column === b.column;
}

/** What conditions can be added to a table's filter, each as it stands before it says anything. */
export function blankConditions(facts: TableFacts): { title: string; blank: Condition }[] {
  const none: Range = { least: null, most: null };
  return [
    { title: 'Side of the line', blank: { by: 'side', sides: [] } },
    { title: 'Distance from the line', blank: { by: 'distance', range: none } },
    { title: 'Chainage', blank: { by: 'chainage', range: none } },
    { title: 'In a zone', blank: { by: 'zone', proposal: '' } },
    { title: 'Province', blank: { by: 'territory', ids: [] } },
    { title: 'How its position is known', blank: { by: 'precision', precisions: [] } },
    ...(facts.days
      ? [
          {
            title: 'Date',
            blank: { by: 'time', fromDay: facts.days.first, toDay: facts.days.last } as const
          }
        ]
      : []),
    ...(facts.hasDeaths ? [{ title: 'Deaths', blank: { by: 'deaths', range: none } as const }] : [])
  ];
}

/** The conditions on the columns of the file. */
export function columnConditions(facts: TableFacts): { title: string; blank: Condition }[] {
  return facts.columns.map(({ name, kind }, column) => ({
    title: name || `Column ${column + 1}`,
    blank:
      kind === 'number'
        ? { by: 'range', column, range: { least: null, most: null } }
        : { by: 'values', column, values: [] }
  }));
}
